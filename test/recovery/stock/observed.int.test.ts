/** Observed stock counts: what an authority saw on the site is held against the count, and stock that it did not see needs a review. */
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeJson, forged } from '../assessments/forging.ts';
import { packed } from '../assessments/packing.ts';
import { observeCount } from '../observing.ts';
import { codesOf, t, usePlant } from './plant.ts';

const { app, who, settle, registeredAt, receive, open, feed, yieldFrom, close, sell, count, rate, post, get } =
  usePlant();

const YEAR_2027 = { opening: '2026-12-31', closing: '2027-01-31', month: '2027-01' };
const YEAR_2026 = { opening: '2026-09-30', closing: '2026-10-31', month: '2026-10' };
const NOVEMBER = { opening: '2026-10-31', closing: '2026-11-30', month: '2026-11' };

const BATTERIES = { item: 'batteries', leadPpm: 580_000 };

const in2027 = () => {
  app.clock.now = new Date('2027-02-03T04:00:00.000Z');
};
beforeEach(settle);

/** Smelts a load with a yield of 57.71 t, all of which is sold in the month. */
async function process(load: object, month: string): Promise<void> {
  const run = await open(`${month}-04`);
  await feed(run, `${month}-05`, [load]);
  const [product = ''] = await yieldFrom(run, `${month}-06`, [['refined_lead', t(57.71), 1_000_000]]);
  await close(run, `${month}-07`);
  await sell(product, t(57.71), `${month}-08`);
}

/**
 * Receives batteries, smelts 100 t of them in the books with a yield of 99.5 %, and counts the rest as stock. Whether that is
 * still there, or was fed in secret, books and count cannot show. No authority is there.
 */
async function smelt(restTonnes: number, { opening, closing, month } = YEAR_2027) {
  await count(opening);
  const load = await receive(t(100), 580_000, `${month}-03`);
  const rest = restTonnes > 0 ? await receive(t(restTonnes), 580_000, `${month}-03`) : null;
  await process(load, month);
  const lines = rest ? [{ ...BATTERIES, massGrams: rest.massGrams }] : [];
  return { rest, lines, counted: await count(closing, lines, { observed: false }) };
}

const observe = (countId: string, massGrams: number | null, more: object = {}) => {
  const lines = massGrams === null ? [] : [{ item: 'batteries', massGrams }];
  const seen = { observedOn: '2027-01-31', observer: '演示市生态环境局', reportNumber: '核查-1', lines };
  return post(`/stock-counts/${countId}/observations`, { ...seen, ...more }, app.authority);
};

describe('stock in books and count that no authority saw', () => {
  it('needs a review from 2026 on, because it may have been fed in secret', async () => {
    await smelt(50, YEAR_2026);
    const flagged = await rate('2026-10');
    // With 50 t fed in secret the true rate is 57.71 of 87 t: 66.3 %.
    expect([flagged.status, flagged.rates.headline.percent]).toEqual(['flagged', '99.50']);
    expect(flagged.findings).toMatchObject([
      {
        code: 'STOCK_NOT_OBSERVED',
        severity: 'flag',
        facts: { leadGrams: t(29), openingLeadGrams: 0, closingLeadGrams: t(29), sharePercent: '50.00' },
      },
    ]);
  });
});

it('stock that grew is believed where the law of the last day has it so, as it was before 2026', async () => {
  await app.database.db.execute(
    `insert into law_values (key, valid_from, valid_to, value, source, confidence)
     values ('recovery.unobserved-stock', '2026-11-15', '2026-12-01', '{"scope": "growth"}', '演示', 'I')`,
  );
  app.clock.now = new Date('2026-12-02T04:00:00.000Z');
  await smelt(50, NOVEMBER);
  const { status, findings } = await rate('2026-11');
  expect([status, findings]).toEqual(['clear', []]);
});

