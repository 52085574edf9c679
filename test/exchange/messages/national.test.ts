import { expect, it } from 'vitest';
import { toNationalPayload } from '../../../src/exchange/messages/national.ts';
import { draft } from '../../manifests/rules/documents.ts';

it('carries the document and its digest under the names of the national system, without the input of the step', () => {
  const document = draft;
  const payload = {
    manifestId: document.id,
    version: 3,
    step: 'depart',
    input: { plates: ['桂A12345'] },
    document,
    digest: 'd',
  };
  expect(toNationalPayload(payload as unknown as Parameters<typeof toNationalPayload>[0])).toEqual({
    protocol: 1,
    manifestId: document.id,
    manifestVersion: 3,
    step: 'depart',
    document,
    documentDigest: 'd',
  });
});
