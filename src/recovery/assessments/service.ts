/** Use cases: opening an assessment, and taking its steps. Lock order: the organisation, the assessment. */
import { type Actor, partyOf } from '../../core/actor.ts';
import { addWorkingDays, dayOf, type WorkCalendar } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import type { Account } from '../../core/second-person.ts';
import { requireActive } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import type { Frozen } from '../evidence/snapshot.ts';
import { findFrozen, insertSnapshot, type Signed } from '../evidence/store.ts';
import { isProvisional, type Period } from '../periods/period.ts';
import type { Flag } from '../question/flag-reason.ts';
import { contentOf } from '../revisions/content.ts';
import { compareFrozen, type Difference } from '../revisions/difference.ts';
import {
  type Assessment,
  type AssessmentStep,
  type DeadlineLaw,
  dueDaysOf,
  isIndependent,
  judgedBy,
  refuseDependent,
  type StepDetails,
  type StepTaken,
  take,
} from './assessment.ts';
import { assessmentProblem } from './problems.ts';
import { appendStep, findLive, insertAssessment, listExperts, lockAssessment, updateAssessment } from './store.ts';

type OpenAssessment = { readonly actor: Actor; readonly period: Period; readonly method: string };

/**
 * Opens an assessment of the own organisation.
 * @throws Problem `party-not-active`, `assessment-period-open`, `assessment-exists`
 */
export async function openAssessment(
  tx: Tx,
  deps: Deps,
  { actor, period, method }: OpenAssessment,
): Promise<Assessment> {
  const partyId = partyOf(actor);
  const now = deps.clock();
  await requireActive(tx, [{ id: partyId }], now);
  if (isProvisional(period, now)) {
    const facts = { period: period.period, endsAt: period.to.toISOString(), pointer: '#/body/period' };
    throw assessmentProblem('assessment-period-open', facts);
  }
  const wanted = { partyId, period: period.period, method };
  const live = await findLive(tx, wanted);
  if (live) throw assessmentProblem('assessment-exists', { existingId: live.id });
  const assessment: Assessment = {
    ...{ ...wanted, id: deps.newId(), state: 'draft', round: 0, openedBy: actor.subject, openedAt: now },
    ...{ stateSince: now, dueDays: null, dueOn: null, submittedBy: null, submittedAt: null, flags: [] },
    ...{ reviewedBy: null, reviewedAt: null, recommendation: null },
    ...{
      decidedBy: null,
      decidedAt: null,
      outcome: null,
      objectedBy: null,
      openRevision: null,
      comparedIndex: null,
      comparedLaw: null,
    },
  };
  if (!(await insertAssessment(tx, assessment))) {
    const other = await findLive(tx, wanted);
    throw assessmentProblem('assessment-exists', { existingId: other?.id ?? assessment.id });
  }
  await recordStep(tx, actor, assessment, { step: 'open', reason: null, details: {} });
  return assessment;
}

export type TakeStep = {
  readonly actor: Actor;
  readonly id: string;
  readonly step: AssessmentStep;
  readonly reason: string | null;
  readonly details: StepDetails;
  readonly law: DeadlineLaw;
  readonly calendar: WorkCalendar;
  /** The frozen evaluation, for a step that keeps it. */
  readonly frozen?: Frozen & Signed;
  /** Findings of the evaluation, for a step that looks at it. */
  readonly findings?: readonly { readonly code: string; readonly severity: string }[];
};

type Taken = {
  readonly assessment: Assessment;
  /** Set when a certification sent the assessment back, because the records had changed since the submission. */
  readonly difference: Difference | null;
};

/**
 * Takes a step of an assessment.
 * @throws Problem `party-not-active`, `assessment-missing`, `assessment-blocked`, and as `take` and `refuseDependent`
 */
