/** Row-level security alone, without the conditions of queries: references to rows of other organisations, and invalid visibilities. */
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifestLaw } from '../../../src/manifests/law/queries.ts';
import { takeStep } from '../../../src/manifests/taking/service.ts';
import { openDatabase, type Tx } from '../../../src/platform/database/db.ts';
import { includeParties, readAs, type Viewer, writeAs } from '../../../src/platform/database/row-security.ts';
import { newId } from '../../../src/platform/ids.ts';
import { actorOf, addTrade, depsOf, draftOne, forParty, type Trade } from '../../manifests/province.ts';
import { useDatabase } from '../../setup/database.ts';

const DENIED = { cause: { code: '42501' } };
const database = useDatabase();
/** Two trades with different organisations. The request acts for the consignor of the first. */
let ours: Trade;
let theirs: Trade;
let own: Viewer;
let draft: string;
beforeAll(async () => {
  const deps = depsOf(database.db, '45');
  ours = await addTrade(deps, '45', { massGrams: 1_000_000, pieces: 60 });
  theirs = await addTrade(deps, '45', { massGrams: 1_000_000, pieces: 60 });
  own = { visibility: { of: 'party', partyId: partyOf(ours) } };
  ({
    document: { id: draft },
  } = await draftOne(deps, ours, 900_000, 50));
});

const partyOf = ({ consignor }: Trade) => actorOf(consignor).partyId ?? '';
const write = (statement: ReturnType<typeof sql>) => writeAs(database.db, own, (tx) => tx.execute(statement));
const ownSite = ({ batchId }: Trade) => sql`(select site_id from batches where id = ${batchId})`;

/** Reads the site of a trade's batch as the service, past row-level security. */
async function siteOf(trade: Trade): Promise<string> {
  const { rows } = await database.db.execute<{ id: string }>(sql`select ${ownSite(trade)} as id`);
  return rows[0]?.id ?? '';
}

const COLUMNS = ['batch_id', 'transit_batch_id', 'received_batch_id', 'returned_batch_id'];

describe('a line of a manifest', () => {
  it.each(COLUMNS)(
    'cannot refer to a batch of another organisation as its %s, in an update or an insert',
    async (column) => {
      const name = sql.raw(column);
      await expect(
        write(sql`update manifest_lines set ${name} = ${theirs.batchId} where manifest_id = ${draft}`),
      ).rejects.toMatchObject(DENIED);
      const add = (batch: string) =>
        sql`insert into manifest_lines (manifest_id, line, ${name}, mass_grams, pieces) values (${draft}, 2, ${batch}, 1, 1)`;
      await expect(write(add(theirs.batchId))).rejects.toMatchObject(DENIED);
    },
  );

  it('can refer to batches of the own organisation', async () => {
    const taken = await write(sql`update manifest_lines set returned_batch_id = batch_id where manifest_id = ${draft}`);
    expect(taken.rowCount).toBe(1);
  });

  it.each([
    ['batch_id', 'consignor'],
    ['transit_batch_id', 'consignor'],
    ['received_batch_id', 'receiver'],
    ['returned_batch_id', 'consignor'],
  ] as const)(
    'accepts as %s only a batch of the %s, even when the visibility includes other parties',
    async (column, side) => {
      const set = (batch: string) => (tx: Tx) =>
        tx.execute(sql`update manifest_lines set ${sql.raw(column)} = ${batch} where manifest_id = ${draft}`);
      const widened = (batch: string) =>
        writeAs(database.db, own, async (tx) => {
          await includeParties(tx, 'all are concerned', [partyOf(ours), ours.receiver.id, partyOf(theirs)]);
          return set(batch)(tx);
        });
      await expect(widened(theirs.batchId)).rejects.toMatchObject(DENIED);
      if (side === 'consignor') expect((await widened(ours.batchId)).rowCount).toBe(1);
      else await expect(widened(ours.batchId)).rejects.toMatchObject(DENIED);
    },
  );
});

