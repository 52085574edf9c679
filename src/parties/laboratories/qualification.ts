/**
 * Qualifications of laboratories: CMA (检验检测机构资质认定) of the market authority, and CNAS. An organisation is a
 * laboratory on the days on which it has one.
 */
import { laboratoryProblem } from './problems.ts';

export const QUALIFICATION_KINDS = ['cma', 'cnas'] as const;
type QualificationKind = (typeof QUALIFICATION_KINDS)[number];

export type Qualification = {
  readonly id: string;
  readonly partyId: string;
  readonly kind: QualificationKind;
  readonly number: string;
  /** First day of validity, and the first day after its end (half-open). */
  readonly validFrom: string;
  readonly validTo: string;
  readonly issuer: string;
  readonly registeredAt: Date;
  /** Its early end, on whose day it is no longer valid. */
  readonly withdrawal: Withdrawal | null;
};

/** Withdrawal of a qualification by its authority. What a laboratory confirmed on days before stays. */
export type Withdrawal = { readonly withdrawnOn: string; readonly reason: string; readonly recordedAt: Date };

type Validity = Pick<Qualification, 'validFrom' | 'validTo'> & {
  readonly withdrawal: Pick<Withdrawal, 'withdrawnOn'> | null;
};

/**
 * Returns true when one of the qualifications is valid on the day of a sample, and not withdrawn on the day of an act. One that
 * ended by itself still covers acts on samples of before.
 */
export const isQualified = (qualifications: readonly Validity[], on: string, actedOn = on): boolean =>
  qualifications.some(
    ({ validFrom, validTo, withdrawal }) =>
      validFrom <= on &&
      on < validTo &&
      (withdrawal === null || (on < withdrawal.withdrawnOn && actedOn < withdrawal.withdrawnOn)),
  );

/** Refuses a withdrawal outside the validity, or a second one. @throws Problem `qualification-withdrawn`, `withdrawal-outside-validity` */
export function refuseWithdrawal({ id, validFrom, validTo, withdrawal }: Qualification, withdrawnOn: string): void {
  if (withdrawal !== null) {
    const facts = { id, withdrawnOn: withdrawal.withdrawnOn, pointer: '#/params/qualificationId' };
    throw laboratoryProblem('qualification-withdrawn', facts);
  }
  if (withdrawnOn < validFrom || withdrawnOn >= validTo) {
    throw laboratoryProblem('withdrawal-outside-validity', {
      withdrawnOn,
      validFrom,
      validTo,
      pointer: '#/body/withdrawnOn',
    });
  }
}
