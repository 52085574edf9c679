/**
 * Classes as evidence. A sample of a supplier or a material says nothing of a load that no laboratory saw: of one poor load it
 * would serve many rich ones. So a class counts for the mass that laboratories saw when they took its samples, and with the mean of
 * what they found in it. What is beyond, or was given another content, could move lead in favour of the enterprise.
 */
import { dayOf } from '../../core/calendar.ts';
import { compare, type Fraction, fraction, percentOf } from '../fraction.ts';
import { type LeadPicograms, toWholeGrams } from '../lead.ts';
import type { LeadRecord } from '../lead-records.ts';
import type { Finding } from '../lead-recovery.ts';
import { recoveryFinding } from '../problems.ts';
import type { SampledClass } from './content.ts';
import type { AssayEvidence, ClassRules, EvidenceLaw, JudgedAssays } from './evidence.ts';
import { inRun, masses, movableLead } from './movable.ts';

/** Use of the contents of classes, and the part of it that laboratories did not see. */
export type Coverage = {
  readonly classes: number;
  readonly massGrams: bigint;
  readonly unseenGrams: bigint;
  /** Lead that it could move in favour of the enterprise. */
  readonly lead: LeadPicograms;
};

const NONE: Coverage = { classes: 0, massGrams: 0n, unseenGrams: 0n, lead: 0n };
const WHOLE = 10_000n;

/** Adds up what the contents of classes are applied to. Assays that are weak for another reason count there. */
export function coverageOf(
  records: readonly LeadRecord[],
  classes: readonly SampledClass[],
  known: JudgedAssays,
  law: Pick<EvidenceLaw, 'classes' | 'rangeOf'>,
): Coverage {
  if (law.classes.seenShareBasisPoints === 0) return NONE;
  const strong = (assayId: string) => known.get(assayId)?.weak.length === 0;
  const used = Map.groupBy(
    records.filter(({ term, assayId }) => term !== 'not_counted' && assayId !== null && strong(assayId)),
    ({ assayId }) => assayId,
  );
  return classes
    .map((one) => {
      const ids = one.samples.flatMap(({ assayId }) => (strong(assayId) ? assayId : []));
      const samples = ids.flatMap((id) => known.get(id)?.assay ?? []);
      const rangeOf = one.supplierId === null ? ANYTHING : law.rangeOf;
      const seen = seenIn(samples, one.supplierId !== null);
      return coverageOfClass(
        ids.flatMap((id) => used.get(id) ?? []),
        seen,
        { ...law.classes, rangeOf },
      );
    })
    .reduce(sumOf, NONE);
}

/** Range of what came out of a furnace and was not seen: its name is the word of the enterprise as well. */
const ANYTHING = () => ({ minPpm: 0, maxPpm: 1_000_000 });

const sumOf = (a: Coverage, b: Coverage): Coverage => ({
  classes: a.classes + b.classes,
  massGrams: a.massGrams + b.massGrams,
  unseenGrams: a.unseenGrams + b.unseenGrams,
  lead: a.lead + b.lead,
});

/** The mass that laboratories saw, and the mean content of it as a fraction of lead and mass. */
type Seen = { readonly grams: bigint; readonly lead: bigint; readonly weight: bigint };

/**
 * Adds up what laboratories saw, each delivery once. Without papers two deliveries of a supplier look like one, so only the
 * largest counts. Of a material, equal masses of one day count as one.
 */
function seenIn(samples: readonly AssayEvidence[], isSupplied: boolean): Seen {
  const seen = samples.flatMap((one) => (one.seenMassGrams === undefined ? [] : { ...one, mass: one.seenMassGrams }));
  const deliveries = Map.groupBy(seen, ({ seenManifestNumber, sampledAt, mass }) => {
    if (seenManifestNumber) return `paper/${plain(seenManifestNumber)}`;
    return isSupplied ? '' : `${dayOf(sampledAt)}/${mass}`;
  });
  let [grams, lead, weight] = [0n, 0n, 0n];
  for (const alike of deliveries.values()) {
    const mass = alike.reduce((most, one) => Math.max(most, one.mass), 0);
    const each = BigInt(Math.ceil(mass / alike.length));
    grams += BigInt(mass);
    weight += each * BigInt(alike.length);
    for (const one of alike) lead += each * wetOf(one);
  }
  return { grams, lead, weight };
}

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

