/** Every gram of lead has one term, so that no enterprise lifts its own rate. Each test has a smelter of its own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../app/fixture.ts';
import { ok, on, plantOf, TONNE } from './plant.ts';

const app = useApp();
const plant = plantOf(app);

let point: Enterprise;
let neighbour: Enterprise;

const smelter = () => plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
const batteries = (tonnes: number) => ({ item: 'batteries', massGrams: tonnes * TONNE, leadPpm: 580_000 });

/** A smelter that received 100 t of batteries with 58 t of lead on a manifest. */
async function supplied() {
  const who = await smelter();
  return { who, received: await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 }) };
}

/** Sets a legal parameter from October 2026 on, for the rest of the file. */
async function setLaw(key: string, value: object): Promise<void> {
  const { $client: client } = app.database.db;
  await client.query("update law_values set valid_to = '2026-10-01' where key = $1 and valid_to is null", [key]);
  await client.query(
    "insert into law_values (key, valid_from, value, source, confidence) values ($1, '2026-10-01', $2, '演示', 'I')",
    [key, JSON.stringify(value)],
  );
  app.clock.now = new Date(app.clock.now.getTime() + 120_000);
}

beforeAll(async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  point = await plant.enterprise('collection_point', ['collection']);
  neighbour = await plant.enterprise('recycler', ['recycling', 'transport']);
}, 60_000);

describe('batteries without a manifest', () => {
  it.each([
    ['in the month in which they are fed', 10, 0, '83.33', 9.28],
    ['when they came in the month before, and the opening count lists them', 9, 20, '82.61', 8.78],
    ['when they came in the month before, and no count lists them', 9, 0, '82.61', 8.78],
  ])('are available %s', async (_, month, listed, percent, more) => {
    const { who, received } = await supplied();
    const own = await plant.collect({ who }, 20, on(6, 8, month));
    await plant.assay(who, own, 580_000);
    await plant.smelt(who, { [received]: 100 }, 48.72);
    await plant.smelt(who, { [own]: 20 }, more);
    await plant.count({ who }, '2026-09-30', listed > 0 ? [batteries(listed)] : []);
    await plant.count({ who }, '2026-10-31');
    const { headline, status, terms, findings } = await plant.rate(who);
    const expected = month === 9 && listed === 0 ? 'blocked' : 'flagged';
    expect([headline, status, findings.includes('BATTERIES_WITHOUT_MANIFEST')]).toEqual([percent, expected, true]);
    const { received: came = 0, without_manifest = 0, opening_stock = 0, uncounted_stock = 0 } = terms;
    expect([came, without_manifest + opening_stock + uncounted_stock]).toEqual([58, 11.6]);
  });

  it('are carried by the counts until they are fed', async () => {
    const { who, received } = await supplied();
    const own = await plant.collect({ who }, 20, on(6));
    await plant.assay(who, own, 580_000);
    await plant.smelt(who, { [received]: 100 }, 56.84);
    await plant.countBoth(who, [batteries(20)]);
    expect((await plant.rate(who)).headline).toBe('98.00');
  });

  it('without a lead content leave no rate', async () => {
    const { who, received } = await supplied();
    await plant.collect({ who }, 20, on(6));
    await plant.smelt(who, { [received]: 100 }, 56.84);
    await plant.countBoth(who);
    const { headline, status, findings } = await plant.rate(who);
    expect([headline, status, findings.includes('BATTERY_ASSAY_MISSING')]).toEqual([null, 'blocked', true]);
  });
});

