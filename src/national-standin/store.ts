/**
 * Reads and writes the records of the stand-in, in a schema of its own: messages with their receipts, manifests,
 * numbers.
 */

import type { JWK } from 'jose';
import pg from 'pg';
import type { Document, ReportedStep, StoredManifest } from './judgement.ts';

const SCHEMA = `
  create schema if not exists national;
  create table if not exists national.provinces (
    code text primary key, key_address text not null, keys jsonb not null default '[]');
  create table if not exists national.messages (
    sender text not null, message_id uuid not null, envelope text not null, envelope_digest text not null,
    received_at timestamptz not null, outcome text not null, digest text, manifest_id uuid, problem jsonb,
    receipt text, primary key (sender, message_id));
  create table if not exists national.series (
    year integer not null, city text not null, serial integer not null, primary key (year, city));
  create table if not exists national.manifests (
    id uuid primary key, number text not null unique, version integer not null, digest text not null,
    state text not null, origin_province text not null, destination_province text not null, document jsonb not null,
    updated_at timestamptz not null);
  create table if not exists national.steps (
    manifest_id uuid not null references national.manifests (id), version integer not null, step text not null,
    digest text not null, sender text not null, message_id uuid not null, primary key (manifest_id, version));`;

const LOCK_KEY = 4_501_009;

export type StoredMessage = {
  readonly envelopeDigest: string;
  readonly receivedAt: Date;
  readonly outcome: string;
  readonly digest: string | null;
  readonly manifestNumber: string | null;
  readonly problem: { code: string; title: string; detail: string } | null;
  readonly receipt: string | null;
};

export type ManifestRow = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly digest: string;
  readonly state: string;
  readonly document: Document;
};

export type Client = pg.PoolClient;

export async function openStore(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 6,
    application_name: 'leadloop-national',
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 10_000,
    statement_timeout: 30_000,
    query_timeout: 35_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  });
  pool.on('error', () => undefined);
  await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await client.query(SCHEMA);
  });
  return pool;
}

