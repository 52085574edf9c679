/** Use case: naming the laboratory of an assay or an analysis. */
import { laboratoryProblem, requireLaboratory } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';

type Kind = 'external' | 'own' | null;
type Given = {
  readonly laboratory: string;
  readonly laboratoryId?: string | null | undefined;
  readonly laboratoryKind?: Kind | undefined;
  readonly sampledAt: Date;
};
type Named = { readonly laboratory: string; readonly laboratoryId: string | null; readonly laboratoryKind: Kind };

/**
 * Returns the laboratory as it is recorded: a registered one with its name in the register, any other one as it is stated.
 * @param at place of the sample in the request
 * @throws Problem `party-missing`, `laboratory-not-qualified`, `laboratory-not-independent`
 */
export async function laboratoryOf(tx: Tx, partyId: string, given: Given, at: string): Promise<Named> {
  const { laboratory, laboratoryId = null, laboratoryKind = null, sampledAt } = given;
  if (laboratoryId === null) return { laboratory, laboratoryId, laboratoryKind };
  const pointer = `${at}/laboratoryId`;
  const { name } = await requireLaboratory(tx, { laboratoryId, partyId, sampledAt, pointer });
  if (laboratoryKind === 'own') throw laboratoryProblem('laboratory-not-independent', { name, laboratoryId, pointer });
  return { laboratory: name, laboratoryId, laboratoryKind: 'external' };
}
