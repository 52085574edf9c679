/** The months inside a quarter or a year: what blocks one of them needs a review of the whole. */
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';

/** Findings that leave a month without a rate and are no fault of it: no count at its end, or no processing. */
const NO_RATE: readonly string[] = ['STOCK_COUNT_MISSING', 'NOTHING_PROCESSED'];

/** A month with its findings. */
export type JudgedMonth = {
  readonly period: string;
  readonly findings: readonly Pick<Finding, 'code' | 'severity'>[];
};

/** Names the months that a finding blocks, each with the codes of the findings. */
export function monthFindings(months: readonly JudgedMonth[]): Finding[] {
  const blocked = months.flatMap(({ period, findings }) => {
    const codes = findings.filter(({ severity, code }) => severity === 'block' && !NO_RATE.includes(code));
    return codes.length === 0 ? [] : [`${period} ${[...new Set(codes.map(({ code }) => code))].join(', ')}`];
  });
  return blocked.length === 0 ? [] : [recoveryFinding('MONTHS_BLOCKED', { months: blocked })];
}
