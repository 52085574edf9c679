/** Products that were never made and "sold": only what an independent registered buyer received counts. */
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { buyerOf, confirmSale } from '../buying.ts';
import { certificateFileOf } from '../certificate.ts';
import { codesOf, t, usePlant } from '../stock/plant.ts';
import { letSlagLeaveByRecord } from './slag-by-record.ts';

const { app, who, settle, receive, open, feed, yieldFrom, close, count, rate: rateOf, post, get } = usePlant();

const in2027 = () => {
  app.clock.now = new Date('2027-02-03T04:00:00.000Z');
};
beforeAll(() => letSlagLeaveByRecord(app));
beforeEach(settle);

/** The rate without the note about the slag of each case. */
const rate = async (month = '2027-01') => {
  const { findings, ...answer } = await rateOf(month);
  return { ...answer, findings: findings.filter(({ code }: { code: string }) => code !== 'RESIDUES_WITHOUT_MANIFEST') };
};

/** Lead that is made of 58 t: 82 %. The books have 97 % of it, and all of that is sold. */
const MADE = t(47.56);
const STATED = t(56.26);

/** Smelts 100 t of batteries; the slag leaves. Returns the product. */
async function smelt(month = '2027-01', opening = '2026-12-31'): Promise<string> {
  await count(opening);
  const load = await receive(t(100), 580_000, `${month}-03`);
  const run = await open(`${month}-04`);
  await feed(run, `${month}-05`, [load]);
  const [product = '', slag = ''] = await yieldFrom(run, `${month}-06`, [
    ['refined_lead', STATED, 1_000_000],
    ['slag', t(23.2), 50_000],
  ]);
  await close(run, `${month}-07`);
  const left = { kind: 'disposal', massGrams: t(23.2), receiverName: '演示处置中心' };
  await post(`/batches/${slag}/dispositions`, { ...left, occurredAt: `${month}-09T12:00:00+08:00` });
  return product;
}

type Sale = { readonly massGrams: number; readonly receiverId?: string | null; readonly day?: string };
const sell = (product: string, { massGrams, receiverId = null, day = '2027-01-08' }: Sale) =>
  post(`/batches/${product}/dispositions`, {
    ...{ kind: 'sale', massGrams, receiverId, receiverName: '演示买方', contractNumber: '合同-9' },
    occurredAt: `${day}T12:00:00+08:00`,
  });

const shown = async () => {
  const { status, rates, findings } = await rate();
  return [status, rates.headline.percent, codesOf({ findings })];
};

