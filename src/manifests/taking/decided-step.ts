/** Decides a user's step as a whole: the manifest after it, its warnings, deadlines and movements. */
import { refuseFuture, warnOfStorage } from '../../batches/rules.ts';
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { notActive, ownStateAt, partyProblem, stateAt, unregisteredAmong } from '../../parties/rules.ts';
import { differenceWarnings } from '../differences/difference-warning.ts';
import { refuseContradictingLines } from '../differences/piece-mass.ts';
import { deadlinesOf } from '../law/deadlines.ts';
import type { ManifestLaw } from '../law/manifest-law.ts';
import { coverOn } from '../licensing/cover.ts';
import { refuseUnlicensedMethod } from '../licensing/licensed-methods.ts';
import { countAcceptance, requireQualified } from '../licensing/qualification.ts';
import { receivingKind, refuseSameSite, refuseUnfitReceiver } from '../licensing/receiving-site.ts';
import { acceptedIn } from '../licensing/scale.ts';
import { keptWarnings, paperWarnings, refuseForeignPaper } from '../numbering/paper.ts';
import { manifestProblem } from '../problems.ts';
import type { Manifest, StepRequest, TakenStep, TakeStep } from '../rules/command.ts';
import { irregularWarnings, needsStock, onStock } from '../rules/instants.ts';
import { MANIFEST_STEPS, PARTY_ROLES, type Role, refuseStep, type Side, take } from '../rules/manifest.ts';
import { outcomeOf, type StepOutcome } from '../rules/outcome.ts';
import { stepProblem } from '../rules/problems.ts';
import type { ManifestStep } from '../rules/step.ts';
import { onePartyWarnings, type Warning } from '../rules/warning.ts';
import { completeStep } from './completion.ts';
import type { Known, Qualification } from './known.ts';
import { judgedOnEntryDay, judgeEntryDay, type LateEntry, lateEntryOf, lateEntryWarnings } from './late-entry.ts';
import { mayTake } from './step-permissions.ts';

/**
 * Decides a step. Pure: the same manifest, command and look-ups give the same outcome. Refusals come in this order: the
 * step itself, its instants, the organisations, its input, the document after it. Then follow licences and vehicles, the
 * same on the day of entry, and mass.
 * @throws Problem `manifest-not-your-step`, `manifest-step-elsewhere`, `manifest-step-not-allowed`, `instant-in-future`,
 *   `party-not-active`, and every problem of the step
 */
export function decideStep(before: Manifest, given: TakeStep, known: Known): StepOutcome {
  const { actor, step, law } = given;
  const by = { roles: rolesOf(actor, before), sides: sidesOf(known.province, before) };
  refuseStep(step, before.document, by);
  refuseInFuture(given, known.now);
  const skewSeconds = law.skewSeconds(dayOf(known.now));
  const command = onStock(given, before, { ledgers: known.ledgers, skewSeconds });
  if (needsStock(step)) refuseSameSite(before, '#/document/receiverSite');
  if (needsStock(step)) refuseContradictingLines(before, known.stock, law.pieceMass(dayOf(known.now)));
  const late = lateEntryIn(command, known.now);
  const lateJudged = judgedOnEntryDay(step) ? late : undefined;
  refuseInactive(before, command, known, lateJudged);
  if (isUnnumbered(before, step) && !known.numbersIssued) throw stepProblem('national-system-missing');
  if (command.step === 'register_paper' && known.paperTaken) {
    throw manifestProblem('manifest-paper-taken', { number: command.input.number, pointer: '#/body/number' });
  }
  refuseForeignPaper(step, known.paper);
  const receiving = receivingWarnings(before, command, known);
  const taken = completeStep(before, command, known, law);
  const document = take(taken.step, before.document, taken.input, by);
  const judged = judgeStep(taken, known, law);
  const cover = coverOn(before, dayOf(judgedAt(command, before)), known.covering, law);
  judgeEntryDay(lateJudged, () => judgeStepOnEntryDay(before, taken, known, law));
  const stamp = { step, at: taken.input.at };
  const irregular = irregularWarnings(document, stamp, skewSeconds);
  const alone = onePartyWarnings(before, stamp);
  const differences = differenceWarnings(document, stamp, law.discrepancyThreshold(dayOf(new Date(stamp.at))));
  const onPaper = paperWarnings(known.paper, {
    ...{ ...stamp, divisionCode: document.consignorSite.divisionCode },
    withPhotographs: step === 'backfill' && law.paperPhotographs(dayOf(known.now)).required,
  });
  const about = [...receiving, ...irregular, ...alone, ...onPaper, ...differences];
  const warnings = [...judged.warnings, ...about, ...lateEntryWarnings(late, stamp)];
  const deadlines = deadlinesOf({ ...taken, document, recordedAt: known.now.toISOString() }, before, law);
  const kept = { ...before, warnings: keptWarnings(before.warnings, step) };
  return outcomeOf(kept, { ...taken, ...judged, cover, actor, document, warnings, deadlines }, known);
}

