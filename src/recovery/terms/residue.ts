/** Hazardous residues that left without a manifest. */
import { WASTE_CODE } from '../../core/identifiers/waste-code.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
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
