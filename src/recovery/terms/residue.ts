/** Losses that the enterprise alone states: hazardous residues that left without a manifest, and much lead in emissions. */
import { WASTE_CODE } from '../../core/identifiers/waste-code.ts';
import { basisPoints, compare, fraction, percentOf } from '../fraction.ts';
import { toWholeGrams } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import { balanceOf, type Finding, type Terms } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import { massOf } from './mass.ts';

/** Law `recovery.residues-without-manifest`: the severity by the way in which they left. */
export type ResidueRules = Readonly<Record<'use' | 'disposal', 'note' | 'flag' | 'block'>>;

/**
 * Finds residues of a hazardous waste code that left by a record of the enterprise alone. Hazardous waste moves on a manifest only,
 * on which the receiver says what came. Residues that left on one have the kind of a load.
 */
export function residueFindings(records: readonly LeadRecord[], rules: ResidueRules): Finding[] {
  const left = records.filter(({ material, subject }) => subject.startsWith(DISPOSITION) && WASTE_CODE.test(material));
  return (['use', 'disposal'] as const).flatMap((way) => {
    const massGrams = Number(massOf(left.filter(({ kind }) => kind === MOVEMENTS[way])));
    return massGrams > 0 ? [recoveryFinding('RESIDUES_WITHOUT_MANIFEST', { massGrams }, rules[way])] : [];
  });
}

const DISPOSITION = 'disposition:';
const MOVEMENTS = { use: 'sale', disposal: 'disposal' } as const;

/** Law `recovery.emission-review`. */
export type EmissionRules = {
  /** Greatest lead in emissions to air and water, as a share of the lead fed. */
  readonly shareBasisPoints: number;
};

/**
 * Finds more lead in emissions than a works emits. A measured interval is the statement of the enterprise, so a large one could
 * explain any lead that is missing.
 */
export function emissionFindings(terms: Terms, { shareBasisPoints }: EmissionRules): Finding[] {
  const { batteryLead, available } = balanceOf(terms);
  const emitted = terms.loss_air + terms.loss_water;
  // A period in which nothing was fed may process what open runs held before.
  const share = fraction(emitted, batteryLead + terms.other_feed || available);
  const limit = basisPoints(shareBasisPoints);
  if (emitted <= 0n || !share || compare(share, limit) <= 0) return [];
  const facts = { leadGrams: Number(toWholeGrams(emitted)) };
  return [
    recoveryFinding('EMISSIONS_HIGH', { ...facts, sharePercent: percentOf(share), limitPercent: percentOf(limit) }),
  ];
}
