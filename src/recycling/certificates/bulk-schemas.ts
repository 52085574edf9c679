/** Wire shapes of many statements of a laboratory in one request. */
import { z } from 'zod';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { Id, named, resultsOf, rowsOf } from '../../platform/http/index.ts';
import { CONFIRM_CERTIFICATE } from './examples.ts';
import { ConfirmCertificateRequest } from './schemas.ts';

const CERTIFIED_KINDS = ['assay', 'analysis'] as const;

/** Form of a row. */
export const CERTIFICATE_ROW = {
  ...{ member: 'confirmation', like: 'POST /v1/assays/{id}/confirmations', schema: ConfirmCertificateRequest },
  id: 'recordId',
  more: {
    record: z.enum(CERTIFIED_KINDS).describe('Kind of the record that the statement is about'),
    recordId: Id.describe('The assay or the analysis'),
  },
};

export const BulkCertificatesRequest = named(
  'ConfirmCertificates',
  'Statements of a laboratory to record in one request.',
  rowsOf('`{ "idempotencyKey"?, "record", "recordId", "confirmation" }`, the statement as ConfirmCertificate'),
  [
    {
      ...{ idempotencyKey: '2026-10-08/1', record: 'assay', recordId: ids.assay },
      confirmation: { ...CONFIRM_CERTIFICATE, replacesId: ids.certificateConfirmation },
    },
  ],
);

export const BulkCertificatesResponse = named(
  'ConfirmedCertificates',
  'Result for each statement of a bulk request: recorded, replayed or refused.',
  z.object(resultsOf('statement', 'POST /v1/assays/{id}/confirmations')),
  {
    ...{ recorded: 1, replayed: 0, refused: 0 },
    items: [{ row: 0, outcome: 'recorded' as const, id: ids.certificateConfirmation }],
  },
);