describe('a load that is sent on', () => {
  it.each([
    ['a part is missing', 35, 29, '76.92', { forwarded: 20.3, loss_weighing: 8.7 }],
    ['more is accepted than was sent', 55, 29, '100.00', { forwarded: 29 }],
  ])('leaves at what was accepted when %s', async (_, accepted, lead, percent, expected) => {
    const { who, received } = await supplied();
    const load = await plant.send({ who }, { who: neighbour }, { batchId: received, tonnes: 50, day: 5 });
    await plant.decide(neighbour, load, on(5, 12), { accepted });
    await plant.smelt(who, { [received]: 50 }, lead);
    await plant.countBoth(who);
    const { headline, terms, findings } = await plant.rate(who);
    expect([headline, terms]).toEqual([percent, { received: 58, products: lead, ...expected }]);
    expect(findings.includes('WEIGHING_DIFFERENCE_HIGH')).toBe(accepted < 50);
  });

  it('stays available until the receiver has decided, and the rate says so', async () => {
    const { who, received } = await supplied();
    const load = await plant.send({ who }, { who: neighbour }, { batchId: received, tonnes: 50, day: 31 });
    await plant.smelt(who, { [received]: 50 }, 28.42);
    await plant.countBoth(who);
    const before = await plant.rate(who);
    expect([before.headline, before.terms]).toEqual(['49.00', { received: 58, products: 28.42, under_way: 29 }]);
    expect(before.findings).toContain('LOADS_UNDER_WAY');
    await plant.decide(neighbour, load, '2026-11-02T08:00:00+08:00', { refused: 10 });
    const decided = await plant.rate(who);
    expect([decided.headline, decided.terms]).toEqual([
      '81.67',
      { received: 58, products: 28.42, forwarded: 23.2, under_way: 5.8 },
    ]);
    const lines = [{ line: 1, returnedGrams: 10 * TONNE, returnedPieces: 500 }];
    await ok(who.post(`/v1/manifests/${load.id}/close`, { at: '2026-11-03T08:00:00+08:00', lines }));
    // In October 50 t left; in November 10 t of them came back.
    expect((await plant.rate(who)).headline).toBe('98.00');
    expect((await plant.rate(who, '2026-11')).terms).toEqual({ forwarded: -5.8 });
  });
});

