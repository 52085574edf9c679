/** What is looked up before a user's step is taken: licences, the way of transport, differences, codes. */

import { lockBatches, refuseEarly } from '../../batches/index.ts';
import { dayOf } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import { findSite, type Licence, requireLicence, requireLicences } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { refuseUnknown } from '../draft-service.ts';
import { receivingModes, transportModeOf } from '../rules/carriage.ts';
import type { Manifest, StepRequest } from '../rules/command.ts';
import { findDiscrepancy, refuseImplausible, type Weighing } from '../rules/discrepancy.ts';
import type { DocumentLine } from '../rules/document.ts';
import { stepProblem } from '../rules/problems.ts';
import type { DecisionLine, ManifestStep, ReturnLine, StepInputs } from '../rules/step.ts';
import { findExemption, findThreshold, findWeighingLimit, listCodes } from './law-store.ts';

export type CompleteStep = {
  [Step in ManifestStep]: { readonly step: Step; readonly input: StepInputs[Step] };
}[ManifestStep];

/**
 * A user's step with everything that travels with it.
 * @throws Problem `licence-missing`, `batch-instant-early`, `manifest-code-unknown`, `manifest-completion-missing`,
 *   `manifest-weighing-implausible`
 */
export async function completeStep(tx: Tx, manifest: Manifest, request: StepRequest): Promise<CompleteStep> {
  switch (request.step) {
    case 'submit':
      await refuseBeforeStock(tx, manifest, request.input);
      return {
        step: 'submit',
        input: { ...request.input, ...(await requireQualified(tx, manifest, request.input.at)) },
      };
    case 'register_paper':
      await refuseBeforeStock(tx, manifest, request.input);
      return request;
    case 'backfill': {
      const transferCompletedAt = request.input.transferCompletedAt ?? manifest.document.paper?.transferCompletedAt;
      if (!transferCompletedAt) {
        throw stepProblem('manifest-completion-missing', { pointer: '#/body/transferCompletedAt' });
      }
      await refuseBeforeStock(tx, manifest, request.input);
      // The act is the transfer, not that it is entered.
      const checked = await requireQualified(tx, manifest, transferCompletedAt);
      return { step: 'backfill', input: { ...request.input, ...checked, transferCompletedAt } };
    }
    case 'accept':
    case 'accept_partially':
    case 'reject': {
      const lines = request.input.lines ?? refuseAll(manifest.document.lines);
      return { step: request.step, input: await judge(tx, manifest, { ...request.input, lines }) };
    }
    case 'dispute':
      await refuseUnknownKinds(tx, request.input);
      return request;
    case 'close':
      await refuseImplausibleReturn(tx, manifest, request.input);
      return request;
    default:
      return request;
  }
}

/** What did not exist yet cannot be sent: else licences would be judged on a day of the consignor's choice. */
async function refuseBeforeStock(
  tx: Tx,
  { accounts }: Manifest,
  { at, transferCompletedAt }: { readonly at: string; readonly transferCompletedAt?: string | null },
): Promise<void> {
  const stock = await lockBatches(
    tx,
    accounts.flatMap(({ batchId }) => batchId ?? []),
  );
  for (const batch of stock.values()) {
    refuseEarly(batch, new Date(at), '#/body/at');
    if (transferCompletedAt) refuseEarly(batch, new Date(transferCompletedAt), '#/body/transferCompletedAt');
  }
}

/**
 * Order 23, Art 10(1): carrier and receiver are qualified on the day of submission, or of the transfer where that ran on
 * paper. A load that is not carried as hazardous waste needs no transport licence for it.
 * @throws Problem `licence-missing`, `licence-suspended`
 */
export async function requireQualified(tx: Tx, manifest: Manifest, at: string) {
  const on = dayOf(new Date(at));
  const { wasteCode, lines } = manifest.document;
  const [licence] = await requireReceiverLicences(tx, manifest, { wasteCode, on });
  const transportMode = transportModeOf(wasteCode, lines, await findExemption(tx, on));
  if (transportMode === 'hazardous') await requireLicence(tx, manifest.carrierId, { mode: 'transport', wasteCode, on });
  return { receiverLicence: licence.number, transportMode };
}

