/**
 * Lead that weak evidence could move in favour of the enterprise. Slag is a small part of the mass, but a content of slag that is
 * stated ten times too high moves a rate by points. So weak contents are weighed by what they can move, not by their mass.
 */
import type { LeadPicograms } from '../lead.ts';
import { type LeadRecord, leadOf } from '../lead-records.ts';
import type { RecordTerm } from '../lead-recovery.ts';

type Range = { readonly minPpm: number; readonly maxPpm: number };

/**
 * Direction in which a content flatters: `more` when a term with more lead raises a rate, `less` when it lowers one. A loss
 * flatters both ways: less of it raises the rate by observed losses, and more of it explains what is missing.
 */
const FLATTERING: Readonly<Record<RecordTerm, 'more' | 'less' | 'both' | null>> = {
  ...{ products: 'more', closing_stock: 'more', closing_work: 'more', forwarded: 'more' },
  ...{ received: 'less', without_manifest: 'less', disposal_fed: 'less', opening_stock: 'less', other_feed: 'less' },
  ...{ uncounted_stock: 'less', found_stock: 'less', opening_work: 'less', found_work: 'less' },
  ...{ loss_slag: 'both', loss_sludge: 'both', loss_separators: 'both', loss_dust: 'both', loss_other: 'both' },
  ...{ loss_air: null, loss_water: null, loss_stock: null, loss_weighing: null, under_way: null },
  by_products: null,
  ...{ outside_balance: null, for_disposal: null, not_counted: null, not_received: null },
};

const PURE = 1_000_000;

/**
 * Adds up what contents could differ from those that are stated, within the plausible range of their material, where that would
 * lower a rate. Records of one assay have one content, so batteries that came and are in stock cancel out. Records of open runs
 * do not: what was made is in stock as well, and its content decides how much of the run is unexplained. All lead of by-products
 * is movable, because only a receiver that the enterprise has chosen confirms that they were used. Feed without an assay counts as
 * feed without lead, and could hold what its kind can hold.
 */
export function movableLead(weak: readonly LeadRecord[], rangeOf: (material: string) => Range): LeadPicograms {
  const sources = new Map<string, Movable>();
  let used = 0n;
  for (const record of weak) {
    if (record.term === 'by_products') {
      used += leadOf(record);
      continue;
    }
    const key = sourceOf(record);
    const source = sources.get(key);
    if (source) add(source, record, rangeOf);
    else sources.set(key, movableOf(record, rangeOf));
  }
  return [...sources.values()].reduce((sum, source) => sum + movedBy(source), used);
}

/** Returns true for what an open run holds: its outputs are in the books as well. */
export const inRun = ({ kind, term }: LeadRecord): boolean =>
  (kind === 'feed' || kind === 'output') && (term === 'opening_work' || term === 'closing_work');

const sourceOf = (record: LeadRecord): string =>
  record.assayId === null
    ? `${record.subject}/${record.material}/${record.term}`
    : `${record.assayId}/${record.ppm}/${inRun(record)}`;

/** The masses of one content, by what they flatter, and the range in which the content could be. */
type Movable = {
  readonly ppm: number;
  readonly moisturePpm: number;
  minPpm: number;
  maxPpm: number;
  flattering: bigint;
  lost: bigint;
};

function movableOf(record: LeadRecord, rangeOf: (material: string) => Range): Movable {
  const { ppm, moisturePpm } = record;
  const source = { ppm: ppm ?? 0, moisturePpm, minPpm: PURE, maxPpm: 0, flattering: 0n, lost: 0n };
  add(source, record, rangeOf);
  return source;
}

function add(source: Movable, record: LeadRecord, rangeOf: (material: string) => Range) {
  const { minPpm, maxPpm } = rangeOf(record.material);
  source.minPpm = Math.min(source.minPpm, minPpm);
  source.maxPpm = Math.max(source.maxPpm, maxPpm);
  const { flattering, lost } = masses(record);
  source.flattering += flattering;
  source.lost += lost;
}

/** Returns the mass of a record of which more lead flatters, negative where less does, and the mass that was lost. */
export function masses({ term, sign, massGrams }: LeadRecord): {
  readonly flattering: bigint;
  readonly lost: bigint;
} {
  const way = FLATTERING[term];
  const mass = BigInt(sign * massGrams);
  if (way === 'both') return { flattering: 0n, lost: mass };
  return { flattering: way === null ? 0n : way === 'more' ? mass : -mass, lost: 0n };
}

function movedBy({ ppm, moisturePpm, minPpm, maxPpm, flattering, lost }: Movable): LeadPicograms {
  const wet = BigInt(ppm) * BigInt(PURE - moisturePpm);
  const [down, up] = [positive(wet - BigInt(minPpm * PURE)), positive(BigInt(maxPpm * PURE) - wet)];
  const ofRates = flattering > 0n ? flattering * down : -flattering * up;
  return ofRates + positive(lost) * (down > up ? down : up);
}

const positive = (value: bigint): bigint => (value > 0n ? value : 0n);
