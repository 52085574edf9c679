/** Months, quarters and years; a period in progress, and one that has not begun; the trace of a later change. */
import { beforeAll, expect, it } from 'vitest';
import { codesOf, t, termOf, usePlant } from '../stock/plant.ts';

const { app, who, settle, receive, rate, count } = usePlant();

beforeAll(() => settle());

it('a period that has not begun is refused, and one that is in progress is provisional', async () => {
  await receive(t(10), 580_000, 3);
  for (const day of ['2026-09-30', '2026-10-31']) {
    await count(day, [{ item: 'batteries', massGrams: day < '2026-10' ? 0 : t(10), leadPpm: 580_000 }]);
  }
  const { partyId } = who.plant;
  for (const period of ['2026-12', '2027-Q1', '2099']) {
    const refused = await who.plant.get(`/v1/recovery?partyId=${partyId}&period=${period}`);
    expect(refused).toMatchObject({
      status: 422,
      json: { code: 'period-in-future', pointer: '#/query/period', period },
    });
    expect((await who.plant.get(`/v1/recovery/records?partyId=${partyId}&period=${period}`)).status).toBe(422);
  }
  for (const [period, provisional] of [
    ['2026-10', false],
    ['2026-11', true],
    ['2026-Q3', false],
    ['2026-Q4', true],
    ['2026', true],
  ] as const) {
    const found = await rate(period);
    expect([found.provisional, codesOf(found).includes('PERIOD_IN_PROGRESS'), found.period]).toEqual([
      ...[provisional, provisional, period],
    ]);
  }
  expect(termOf(await rate('2026-Q4'), 'received').leadGrams).toBe(t(5.8));
  for (const period of ['2026-Q5', '2026-13', '2026-q4']) {
    expect((await who.plant.get(`/v1/recovery?partyId=${partyId}&period=${period}`)).status, period).toBe(400);
  }
});

it('a rate names the time of its evaluation, and a place of the journal that grows with what is recorded', async () => {
  await app.follow();
  const before = await rate();
  expect(before.asOf).toBe(app.clock.now.toISOString());
  expect(before.journalIndex).toBeGreaterThan(0);
  expect(await rate()).toEqual(before);
  await receive(t(5), 580_000, 12);
  await app.follow();
  const after = await rate();
  expect(termOf(after, 'received').leadGrams - termOf(before, 'received').leadGrams).toBe(t(2.9));
  expect(after.journalIndex).toBeGreaterThan(before.journalIndex);
});
