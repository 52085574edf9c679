/**
 * The second wall between organisations. What a request asks of the database it asks as the role `leadloop_request`, with
 * its visibility in settings that end with the transaction; row-level security (the policies in migrations/) shows that role
 * the rows of the visibility and no others. The first wall, the conditions of the queries, says the same; either holds alone.
 *
 * Role and settings go to the server with `begin`, in one round trip.
 */
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import type { Scope } from '../../core/access/scopes.ts';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Db, Tx } from './db.ts';

/** In whose name the database is asked. Without a scope or a client nothing is seen that needs one. */
export type Asker = {
  readonly visibility: Visibility;
  readonly scope?: Scope | undefined;
  /** Whose idempotency keys. */
  readonly client?: string | undefined;
};

/** A city's queries look for its organisations, which costs planning: those of the others need not. */
const roleOf = ({ of }: Visibility) => (of === 'city' ? 'leadloop_city' : 'leadloop_request');
const DIALECT = new PgDialect({ casing: 'snake_case' });

/** The role of a transaction, and whether its wall is lifted at the moment. One that is not in here has none. */
const walls = new WeakMap<Tx, { readonly role: string; lifted: boolean }>();

/** Reads as a caller: one snapshot, and nothing can be written. */
export async function readAs<Result>(db: Db, asker: Asker, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await db.$client.connect();
  try {
    const tx = await begin(client, 'isolation level repeatable read, read only', asker);
    return await work(tx);
  } finally {
    // A snapshot ends the same way whatever was read on it, so the answer need not wait for that.
    client.query('rollback').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}

/** Writes as a caller: the whole transaction or nothing. */
export async function writeAs<Result>(db: Db, asker: Asker, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const client = await db.$client.connect();
  let broken: Error | undefined;
  try {
    const tx = await begin(client, 'read write', asker);
    const result = await work(tx);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT') throw new Error('a transaction that had failed was to be committed');
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

/**
 * Lets the rest of a transaction see and change the records of these organisations too. The caller has made sure that
 * its actor may act on all of them, and says why. Nothing changes for machinery, which has no wall.
 */
export async function includeParties(tx: Tx, _reason: string, parties: readonly string[]): Promise<void> {
  if (walls.has(tx)) await tx.execute(partiesSetting(parties));
}

/**
 * The door: does work for a request that lawfully reaches beyond its visibility, as the owner of the tables, and says why.
 * Every use of it is listed in test/architecture/row-security.test.ts.
 */
export async function asOwner<Result>(tx: Tx, _reason: string, work: () => Promise<Result>): Promise<Result> {
  const wall = walls.get(tx);
  if (wall === undefined || wall.lifted) return work();
  await tx.execute('set local role none');
  wall.lifted = true;
  try {
    const result = await work();
    await tx.execute(`set local role ${wall.role}`);
    return result;
  } catch (error) {
    // A transaction that has failed does nothing more, and takes no role either.
    await tx.execute(`set local role ${wall.role}`).catch(() => undefined);
    throw error;
  } finally {
    wall.lifted = false;
  }
}

async function begin(client: pg.PoolClient, mode: string, asker: Asker): Promise<Tx> {
  await client.query(`begin ${mode}; ${settingsOf(asker)}`);
  const tx: Tx = new NodePgTransaction(DIALECT, new NodePgSession(client, DIALECT, undefined), undefined);
  walls.set(tx, { role: roleOf(asker.visibility), lifted: false });
  return tx;
}

/** Role and settings as statements. Nothing of them is free text: identifiers, digits, words of ours, and hexadecimal. */
export function settingsOf({ visibility, scope, client }: Asker): string {
  const settings = [`set local role ${roleOf(visibility)}`, `set local leadloop.visibility = '${visibility.of}'`];
  if (visibility.of === 'party') settings.push(partiesSetting([visibility.partyId]));
  if ('division' in visibility) settings.push(`set local leadloop.division = '${digits(visibility.division)}'`);
  if (scope !== undefined) settings.push(`set local leadloop.scope = '${word(scope)}'`);
  if (client !== undefined) settings.push(`set local leadloop.client = '${Buffer.from(client).toString('hex')}'`);
  return settings.join('; ');
}

const partiesSetting = (parties: readonly string[]) =>
  `set local leadloop.parties = '{${parties.map(uuid).join(',')}}'`;

const checked = (form: RegExp) => (text: string) => {
  if (!form.test(text)) throw new Error('invalid visibility');
  return text;
};
const uuid = checked(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
const digits = checked(/^\d{2}(\d\d)?$/);
const word = checked(/^[a-z]+:[a-z]+$/);