/** Checks that a step needs a number that the manifest does not have. */
export function isUnnumbered({ document }: Manifest, step: ManifestStep): boolean {
  return step === 'hand_over' && document.number === null && document.paper === null;
}

/** Returns the late entry of a command, or undefined when the step is entered in time. */
export function lateEntryIn({ input, law }: Pick<TakeStep, 'input' | 'law'>, now: Date): LateEntry | undefined {
  return lateEntryOf(new Date(input.at), now, law.lateHours(dayOf(now)));
}

/**
 * Returns the instant for judging the organisations and licences of a step: that of the act. For a transfer on paper it
 * is the end of the transfer.
 */
export function judgedAt({ step, input }: StepRequest, { document }: Manifest): Date {
  const completedAt = step === 'backfill' ? (input.transferCompletedAt ?? document.paper?.transferCompletedAt) : null;
  return new Date(completedAt ?? input.at);
}

/**
 * Returns the day whose law says which sites receive a load: that of the hand-over, so that a load under way ends under the
 * law with which it began; before it, the day of the act.
 */
export function receivedOn(command: StepRequest, before: Manifest): string {
  const { handedOverAt } = before.document;
  return dayOf(handedOverAt === null ? judgedAt(command, before) : new Date(handedOverAt));
}

/** @throws Problem `instant-in-future` */
function refuseInFuture({ input, law }: TakeStep, now: Date): void {
  const skewSeconds = law.skewSeconds(dayOf(now));
  refuseFuture(new Date(input.at), now, skewSeconds, '#/body/at');
  if ('transferCompletedAt' in input && input.transferCompletedAt !== null) {
    refuseFuture(new Date(input.transferCompletedAt), now, skewSeconds, '#/body/transferCompletedAt');
  }
}

/**
 * Judges the organisations of a step on the day of the act; for a late entry, on the day of entry too.
 * @throws Problem `party-missing`, `party-not-active`
 */
function refuseInactive(before: Manifest, command: TakeStep, known: Known, late: LateEntry | undefined): void {
  refuseInactiveAt(judgedAt(command, before), before, command, known);
  judgeEntryDay(late, (enteredAt) => refuseInactiveAt(enteredAt, before, command, known));
}

function refuseInactiveAt(at: Date, before: Manifest, { actor, step }: TakeStep, { parties }: Known): void {
  const { handedOverAt } = before.document;
  for (const role of MANIFEST_STEPS[step].concerned) {
    const id = before[`${role}Id`];
    const party = parties.find((one) => one.id === id);
    if (!party) throw partyProblem('party-missing', { id });
    const state = id === actor.partyId ? ownStateAt(party, at) : stateAt(party, at);
    const begun = handedOverAt === null ? null : stateAt(party, new Date(handedOverAt));
    if (!mayTake(step, state, begun)) throw notActive({ ...party, state }, { at, pointer: undefined });
  }
}

/**
 * Judges the kind of the receiving site, wherever licences are judged.
 * @throws Problem `manifest-site-receives-nothing`
 */
function receivingWarnings(before: Manifest, command: TakeStep, { onActDay, receiverSites }: Known): Warning[] {
  if (onActDay === null) return [];
  const law = command.law.receiving(receivedOn(command, before));
  const siteKind = receivingKind(onActDay.siteKind, receiverSites, before.document.receiverSite);
  refuseUnfitReceiver(siteKind, law);
  if (siteKind === null || !law.warned.includes(siteKind)) return [];
  const { step, input } = command;
  return [{ step, at: input.at, code: 'site-receives-nothing', facts: { siteKind } }];
}

