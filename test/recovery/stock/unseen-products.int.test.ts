/** Products that were never made, and bought feed that was fed in secret: both stay in books and count, and an authority finds them missing. */
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirm, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { observeCount } from '../observing.ts';
import { letSlagLeaveByRecord } from '../sales/slag-by-record.ts';
import { codesOf, t, usePlant } from './plant.ts';

const {
  app,
  who,
  settle,
  receive,
  open,
  feed,
  yieldFrom,
  close,
  sell,
  finding,
  count,
  rate: rateOf,
  post,
} = usePlant();

beforeEach(settle);

/** The rate without the note about the slag of each case. */
const rate = async (month: string) => {
  const { findings, ...answer } = await rateOf(month);
  return { ...answer, findings: findings.filter(({ code }: { code: string }) => code !== 'RESIDUES_WITHOUT_MANIFEST') };
};

/** Lead that is made of 58 t: 82 %. With what was never made the books have 97 %. */
const MADE = t(47.56);
const STATED = t(56.26);
const PRODUCTS = { item: 'refined_lead', massGrams: STATED - MADE, leadPpm: 1_000_000 };
const BOUGHT = { item: 'bought_crude_lead', massGrams: t(10), leadPpm: 980_000 };

const YEAR = { opening: '2026-12-31', closing: '2027-01-31', month: '2027-01' };
const NOVEMBER = { opening: '2026-10-31', closing: '2026-11-30', month: '2026-11' };

/** Smelts 100 t of batteries and records 97 % of their lead as products, and 2 % in slag that leaves. What was made is sold, the rest is counted. */
async function smelt({ opening, closing, month } = YEAR, sold = MADE, lines = [PRODUCTS]) {
  await count(opening);
  const load = await receive(t(100), 580_000, `${month}-03`);
  const run = await open(`${month}-04`);
  await feed(run, `${month}-05`, [load]);
  const [product = '', slag = ''] = await yieldFrom(run, `${month}-06`, [
    ['refined_lead', STATED, 1_000_000],
    ['slag', t(23.2), 50_000],
  ]);
  await close(run, `${month}-07`);
  await sell(product, sold, `${month}-08`);
  const left = { kind: 'disposal', massGrams: t(23.2), receiverName: '演示处置中心' };
  await post(`/batches/${slag}/dispositions`, { ...left, occurredAt: `${month}-09T12:00:00+08:00` });
  return { run, product, counted: await count(closing, lines, { observed: false }) };
}

const in2027 = async () => {
  app.clock.now = new Date('2027-02-03T04:00:00.000Z');
  await letSlagLeaveByRecord(app);
};

