import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeUscc } from '../../../src/core/identifiers/uscc.ts';
import { useApp } from '../../app/fixture.ts';
import { load, makeTrade, ok, problem, REASON, version } from './trade.ts';

const app = useApp();
const entriesOf = async (subject: string) => {
  const { rows } = await app.database.db.execute(sql`
    select kind, payload from journal_entries where subject = ${subject} order by number`);
  return rows as { kind: string; payload: Record<string, unknown> }[];
};

describe('a change of an organisation', () => {
  it('keeps the values of before with the reason, and raises the version that ETag shows', async () => {
    const { partyId, ...one } = await app.enterprise({ name: '错名收集有限公司' });
    const read = await app.authority.get(`/v1/parties/${partyId}`);
    expect(read.headers.etag).toBe('"1"');
    const body = { ...REASON, name: '演示收集有限公司', address: '南宁市演示路 9 号' };
    const answer = await app.authority.patch(`/v1/parties/${partyId}`, body, version(1));
    expect([answer.status, answer.headers.etag], answer.text).toEqual([200, '"2"']);
    expect(answer.json).toMatchObject({
      ...{ id: partyId, name: '演示收集有限公司', address: '南宁市演示路 9 号', version: 2, uscc: one.uscc },
      change: {
        ...{ partyId, version: 2, reason: '登记有误。', affected: [] },
        before: { name: '错名收集有限公司', address: null },
        after: { name: '演示收集有限公司', address: '南宁市演示路 9 号' },
      },
    });
    expect((await app.authority.get(`/v1/parties/${partyId}`)).json).toMatchObject({
      name: '演示收集有限公司',
      version: 2,
    });
    const { items } = (await one.get(`/v1/parties/${partyId}/changes`)).json;
    expect(items).toEqual([{ ...answer.json.change, actor: 'authority' }]);
    const last = (await entriesOf(`party:${partyId}`)).at(-1);
    expect(last).toMatchObject({
      kind: 'party.changed',
      payload: { version: 2, before: { name: '错名收集有限公司' }, after: { name: '演示收集有限公司' } },
    });
  });

  it('needs the version that was read: 428 without it, 412 for an earlier one', async () => {
    const { partyId } = await app.enterprise();
    const at = `/v1/parties/${partyId}`;
    const bare = await app.http.inject({
      ...{ method: 'PATCH', url: at, payload: { ...REASON, name: '演示' } },
      headers: { authorization: `Bearer ${app.authority.token}`, 'idempotency-key': randomUUID() },
    });
    expect([bare.statusCode, bare.json().code, bare.json().pointer]).toEqual([
      ...[428, 'precondition-missing', '#/headers/if-match'],
    ]);
    const stale = await app.authority.patch(at, { ...REASON, name: '演示' }, version(7));
    expect([...problem(stale), stale.json.expected, stale.json.actual]).toEqual([412, 'precondition-failed', 7, 1]);
    expect((await entriesOf(`party:${partyId}`)).map(({ kind }) => kind)).toEqual(['party.registered']);
  });

  it('without another value changes nothing: the same version, and no entry', async () => {
    const { partyId, uscc } = await app.enterprise({ name: '演示不变有限公司' });
    for (const same of [{}, { name: '演示不变有限公司' }, { name: '演示不变有限公司 ', uscc }]) {
      const { status, json, headers } = await app.authority.patch(
        `/v1/parties/${partyId}`,
        { ...REASON, ...same },
        version(1),
      );
      expect([status, json.version, json.change, headers.etag]).toEqual([200, 1, null, '"1"']);
    }
    expect((await entriesOf(`party:${partyId}`)).length).toBe(1);
  });

  it('is made once for one key, also when the version is old by then', async () => {
    const { partyId } = await app.enterprise();
    const headers = { ...version(1), 'idempotency-key': randomUUID() };
    const change = () => app.authority.patch(`/v1/parties/${partyId}`, { ...REASON, name: '演示一次' }, headers);
    const [first, second] = [await change(), await change()];
    expect(second.json).toEqual(first.json);
    expect([second.status, second.headers['idempotency-replayed'], second.headers.etag]).toEqual([200, 'true', '"2"']);
    const other = await app.authority.patch(`/v1/parties/${partyId}`, { ...REASON, name: '演示两次' }, headers);
    expect(problem(other)).toEqual([422, 'idempotency-key-reused']);
  });

  it('is made by exactly one of many that read the same version at once', async () => {
    const { partyId } = await app.enterprise();
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        app.authority.patch(`/v1/parties/${partyId}`, { ...REASON, address: `演示路 ${n} 号` }, version(1)),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 23 }, () => 412)]);
    const { items } = (await app.authority.get(`/v1/parties/${partyId}/changes`)).json;
    expect(items.length).toBe(1);
  });

  it('by itself reaches its contact, which others do not see, and nothing that the authority registers', async () => {
    const { partyId, ...own } = await app.enterprise();
    const at = `/v1/parties/${partyId}`;
    const { json, status, text } = await own.patch(
      at,
      { ...REASON, contactName: '赵经理', contactPhone: null },
      version(1),
    );
    expect([status, json.version, json.change?.after], text).toEqual([
      ...[200, 2, { contactName: '赵经理', contactPhone: null }],
    ]);
    const refused = await own.patch(at, { ...REASON, contactName: '钱经理', name: '自改有限公司' }, version(2));
    expect([...problem(refused), refused.json.members]).toEqual([403, 'change-reserved', ['name']]);
    const other = await app.enterprise();
    expect(problem(await other.patch(at, { ...REASON, contactName: '孙' }))).toEqual([404, 'party-missing']);
    expect(problem(await other.get(`${at}/changes`))).toEqual([404, 'party-missing']);
    const masked = (await app.authority.get(`${at}/changes`)).text;
    expect(masked).not.toContain('赵经理');
    expect((await own.patch(at, { ...REASON, contactName: null })).json.change.after).toEqual({ contactName: null });
  });

  it('replaces a code by a reason, and refuses a code of another, a wrong one and an unknown division', async () => {
    const { partyId } = await app.enterprise();
    const { uscc } = await app.enterprise();
    const at = `/v1/parties/${partyId}`;
    const change = (body: object) => app.authority.patch(at, { ...REASON, ...body });
    expect(problem(await change({ uscc }))).toEqual([409, 'party-exists']);
    expect(problem(await change({ uscc: 'X' }))).toEqual([400, 'request-invalid']);
    const neither = await change({ uscc: null });
    expect([...problem(neither), neither.json.errors[0].pointer]).toEqual([400, 'request-invalid', '#/body/uscc']);
    expect(problem(await change({ divisionCode: '459900' }))).toEqual([422, 'division-unknown']);
    expect((await change({ usccMissingReason: '个体工商户' })).json).toMatchObject({
      ...{ uscc: null, usccMissingReason: '个体工商户' },
    });
    const next = composeUscc('92', '450100', 77_001);
    expect((await change({ uscc: next })).json).toMatchObject({ uscc: next, usccMissingReason: null });
  });

  it('leaves code and division as manifests name them, and says which open ones have the earlier name', async () => {
    const trade = await makeTrade(app);
    const { partyId } = trade.point;
    const id = await load(app, trade, 'submit');
    const at = `/v1/parties/${partyId}`;
    for (const change of [{ uscc: composeUscc('91', '450100', 77_002) }, { divisionCode: '450200' }]) {
      const { status, json } = await app.authority.patch(at, { ...REASON, ...change });
      expect([status, json.code, json.members, json.ids]).toEqual([409, 'change-held', Object.keys(change), [id]]);
    }
    const before = (await trade.point.get(`/v1/manifests/${id}`)).json;
    const { json } = await app.authority.patch(at, { ...REASON, name: '演示更名有限公司' });
    expect(json.change.affected).toEqual([{ kind: 'manifest', id, state: 'submitted', before: {}, after: {} }]);
    expect((await trade.point.get(`/v1/manifests/${id}`)).json).toEqual(before);
  });
});