/**
 * The licences by which the receiver may take the waste on a day, in all the modes that its site allows.
 * @throws Problem `licence-missing`, `licence-suspended`
 */
export async function requireReceiverLicences(
  tx: Tx,
  { receiverId, receiverSiteId }: Manifest,
  needed: { readonly wasteCode: string; readonly on: string },
  how: { readonly counting?: boolean } = {},
): Promise<readonly [Licence, ...Licence[]]> {
  const site = receiverSiteId === null ? undefined : await findSite(tx, receiverSiteId);
  const found: Licence[] = [];
  let refusal: unknown;
  for (const mode of receivingModes(site?.kind ?? null)) {
    try {
      found.push(...(await requireLicences(tx, receiverId, { mode, ...needed }, how)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refusal ??= error;
    }
  }
  const [first, ...others] = found;
  if (!first) throw refusal;
  return [first, ...others];
}

type Undecided = Omit<StepInputs['accept'], 'significantDifference'>;

/** Order 23, Art 12 and 18: treatment methods by the list, differences by the threshold of the day. */
async function judge(tx: Tx, { document }: Manifest, input: Undecided): Promise<StepInputs['accept']> {
  const on = dayOf(new Date(input.at));
  const known = await listCodes(tx, 'codes.treatment-methods', on);
  for (const [at, { treatmentMethod }] of input.lines.entries()) {
    if (treatmentMethod === null) continue;
    const pointer = `#/body/lines/${at}/treatmentMethod`;
    refuseUnknown(treatmentMethod, { list: 'codes.treatment-methods', known, pointer });
  }
  await refuseUnknownKinds(tx, input);
  refuseImplausible(weighingsOf(document.lines, input.lines), await findWeighingLimit(tx, on));
  const threshold = await findThreshold(tx, on);
  const declared = input.differenceKinds;
  return { ...input, ...findDiscrepancy(document.lines, input.lines, { declared, threshold }) };
}

/** Lines that the manifest does not have are refused with the step itself. */
function weighingsOf(lines: readonly DocumentLine[], decided: readonly DecisionLine[]): Weighing[] {
  const sent = new Map(lines.map(({ line, massGrams }) => [line, massGrams]));
  return decided.map(({ line, acceptedGrams, refusedGrams }) => {
    const givenGrams = acceptedGrams + refusedGrams;
    return { line, expectedGrams: sent.get(line) ?? givenGrams, givenGrams };
  });
}

async function refuseImplausibleReturn(
  tx: Tx,
  { document }: Manifest,
  { at, lines }: { readonly at: string; readonly lines: readonly ReturnLine[] },
): Promise<void> {
  const refused = new Map(document.lines.map(({ line, refusedGrams }) => [line, refusedGrams ?? 0]));
  const weighings = lines.map(({ line, returnedGrams: givenGrams }) => {
    return { line, expectedGrams: refused.get(line) ?? givenGrams, givenGrams };
  });
  refuseImplausible(weighings, await findWeighingLimit(tx, dayOf(new Date(at))));
}

async function refuseUnknownKinds(tx: Tx, input: { at: string; differenceKinds: readonly string[] }): Promise<void> {
  const list = 'codes.discrepancy-kinds';
  const known = await listCodes(tx, list, dayOf(new Date(input.at)));
  for (const [at, kind] of input.differenceKinds.entries()) {
    refuseUnknown(kind, { list, known, pointer: `#/body/differenceKinds/${at}` });
  }
}

/** A load turned away unweighed is refused as it was sent. */
function refuseAll(lines: readonly DocumentLine[]): DecisionLine[] {
  return lines.map(({ line, massGrams, pieces }) => ({
    line,
    acceptedGrams: 0,
    acceptedPieces: 0,
    refusedGrams: massGrams,
    refusedPieces: pieces,
    treatmentMethod: null,
  }));
}