export async function inTransaction<Result>(pool: pg.Pool, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Claims a message: returns undefined for a new one, and the outcome of a known one. */
export async function claimMessage(
  client: Client,
  message: { sender: string; messageId: string; envelope: string; envelopeDigest: string; receivedAt: Date },
): Promise<StoredMessage | undefined> {
  const { sender, messageId, envelope, envelopeDigest, receivedAt } = message;
  const { rowCount } = await client.query(
    `insert into national.messages (sender, message_id, envelope, envelope_digest, received_at, outcome)
     values ($1, $2, $3, $4, $5, 'waiting') on conflict do nothing`,
    [sender, messageId, envelope, envelopeDigest, receivedAt],
  );
  if (rowCount === 1) return undefined;
  const { rows } = await client.query<StoredMessage>(
    `select m.envelope_digest as "envelopeDigest", m.received_at as "receivedAt", m.outcome, m.digest,
       n.number as "manifestNumber", m.problem, m.receipt
     from national.messages m left join national.manifests n on n.id = m.manifest_id
     where m.sender = $1 and m.message_id = $2 for update of m`,
    [sender, messageId],
  );
  return rows[0];
}

export async function recordOutcome(
  client: Client,
  { sender, messageId }: { sender: string; messageId: string },
  settled: Pick<StoredMessage, 'outcome' | 'digest' | 'problem'> & { readonly manifestId: string | null },
): Promise<void> {
  const { outcome, digest, problem, manifestId } = settled;
  await client.query(
    `update national.messages set outcome = $3, digest = $4, problem = $5, manifest_id = $6, receipt = null
     where sender = $1 and message_id = $2`,
    [sender, messageId, outcome, digest, problem === null ? null : JSON.stringify(problem), manifestId],
  );
}

/** Stores the receipt that was signed first. */
export async function keepReceipt(
  pool: pg.Pool,
  given: { sender: string; messageId: string; outcome: string; receipt: string },
): Promise<string> {
  const { sender, messageId, outcome, receipt } = given;
  const { rows } = await pool.query<{ receipt: string }>(
    `update national.messages set receipt = coalesce(receipt, $4)
     where sender = $1 and message_id = $2 and outcome = $3 returning receipt`,
    [sender, messageId, outcome, receipt],
  );
  return rows[0]?.receipt ?? receipt;
}

/** Reads and locks a manifest. */
export async function lockManifest(client: Client, id: string, version: number): Promise<StoredManifest | undefined> {
  const { rows } = await client.query<StoredManifest & { digestThen: string | null }>(
    `select m.version, m.number, m.origin_province as "originProvince",
       m.destination_province as "destinationProvince",
       (select s.digest from national.steps s where s.manifest_id = m.id and s.version = $2) as "digestThen"
     from national.manifests m where m.id = $1 for update`,
    [id, version],
  );
  const [row] = rows;
  return row && { ...row, digestThen: row.digestThen ?? undefined };
}

/** Returns the next serial of a city in a year. A failed transaction uses up no serial. */
export async function nextSerial(client: Client, { year, city }: { year: number; city: string }): Promise<number> {
  const { rows } = await client.query<{ serial: number }>(
    `insert into national.series (year, city, serial) values ($1, $2, 1)
     on conflict (year, city) do update set serial = national.series.serial + 1 returning serial`,
    [year, city],
  );
  const serial = rows[0]?.serial;
  if (serial === undefined) throw new Error('the series gave no serial');
  return serial;
}

export async function recordStep(
  client: Client,
  reported: ReportedStep & { readonly messageId: string },
  number: string,
  at: Date,
): Promise<void> {
  const { manifestId, manifestVersion, documentDigest, document, step, sender, messageId } = reported;
  await client.query(
    `insert into national.manifests
       (id, number, version, digest, state, origin_province, destination_province, document, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set version = excluded.version, digest = excluded.digest, state = excluded.state,
       document = excluded.document, updated_at = excluded.updated_at`,
    [
      manifestId,
      number,
      manifestVersion,
      documentDigest,
      document.state,
      document.originProvince,
      document.destinationProvince,
      JSON.stringify(document),
      at,
    ],
  );
  await client.query(
    `insert into national.steps (manifest_id, version, step, digest, sender, message_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [manifestId, manifestVersion, step, documentDigest, sender, messageId],
  );
}

const MANIFEST = 'select id, number, version, digest, state, document from national.manifests';

export async function findManifest(pool: pg.Pool, id: string): Promise<ManifestRow | undefined> {
  const { rows } = await pool.query<ManifestRow>(`${MANIFEST} where id = $1`, [id]);
  return rows[0];
}

/** Lists manifests in the order of their ids, after a given id. */
export async function listManifests(pool: pg.Pool, after: string | undefined, limit: number): Promise<ManifestRow[]> {
  const { rows } = await pool.query<ManifestRow>(`${MANIFEST} where $1::uuid is null or id > $1 order by id limit $2`, [
    after ?? null,
    limit,
  ]);
  return rows;
}

export async function summarise(pool: pg.Pool): Promise<{ manifests: number; byState: Record<string, number> }> {
  const { rows } = await pool.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from national.manifests group by state order by state',
  );
  const byState = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  return { manifests: rows.reduce((sum, { count }) => sum + count, 0), byState };
}

export async function countMessages(pool: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ outcome: string; count: number }>(
    'select outcome, count(*)::int as count from national.messages group by outcome order by outcome',
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

export type Province = { readonly code: string; readonly keyAddress: string; readonly keys: readonly JWK[] };

export async function findProvince(pool: pg.Pool, code: string): Promise<Province | undefined> {
  const { rows } = await pool.query<Province>(
    'select code, key_address as "keyAddress", keys from national.provinces where code = $1',
    [code],
  );
  return rows[0];
}

export async function saveProvince(pool: pg.Pool, { code, keyAddress, keys }: Province): Promise<void> {
  await pool.query(
    `insert into national.provinces (code, key_address, keys) values ($1, $2, $3)
     on conflict (code) do update set key_address = excluded.key_address, keys = excluded.keys`,
    [code, keyAddress, JSON.stringify(keys)],
  );
}
