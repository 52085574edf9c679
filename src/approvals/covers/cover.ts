/**
 * Cover of a load that leaves the province: an exemption in force, or an approval that is valid on the day and has room for its
 * mass (Order 23, Art 21 and 27).
 */
import { type Ending, type Exemption, isInForce } from '../exemptions/exemption.ts';
import { approvalProblem } from '../problems.ts';

/** A load, as approvals and exemptions name it. */
export type Load = {
  readonly consignorId: string;
  readonly receiverId: string;
  readonly receiverUscc: string;
  readonly originProvince: string;
  readonly destinationProvince: string;
  readonly wasteCode: string;
  readonly massGrams: number;
};

/** An approval of the consignor and receiver of a load, for its waste code. */
export type CoveringApproval = {
  readonly approvalId: string;
  readonly number: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly withdrawnOn: string | null;
  readonly approvedGrams: number;
  readonly usedGrams: number;
};

/** Approvals and exemptions for the parties and the waste code of a load, on any day. */
export type Covering = {
  readonly approvals: readonly CoveringApproval[];
  readonly exemptions: readonly (Pick<Exemption, 'id' | 'grantedBy' | 'validFrom' | 'validTo'> & {
    readonly ending: Pick<Ending, 'endedOn'> | null;
  })[];
};

/** The approval or the exemption under which a load travels. */
export type Cover =
  | { readonly kind: 'approval'; readonly approvalId: string; readonly number: string }
  | { readonly kind: 'exemption'; readonly exemptionId: string; readonly grantedBy: string };

/** A load that was handed over under an approval or an exemption; `id` is that of its manifest. */
export type CoveredTransfer = {
  readonly id: string;
  readonly approvalId: string | null;
  readonly exemptionId: string | null;
  readonly consignorId: string;
  readonly receiverId: string;
  readonly wasteCode: string;
  readonly handedOverGrams: number;
  /** As handed over; once the receiver has decided, as accepted. */
  readonly countedGrams: number;
  readonly handedOverOn: string;
  readonly settledAt: Date | null;
};

const endOf = ({ validTo, withdrawnOn }: CoveringApproval): string =>
  withdrawnOn !== null && withdrawnOn < validTo ? withdrawnOn : validTo;
const roomOf = ({ approvedGrams, usedGrams }: CoveringApproval): number => approvedGrams - usedGrams;

/**
 * Returns the cover of a load on a day. An exemption comes first, because it uses no quantity; of the approvals with room, the
 * one that ends first, so that its rest is not lost.
 * @throws Problem `transfer-not-approved`, `approval-not-valid`, `approval-quantity-exceeded`
 */
export function coverOf(load: Load, on: string, { approvals, exemptions }: Covering): Cover {
  const exemption = exemptions.find((one) => isInForce(one, on));
  if (exemption) return { kind: 'exemption', exemptionId: exemption.id, grantedBy: exemption.grantedBy };
  const valid = approvals.filter((one) => one.validFrom <= on && on < endOf(one));
  const [first] = valid
    .filter((one) => roomOf(one) >= load.massGrams)
    .toSorted((a, b) => endOf(a).localeCompare(endOf(b)) || a.approvalId.localeCompare(b.approvalId));
  if (first) return { kind: 'approval', approvalId: first.approvalId, number: first.number };
  throw refusalOf(load, on, approvals, valid);
}

function refusalOf(
  { wasteCode, massGrams, destinationProvince }: Load,
  on: string,
  approvals: readonly CoveringApproval[],
  valid: readonly CoveringApproval[],
) {
  const largest = valid.toSorted((a, b) => roomOf(b) - roomOf(a))[0];
  if (largest) {
    const { number, approvedGrams, usedGrams } = largest;
    const remainingGrams = Math.max(0, roomOf(largest));
    const facts = { number, wasteCode, massGrams, approvedGrams, usedGrams, remainingGrams };
    return approvalProblem('approval-quantity-exceeded', { ...facts, pointer: '#/document/lines' });
  }
  const latest = approvals.toSorted((a, b) => endOf(b).localeCompare(endOf(a)))[0];
  if (latest) {
    const { number, validFrom } = latest;
    const facts = { number, validFrom, validTo: endOf(latest), on };
    return approvalProblem('approval-not-valid', { ...facts, pointer: '#/body/at' });
  }
  return approvalProblem('transfer-not-approved', {
    wasteCode,
    province: destinationProvince,
    on,
    pointer: '#/document/receiver',
  });
}
