/** Reasons for disputes and refusals (Order 23, Art 18): what the receiver found stays on the manifest. */
import { type CodeNames, codesWithNames } from '../../core/messages/code-names.ts';
import type { DocumentLine, ManifestDocument } from '../rules/document.ts';
import type { ReturnLine } from '../rules/step.ts';
import { type DiscrepancyThreshold, exceeds } from './discrepancy.ts';
import { differenceProblem } from './problems.ts';

type Stated = { readonly differenceKinds: readonly string[]; readonly remarks: string | null };

/** Returns the kinds that a decision states, with those of the dispute before it: a decision takes back no finding. */
export function keptKinds(
  { disputedAt, differenceKinds }: Pick<ManifestDocument, 'disputedAt' | 'differenceKinds'>,
  stated: readonly string[],
): string[] {
  return [...new Set(disputedAt === null ? stated : [...differenceKinds, ...stated])];
}

/**
 * Refuses a dispute or a refusal that says neither a kind of difference nor anything in words.
 * @throws Problem `manifest-reason-missing`
 */
export function refuseUnexplained({ differenceKinds, remarks }: Stated, kinds: CodeNames): void {
  if (differenceKinds.length > 0 || remarks !== null) return;
  const facts = { known: [...kinds.keys()], pointer: '#/body/differenceKinds' };
  throw differenceProblem('manifest-reason-missing', facts).naming({ code: codesWithNames(kinds) });
}

/**
 * Refuses a return of another mass than was refused, beyond the threshold, of which the consignor does not say what became.
 * @throws Problem `manifest-return-unexplained`
 */
export function refuseUnexplainedReturn(
  decided: readonly DocumentLine[],
  { lines, remarks }: { readonly lines: readonly ReturnLine[]; readonly remarks: string | null },
  threshold: DiscrepancyThreshold,
): void {
  if (remarks !== null) return;
  for (const { line, returnedGrams } of lines) {
    const refusedGrams = decided.find((one) => one.line === line)?.refusedGrams ?? 0;
    if (!exceeds(refusedGrams, returnedGrams, threshold)) continue;
    throw differenceProblem('manifest-return-unexplained', {
      line,
      refusedGrams,
      returnedGrams,
      pointer: '#/body/remarks',
    });
  }
}