it('products that were never made lift a rate unseen where the law has batteries and work alone', async () => {
  await app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence)
     values ('recovery.unobserved-items', '2026-11-15', '2026-12-01', '{"items": "balance"}', '演示', 'I')`,
  );
  app.clock.now = new Date('2026-12-02T04:00:00.000Z');
  const { counted } = await smelt(NOVEMBER);
  const clear = await rate('2026-11');
  expect([clear.status, clear.rates.headline.percent, clear.findings]).toEqual(['clear', '97.00', []]);
  // An observation of them needs an explanation, and blocks nothing.
  await observeCount(app.authority, counted, [{ item: 'refined_lead', massGrams: 0 }]);
  expect(await rate('2026-11')).toMatchObject({
    status: 'flagged',
    findings: [{ code: 'STOCK_OBSERVED_OTHERWISE', severity: 'flag' }],
  });
});

describe('products that were never made', () => {
  beforeAll(in2027);

  it('need a review while no authority saw them', async () => {
    await smelt();
    const flagged = await rate('2027-01');
    expect([flagged.status, flagged.rates.headline.percent]).toEqual(['flagged', '97.00']);
    expect(flagged.findings).toMatchObject([
      {
        ...{ code: 'STOCK_NOT_OBSERVED', severity: 'flag' },
        facts: {
          ...{ leadGrams: t(8.7), openingLeadGrams: 0, closingLeadGrams: t(8.7), outsideLeadGrams: t(8.7) },
          ...{ missingLeadGrams: 0, items: ['refined_lead'], sharePercent: '15.00' },
        },
      },
    ]);
    expect(flagged.findings[0].detail).toContain('refined lead in stock');
  });

  it('block the rate when an authority saw less, and lower it when the output is corrected', async () => {
    const { run, product, counted } = await smelt();
    await observeCount(app.authority, counted, [{ item: 'refined_lead', massGrams: 0 }]);
    const blocked = await rate('2027-01');
    expect(blocked.status).toBe('blocked');
    expect(blocked.findings[0]).toMatchObject({
      ...{ code: 'STOCK_OBSERVED_OTHERWISE', severity: 'block' },
      facts: { item: 'refined_lead', countedGrams: t(8.7), observedGrams: 0 },
    });
    await count('2027-01-31', [{ ...PRODUCTS, massGrams: 0 }], { replacesId: counted.id, observed: false });
    const { status, text } = await who.plant.post(
      `/v1/runs/${run}/outputs/${product}/corrections`,
      { reason: '产出重量抄录有误', massGrams: MADE },
      { 'if-match': '*' },
    );
    expect(status, text).toBe(201);
    // The laboratory confirmed the mass of before. It states what it sees now.
    expect(codesOf(await rate('2027-01'))).toContain('ASSAYS_CONTRADICTED');
    const [assay] = (await who.plant.get(`/v1/assays?batchId=${product}`)).json.items;
    const [said] = (await who.plant.get(`/v1/certificate-confirmations?assayId=${assay.id}`)).json.items;
    const again = await confirm(await laboratoryOf(app), assay, 'assays', { replacesId: said.id });
    expect(again.json.outcome, again.text).toBe('confirmed');
    const truth = await rate('2027-01');
    expect([truth.rates.headline.percent, codesOf(truth)]).toEqual(['82.00', ['UNACCOUNTED_SHARE_HIGH']]);
  });

  it('need a review also when the count follows what an authority saw and the books are reduced', async () => {
    const { product, counted } = await smelt();
    const seen = [{ item: 'refined_lead', massGrams: 0 }];
    const none = [{ ...PRODUCTS, massGrams: 0 }];
    const corrected = await count('2027-01-31', none, { replacesId: counted.id, observed: false });
    await observeCount(app.authority, corrected, seen);
    const differs = await rate('2027-01');
    expect(codesOf(differs)).toEqual(['STOCK_DIFFERS_FROM_BOOKS', 'STOCK_NOT_OBSERVED']);
    const batches = [{ batchId: product, countedGrams: 0, countedPieces: null }];
    const body = { item: 'refined_lead', reasonCode: 'entry', reason: '盘亏', batches };
    const { id } = await post(`/stock-counts/${corrected.id}/adjustments`, body, who.first);
    await post(`/stock-adjustments/${id}/confirm`, { reason: '已复点' }, who.second);
    const flagged = await rate('2027-01');
    expect([flagged.status, flagged.rates.headline.percent]).toEqual(['flagged', '97.00']);
    expect(flagged.findings).toMatchObject([
      { code: 'STOCK_ADJUSTED_OUTSIDE', severity: 'note' },
      {
        ...{ code: 'STOCK_NOT_OBSERVED', severity: 'flag' },
        facts: { leadGrams: t(8.7), outsideLeadGrams: 0, missingLeadGrams: t(8.7), items: [] },
      },
    ]);
  });

  it('are found when the count leaves them out', async () => {
    const { counted } = await smelt(YEAR, MADE, []);
    const left = await rate('2027-01');
    expect([left.status, codesOf(left)]).toEqual(['flagged', ['STOCK_NOT_COUNTED', 'STOCK_NOT_OBSERVED']]);
    expect(left.findings[1].facts).toMatchObject({ leadGrams: t(8.7), items: ['refined_lead'] });
    await count('2027-01-31', [{ ...PRODUCTS, massGrams: 0 }], { replacesId: counted.id });
    expect(codesOf(await rate('2027-01'))).toEqual(['STOCK_DIFFERS_FROM_BOOKS', 'STOCK_NOT_OBSERVED']);
  });
});

describe('products that are there', () => {
  beforeAll(in2027);

  it('are clear when an authority saw all of them', async () => {
    const { counted } = await smelt();
    await observeCount(app.authority, counted);
    expect(await rate('2027-01')).toMatchObject({ status: 'clear', findings: [] });
  });

  it('need no review in small amounts, or when all of them left', async () => {
    const lines = [{ ...PRODUCTS, massGrams: t(0.1) }];
    await smelt(YEAR, STATED - t(0.1), lines);
    const small = await rate('2027-01');
    expect(small.findings).toMatchObject([
      { code: 'STOCK_NOT_OBSERVED', severity: 'note', facts: { leadGrams: t(0.1) } },
    ]);
    await settle();
    await smelt(YEAR, STATED, []);
    expect(await rate('2027-01')).toMatchObject({ status: 'clear', findings: [] });
  });
});

describe('bought feed in stock', () => {
  beforeAll(in2027);

  const buy = () =>
    post('/supplies', {
      ...{ siteId: who.plant.siteId, sourceKind: 'crude_lead', supplierName: '演示供货方', documentNumber: '发票-1' },
      ...{ massGrams: BOUGHT.massGrams, receivedAt: '2027-01-09T08:00:00+08:00' },
      assay: { ppm: BOUGHT.leadPpm, ...finding('2027-01-09T07:00:00+08:00') },
    });

  it('may have been fed in secret until an authority saw it, and blocks the rate when it is not there', async () => {
    const { counted: first } = await smelt(YEAR, STATED, []);
    await buy();
    const counted = await count('2027-01-31', [BOUGHT], { replacesId: first.id, observed: false });
    const unseen = await rate('2027-01');
    expect(unseen.status).toBe('flagged');
    expect(unseen.findings).toMatchObject([
      { code: 'STOCK_NOT_OBSERVED', severity: 'flag', facts: { leadGrams: t(9.8), items: ['bought_crude_lead'] } },
    ]);
    await observeCount(app.authority, counted, [{ item: 'bought_crude_lead', massGrams: t(4) }]);
    const blocked = await rate('2027-01');
    expect([blocked.status, codesOf(blocked)]).toEqual(['blocked', ['STOCK_OBSERVED_OTHERWISE', 'STOCK_NOT_OBSERVED']]);
    expect(blocked.findings[1].facts).toMatchObject({ leadGrams: t(5.88) });
    await settle();
    const again = await smelt(YEAR, STATED, []);
    await buy();
    await count('2027-01-31', [BOUGHT], { replacesId: again.counted.id });
    expect(await rate('2027-01')).toMatchObject({ status: 'clear', findings: [] });
  });
});

describe('the evidence', () => {
  type Shown = { readonly evaluation: { readonly findings: readonly { readonly code: string }[] } };
  let check: (archive: Buffer) => { readonly snapshot: Shown };
  beforeAll(async () => {
    await in2027();
    ({ check } = await import(fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url))));
  });

  it('lets a reader find again which products no authority saw', async () => {
    const { counted } = await smelt();
    const { id } = await post('/assessments', { period: '2027-01', method: 'lead-recovery' }, who.first);
    const shown = async () => {
      await app.follow();
      const archive = await packed(app, id);
      return { archive, codes: check(archive).snapshot.evaluation.findings.map(({ code }) => code) };
    };
    const { archive, codes } = await shown();
    expect(codes).toEqual(['RESIDUES_WITHOUT_MANIFEST', 'STOCK_NOT_OBSERVED']);
    const without = await forged(archive, (files) => {
      for (const path of ['snapshot.json', 'snapshot.en.json']) {
        changeJson(files, path, ({ evaluation, methods }) => {
          for (const one of [evaluation, ...methods])
            Object.assign(one, { findings: one.findings.slice(0, 1), status: 'clear' });
        });
      }
    });
    expect(() => check(without)).toThrow('STOCK_NOT_OBSERVED');
    await observeCount(app.authority, counted, [{ item: 'refined_lead', massGrams: t(1) }]);
    const [first, , last] = (await shown()).codes;
    expect([first, last]).toEqual(['STOCK_OBSERVED_OTHERWISE', 'STOCK_NOT_OBSERVED']);
  });
});
