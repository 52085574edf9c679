/**
 * Row-level security. A request works in the database as the role `leadloop_request`, with its visibility in settings that
 * end with its transaction. The policies (migrations/) show that role the rows of the visibility and no others. The
 * conditions of the queries do the same; each of the two suffices alone.
 *
 * Machinery works as the user of the service, a member of `leadloop_service`, to whom every row is visible
 * (service-login.ts).
 *
 * Role and settings go to the server with `begin`, in one round trip.
 */
import type pg from 'pg';
import type { Scope } from '../../core/access/scopes.ts';
import type { Visibility } from '../../core/access/visibility.ts';
import { type Db, type RequestDb, type Tx, transactionOn } from './db.ts';
import { readSnapshot } from './snapshot.ts';
import { transact } from './transaction.ts';

/** The caller that a transaction works for. Without a scope or a client, rows that need one are invisible. */
export type Viewer = {
  readonly visibility: Visibility;
  /** The scope that the route demands. */
  readonly scope?: Scope | undefined;
  /** The owner of the idempotency keys. */
  readonly client?: string | undefined;
};

declare const secured: unique symbol;

/**
 * A transaction under row-level security. Only `readAs` and `writeAs` open one. It is a `Tx`, so use cases that serve
 * requests and machinery take either; what reaches beyond a visibility takes this type and names its reason.
 */
export type RequestTx = Tx & { readonly [secured]: true };

/** Only the queries of a city are planned with the search for its organisations. */
const roleOf = ({ of }: Visibility) => (of === 'city' ? 'leadloop_city' : 'leadloop_request');

/** The role of each open request transaction, and a mark while it works as the service. */
const states = new WeakMap<Tx, { readonly role: string; isOwner: boolean }>();

/** True for a transaction under row-level security, false for one of machinery, which is the service. */
export const isRequestTx = (tx: Tx): tx is RequestTx => states.has(tx);

/** Reads for a caller: one snapshot, and nothing can be written. */
export async function readAs<Result>(
  db: RequestDb,
  viewer: Viewer,
  work: (tx: RequestTx) => Promise<Result>,
): Promise<Result> {
  const client = await poolOf(db).connect();
  try {
    const tx = await begin(client, 'isolation level repeatable read, read only', viewer);
    return await work(tx);
  } finally {
    // A snapshot ends the same way whatever was read on it, so the answer need not wait for that.
    client.query('rollback').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}

/** Reads for a caller as `readAs`, but on several connections of one snapshot. It cannot work as the service. */
export const readSpreadAs = <Result>(
  db: RequestDb,
  viewer: Viewer,
  connections: number,
  work: (tx: RequestTx) => Promise<Result>,
): Promise<Result> => readSnapshot(db as Db, connections, (tx) => work(tx as RequestTx), settingsOf(viewer));

/** Writes for a caller, in one transaction. */
export function writeAs<Result>(
  db: RequestDb,
  viewer: Viewer,
  work: (tx: RequestTx) => Promise<Result>,
): Promise<Result> {
  return transact(poolOf(db), (client) => begin(client, 'read write', viewer), work);
}

/**
 * Extends the visibility of the rest of a transaction to these organisations. The caller has checked that its actor may
 * act on all of them, and states the reason.
 */
export async function includeParties(tx: RequestTx, _reason: string, parties: readonly string[]): Promise<void> {
  await tx.execute(partiesSetting(parties));
}

/**
 * Does work of a request that lawfully reaches beyond its visibility, as the service, and states the reason.
 * test/architecture/row-security.test.ts lists every use.
 */
export async function asService<Result>(tx: RequestTx, _reason: string, work: () => Promise<Result>): Promise<Result> {
  const state = states.get(tx);
  if (state === undefined) throw new Error('this transaction is not under row-level security');
  if (state.isOwner) return work();
  await tx.execute('set local role none');
  state.isOwner = true;
  try {
    const result = await work();
    await tx.execute(`set local role ${state.role}`);
    return result;
  } catch (error) {
    // A transaction that has failed does nothing more, and takes no role either.
    await tx.execute(`set local role ${state.role}`).catch(() => undefined);
    throw error;
  } finally {
    state.isOwner = false;
  }
}

/** Works as `asService` does, in a use case that also serves machinery, which is the service already. */
export function asServiceInAny<Result>(tx: Tx, reason: string, work: () => Promise<Result>): Promise<Result> {
  if (isRequestTx(tx)) return asService(tx, reason, work);
  return work();
}

/**
 * Gives machinery that serves requests the database as the service, and states the reason.
 * test/architecture/row-security.test.ts lists every use.
 */
export const unsecured = (db: RequestDb, _reason: string): Db => db as Db;

const poolOf = (db: RequestDb) => (db as Db).$client;

async function begin(client: pg.PoolClient, mode: string, viewer: Viewer): Promise<RequestTx> {
  await client.query(`begin ${mode}; ${settingsOf(viewer)}`);
  const tx = transactionOn(client);
  states.set(tx, { role: roleOf(viewer.visibility), isOwner: false });
  return tx as RequestTx;
}

/**
 * Returns role and settings as statements. They hold no free text: only identifiers, digits, our own words and hexadecimal.
 * @throws Error when a value has another form
 */
export function settingsOf({ visibility, scope, client }: Viewer): string {
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