describe('a load of the enterprise to itself', () => {
  it('is refused from a site to the same site', async () => {
    const { who, received } = await supplied();
    const { status, json } = await who.post('/v1/manifests', {
      ...{ carrierId: who.partyId, receiverId: who.partyId, consignorSiteId: who.siteId, receiverSiteId: who.siteId },
      lines: [{ batchId: received, massGrams: 50 * TONNE, pieces: 2_500, packaging: 'pallet', packages: 1 }],
    });
    expect([status, json.code, json.pointer, json.siteId]).toEqual([
      ...[422, 'manifest-same-site', '#/body/receiverSiteId', who.siteId],
    ]);
    expect(json.remedy).toContain('receiverSiteId');
  });

  it('over a transfer point of its own does not lose lead on the way', async () => {
    const who = await smelter();
    const yard = { who, siteId: await plant.site(who, 'transfer_point') };
    const batchId = await plant.deliver({ who: point }, yard, { tonnes: 100, day: 3 });
    const load = await plant.send(yard, { who }, { batchId, tonnes: 100, day: 5 });
    const { warnings } = await ok(who.get(`/v1/manifests/${load.id}`));
    expect(warnings.map(({ code }: { code: string }) => code)).toContain('one-party');
    const received = await plant.decide(who, load, on(5, 12), { accepted: 85 });
    await plant.assay(who, received, 580_000);
    await plant.smelt(who, { [received]: 85 }, 49);
    await plant.countBoth(who);
    const { headline, terms, findings } = await plant.rate(who);
    expect([headline, terms]).toEqual(['84.48', { received: 58, loss_weighing: 8.7, products: 49 }]);
    expect(findings).toEqual(expect.arrayContaining(['WEIGHING_DIFFERENCE_HIGH', 'LOADS_OF_ONE_PARTY']));
  });

  it('to a transfer point of its own stays available until it is back or another organisation has it', async () => {
    const { who, received } = await supplied();
    const yard = { who, siteId: await plant.site(who, 'transfer_point') };
    const load = await plant.send({ who }, yard, { batchId: received, tonnes: 60, day: 5 });
    const parked = await plant.decide(who, load, on(5, 12));
    await plant.smelt(who, { [received]: 40 }, 23);
    await plant.countBoth(who);
    expect((await plant.rate(who)).terms).toEqual({ received: 58, under_way: 34.8, products: 23 });
    const part = await ok(who.post(`/v1/batches/${parked}/split`, { massGrams: 20 * TONNE, pieces: 1_000 }));
    const sold = await plant.send(yard, { who: neighbour }, { batchId: part.id, tonnes: 20, day: 6 });
    await plant.decide(neighbour, sold, on(6, 12), { accepted: 15 });
    expect((await plant.rate(who)).terms).toEqual({ received: 58, forwarded: 8.7, under_way: 26.1, products: 23 });
    const back = await plant.send(yard, { who }, { batchId: parked, tonnes: 30, day: 7 });
    const inside = await plant.decide(who, back, on(7, 12), { accepted: 20 });
    await plant.assay(who, inside, 580_000);
    // 20 t came back, and 10 t of that load are received and lost; the other 15 t are missing or still there.
    expect((await plant.rate(who)).terms).toEqual({
      ...{ received: 75.4, forwarded: 26.1, under_way: 8.7, loss_weighing: 5.8, products: 23 },
    });
  });

  it('of a part with an assay of its own takes out no more lead than came', async () => {
    const { who, received } = await supplied();
    const part = await ok(who.post(`/v1/batches/${received}/split`, { massGrams: 50 * TONNE, pieces: 2_500 }));
    await plant.assay(who, part.id, 900_000);
    const load = await plant.send({ who }, { who: neighbour }, { batchId: part.id, tonnes: 50, day: 5 });
    await plant.decide(neighbour, load, on(5, 12));
    await plant.countBoth(who);
    expect((await plant.rate(who)).terms).toEqual({ received: 58, forwarded: 29 });
  });

  it('of batteries that were merged takes out the mean of their contents by mass, through several merges', async () => {
    const who = await smelter();
    const richer = await plant.deliver({ who: point }, { who }, { tonnes: 50, day: 3, ppm: 600_000 });
    const poorer = await plant.deliver({ who: point }, { who }, { tonnes: 50, day: 3, ppm: 560_000 });
    const merged = await ok(who.post('/v1/batches/merge', { batchIds: [richer, poorer] }));
    const third = await plant.deliver({ who: point }, { who }, { tonnes: 20, day: 3, ppm: 500_000 });
    const part = await ok(who.post(`/v1/batches/${merged.id}/split`, { massGrams: 80 * TONNE, pieces: 4_000 }));
    const all = await ok(who.post('/v1/batches/merge', { batchIds: [part.id, third] }));
    const load = await plant.send({ who }, { who: neighbour }, { batchId: all.id, tonnes: 50, day: 5 });
    await plant.decide(neighbour, load, on(5, 12));
    await plant.countBoth(who);
    const { terms } = await plant.rate(who);
    // 40 of the 100 tonnes have 60 %, 40 have 56 % and 20 have 50 %: half of that left.
    expect(terms).toEqual({ received: 68, forwarded: 28.2 });
    const path = `/v1/recovery/records?period=2026-10&partyId=${who.partyId}&term=forwarded`;
    const { items } = await ok(who.get(path));
    expect(items.map(({ massGrams, ppm }: { massGrams: number; ppm: number }) => [massGrams / TONNE, ppm])).toEqual(
      expect.arrayContaining([
        [20, 600_000],
        [20, 560_000],
        [10, 500_000],
      ]),
    );
  });

  it('between two recycling sites of its own changes no rate, whatever is measured at the second', async () => {
    const { who, received } = await supplied();
    const second = { who, siteId: await plant.site(who, 'recycler') };
    const load = await plant.send({ who }, second, { batchId: received, tonnes: 50, day: 5 });
    const there = await plant.decide(who, load, on(5, 12), { accepted: 35 });
    await plant.assay(who, there, 100_000);
    await plant.smelt(who, { [received]: 50 }, 29);
    for (const side of [{ who }, second]) {
      for (const day of ['2026-09-30', '2026-10-31']) await plant.count(side, day);
    }
    const { headline, terms } = await plant.rate(who);
    expect(headline).toBe('50.00');
    expect(terms).toEqual({ received: 78.3, forwarded: 20.3, loss_weighing: 8.7, products: 29 });
  });
});