it('an organisation with a site stays in its province', async () => {
  const { partyId, siteId } = await app.enterprise();
  const body = { ...REASON, divisionCode: '440103' };
  const { status, json } = await app.authority.patch(`/v1/parties/${partyId}`, body, { 'accept-language': 'zh-CN' });
  expect([status, json.code, json.ids, json.pointer]).toEqual([409, 'change-held', [siteId], '#/body/divisionCode']);
  expect(json.detail).toContain('该单位的所属省份不能变更');
});

describe('the database', () => {
  let partyId: string;
  beforeAll(async () => {
    ({ partyId } = await app.enterprise());
    await ok(app.authority.patch(`/v1/parties/${partyId}`, { ...REASON, name: '演示留痕' }));
  });

  it.each([
    ['a changed history', `update register_changes set reason = '无'`],
    ['an emptied history', 'delete from register_changes'],
    ['a deleted vehicle', 'delete from vehicles'],
  ])('refuses %s', async (_, statement) => {
    await expect(app.database.db.$client.query(statement)).rejects.toThrow();
  });

  it('raises the version of a record with every update, also by an earlier release', async () => {
    const { rows } = await app.database.db.$client.query(
      `update parties set state_since = now() where id = $1 returning version`,
      [partyId],
    );
    expect(rows).toEqual([{ version: 3 }]);
  });
});
