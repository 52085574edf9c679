/** The register of people: permissions, masking of personal data, and entries in the journal. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
let own: Enterprise;
let other: Enterprise;
let auditor: Client;

beforeAll(async () => {
  own = await app.enterprise();
  other = await app.enterprise();
  auditor = await app.client({ roles: ['auditor'], subject: 'auditor' });
});

let serial = 0;
const draft = (changes: object = {}) => {
  serial += 1;
  return {
    ...{ personName: '王小明', personPhone: '13812345678', login: `clerk.${serial}` },
    ...{ roles: ['enterprise_operator'], ...changes },
  };
};

async function made(by: Client, changes: object = {}) {
  const { status, json, text } = await by.post('/v1/people', draft(changes));
  expect(status, text).toBe(201);
  return json;
}

describe('a manager', () => {
  it('registers the people of the own organisation, and sees no others', async () => {
    const clerk = await made(own);
    expect([clerk.partyId, clerk.personName, clerk.state]).toEqual([own.partyId, '王小明', 'active']);
    const driver = await made(own, { roles: ['driver'], login: null });
    expect([driver.login, driver.initialPassword]).toEqual([null, null]);
    const foreign = await made(other);
    const { json } = await own.get('/v1/people?limit=200');
    const ids = json.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([clerk.id, driver.id]));
    expect(ids).not.toContain(foreign.id);
    expect((await own.get(`/v1/people?partyId=${other.partyId}`)).json.items).toEqual([]);
    for (const asked of [
      own.get(`/v1/people/${foreign.id}`),
      own.post(`/v1/people/${foreign.id}/block`, { reason: '越权' }),
      own.post(`/v1/people/${foreign.id}/unblock`, { reason: '越权' }),
      own.post(`/v1/people/${foreign.id}/password`, {}),
    ]) {
      const { status, json } = await asked;
      expect([status, json.code]).toEqual([404, 'person-missing']);
    }
  });

  it('registers no person for another organisation, or for more than one', async () => {
    const elsewhere = await own.post('/v1/people', draft({ partyId: other.partyId }));
    expect([elsewhere.status, elsewhere.json.code]).toEqual([404, 'party-missing']);
    for (const roles of [['administrator'], ['auditor'], ['city_regulator'], ['enterprise_manager', 'assessor']]) {
      const { status, json } = await own.post('/v1/people', draft({ roles }));
      expect([status, json.code], String(roles)).toEqual([422, 'role-does-not-fit']);
    }
    const city = await own.post('/v1/people', draft({ roles: ['city_regulator'], division: '4501' }));
    expect([city.status, city.json.code]).toEqual([422, 'role-does-not-fit']);
  });

  it('learns that a login name is in use, and not by which organisation', async () => {
    const { login } = await made(other);
    const { status, json, text } = await own.post('/v1/people', draft({ login }));
    expect([status, json.code]).toEqual([409, 'person-login-taken']);
    expect(text).not.toContain(other.partyId);
  });
});

describe('the register', () => {
  it('is open to administrators, readable by auditors, and closed to all others', async () => {
    const clerk = await made(app.authority, { partyId: own.partyId });
    const official = await made(app.authority, { roles: ['city_regulator'], division: '4501', partyId: null });
    const { json } = await auditor.get('/v1/people?limit=200');
    const ids = json.items.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(expect.arrayContaining([clerk.id, official.id]));
    expect((await auditor.post('/v1/people', draft())).json.code).toBe('role-missing');
    const operator = await app.client({ roles: ['enterprise_operator'], partyId: own.partyId });
    expect((await operator.get('/v1/people')).json.code).toBe('role-missing');
  });

  it('shows names and numbers to the own organisation, masked to others, and never a password', async () => {
    const clerk = await made(own);
    expect((await own.get(`/v1/people/${clerk.id}`)).json).toMatchObject({ personPhone: '13812345678' });
    const masked = await auditor.get(`/v1/people/${clerk.id}`);
    expect([masked.json.personName, masked.json.personPhone]).toEqual(['王*', '138****5678']);
    const clear = await auditor.get(`/v1/people/${clerk.id}`, { 'personal-data-purpose': 'complaint%207' });
    expect(clear.json.personName).toBe('王小明');
    expect(masked.text + clear.text).not.toMatch(/argon2|"password"|initialPassword/);
  });

  it('shows an initial password once, and not to a repeated request', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = draft();
    const first = await own.post('/v1/people', body, key);
    const again = await own.post('/v1/people', body, key);
    expect(first.json.initialPassword).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect(again.json).toEqual({ ...first.json, initialPassword: null });
  });

  it('records every change in the journal, masked and without passwords', async () => {
    const clerk = await made(own);
    await own.post(`/v1/people/${clerk.id}/block`, { reason: '休假' });
    await own.post(`/v1/people/${clerk.id}/unblock`, { reason: '返岗' });
    const { json } = await own.post(`/v1/people/${clerk.id}/password`, {});
    await app.follow();
    const journal = await app.authority.get(`/v1/journal/subjects/person:${clerk.id}`);
    expect(journal.json.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'person.registered',
      'person.blocked',
      'person.unblocked',
      'person.password-set',
    ]);
    expect(journal.json.items[0].payload).toMatchObject({
      personName: '王*',
      login: clerk.login,
      partyId: own.partyId,
    });
    const { rows } = await app.deps.db.execute<{ kept: string }>(
      sql`select payload::text as kept from journal_entries`,
    );
    const all = rows.map(({ kept }) => kept).join();
    for (const secret of [clerk.initialPassword, json.initialPassword, 'argon2']) expect(all).not.toContain(secret);
  });

  it.each<[string, (id: string) => readonly [string, Record<string, string>], number, string]>([
    ['blocked twice', (id) => [`/v1/people/${id}/block`, { reason: '再次' }], 409, 'person-blocked-already'],
    ['given a password while blocked', (id) => [`/v1/people/${id}/password`, {}], 409, 'person-blocked-already'],
  ])('refuses a person who is %s', async (_, ask, status, code) => {
    const { id } = await made(own);
    await own.post(`/v1/people/${id}/block`, { reason: '离职' });
    const refused = await own.post(...ask(id));
    expect([refused.status, refused.json.code]).toEqual([status, code]);
  });

  it('gives no password without a login name, and unblocks no active person', async () => {
    const { id } = await made(own, { roles: ['driver'], login: null });
    const password = await own.post(`/v1/people/${id}/password`, {});
    expect([password.status, password.json.code]).toEqual([422, 'person-has-no-login']);
    const unblock = await own.post(`/v1/people/${id}/unblock`, { reason: '误操作' });
    expect([unblock.status, unblock.json.code]).toEqual([409, 'person-not-blocked']);
  });

  it('changes roles within the own organisation only', async () => {
    const { id } = await made(own);
    const change = (roles: string[], more: object = {}) =>
      own.post(`/v1/people/${id}/roles`, { roles, reason: '转岗', ...more });
    const { status, json } = await change(['driver', 'enterprise_manager']);
    expect([status, json.roles]).toEqual([200, ['driver', 'enterprise_manager']]);
    for (const refused of [change(['auditor']), change(['city_regulator'], { division: '4501' })]) {
      expect((await refused).json.code).toBe('role-does-not-fit');
    }
    const elsewhere = await other.post(`/v1/people/${id}/roles`, { roles: ['driver'], reason: '越权' });
    expect([elsewhere.status, elsewhere.json.code]).toEqual([404, 'person-missing']);
    await app.follow();
    const journal = await app.authority.get(`/v1/journal/subjects/person:${id}`);
    expect(journal.json.items.at(-1)).toMatchObject({
      kind: 'person.roles-changed',
      payload: { before: ['enterprise_operator'], roles: ['driver', 'enterprise_manager'], reason: '转岗' },
    });
  });

  it('can be read in pages and by state', async () => {
    const { id } = await made(own);
    await own.post(`/v1/people/${id}/block`, { reason: '离职' });
    const blocked = await own.get('/v1/people?state=blocked&limit=200');
    expect(blocked.json.items.every(({ state }: { state: string }) => state === 'blocked')).toBe(true);
    expect(blocked.json.items.map((one: { id: string }) => one.id)).toContain(id);
    const first = await own.get('/v1/people?limit=1');
    const second = await own.get(`/v1/people?limit=1&cursor=${first.json.nextCursor}`);
    expect(second.json.items[0].id > first.json.items[0].id).toBe(true);
  });
});
