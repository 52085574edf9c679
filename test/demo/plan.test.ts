import { describe, expect, it } from 'vitest';
import { checkUscc } from '../../src/core/identifiers/uscc.ts';
import { sumOf } from '../../src/demo/plan/battery.ts';
import { startsInOutage } from '../../src/demo/plan/load.ts';
import { HOUR_MS, MONTH_END, moment, OUTAGE } from '../../src/demo/plan/moment.ts';
import { makePlan } from '../../src/demo/plan/plan.ts';

const plan = makePlan();
const rows = plan.sendings.flatMap((sending) => sending.rows);
const crossing = plan.loads.filter(({ origin, destination }) => origin !== destination);
const sitesOf = (province: string, kind: string) =>
  plan.enterprises.filter((one) => one.province === province && one.site?.kind === kind);

describe('the plan of the month', () => {
  it('comes out the same for the same seed, and different for another', () => {
    expect(makePlan()).toEqual(plan);
    expect(makePlan(7).sendings).not.toEqual(plan.sendings);
  });

  it('has the cities, points, transfer points and smelters that a month of Guangxi needs', () => {
    expect(new Set(sitesOf('45', 'collection_point').map(({ cityCode }) => cityCode)).size).toBe(14);
    expect(sitesOf('45', 'collection_point').length).toBeGreaterThanOrEqual(40);
    expect(sitesOf('45', 'transfer_point').map(({ cityCode }) => cityCode)).toEqual(['450800', '450400', '451200']);
    expect([...sitesOf('45', 'recycler'), ...sitesOf('44', 'recycler')]).toHaveLength(2);
    expect(plan.enterprises.filter(({ licence }) => licence?.mode === 'transport').length).toBeGreaterThanOrEqual(3);
  });

  it('names made-up enterprises only, with codes whose check characters are right', () => {
    expect(plan.enterprises.filter(({ name }) => !name.includes('演示'))).toEqual([]);
    expect(plan.enterprises.flatMap(({ uscc }) => checkUscc(uscc))).toEqual([]);
    expect(new Set(plan.enterprises.map(({ uscc }) => uscc)).size).toBe(plan.enterprises.length);
    expect(plan.enterprises.map(({ uscc }) => uscc)).toEqual(
      expect.arrayContaining([
        '914501000000000195',
        '91450400000000027F',
        '91450800000000035Y',
        '91440100000000043H',
        '914512000000000512',
      ]),
    );
    expect(plan.enterprises.filter(({ uscc }) => !/^91\d{6}00000/.test(uscc))).toEqual([]);
  });

  it('has enough collections, single and in bulk, and enough manifests in both directions', () => {
    expect(rows.length).toBeGreaterThanOrEqual(2_000);
    expect(new Set(plan.sendings.map(({ mode }) => mode))).toEqual(new Set(['single', 'bulk']));
    expect(plan.loads.length).toBeGreaterThanOrEqual(150);
    expect(new Set(crossing.map(({ origin }) => origin))).toEqual(new Set(['45', '44']));
  });

  it('has refusals, parts refused, disputes and a paper manifest, also across the border', () => {
    const courses = plan.loads.map(({ course }) => course);
    expect(new Set(courses)).toEqual(new Set(['accepted', 'partial', 'disputed', 'rejected', 'cancelled']));
    expect(crossing.map(({ course }) => course)).toEqual(expect.arrayContaining(['partial', 'rejected', 'disputed']));
    const steps = plan.loads.flatMap((load) => load.steps.map(({ step }) => step));
    expect(steps.filter((step) => step === 'backfill')).toHaveLength(1);
  });

  it('has one confirmation after the five working days that end on 13 October, and one on the last of them', () => {
    const waits = plan.loads.flatMap(({ steps }) => {
      const arrived = steps.find(({ step }) => step === 'arrive');
      const decided = steps.find(({ step }) => step === 'accept');
      return arrived && decided && decided.at - arrived.at > 9 * 24 * HOUR_MS ? [{ arrived, decided }] : [];
    });
    expect(waits.map(({ arrived }) => arrived.at < moment(1, 0))).toEqual([true, true]);
    expect(waits.map(({ decided }) => decided.at >= moment(14, 0)).toSorted()).toEqual([false, true]);
  });

  it('leaves some loads unfinished when the month ends', () => {
    const states = plan.loads.map((load) => load.endState);
    expect(states).toEqual(expect.arrayContaining(['in_transit', 'arrived', 'accepted', 'closed', 'cancelled']));
  });

  it('begins loads across the border in the hour of the outage', () => {
    const begun = plan.loads.filter(startsInOutage);
    expect(begun.filter(({ origin, destination }) => origin === '45' && destination === '44').length).toBeGreaterThan(
      1,
    );
    expect(OUTAGE.to - OUTAGE.from).toBe(HOUR_MS);
  });

  it('leaves the border out with one province', () => {
    const alone = makePlan(undefined, ['45']);
    expect(alone.enterprises.filter(({ province }) => province !== '45')).toEqual([]);
    expect(alone.loads.filter(({ origin, destination }) => origin !== '45' || destination !== '45')).toEqual([]);
    expect(alone.loads.length).toBeGreaterThan(100);
  });
});

