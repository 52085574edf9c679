/** Use cases: steps in the lives of organisations and licences, and who may act at an instant. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Licence, Party } from '../party.ts';
import { partyProblem } from '../problems.ts';
import { LICENCE_FACTS, type LicenceChange, type LicenceStep, nextLicenceState } from './licence-state.ts';
import {
  mayFinish,
  nextPartyState,
  notActive,
  ownStateAt,
  PARTY_FACTS,
  type PartyState,
  type PartyStatus,
  type PartyStep,
  refuseUnfinished,
  type UnfinishedBusiness,
} from './party-state.ts';
import {
  holdStatuses,
  insertLicenceChange,
  insertPartyChange,
  listLicenceChanges,
  listPartyChanges,
  lockLicence,
  lockParty,
} from './store.ts';

type PartyCommand = {
  readonly actor: Actor;
  readonly id: string;
  readonly step: PartyStep;
  readonly reason: string | null;
  /** Closes an organisation that has something under way, which then stands in the journal beside the reason. */
  readonly nevertheless?: boolean;
};

/** What other features know of an organisation's unfinished business; the composition root names them. */
export type ReadUnfinishedBusiness = (db: Reader, partyId: string) => Promise<Partial<UnfinishedBusiness>>;
export type StatusDeps = Deps & { readonly unfinishedBusiness: readonly ReadUnfinishedBusiness[] };

/**
 * Leads an organisation to its next state, from now on.
 * @throws Problem `party-missing`, `party-step-not-allowed`, `party-has-open-work`
 */
export async function takePartyStep(tx: Tx, deps: StatusDeps, command: PartyCommand): Promise<Party> {
  const { actor, id, step, reason, nevertheless = false } = command;
  const party = await lockParty(tx, id);
  if (!party) throw partyProblem('party-missing', { id, pointer: '#/params/id' });
  const state = nextPartyState(party.state, step);
  const open = step === 'close' ? await unfinishedBusinessOf(tx, deps, id) : NOTHING_UNFINISHED;
  if (!nevertheless) refuseUnfinished(party, open);
  const before = await listPartyChanges(tx, id);
  const at = laterOf(deps.clock(), before.at(-1)?.at);
  const change = { partyId: id, number: before.length + 1, step, fromState: party.state, state, reason };
  await insertPartyChange(tx, { ...change, actor: actor.subject, at });
  const payload = { ...change, name: party.name, ...(step === 'close' && { open }) };
  await record(tx, [fact(`party.${PARTY_FACTS[step]}`, `party:${id}`, actor, at, payload)]);
  return { ...party, state };
}

const NOTHING_UNFINISHED: UnfinishedBusiness = { manifests: 0, batches: 0, massGrams: 0 };

async function unfinishedBusinessOf(
  tx: Tx,
  { unfinishedBusiness }: StatusDeps,
  id: string,
): Promise<UnfinishedBusiness> {
  const found = { ...NOTHING_UNFINISHED };
  // One after the other: they share the transaction's connection.
  for (const look of unfinishedBusiness) Object.assign(found, await look(tx, id));
  return found;
}

/** Clocks of two processes may differ; the steps of one organisation are in order all the same. */
function laterOf(now: Date, last: Date | undefined): Date {
  return last !== undefined && last > now ? last : now;
}

type LicenceCommand = {
  readonly actor: Actor;
  readonly partyId: string;
  readonly id: string;
  readonly step: LicenceStep;
  readonly reason: string;
  /** First day on which it counts; today when null. */
  readonly effectiveOn: string | null;
};

/**
 * Suspends, reinstates or revokes a licence from a day on.
 * @throws Problem `licence-unknown`, `licence-step-not-allowed`, `licence-step-too-early`
 */
export async function takeLicenceStep(
  tx: Tx,
  deps: Deps,
  command: LicenceCommand,
): Promise<{ readonly licence: Licence; readonly changes: readonly LicenceChange[] }> {
  const { actor, partyId, id, step, reason } = command;
  const licence = await lockLicence(tx, id, partyId);
  if (!licence) throw partyProblem('licence-unknown', { id, pointer: '#/params/licenceId' });
  const recordedAt = deps.clock();
  const effectiveOn = command.effectiveOn ?? dayOf(recordedAt);
  const changes = await listLicenceChanges(tx, [id]);
  const state = nextLicenceState({ changes, validFrom: licence.validFrom }, step, effectiveOn);
  const told = { licenceId: id, number: changes.length + 1, step, state, effectiveOn, reason };
  const change = { ...told, actor: actor.subject, recordedAt };
  await insertLicenceChange(tx, change);
  const payload = { ...told, partyId, licenceNumber: licence.number };
  await record(tx, [fact(`licence.${LICENCE_FACTS[step]}`, `licence:${id}`, actor, recordedAt, payload)]);
  return { licence, changes: [...changes, change] };
}

/** An organisation that takes part in an act, and the field that names it. */
export type Participant = { readonly id: string; readonly pointer?: string };

/**
 * Refuses an act in which somebody takes part who may not at its instant. Their statuses are held until the transaction
 * ends, so an act and a step of the authority that overlap come one after the other, in the order of these locks.
 * @param judge the state on account of which one of them may not, or nothing
 * @throws Problem `party-missing`, `party-not-active`
 */
export async function requireStatus(
  tx: Tx,
  participants: readonly Participant[],
  at: Date,
  judge: (status: PartyStatus) => PartyState | undefined,
): Promise<void> {
  const statuses = await holdStatuses(
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

/** Refuses an act in which somebody takes part who was not active at its instant. @throws Problem `party-not-active` */
export function requireActive(tx: Tx, participants: readonly Participant[], at: Date): Promise<void> {
  return requireStatus(tx, participants, at, (status) => {
    const state = ownStateAt(status, at);
    return state === 'active' ? undefined : state;
  });
}

/** The same for an act that ends what was begun: who is suspended may, if it was active then. @throws Problem `party-not-active` */
export function requireMayFinish(tx: Tx, participants: readonly Participant[], at: Date, begunAt: Date): Promise<void> {
  return requireStatus(tx, participants, at, (status) =>
    mayFinish(status, at, begunAt) ? undefined : ownStateAt(status, at),
  );
}