it('invented sales lift a rate unseen where the law believes them', async () => {
  await app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence) values ('recovery.unconfirmed-sales',
     '2026-11-15', '2026-12-01', '{"sales": "believed", "massToleranceBasisPoints": 50, "transitDays": 15}', '演示', 'I')`,
  );
  app.clock.now = new Date('2026-12-02T04:00:00.000Z');
  const product = await smelt('2026-11', '2026-10-31');
  await sell(product, { massGrams: STATED, day: '2026-11-08' });
  await count('2026-11-30');
  expect(await rate('2026-11')).toMatchObject({ status: 'clear', findings: [] });
});

describe('invented sales', () => {
  beforeAll(in2027);

  it('to a name need a review', async () => {
    const product = await smelt();
    await sell(product, { massGrams: STATED });
    await count('2027-01-31');
    const flagged = await rate();
    expect([flagged.status, flagged.rates.headline.percent]).toEqual(['flagged', '97.00']);
    expect(flagged.findings).toMatchObject([
      {
        ...{ code: 'SALES_NOT_CONFIRMED', severity: 'flag' },
        facts: { deliveries: 1, massGrams: STATED, confirmedGrams: 0, leadGrams: STATED, sharePercent: '97.00' },
      },
    ]);
  });

  it('need a review beyond what the buyer received', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    const real = await sell(product, { massGrams: MADE, receiverId: buyer.partyId });
    await sell(product, { massGrams: STATED - MADE });
    await count('2027-01-31');
    expect((await confirmSale(buyer, real)).status).toBe(201);
    expect(await shown()).toEqual(['flagged', '97.00', ['SALES_NOT_CONFIRMED']]);
    expect((await rate()).findings[0].facts).toMatchObject({ leadGrams: t(8.7), sharePercent: '15.00' });
  });

  it('are not seen by the proof of the enterprise itself', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    const { id } = await sell(product, { massGrams: STATED, receiverId: buyer.partyId });
    await count('2027-01-31');
    const proof = { number: '收-自报', use: 'raw-material', massGrams: STATED, confirmedOn: '2027-01-09' };
    await post(`/dispositions/${id}/confirmations`, { ...proof, fileId: await certificateFileOf(who.plant) });
    expect(await shown()).toEqual(['flagged', '97.00', ['SALES_NOT_CONFIRMED']]);
  });

  it('cannot be confirmed by a buyer of the same owner, nor by a stranger', async () => {
    const kin = await app.enterprise({ name: '演示贸易行' });
    await app.database.db.execute(
      `update party_contacts set contact_phone = (select contact_phone from party_contacts where party_id = '${who.plant.partyId}')
       where party_id = '${kin.partyId}'`,
    );
    const product = await smelt();
    const sold = await sell(product, { massGrams: STATED, receiverId: kin.partyId });
    await count('2027-01-31');
    expect((await confirmSale(kin, sold)).json.code).toBe('receiver-not-independent');
    expect((await confirmSale(await buyerOf(app), sold)).json.code).toBe('disposition-missing');
    expect(await shown()).toEqual(['flagged', '97.00', ['SALES_NOT_CONFIRMED']]);
  });

  it('are blocked when the buyer received less, or the sale is corrected after it', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    const sold = await sell(product, { massGrams: MADE, receiverId: buyer.partyId });
    await confirmSale(buyer, sold);
    const correction = { reason: '过磅单抄录有误', massGrams: STATED };
    const path = `/v1/dispositions/${sold.id}/corrections`;
    expect((await who.plant.post(path, correction, { 'if-match': '*' })).status).toBe(201);
    await count('2027-01-31');
    const blocked = await rate();
    expect([blocked.status, codesOf(blocked)]).toEqual(['blocked', ['SALES_CONTRADICTED', 'SALES_NOT_CONFIRMED']]);
    expect(blocked.findings[0].facts).toEqual({
      ...{ deliveries: 1, massGrams: STATED, receivedGrams: MADE, dispositionId: sold.id },
    });
    const [{ id: said, number }] = (await buyer.get(`/v1/use-confirmations?dispositionId=${sold.id}`)).json.items;
    const withdrawn = await confirmSale(buyer, sold, { number, replacesId: said, massGrams: 0 });
    expect(withdrawn.status, withdrawn.text).toBe(201);
    expect((await shown())[2]).toEqual(['SALES_NOT_CONFIRMED']);
    const again = await confirmSale(buyer, sold, { massGrams: STATED });
    expect(again.status, again.text).toBe(201);
    expect(await shown()).toEqual(['clear', '97.00', []]);
  });

  it('count in the period in which they left, so a receipt long after it does not count', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    const sold = await sell(product, { massGrams: STATED, receiverId: buyer.partyId });
    await count('2027-01-31');
    expect((await confirmSale(buyer, sold, { confirmedOn: '2027-01-24' })).status).toBe(201);
    expect((await shown())[2]).toEqual(['SALES_NOT_CONFIRMED']);
  });

  it('may differ by the errors of two scales, and the lesser mass counts', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    const sold = await sell(product, { massGrams: STATED, receiverId: buyer.partyId });
    await count('2027-01-31');
    await confirmSale(buyer, sold, { massGrams: STATED - t(0.1) });
    expect((await rate()).findings).toMatchObject([
      { code: 'SALES_NOT_CONFIRMED', severity: 'note', facts: { leadGrams: t(0.1) } },
    ]);
  });
});

describe('by-products whose use lifts the rate', () => {
  beforeAll(in2027);

  it('need a receiver that confirms them itself', async () => {
    const buyer = await buyerOf(app);
    await count('2026-12-31');
    const load = await receive(t(100), 580_000, '2027-01-03');
    const run = await open('2027-01-04');
    await feed(run, '2027-01-05', [load]);
    const [product = '', slag = ''] = await yieldFrom(run, '2027-01-06', [
      ['refined_lead', MADE, 1_000_000],
      ['slag_used', t(30), 280_000],
    ]);
    await close(run, '2027-01-07');
    await confirmSale(buyer, await sell(product, { massGrams: MADE, receiverId: buyer.partyId }));
    const use = { kind: 'use', massGrams: t(30), receiverName: '演示建材厂', contractNumber: '合同-1' };
    const used = await post(`/batches/${slag}/dispositions`, {
      ...{ ...use, receiverId: buyer.partyId, use: 'building-material' },
      ...{ confirmationNumber: '确-1', occurredAt: '2027-01-09T12:00:00+08:00' },
    });
    await count('2027-01-31');
    const flagged = await rate();
    expect(codesOf(flagged)).toContain('SALES_NOT_CONFIRMED');
    const found = flagged.findings.find(({ code }: { code: string }) => code === 'SALES_NOT_CONFIRMED');
    expect(found).toMatchObject({ severity: 'flag', facts: { deliveries: 2, leadGrams: t(8.4) } });
    const confirmed = await confirmSale(buyer, used, { use: 'building-material' });
    expect(confirmed.status, confirmed.text).toBe(201);
    expect(codesOf(await rate())).not.toContain('SALES_NOT_CONFIRMED');
  });
});

describe('a buyer', () => {
  beforeAll(in2027);

  it('finds what was sold to it, and nothing else of the seller', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    const sold = await sell(product, { massGrams: MADE, receiverId: buyer.partyId });
    await sell(product, { massGrams: STATED - MADE });
    const mine = async (query = '') =>
      (await buyer.get(`/v1/output-deliveries?limit=200${query}`)).json.items.filter(
        ({ partyId }: { partyId: string }) => partyId === who.plant.partyId,
      );
    const due = { id: sold.id, receiverId: buyer.partyId, kind: 'sale', material: 'refined_lead', massGrams: MADE };
    expect(await mine('&state=open')).toMatchObject([{ ...due, confirmedGrams: 0 }]);
    await confirmSale(buyer, sold);
    expect(await mine('&state=open')).toEqual([]);
    expect(await mine('&state=confirmed')).toMatchObject([{ ...due, confirmedGrams: MADE }]);
    expect((await buyer.get(`/v1/dispositions/${sold.id}`)).status).toBe(404);
    expect((await get(`/output-deliveries?receiverId=${buyer.partyId}`)).items).toHaveLength(1);
    expect((await who.point.get('/v1/output-deliveries')).json.items).toEqual([]);
    const city = await app.client({ subject: 'city', roles: ['city_regulator'], division: '4507' });
    expect((await city.get('/v1/output-deliveries')).json.items).toEqual([]);
  });
});

describe('a kept rate', () => {
  beforeAll(in2027);

  it('follows what the buyer confirms', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    const sold = await sell(product, { massGrams: STATED, receiverId: buyer.partyId });
    await count('2027-01-31');
    await app.follow();
    expect((await shown())[2]).toEqual(['SALES_NOT_CONFIRMED']);
    expect((await shown())[2]).toEqual(['SALES_NOT_CONFIRMED']);
    await confirmSale(buyer, sold);
    expect((await shown())[2]).toEqual([]);
    await app.follow();
    expect(await shown()).toEqual(['clear', '97.00', []]);
  });
});

describe('the evidence', () => {
  type Shown = { readonly evaluation: { readonly findings: readonly { readonly code: string }[] } };
  let check: (archive: Buffer) => { readonly snapshot: Shown };
  beforeAll(async () => {
    in2027();
    ({ check } = await import(fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url))));
  });

  it('lets a reader find again what no buyer confirmed, and what buyers contradict', async () => {
    const buyer = await buyerOf(app);
    const product = await smelt();
    await sell(product, { massGrams: STATED - MADE });
    const sold = await sell(product, { massGrams: MADE, receiverId: buyer.partyId });
    await count('2027-01-31');
    const { id } = await post('/assessments', { period: '2027-01', method: 'lead-recovery' }, who.first);
    const found = async () => {
      await app.follow();
      const archive = await packed(app, id);
      return { archive, codes: check(archive).snapshot.evaluation.findings.map(({ code }) => code) };
    };
    const { archive, codes } = await found();
    expect(codes).toEqual(['RESIDUES_WITHOUT_MANIFEST', 'SALES_NOT_CONFIRMED']);
    const without = await forged(archive, (files) => {
      for (const path of ['snapshot.json', 'snapshot.en.json']) {
        changeJson(files, path, ({ evaluation, methods }) => {
          for (const one of [evaluation, ...methods])
            Object.assign(one, { findings: one.findings.slice(0, 1), status: 'clear' });
        });
      }
    });
    expect(() => check(without)).toThrow('SALES_NOT_CONFIRMED');
    const unsold = await forged(archive, (files) => {
      changeJson(files, 'grounds.json', (grounds) => Reflect.deleteProperty(grounds, 'sales'));
    });
    expect(() => check(unsold)).toThrow('has no sales');
    await confirmSale(buyer, sold, { massGrams: t(30) });
    expect((await found()).codes).toContain('SALES_CONTRADICTED');
  });
});
