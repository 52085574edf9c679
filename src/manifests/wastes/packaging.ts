/** Packaging of batteries by their risk class: open and broken ones hold acid that is not enclosed (HJ 519-2020). */
import { type CodeNames, codesWithNames } from '../../core/messages/code-names.ts';
import { wasteProblem } from './problems.ts';

/** Packaging in which batteries of a class travel (law `manifests.class-packaging`). */
export type ClassPackaging = { readonly riskClass: string; readonly packaging: readonly string[] };

/**
 * Refuses packaging that does not fit the class of the batteries. A class without an entry has no limit.
 * @throws Problem `manifest-packaging-unfit`
 */
export function refuseUnfitPackaging(
  { riskClass, packaging }: { readonly riskClass: string | null; readonly packaging: string },
  {
    classes,
    known,
    pointer,
  }: { readonly classes: readonly ClassPackaging[]; readonly known: CodeNames; readonly pointer: string },
): void {
  const fitting = classes.find((one) => one.riskClass === riskClass)?.packaging;
  if (!fitting || fitting.includes(packaging)) return;
  throw wasteProblem('manifest-packaging-unfit', { riskClass, packaging, fitting, pointer }).naming({
    code: codesWithNames(known),
  });
}
