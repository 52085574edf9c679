/** A quarter with a blocked month cannot be certified without a reason for it. */
import { expect, it } from 'vitest';
import { useProcedure } from '../assessments/procedure.ts';
import { ok, TONNE } from '../plant.ts';

const { app, plant, people } = useProcedure();

it('names the month inside the quarter that a finding blocks', async () => {
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const received = await plant.deliver({ who: people.point }, { who }, { tonnes: 100, day: 3 });
  await plant.smelt(who, { [received]: 100 }, 57.6);
  const lead = { item: 'refined_lead', massGrams: Math.round(57.6 * TONNE), leadPpm: 1_000_000 };
  await plant.countBoth(who, [lead, { item: 'batteries', massGrams: 50 * TONNE, leadPpm: 580_000 }]);
  app.clock.now = new Date('2027-01-05T02:00:00.000Z');
  await plant.count({ who }, '2026-12-31', [lead]);
  await app.follow();
  const manager = await app.client({ subject: `manager-${who.partyId}`, partyId: who.partyId, loggedIn: true });
  const { id } = await ok(manager.post('/v1/assessments', { period: '2026-Q4' }));
  const { status, findings } = await ok(manager.get(`/v1/assessments/${id}/check`));
  expect(status).toBe('flagged');
  const found = findings.find(({ code }: { code: string }) => code === 'MONTHS_BLOCKED');
  expect(found.detail).toContain('2026-10 STOCK_DIFFERS_FROM_BOOKS');
  expect(found.detail).not.toContain('2026-12');
  expect((await ok(manager.post(`/v1/assessments/${id}/submit`, {}))).flags).toContain('MONTHS_BLOCKED');
}, 60_000);
