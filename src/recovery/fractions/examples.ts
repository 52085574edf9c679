/** Example of the fractions of a period, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const SLAG = { fraction: 'slag' as const, records: 1 };
const NOTHING_COUNTED = { countedGrams: 0, countedGramsExact: '0', withoutLeadGramsExact: '0' };

export const FRACTIONS_EXAMPLE = {
  partyId: ids.recycler,
  period: '2026-10',
  asOf: '2026-11-01T01:10:00.000Z',
  input: {
    fedGrams: 198_390,
    dryGramsExact: '176170.32',
    waterGramsExact: '22219.68',
    sulphuricAcidGramsExact: '17458.32',
  },
  fractions: [
    { ...SLAG, fate: 'material' as const, massGrams: 12_000, ...NOTHING_COUNTED },
    { ...SLAG, fate: 'unconfirmed' as const, massGrams: 3_000, ...NOTHING_COUNTED },
    { ...SLAG, fate: 'stock' as const, records: 2, massGrams: 1_000, ...NOTHING_COUNTED },
  ],
  findings: [],
};