/** The guard of the migration 0022_keep_parties_of_manifests: row-level security alone lets a party change its own manifests. */
describe('a manifest', () => {
  const REFUSED = { cause: { code: '23001' } };
  let submitted: string;
  beforeAll(async () => {
    const deps = depsOf(database.db, '45');
    ({
      document: { id: submitted },
    } = await draftOne(deps, ours, 50_000, 3));
    const at = new Date(Date.UTC(2026, 8, 10)).toISOString();
    const by = { actor: actorOf(ours.consignor), law: await manifestLaw(deps), id: submitted, ifVersion: null };
    await forParty(deps, ours.consignor, (tx) => takeStep(tx, deps, { ...by, step: 'submit', input: { at } }));
  });
  const set = (viewer: Viewer, id: string, change: ReturnType<typeof sql>) =>
    writeAs(database.db, viewer, (tx) => tx.execute(sql`update manifests set ${change} where id = ${id}`));

  it('that is submitted keeps its parties, whichever of them writes', async () => {
    const receiver: Viewer = { visibility: { of: 'party', partyId: ours.receiver.id } };
    const [sender, buyer] = [partyOf(ours), ours.receiver.id];
    await expect(set(own, submitted, sql`receiver_id = ${sender}`)).rejects.toMatchObject(REFUSED);
    await expect(set(own, submitted, sql`carrier_id = ${buyer}`)).rejects.toMatchObject(REFUSED);
    await expect(set(receiver, submitted, sql`consignor_id = ${buyer}`)).rejects.toMatchObject(REFUSED);
    await expect(set(receiver, submitted, sql`destination_province = '44'`)).rejects.toMatchObject(REFUSED);
    await expect(set(own, submitted, sql`version = 0`)).rejects.toMatchObject(REFUSED);
  });

  it('that is a draft keeps its consignor and origin', async () => {
    await expect(set(own, draft, sql`origin_province = '44'`)).rejects.toMatchObject(REFUSED);
    await expect(set(own, draft, sql`consignor_id = receiver_id`)).rejects.toMatchObject(REFUSED);
    expect((await set(own, draft, sql`carrier_id = receiver_id`)).rowCount).toBe(1);
  });
});

/** A minimal row of each table, at a site. */
const RECORDS: Readonly<Record<string, (site: string, party: string) => ReturnType<typeof sql>>> = {
  batches: (site, party) =>
    sql`insert into batches select (jsonb_populate_record(one, ${JSON.stringify({
      id: newId(),
      party_id: party,
      site_id: site,
      mass_grams: 0,
      pieces: 0,
    })}::jsonb)).* from batches one where id = ${ours.batchId}`,
  runs: (site, party) => like('runs', site, party),
  supplies: (site, party) => like('supplies', site, party),
  stock_counts: (site, party) => like('stock_counts', site, party),
  emissions: (site, party) => like('emissions', site, party),
};

/** Inserts a row with its owner and site only. PostgreSQL checks the policies before the missing columns. */
const like = (table: string, site: string, party: string) =>
  sql`insert into ${sql.raw(table)} select (jsonb_populate_record(null::${sql.raw(table)}, ${JSON.stringify({
    id: newId(),
    party_id: party,
    site_id: site,
  })}::jsonb)).*`;

describe('a record of an organisation', () => {
  it.each(Object.keys(RECORDS))('in %s cannot be at a site of another organisation', async (table) => {
    const insert = RECORDS[table];
    if (insert === undefined) throw new Error(table);
    const codeOf = (site: string) =>
      write(insert(site, partyOf(ours))).then(
        () => 'done',
        ({ cause }) => cause.code,
      );
    expect(await codeOf(await siteOf(theirs))).toBe('42501');
    expect(await codeOf(await siteOf(ours))).not.toBe('42501');
  });

  it('cannot be moved to a site of another organisation', async () => {
    const run = newId();
    const own = { id: run, party_id: partyOf(ours), site_id: await siteOf(ours) };
    const batch = JSON.stringify({ id: run, mass_grams: 0, pieces: 0 });
    await database.db.execute(sql`insert into batches
      select (jsonb_populate_record(one, ${batch}::jsonb)).* from batches one where id = ${ours.batchId}`);
    await database.db.execute(sql`insert into runs (id, party_id, site_id, process, started_at, recorded_at)
      values (${run}, ${own.party_id}, ${own.site_id}, 'smelting', now(), now())`);
    const move = (site: string) => write(sql`update runs set site_id = ${site} where id = ${run}`);
    await expect(move(await siteOf(theirs))).rejects.toMatchObject(DENIED);
    expect((await move(own.site_id)).rowCount).toBe(1);
  });
});

