import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { manifestSweeps } from '../../../src/manifests/index.ts';
import { sealedUpTo } from '../../../src/platform/journal/index.ts';
import { basisOf } from '../../../src/recovery/kept/figure.ts';
import { computeApart, keptFigure } from '../../../src/recovery/kept/service.ts';
import { useApp } from '../../app/fixture.ts';
import { on, plantOf } from '../plant.ts';

const app = useApp();
const ANSWERS = { en: { lead: '12345678901234567890' }, zh: { lead: '12345678901234567890' } };

/** Gives a figure of an organisation, and says whether it was computed again. */
async function figureOf(partyId: string, { name = 'lead/2026-09', law = 'law' } = {}) {
  let computed = false;
  const { answers } = await keptFigure(app.deps.db, { partyId, name, basis: basisOf({}, law, false) }, async () => {
    computed = true;
    return { journalIndex: await sealedUpTo(app.deps.db), computedAt: app.clock.now, answers: ANSWERS };
  });
  expect(answers).toEqual(ANSWERS);
  return computed ? 'computed' : 'kept';
}

it('keeps a figure until the organisation records something, sealed or not', async () => {
  const plant = plantOf(app);
  const who = await plant.enterprise('recycler', []);
  const other = await plant.enterprise('recycler', []);
  await app.follow();
  expect(await figureOf(who.partyId)).toBe('computed');
  expect(await figureOf(who.partyId)).toBe('kept');
  await plant.collect({ who: other }, 1, on(2));
  expect(await figureOf(who.partyId)).toBe('kept');
  await app.follow();
  expect(await figureOf(who.partyId)).toBe('kept');
  await plant.collect({ who }, 1, on(2));
  expect(await figureOf(who.partyId)).toBe('computed');
  expect(await figureOf(who.partyId), 'what is not sealed may be missing in it').toBe('computed');
  await app.follow();
  expect(await figureOf(who.partyId)).toBe('computed');
  expect(await figureOf(who.partyId)).toBe('kept');
});

it('computes again when another organisation decides on a load, and when an authority changes a site', async () => {
  const plant = plantOf(app);
  const from = await plant.enterprise('recycler', ['collection', 'transport']);
  const to = await plant.enterprise('recycler', ['recycling']);
  const batchId = await plant.collect({ who: from }, 4, on(2, 1));
  const load = await plant.send({ who: from }, { who: to }, { batchId, tonnes: 4, day: 3 });
  await app.follow();
  await figureOf(from.partyId);
  expect(await figureOf(from.partyId)).toBe('kept');
  await plant.decide(to, load, on(4));
  expect(await figureOf(from.partyId)).toBe('computed');
  await app.follow();
  await figureOf(from.partyId);
  expect(await figureOf(from.partyId)).toBe('kept');
  await plant.site(from, 'recycler');
  expect(await figureOf(from.partyId)).toBe('computed');
});

it('keeps a figure when a last day of a load is near or has passed', async () => {
  const plant = plantOf(app);
  const from = await plant.enterprise('recycler', ['collection', 'transport']);
  const to = await plant.enterprise('recycler', ['recycling']);
  const batchId = await plant.collect({ who: from }, 4, on(2, 1));
  await plant.send({ who: from }, { who: to }, { batchId, tonnes: 4, day: 3 });
  await app.follow();
  await figureOf(to.partyId);
  const earlier = app.clock.now;
  const notices = async () => {
    const { rows } = await app.deps.db.execute(sql`select from journal_entries where kind like 'deadline.%'`);
    return rows.length;
  };
  expect(await notices()).toBe(0);
  app.clock.now = new Date(earlier.getTime() + 100 * 86_400_000);
  for (const { pass } of manifestSweeps(app.deps)) await pass();
  expect(await notices()).toBeGreaterThan(0);
  expect(await figureOf(to.partyId), 'before they are sealed').toBe('kept');
  await app.follow();
  expect(await figureOf(to.partyId), 'after they are sealed').toBe('kept');
  app.clock.now = earlier;
});

it('computes again under another law, and keeps one figure for each name', async () => {
  const who = await app.enterprise();
  await app.follow();
  expect(await figureOf(who.partyId)).toBe('computed');
  expect(await figureOf(who.partyId, { name: 'lead/2026-08' })).toBe('computed');
  expect(await figureOf(who.partyId)).toBe('kept');
  expect(await figureOf(who.partyId, { law: 'later law' })).toBe('computed');
  expect(await figureOf(who.partyId)).toBe('computed');
});

it('computes once for all that ask at the same time', async () => {
  const who = await app.enterprise();
  await app.follow();
  const all = await Promise.all(Array.from({ length: 30 }, () => figureOf(who.partyId)));
  expect(all.filter((one) => one === 'computed')).toHaveLength(1);
});

it('answers a caller that waits too long, and gives the figure to the next', async () => {
  const who = await app.enterprise();
  await app.follow();
  const key = { partyId: who.partyId, name: 'lead/2026-09', basis: basisOf({}, 'law', false) };
  const journalIndex = await sealedUpTo(app.deps.db);
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = async () => {
    await promise;
    return { journalIndex, computedAt: app.clock.now, answers: ANSWERS };
  };
  const impatient = () => keptFigure(app.deps.db, key, slow, 20);
  const unfinished = { code: 'overloaded', facts: { reason: 'computing-unfinished' } };
  await expect(impatient()).rejects.toMatchObject(unfinished);
  await expect(impatient()).rejects.toMatchObject(unfinished);
  resolve();
  const again = () => Promise.reject(new Error('computed again'));
  expect((await keptFigure(app.deps.db, key, again)).answers).toEqual(ANSWERS);
});

it('has a fingerprint of the law that a new rule changes', async () => {
  const before = (await app.deps.law()).fingerprint;
  app.clock.now = new Date(app.clock.now.getTime() + 120_000);
  expect((await app.deps.law()).fingerprint).toBe(before);
  await app.deps.db.execute(`insert into law_values (key, valid_from, valid_to, value, source, confidence)
    select key, '2099-01-01', null, value, source, confidence from law_values where key = 'recovery.lead-controls' limit 1`);
  app.clock.now = new Date(app.clock.now.getTime() + 120_000);
  expect((await app.deps.law()).fingerprint).not.toBe(before);
});

it('computes a large period in a process of its own, with the same answer', async () => {
  app.clock.now = new Date('2026-11-02T04:00:00Z');
  const plant = plantOf(app);
  const who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const from = await plant.enterprise('collection_point', ['collection', 'transport']);
  await plant.deliver({ who: from }, { who }, { tonnes: 10, day: 3 });
  await plant.countBoth(who);
  await app.follow();
  const input = { partyId: who.partyId, period: '2026-10', asOf: app.clock.now };
  const apart = await computeApart<object>(app.deps, input);
  for (const language of ['en', 'zh'] as const) {
    const { json } = await who.get(`/v1/recovery?partyId=${who.partyId}&period=2026-10`, {
      'accept-language': language,
    });
    expect(JSON.parse(JSON.stringify(apart.answers[language]))).toEqual(json);
  }
});

it('says that the service is busy when the other process does not answer', async () => {
  const input = { partyId: 'none', period: 'never', asOf: app.clock.now };
  await expect(computeApart(app.deps, input)).rejects.toMatchObject({
    code: 'overloaded',
    facts: { reason: 'computing-stopped' },
  });
});
