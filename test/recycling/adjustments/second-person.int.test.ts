/** Stock adjustments above the limit of one person. */
import { describe, expect, it } from 'vitest';
import { ADJUSTMENT_FIGURES } from '../../../src/recycling/index.ts';
import type { Client } from '../../app/fixture.ts';
import { AT, BALANCED, COUNTED_AT, counted, useCounting } from './counting.ts';

const { app, who, post, get, books, batch, count, adjust, decide, settle, balances } = useCounting();

describe('a difference above the limit', () => {
  async function propose() {
    await settle();
    const { id } = await batch(1_000_000, 60);
    const { id: countId } = await count([{ massGrams: 900_000, pieces: 54 }]);
    const { json } = await adjust(countId, [counted(id, 900_000, 54)]);
    return { batchId: id as string, countId: countId as string, id: json.id as string, json };
  }

  it('moves nothing until a second person confirms it, never the proposer', async () => {
    const { batchId, id, json } = await propose();
    expect(json).toMatchObject({ state: 'proposed', aboveLimit: true, affected: [], decidedBy: null });
    expect(json.expiresAt).toBe('2026-11-14T04:00:00.000Z');
    expect((await get(`/batches/${batchId}`)).massGrams).toBe(1_000_000);
    const alone = await decide(id, 'confirm', who.own);
    expect([alone.status, alone.json.code]).toEqual([403, 'stock-adjustment-own-proposal']);
    const operator = await app.client({ subject: 'op', partyId: who.own.partyId, roles: ['enterprise_operator'] });
    expect((await decide(id, 'confirm', operator)).json.code).toBe('role-missing');
    expect((await decide(id, 'confirm', who.other)).json.code).toBe('stock-adjustment-missing');
    expect((await get(`/batches/${batchId}`)).massGrams).toBe(1_000_000);
    const { status, json: booked } = await decide(id, 'confirm', who.second);
    expect([status, booked.state, booked.decidedBy, booked.decision]).toEqual([
      ...[200, 'booked', `second-${who.serial}`, '已复点'],
    ]);
    expect(booked.affected).toContainEqual({
      ...{ kind: 'batch', id: batchId, state: null },
      ...{ before: { massGrams: 1_000_000, pieces: 60 }, after: { massGrams: 900_000, pieces: 54 } },
    });
    expect(await get(`/batches/${batchId}`)).toMatchObject({ massGrams: 900_000, pieces: 54 });
    expect(await balances(batchId)).toEqual([1_000_000, 900_000]);
    expect(await books()).toMatchObject(BALANCED);
    const twice = await decide(id, 'confirm', who.second);
    expect([twice.status, twice.json.code, twice.json.state]).toEqual([409, 'stock-adjustment-decided', 'booked']);
  });

  it('is neither proposed nor confirmed by a system: both people have logged in', async () => {
    const { batchId, countId, id } = await propose();
    const erp = await app.client({ subject: `erp-${who.serial}`, partyId: who.own.partyId });
    const refused = await decide(id, 'confirm', erp);
    expect([refused.status, refused.json.code]).toEqual([403, 'second-person-not-logged-in']);
    expect(refused.json.remedy).toContain('log in');
    const chinese = await decide(id, 'confirm', erp, { 'accept-language': 'zh-CN' });
    expect(chinese.json.detail).toContain('复核人');
    expect(await get(`/stock-adjustments/${id}`)).toMatchObject({ state: 'proposed', decidedBy: null });
    expect((await get(`/batches/${batchId}`)).massGrams).toBe(1_000_000);

    // A person who knows the secret of a system could propose with it, and confirm with a login.
    expect((await decide(id, 'reject', erp)).json.state).toBe('rejected');
    const proposed = await adjust(countId, [counted(batchId, 900_000, 54)], {}, erp);
    expect([proposed.status, proposed.json.code]).toEqual([403, 'stock-adjustment-person-needed']);
    expect((await get('/stock-adjustments?state=proposed')).items).toEqual([]);
    const small = await adjust(countId, [counted(batchId, 995_000, 60)], {}, erp);
    expect([small.status, small.json.state, small.json.proposedBy]).toEqual([201, 'booked', `erp-${who.serial}`]);
  });

  it('is booked by exactly one of many confirmations and rejections at once', async () => {
    const { batchId, id } = await propose();
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        app.client({ subject: `many-${who.serial}-${at}`, partyId: who.own.partyId, loggedIn: true }),
      ),
    );
    const answers = await Promise.all(people.map((one, at) => decide(id, at % 3 === 2 ? 'reject' : 'confirm', one)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ json }) => json.code))).toEqual(
      new Set(['stock-adjustment-decided']),
    );
    const { state } = await get(`/stock-adjustments/${id}`);
    expect((await get(`/batches/${batchId}`)).massGrams).toBe(state === 'booked' ? 900_000 : 1_000_000);
    expect(await books()).toMatchObject(BALANCED);
  });

  it('answers a repeated confirmation with the stored one, and books once', async () => {
    const { batchId, id } = await propose();
    const key = { 'idempotency-key': `confirm-${who.serial}` };
    const answers = await Promise.all([1, 2, 3].map(() => decide(id, 'confirm', who.second, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const { items } = await get(`/batches/${batchId}/movements`);
    expect(items.filter(({ kind }: { kind: string }) => kind === 'stock_adjustment')).toHaveLength(1);
  });

  it('is rejected with a reason, and makes room for another proposal', async () => {
    const { batchId, countId, id } = await propose();
    const { status, json } = await decide(id, 'reject', who.second);
    expect([status, json.state, json.decision]).toEqual([200, 'rejected', '已复点']);
    expect((await get(`/batches/${batchId}`)).massGrams).toBe(1_000_000);
    expect((await decide(id, 'confirm', who.second)).json.code).toBe('stock-adjustment-decided');
    const again = await adjust(countId, [counted(batchId, 950_000, 57)]);
    expect([again.status, again.json.state]).toEqual([201, 'proposed']);
    expect((await decide(again.json.id, 'reject', who.own)).status).toBe(200);
  });

  it('is refused when the books of that time have changed since, or the count was corrected', async () => {
    const { batchId, id } = await propose();
    await batch(10_000, 1);
    const overtaken = await decide(id, 'confirm', who.second);
    expect([overtaken.status, overtaken.json.code, overtaken.json.nowGrams]).toEqual([
      ...[409, 'stock-adjustment-overtaken', 1_010_000],
    ]);
    expect((await get(`/batches/${batchId}`)).massGrams).toBe(1_000_000);

    const next = await propose();
    await post(`/batches/${next.batchId}/corrections`, { reason: '更正', massGrams: 990_000 });
    expect((await decide(next.id, 'confirm', who.second)).json.code).toBe('stock-adjustment-overtaken');

    const third = await propose();
    await count([{ massGrams: 900_000 }], { replacesId: third.countId });
    const replaced = await decide(third.id, 'confirm', who.second);
    expect([replaced.status, replaced.json.code]).toEqual([409, 'stock-count-replaced']);

    const fourth = await propose();
    const run = await post('/runs', { siteId: who.own.siteId, startedAt: AT, process: 'integrated' });
    const lines = [{ batchId: fourth.batchId, massGrams: 950_000, pieces: 57 }];
    await post(`/runs/${run.id}/feeds`, { fedAt: '2026-10-02T08:00:00+08:00', lines });
    expect((await decide(fourth.id, 'confirm', who.second)).json.code).toBe('stock-adjustment-moved-on');
    expect(await balances(fourth.batchId)).toEqual([1_000_000, 50_000]);
  });

  it('expires without a decision, and then makes room', async () => {
    const { batchId, countId, id } = await propose();
    const before = app.clock.now;
    app.clock.now = new Date('2026-11-14T04:00:00.000Z');
    try {
      expect((await get(`/stock-adjustments/${id}`)).state).toBe('expired');
      const listed = async (state: string) =>
        (await get(`/stock-adjustments?state=${state}`)).items.map((one: { id: string }) => one.id);
      expect([await listed('proposed'), await listed('expired')]).toEqual([[], [id]]);
      expect((await decide(id, 'confirm', who.second)).json).toMatchObject({
        ...{ code: 'stock-adjustment-decided', state: 'expired' },
      });
      expect((await adjust(countId, [counted(batchId, 900_000, 54)])).json.state).toBe('proposed');
      expect(await listed('expired')).toEqual([id]);
    } finally {
      app.clock.now = before;
    }
  });

  it('shows itself to the authorities of the province and the city, in the list and as a metric', async () => {
    const { id } = await propose();
    const metric = async (state: string) =>
      (await ADJUSTMENT_FIGURES.read(app.database.db, app.clock.now)).find(({ labels }) => labels.state === state)
        ?.value;
    const [waiting = 0, booked = 0] = [await metric('proposed'), await metric('booked')];
    expect([waiting > 0, booked > 0]).toEqual([true, true]);
    const ids = async (by: Client) =>
      (await get('/stock-adjustments?aboveLimit=true&state=proposed&limit=200', by)).items.map(
        (one: { id: string }) => one.id,
      );
    const regulator = (division: string) =>
      app.client({ subject: `city-${division}`, division, roles: ['city_regulator'] });
    expect(await ids(app.authority)).toContain(id);
    expect(await ids(await regulator('4501'))).toContain(id);
    expect(await ids(await regulator('4502'))).not.toContain(id);
    expect((await get(`/stock-adjustments/${id}`, who.other)).code).toBe('stock-adjustment-missing');
    await decide(id, 'confirm', who.second);
    expect([await metric('proposed'), await metric('booked')]).toEqual([waiting - 1, booked + 1]);
  });

  it('writes what became of it to the journal', async () => {
    const { id } = await propose();
    await decide(id, 'confirm', who.second);
    await app.follow();
    const { rows } = await app.database.db.$client.query(
      'select kind, payload, occurred_at from journal_entries where subject = $1 order by number',
      [`stock-adjustment:${id}`],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['stock-adjustment.proposed', 'stock-adjustment.booked']);
    expect(rows[1].payload).toMatchObject({ decidedBy: `second-${who.serial}`, proposedBy: expect.any(String) });
    expect(rows[1].occurred_at.toISOString()).toBe(COUNTED_AT);
  });
});
