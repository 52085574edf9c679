/** The table of the walk is whole, and every role is let in where the table of roles says so and nowhere else. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createApi } from '../../../../src/app.ts';
import { oauthRoutes, openLocalIssuer } from '../../../../src/identity/index.ts';
import { createMetrics } from '../../../../src/platform/operation/metrics.ts';
import { inParallel } from '../../../setup/parallel.ts';
import { reachOf } from '../oracle.ts';
import { request, routesOf } from '../request.ts';
import { useScene } from '../scene.ts';
import type { GuardedRow } from './row.ts';
import { isGuarded, ROWS, rowsOf } from './rows.ts';
import { NOBODY } from './step-rows.ts';

const scene = useScene();
const inOrder = (routes: Iterable<string>) => [...new Set(routes)].toSorted((a, b) => a.localeCompare(b));

it('every route has a row, and every row has a route', async () => {
  const { deps, database } = scene.app;
  const issuer = { issuer: 'http://localhost/oidc', audience: 'leadloop', encryptionKey: randomBytes(32) };
  const identity = await openLocalIssuer({ ...deps, ...issuer });
  const whole = await createApi(deps, {
    authenticate: async () => Promise.reject(new Error('nobody is asked for a token here')),
    log: deps.log,
    metrics: createMetrics(database.db),
    checks: [],
    oauth: oauthRoutes(identity),
  });
  const known = routesOf(whole.printRoutes());
  await whole.close();
  identity.stop();
  expect(known.length).toBeGreaterThan(80);
  expect(inOrder(known)).toEqual(inOrder(ROWS.map(({ route }) => route)));
});

const addressOf = async (row: GuardedRow): Promise<string> => {
  if (row.kind === 'one') return row.url(NOBODY, NOBODY);
  if (row.kind === 'step') return row.url(NOBODY, NOBODY);
  return typeof row.url === 'string' ? row.url : row.url(scene);
};

describe.each(ROWS.filter(isGuarded))('$route', (row) => {
  it('admits callers by the scope of the row and the reach of the role, and by nothing else', async () => {
    const url = await addressOf(row);
    const [method] = row.route.split(' ') as ['GET' | 'POST' | 'PATCH'];
    await inParallel(scene.actors, async (person) => {
      const reach = reachOf(person, row.scope);
      // A body that nothing accepts, so that an admitted caller changes nothing.
      const { status, code } = await request(scene, person, { method, url, ...(method !== 'GET' && { body: 0 }) });
      const where = `${row.route} by ${person.title}`;
      const refused = person.scopes.includes(row.scope) ? 'role-missing' : 'scope-missing';
      if (method === 'GET') {
        const head = await request(scene, person, { method: 'HEAD', url });
        expect([head.status, head.text], where).toEqual([status, '']);
      }
      if (reach === null) expect([status, code], where).toEqual([403, refused]);
      else expect([status < 500, status === 403], where).toEqual([true, false]);
    });
  });
});

it('what is not an authority’s alone reaches no further than the own, and the other way round', () => {
  const reaches = (kind: 'register' | 'authority') =>
    new Set(rowsOf(kind).flatMap(({ scope }) => scene.actors.map((person) => reachOf(person, scope))));
  expect(reaches('authority')).toEqual(new Set(['all', null]));
});

it('the open register is the same for all its readers', async () => {
  for (const row of rowsOf('register')) {
    const readers = scene.actors.filter((person) => reachOf(person, row.scope) !== null);
    expect(readers.length).toBeGreaterThan(5);
    const answers = await Promise.all(
      readers.map((person) => request(scene, person, { method: 'GET', url: row.url(scene) })),
    );
    expect(new Set(answers.map(({ text }) => text)).size, row.route).toBe(1);
  }
});

it('nothing that needs no token shows a record', async () => {
  const nobody = scene.actors.find(({ title }) => title === 'nobody of an organisation');
  if (!nobody) throw new Error('nobody is there');
  for (const { route } of rowsOf('open')) {
    const [method, path = ''] = route.split(' ') as ['GET' | 'POST', string];
    if (path.startsWith('/oidc')) continue;
    const url = path.replace(':code', 'batch-missing').replace('*', 'index.css');
    await request(scene, nobody, { method, url, ...(method === 'POST' && { body: { envelopes: ['a.b.c'] } }) });
  }
});

it('row-level security is off here, so the conditions of the queries alone prove the isolation', async () => {
  const { rows } = await scene.app.database.db.$client.query(
    `select relname from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
  );
  expect(rows).toEqual([]);
});
