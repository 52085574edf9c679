import { expect, it } from 'vitest';
import { CONGENERS, type DioxinMeasurement, refuseOtherOutlet } from '../../../src/recycling/dioxin/measurement.ts';
import { CONGENER_WORDS } from '../../../src/recycling/dioxin/words.ts';
import { codeOf } from '../../batches/examples.ts';

const AT = new Date('2026-10-05T00:00:00.000Z');
const ONE: DioxinMeasurement = {
  ...{ id: 'one', partyId: 'party', siteId: 'site', outlet: 'DA003', furnace: '侧吹炉', pvcSeparated: true },
  ...{
    technologyClass: '3',
    startedAt: AT,
    sampledAt: AT,
    laboratory: '演示',
    cmaNumber: '演示',
    method: 'HJ 77.2-2008',
  },
  ...{
    nonDetectRule: 'half_limit',
    teqScheme: 'i_tef',
    samples: [],
    congeners: null,
    operatingHours: 1,
    productGrams: 1,
  },
  ...{ certificateNumber: null, certificateSha256: null, certificateFileId: null, replacesId: null, recordedAt: AT },
};

it('a correction may change everything but site, outlet and furnace', () => {
  expect(() => refuseOtherOutlet({ ...ONE, id: 'next', operatingHours: 2, technologyClass: '1' }, ONE)).not.toThrow();
  for (const changes of [{ siteId: 'other' }, { outlet: 'DA004' }, { furnace: '竖炉' }, { partyId: 'other' }]) {
    expect(codeOf(() => refuseOtherOutlet({ ...ONE, ...changes }, ONE))).toBe('dioxin-not-its-correction');
  }
});

it('there are 17 congeners with a toxic equivalency factor', () => {
  expect(new Set(CONGENERS).size).toBe(17);
  expect(Object.keys(CONGENER_WORDS).toSorted()).toEqual([...CONGENERS].toSorted());
});
