/** Changes of what is registered of people and clients, and the limits of changing roles. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Client, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
const REASON = { reason: '登记有误。' };
const problem = ({ status, json }: Answer) => [status, json.code];
let own: Enterprise;

beforeAll(async () => {
  own = await app.enterprise();
});

async function made(by: Client, path: string, body: object) {
  const { status, json, text } = await by.post(path, { ...body });
  expect(status, text).toBe(201);
  return json;
}
let serial = 0;
const person = (changes: object = {}) => {
  return { personName: '李大力', personPhone: '13812345678', roles: ['enterprise_operator'], ...changes };
};
const login = () => `clerk.${++serial}`;

describe('a change of a person', () => {
  it('is made by the manager with the version that was read, and shows name and number to the organisation alone', async () => {
    const { id } = await made(own, '/v1/people', person({ login: login() }));
    const at = `/v1/people/${id}`;
    expect((await own.get(at)).headers.etag).toBe('"1"');
    const headers = { 'if-match': '"1"', 'idempotency-key': randomUUID() };
    const change = () => own.patch(at, { ...REASON, personName: '李小力', personPhone: null }, headers);
    const [first, again] = [await change(), await change()];
    expect([first.status, first.json.version, first.json.change?.after], first.text).toEqual([
      ...[200, 2, { personName: '李小力', personPhone: null }],
    ]);
    expect([again.json, again.headers['idempotency-replayed']]).toEqual([first.json, 'true']);
    expect(problem(await own.patch(at, { ...REASON, personName: '李' }, { 'if-match': '"1"' }))).toEqual([
      ...[412, 'precondition-failed'],
    ]);
    expect((await own.get(`${at}/changes`)).json.items).toEqual([first.json.change]);
    expect((await app.authority.get(`${at}/changes`)).text).not.toContain('李小力');
    const other = await app.enterprise();
    expect(problem(await other.patch(at, REASON))).toEqual([404, 'person-missing']);
    expect(problem(await other.get(`${at}/changes`))).toEqual([404, 'person-missing']);
  });

  it('refuses the login name of another, and lets one without a login name get one', async () => {
    const taken = login();
    await made(own, '/v1/people', person({ login: taken }));
    const { id } = await made(own, '/v1/people', person());
    const at = `/v1/people/${id}`;
    expect(problem(await own.patch(at, { ...REASON, login: taken.toUpperCase() }))).toEqual([
      ...[409, 'person-login-taken'],
    ]);
    expect((await own.patch(at, { ...REASON, login: login() })).status).toBe(200);
    expect((await own.post(`${at}/password`, {})).json.initialPassword).toEqual(expect.any(String));
  });

  it('raises the version by steps as well', async () => {
    const { id } = await made(own, '/v1/people', person({ roles: ['driver'] }));
    const { json } = await own.post(`/v1/people/${id}/block`, REASON);
    expect([json.version, (await own.get(`/v1/people/${id}`)).headers.etag]).toEqual([2, '"2"']);
  });
});

describe('roles', () => {
  it('of the caller are changed by another', async () => {
    const { id } = await made(own, '/v1/people', person({ roles: ['enterprise_manager'], login: login() }));
    const self = await app.client({ subject: id, partyId: own.partyId, roles: ['enterprise_manager'] });
    const more = { ...REASON, roles: ['enterprise_manager', 'enterprise_operator'] };
    expect(problem(await self.post(`/v1/people/${id}/roles`, more))).toEqual([403, 'roles-own']);
    expect((await own.post(`/v1/people/${id}/roles`, more)).status).toBe(200);
  });

  it('leave one administrator, also when two are taken away at once', async () => {
    const admin = () => made(app.authority, '/v1/people', person({ roles: ['administrator'], login: login() }));
    const [first, second] = [await admin(), await admin()];
    const answers = await Promise.all([
      app.authority.post(`/v1/people/${first.id}/block`, REASON),
      app.authority.post(`/v1/people/${second.id}/roles`, { ...REASON, roles: ['auditor'] }),
    ]);
    expect(answers.map(problem).toSorted()).toEqual([
      [200, undefined],
      [409, 'person-last-administrator'],
    ]);
  });
});

describe('a change of a client', () => {
  it('keeps the values of before without secrets, and raises the version with each secret as well', async () => {
    const { id } = await made(app.authority, '/v1/clients', { name: '旧系统', roles: ['auditor'] });
    const at = `/v1/clients/${id}`;
    const { status, json, text } = await app.authority.patch(at, { ...REASON, name: '新系统' }, { 'if-match': '"1"' });
    expect([status, json.name, json.version], text).toEqual([200, '新系统', 2]);
    expect(json.change).toMatchObject({ before: { name: '旧系统' }, after: { name: '新系统' }, partyId: null });
    expect((await app.authority.post(`${at}/secret`, { overlapHours: 1 })).json.version).toBe(3);
    expect((await app.authority.get(at)).headers.etag).toBe('"3"');
    const history = await app.authority.get(`${at}/changes`);
    expect(history.json.items.length).toBe(1);
    expect(history.text).not.toMatch(/secret|[0-9a-f]{64}/);
  });

  it('follows the rules of its registration, and never changes the rights of the caller', async () => {
    const { id } = await made(app.authority, '/v1/clients', { name: '系统', roles: ['auditor', 'assessor'] });
    const at = `/v1/clients/${id}`;
    const change = (body: object) => app.authority.patch(at, { ...REASON, ...body });
    expect(problem(await change({ roles: ['enterprise_operator'] }))).toEqual([422, 'role-does-not-fit']);
    expect(problem(await change({ roles: ['assessor'] }))).toEqual([422, 'client-scope-refused']);
    expect(problem(await change({ roles: [] }))).toEqual([400, 'request-invalid']);
    expect(problem(await change({ redirectUris: ['https://a.example.org'] }))).toEqual([400, 'request-invalid']);
    const self = await app.client({ subject: id, roles: ['administrator'] });
    expect(problem(await self.patch(at, { ...REASON, roles: ['administrator'] }))).toEqual([403, 'roles-own']);
    const fewer = await change({ roles: ['assessor'], scopes: ['parties:read'] });
    expect([fewer.status, fewer.json.change.after], fewer.text).toEqual([
      ...[200, { roles: ['assessor'], scopes: ['parties:read'] }],
    ]);
    const { rows } = await app.database.db.$client.query('select * from identity_revocations where id = $1', [id]);
    expect(rows).toMatchObject([{ kind: 'roles', minimum_version: fewer.json.version }]);
    await app.authority.post(`${at}/revocation`, {});
    expect(problem(await change({ name: '别名' }))).toEqual([409, 'client-revoked-already']);
  });
});