const wetOf = ({ ppm, moisturePpm }: { readonly ppm: number | null; readonly moisturePpm: number }): bigint =>
  BigInt(ppm ?? 0) * BigInt(1_000_000 - moisturePpm);

/** Weighs one class: what was not seen by what it could be, and the rest by the mean of what was seen. */
function coverageOfClass(
  records: readonly LeadRecord[],
  seen: Seen,
  { seenShareBasisPoints, toleranceBasisPoints, rangeOf }: ClassRules & Pick<EvidenceLaw, 'rangeOf'>,
): Coverage {
  const massGrams = massOf(records);
  if (massGrams === 0n) return NONE;
  const allowed = (seen.grams * (WHOLE + BigInt(toleranceBasisPoints))) / BigInt(seenShareBasisPoints);
  const unseenGrams = massGrams > allowed ? massGrams - allowed : 0n;
  const range = movableLead(records, rangeOf);
  const lead =
    (range * unseenGrams + (seen.weight > 0n ? movedToMean(records, seen) * (massGrams - unseenGrams) : 0n)) /
    massGrams;
  return { classes: lead > 0n ? 1 : 0, massGrams, unseenGrams, lead };
}

/**
 * Returns the mass of a class that records show: what came in, or what went out and is left, whichever is more. Records of open
 * runs show the same mass again.
 */
function massOf(records: readonly LeadRecord[]): bigint {
  const sides = new Map<string, bigint>();
  for (const record of records) {
    const { flattering, lost } = masses(record);
    const isRun = inRun(record);
    if ((flattering === 0n && lost === 0n) || (record.sign < 0 && !isRun)) continue;
    const side = isRun ? `${record.term}/${record.kind}` : flattering < 0n ? 'in' : 'out';
    sides.set(side, (sides.get(side) ?? 0n) + BigInt(record.massGrams));
  }
  return [...sides.values()].reduce((most, one) => (one > most ? one : most), 0n);
}

/** Returns the lead by which records flatter more than they would with the mean content of what was seen. */
function movedToMean(records: readonly LeadRecord[], { lead, weight }: Seen): LeadPicograms {
  const parts = [records.filter(inRun), records.filter((one) => !inRun(one))];
  return parts.reduce((sum, some) => {
    let [flattered, lost] = [0n, 0n];
    for (const record of some) {
      const of = masses(record);
      const beyond = wetOf(record) * weight - lead;
      flattered += of.flattering * beyond;
      lost += of.lost * beyond;
    }
    return sum + ((flattered > 0n ? flattered : 0n) + (lost < 0n ? -lost : lost)) / weight;
  }, 0n);
}

/**
 * Says what classes are used for beyond what laboratories saw: a note within the uncertainty of the headline, else a flag.
 * @param expanded expanded uncertainty of the headline, as a share of one
 */
export function coverageFindings(
  { classes, massGrams, unseenGrams, lead }: Coverage,
  { available, expanded }: { readonly available: LeadPicograms; readonly expanded: Fraction },
): Finding[] {
  const share = fraction(lead, available);
  if (!share || lead <= 0n || available <= 0n) return [];
  const facts = {
    ...{ classes, massGrams: Number(massGrams), unseenGrams: Number(unseenGrams) },
    leadGrams: Number(toWholeGrams(lead)),
    ...{ sharePercent: percentOf(share), limitPercent: percentOf(expanded) },
  };
  return [recoveryFinding('ASSAYS_COVER_MORE', facts, compare(share, expanded) > 0 ? 'flag' : 'note')];
}
