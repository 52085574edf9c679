/** Use cases: steps in the lives of organisations and licences, and who may act at an instant. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { record } from '../../platform/journal/index.ts';
import type { Licence, Party } from '../party.ts';
import { partyProblem } from '../problems.ts';
import { LICENCE_TOLD_AS, type LicenceChange, type LicenceStep, nextLicenceState } from './licence-state.ts';
import {
  mayFinish,
  nextPartyState,
  notActive,
  type Open,
  ownStateAt,
  PARTY_TOLD_AS,
  type PartyStanding,
  type PartyState,
  type PartyStep,
  refuseOpen,
} from './party-state.ts';
import {
  holdStandings,
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
export type OpenWork = (db: Reader, partyId: string) => Promise<Partial<Open>>;
export type StandingDeps = Deps & { readonly openWork: readonly OpenWork[] };

/**
 * Leads an organisation to its next state, from now on.
 * @throws Problem `party-missing`, `party-step-not-allowed`, `party-has-open-work`
 */
export async function takePartyStep(tx: Tx, deps: StandingDeps, command: PartyCommand): Promise<Party> {
  const { actor, id, step, reason, nevertheless = false } = command;
  const party = await lockParty(tx, id);
  if (!party) throw partyProblem('party-missing', { id, pointer: '#/params/id' });
  const state = nextPartyState(party.state, step);
  const open = step === 'close' ? await openWorkOf(tx, deps, id) : NOTHING_OPEN;
  if (!nevertheless) refuseOpen(party, open);
  const before = await listPartyChanges(tx, id);
  const at = laterOf(deps.clock(), before.at(-1)?.at);
  const change = { partyId: id, number: before.length + 1, step, fromState: party.state, state, reason };
  await insertPartyChange(tx, { ...change, actor: actor.subject, at });
  const kind = `party.${PARTY_TOLD_AS[step]}`;
  const stamp = { occurredAt: at, recordedAt: at, version: 1 };
  const payload = { ...change, name: party.name, ...(step === 'close' && { open }) };
  await record(tx, [{ kind, subject: `party:${id}`, actor, payload, ...stamp }]);
  return { ...party, state };
}

const NOTHING_OPEN: Open = { manifests: 0, batches: 0, massGrams: 0 };

async function openWorkOf(tx: Tx, { openWork }: StandingDeps, id: string): Promise<Open> {
  const found = { ...NOTHING_OPEN };
  // One after the other: they share the transaction's connection.
  for (const look of openWork) Object.assign(found, await look(tx, id));
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
  await record(tx, [
    {
      kind: `licence.${LICENCE_TOLD_AS[step]}`,
      subject: `licence:${id}`,
      actor,
      occurredAt: recordedAt,
      recordedAt,
      version: 1,
      payload: { ...told, partyId, licenceNumber: licence.number },
    },
  ]);
  return { licence, changes: [...changes, change] };
}

/** An organisation that takes part in an act, and the field that names it. */
export type Acting = { readonly id: string; readonly pointer?: string };

/**
 * Refuses an act in which somebody takes part who may not at its instant. Their standings are held until the transaction
 * ends, so an act and a step of the authority that overlap come one after the other, in the order of these locks.
 * @param judge the state on account of which one of them may not, or nothing
 * @throws Problem `party-missing`, `party-not-active`
 */
export async function requireStanding(
  tx: Tx,
  acting: readonly Acting[],
  at: Date,
  judge: (standing: PartyStanding) => PartyState | undefined,
): Promise<void> {
  const standings = await holdStandings(
    tx,
    acting.map(({ id }) => id),
  );
  for (const { id, pointer } of acting) {
    const standing = standings.find((one) => one.id === id);
    if (!standing) throw partyProblem('party-missing', pointer === undefined ? { id } : { id, pointer });
    const state = judge(standing);
    if (state !== undefined) throw notActive({ ...standing, state }, { at, pointer });
  }
}

/** Refuses an act in which somebody takes part who was not active at its instant. @throws Problem `party-not-active` */
export function requireActive(tx: Tx, acting: readonly Acting[], at: Date): Promise<void> {
  return requireStanding(tx, acting, at, (standing) => {
    const state = ownStateAt(standing, at);
    return state === 'active' ? undefined : state;
  });
}

/** The same for an act that ends what was begun: who is suspended may, if it was active then. @throws Problem `party-not-active` */
export function requireFinishing(tx: Tx, acting: readonly Acting[], at: Date, begunAt: Date): Promise<void> {
  return requireStanding(tx, acting, at, (standing) =>
    mayFinish(standing, at, begunAt) ? undefined : ownStateAt(standing, at),
  );
}
