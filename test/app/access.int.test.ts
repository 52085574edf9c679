/** Access to every address of the API: which tokens are admitted and which are rejected. */
import { beforeAll, expect, it } from 'vitest';
import { ALL_ROLES, rowOf, scopesOf } from '../../src/core/access/roles.ts';
import { ALL_SCOPES } from '../../src/core/access/scopes.ts';
import { useApp } from './fixture.ts';
import { Described, type Operation, operationsOf } from './nonsense.ts';

const app = useApp();
let guarded: Operation[];
beforeAll(() => {
  guarded = operationsOf(Described.parse(app.http.swagger())).filter((one) => one.guarded);
});

async function request({ method, path }: Operation, authorization: string | undefined) {
  const url = path.replaceAll(/\{\w+\}/g, '01999999-0000-7000-8000-000000000001');
  const body = method === 'GET' ? {} : { payload: '{}', headers: { 'content-type': 'application/json' } };
  const headers = { ...body.headers, ...(authorization === undefined ? {} : { authorization }) };
  const answer = await app.http.inject({ method, url, ...body, headers });
  return { status: answer.statusCode, headers: answer.headers, json: answer.json() };
}

it('a request without a token is refused, also for a record that does not exist', async () => {
  expect(guarded.length).toBeGreaterThan(20);
  for (const operation of guarded) {
    const { status, json, headers } = await request(operation, undefined);
    expect([status, json.code, headers['www-authenticate']], operation.path).toEqual([401, 'token-missing', 'Bearer']);
    const forged = await request(operation, 'Bearer a.b.c');
    expect([forged.status, forged.json.code], operation.path).toEqual([401, 'token-invalid']);
  }
});

it('a token with every scope but that of the route is refused', async () => {
  for (const operation of guarded) {
    expect(ALL_SCOPES, operation.path).toContain(operation.scope);
    const { token } = await app.client({ scopes: ALL_SCOPES.filter((scope) => scope !== operation.scope) });
    const { status, json } = await request(operation, `Bearer ${token}`);
    expect([status, json.code, json.scope], operation.path).toEqual([403, 'scope-missing', operation.scope]);
  }
});

it('an organisation never acts as the authority, whatever scopes and roles its token names', async () => {
  const partyId = '01999999-0000-7000-8000-000000000002';
  const { token } = await app.client({ partyId, roles: ALL_ROLES });
  const ofOrganisations = scopesOf(ALL_ROLES.filter((role) => rowOf(role).acts === 'party'));
  const forAuthorities = guarded.filter(({ scope }) => !ofOrganisations.some((one) => one === scope));
  expect(forAuthorities.length).toBeGreaterThan(10);
  for (const operation of forAuthorities) {
    const { status, json } = await request(operation, `Bearer ${token}`);
    expect([status, json.code], operation.path).toEqual([403, 'role-missing']);
  }
});

it('nothing under /v1 is public but what is listed here', () => {
  const open = operationsOf(Described.parse(app.http.swagger())).filter((one) => !one.guarded);
  expect(
    open
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/v1/'))
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['/v1/exchange/keys', '/v1/exchange/messages']);
});
