/** Every address of the API with every role, and with records of others. */
import { beforeAll, expect, it } from 'vitest';
import { ALL_ROLES, type Role, rowOf, scopesOf } from '../../src/core/roles.ts';
import { type Client, type Enterprise, lotAt, useApp } from './fixture.ts';
import { Described, type Operation, operationsOf } from './nonsense.ts';

const app = useApp();
let guarded: Operation[];
let own: Enterprise;
let other: Enterprise;
let foreignBatch: string;

beforeAll(async () => {
  guarded = operationsOf(Described.parse(app.http.swagger())).filter((one) => one.guarded);
  own = await app.enterprise();
  other = await app.enterprise();
  const { status, json, text } = await other.post('/v1/batches', lotAt(other.siteId));
  expect(status, text).toBe(201);
  foreignBatch = json.id;
});

/** A token that names every scope, so that the role alone decides. */
function clientOf(role: Role): Promise<Client> {
  const { acts } = rowOf(role);
  const whose = {
    party: { partyId: own.partyId },
    city: { division: '4501' },
    partner: { division: '44' },
    authority: {},
  };
  return app.client({ subject: 'role', roles: [role], ...whose[acts] });
}

/** A request of the right form as far as the address goes; whether it makes sense is judged after who may ask. */
async function ask({ method, path }: Operation, { token }: Client, id: string) {
  const url = path.replace(/\{subject\}/, `batch:${id}`).replaceAll(/\{\w+\}/g, id);
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': `${path} ${id}`.replaceAll(/\s/g, '') };
  const payload =
    method === 'GET' ? {} : { payload: '{}', headers: { ...headers, 'content-type': 'application/json' } };
  const { statusCode, body } = await app.http.inject({ method, url, headers, ...payload });
  const code = statusCode >= 400 ? JSON.parse(body).code : undefined;
  return { status: statusCode, code, body };
}

it.each(ALL_ROLES)('%s is let in where its row says so, and nowhere else', async (name) => {
  const client = await clientOf(name);
  for (const operation of guarded) {
    const { code, status } = await ask(operation, client, '01999999-0000-7000-8000-000000000001');
    const let_in = scopesOf([name]).some((scope) => scope === operation.scope);
    const where = `${operation.method} ${operation.path}`;
    if (let_in) expect(['scope-missing', 'role-missing'], where).not.toContain(code);
    else expect([status, code], where).toEqual([403, 'role-missing']);
    expect(status, where).toBeLessThan(500);
  }
});

it('every address has a role that is let in', () => {
  const reachable = new Set<string>(scopesOf(ALL_ROLES));
  expect(guarded.filter(({ scope }) => !reachable.has(scope ?? '')).map(({ path }) => path)).toEqual([]);
});

it.each(ALL_ROLES.filter((role) => rowOf(role).acts === 'party'))(
  '%s finds nothing of another organisation, by whatever address',
  async (name) => {
    const client = await clientOf(name);
    const asked = guarded.filter(({ method, path }) => method === 'GET' && !/\/v1\/(parties|sites|codes)/.test(path));
    for (const operation of asked) {
      const { status, body } = await ask(operation, client, foreignBatch);
      if (operation.path.includes('{')) expect([403, 404], operation.path).toContain(status);
      // What was asked for may be named in the refusal; what belongs to it is not.
      const told = status === 200 ? body : body.replaceAll(foreignBatch, '');
      for (const secret of [foreignBatch, other.siteId, other.partyId])
        expect(told, operation.path).not.toContain(secret);
    }
  },
);

it('sees the record of its own organisation where the other one does not', async () => {
  expect((await other.get(`/v1/batches/${foreignBatch}`)).status).toBe(200);
  expect((await own.get(`/v1/batches/${foreignBatch}`)).status).toBe(404);
  const regulator = await clientOf('province_regulator');
  expect((await regulator.get(`/v1/batches/${foreignBatch}`)).status).toBe(200);
  const administrator = await clientOf('administrator');
  expect((await administrator.get(`/v1/batches/${foreignBatch}`)).status).toBe(403);
});