describe('loads at the gate', () => {
  it.each([
    [50, 50, 56, '96.55'],
    [1, 1, 56.84, '98.00'],
    [50, 0, 56.84, '98.00'],
  ])('of %i t without a decision stay out of a count that lists %i t', async (tonnes, listed, lead, percent) => {
    const { who, received } = await supplied();
    const batchId = await plant.collect({ who: point }, tonnes, on(1, 1));
    const load = await plant.send({ who: point }, { who }, { batchId, tonnes, day: 31 });
    await plant.smelt(who, { [received]: 100 }, lead);
    await plant.countBoth(who, listed > 0 ? [batteries(listed)] : []);
    const { headline, json } = await plant.rate(who);
    expect(headline).toBe(percent);
    expect(json.findings).toContainEqual(
      expect.objectContaining({
        ...{ code: 'LOADS_AT_GATE', severity: listed > 0 ? 'flag' : 'note' },
        facts: { countedOn: '2026-10-31', loads: 1, massGrams: tonnes * TONNE, listedGrams: listed * TONNE },
      }),
    );
    // The count opens November as it closed October, and the load counts when it is accepted.
    await plant.assay(who, await plant.decide(who, load, '2026-11-02T08:00:00+08:00'), 580_000);
    await plant.count({ who }, '2026-11-28');
    const { terms } = await plant.rate(who, '2026-11');
    expect([terms.received, terms.opening_stock]).toEqual([Math.round(tonnes * 58) / 100, undefined]);
  });
});

describe('batteries for disposal', () => {
  it('are not received, and no count of them takes lead out of the denominator', async () => {
    const { who, received } = await supplied();
    await plant.deliver({ who: point }, { who }, { tonnes: 20, day: 5, treatmentMethod: 'D1' });
    await plant.smelt(who, { [received]: 100 }, 56.84);
    await plant.countBoth(who, [batteries(20)]);
    const { headline, terms, findings, json } = await plant.rate(who);
    expect([headline, terms]).toEqual(['98.00', { received: 58, products: 56.84 }]);
    expect(findings).toContain('BATTERIES_FOR_DISPOSAL');
    expect(json.forDisposal).toEqual({ records: 1, massGrams: 20 * TONNE });
  });

  it('are available when they are fed nevertheless', async () => {
    const { who, received } = await supplied();
    const disposed = await plant.deliver({ who: point }, { who }, { tonnes: 20, day: 5, treatmentMethod: 'D1' });
    await plant.smelt(who, { [received]: 100, [disposed]: 20 }, 58);
    await plant.countBoth(who);
    const { headline, terms, findings } = await plant.rate(who);
    expect([headline, terms]).toEqual(['83.33', { received: 58, disposal_fed: 11.6, products: 58 }]);
    expect(findings).toContain('DISPOSAL_FED');
  });
});

describe('products that are fed again', () => {
  it('leave with the content with which they were made, whatever is measured of a part', async () => {
    const { who, received } = await supplied();
    const whole = await plant.smelt(who, { [received]: 100 }, 48);
    const part = await ok(who.post(`/v1/batches/${whole}/split`, { massGrams: 20 * TONNE, pieces: 0 }));
    await plant.assay(who, part.id, 1_000);
    await plant.smelt(who, { [part.id]: 20 }, 20, { day: 22 });
    await plant.countBoth(who);
    const { headline, terms } = await plant.rate(who);
    expect([headline, terms]).toEqual(['82.76', { received: 58, products: 48 }]);
  });
});

describe('products without an assay', () => {
  it('leave no rate', async () => {
    const { who, received } = await supplied();
    await plant.smelt(who, { [received]: 100 }, 57, { assayed: false });
    await plant.countBoth(who);
    const { json, status, findings } = await plant.rate(who);
    expect([json.rates, status, findings.includes('PRODUCT_ASSAY_MISSING')]).toEqual([null, 'blocked', true]);
  });
});

describe('the law', () => {
  it('may forbid the approval of rates with batteries without a manifest', async () => {
    const { who, received } = await supplied();
    const own = await plant.collect({ who }, 20, on(6));
    await plant.assay(who, own, 580_000);
    await plant.smelt(who, { [received]: 100, [own]: 20 }, 58);
    await plant.countBoth(who);
    await setLaw('recovery.batteries-without-manifest', { treatment: 'block' });
    const { headline, status } = await plant.rate(who);
    expect([headline, status]).toEqual(['83.33', 'blocked']);
  });
});
