/**
 * Exemptions from the approval of transfers to another province. National lists name receivers whose loads are managed as within
 * the province, such as 环办固体函〔2023〕387号. Two provinces also agree on lists of their own (白名单, Order 23, Art 21 ¶2).
 */
import { approvalProblem } from '../problems.ts';

export type Exemption = {
  readonly id: string;
  /** Title and number of the document that grants it. */
  readonly grantedBy: string;
  readonly wasteCodes: readonly string[];
  /** Unified social credit codes of the receivers that the document lists. */
  readonly receivers: readonly string[];
  /** Provinces of origin and destination that it is limited to; null for all. */
  readonly originProvince: string | null;
  readonly destinationProvince: string | null;
  /** First day of validity, and the first day after its end (half-open); null while no end is set. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: Date;
  readonly ending: Ending | null;
};

/** Early end of an exemption. Loads that were handed over on days before stay covered. */
export type Ending = { readonly endedOn: string; readonly reason: string; readonly recordedAt: Date };

/** Returns true when an exemption is in force on a day. */
export const isInForce = (
  {
    validFrom,
    validTo,
    ending,
  }: Pick<Exemption, 'validFrom' | 'validTo'> & {
    readonly ending: Pick<Ending, 'endedOn'> | null;
  },
  on: string,
): boolean => validFrom <= on && (validTo === null || on < validTo) && (ending === null || on < ending.endedOn);

/**
 * Refuses an end outside the validity, or a second one.
 * @throws Problem `exemption-ended`, `exemption-end-outside`
 */
export function refuseEnding({ id, validFrom, validTo, ending }: Exemption, endedOn: string): void {
  if (ending !== null) {
    throw approvalProblem('exemption-ended', { id, endedOn: ending.endedOn, pointer: '#/params/id' });
  }
  if (endedOn >= validFrom && (validTo === null || endedOn < validTo)) return;
  throw approvalProblem('exemption-end-outside', { endedOn, validFrom, pointer: '#/body/endedOn' });
}
