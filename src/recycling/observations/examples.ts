/** Examples of observed stock counts, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const LINES = [
  { item: 'batteries', massGrams: 300_000_000, remarks: null },
  { item: 'furnace', massGrams: 20_000_000, remarks: '按液位估算' },
];

const GIVEN = {
  observedOn: '2026-10-31',
  observer: '演示市生态环境局',
  reportNumber: '演示监盘-2026-12',
  lines: LINES,
};

export const OBSERVE_STOCK = GIVEN;

export const STOCK_OBSERVATION = {
  ...{ id: ids.stockObservation, countId: ids.stockCount, partyId: ids.recycler, siteId: ids.recyclingSite },
  ...{ countedOn: '2026-10-31', ...GIVEN, replacesId: null, recordedAt: '2026-11-01T01:10:00.000Z' },
};
