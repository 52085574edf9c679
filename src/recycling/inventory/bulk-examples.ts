/** Examples of bulk requests, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { RECORD_ANALYSIS } from '../analyses/examples.ts';
import { DISPOSE, RECORD_ASSAY } from '../examples.ts';
import { CONFIRM_USE } from '../uses/examples.ts';

const { batchId: _, ...finding } = RECORD_ASSAY;

export const BULK_ASSAYS = [
  {
    idempotencyKey: '2026-10-07/1',
    assay: { ...finding, basis: 'declared_default', certificateNumber: '演示检-2026-1010' },
  },
];

const { batchId: __, ...content } = RECORD_ANALYSIS;

export const BULK_ANALYSES = [
  {
    idempotencyKey: '2026-10-07/1',
    analysis: {
      ...{ ...content, basis: 'material', material: 'plastics_light', substance: 'plastics', ppm: 950_000 },
      certificateNumber: '演示检-2026-1011',
    },
  },
];

export const BULK_DISPOSITIONS = [
  {
    idempotencyKey: '2026-10-12/1',
    batchId: ids.slagBatch,
    disposition: {
      ...DISPOSE,
      ...{ kind: 'use', use: 'raw-material', massGrams: 1_000, contractNumber: '演示销-2026-002' },
    },
  },
];

export const BULK_CONFIRMED_USES = [
  {
    idempotencyKey: '2026-10-20/1',
    dispositionId: ids.disposition,
    confirmation: { ...CONFIRM_USE, number: '演示确-2026-32', massGrams: 3_000 },
  },
];
