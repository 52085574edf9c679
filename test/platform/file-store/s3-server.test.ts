/** The check of signatures, held against an example that Amazon publishes, so that store and server cannot share a mistake. */
import { expect, it } from 'vitest';
import { signatureOf } from './s3-server.ts';

it('is that of the example "GET Object" of the reference of Amazon S3', () => {
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
  };
  const scope = '20130524/us-east-1/s3/aws4_request';
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  const names = 'host;range;x-amz-content-sha256;x-amz-date';
  expect(signatureOf({ method: 'GET', url: '/test.txt', headers }, names, { scope, secret })).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});
