/**
 * Hazardous waste that leaves or comes on the record of one enterprise alone. It is transferred on a manifest (Solid Waste Law
 * 2020, Art 82; Order 23, Art 2), on which the other side states what came. From the day of law on such a record is refused.
 */
import { WASTE_CODE } from '../../core/identifiers/waste-code.ts';
import type { RecyclingRules, SupplyKind } from '../material.ts';
import { inventoryProblem } from './problems.ts';

type Rules = Pick<RecyclingRules, 'wasteByManifest'>;

/**
 * Refuses the disposition of a residue with a waste code.
 * @param day day on which it left
 * @throws Problem `disposition-needs-manifest`
 */
export function refuseLeavingWaste(
  { id, material }: { readonly id: string; readonly material: string },
  day: string,
  { wasteByManifest }: Rules,
): void {
  if (!WASTE_CODE.test(material) || !wasteByManifest(day)) return;
  throw inventoryProblem('disposition-needs-manifest', {
    batchId: id,
    wasteCode: material,
    on: day,
    pointer: '#/params/id',
  });
}

/**
 * Refuses bought feed that is hazardous waste.
 * @param day day on which it came
 * @throws Problem `supply-needs-manifest`
 */
export function refuseSuppliedWaste({ code, wasteCode }: SupplyKind, day: string, { wasteByManifest }: Rules): void {
  if (wasteCode === null || !wasteByManifest(day)) return;
  throw inventoryProblem('supply-needs-manifest', {
    sourceKind: code,
    wasteCode,
    on: day,
    pointer: '#/body/sourceKind',
  });
}
