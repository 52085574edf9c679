/** The transport mode of a load: hazardous, or exempt as unbroken batteries. */
import type { DocumentLine, TransportMode } from '../rules/document.ts';

/**
 * Item 18 of the exemption list in the national list of hazardous waste (2021): unbroken waste lead-acid batteries are
 * not carried as hazardous waste when the vehicle keeps out rain and keeps in leakage and scatter. Class II stays
 * hazardous in transport (pilot rules of 2019).
 */
export type UnbrokenExemption = {
  readonly wasteCodes: readonly string[];
  readonly conditions: readonly string[];
  readonly riskClasses: readonly string[];
};

/** Returns `exempt_unbroken` only when an exemption is in force and covers every line. */
export function transportModeOf(
  wasteCode: string,
  lines: readonly Pick<DocumentLine, 'condition' | 'riskClass'>[],
  exemption: UnbrokenExemption | undefined,
): TransportMode {
  const exempt =
    exemption?.wasteCodes.includes(wasteCode) === true &&
    lines.every(
      ({ condition, riskClass }) =>
        condition !== null &&
        riskClass !== null &&
        exemption.conditions.includes(condition) &&
        exemption.riskClasses.includes(riskClass),
    );
  return exempt ? 'exempt_unbroken' : 'hazardous';
}