/** Counts the rows visible to a database role under settings that our code never makes. */
async function shown(role: string, settings: Readonly<Record<string, string>>, table: string): Promise<number> {
  return database.db.transaction(async (tx) => {
    await tx.execute(`set local role ${role}`);
    for (const [name, value] of Object.entries(settings)) {
      await tx.execute(sql`select set_config(${`leadloop.${name}`}, ${value}, true)`);
    }
    return (await tx.execute(sql.raw(`select 1 from ${table}`))).rowCount ?? 0;
  });
}

describe('an invalid visibility', () => {
  it.each(['', '%', '45', '4501%', '____', '450%', '45010', '450100', '４５０１'])(
    'of a city "%s" shows only the register',
    async (division) => {
      for (const table of ['batches', 'manifests', 'manifest_lines', 'movements', 'flow_records', 'vehicles']) {
        expect(await shown('leadloop_city', { visibility: 'city', division }, table), table).toBe(0);
      }
    },
  );

  it('of a city shows no rows on a connection whose settings have been reset to empty texts', async () => {
    const db = openDatabase({ url: database.url, poolMax: 1 });
    try {
      await readAs(db, { visibility: { of: 'city', division: '4501' } }, (tx) => tx.execute(sql`select 1`));
      await db.transaction(async (tx) => {
        await tx.execute(`set local role leadloop_city; set local leadloop.visibility = 'city'`);
        const { rows } = await tx.execute(sql`select current_setting('leadloop.division', true) as division`);
        expect(rows).toEqual([{ division: '' }]);
        expect((await tx.execute(sql`select 1 from batches`)).rowCount).toBe(0);
      });
    } finally {
      await db.$client.end();
    }
  });

  it.each([
    { visibility: 'province', division: '' },
    { visibility: 'province', division: '4' },
    { visibility: 'province', division: '4501' },
    { visibility: 'party', parties: '' },
    { visibility: 'party', parties: '{}' },
    { visibility: 'party', parties: '{NULL}' },
    { visibility: 'party', parties: 'nobody' },
    { visibility: '', parties: '' },
    { visibility: 'ALL' },
    { visibility: 'all ' },
    { visibility: 'nothing', client: '' },
    { visibility: 'nothing', client: 'zz' },
  ])('%o shows no rows', async (settings) => {
    for (const table of ['batches', 'manifests', 'idempotency_keys', 'identity_people', 'journal_entries']) {
      expect(await shown('leadloop_request', settings, table), table).toBe(0);
    }
  });

  it('makes every function return null or false', async () => {
    const functions = [
      'visibility_city()',
      'visibility_province()',
      'visibility_parties()::text',
      'visibility_scope()',
      'visibility_client()',
    ];
    const text = functions.map((one) => `${one} as "${one}"`).join(', ');
    for (const value of [null, '']) {
      const { rows } = await database.db.transaction(async (tx) => {
        for (const name of ['visibility', 'division', 'parties', 'scope', 'client']) {
          if (value !== null) await tx.execute(sql`select set_config(${`leadloop.${name}`}, ${value}, true)`);
        }
        return tx.execute(sql.raw(`select ${text}, visibility_all() as whole, visibility_register() as register`));
      });
      const nothing = Object.fromEntries(functions.map((one) => [one, null]));
      expect(rows).toEqual([{ ...nothing, whole: false, register: false }]);
    }
  });
});

describe('a temporary table', () => {
  it('does not hide a table from later queries of its connection', async () => {
    const db = openDatabase({ url: database.url, poolMax: 1 });
    try {
      // A copy of a database loses its rights, so this request can make a temporary table.
      await db.execute(sql`create temporary table batches (id uuid)`);
      const found = (tx: Tx) => tx.execute(sql`select id from batches where id = ${ours.batchId}`);
      expect((await readAs(db, own, found)).rows).toEqual([{ id: ours.batchId }]);
    } finally {
      await db.$client.end();
    }
  });
});
