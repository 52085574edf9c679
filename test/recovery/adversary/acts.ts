/** Acts of the owner of an enterprise's accounts, with the lies that each may contain. */

/**
 * An analysis: by an independent laboratory with a certificate that it confirms, by the own laboratory, or without a certificate.
 * The `best` is that of several samples of an independent laboratory which suits the enterprise most. A `forged` certificate
 * names the independent laboratory, which has not issued it; for an even error the laboratory states the true content.
 * A `borrowed` one is true of a small load of another content. For an even error its sample was delivered to the laboratory. For an
 * odd one the laboratory took it itself, and states the load that it saw.
 */
export type Finding = {
  readonly by: 'laboratory' | 'own' | 'nobody' | 'best' | 'forged' | 'borrowed';
  /** Error of the stated content in ppm of the mass; a laboratory makes none but that of its measurement. */
  readonly error: number;
};

/** Shares are in thousandths. `lot` chooses among the batches in stock. */
export type Act =
  | {
      readonly act: 'deliver';
      readonly tonnes: number;
      readonly ppm: number;
      readonly assay: Finding;
      readonly accepted: number;
    }
  /**
   * A small load and a large one of the supplier, without analyses of their own. The laboratory takes the sample of the supplier
   * from the small one, and states what it saw.
   */
  | {
      readonly act: 'deliver-class';
      readonly small: number;
      readonly smallPpm: number;
      readonly tonnes: number;
      readonly ppm: number;
    }
  | {
      readonly act: 'collect';
      readonly tonnes: number;
      readonly ppm: number;
      readonly assay: Finding;
      readonly declared: number;
    }
  | {
      readonly act: 'gather';
      readonly tonnes: number;
      readonly ppm: number;
      readonly assay: Finding;
      readonly declared: number;
      readonly accepted: number;
    }
  /** A load that arrives, and is fed before the enterprise decides about it. */
  | { readonly act: 'gate'; readonly tonnes: number; readonly ppm: number }
  /** Batteries, also of the opening stock, that go into the furnace without a record, and stay in books and counts. */
  | { readonly act: 'feed-unrecorded'; readonly lot: number; readonly share: number }
  | { readonly act: 'supply'; readonly tonnes: number; readonly assay: Finding }
  /** Bought feed in stock that goes into the furnace without a record, and stays in books and counts. */
  | { readonly act: 'feed-bought-unrecorded'; readonly share: number }
  | {
      /** Feed that is said to be soda, iron or coke. With the lead of batteries it is batteries. */
      readonly act: 'reagent';
      readonly tonnes: number;
      readonly ppm: number;
      /** Null without an analysis. */
      readonly assay: Finding | null;
    }
  /** A residue that a friend sends as slag. With the lead of batteries it is paste. */
  | { readonly act: 'slag-in'; readonly tonnes: number; readonly ppm: number; readonly assay: Finding }
  | { readonly act: 'split'; readonly lot: number; readonly share: number; readonly assay: Finding }
  | { readonly act: 'merge'; readonly assay: Finding }
  | { readonly act: 'reassay'; readonly lot: number; readonly assay: Finding }
  | {
      readonly act: 'forward';
      readonly lot: number;
      readonly share: number;
      readonly accepted: number;
      readonly ghost: boolean;
    }
  | { readonly act: 'move'; readonly lot: number; readonly accepted: number }
  | Smelt
  | { readonly act: 'refeed'; readonly share: number; readonly assay: Finding }
  | Correction
  /**
   * Batteries of the supplier that come to an own point which does not recycle. A share of them goes to the works and into the furnace
   * without a record. In the books they stay at the point, or wait at its gate. Or they go on to the friend, who accepts them or does not
   * decide, or to the works, which accepts only the rest.
   */
  | {
      readonly act: 'stash';
      readonly tonnes: number;
      readonly ppm: number;
      readonly assay: Finding;
      readonly share: number;
      readonly way: 'stay' | 'wait' | 'friend' | 'undecided' | 'short';
      readonly counted: 'no' | 'yes' | 'observed';
    }
  /** A load that is fed on the day of its hand-over, without a record. The enterprise dates its arrival in the next month. */
  | { readonly act: 'postdate'; readonly tonnes: number; readonly ppm: number; readonly assay: Finding }
  /** A site that the owner registers as one of another kind. */
  | {
      readonly act: 'rekind';
      readonly site: 'smelter' | 'point' | 'second';
      readonly kind: 'recycler' | 'collection_point' | 'transfer_point';
    }
  | { readonly act: 'slag-out'; readonly way: 'use' | 'confirmed' | 'proof' | 'disposal' }
  | Sell
  | { readonly act: 'plastics'; readonly share: number; readonly ppm: number; readonly assay: Finding };

