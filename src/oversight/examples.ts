/** Examples of figures and journal entries, for the description of the API. */
import { EXAMPLE_IDS } from '../core/example-ids.ts';

const { batch, collectionSite, collector, manifest, person } = EXAMPLE_IDS;

export const FLOWS = {
  level: 'city' as const,
  complete: true,
  items: [
    {
      month: '2026-10',
      from: '4501',
      fromName: '南宁市',
      to: '4502',
      toName: '柳州市',
      massGrams: 1_990_000,
      pieces: 121,
      manifests: 3,
    },
  ],
};

export const FLOW_RECORD = {
  manifestId: manifest,
  line: 1,
  journalIndex: 3_127,
  month: '2026-10',
  fromProvince: '45',
  fromCity: '4501',
  toProvince: '45',
  toCity: '4502',
  wasteCode: '900-052-31',
  batteryKind: 'starter',
  massGrams: 198_390,
  pieces: 12,
  acceptedAt: '2026-10-07T03:40:00.000Z',
};

export const JOURNAL = {
  items: [
    {
      index: 3_101,
      kind: 'batch.recorded',
      withheld: false,
      subject: `batch:${batch}`,
      number: 1,
      version: 1,
      actor: { subject: person, partyId: collector, source: 'local' },
      occurredAt: '2026-10-05T00:30:00.000Z',
      recordedAt: '2026-10-05T00:31:12.480Z',
      payload: { batchId: batch, siteId: collectionSite, massGrams: 198_400, pieces: 12 },
      previousHash: null,
      hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
  nextAfter: 3_101,
};
