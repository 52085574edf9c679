/** Treatment methods that a licence allows at a kind of site (Order 23, Art 12; State Council Order 408). */
import { type CodeNames, codesWithNames } from '../../core/messages/code-names.ts';
import { wasteProblem } from '../wastes/problems.ts';
import type { ReceivingMode } from './receiving-site.ts';

/** Methods by kind of site and mode of licence (law `licences.treatment-methods`). A pair without an entry has no limit. */
export type MethodLaw = {
  /** Consequence of another method. */
  readonly effect: 'warned' | 'refused';
  readonly sites: readonly {
    readonly kind: string;
    readonly mode: ReceivingMode;
    readonly methods: readonly string[];
  }[];
};

/** The licence of an acceptance, and the kind of the receiving site; null when it is unknown (another province). */
export type Receiving = { readonly mode: string; readonly siteKind: string | null };

/** A line whose method the licence does not allow. */
export type Unlicensed = { readonly line: number; readonly method: string; readonly fitting: readonly string[] };

type Treated = { readonly line: number; readonly treatmentMethod: string | null };

/** Returns the lines whose method does not fit the licence and the site. At an unknown kind of site all methods of the mode fit. */
export function unlicensedMethods(
  lines: readonly Treated[],
  { mode, siteKind }: Receiving,
  { sites }: Pick<MethodLaw, 'sites'>,
): Unlicensed[] {
  const entries = sites.filter((one) => one.mode === mode && (siteKind === null || one.kind === siteKind));
  if (entries.length === 0) return [];
  const fitting = [...new Set(entries.flatMap(({ methods }) => methods))];
  return lines.flatMap(({ line, treatmentMethod: method }) =>
    method === null || fitting.includes(method) ? [] : [{ line, method, fitting }],
  );
}

/**
 * Refuses the first method that the licence does not allow.
 * @throws Problem `manifest-method-unlicensed`
 */
export function refuseUnlicensedMethod(
  [first]: readonly Unlicensed[],
  { mode }: Pick<Receiving, 'mode'>,
  { lines, known }: { readonly lines: readonly Treated[]; readonly known: CodeNames },
): void {
  if (first === undefined) return;
  const at = lines.findIndex(({ line }) => line === first.line);
  const facts = { ...first, mode, pointer: `#/body/lines/${at}/treatmentMethod` };
  throw wasteProblem('manifest-method-unlicensed', facts).naming({ code: codesWithNames(known) });
}