describe('stock of which books and count are the only evidence', () => {
  beforeAll(in2027);

  it('counts in full when it was there at the opening and did not grow, because it may have been fed since', async () => {
    const old = await receive(t(50), 580_000, '2026-12-20');
    const left = [{ ...BATTERIES, massGrams: t(50) }];
    await count('2026-11-30');
    // An authority saw it when the year began.
    const opening = await count('2026-12-31', left);
    const load = await receive(t(100), 580_000, '2027-01-03');
    await process(load, '2027-01');
    const closing = await count('2027-01-31', left, { observed: false });
    expect([old.massGrams, opening.lines.length]).toEqual([t(50), 1]);
    expect(await rate('2027-01')).toMatchObject({
      status: 'flagged',
      findings: [
        {
          ...{ code: 'STOCK_NOT_OBSERVED', severity: 'flag' },
          facts: { leadGrams: t(29), openingLeadGrams: t(29), closingLeadGrams: t(29), sharePercent: '50.00' },
        },
      ],
    });
    // A month earlier only its own closing counts, which the authority saw; in the quarter of both, that of its end.
    expect((await rate('2026-12')).findings).not.toContainEqual(
      expect.objectContaining({ code: 'STOCK_NOT_OBSERVED' }),
    );
    await observeCount(app.authority, closing);
    expect(await rate('2027-01')).toMatchObject({ status: 'clear', findings: [] });
  });

  it('counts of each site that no authority visited', async () => {
    const body = { kind: 'recycler', name: '演示二厂', divisionCode: '450100' };
    const { id: siteId } = await post(`/parties/${who.plant.partyId}/sites`, body, app.authority);
    await registeredAt(siteId, '2019-01-01T00:00:00Z');
    await count('2026-12-31', [], { siteId });
    const { counted } = await smelt(50);
    await receive(t(20), 580_000, '2027-01-30', siteId);
    const other = await count('2027-01-31', [{ ...BATTERIES, massGrams: t(20) }], { siteId, observed: false });
    const leadOf = async () => {
      const { findings } = await rate('2027-01');
      return findings.map(({ code, facts }: { code: string; facts: { leadGrams: number } }) => [code, facts.leadGrams]);
    };
    expect(await leadOf()).toEqual([['STOCK_NOT_OBSERVED', t(40.6)]]);
    await observeCount(app.authority, counted);
    // Batteries that came on the day before the last are stock like any other.
    expect(await leadOf()).toEqual([['STOCK_NOT_OBSERVED', t(11.6)]]);
    await observeCount(app.authority, other);
    expect(await leadOf()).toEqual([]);
  });

  it('is a note within the uncertainty of the rate, and adds up with other tolerances', async () => {
    await smelt(0.2);
    const { status, findings } = await rate('2027-01');
    expect(status).toBe('clear');
    expect(findings).toMatchObject([{ code: 'STOCK_NOT_OBSERVED', severity: 'note', facts: { leadGrams: t(0.116) } }]);
  });

  it('is clear when an authority saw it', async () => {
    const { counted } = await smelt(50);
    expect((await rate('2027-01')).status).toBe('flagged');
    const { id } = await observe(counted.id, t(50));
    expect(await rate('2027-01')).toMatchObject({ status: 'clear', findings: [] });
    // The rest that was not seen, within the tolerance of the count, still counts.
    await observe(counted.id, t(49.8), { replacesId: id });
    expect((await rate('2027-01')).findings).toMatchObject([
      { code: 'STOCK_NOT_OBSERVED', severity: 'note', facts: { leadGrams: t(0.116) } },
    ]);
  });

  it('is flagged again when the observation is withdrawn', async () => {
    const { counted } = await smelt(50);
    const { id } = await observe(counted.id, t(50));
    await observe(counted.id, null, { replacesId: id });
    expect(codesOf(await rate('2027-01'))).toEqual(['STOCK_NOT_OBSERVED']);
    const { items } = await get(`/stock-observations?countId=${counted.id}`);
    expect(items).toHaveLength(2);
  });
});

describe('an authority that comes on another day', () => {
  beforeAll(in2027);

  it('sees what came since, and is refused', async () => {
    // The stock of the books was fed in secret; as much came on 2 February.
    const { counted } = await smelt(50);
    await receive(t(50), 580_000, '2027-02-02');
    const seen = { observedOn: '2027-02-03', observer: '演示市生态环境局', reportNumber: '核查-2' };
    const body = { ...seen, lines: [{ item: 'batteries', massGrams: t(50) }] };
    const { status, json } = await app.authority.post(`/v1/stock-counts/${counted.id}/observations`, body);
    expect([status, json.code]).toEqual([422, 'stock-observation-too-far']);
    expect(codesOf(await rate('2027-01'))).toEqual(['STOCK_NOT_OBSERVED']);
  });

  it('and was recorded before the law wanted the day itself, stays readable and is evidence for nothing', async () => {
    const { counted } = await smelt(50);
    const id = crypto.randomUUID();
    await app.database.db.execute(
      `insert into stock_observations (id, count_id, party_id, site_id, counted_on, observed_on, observer, report_number, lines, recorded_at)
       select '${id}', id, party_id, site_id, counted_on, '2027-02-02', '演示市生态环境局', '核查-2',
         '[{"item": "batteries", "massGrams": 50000000, "remarks": null}]', now() from stock_counts where id = '${counted.id}'`,
    );
    expect(await get(`/stock-observations/${id}`)).toMatchObject({ observedOn: '2027-02-02' });
    expect(codesOf(await rate('2027-01'))).toEqual(['STOCK_NOT_OBSERVED']);
  });
});

