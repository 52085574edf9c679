/** The part that changes of all registered records share, also those of people and clients. */
import type { RegisteredKind } from '../../core/access/changeable.ts';
import type { Reach } from '../../core/access/roles.ts';
import type { Visibility } from '../../core/access/visibility.ts';
import type { Actor } from '../../core/actor.ts';
import { affectedBy, type Dependants, repeatedBy } from '../../core/dependant.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type DependantsDeps, dependantsOf } from '../../platform/dependants.ts';
import type { Deps } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { differences, type RegisterChange, refuseHeld, refuseReserved } from './change.ts';
import { insertChange } from './store.ts';

export type ChangeDeps = Deps & DependantsDeps;

/** The part of a change that all records share. */
export type Changing = {
  readonly actor: Actor;
  readonly visibility: Visibility;
  readonly reason: string;
  /** Version that the caller has read; null for any. */
  readonly ifVersion: number | null;
};

/** A changed record, and the change; null when every member has its value already. */
export type Changed<Registered> = { readonly record: Registered; readonly change: RegisterChange | null };

/** A locked record before and after a change. */
export type ChangeOf<Registered> = {
  readonly kind: RegisteredKind;
  readonly partyId: string | null;
  readonly before: Registered;
  readonly after: Registered;
  /** Returns those of the changed members that other records may hold; all of them when left out. */
  readonly holdable?: (names: readonly string[], dependants: Dependants) => readonly string[];
  /** Checks the rules for the record. */
  readonly judge?: (names: readonly string[]) => Promise<void> | void;
  readonly write: (names: readonly string[]) => Promise<void>;
};

/**
 * Changes a record, and records the change with its journal entry. The caller holds the lock of its row. Members that have
 * their value already are no change, and without a change nothing is recorded.
 * @throws Problem `precondition-failed`, `change-reserved`, `change-held`, and as `judge` and `write`
 */
export async function applyChange<Registered extends { readonly id: string; readonly version: number }>(
  tx: Tx,
  deps: ChangeDeps,
  { actor, visibility, reason, ifVersion }: Changing,
  { kind, partyId, before, after, holdable = (names) => names, judge, write }: ChangeOf<Registered>,
): Promise<Changed<Registered>> {
  if (ifVersion !== null && ifVersion !== before.version) {
    throw httpProblem('precondition-failed', { expected: ifVersion, actual: before.version });
  }
  const { names, ...values } = differences(kind, before, after);
  if (names.length === 0) return { record: before, change: null };
  refuseReserved(kind, names, reachIn(visibility));
  await judge?.(names);

  const ref = { kind, id: before.id };
  const dependants = await dependantsOf(tx, deps, [ref]);
  refuseHeld(kind, holdable(names, dependants), dependants);
  await write(names);
  const affected = affectedBy(dependants, repeatedBy(await dependantsOf(tx, deps, [ref]), names));

  const version = before.version + 1;
  const change: RegisterChange = {
    ...{ id: deps.newId(), kind, recordId: before.id, partyId, version, reason, ...values, ...affected },
    ...{ actor: actor.subject, recordedAt: deps.clock() },
  };
  await insertChange(tx, change);
  const { id: changeId, actor: _, recordedAt, kind: __, recordId: ___, ...payload } = change;
  await record(tx, [fact(`${kind}.changed`, `${kind}:${before.id}`, actor, recordedAt, { changeId, ...payload })]);
  return { record: { ...after, version }, change };
}

/** Changes are for organisations and the authority of the province: no other reach has a scope for them. */
const reachIn = ({ of }: Visibility): Reach | undefined => (of === 'all' ? 'all' : of === 'party' ? 'own' : undefined);
