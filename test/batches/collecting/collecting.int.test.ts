/** Licences for collecting waste, before and after the law refuses a collection without one. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, NOW, useApp } from '../../app/fixture.ts';

const app = useApp();
const IN_2027 = new Date('2027-01-05T08:00:00.000Z');
const BROKEN = { batteryKind: 'starter', riskClass: 'II', condition: 'broken' };
let point: Enterprise;
let generator: Enterprise;

beforeAll(async () => {
  app.clock.now = NOW;
  point = await app.enterprise({ kind: 'collection_point' });
  generator = await app.enterprise({ kind: 'generator' });
});
beforeEach(() => {
  app.clock.now = NOW;
});

const record = (who: Enterprise, changes: Record<string, unknown> = BROKEN, headers: Record<string, string> = {}) =>
  who.post('/v1/batches', batchInput(who.siteId, changes), headers);

let serial = 0;
async function license(who: Enterprise, changes: Record<string, unknown> = {}): Promise<string> {
  serial += 1;
  const { status, json } = await app.authority.post(`/v1/parties/${who.partyId}/licences`, {
    ...{ number: `45010000${String(serial).padStart(2, '0')}`, mode: 'collection', wasteCodes: ['900-052-31'] },
    ...{ validFrom: '2026-01-01', validTo: '2029-01-01', issuer: '演示局', ...changes },
  });
  expect(status, JSON.stringify(json)).toBe(201);
  return json.id;
}
const codesOf = ({ json }: { json: { warnings?: { code: string }[] } }) => json.warnings?.map(({ code }) => code);

describe('until 2027, a collection without a licence', () => {
  it('of broken batteries is recorded and marked, in the answer, on the batch, in the list and in the journal', async () => {
    const answer = await record(point);
    expect([answer.status, answer.json.unlicensed, codesOf(answer)]).toEqual([201, true, ['collection-unlicensed']]);
    const { id } = answer.json;
    expect((await point.get(`/v1/batches/${id}`)).json).toMatchObject({ id, unlicensed: true });
    const marked = await app.authority.get('/v1/batches?unlicensed=true');
    expect(marked.json.items.map((one: { id: string }) => one.id)).toEqual([id]);
    const { rows } = await app.deps.db.$client.query('select payload from journal_entries where subject = $1', [
      `batch:${id}`,
    ]);
    expect(rows).toMatchObject([{ payload: { id, unlicensed: true } }]);
  });

  it('is answered in Chinese, and the same when it is repeated', async () => {
    const headers = { 'idempotency-key': 'collected-1', 'accept-language': 'zh-CN' };
    const [first, again] = [await record(point, BROKEN, headers), await record(point, BROKEN, headers)];
    expect(first.json.warnings).toMatchObject([{ title: '无许可收集', severity: 'flag' }]);
    expect([again.json.id, again.json.unlicensed, again.json.warnings]).toEqual([
      ...[first.json.id, true, first.json.warnings],
    ]);
  });

  it('at a site of a generator is marked, also of whole batteries; what it generates is not', async () => {
    const collected = await record(generator, {});
    expect([collected.status, codesOf(collected)]).toEqual([201, ['collection-unlicensed']]);
    const generated = await record(generator, { ...BROKEN, origin: 'generated' });
    expect([generated.status, generated.json.unlicensed, codesOf(generated)]).toEqual([201, undefined, undefined]);
  });

  it('is shown once for a site in a bulk request', async () => {
    const batch = batchInput(point.siteId, BROKEN);
    const { json } = await point.post('/v1/batches/bulk', [{ batch }, { batch }, { batch: batchInput(point.siteId) }]);
    expect([json.recorded, codesOf({ json })]).toEqual([3, ['collection-unlicensed']]);
  });
});

describe('a collection', () => {
  it('of unbroken sealed batteries at a collection point needs no licence of its own', async () => {
    for (const now of [NOW, IN_2027]) {
      app.clock.now = now;
      const { status, json } = await record(point, { occurredAt: now.toISOString() });
      expect([status, json.unlicensed]).toEqual([201, undefined]);
    }
  });

  it.each([
    ['for another waste', { wasteCodes: ['384-004-31'] }, true],
    ['that has ended', { validTo: '2026-10-14' }, true],
    ['for transport', { mode: 'transport' }, true],
    ['for recycling', { mode: 'recycling' }, true],
    ['that ends on the next day', { validTo: '2026-10-15' }, undefined],
  ])('at a transfer point under a licence %s is marked: %s', async (_, changes, unlicensed) => {
    const who = await app.enterprise({ kind: 'transfer_point' });
    await license(who, changes);
    expect((await record(who)).json.unlicensed).toBe(unlicensed);
  });

  it('at a recycler needs its licence for recycling, which covers collection', async () => {
    const who = await app.enterprise({ kind: 'recycler' });
    expect((await record(who)).json.unlicensed).toBe(true);
    await license(who, { mode: 'recycling' });
    expect((await record(who)).json.unlicensed).toBeUndefined();
  });

  it('under a suspended licence is marked from the day of the suspension until the reinstatement', async () => {
    const who = await app.enterprise({ kind: 'transfer_point' });
    const id = await license(who);
    const step = async (name: string, effectiveOn: string) => {
      const path = `/v1/parties/${who.partyId}/licences/${id}/${name}`;
      const { status, text } = await app.authority.post(path, { effectiveOn, reason: '演示' });
      expect(status, text).toBeLessThan(300);
    };
    await step('suspend', '2026-10-12');
    await step('reinstate', '2026-10-14');
    const on = async (day: string) => (await record(who, { ...BROKEN, occurredAt: `${day}T08:00:00+08:00` })).json;
    expect((await on('2026-10-11')).unlicensed).toBeUndefined();
    expect((await on('2026-10-13')).unlicensed).toBe(true);
    expect((await on('2026-10-14')).unlicensed).toBeUndefined();
  });
});

describe('from 2027 on, a collection without a licence', () => {
  const now = { ...BROKEN, occurredAt: IN_2027.toISOString() };

  it('is refused with the field, the rule and the remedy, and nothing is recorded', async () => {
    app.clock.now = IN_2027;
    const before = await app.deps.db.$client.query('select count(*) from batches');
    const { status, json } = await record(point, now);
    expect([status, json.code, json.pointer]).toEqual([422, 'batch-collection-unlicensed', '#/body/siteId']);
    expect([json.on, json.siteKind, json.detail]).toEqual([
      ...['2027-01-05', 'collection_point', expect.stringContaining('Order 408')],
    ]);
    const chinese = await record(point, now, { 'accept-language': 'zh-CN' });
    expect(chinese.json.remedy).toContain('主管部门登记其收集许可证');
    expect((await app.deps.db.$client.query('select count(*) from batches')).rows).toEqual(before.rows);
  });

  it('is refused at a site of a generator under any licence', async () => {
    app.clock.now = IN_2027;
    await license(generator);
    expect((await record(generator, { occurredAt: IN_2027.toISOString() })).json.code).toBe(
      'batch-collection-unlicensed',
    );
  });

  it('is refused alone in a bulk request', async () => {
    app.clock.now = IN_2027;
    const whole = { occurredAt: IN_2027.toISOString() };
    const rows = [now, whole].map((changes) => ({ batch: batchInput(point.siteId, changes) }));
    const { json } = await point.post('/v1/batches/bulk', rows);
    expect([json.recorded, json.refused, json.items[0].problem.code]).toEqual([1, 1, 'batch-collection-unlicensed']);
  });

  it('that a handheld recorded without a connection is taken and marked', async () => {
    app.clock.now = IN_2027;
    const answer = await record(point, { ...BROKEN, occurredAt: '2027-01-05T07:40:00.000Z' });
    expect([answer.status, answer.json.unlicensed, codesOf(answer)]).toEqual([201, true, ['collection-unlicensed']]);
  });

  it('may be sent again under the same key once the licence is registered', async () => {
    app.clock.now = IN_2027;
    const who = await app.enterprise({ kind: 'transfer_point' });
    const headers = { 'idempotency-key': 'licensed-later' };
    expect((await record(who, now, headers)).status).toBe(422);
    await license(who);
    const { status, json } = await record(who, now, headers);
    expect([status, json.unlicensed]).toEqual([201, undefined]);
  });
});
