/** Corrections of a month that is long over, in its rate. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { t, usePlant } from '../stock/plant.ts';

const plant = usePlant();
const { app, who, receive, open, feed, yieldFrom, close, sell, count, rate, post } = plant;
beforeAll(() => {
  app.clock.now = new Date('2026-11-03T04:00:00.000Z');
});
beforeEach(async () => {
  app.clock.now = new Date('2026-11-03T04:00:00.000Z');
  await plant.settle();
});

/** Smelts 100 t of batteries with 58 % lead, and counts. */
async function october() {
  await count('2026-09-30');
  const load = await receive(t(100), 580_000, 3);
  const run = await open(4);
  await feed(run, 5, [load]);
  const [product = '', slag = ''] = await yieldFrom(run, 6, [
    ['refined_lead', t(54.5), 1_000_000],
    ['slag', t(23.2), 50_000],
  ]);
  await close(run, 7);
  await sell(product, t(50), 8);
  await post(`/batches/${slag}/dispositions`, {
    ...{ kind: 'disposal', massGrams: t(23.2), receiverName: '演示处置中心', occurredAt: '2026-10-09T12:00:00+08:00' },
  });
  await count('2026-10-31', [{ item: 'refined_lead', massGrams: t(4.5), leadPpm: 1_000_000 }]);
  return { run, product };
}

const correct = async (run: string, output: string, massGrams: number) => {
  const path = `/v1/runs/${run}/outputs/${output}/corrections`;
  const { status, text } = await who.plant.post(path, { reason: '抄录有误', massGrams }, { 'if-match': '*' });
  expect(status, text).toBe(201);
};
const lateIn = ({ findings }: { findings: { code: string; severity: string; facts: object }[] }) =>
  findings.filter(({ code }) => code === 'RECORDS_LATE').map(({ severity, facts }) => [severity, facts]);

it('an output that is corrected after the days of law is noted, and flagged beyond the uncertainty', async () => {
  const { run, product } = await october();
  expect(lateIn(await rate())).toEqual([]);
  app.clock.now = new Date('2026-12-15T15:00:00.000Z');
  await correct(run, product, t(54.6));
  expect(lateIn(await rate())).toEqual([]);
  app.clock.now = new Date('2026-12-15T17:00:00.000Z');
  await correct(run, product, t(54.8));
  const facts = { records: 1, leadGrams: t(0.2), days: 45, sharePercent: '0.34' };
  expect(lateIn(await rate())).toMatchObject([['note', facts]]);
  await correct(run, product, t(50));
  expect(lateIn(await rate())).toMatchObject([['flag', { records: 1, leadGrams: t(4.6) }]]);
  // Undone within the late time, nothing was changed.
  await correct(run, product, t(54.6));
  expect(lateIn(await rate())).toEqual([]);
});

it('an output that is added to a closed month is late with its whole mass', async () => {
  const { run, product } = await october();
  app.clock.now = new Date('2027-03-01T04:00:00.000Z');
  await correct(run, product, t(54.4));
  const feedOf = { supplierName: '演示供货方', sourceKind: 'concentrate', massGrams: t(2), documentNumber: '磅-1' };
  const supply = await post('/supplies', {
    ...{ ...feedOf, siteId: who.plant.siteId, receivedAt: '2026-10-03T08:00:00+08:00' },
    assay: { ...plant.finding('2026-10-03T08:00:00+08:00'), ppm: 600_000 },
  });
  const later = await open(10);
  await feed(later, 11, [{ batchId: supply.batchId, massGrams: t(2), pieces: 0 }]);
  await yieldFrom(later, 12, [['refined_lead', t(1), 1_000_000]]);
  const [[, facts] = []] = lateIn(await rate());
  expect(facts).toMatchObject({ leadGrams: t(2.3) });
});