const returnedGrams = (body: object): number =>
  ((body as { lines?: { returnedGrams: number }[] }).lines ?? []).reduce((sum, line) => sum + line.returnedGrams, 0);

describe('its mass', () => {
  const made = new Map<string, { massGrams: number; pieces: number; at: number }>();
  for (const sending of plan.sendings) {
    for (const { ref, massGrams, pieces } of sending.rows) made.set(ref, { massGrams, pieces, at: sending.at });
  }
  for (const { key, steps, lines } of plan.loads) {
    for (const { step, body, at } of steps) {
      const decided = (body as { lines?: Record<string, number>[] }).lines ?? [];
      for (const line of decided) {
        const { line: n = 0, acceptedGrams = 0, acceptedPieces = 0, returnedGrams = 0, returnedPieces = 0 } = line;
        if (acceptedGrams > 0)
          made.set(`${key}/${n}/received`, { massGrams: acceptedGrams, pieces: acceptedPieces, at });
        if (step === 'close')
          made.set(`${key}/${n}/returned`, { massGrams: returnedGrams, pieces: returnedPieces, at });
      }
    }
    expect(lines.length).toBeGreaterThan(0);
  }

  it('holds on every line what its batches hold, and each batch was made before and leaves once', () => {
    const used = new Set<string>();
    for (const load of plan.loads.filter(({ course }) => course !== 'cancelled')) {
      for (const { refs, massGrams, pieces } of load.lines) {
        const batches = refs.map((ref) => made.get(ref) ?? { massGrams: Number.NaN, pieces: 0, at: Infinity });
        expect(sumOf(batches)).toEqual({ massGrams, pieces });
        expect(Math.max(...batches.map(({ at }) => at))).toBeLessThanOrEqual(load.at);
        expect(refs.filter((ref) => used.has(ref))).toEqual([]);
        for (const ref of refs) used.add(ref);
      }
    }
    for (const { ref, massGrams } of plan.smelters.flatMap(({ runs }) => runs.flatMap(({ feeds }) => feeds))) {
      expect(used.has(ref)).toBe(false);
      used.add(ref);
      if (made.has(ref)) expect(made.get(ref)?.massGrams).toBe(massGrams);
    }
  });

  it('never exceeds three tonnes at a collection point', () => {
    for (const point of plan.enterprises.filter(({ site }) => site?.kind === 'collection_point')) {
      const changes = [
        ...plan.sendings
          .filter(({ by }) => by === point.key)
          .map((one) => ({ at: one.at, by: sumOf(one.rows).massGrams })),
        ...plan.loads
          .filter(({ consignor, course }) => consignor === point.key && course !== 'cancelled')
          .map((load) => ({ at: load.at, by: -sumOf(load.lines).massGrams })),
        ...plan.loads
          .filter(({ consignor }) => consignor === point.key)
          .flatMap(({ steps }) => steps.filter(({ step }) => step === 'close'))
          .map(({ at, body }) => ({ at, by: returnedGrams(body) })),
      ].toSorted((a, b) => a.at - b.at);
      let stock = 0;
      for (const { by } of changes) {
        stock += by;
        expect(stock).toBeLessThanOrEqual(3_000_000);
        expect(stock).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('is weighed up and down, and steps follow each other in time', () => {
    const differences = plan.loads.flatMap(({ steps, lines }) => {
      const accepted = steps.find(({ step }) => step === 'accept')?.body as
        | { lines: { acceptedGrams: number }[] }
        | undefined;
      return accepted?.lines.map(({ acceptedGrams }, at) => acceptedGrams - (lines[at]?.massGrams ?? 0)) ?? [];
    });
    expect(differences.some((grams) => grams > 0)).toBe(true);
    expect(differences.some((grams) => grams < 0)).toBe(true);
    for (const { steps } of plan.loads) {
      const moments = steps.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      expect(Math.max(...moments)).toBeLessThan(MONTH_END);
    }
  });

  it('gives no more in a run than was fed', () => {
    for (const { feeds, outputs, carried } of plan.smelters.flatMap(({ runs }) => runs)) {
      const fed = feeds.reduce((sum, { massGrams }) => sum + massGrams, 0);
      const yieldedGrams = outputs.reduce((sum, { massGrams }) => sum + massGrams, carried?.massGrams ?? 0);
      expect(yieldedGrams).toBeLessThanOrEqual(fed);
      expect(yieldedGrams).toBeGreaterThan(fed * 0.8);
    }
  });
});
