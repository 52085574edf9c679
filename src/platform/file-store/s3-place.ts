/** Bytes in object storage that speaks the protocol of Amazon S3: MinIO, Ceph, the clouds. */
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { type BytePlace, nameOf } from './file-store.ts';
import { FileStoreOutage } from './outage.ts';

export type BucketSettings = {
  /** Address of the bucket: `https://host/bucket`, or `https://bucket.host`. */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly keySecret: string;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
};

/** Attempts after the first one, when the storage is overloaded. */
const RETRIES = 2;

/** The request has the hash of its body, so the storage itself refuses bytes that changed on their way. */
const HASH_HEADER = 'x-amz-content-sha256';
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Returns the place in a bucket. A file appears under its name when its last byte has arrived, whole. */
export function s3Place({ url, region, keyId, keySecret, timeoutMs }: BucketSettings): BytePlace {
  const client = new AwsClient({
    ...{ accessKeyId: keyId, secretAccessKey: keySecret, service: 's3', region, retries: RETRIES },
  });
  const ask = async (method: string, sha256: string, bytes?: { readonly body: Blob; readonly hash: string }) => {
    const headers = { [HASH_HEADER]: bytes?.hash ?? EMPTY };
    const signal = AbortSignal.timeout(timeoutMs);
    const body = bytes === undefined ? {} : { body: bytes.body };
    try {
      const address = `${url.replace(/\/+$/, '')}/${nameOf(sha256)}`;
      return await client.fetch(address, { method, headers, signal, redirect: 'error', ...body });
    } catch (error) {
      throw new FileStoreOutage('place', 'the object storage does not answer', error);
    }
  };
  return {
    keep: async ({ path, sha256 }) => {
      const answer = await ask('PUT', sha256, { body: await openAsBlob(path), hash: sha256 });
      if (!answer.ok) throw await refusal(answer);
      await answer.body?.cancel();
    },
    open: async (sha256) => {
      const answer = await ask('GET', sha256);
      if (answer.ok && answer.body) return Readable.fromWeb(answer.body as ReadableStream);
      if (answer.ok) return Readable.from([]);
      if (answer.status !== 404) throw await refusal(answer);
      // A missing bucket is also answered with 404. It says nothing about one file.
      if ((await codeIn(answer)) === 'NoSuchBucket') throw new FileStoreOutage('place', 'the bucket is missing');
      return undefined;
    },
    remove: async (sha256) => {
      const answer = await ask('DELETE', sha256);
      if (!answer.ok && answer.status !== 404) throw await refusal(answer);
      await answer.body?.cancel();
    },
  };
}

/** The error code in the answer of the storage, such as `AccessDenied`. */
const codeIn = async (answer: Response): Promise<string | undefined> =>
  /<Code>(\w{1,60})<\/Code>/.exec(await answer.text().catch(() => ''))?.[1];

const refusal = async (answer: Response): Promise<FileStoreOutage> =>
  new FileStoreOutage('place', `the object storage refuses: ${answer.status} ${(await codeIn(answer)) ?? ''}`.trim());
