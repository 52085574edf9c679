import { expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import { certificateFileOf } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

const sample = { femtogramsPerCubicMetre: 50_000, oxygenBasisPoints: 1_450, cubicMetresPerHour: 60_000 };
const SAMPLE = { ...sample, celsius: 82, moistureBasisPoints: 610, loadBasisPoints: 9_200 };
const MEASURED = {
  ...{
    outlet: 'DA003',
    furnace: '侧吹炉',
    pvcSeparated: true,
    technologyClass: '3',
    cmaNumber: '演示',
    laboratory: '演示',
  },
  ...{ method: 'HJ 77.2-2008', nonDetectRule: 'half_limit', teqScheme: 'i_tef', samples: [SAMPLE, SAMPLE, SAMPLE] },
  ...{ operatingHours: 7_200, productGrams: 60_000_000_000 },
  ...{ startedAt: '2026-10-05T08:00:00+08:00', sampledAt: '2026-10-05T16:00:00+08:00' },
};

it('a year has the release before and after, and a correction replaces what it corrects', async () => {
  const smelter = await app.enterprise({ kind: 'recycler' });
  const neighbour = await app.enterprise({ kind: 'recycler' });
  const measure = (changes: object) =>
    smelter.post('/v1/dioxin-measurements', { siteId: smelter.siteId, ...MEASURED, ...changes });
  const before = { startedAt: '2024-10-05T08:00:00+08:00', sampledAt: '2024-10-05T16:00:00+08:00' };
  await ok(measure({ ...before, technologyClass: '1', pvcSeparated: false }));
  const wrong = await ok(measure({ operatingHours: 8_000 }));
  const read = () => smelter.get(`/v1/recovery/dioxin?year=2026&partyId=${smelter.partyId}`);
  expect((await ok(read())).totals.measuredGrams).toBe('0.024000000000');
  await ok(measure({ replacesId: wrong.id }));
  const { items, totals } = await ok(read());
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    withinLimit: true,
    baselineClass: '1',
    technologyClass: '3',
    microgramsPerTonne: '0.360000',
  });
  expect(totals).toEqual({
    ...{ measuredGrams: '0.021600000000', factorGrams: '0.003000000000', baselineGrams: '4.800000000000' },
  });

  const codes = async (changes: object) => (await measure(changes)).json.code;
  expect(await codes({})).toBe('dioxin-exists');
  expect(await codes({ replacesId: wrong.id })).toBe('dioxin-exists');
  expect(await codes({ replacesId: wrong.id, outlet: 'DA004' })).toBe('dioxin-not-its-correction');
  expect(await codes({ outlet: 'DA005', startedAt: MEASURED.sampledAt })).toBe('dioxin-times-mixed');
  expect(await codes({ outlet: 'DA005', sampledAt: '2026-10-20T16:00:00+08:00' })).toBe('instant-in-future');
  expect(await codes({ samples: [SAMPLE] })).toBe('request-invalid');
  const other = await neighbour.post('/v1/dioxin-measurements', {
    siteId: neighbour.siteId,
    ...MEASURED,
    replacesId: wrong.id,
  });
  expect([other.status, other.json.code]).toEqual([404, 'dioxin-missing']);
  expect((await neighbour.get(`/v1/recovery/dioxin?year=2026&partyId=${smelter.partyId}`)).status).toBe(404);
  const odd = await smelter.get(`/v1/recovery/dioxin?year=2027&partyId=${smelter.partyId}`);
  expect([odd.status, odd.json.code]).toEqual([422, 'period-in-future']);
});

it('a year is held against the processing runs, and names what a person must review', async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  const smelter = await plant.enterprise('recycler', ['recycling', 'collection']);
  const ask = async () => {
    const { status, findings } = await ok(smelter.get(`/v1/recovery/dioxin?year=2026&partyId=${smelter.partyId}`));
    return [status, findings.map(({ code }: { code: string }) => code)];
  };
  expect(await ask()).toEqual(['clear', []]);
  await plant.smelt(smelter, { [await plant.collect({ who: smelter }, 12, on(1))]: 12 }, 7);
  expect(await ask()).toEqual(['flagged', ['DIOXIN_NOT_MEASURED']]);
  const certificateFileId = await certificateFileOf(smelter);
  const samples = Array(3).fill({ ...SAMPLE, cubicMetresPerHour: 100 });
  const measure = (changes: object) =>
    ok(
      smelter.post('/v1/dioxin-measurements', {
        ...{
          siteId: smelter.siteId,
          ...MEASURED,
          samples,
          certificateFileId,
          certificateNumber: '演示检-9',
          ...changes,
        },
      }),
    );
  const { id: replacesId } = await measure({ productGrams: 6 * TONNE, operatingHours: 0 });
  expect(await ask()).toEqual(['flagged', ['DIOXIN_PRODUCTION_DIFFERS', 'DIOXIN_HOURS_LOW', 'DIOXIN_HOURS_MISSING']]);
  const { id: corrected } = await measure({ productGrams: 7 * TONNE, replacesId, operatingHours: 446 });
  expect(await ask()).toEqual(['flagged', ['DIOXIN_REPLACED']]);
  // A run was open for 446 hours.
  await measure({ productGrams: 7 * TONNE, replacesId: corrected, operatingHours: 222 });
  expect(await ask()).toEqual(['flagged', ['DIOXIN_HOURS_LOW', 'DIOXIN_REPLACED']]);
});
