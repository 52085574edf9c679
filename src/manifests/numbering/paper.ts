/** Forms on paper: a load travels under one only while a system cannot be used (Order 23, Art 20). Other paper is marked and not refused. */
import { paperNumberProblem } from '../paper-numbers/problems.ts';
import type { ManifestStep } from '../rules/step.ts';
import type { Warning } from '../rules/warning.ts';

/** Holder of the number of a form: its consignor, another organisation, or none. */
type Reservation = 'own' | 'other' | 'none';

/** Facts about the form of a load that this province has. */
export type PaperFindings = {
  readonly number: string;
  /** Time at which the load went: its registration on paper, or its completion, whichever is earlier. */
  readonly transferredAt: Date;
  /** True when a declared outage covers that time at the site of the consignor. */
  readonly inOutage: boolean;
  readonly reserved: Reservation;
  /** True when a photograph of the load or of its papers was added. */
  readonly photographed: boolean;
};

const PAPER_STEPS: ReadonlySet<ManifestStep> = new Set<ManifestStep>(['register_paper', 'backfill']);

/** Returns true for the steps that judge a form on paper. */
export const judgesPaper = (step: ManifestStep): boolean => PAPER_STEPS.has(step);

/**
 * Refuses a form under a number that is reserved for another organisation. One that was reserved after the registration is no
 * reason to refuse the backfill.
 * @throws Problem `manifest-paper-of-another`
 */
export function refuseForeignPaper(step: ManifestStep, findings: PaperFindings | null): void {
  if (step !== 'register_paper' || findings?.reserved !== 'other') return;
  throw paperNumberProblem('manifest-paper-of-another', { number: findings.number, pointer: '#/body/number' });
}

type Judging = Pick<Warning, 'step' | 'at'> & {
  /** Division of the site of the consignor. */
  readonly divisionCode: string;
  /** True when the law wants photographs with paper that is entered. */
  readonly withPhotographs: boolean;
};

/** Returns the warnings about a form on paper, by what is known on the day of the step. */
export function paperWarnings(
  findings: PaperFindings | null,
  { step, at, divisionCode, withPhotographs }: Judging,
): Warning[] {
  if (findings === null) return [];
  const { number, transferredAt, inOutage, reserved, photographed } = findings;
  const warn = (code: Warning['code'], facts: Warning['facts']): Warning => ({ code, step, at, facts });
  const moment = { transferredAt: transferredAt.toISOString(), divisionCode };
  return [
    ...(inOutage ? [] : [warn('paper-outside-outage', moment)]),
    ...(reserved === 'own' ? [] : [warn('paper-number-not-reserved', { number })]),
    ...(step !== 'backfill' || photographed || !withPhotographs ? [] : [warn('paper-without-photographs', {})]),
  ];
}

const PAPER_CODES: readonly Warning['code'][] = ['paper-outside-outage', 'paper-number-not-reserved'];

/** Returns the earlier warnings of a manifest that hold after a step: its backfill judges the form on paper again. */
export function keptWarnings(warnings: readonly Warning[], step: ManifestStep): readonly Warning[] {
  return step === 'backfill' ? warnings.filter(({ code }) => !PAPER_CODES.includes(code)) : warnings;
}
