/** Stock adjustments over the API: books, dates, and what a count does not carry. */
import { describe, expect, it } from 'vitest';
import type { Client } from '../../app/fixture.ts';
import { AT, BALANCED, COUNTED_AT, counted, useCounting } from './counting.ts';

const { app, who, post, get, books, batch, count, adjust, settle, balances } = useCounting();

describe('a difference within the limit', () => {
  it('is booked at once, dated as the count, in mass and pieces, and answers what it changed', async () => {
    await settle();
    const { id } = await batch(1_000_000, 60);
    const { id: countId } = await count([{ massGrams: 985_000, pieces: 59 }]);
    const { status, json, headers } = await adjust(countId, [counted(id, 985_000, 59)]);
    expect([status, json.state, json.aboveLimit, json.limitGrams]).toEqual([201, 'booked', false, 20_000]);
    expect(json).toMatchObject({
      ...{ bookGrams: 1_000_000, countedGrams: 985_000, bookPieces: 60, countedPieces: 59, countedAt: COUNTED_AT },
      batches: [{ batchId: id, bookGrams: 1_000_000, bookPieces: 60, countedGrams: 985_000, countedPieces: 59 }],
    });
    expect(json.affected).toEqual(
      expect.arrayContaining([
        {
          ...{ kind: 'batch', id, state: null },
          ...{ before: { massGrams: 1_000_000, pieces: 60 }, after: { massGrams: 985_000, pieces: 59 } },
        },
        { kind: 'recovery_rate', id: `${who.own.partyId}/2026-09`, state: null, before: {}, after: {} },
      ]),
    );
    expect(await get(`/batches/${id}`)).toMatchObject({ massGrams: 985_000, pieces: 59 });
    const { items } = await get(`/batches/${id}/movements`);
    expect(items.at(-1)).toMatchObject({
      ...{ kind: 'stock_adjustment', fromBatchId: id, toBoundary: 'adjustment', massGrams: 15_000, pieces: 1 },
      ...{ evidence: `stock-adjustment:${json.id}`, occurredAt: COUNTED_AT },
    });
    expect(await books()).toMatchObject(BALANCED);
    expect(headers.location).toBe(`/v1/stock-adjustments/${json.id}`);
    expect(await get(`/stock-adjustments/${json.id}`)).toEqual(json);
    expect((await get(`/stock-adjustments?countId=${countId}`)).items).toEqual([json]);
  });

  it('brings what was found into the books, and is refused a second time until the count is corrected', async () => {
    await settle();
    const { id } = await batch(1_000_000, 60);
    const { id: countId } = await count([{ massGrams: 1_015_000 }]);
    expect((await adjust(countId, [counted(id, 1_010_000)])).status).toBe(201);
    const again = await adjust(countId, [counted(id, 1_015_000)]);
    expect([again.status, again.json.code]).toEqual([409, 'stock-adjustment-exists']);
    const corrected = await count([{ massGrams: 1_015_000 }], { replacesId: countId });
    const stale = await adjust(countId, [counted(id, 1_015_000)]);
    expect([stale.status, stale.json.code]).toEqual([409, 'stock-count-replaced']);
    const more = await adjust(corrected.id, [counted(id, 1_015_001)]);
    expect(more.json).toMatchObject({ code: 'stock-adjustment-exceeds-difference', differenceGrams: 5_000 });
    expect((await adjust(corrected.id, [counted(id, 1_015_000)])).json.state).toBe('booked');
    expect((await get(`/batches/${id}`)).massGrams).toBe(1_015_000);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('adds up with others of one person near that day, so that slices need a second person as well', async () => {
    await settle();
    const { id } = await batch(1_000_000, 60);
    const states: string[] = [];
    for (const [day, grams] of [
      ['2026-09-28', 988_000],
      ['2026-09-29', 980_000],
      ['2026-09-30', 979_999],
    ] as const) {
      const { id: countId } = await count([{ massGrams: grams }], { countedOn: day });
      states.push((await adjust(countId, [counted(id, grams)])).json.state);
    }
    expect(states).toEqual(['booked', 'booked', 'proposed']);
    const later = await count([{ massGrams: 979_000 }], { countedOn: '2026-08-01' });
    expect((await adjust(later.id, [counted(id, 979_000)])).json.code).toBe('stock-adjustment-batch-later');
  });
});

describe('a request that the count does not carry', () => {
  it('is refused by name: item, batch, direction, amount, date, reason', async () => {
    await settle();
    const battery = await batch(1_000_000, 60);
    const late = await batch(5_000, 1, '2026-10-01T08:00:00+08:00');
    const supply = await post('/supplies', {
      ...{ siteId: who.own.siteId, sourceKind: 'reagent', supplierName: '演示', massGrams: 9_000, receivedAt: AT },
    });
    const { id: countId } = await count([{ massGrams: 990_000 }, { item: 'dust', massGrams: 0, leadPpm: 0 }]);
    const code = async (batches: object[], more: object = {}, by: Client = who.own) => {
      const { status, json } = await adjust(countId, batches, more, by);
      return [status, json.code, json.pointer];
    };
    const fine = counted(battery.id, 990_000);
    expect(await code([fine], { item: 'slag' })).toEqual([422, 'stock-count-without-item', '#/body/item']);
    expect(await code([fine], { item: 'dust' })).toEqual([
      ...[422, 'stock-adjustment-batch-elsewhere', '#/body/batches/0/batchId'],
    ]);
    expect(await code([counted(supply.batchId, 1)])).toEqual([
      ...[422, 'stock-adjustment-batch-elsewhere', '#/body/batches/0/batchId'],
    ]);
    expect(await code([fine, counted(late.id, 1)])).toEqual([
      ...[422, 'stock-adjustment-batch-later', '#/body/batches/1/batchId'],
    ]);
    expect(await code([counted(battery.id, 1_000_000)])).toEqual([
      ...[422, 'stock-adjustment-batch-agrees', '#/body/batches/0/countedGrams'],
    ]);
    expect(await code([counted(battery.id, 1_000_001)])).toEqual([
      ...[422, 'stock-adjustment-against-difference', '#/body/batches/0/countedGrams'],
    ]);
    expect(await code([counted(battery.id, 995_000, 61)])).toEqual([
      ...[422, 'stock-adjustment-against-difference', '#/body/batches/0/countedGrams'],
    ]);
    expect(await code([counted(battery.id, 989_999)])).toEqual([
      ...[422, 'stock-adjustment-exceeds-difference', '#/body/batches'],
    ]);
    expect(await code([fine], { reasonCode: 'whim' })).toEqual([422, 'code-unknown', '#/body/reasonCode']);
    expect(await code([fine], {}, who.other)).toEqual([404, 'stock-count-missing', '#/params/id']);
    expect(await code([counted('01990000-0000-7000-8000-000000000001', 1)])).toEqual([
      ...[404, 'batch-missing', '#/body/batches/0/batchId'],
    ]);
    expect(await code([counted(battery.id, 0, 59)])).toEqual([
      ...[422, 'stock-adjustment-exceeds-difference', '#/body/batches'],
    ]);
    const agreeing = await count([{ massGrams: 1_000_000 }], { countedOn: '2026-09-29' });
    const nothing = await adjust(agreeing.id, [fine]);
    expect([nothing.status, nothing.json.code]).toEqual([422, 'stock-adjustment-without-difference']);
    expect((await get(`/stock-adjustments`)).items).toEqual([]);
    expect(await get(`/batches/${battery.id}`)).toMatchObject({ massGrams: 1_000_000, pieces: 60 });
  });

  it('is refused when the mass has left since, on whatever date, or a submitted manifest needs it', async () => {
    await settle();
    const { id } = await batch(100_000, 10);
    const run = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'integrated' });
    const fedAt = '2026-10-02T08:00:00+08:00';
    await post(`/runs/${run.id}/feeds`, { fedAt, lines: [{ batchId: id, massGrams: 95_000, pieces: 9 }] });
    const { id: countId } = await count([{ massGrams: 90_000, pieces: 9 }]);
    const { status, json } = await adjust(countId, [counted(id, 90_000, 9)]);
    expect([status, json.code, json.missingGrams]).toEqual([409, 'stock-adjustment-moved-on', 5_000]);
    const apart = await adjust(countId, [counted(id, 96_000, 9)]);
    expect([apart.status, apart.json.code]).toEqual([422, 'correction-quantities-apart']);
    expect((await adjust(countId, [counted(id, 97_000)])).json.state).toBe('booked');
    expect(Math.min(...(await balances(id)))).toBeGreaterThanOrEqual(0);
    expect((await get(`/batches/${id}`)).massGrams).toBe(2_000);

    const { id: promised } = await batch(50_000, 10);
    const to = await app.enterprise({ kind: 'recycler' });
    await app.authority.post(`/v1/parties/${to.partyId}/licences`, {
      ...{ number: '演示证收', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
      ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
    });
    const line = { batchId: promised, massGrams: 50_000, pieces: 10, packaging: 'pallet', packages: 1 };
    const manifest = await post('/manifests', {
      ...{
        consignorSiteId: who.own.siteId,
        carrierId: who.own.partyId,
        receiverId: to.partyId,
        receiverSiteId: to.siteId,
      },
      lines: [line],
    });
    await post(`/manifests/${manifest.id}/submit`, {});
    const next = await count([{ massGrams: 140_000 }], { countedOn: '2026-09-29' });
    const needed = await adjust(next.id, [counted(promised, 45_000)]);
    expect([needed.status, needed.json.code]).toEqual([409, 'correction-mass-promised']);
  });
});

describe('many adjustments at once', () => {
  it('of one item of a count book one', async () => {
    await settle();
    const { id } = await batch(1_000_000, 60);
    const { id: countId } = await count([{ massGrams: 990_000 }]);
    const answers = await Promise.all(Array.from({ length: 10 }, () => adjust(countId, [counted(id, 990_000)])));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await get(`/batches/${id}`)).massGrams).toBe(990_000);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('meet feeds of the same batch without a deadlock, and no balance is ever negative', async () => {
    await settle();
    const made = await Promise.all(Array.from({ length: 6 }, () => batch(100_000, 10)));
    const ids: string[] = made.map(({ id }) => id);
    const { id: countId } = await count([{ massGrams: 588_000 }]);
    const run = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'integrated' });
    const fedAt = '2026-10-02T08:00:00+08:00';
    const feeding = ids.map((batchId) =>
      who.own.post(`/v1/runs/${run.id}/feeds`, { fedAt, lines: [{ batchId, massGrams: 99_000, pieces: 9 }] }),
    );
    const adjusting = adjust(
      countId,
      ids.toReversed().map((id) => counted(id, 98_500)),
    );
    const answers = await Promise.all([...feeding, adjusting]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    for (const id of ids) expect(Math.min(...(await balances(id)))).toBeGreaterThanOrEqual(0);
    expect(await books()).toMatchObject(BALANCED);
  });
});
