/** Examples of requests and answers about recycling, for the description of the API. */
import { EXAMPLE_IDS } from '../core/example-ids.ts';
import { SAMPLED } from './samples/examples.ts';

const ids = EXAMPLE_IDS;
const OWN = { partyId: ids.recycler, siteId: ids.recyclingSite };

export const OPEN_RUN = { siteId: ids.recyclingSite, startedAt: '2026-10-08T08:00:00+08:00', process: 'integrated' };

export const FEED_RUN = {
  fedAt: '2026-10-08T09:00:00+08:00',
  lines: [{ batchId: ids.receivedBatch, massGrams: 198_390, pieces: 12 }],
};

export const YIELD = {
  yieldedAt: '2026-10-09T18:00:00+08:00',
  outputs: [
    { material: 'refined_lead', massGrams: 112_000 },
    { material: 'slag', massGrams: 16_000 },
  ],
};

export const CLOSE_RUN = { closedAt: '2026-10-10T08:00:00+08:00', carriedGrams: 5_000 };

export const RUN = {
  id: ids.run,
  ...OWN,
  process: 'integrated',
  state: 'open' as const,
  startedAt: '2026-10-08T00:00:00.000Z',
  closedAt: null,
  fedGrams: 198_390,
  yieldedGrams: 128_000,
  gainedGrams: 0,
  lostGrams: 0,
  carriedGrams: 0,
  heldGrams: 70_390,
  recordedAt: '2026-10-08T00:00:00.120Z',
};

/** The run as the answers to its opening, its feeds and its closing show it. */
export const OPENED_RUN = { ...RUN, fedGrams: 0, yieldedGrams: 0, heldGrams: 0 };
export const FED_RUN = { ...RUN, yieldedGrams: 0, heldGrams: 198_390 };
export const CLOSED_RUN = {
  run: {
    ...{ ...RUN, state: 'closed' as const, closedAt: '2026-10-10T00:00:00.000Z' },
    ...{ lostGrams: 65_390, carriedGrams: 5_000, heldGrams: 0 },
  },
  batches: [
    {
      ...{ id: ids.suppliedBatch, kind: 'other_feed' as const, material: 'work_in_progress' },
      ...{ materialCode: 'work_in_progress', massGrams: 5_000 },
    },
  ],
};

export const RUN_BATCHES = {
  run: RUN,
  batches: [
    {
      id: ids.productBatch,
      kind: 'product' as const,
      material: 'refined_lead',
      materialCode: 'refined_lead',
      massGrams: 112_000,
    },
    {
      ...{
        id: '0199f2c4-5b1e-7d30-9a44-000000000037',
        kind: 'residue' as const,
        material: '321-016-48',
        materialCode: 'slag',
      },
      massGrams: 16_000,
    },
  ],
};

export const RUN_MOVEMENT = {
  id: '5120',
  kind: 'feed' as const,
  batchId: ids.receivedBatch,
  direction: 'in' as const,
  material: '900-052-31',
  materialCode: null,
  massGrams: 198_390,
  pieces: 12,
  occurredAt: '2026-10-08T01:00:00.000Z',
  recordedAt: '2026-10-08T01:00:00.098Z',
};

export const RECORD_ASSAY = {
  basis: 'batch' as const,
  batchId: ids.receivedBatch,
  ppm: 580_000,
  method: '破碎取样，XRF 法',
  laboratory: '演示检测中心',
  laboratoryKind: 'external' as const,
  laboratoryId: ids.laboratory,
  sampleMark: '演示样-1008',
  certificateNumber: '演示检-2026-1008',
  sampledAt: '2026-10-07T14:00:00+08:00',
};

export const ASSAY = {
  id: ids.assay,
  partyId: ids.recycler,
  basis: 'batch' as const,
  batchId: ids.receivedBatch,
  runId: null,
  material: null,
  supplierId: null,
  batteryKind: null,
  substance: 'lead' as const,
  ppm: 580_000,
  wetBasis: true,
  moisturePpm: 0,
  method: '破碎取样，XRF 法',
  laboratory: '演示检测中心',
  laboratoryKind: 'external' as const,
  laboratoryId: ids.laboratory,
  sampleMark: '演示样-1008',
  certificateNumber: '演示检-2026-1008',
  certificateSha256: null,
  certificateFileId: null,
  sampledAt: '2026-10-07T06:00:00.000Z',
  replacesId: null,
  sampled: SAMPLED,
  recordedAt: '2026-10-07T08:00:00.000Z',
};

const SUPPLIED = {
  sourceKind: 'crude_lead',
  supplierName: '演示冶炼厂',
  documentNumber: '演示购-2026-001',
  massGrams: 20_000_000,
};

export const RECORD_SUPPLY = {
  siteId: ids.recyclingSite,
  ...SUPPLIED,
  receivedAt: '2026-10-03T10:00:00+08:00',
  assay: { ppm: 970_000, method: 'ICP-OES', laboratory: '演示检测中心', sampledAt: '2026-10-03T10:30:00+08:00' },
};

export const SUPPLY = {
  corrections: 0,
  id: ids.supply,
  ...OWN,
  batchId: ids.suppliedBatch,
  ...SUPPLIED,
  receivedAt: '2026-10-03T02:00:00.000Z',
  recordedAt: '2026-10-03T02:40:00.000Z',
};

const SOLD = {
  kind: 'sale' as const,
  massGrams: 112_000,
  receiverName: '演示电池厂',
  contractNumber: '演示销-2026-001',
};

export const DISPOSE = { ...SOLD, occurredAt: '2026-10-12T10:00:00+08:00' };

export const DISPOSITION = {
  corrections: 0,
  id: ids.disposition,
  partyId: ids.recycler,
  batchId: ids.productBatch,
  ...SOLD,
  confirmationNumber: null,
  use: null,
  receiverId: null,
  occurredAt: '2026-10-12T02:00:00.000Z',
  recordedAt: '2026-10-12T02:01:00.000Z',
};

export const COUNT_STOCK = {
  siteId: ids.recyclingSite,
  countedOn: '2026-10-31',
  countedBy: '演示盘点人',
  lines: [
    { item: 'batteries', massGrams: 300_000_000, pieces: 18_200, leadPpm: 580_000 },
    { item: 'furnace', massGrams: 20_000_000, leadPpm: 900_000 },
  ],
};

export const STOCK_COUNT = {
  id: ids.stockCount,
  ...OWN,
  countedOn: '2026-10-31',
  countedBy: '演示盘点人',
  lines: [
    {
      ...{ item: 'batteries', term: 'battery_stock' as const, massGrams: 300_000_000, pieces: 18_200 },
      ...{ leadPpm: 580_000, evidence: null },
    },
    {
      ...{ item: 'furnace', term: 'work' as const, massGrams: 20_000_000, pieces: null },
      ...{ leadPpm: 900_000, evidence: null },
    },
  ],
  replacesId: null,
  recordedAt: '2026-11-01T01:00:00.000Z',
};

const EMITTED = { medium: 'air' as const, leadGrams: 5_200, method: 'CEMS', monitoringPoint: 'DA001' };

export const RECORD_EMISSION = {
  siteId: ids.recyclingSite,
  ...EMITTED,
  occurredAt: '2026-10-31T23:00:00+08:00',
};

export const EMISSION = {
  corrections: 0,
  id: ids.emission,
  ...OWN,
  ...EMITTED,
  reportNumber: null,
  occurredAt: '2026-10-31T15:00:00.000Z',
  recordedAt: '2026-11-01T01:10:00.000Z',
};
