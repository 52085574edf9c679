/**
 * The place of every movement of mass at a recycling site in the lead balance: a term with a sign, or the reason for which it
 * needs none. A movement that has neither does not compile, and a test visits every combination.
 */
import { LOSS_TERMS, type RecordTerm, type Term } from '../lead-recovery.ts';

/** Terms of the items of a stock count, as recycling names them. */
export type StockTerm = 'battery_stock' | 'work' | 'outside';

/** Kinds of movements in the books, as batches names them. */
type MovementKind =
  | 'generation'
  | 'split'
  | 'merge'
  | 'dispatch'
  | 'arrival'
  | 'departure'
  | 'return'
  | 'weighing_difference'
  | 'supply'
  | 'feed'
  | 'output'
  | 'process_difference'
  | 'sale'
  | 'disposal'
  | 'stock_adjustment'
  | 'correction';

/** A movement into or out of a batch at a recycling site. */
export type Moved = {
  readonly kind: MovementKind;
  readonly batchKind: string;
  /** True for a movement into the batch. */
  readonly enters: boolean;
  /** Code of `recycling.supply-kinds` when the batch was bought. */
  readonly supplyKind: string | null;
  readonly loss: string | null;
  /** True when the receiver's confirmation of use is recorded. */
  readonly confirmed: boolean;
  /** Term of the counted item of a stock adjustment; null for all others. */
  readonly countedTerm: StockTerm | null;
  /** True when a part of the batch was accepted for disposal. */
  readonly forDisposal: boolean;
};

/**
 * Reasons for which a movement has no term of its own.
 * - `inside`: the lead stays in batteries, work in progress or products of the enterprise
 * - `line`: the decided line of the manifest is the record
 * - `load`: the movement out of stock stands for what becomes of the load
 * - `when_fed`, `when_made`: bought feed counts when it is fed, products when a run yields them
 * - `original`: a correction changes the mass of the movement that it corrects
 * - `unknown_lead`: mass without a lead content, which is unaccounted
 * - `never`: no use case moves mass of this kind of batch in this way
 */
type Reason = 'inside' | 'line' | 'load' | 'when_fed' | 'when_made' | 'original' | 'unknown_lead' | 'never';

export type SignedTerm = { readonly term: RecordTerm; readonly sign: 1 | -1 };
export type Place = SignedTerm | { readonly reason: Reason };

const term = (one: RecordTerm, sign: 1 | -1 = 1): SignedTerm => ({ term: one, sign });
const reason = (one: Reason) => ({ reason: one });

type Rule = (moved: Moved) => Place;
const isBattery = ({ batchKind }: Moved): boolean => batchKind === 'battery';
const isUnused = ({ batchKind }: Moved): boolean => batchKind === 'residue' || batchKind === 'by_product';
/** Applies a rule to batteries only; no use case moves another kind so. */
const ofBatteries =
  (rule: Rule): Rule =>
  (moved) =>
    isBattery(moved) ? rule(moved) : reason('never');
const into =
  (rule: Rule): Rule =>
  (moved) =>
    moved.enters ? rule(moved) : reason('never');
const outOf =
  (rule: Rule): Rule =>
  (moved) =>
    moved.enters ? reason('never') : rule(moved);

const PLACES: Readonly<Record<MovementKind, Rule>> = {
  generation: into(ofBatteries(() => term('without_manifest'))),
  split: () => reason('inside'),
  merge: () => reason('inside'),
  dispatch: outOf((moved) => leftOnManifest(moved, 1)),
  arrival: into(ofBatteries(() => reason('line'))),
  departure: () => reason('load'),
  return: into((moved) => leftOnManifest(moved, -1)),
  weighing_difference: () => reason('load'),
  supply: into(({ batchKind }) => reason(batchKind === 'other_feed' ? 'when_fed' : 'never')),
  feed: outOf(fedPlace),
  output: into(({ batchKind }) => (batchKind === 'product' ? term('products') : reason('inside'))),
  process_difference: () => reason('unknown_lead'),
  sale: outOf((moved) => {
    if (isUnused(moved)) return moved.confirmed ? term('by_products') : term(lossTermOf(moved));
    return reason(moved.batchKind === 'product' ? 'when_made' : 'never');
  }),
  disposal: outOf((moved) => (isUnused(moved) ? term(lossTermOf(moved)) : reason('never'))),
  stock_adjustment: adjustedPlace,
  correction: () => reason('original'),
};

/** Returns the term to which a movement adds, or the reason for which it has none. */
export function placeOf(moved: Moved): Place {
  return PLACES[moved.kind](moved);
}

/** Returns the term to which a movement adds; undefined when it has none. */
export function termOf(moved: Moved): SignedTerm | undefined {
  const place = placeOf(moved);
  return 'term' in place ? place : undefined;
}

const KINDS = Object.keys(PLACES) as MovementKind[];

/**
 * Returns the kinds of movements with those kinds of batches that have no term, whatever else is known of them, such as `sale product`:
 * they need not be read.
 */
export function uncountedMoves(batchKinds: readonly string[]): string[] {
  const others = [true, false].flatMap((enters) =>
    [true, false].flatMap((forDisposal) =>
      [null, 'any'].map((supplyKind) => ({
        enters,
        forDisposal,
        supplyKind,
        loss: null,
        confirmed: false,
        countedTerm: null,
      })),
    ),
  );
  return KINDS.flatMap((kind) =>
    batchKinds
      .filter((batchKind) => others.every((other) => termOf({ kind, batchKind, ...other }) === undefined))
      .map((batchKind) => `${kind} ${batchKind}`),
  );
}

/**
 * Loads that leave on a manifest, and what comes back. Batteries for disposal never were in the balance, and bought feed enters it
 * when it is fed. Own intermediates take lead of batteries with them, as batteries do.
 */
function leftOnManifest(moved: Moved, sign: 1 | -1): Place {
  if (isBattery(moved)) return moved.forDisposal ? term('for_disposal', sign === 1 ? -1 : 1) : term('forwarded', sign);
  if (moved.batchKind === 'other_feed') return moved.supplyKind === null ? term('forwarded', sign) : reason('when_fed');
  return isUnused(moved) ? term(lossTermOf(moved), sign) : reason('never');
}

function fedPlace({ batchKind, supplyKind, forDisposal }: Moved): Place {
  if (batchKind === 'product') return term('products', -1);
  if (batchKind === 'battery' && forDisposal) return term('disposal_fed');
  return supplyKind === null ? reason('inside') : term('other_feed');
}

/**
 * Returns the term of mass that a count found, or misses, in stock. Outside the balance both have one term: the lead has
 * passed the balance already, as a product, or has not entered it yet, as bought feed.
 */
function adjustedPlace({ enters, countedTerm }: Moved): Place {
  if (countedTerm === 'outside') return term('outside_balance', enters ? 1 : -1);
  if (!enters) return term('loss_stock');
  return term(countedTerm === 'battery_stock' ? 'found_stock' : 'found_work');
}

function lossTermOf({ loss }: Moved): Term {
  return LOSS_TERMS.find((one) => one === `loss_${loss}`) ?? 'loss_other';
}