type Judgement = { readonly warnings: readonly Warning[]; readonly acceptedLicenceId: string | null };
const NOTHING: Judgement = { warnings: [], acceptedLicenceId: null };

/**
 * Judges a step by licences, vehicles and stocks of the day of the act.
 * @throws Problem `vehicle-permit-expired`, `licence-missing`, `licence-suspended`, `licence-scale-exceeded`,
 *   `manifest-method-unlicensed`
 */
function judgeStep({ step, input }: TakenStep, known: Known, law: ManifestLaw): Judgement {
  const stamp = { step, at: input.at };
  if (step === 'depart') {
    const plates = unregisteredAmong(input.plates, known.vehicles, dayOf(new Date(input.at)));
    const warnings = plates.map((plate): Warning => ({ ...stamp, code: 'vehicle-unregistered', facts: { plate } }));
    return { ...NOTHING, warnings };
  }
  if (step === 'close') {
    const returned = input.lines.reduce((sum, { returnedGrams }) => sum + returnedGrams, 0);
    return { ...NOTHING, warnings: storageWarnings(known, returned, stamp) };
  }
  if (step !== 'accept' && step !== 'accept_partially') return NOTHING;
  const qualification = lookedUp(known.onActDay);
  const { licenceId, mode, reached, unlicensed } = countAcceptance(input.lines, qualification, law);
  const { on } = qualification;
  if (law.licensedMethods(on).effect === 'refused') {
    refuseUnlicensedMethod(unlicensed, { mode }, { lines: input.lines, known: law.codes('treatment-methods', on) });
  }
  const methods = unlicensed.map(
    ({ line, method }): Warning => ({ ...stamp, code: 'method-unlicensed', facts: { line, method, mode } }),
  );
  const scale: Warning[] = reached === undefined ? [] : [{ ...stamp, code: 'licence-scale-reached', facts: reached }];
  const storage = storageWarnings(known, acceptedIn(input.lines), stamp);
  return { acceptedLicenceId: licenceId, warnings: [...methods, ...scale, ...storage] };
}

/**
 * Judges a late entry by licences and vehicles of the day of entry. Mass that is dated into another year must also fit
 * the scale of the year of entry, together with other late entries of that year.
 * @throws Problem `vehicle-permit-expired`, `licence-missing`, `licence-suspended`, `licence-scale-exceeded`, and as `coverOn`
 */
function judgeStepOnEntryDay(before: Manifest, { step, input }: TakenStep, known: Known, law: ManifestLaw): void {
  const { document } = before;
  // A load on paper has left already, so its cover is that of its own day.
  if (document.paper === null) coverOn(before, dayOf(known.now), known.covering, law);
  if (step === 'submit') requireQualified(document, lookedUp(known.onEntryDay), law);
  if (step === 'depart') unregisteredAmong(input.plates, known.vehicles, dayOf(known.now));
  if (step === 'accept' || step === 'accept_partially') {
    countAcceptance(input.lines, lookedUp(known.onEntryDay), law);
  }
}

function lookedUp(qualification: Qualification | null): Qualification {
  if (qualification === null) throw new Error('the licences of this day were not looked up');
  return qualification;
}

/**
 * Warns by the present stock of the site plus the arriving mass. Two concurrent steps may not see each other's mass.
 */
function storageWarnings({ arrivingAt }: Known, grams: number, stamp: Pick<Warning, 'step' | 'at'>): Warning[] {
  if (arrivingAt === null || grams === 0) return [];
  const { siteId, stockGrams, limitGrams, alertShares } = arrivingAt;
  const warning = warnOfStorage({ siteId, stockGrams: stockGrams + grams, limitGrams }, alertShares);
  return warning ? [{ ...stamp, code: warning.code, facts: warning.facts }] : [];
}

/** Returns the roles of the actor's organisation; one organisation may have several. */
function rolesOf({ partyId }: Actor, manifest: Manifest): Role[] {
  return PARTY_ROLES.filter((role) => manifest[`${role}Id`] === partyId);
}

/** Returns the sides of this province; both when the load stays within it. */
function sidesOf(province: string, { document }: Manifest): Side[] {
  const sides: Side[] = [];
  if (province === document.originProvince) sides.push('origin');
  if (province === document.destinationProvince) sides.push('destination');
  return sides;
}
