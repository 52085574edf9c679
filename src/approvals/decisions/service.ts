/** Use cases: registering the decision on a transfer to another province, and withdrawing it. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { codesWithNames } from '../../core/messages/code-names.ts';
import { listLicences, requireParty } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { approvalProblem } from '../problems.ts';
import {
  type Approval,
  type ApprovalLaw,
  refuseFutureDecision,
  refuseOtherProvinces,
  refuseWithdrawal,
  requireCovering,
  validityOf,
} from './approval.ts';
import { insertApproval, insertWithdrawal, lockValidity } from './store.ts';

type Stated =
  | ('number' | 'consignorId' | 'receiverId' | 'treatmentMethods')
  | ('decidedOn' | 'requestedUntil' | 'legalBasis' | 'documents');

type RegisterApproval = Pick<Approval, Stated> & {
  readonly actor: Actor;
  readonly law: ApprovalLaw;
  readonly licenceId: string;
  readonly quantities: readonly { readonly wasteCode: string; readonly massGrams: number }[];
};

/**
 * Registers a decision of this province, with its validity by law.
 * @throws Problem `party-missing`, `approval-exists`, `approval-in-future`, `approval-method-unknown`, `approval-never-valid`, and as
 *   `refuseOtherProvinces` and `requireCovering`
 */
export async function registerApproval(tx: Tx, deps: Deps, command: RegisterApproval): Promise<Approval> {
  const { actor, law, licenceId, quantities, ...stated } = command;
  const recordedAt = deps.clock();
  const consignor = await requireParty(tx, stated.consignorId, '#/body/consignorId');
  const receiver = await requireParty(tx, stated.receiverId, '#/body/receiverId');
  refuseOtherProvinces(consignor, receiver, deps.province);
  refuseFutureDecision(stated.decidedOn, dayOf(recordedAt));
  refuseUnknownMethods(law, stated);
  const wasteCodes = quantities.map(({ wasteCode }) => wasteCode);
  const licences = await listLicences(tx, receiver.id);
  const licence = requireCovering(licences, { licenceId, ...stated }, wasteCodes);
  const approval: Approval = {
    ...stated,
    ...validityOf(stated, licence, law.validity(stated.decidedOn)),
    id: deps.newId(),
    originProvince: consignor.provinceCode,
    destinationProvince: receiver.provinceCode,
    receiverLicence: licence.number,
    quantities: quantities.map(({ wasteCode, massGrams }) => ({ wasteCode, approvedGrams: massGrams, usedGrams: 0 })),
    recordedAt,
    withdrawal: null,
  };
  if (!(await insertApproval(tx, approval))) {
    throw approvalProblem('approval-exists', { number: approval.number, pointer: '#/body/number' });
  }
  const { recordedAt: _, withdrawal: __, ...payload } = approval;
  await record(tx, [fact('approval.registered', `approval:${approval.id}`, actor, recordedAt, payload)]);
  return approval;
}

/** @throws Problem `approval-method-unknown` */
function refuseUnknownMethods(
  law: ApprovalLaw,
  { treatmentMethods, decidedOn }: Pick<Approval, 'treatmentMethods' | 'decidedOn'>,
): void {
  const known = law.treatmentMethods(decidedOn);
  const at = treatmentMethods.findIndex((code) => !known.has(code));
  const value = treatmentMethods[at];
  if (value === undefined) return;
  const facts = { value, known: [...known.keys()], pointer: `#/body/treatmentMethods/${at}` };
  throw approvalProblem('approval-method-unknown', facts).naming({ code: codesWithNames(known) });
}

type Withdrawing = {
  readonly actor: Actor;
  readonly id: string;
  readonly withdrawnOn: string;
  readonly reason: string;
};

/**
 * Ends an approval early. Loads that were handed over on days before stay covered.
 * @throws Problem `approval-missing`, and as `refuseWithdrawal`
 */
export async function withdrawApproval(
  tx: Tx,
  deps: Deps,
  { actor, id, withdrawnOn, reason }: Withdrawing,
): Promise<void> {
  const approval = await lockValidity(tx, id);
  if (approval === undefined) throw approvalProblem('approval-missing', { id, pointer: '#/params/id' });
  refuseWithdrawal(approval, withdrawnOn);
  const recordedAt = deps.clock();
  await insertWithdrawal(tx, id, { withdrawnOn, reason, recordedAt });
  await record(tx, [fact('approval.withdrawn', `approval:${id}`, actor, recordedAt, { withdrawnOn, reason })]);
}
