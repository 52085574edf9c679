/** Batteries said to be outside the balance, and fed nevertheless, lift no rate unseen. Each case has a smelter of its own. */
import { beforeAll, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);
let point: Enterprise;

beforeAll(async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  point = await plant.enterprise('collection_point', ['collection', 'transport']);
}, 60_000);

const recycler = () => plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
const lead = (tonnes: number) => [{ item: 'refined_lead', massGrams: Math.round(tonnes * TONNE), leadPpm: 1_000_000 }];

it.each(['D10', 'R4'])('batteries of method %s that leave for a friend need a review', async (treatmentMethod) => {
  const [who, friend] = [await recycler(), await recycler()];
  const fed = await plant.deliver({ who: point }, { who }, { tonnes: 82.5, day: 3 });
  const rest = await plant.deliver({ who: point }, { who }, { tonnes: 17.5, day: 4, treatmentMethod });
  await plant.smelt(who, { [fed]: 82.5 }, 47.56);
  const sent = await plant.send({ who }, { who: friend }, { batchId: rest, tonnes: 17.5, day: 21 });
  await plant.decide(friend, sent, on(21, 12), { treatmentMethod });
  await plant.countBoth(who, lead(47.56));
  const { status, headline, json, findings } = await plant.rate(who);
  expect([status, headline]).toEqual(['flagged', '99.39']);
  expect(findings).toContain('UNCONFIRMED_MASS');
  const { facts } = json.findings.find(({ code }: { code: string }) => code === 'UNCONFIRMED_MASS');
  expect(facts).toMatchObject({ sentGrams: 17.5 * TONNE });
});

/** Has a load of 21 t at the gate since an instant; all 121 t are fed. */
async function smeltWithLoadSince(day: number, month: number) {
  const who = await recycler();
  const batchId = await plant.collect({ who: point }, 21, on(1, 8, 9));
  await plant.send({ who: point }, { who }, { batchId, tonnes: 21, day, month });
  const fed = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  await plant.smelt(who, { [fed]: 100 }, 57.548);
  await plant.countBoth(who, lead(57.548));
  return plant.rate(who);
}

it.each([
  [28, 9],
  [10, 10],
])('a load that waits at the gate since %i/%i needs a review', async (day, month) => {
  const { status, headline, json } = await smeltWithLoadSince(day, month);
  expect([status, headline]).toEqual(['flagged', '99.22']);
  expect(json.findings).toContainEqual(
    expect.objectContaining({
      ...{ code: 'LOADS_WAITING', severity: 'flag' },
      facts: { countedOn: '2026-10-31', loads: 1, massGrams: 21 * TONNE, storedDays: 15 },
    }),
  );
  const { facts } = json.findings.find(({ code }: { code: string }) => code === 'TOLERANCES_TOGETHER');
  expect(facts.gateGrams).toBeGreaterThan(12 * TONNE);
});

/** Smelts 100 t of which the products miss some lead, and states emissions to water. */
async function smeltWithEmission(leadGrams: number) {
  const who = await recycler();
  const fed = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  await plant.smelt(who, { [fed]: 100 }, 57.3);
  await plant.countBoth(who, lead(57.3));
  const emission = {
    medium: 'water',
    method: '估算',
    monitoringPoint: 'DW001',
    siteId: who.siteId,
    occurredAt: on(25),
  };
  await ok(who.post('/v1/emissions', { ...emission, leadGrams }));
  return (await plant.rate(who)).findings;
}

it('an estimated emission explains no missing lead beyond what a works emits', async () => {
  expect(await smeltWithEmission(700_000)).toContain('EMISSIONS_HIGH');
  expect(await smeltWithEmission(29_000)).not.toContain('EMISSIONS_HIGH');
});
