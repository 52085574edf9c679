/** Wire shapes of many assays, analyses, dispositions or confirmations of use in one request. */
import { z } from 'zod';
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { Id, named, resultsOf, rowsOf } from '../../platform/http/index.ts';
import { RecordAnalysisRequest } from '../analyses/schemas.ts';
import { RecordAssayRequest } from '../assays/schemas.ts';
import { ConfirmUseRequest } from '../uses/schemas.ts';
import { BULK_ANALYSES, BULK_ASSAYS, BULK_CONFIRMED_USES, BULK_DISPOSITIONS } from './bulk-examples.ts';
import { DisposeRequest } from './schemas.ts';

/** An answer with one recorded row. */
const bulkResult = (record: keyof typeof EXAMPLE_IDS) => ({
  ...{ recorded: 1, replayed: 0, refused: 0 },
  items: [{ row: 0, outcome: 'recorded' as const, id: EXAMPLE_IDS[record] }],
});

/** Forms of the rows. */
export const ASSAY_ROW = { member: 'assay', like: 'POST /v1/assays', schema: RecordAssayRequest };
export const ANALYSIS_ROW = { member: 'analysis', like: 'POST /v1/analyses', schema: RecordAnalysisRequest };
export const DISPOSITION_ROW = {
  ...{ member: 'disposition', like: 'POST /v1/batches/{id}/dispositions', schema: DisposeRequest, id: 'batchId' },
  more: { batchId: Id.describe('The batch from which the mass is taken') },
};
export const USE_ROW = {
  ...{ member: 'confirmation', like: 'POST /v1/dispositions/{id}/confirmations', schema: ConfirmUseRequest },
  ...{ id: 'dispositionId', more: { dispositionId: Id.describe('The use that the receiver confirms') } },
};

export const BulkAssaysRequest = named(
  'RecordAssays',
  'Assays to record in one request.',
  rowsOf('`{ "idempotencyKey"?, "assay" }`, the assay as RecordAssay'),
  BULK_ASSAYS,
);
export const BulkAnalysesRequest = named(
  'RecordAnalyses',
  'Analyses to record in one request.',
  rowsOf('`{ "idempotencyKey"?, "analysis" }`, the analysis as RecordAnalysis'),
  BULK_ANALYSES,
);
export const BulkDispositionsRequest = named(
  'DisposeOfBatches',
  'Sales, uses and disposals to record in one request.',
  rowsOf('`{ "idempotencyKey"?, "batchId", "disposition" }`, the disposition as DisposeOfBatch'),
  BULK_DISPOSITIONS,
);
export const BulkUsesRequest = named(
  'ConfirmUses',
  'Confirmations of use to record in one request.',
  rowsOf('`{ "idempotencyKey"?, "dispositionId", "confirmation" }`, the confirmation as ConfirmUse'),
  BULK_CONFIRMED_USES,
);

export const BulkAssaysResponse = named(
  'RecordedAssays',
  'Result for each assay of a bulk request: recorded, replayed or refused.',
  z.object(resultsOf('assay', 'POST /v1/assays')),
  bulkResult('assay'),
);
export const BulkAnalysesResponse = named(
  'RecordedAnalyses',
  'Result for each analysis of a bulk request: recorded, replayed or refused.',
  z.object(resultsOf('analysis', 'POST /v1/analyses')),
  bulkResult('analysis'),
);
export const BulkDispositionsResponse = named(
  'RecordedDispositions',
  'Result for each disposition of a bulk request: recorded, replayed or refused.',
  z.object(resultsOf('disposition', 'POST /v1/batches/{id}/dispositions')),
  bulkResult('disposition'),
);
export const BulkUsesResponse = named(
  'ConfirmedUses',
  'Result for each confirmation of use of a bulk request: recorded, replayed or refused.',
  z.object(resultsOf('confirmation', 'POST /v1/dispositions/{id}/confirmations')),
  bulkResult('useConfirmation'),
);
