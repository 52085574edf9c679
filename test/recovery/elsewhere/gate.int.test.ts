/** Loads that wait at the gate without a decision: those of the end may be in the furnace, whatever left the gate since the opening. */
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { batchInput } from '../../app/fixture.ts';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { letSlagLeaveByRecord } from '../sales/slag-by-record.ts';
import { codesOf, t, usePlant } from '../stock/plant.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, sell, count, rate, post, assay } = usePlant();

beforeAll(async () => {
  await letSlagLeaveByRecord(app);
  app.clock.now = new Date('2027-02-03T04:00:00.000Z');
});
beforeEach(settle);

/** Lets a load come to the works on a day, and be accepted on another one. Returns the accepted batch. */
async function wait(massGrams: number, arrivesOn: string, acceptedOn: string) {
  const { plant, point } = who;
  const pieces = 1_000;
  const declaration = { massGrams, pieces, occurredAt: `${arrivesOn}T00:00:00+08:00` };
  const { id: batchId } = await post('/batches', batchInput(point.siteId, declaration), point);
  const { id } = await post(
    '/manifests',
    {
      ...{ carrierId: plant.partyId, receiverId: plant.partyId, receiverSiteId: plant.siteId },
      ...{ consignorSiteId: point.siteId },
      lines: [{ batchId, massGrams, pieces, packaging: 'pallet', packages: 1 }],
    },
    point,
  );
  const at = (hour: number) => `${arrivesOn}T0${hour}:00:00+08:00`;
  const paper = { number: `纸门-${id.slice(-8)}`, reason: '演示', transferCompletedAt: at(1) };
  await post(`/manifests/${id}/register-paper`, { at: at(1), ...paper }, point);
  await post(`/manifests/${id}/backfill`, { at: at(1) }, point);
  await post(`/manifests/${id}/hand-over`, { at: at(2) }, point);
  await post(`/manifests/${id}/depart`, { at: at(3), plates: ['桂A12345'], from: '演示' });
  await post(`/manifests/${id}/arrive`, { at: at(4) });
  const accepted = [{ line: 1, acceptedGrams: massGrams, acceptedPieces: pieces, treatmentMethod: 'R4' }];
  const body = { at: `${acceptedOn}T05:00:00+08:00`, lines: accepted };
  const { lines } = await post(`/manifests/${id}/accept`, body);
  await assay(lines[0].receivedBatchId, 580_000, `${acceptedOn}T06:00:00+08:00`);
  return { batchId: lines[0].receivedBatchId as string, massGrams, pieces };
}

/** A load is honestly at the gate at the opening. Another one waits there at the end in the books, and was fed in secret. */
async function smelt(waiting: number): Promise<void> {
  await count('2026-12-31');
  const first = await wait(waiting, '2026-12-29', '2027-01-02');
  const load = await receive(t(100) - waiting, 580_000, '2027-01-03');
  await wait(waiting, '2027-01-25', '2027-02-02');
  const run = await open('2027-01-04');
  await feed(run, '2027-01-05', [load, first]);
  const [product = '', slag = ''] = await yieldFrom(run, '2027-01-26', [
    ['refined_lead', t(56.26), 1_000_000],
    ['slag', t(23.2), 50_000],
  ]);
  await close(run, '2027-01-27');
  await sell(product, t(56.26), '2027-01-28');
  const left = { kind: 'disposal', massGrams: t(23.2), receiverName: '演示处置中心' };
  await post(`/batches/${slag}/dispositions`, { ...left, occurredAt: '2027-01-29T12:00:00+08:00' });
  await count('2027-01-31');
}

it('the whole gate of the end counts, also when as much was there at the opening, and the evidence shows it', async () => {
  await smelt(t(18.3));
  const flagged = await rate('2027-01');
  expect([flagged.status, flagged.rates.headline.percent]).toEqual(['flagged', '97.00']);
  const together = flagged.findings.find(({ code }: { code: string }) => code === 'TOLERANCES_TOGETHER');
  expect(together.facts.gateGrams).toBeGreaterThan(t(18.3 * 0.58));
  const { check } = await import(fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url)));
  const { id } = await post('/assessments', { period: '2027-01', method: 'lead-recovery' }, who.first);
  await app.follow();
  const archive = await packed(app, id);
  expect(codesOf(check(archive).snapshot.evaluation)).toContain('TOLERANCES_TOGETHER');
  const without = await forged(archive, (files) => {
    for (const path of ['snapshot.json', 'snapshot.en.json']) {
      changeJson(files, path, ({ evaluation, methods }) => {
        for (const one of [evaluation, ...methods]) {
          const findings = one.findings.filter(({ code }: { code: string }) => code !== 'TOLERANCES_TOGETHER');
          const isFlagged = findings.some(({ severity }: { severity: string }) => severity === 'flag');
          Object.assign(one, { findings, ...(!isFlagged && { status: 'clear' }) });
        }
      });
    }
  });
  expect(() => check(without)).toThrow('TOLERANCES_TOGETHER');
});

it('a small load at the gate needs no review', async () => {
  await smelt(t(0.2));
  expect(await rate('2027-01')).toMatchObject({ status: 'clear' });
});
