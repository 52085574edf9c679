/** Batteries said to be outside the balance, and fed nevertheless, lift no rate unseen. Each case has a smelter of its own. */
import { beforeAll, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { on, plantOf, TONNE } from '../plant.ts';

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