export async function takeStep(tx: Tx, deps: Deps & SecondPersonDeps, command: TakeStep): Promise<Taken> {
  const { actor, id, reason, details, law, calendar, findings = [], frozen } = command;
  const now = deps.clock();
  const partyId = isIndependent(command.step) ? undefined : partyOf(actor);
  if (partyId !== undefined) await requireActive(tx, [{ id: partyId }], now);
  const assessment = await lockAssessment(tx, id, partyId);
  const difference = await differenceOf(tx, command);
  const step = difference === null ? command.step : 'send_back';
  const codesOf = (wanted: string) => [
    ...new Set(findings.filter(({ severity }) => severity === wanted).map(({ code }) => code)),
  ];
  const submitted = step === 'review' ? submittedFlags(await findFrozen(tx, id, 'submission'), assessment) : undefined;
  const taken = take(assessment, { step, actor, at: now, details, flags: codesOf('flag'), submitted });
  await refuseOneOfThem(tx, deps, assessment, { actor, step });
  const blocks = codesOf('block');
  if (blocks.length > 0 && step !== 'send_back')
    throw assessmentProblem('assessment-blocked', { id, findings: blocks });
  if (taken.state === 'objected' && assessment.state === 'refused') {
    const live = await findLive(tx, assessment);
    if (live) throw assessmentProblem('assessment-exists', { existingId: live.id });
  }
  const dueDays = dueDaysOf(taken.state, law);
  const moved = { ...taken, dueDays, dueOn: dueOn(now, dueDays, calendar) };
  await updateAssessment(tx, moved);
  if (frozen && (step === 'submit' || step === 'certify')) {
    const of = { id: deps.newId(), assessmentId: id, partyId: moved.partyId, round: moved.round };
    await insertSnapshot(tx, { ...of, purpose: step === 'submit' ? 'submission' : 'certification' }, frozen);
  }
  const { contentSha256, journalIndex } = frozen ?? {};
  const kept = frozen && step !== 'send_back' ? { contentSha256, journalIndex } : {};
  const changed = difference && { changedSinceSubmission: true, difference };
  await recordStep(tx, actor, moved, { step, reason, details: { ...details, ...kept, ...changed } });
  return { assessment: moved, difference };
}

/** Compares what is to be certified with what was submitted. Returns null for the same: otherwise the assessment goes back. */
async function differenceOf(tx: Tx, { id, step, frozen }: TakeStep): Promise<Difference | null> {
  if (step !== 'certify' || frozen === undefined) return null;
  const submitted = await findFrozen(tx, id, 'submission');
  if (submitted === undefined || submitted.contentSha256 === frozen.contentSha256) return null;
  return compareFrozen(contentOf(submitted), contentOf(frozen));
}

type Findings = readonly (Flag & { readonly severity: string })[];
/** Snapshot of a submission. Those of before have no methods. */
type Submitted = {
  readonly evaluation: { readonly findings: Findings };
  readonly methods?: readonly { readonly method: string; readonly findings: Findings }[];
};

/** Returns the flags of the assessed method that were submitted, each with its facts. */
function submittedFlags(frozen: Awaited<ReturnType<typeof findFrozen>>, { method: id }: Assessment) {
  const text = frozen?.files['snapshot.json'];
  if (text === undefined) return undefined;
  const { evaluation, methods = [] } = JSON.parse(text) as Submitted;
  const { findings } = methods.find(({ method }) => method === id) ?? evaluation;
  return findings.filter(({ severity }) => severity === 'flag');
}

/** Refuses a reviewer or decider that one of the people before could be. */
async function refuseOneOfThem(
  tx: Tx,
  deps: SecondPersonDeps,
  assessment: Assessment,
  { actor, step }: Pick<TakeStep, 'actor' | 'step'>,
): Promise<void> {
  if (!isIndependent(step)) return;
  const since = assessment.submittedAt ?? assessment.openedAt;
  const accountOf = async (subject: string): Promise<Account> => ({
    subject,
    passwordGivers: await deps.readPasswordGivers(tx, subject, since),
  });
  const before: Account[] = [];
  const experts = await listExperts(tx, assessment.id);
  for (const subject of judgedBy(assessment, step, experts)) before.push(await accountOf(subject));
  refuseDependent(assessment, actor, await accountOf(actor.subject), before);
}

/** Returns the last day of a deadline; null while the holiday notice of one of its years is not loaded. */
export function dueOn(since: Date, days: number | null, calendar: WorkCalendar): string | null {
  if (days === null) return null;
  try {
    return addWorkingDays(dayOf(since), days, calendar);
  } catch (error) {
    if (error instanceof Problem && error.code === 'law-missing') return null;
    throw error;
  }
}

/** Appends the step to the history, and records it in the journal. */
async function recordStep(
  tx: Tx,
  actor: Actor,
  assessment: Assessment,
  said: Pick<StepTaken, 'step' | 'reason' | 'details'>,
): Promise<void> {
  const { id, partyId, period, method, round, state, stateSince, dueOn: due } = assessment;
  const taken = { assessmentId: id, partyId, round, state, takenBy: actor.subject, takenAt: stateSince };
  await appendStep(tx, { ...taken, ...said });
  const payload = { id, partyId, period, method, round, state, dueOn: due, ...said };
  await record(tx, [fact(`assessment.${KINDS[said.step]}`, `assessment:${id}`, actor, stateSince, payload)]);
}

/** Kinds of journal entries, by the step. */
const KINDS: Readonly<Record<StepTaken['step'], string>> = {
  ...{ open: 'opened', submit: 'submitted', withdraw: 'withdrawn', review: 'reviewed', return: 'returned' },
  ...{ send_back: 'sent_back', certify: 'certified', refuse: 'refused', object: 'objected', answer: 'answered' },
  ...{ confirm: 'revision_confirmed', reopen: 'reopened' },
};
