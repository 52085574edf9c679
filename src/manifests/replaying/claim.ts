/**
 * Limits on what another authority may say: organisations and sites of its own province, numbers of its own divisions,
 * and instants that its clock can know.
 */
import { refuseFuture } from '../../batches/rules.ts';
import { dayOf } from '../../core/calendar.ts';
import { canonicalJson } from '../../core/canonical.ts';
import { parseManifestNumber } from '../../core/identifiers/manifest-number.ts';
import { checkUscc } from '../../core/identifiers/uscc.ts';
import { notActive, type PartyStatus, stateAt } from '../../parties/rules.ts';
import { manifestProblem } from '../problems.ts';
import type { ApplyStep } from '../rules/command.ts';
import { draftDocument, type ManifestDocument } from '../rules/document.ts';
import { ownerOf, PARTY_ROLES, type PartyRole, take } from '../rules/manifest.ts';
import type { Warning } from '../rules/warning.ts';

/**
 * Refuses an instant further ahead than the law allows for acts in this province. The message may be repeated later.
 * @throws Problem `instant-in-future`
 */
export function refuseFutureClaim({ input, law }: Pick<ApplyStep, 'input' | 'law'>, now: Date): void {
  const skewSeconds = law.skewSeconds(dayOf(now));
  for (const field of ['at', 'transferCompletedAt'] as const) {
    const claimed: unknown = field in input ? Reflect.get(input, field) : null;
    if (typeof claimed === 'string') refuseFuture(new Date(claimed), now, skewSeconds, `#/payload/input/${field}`);
  }
}

/**
 * Refuses a number outside the divisions of the province of origin (Order 23, Art 15).
 * @throws Problem `manifest-number-foreign`
 */
export function refuseForeignNumber(
  message: Pick<ApplyStep, 'step' | 'input'>,
  { originProvince }: Pick<ManifestDocument, 'originProvince'>,
): void {
  if (message.step !== 'number' || !('number' in message.input)) return;
  const { number } = message.input;
  if (parseManifestNumber(number)?.province === originProvince) return;
  throw manifestProblem('manifest-number-foreign', { number, originProvince, pointer: '#/payload/input/number' });
}

/**
 * Refuses a first message unless it is a new manifest to this province, between organisations with credit codes. The
 * consignor belongs to the province of origin, the receiver to this one.
 * @throws Problem `manifest-not-for-us`, `manifest-place-elsewhere`, `manifest-party-without-code`,
 *   `manifest-document-contradicts`, and every problem of the step
 */
export function refuseForeignBeginning(message: ApplyStep, province: string): void {
  const { document } = message;
  const { originProvince, destinationProvince } = document;
  if (destinationProvince !== province || originProvince === province) {
    throw manifestProblem('manifest-not-for-us', { originProvince, destinationProvince, province });
  }
  refuseOtherPlaces(document);
  for (const { uscc, name } of [document.consignor, document.carrier, document.receiver]) {
    if (checkUscc(uscc).some(({ severity }) => severity === 'error')) {
      throw manifestProblem('manifest-party-without-code', { name });
    }
  }
  refuseInventedBeginning(message);
}

function refuseOtherPlaces(document: ManifestDocument): void {
  const { originProvince, destinationProvince } = document;
  const places = [
    { field: 'consignor.provinceCode', given: document.consignor.provinceCode, expected: originProvince },
    { field: 'consignorSite.divisionCode', given: document.consignorSite.divisionCode, expected: originProvince },
    { field: 'receiver.provinceCode', given: document.receiver.provinceCode, expected: destinationProvince },
    { field: 'receiverSite.divisionCode', given: document.receiverSite.divisionCode, expected: destinationProvince },
  ];
  for (const { field, given, expected } of places) {
    if (given.slice(0, 2) === expected) continue;
    const pointer = `#/payload/document/${field.replace('.', '/')}`;
    throw manifestProblem('manifest-place-elsewhere', { field, given, expected, pointer });
  }
}

/** Refuses a first version that its step does not lead to from a draft: members of later steps must be empty. */
function refuseInventedBeginning({ step, input, document }: ApplyStep): void {
  const draft = draftDocument(document);
  const before: ManifestDocument =
    step === 'backfill' ? { ...draft, state: 'offline_paper', paper: document.paper } : draft;
  const right: Readonly<Record<string, unknown>> = take(step, before, input, ownerOf(step));
  const wrong = Object.entries(document).find(([field, value]) => canonicalJson(value) !== canonicalJson(right[field]));
  if (wrong) throw manifestProblem('manifest-document-contradicts', { field: wrong[0] });
}

type Named = { readonly name: string; readonly provinceCode: string };

/**
 * Refuses organisations of this province that had no admission at the instant of the step.
 * @throws Problem `party-not-active`
 */
export function refuseNotAdmitted({ step, input }: ApplyStep, statuses: readonly PartyStatus[]): void {
  const at = new Date(step === 'backfill' ? input.transferCompletedAt : input.at);
  for (const status of statuses) {
    const state = stateAt(status, at);
    if (!ADMITTED.includes(state)) throw notActive({ ...status, state }, { at });
  }
}

/**
 * States in which an organisation may be named by another province. The other province cannot know of a suspension, and
 * its load is on the road: the steps of the receiver here are judged by their own rules.
 */
const ADMITTED: readonly string[] = ['active', 'suspended'];

/** Warns of organisations of this province that the document names differently than the register. */
export function nameWarnings(
  { step, input, document }: ApplyStep,
  parties: Readonly<Record<PartyRole, Named>>,
  province: string,
): Warning[] {
  return PARTY_ROLES.flatMap((role): Warning[] => {
    const { name: registered, provinceCode } = parties[role];
    const { name: given, uscc } = document[role];
    if (provinceCode !== province || plain(given) === plain(registered)) return [];
    return [{ code: 'party-name-differs', step, at: input.at, facts: { role, uscc, given, registered } }];
  });
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');
