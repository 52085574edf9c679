import { expect, it } from 'vitest';
import {
  type Elsewhere,
  sentElsewhere,
  unseenElsewhere,
  unseenOfSite,
} from '../../../src/recovery/elsewhere/elsewhere.ts';
import { leadIn } from '../../../src/recovery/lead.ts';

const half = (massGrams: number) => ({ massGrams, lead: leadIn(massGrams, 500_000, 0) });
const SITE: Elsewhere = {
  ...{ siteId: 's', siteName: '自有转运点', countedOn: '2027-01-31', items: ['batteries', 'battery_scrap'] },
  ...{ held: half(100), open: half(0), missing: half(0), observation: null },
};
const seen = (...lines: { item: string; massGrams: number }[]): Elsewhere['observation'] => ({
  ...{ observationId: 'o', countId: 'c', observedOn: '2027-01-31', reportNumber: '1' },
  lines,
});
const pure = (grams: number) => leadIn(grams, 1_000_000, 0);

it('an observation shows the batteries in the books of a site, and never more', () => {
  expect(unseenOfSite(SITE)).toBe(pure(50));
  const lines = [
    { item: 'batteries', massGrams: 30 },
    { item: 'battery_scrap', massGrams: 10 },
    { item: 'refined_lead', massGrams: 60 },
  ];
  expect(unseenOfSite({ ...SITE, observation: seen(...lines) })).toBe(pure(30));
  expect(unseenOfSite({ ...SITE, observation: seen({ item: 'batteries', massGrams: 1_000 }) })).toBe(0n);
});

it('loads that are not accepted and mass that is missing are seen by none', () => {
  const observation = seen({ item: 'batteries', massGrams: 1_000 });
  expect(unseenOfSite({ ...SITE, open: half(8), missing: half(2), observation })).toBe(pure(5));
  expect(unseenOfSite({ ...SITE, held: half(0), open: half(8), observation })).toBe(pure(4));
});

it('sites with lead that was not seen are named once', () => {
  const clear = { ...SITE, siteName: '东区收集点', observation: seen({ item: 'batteries', massGrams: 100 }) };
  expect(unseenElsewhere([SITE, clear, SITE])).toEqual({ elsewhere: pure(100), sites: ['自有转运点'] });
  expect(unseenElsewhere([])).toEqual({ elsewhere: 0n, sites: [] });
});

it('what left sites for others is added up where the law counts it', () => {
  const sent = [{ ...SITE, sent: half(7) }, SITE, { ...SITE, sent: half(1) }];
  expect(sentElsewhere(sent, { sites: 'all' })).toEqual(half(8));
  expect(sentElsewhere(sent, { sites: 'recyclers' })).toEqual({ massGrams: 0, lead: 0n });
});
