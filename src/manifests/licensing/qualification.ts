/** Licences that a transfer needs (Order 23, Art 10(1)), and the one that an acceptance counts against. */
import type { Licence } from '../../parties/rules.ts';
import type { ManifestLaw } from '../law/manifest-law.ts';
import { type Answer, required } from '../rules/answer.ts';
import type { ManifestDocument, TransportMode } from '../rules/document.ts';
import type { DecisionLine } from '../rules/step.ts';
import type { Qualification } from '../taking/known.ts';
import { type Unlicensed, unlicensedMethods } from './licensed-methods.ts';
import { acceptedIn, judgeScale, licenceWithMostRoom, yearOf } from './scale.ts';
import { transportModeOf } from './transport-mode.ts';

/**
 * Returns the receiver's licence and the transport mode of a load. An exempt load needs no transport licence.
 * @throws Problem `licence-missing`, `licence-suspended`
 */
export function requireQualified(
  { wasteCode, lines }: ManifestDocument,
  { on, receiver, carrier }: Qualification,
  law: Pick<ManifestLaw, 'unbrokenExemption'>,
): { readonly receiverLicence: string; readonly transportMode: TransportMode } {
  const [licence] = receiverLicences(receiver);
  const transportMode = transportModeOf(wasteCode, lines, law.unbrokenExemption(on));
  if (transportMode === 'hazardous') {
    if (carrier === null) throw new Error('the transport licence of a hazardous load was not looked up');
    required(carrier);
  }
  return { receiverLicence: licence.number, transportMode };
}

/** The licence that an acceptance counts against, and the share of its annual scale that causes a warning. */
export type CountedAcceptance = {
  readonly licenceId: string;
  readonly mode: string;
  /** Lines whose treatment method the licence does not allow. */
  readonly unlicensed: readonly Unlicensed[];
  readonly reached: Readonly<Record<string, string | number>> | undefined;
};

/**
 * Chooses the licence for an acceptance, among those that allow its treatment methods if there are any.
 * @throws Problem `licence-missing`, `licence-suspended`, `licence-scale-exceeded`
 */
export function countAcceptance(
  lines: readonly DecisionLine[],
  { on, receiver, acceptedGrams, siteKind }: Qualification,
  law: Pick<ManifestLaw, 'annualScale' | 'licensedMethods'>,
): CountedAcceptance {
  const all = receiverLicences(receiver);
  const methods = law.licensedMethods(on);
  const unlicensedUnder = ({ mode }: Licence) => unlicensedMethods(lines, { mode, siteKind }, methods);
  const [first = all[0], ...others] = all.some((one) => unlicensedUnder(one).length === 0)
    ? all.filter((one) => unlicensedUnder(one).length === 0)
    : all;
  const counted = (one: Licence) => ({ ...one, beforeGrams: acceptedGrams.get(one.id) ?? 0 });
  const chosen = licenceWithMostRoom([counted(first), ...others.map(counted)]);
  const { number, annualLimitGrams, beforeGrams } = chosen;
  const under = { licenceId: chosen.id, mode: chosen.mode, unlicensed: unlicensedUnder(chosen) };
  if (annualLimitGrams === null) return { ...under, reached: undefined };
  const { year } = yearOf(on);
  const nowGrams = acceptedIn(lines);
  const reached = judgeScale({ number, annualLimitGrams }, { year, beforeGrams, nowGrams }, law.annualScale(on));
  return { ...under, reached: reached && { licence: number, year, limitGrams: annualLimitGrams, ...reached } };
}

/**
 * Returns the licences in all modes that the site allows.
 * @throws Problem of the first mode, when no mode has a licence
 */
function receiverLicences(answers: readonly Answer<readonly Licence[]>[]): readonly [Licence, ...Licence[]] {
  const [first, ...others] = answers.flatMap((answer) => (Array.isArray(answer) ? (answer as readonly Licence[]) : []));
  if (first) return [first, ...others];
  const [refusal] = answers;
  throw refusal ?? new Error('no mode of licence was looked up');
}