/**
 * A sale of a share of every product, with a part of those that were never made. A `buyer` is independent and confirms what came; a
 * `name` and a `proof` of the own owner confirm nothing, a `kin` company is of the owner. `corrected` says after the confirmation that
 * more was sold.
 */
export type Sell = {
  readonly act: 'sell';
  readonly share: number;
  readonly to?: 'buyer' | 'name' | 'kin' | 'proof' | 'corrected';
  readonly invented?: number;
};

export type Smelt = {
  readonly act: 'smelt';
  readonly share: number;
  /** True lead in products and in slag, as shares of the lead fed. The rest is lost. */
  readonly yielded: number;
  readonly slag: number;
  readonly slagAssay: Finding;
  /** Products that are recorded and were never made, as a share of the lead fed. They stay in books and counts. */
  readonly invented?: number;
  /** False when no bought feed is charged. */
  readonly bought?: boolean;
  /** The mass that is said to be left in the furnace: nothing, all of an open run, or a share that a closed one carries over. */
  readonly end: 'closed' | 'open' | 'carried';
  readonly carried: number;
  /**
   * Steps that have a false date. Every one, or the outputs, on the last day of the month before; or the feed of the last batch on the
   * first day of the next one.
   */
  readonly dated?: 'before' | 'yield-before' | 'feed-next';
  /** True when the laboratory samples the outputs as those of the run, not batch by batch. */
  readonly byRun?: boolean;
};

/** A correction of what a laboratory, a customer or an authority may have seen before. Shares are of what was recorded. */
export type Correction =
  /** Less was fed. With `listed`, the count lists the batteries that the books then have. */
  | { readonly act: 'correct-feed'; readonly kept: number; readonly listed?: boolean }
  /** Above 1000 the batch holds more than it did, in books and count. */
  | { readonly act: 'correct-batch'; readonly lot: number; readonly kept: number }
  | { readonly act: 'correct-output'; readonly of: 'product' | 'slag'; readonly factor: number }
  /** One more product of the last run, as a share of its lead. It was never made. */
  | { readonly act: 'add-output'; readonly share: number }
  | { readonly act: 'correct-supply'; readonly kept: number }
  /** Less slag left for disposal or use. */
  | { readonly act: 'correct-disposal'; readonly kept: number };

/** Corrections after all periods: within the days in which the law expects them, or long after. */
export type Afterwards = {
  readonly long: boolean;
  readonly acts: readonly Correction[];
  /** True when the last count is replaced by one that lists the corrected books. */
  readonly recount: boolean;
};

/** The lie of a count: mass and content of one item, and whether a difference is booked. */
export type CountLie = {
  readonly item: 'batteries' | 'slag' | 'furnace' | 'none';
  readonly factor: number;
  readonly error: number;
  readonly booked: boolean;
};

/**
 * A lie that is made to measure: the owner reads the own rate, and hides what no record explains, all but a rest. Content of
 * stock, or of a load, a mass that was corrected, or an emission without a measurement.
 */
export type Fit = {
  readonly how: 'none' | 'batteries' | 'slag' | 'furnace' | 'assay' | 'slag-assay' | 'feed' | 'batch' | 'emission';
  /** Part of the unexplained lead that is hidden, in thousandths. */
  readonly part: number;
};

export type Month = {
  readonly acts: readonly Act[];
  readonly count: CountLie;
  readonly fits: readonly Fit[];
  /** False when no authority is there at the count. An authority states what is really there. */
  readonly observed?: boolean;
};
/** Months of the last quarter of 2026, or of the first one of 2027. */
export type Year = 2026 | 2027;

export type History = { readonly months: readonly Month[]; readonly year?: Year; readonly afterwards?: Afterwards };
