/** Use cases: steps in the lives of organisations and licences, and the check that participants of an act may act. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Licence, Party } from '../party.ts';
import { partyProblem } from '../problems.ts';
import { LICENCE_FACTS, type LicenceChange, type LicenceStep, nextLicenceState } from './licence-state.ts';
import {
  decidePartyStep,
  mayFinish,
  NOTHING_UNFINISHED,
  notActive,
  ownStateAt,
  PARTY_FACTS,
  type PartyState,
  type PartyStatus,
  type PartyStep,
  type UnfinishedBusiness,
} from './party-state.ts';
import {
  insertLicenceChange,
  insertPartyChange,
  listLicenceChanges,
  listPartyChanges,
  lockLicence,
  lockParty,
  lockStatuses,
} from './store.ts';

type TakePartyStep = {
  readonly actor: Actor;
  readonly id: string;
  readonly step: PartyStep;
  readonly reason: string | null;
  /** Closes an organisation in spite of unfinished business; the journal then records that business. */
  readonly nevertheless?: boolean;
};

/** Counts unfinished business of an organisation. The composition root names one such query of each feature. */
export type ReadUnfinishedBusiness = (db: Reader, partyId: string) => Promise<Partial<UnfinishedBusiness>>;
export type StatusDeps = Deps & { readonly unfinishedBusiness: readonly ReadUnfinishedBusiness[] };

/**
 * Takes a step of the authority: the state of the organisation changes from now on.
 * @throws Problem `party-missing`, `party-step-not-allowed`, `party-has-open-work`
 */
export async function takePartyStep(tx: Tx, deps: StatusDeps, command: TakePartyStep): Promise<Party> {
  const { actor, id, step, reason, nevertheless = false } = command;
  const party = await lockParty(tx, id);
  if (!party) throw partyProblem('party-missing', { id, pointer: '#/params/id' });

  const changes = await listPartyChanges(tx, id);
  const unfinished = step === 'close' ? await unfinishedBusinessOf(tx, deps, id) : NOTHING_UNFINISHED;

  const how = { step, reason, nevertheless, actor: actor.subject, at: deps.clock() };
  const change = decidePartyStep({ ...party, changes }, unfinished, how);

  await insertPartyChange(tx, change);
  const { at, actor: _, ...changed } = change;
  const payload = { ...changed, name: party.name, ...(step === 'close' && { open: unfinished }) };
  await record(tx, [fact(`party.${PARTY_FACTS[step]}`, `party:${id}`, actor, at, payload)]);
  return { ...party, state: change.state, version: party.version + 1 };
}

async function unfinishedBusinessOf(
  tx: Tx,
  { unfinishedBusiness }: StatusDeps,
  id: string,
): Promise<UnfinishedBusiness> {
  const found = { ...NOTHING_UNFINISHED };
  // One query after the other: they share the transaction's connection.
  for (const read of unfinishedBusiness) Object.assign(found, await read(tx, id));
  return found;
}

type TakeLicenceStep = {
  readonly actor: Actor;
  readonly partyId: string;
  readonly id: string;
  readonly step: LicenceStep;
  readonly reason: string;
  /** First day on which the step counts; today when null. */
  readonly effectiveOn: string | null;
};

/**
 * Suspends, reinstates or revokes a licence from a day on.
 * @throws Problem `licence-unknown`, `licence-step-not-allowed`, `licence-step-too-early`
 */
export async function takeLicenceStep(
  tx: Tx,
  deps: Deps,
  command: TakeLicenceStep,
): Promise<{ readonly licence: Licence; readonly changes: readonly LicenceChange[] }> {
  const { actor, partyId, id, step, reason } = command;
  const licence = await lockLicence(tx, id, partyId);
  if (!licence) throw partyProblem('licence-unknown', { id, pointer: '#/params/licenceId' });

  const changes = await listLicenceChanges(tx, [id]);

  const recordedAt = deps.clock();
  const effectiveOn = command.effectiveOn ?? dayOf(recordedAt);
  const state = nextLicenceState({ changes, validFrom: licence.validFrom }, step, effectiveOn);
  const changed = { licenceId: id, number: changes.length + 1, step, state, effectiveOn, reason };

  const change = { ...changed, actor: actor.subject, recordedAt };
  await insertLicenceChange(tx, change);
  const payload = { ...changed, partyId, licenceNumber: licence.number };
  await record(tx, [fact(`licence.${LICENCE_FACTS[step]}`, `licence:${id}`, actor, recordedAt, payload)]);
  return { licence: { ...licence, version: licence.version + 1 }, changes: [...changes, change] };
}

export { lockStatuses };

/** An organisation that takes part in an act, and the field of the request that names it. */
export type Participant = { readonly id: string; readonly pointer?: string };

/**
 * Refuses an act if one of its participants may not act at its instant. Their statuses are locked until the transaction
 * ends. An act and a concurrent step of the authority take effect in the order of these locks.
 * @param judge returns the state because of which a participant may not act, or undefined
 * @throws Problem `party-missing`, `party-not-active`
 */
async function requireStatus(
  tx: Tx,
  participants: readonly Participant[],
  at: Date,
  judge: (status: PartyStatus) => PartyState | undefined,
): Promise<void> {
  const statuses = await lockStatuses(
    tx,
    participants.map(({ id }) => id),
  );
  for (const { id, pointer } of participants) {
    const status = statuses.find((one) => one.id === id);
    if (!status) throw partyProblem('party-missing', pointer === undefined ? { id } : { id, pointer });
    const state = judge(status);
    if (state !== undefined) throw notActive({ ...status, state }, { at, pointer });
  }
}

/** Refuses an act if one of its participants was not active at its instant. @throws Problem `party-not-active` */
export function requireActive(tx: Tx, participants: readonly Participant[], at: Date): Promise<void> {
  return requireStatus(tx, participants, at, (status) => {
    const state = ownStateAt(status, at);
    return state === 'active' ? undefined : state;
  });
}

/** Refuses an act that finishes something begun earlier, unless `mayFinish` permits it. @throws Problem `party-not-active` */
export function requireMayFinish(tx: Tx, participants: readonly Participant[], at: Date, begunAt: Date): Promise<void> {
  return requireStatus(tx, participants, at, (status) =>
    mayFinish(status, at, begunAt) ? undefined : ownStateAt(status, at),
  );
}
