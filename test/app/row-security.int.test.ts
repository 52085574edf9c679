/** Row-level security: a query that forgets its filter still finds the rows of its visibility and no others. */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/platform/database/row-security.ts';
import { useApp } from './fixture.ts';
import { complaintsOf, type Tally } from './row-security/check.ts';
import { CLOSED, CLOSED_PARTITIONS, OPEN, SECURED } from './row-security/decisions.ts';
import { peopleTheWorld } from './row-security/world.ts';

const app = useApp();
const decisions = Object.entries(SECURED);
let viewers: Viewer[];
/** A connection of the owner of the tables. */
let client: pg.PoolClient;

beforeAll(async () => {
  const { point, carrier, smelter, otherPoint, otherSmelter, laboratory } = await peopleTheWorld(app);
  const partyIds = [point, carrier, smelter, otherPoint, otherSmelter, laboratory].map(({ partyId }) => partyId);
  viewers = [
    { visibility: { of: 'nothing' } },
    ...partyIds.map((partyId): Viewer => ({ visibility: { of: 'party', partyId } })),
    { visibility: { of: 'city', division: '4502' } },
    { visibility: { of: 'city', division: '4504' } },
    { visibility: { of: 'province', division: '44' } },
    { visibility: { of: 'province', division: '46' } },
    { visibility: { of: 'all' } },
    { visibility: { of: 'all' }, scope: 'clients:write', client: '/authority' },
    { visibility: { of: 'all' }, scope: 'people:write' },
    { visibility: { of: 'all' }, scope: 'assessments:review' },
    { visibility: { of: 'all' }, scope: 'assessments:decide' },
    { visibility: { of: 'party', partyId: point.partyId }, scope: 'people:read' },
    { visibility: { of: 'city', division: '4502' }, scope: 'people:read' },
    { visibility: { of: 'party', partyId: point.partyId }, client: `${point.partyId}/user-1` },
  ];
  client = await app.database.owner.$client.connect();
  await client.query('analyze');
});
afterAll(() => client?.release());

/** Works in a transaction of the owner that is rolled back. */
async function trying<Result>(work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

async function firstComplaint(table: string): Promise<string | undefined> {
  const decision = SECURED[table];
  if (decision === undefined) throw new Error(`no decision about ${table}`);
  for await (const complaint of complaintsOf({ client, table, decision, viewers })) return complaint;
  return undefined;
}

const ROLES = ['leadloop_request', 'leadloop_city'];

describe('every table', () => {
  it.each(ROLES)('has a decision, and the rights and policies of the decision for the role %s', async (role) => {
    const { rows } = await client.query<{ name: string; secured: boolean; policies: number; rights: string[] | null }>(
      `select relname as name, relrowsecurity or coalesce('security_invoker=true' = any (reloptions), false) as secured,
        (select count(*)::int from pg_policies where schemaname = 'public' and tablename = relname and policyname <> 'service') as policies,
        (select array_agg(distinct lower(privilege)) from unnest(
           array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
         where has_table_privilege($1, pg_class.oid, privilege)
           or privilege not in ('DELETE', 'TRUNCATE', 'TRIGGER')
             and has_any_column_privilege($1, pg_class.oid, privilege)) as rights
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
      [role],
    );
    expect(rows.length).toBeGreaterThan(35);
    for (const { name, secured, policies, rights } of rows) {
      const here = { name, secured, rights: rights ?? [], policed: policies > 0 };
      const decision = SECURED[name];
      if (name in OPEN) expect(here).toEqual({ name, secured: false, rights: ['select'], policed: false });
      else if (name in CLOSED || CLOSED_PARTITIONS.test(name)) {
        expect(here).toEqual({ name, secured: true, rights: [], policed: false });
      } else if (decision === undefined)
        expect.fail(`no decision about the table ${name} in test/app/row-security/decisions.ts`);
      else {
        const { added, changed } = decision;
        const writes = role !== 'leadloop_city';
        const needed = [...(added && writes ? ['insert'] : []), 'select', ...(changed && writes ? ['update'] : [])];
        expect(here).toEqual({ name, secured: true, rights: needed, policed: true });
      }
    }
    const decided = [...Object.keys(OPEN), ...Object.keys(CLOSED), ...Object.keys(SECURED)];
    expect(decided.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });

  it.each(ROLES)('is reached by the role %s, which owns nothing and cannot bypass row-level security', async (name) => {
    const { rows } = await client.query(
      `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as tables,
        (select count(*)::int from pg_proc where proowner = pg_roles.oid) as functions,
        (select count(*)::int from pg_auth_members where member = pg_roles.oid) as memberships,
        has_schema_privilege(rolname, 'public', 'create') as creates,
        has_schema_privilege(rolname, 'drizzle', 'usage') or has_schema_privilege(rolname, 'bullmq', 'usage') as elsewhere
      from pg_roles where rolname = $1`,
      [name],
    );
    const [role] = rows;
    expect(Object.entries(role).filter(([, value]) => value !== false && value !== 0)).toEqual([]);
  });
});

describe('a query without any filter', () => {
  it.each(decisions)(
    'finds in %s the rows that the viewer may read, and writes those that it may write',
    async (table, decision) => {
      const tally: Tally = { shares: new Set(), passed: 0, rejected: 0 };
      const complaints = await trying(() => Array.fromAsync(complaintsOf({ client, table, decision, viewers, tally })));
      expect(complaints).toEqual([]);
      // There were visible and invisible rows, and both lawful and unlawful writes were tried.
      const rows = `${table} needs rows of two organisations in test/app/row-security/world.ts`;
      const shares = decision.whole ? ['none', 'all'] : ['none', 'some'];
      expect([...tally.shares], rows).toEqual(expect.arrayContaining(shares));
      expect(tally.rejected, rows).toBeGreaterThan(0);
      if (decision.added ?? decision.changed) expect(tally.passed, rows).toBeGreaterThan(0);
    },
  );
});

/** Changes that make a policy allow everything. */
const OPENED: Readonly<Record<string, string>> = {
  SELECT: 'using (true)',
  INSERT: 'with check (true)',
  UPDATE: 'using (true) with check (true)',
};

describe('the checks above', () => {
  it('fail without any one policy, and with any one that allows everything', async () => {
    const { rows } = await client.query<Record<'tablename' | 'policyname' | 'cmd', string>>(
      `select tablename, policyname, cmd from pg_policies where schemaname = 'public' and policyname <> 'service' order by 1, 2`,
    );
    expect(rows.length).toBeGreaterThan(50);
    expect([...new Set(rows.map(({ tablename }) => tablename))].toSorted()).toEqual(Object.keys(SECURED).toSorted());
    for (const { tablename, policyname, cmd } of rows) {
      const alterations = [
        `drop policy ${policyname} on ${tablename}`,
        `alter policy ${policyname} on ${tablename} ${OPENED[cmd]}`,
      ];
      for (const altering of alterations) {
        const complaint = await trying(async () => {
          await client.query(altering);
          return firstComplaint(tablename);
        });
        expect(complaint, altering).toBeDefined();
      }
    }
  }, 240_000);

  it.each(decisions)('fail when %s is no longer secured', async (table) => {
    const complaint = await trying(async () => {
      await client.query(`alter table ${table} disable row level security`);
      return firstComplaint(table);
    });
    expect(complaint).toBeDefined();
  });
});
