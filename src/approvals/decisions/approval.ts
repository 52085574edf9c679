/**
 * Approvals of transfers to another province (Order 23, Art 21 to 28). The authority of the province of origin decides on the
 * receiver, the waste, its quantity and the time; loads travel under its decision until one of these ends.
 */
import { addDays, addMonths } from '../../core/calendar.ts';
import type { CodeNames } from '../../core/messages/code-names.ts';
import type { Licence, Party } from '../../parties/rules.ts';
import { approvalProblem } from '../problems.ts';

/** A document of the decision, which the authority keeps. */
export type DecisionDocument = { readonly fileName: string; readonly sha256: string };

/** Approved mass of one waste code. */
type ApprovedQuantity = {
  readonly wasteCode: string;
  readonly approvedGrams: number;
  /** Mass handed over under the approval; once the receiver has decided on a load, the mass that it accepted. */
  readonly usedGrams: number;
};

export type Approval = {
  readonly id: string;
  /** Number of the decision (批准文号). */
  readonly number: string;
  readonly originProvince: string;
  readonly destinationProvince: string;
  readonly consignorId: string;
  readonly receiverId: string;
  /** Number of the receiver's licence that the decision rests on. */
  readonly receiverLicence: string;
  readonly treatmentMethods: readonly string[];
  readonly quantities: readonly ApprovedQuantity[];
  readonly decidedOn: string;
  /** Last day of the transfer that the consignor applied for. */
  readonly requestedUntil: string;
  /** First day of validity, and the first day after its end (half-open). */
  readonly validFrom: string;
  readonly validTo: string;
  /** Provision of law that the decision names. */
  readonly legalBasis: string;
  readonly documents: readonly DecisionDocument[];
  readonly recordedAt: Date;
  readonly withdrawal: Withdrawal | null;
};

/** Early end of an approval. Loads that were handed over on days before stay covered. */
export type Withdrawal = { readonly withdrawnOn: string; readonly reason: string; readonly recordedAt: Date };

/** Validity of an approval, and its early end. */
export type Validity = Pick<Approval, 'id' | 'validFrom' | 'validTo' | 'withdrawal'>;

/** Law `approvals.validity`: the longest validity of a decision (Order 23, Art 27). */
export type ValidityLaw = { readonly months: number };

/** Each member takes a day and returns the rule in force on it. @throws Problem `law-missing`, `law-not-yet-in-force` */
export type ApprovalLaw = {
  readonly validity: (on: string) => ValidityLaw;
  readonly treatmentMethods: (on: string) => CodeNames;
};

/**
 * Returns the half-open validity of a decision: at most the months of law, and no longer than the consignor applied for or the
 * receiver's licence is valid (Order 23, Art 27).
 * @throws Problem `approval-never-valid`
 */
export function validityOf(
  { decidedOn, requestedUntil }: Pick<Approval, 'decidedOn' | 'requestedUntil'>,
  licence: Pick<Licence, 'validTo'>,
  { months }: ValidityLaw,
): Pick<Approval, 'validFrom' | 'validTo'> {
  const ends = [addMonths(decidedOn, months), addDays(requestedUntil, 1), licence.validTo];
  const validTo = ends.reduce((first, end) => (end < first ? end : first));
  if (validTo <= decidedOn) {
    throw approvalProblem('approval-never-valid', { decidedOn, validTo, pointer: '#/body/requestedUntil' });
  }
  return { validFrom: decidedOn, validTo };
}

/** Refuses a decision dated after today. @throws Problem `approval-in-future` */
export function refuseFutureDecision(decidedOn: string, today: string): void {
  if (decidedOn <= today) return;
  throw approvalProblem('approval-in-future', { decidedOn, today, pointer: '#/body/decidedOn' });
}

/**
 * Refuses a decision that is not about a transfer from this province to another one.
 * @throws Problem `approval-of-another-province`, `approval-within-province`
 */
export function refuseOtherProvinces(
  consignor: Pick<Party, 'provinceCode'>,
  receiver: Pick<Party, 'provinceCode'>,
  province: string,
): void {
  const { provinceCode } = consignor;
  if (provinceCode !== province) {
    throw approvalProblem('approval-of-another-province', { provinceCode, province, pointer: '#/body/consignorId' });
  }
  if (receiver.provinceCode === province) {
    throw approvalProblem('approval-within-province', { province, pointer: '#/body/receiverId' });
  }
}

/** The licence that a decision rests on, as it was stated. */
type Resting = Pick<Approval, 'receiverId' | 'decidedOn'> & { readonly licenceId: string };

/**
 * Returns the receiver's licence that a decision rests on: it covers every waste code on the day of the decision.
 * @throws Problem `approval-licence-missing`, `approval-licence-insufficient`
 */
export function requireCovering(
  licences: readonly Licence[],
  { licenceId, receiverId, decidedOn }: Resting,
  wasteCodes: readonly string[],
): Licence {
  const pointer = '#/body/licenceId';
  const licence = licences.find(({ id }) => id === licenceId);
  if (licence === undefined) throw approvalProblem('approval-licence-missing', { licenceId, receiverId, pointer });
  const { number, mode, validFrom, validTo } = licence;
  const valid = mode !== 'transport' && validFrom <= decidedOn && decidedOn < validTo;
  const missing = wasteCodes.find((code) => !valid || !licence.wasteCodes.includes(code));
  if (missing === undefined) return licence;
  throw approvalProblem('approval-licence-insufficient', { number, wasteCode: missing, decidedOn, pointer });
}

/**
 * Refuses a withdrawal outside the validity, or a second one.
 * @throws Problem `approval-withdrawn`, `approval-withdrawal-outside`
 */
export function refuseWithdrawal({ id, validFrom, validTo, withdrawal }: Validity, withdrawnOn: string): void {
  if (withdrawal !== null) {
    const facts = { id, withdrawnOn: withdrawal.withdrawnOn, pointer: '#/params/id' };
    throw approvalProblem('approval-withdrawn', facts);
  }
  if (withdrawnOn >= validFrom && withdrawnOn < validTo) return;
  const facts = { withdrawnOn, validFrom, validTo, pointer: '#/body/withdrawnOn' };
  throw approvalProblem('approval-withdrawal-outside', facts);
}

export type ApprovalState = 'valid' | 'expired' | 'withdrawn';

/** Returns the state on a day. A decision is valid from its own day on, so none is valid later only. */
export function stateOn({ validTo, withdrawal }: Pick<Approval, 'validTo' | 'withdrawal'>, on: string): ApprovalState {
  if (withdrawal !== null && withdrawal.withdrawnOn <= on) return 'withdrawn';
  return on < validTo ? 'valid' : 'expired';
}
