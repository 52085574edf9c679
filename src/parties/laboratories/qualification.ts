/**
 * Qualifications of laboratories: CMA (检验检测机构资质认定) of the market authority, and CNAS. An organisation is a
 * laboratory on the days on which it has one.
 */
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
};

/** Returns true when one of the qualifications is valid on a day. */
export const isQualified = (
  qualifications: readonly Pick<Qualification, 'validFrom' | 'validTo'>[],
  on: string,
): boolean => qualifications.some(({ validFrom, validTo }) => validFrom <= on && on < validTo);
