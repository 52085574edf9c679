/** Sales of the last days of a period: a receipt in the next one shows that the mass exists then, and not that it was made before. */
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { type Buyer, buyerOf, confirmSale } from '../buying.ts';
import { codesOf, t, usePlant } from '../stock/plant.ts';
import { letSlagLeaveByRecord } from './slag-by-record.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, sell, count, rate, post } = usePlant();

let buyer: Buyer;

beforeAll(async () => {
  await letSlagLeaveByRecord(app);
  app.clock.now = new Date('2027-02-20T04:00:00.000Z');
  buyer = await buyerOf(app);
});
beforeEach(settle);

/** Smelts 100 t to 82 % in January; more product is dated 30 January, and really made in February. Returns its batch. */
async function smelt(material: string, massGrams: number, ppm: number): Promise<string> {
  await count('2026-12-31');
  const load = await receive(t(100), 580_000, '2027-01-03');
  const run = await open('2027-01-04');
  await feed(run, '2027-01-05', [load]);
  const [product = '', slag = ''] = await yieldFrom(run, '2027-01-06', [
    ['refined_lead', t(47.56), 1_000_000],
    ['slag', t(23.2), 50_000],
  ]);
  await sell(product, t(47.56), '2027-01-08');
  const left = { kind: 'disposal', massGrams: t(23.2), receiverName: '演示处置中心' };
  await post(`/batches/${slag}/dispositions`, { ...left, occurredAt: '2027-01-09T12:00:00+08:00' });
  const [more = ''] = await yieldFrom(run, '2027-01-30', [[material, massGrams, ppm]]);
  await close(run, '2027-01-30');
  return more;
}

type Use = { readonly kind: 'use'; readonly use: string; readonly confirmationNumber: string };

async function leave(batchId: string, massGrams: number, receivedOn: string, use?: Use): Promise<void> {
  const sold = await post(`/batches/${batchId}/dispositions`, {
    ...{ kind: 'sale', massGrams, receiverId: buyer.partyId, receiverName: '演示电池制造厂', contractNumber: '合同-9' },
    ...{ occurredAt: '2027-01-31T20:00:00+08:00', ...use },
  });
  const { status, text } = await confirmSale(buyer, sold, { confirmedOn: receivedOn, ...(use && { use: use.use }) });
  if (status !== 201) throw new Error(text);
}

const unconfirmed = (severity: string, leadGrams: number) =>
  expect.objectContaining({ code: 'SALES_NOT_CONFIRMED', severity, facts: expect.objectContaining({ leadGrams }) });

it('products that were sold on the last day and received in the next month may have been made in it', async () => {
  const more = await smelt('refined_lead', t(8.7), 1_000_000);
  await leave(more, t(8.7), '2027-02-09');
  await count('2027-01-31');
  const flagged = await rate('2027-01');
  expect([flagged.status, flagged.rates.headline.percent]).toEqual(['flagged', '97.00']);
  expect(flagged.findings).toContainEqual(unconfirmed('flag', t(8.7)));
});

it('used by-products that were received in the next month may have been made in it', async () => {
  const more = await smelt('slag_used', t(30), 280_000);
  await leave(more, t(30), '2027-02-09', { kind: 'use', use: 'building-material', confirmationNumber: '确-9' });
  await count('2027-01-31');
  expect((await rate('2027-01')).findings).toContainEqual(unconfirmed('flag', t(8.4)));
});

it('products that were received on the last day existed then', async () => {
  const more = await smelt('refined_lead', t(8.7), 1_000_000);
  await leave(more, t(8.7), '2027-01-31');
  await count('2027-01-31');
  expect(codesOf(await rate('2027-01'))).not.toContain('SALES_NOT_CONFIRMED');
});

it('small deliveries of the last day are a note when the buyer receives them in the next month', async () => {
  const more = await smelt('refined_lead', t(0.1), 1_000_000);
  await leave(more, t(0.1), '2027-02-02');
  await count('2027-01-31');
  const clear = await rate('2027-01');
  expect(clear.findings).toContainEqual(unconfirmed('note', t(0.1)));
  expect(codesOf(clear)).not.toContain('SALES_CONTRADICTED');
});

it('a delivery that is received in two parts, one of them in the next month, is not contradicted', async () => {
  const more = await smelt('refined_lead', t(8.7), 1_000_000);
  const sold = await sell(more, t(8.7), '2027-01-31', { confirmed: false });
  await confirmSale(buyer, sold, { massGrams: t(8.6) });
  await confirmSale(buyer, sold, { massGrams: t(0.1), confirmedOn: '2027-02-01' });
  await count('2027-01-31');
  const { findings } = await rate('2027-01');
  expect(findings).toContainEqual(unconfirmed('note', t(0.1)));
  expect(codesOf({ findings })).not.toContain('SALES_CONTRADICTED');
});

it('the evidence states the day until which receipts count, and its verifier wants the last day', async () => {
  const { check } = await import(fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url)));
  const more = await smelt('refined_lead', t(8.7), 1_000_000);
  await leave(more, t(8.7), '2027-02-09');
  await count('2027-01-31');
  const { id } = await post('/assessments', { period: '2027-01', method: 'lead-recovery' }, who.first);
  await app.follow();
  const archive = await packed(app, id);
  expect(codesOf(check(archive).snapshot.evaluation)).toContain('SALES_NOT_CONFIRMED');
  const later = await forged(archive, (files) => {
    changeJson(files, 'grounds.json', ({ sales }) => Object.assign(sales, { receivedUntil: '2027-02-15' }));
  });
  expect(() => check(later)).toThrow('receipts of another day');
});
