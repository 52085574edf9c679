/**
 * Waste of a line. Batteries, and other waste that a manifest brought, are named by their waste code. Residues of runs have
 * one by the list of materials, own intermediates by the law of manifests.
 */
import type { Batch } from '../../batches/rules.ts';
import { WASTE_CODE } from '../../core/identifiers/waste-code.ts';
import { type CodeNames, codesWithNames } from '../../core/messages/code-names.ts';
import { wasteProblem } from './problems.ts';

/** An own intermediate that leaves as waste, with its code and condition (law `manifests.waste-forms`). */
export type WasteForm = { readonly material: string; readonly wasteCode: string; readonly condition: string | null };

/** Kinds of account that are never waste. */
const NO_WASTE: readonly string[] = ['product', 'by_product', 'process', 'transit'];

/**
 * Returns the waste code of a batch and the condition in which it travels.
 * @throws Problem `manifest-batch-not-waste`
 */
export function wasteOf(
  { id, kind, material, condition }: Pick<Batch, 'id' | 'kind' | 'material' | 'condition'>,
  forms: readonly WasteForm[],
  pointer: string,
): Pick<WasteForm, 'wasteCode' | 'condition'> {
  if (!NO_WASTE.includes(kind)) {
    if (WASTE_CODE.test(material)) return { wasteCode: material, condition };
    const form = forms.find((one) => one.material === material);
    if (form) return form;
  }
  throw wasteProblem('manifest-batch-not-waste', { id, material, pointer });
}

/** Returns true for a line of batteries. Lines of other waste have no kind of battery, and nothing to count. */
export const isOfBatteries = ({ batteryKind }: { readonly batteryKind: string | null }): boolean =>
  batteryKind !== null;

/** Treatment methods for a waste code (law `manifests.treatment-methods`). */
export type Treatments = { readonly wasteCode: string; readonly methods: readonly string[] };

/**
 * Refuses a treatment method that does not treat the waste (Order 23, Art 12). A waste code without a row has no limit.
 * @throws Problem `manifest-method-unfit`
 */
export function refuseUnfitMethod(
  { line, method, wasteCode }: { readonly line: number; readonly method: string; readonly wasteCode: string },
  {
    treatments,
    known,
    pointer,
  }: { readonly treatments: readonly Treatments[]; readonly known: CodeNames; readonly pointer: string },
): void {
  const fitting = treatments.find((one) => one.wasteCode === wasteCode)?.methods;
  if (!fitting || fitting.includes(method)) return;
  throw wasteProblem('manifest-method-unfit', { line, method, wasteCode, fitting, pointer }).naming({
    code: codesWithNames(known),
  });
}
