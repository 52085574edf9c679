/** The approval or exemption under which a load leaves the province (Order 23, Art 21 and 27). */
import { type Cover, type Covering, coverOf, type Load } from '../../approvals/rules.ts';
import type { ManifestLaw } from '../law/manifest-law.ts';
import type { Manifest } from '../rules/command.ts';
import { crossesBorder } from '../rules/document.ts';
import type { ManifestStep } from '../rules/step.ts';

/** Steps that begin a transfer, and the hand-over. */
const COVERED: ReadonlySet<ManifestStep> = new Set<ManifestStep>(['submit', 'register_paper', 'backfill', 'hand_over']);

/** Returns true when a step of a load needs an approval or an exemption. */
export const needsCover = (step: ManifestStep, { document }: Pick<Manifest, 'document'>): boolean =>
  COVERED.has(step) && crossesBorder(document);

/** Returns a load as approvals name it. */
export function loadOf({ document, consignorId, receiverId }: Manifest): Load {
  const { originProvince, destinationProvince, wasteCode, receiver, lines } = document;
  const massGrams = lines.reduce((sum, line) => sum + line.massGrams, 0);
  const between = { originProvince, destinationProvince };
  return { consignorId, receiverId, receiverUscc: receiver.uscc, ...between, wasteCode, massGrams };
}

/**
 * Returns the cover of a load on a day; null where it needs none.
 * @throws Problem `transfer-not-approved`, `approval-not-valid`, `approval-quantity-exceeded`
 */
export function coverOn(
  manifest: Manifest,
  on: string,
  covering: Covering | null,
  law: Pick<ManifestLaw, 'approvalNeeded'>,
): Cover | null {
  return covering === null || !law.approvalNeeded(on) ? null : coverOf(loadOf(manifest), on, covering);
}
