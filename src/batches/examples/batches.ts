/** Examples of requests and answers about batches, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { collectingNotice } from '../collecting/problems.ts';
import { storageNotice } from '../storage/notices.ts';

const { batch, otherBatch, collector, collectionSite, recyclingSite } = EXAMPLE_IDS;

export const RECORD_BATCH = {
  origin: 'collected',
  siteId: collectionSite,
  batteryKind: 'starter',
  riskClass: 'I',
  condition: 'whole',
  massGrams: 198_400,
  pieces: 12,
  sourceType: 'repair-shop',
  supplierName: '演示汽修厂',
  occurredAt: '2026-10-05T08:30:00+08:00',
} as const;

export const BATCH = {
  id: batch,
  partyId: collector,
  siteId: collectionSite,
  kind: 'battery',
  material: '900-052-31',
  batteryKind: 'starter',
  riskClass: 'I',
  condition: 'whole',
  sourceType: 'repair-shop',
  supplierName: '演示汽修厂',
  evidence: null,
  massGrams: 198_400,
  pieces: 12,
  corrections: 0,
  occurredAt: '2026-10-05T00:30:00.000Z',
  recordedAt: '2026-10-05T00:31:12.480Z',
} as const;

const STORED = {
  siteId: collectionSite,
  shareBasisPoints: 8_200,
  stockGrams: 2_460_000,
  limitGrams: 3_000_000,
} as const;

export const STORAGE_WARNING = {
  code: 'storage-limit-reached',
  severity: 'note',
  ...storageNotice.text({ code: 'storage-limit-reached', facts: STORED }, 'zh'),
  facts: STORED,
} as const;

const COLLECTED = { siteId: collectionSite, wasteCode: '900-052-31' } as const;

export const COLLECTION_WARNING = {
  code: 'collection-unlicensed',
  severity: 'flag',
  ...collectingNotice.text({ code: 'collection-unlicensed', facts: COLLECTED }, 'zh'),
  facts: COLLECTED,
} as const;

export const BULK_RESULT = {
  recorded: 1,
  replayed: 0,
  refused: 1,
  items: [
    { row: 0, outcome: 'recorded' as const, id: batch },
    {
      row: 1,
      outcome: 'refused' as const,
      problem: {
        code: 'site-missing',
        title: '场所不存在',
        detail: `该单位没有编号为 ${recyclingSite} 的场所。`,
      },
    },
  ],
};

const GENERATION = {
  id: '4701',
  kind: 'generation' as const,
  fromBatchId: null,
  fromBoundary: 'generation' as const,
  toBatchId: batch,
  toBoundary: null,
  massGrams: 198_400,
  pieces: 12,
  evidence: null,
  occurredAt: BATCH.occurredAt,
  recordedAt: BATCH.recordedAt,
};

const SPLIT = {
  id: '4711',
  kind: 'split' as const,
  fromBatchId: batch,
  fromBoundary: null,
  toBatchId: otherBatch,
  toBoundary: null,
  massGrams: 100_000,
  pieces: 6,
  evidence: null,
  occurredAt: '2026-10-06T01:00:00.000Z',
  recordedAt: '2026-10-06T01:00:00.214Z',
};

export const BATCH_MOVEMENTS = {
  ...{ nextCursor: null, batchId: batch, balanceGrams: 98_400 },
  items: [
    { ...GENERATION, correctsId: null },
    { ...SPLIT, correctsId: null },
  ],
};

export const TRACE = {
  batch: { ...BATCH, massGrams: 98_400, pieces: 6 },
  direction: 'forward' as const,
  complete: true,
  steps: [
    {
      ...SPLIT,
      depth: 1,
      sharePpm: 504_032,
      otherEnd: {
        kind: 'battery' as const,
        material: '900-052-31',
        batteryKind: 'starter' as const,
        partyName: '演示收集有限公司',
        siteName: '演示收集网点',
      },
    },
  ],
};

export const BOOKS = {
  sumOfAccountsGrams: 0,
  negativeAccounts: 0,
  deviatingAccounts: 0,
  accounts: 1_204,
  movements: 3_877,
  boundaries: [{ name: 'generation' as const, massGrams: -48_210_400 }],
};

export const STORAGE = {
  siteId: recyclingSite,
  partyId: EXAMPLE_IDS.recycler,
  kind: 'recycler' as const,
  name: '演示再生铅厂',
  divisionCode: '450100',
  stockGrams: 860_000_000,
  batches: 214,
  oldestAt: '2026-08-02T01:15:00.000Z',
  limitGrams: 1_000_000_000,
  dueOn: '2027-08-02',
  massShareBasisPoints: 8_600,
  ageShareBasisPoints: 2_410,
  shareBasisPoints: 8_600,
  exceeded: false,
};