describe('an authority that saw less than was counted', () => {
  beforeAll(in2027);

  it('blocks the rate until the count is corrected and the books follow', async () => {
    const { counted, rest, lines } = await smelt(50);
    await observe(counted.id, 0);
    const blocked = await rate('2027-01');
    expect(blocked.status).toBe('blocked');
    expect(blocked.findings[0]).toMatchObject({
      ...{ code: 'STOCK_OBSERVED_OTHERWISE', severity: 'block' },
      facts: {
        ...{ item: 'batteries', countedGrams: t(50), observedGrams: 0, differenceGrams: t(50), toleranceGrams: 20_000 },
        ...{ observedOn: '2027-01-31', reportNumber: '核查-1', countId: counted.id, siteId: who.plant.siteId },
      },
    });
    // Counting the same again is no remedy, because an observation holds for the day.
    const again = await count('2027-01-31', lines, { replacesId: counted.id, observed: false });
    expect(codesOf(await rate('2027-01'))).toContain('STOCK_OBSERVED_OTHERWISE');
    const none = [{ ...BATTERIES, massGrams: 0 }];
    const corrected = await count('2027-01-31', none, { replacesId: again.id, observed: false });
    expect(codesOf(await rate('2027-01'))).toContain('STOCK_DIFFERS_FROM_BOOKS');
    const batches = [{ batchId: rest?.batchId, countedGrams: 0, countedPieces: 0 }];
    const body = { item: 'batteries', reasonCode: 'entry', reason: '漏登投料', batches };
    const { id } = await post(`/stock-counts/${corrected.id}/adjustments`, body, who.first);
    await post(`/stock-adjustments/${id}/confirm`, { reason: '已复点' }, who.second);
    const truth = await rate('2027-01');
    expect([truth.status, truth.rates.headline.percent]).toEqual(['clear', '66.33']);
  });
});

describe('the evidence', () => {
  type Finding = { readonly code: string };
  type Shown = { readonly evaluation: { readonly findings: readonly Finding[] } };
  // biome-ignore lint/suspicious/noExplicitAny: a forger changes members of any form
  type Any = any;
  let check: (archive: Buffer) => { readonly snapshot: Shown };
  beforeAll(async () => {
    in2027();
    ({ check } = await import(fileURLToPath(new URL('../../../docs/examples/verify-evidence.mjs', import.meta.url))));
  });

  const assess = async (): Promise<string> => {
    const body = { period: '2027-01', method: 'lead-recovery' };
    return (await post('/assessments', body, who.first)).id;
  };
  const archiveOf = async (id: string) => {
    await app.follow();
    return packed(app, id);
  };
  const shown = (archive: Buffer) => check(archive).snapshot.evaluation.findings.map(({ code }) => code);

  it('lets a reader find again what was not seen, and what an authority saw of which count', async () => {
    const { counted, lines } = await smelt(50);
    const id = await assess();
    const unseen = await archiveOf(id);
    expect(shown(unseen)).toEqual(['STOCK_NOT_OBSERVED']);
    const { id: first } = await observe(counted.id, t(40));
    expect(shown(await archiveOf(id))).toEqual(['STOCK_OBSERVED_OTHERWISE', 'STOCK_NOT_OBSERVED']);
    await observe(counted.id, t(49.99), { replacesId: first });
    // The observation is an entry of the first count, which another one replaced.
    await count('2027-01-31', lines, { replacesId: counted.id, observed: false });
    const seen = await archiveOf(id);
    expect(shown(seen)).toEqual(['STOCK_NOT_OBSERVED']);
    const inGrounds = (change: (observation: Any, count: Any) => void) => (files: Any) =>
      changeJson(files, 'grounds.json', ({ stock }) => change(stock.counts[1].observation, stock.counts[1]));
    for (const change of [
      inGrounds(({ lines: some }) => Object.assign(some[0], { massGrams: t(50) })),
      inGrounds((_, one) => Object.assign(one, { observation: null })),
    ]) {
      const bad = await forged(seen, change);
      expect(() => check(bad)).toThrow(/^the observation of stock-count:\S+ differs from its entry/);
    }
    const without = await forged(unseen, (files) => {
      for (const path of ['snapshot.json', 'snapshot.en.json']) {
        changeJson(files, path, ({ evaluation, methods }) => {
          for (const one of [evaluation, ...methods]) Object.assign(one, { findings: [], status: 'clear' });
        });
      }
    });
    expect(() => check(without)).toThrow('STOCK_NOT_OBSERVED');
  });

  it('adds stock that was not seen to the other tolerances', async () => {
    const { counted, lines } = await smelt(1);
    const run = await open('2027-01-20');
    const load = await receive(t(0.2), 580_000, '2027-01-19');
    await feed(run, '2027-01-20', [load]);
    const furnace = { item: 'furnace', massGrams: t(0.2), leadPpm: 580_000 };
    await count('2027-01-31', [...lines, furnace], { replacesId: counted.id, observed: false });
    const { findings } = await rate('2027-01');
    expect(findings).toMatchObject([
      { code: 'OPEN_RUNS', severity: 'note' },
      { code: 'STOCK_NOT_OBSERVED', severity: 'note' },
      { code: 'TOLERANCES_TOGETHER', facts: { unobservedGrams: t(0.58), openGrams: t(0.116) } },
    ]);
    const archive = await archiveOf(await assess());
    expect(shown(archive)).toContain('TOLERANCES_TOGETHER');
  });
});
