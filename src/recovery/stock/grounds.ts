/** Facts about stock that findings are judged by: counts with the books of their instants, and open runs. */
import type { Elsewhere, Observation } from '../elsewhere/elsewhere.ts';
import type { ContentBounds, ContentTolerance } from './counted-content.ts';
import type { ItemBook, StockTolerance } from './difference.ts';
import type { End } from './open-run.ts';

/** Grounds of the findings about stock, besides records and law. */
export type StockGrounds = {
  readonly missingCounts: readonly string[];
  readonly productGrams: number;
  /** Open runs at both ends, those of a site with its name. */
  readonly runs: readonly {
    readonly runId: string;
    readonly siteId: string;
    readonly heldGrams: number;
    /** Movements of unknown content. */
    readonly unknown: number;
    readonly end: End;
    readonly countedOn: string;
    readonly siteName: string | null;
  }[];
  /** Counts with the books of their instants. */
  readonly counts: readonly {
    readonly end: End;
    readonly siteId: string;
    readonly siteName: string;
    readonly countId: string;
    readonly countedOn: string;
    readonly gateGrams: number;
    /** Greatest mass that the site may store; null without a limit. */
    readonly storageLimitGrams: number | null;
    readonly lines: readonly { readonly item: string; readonly massGrams: number; readonly leadPpm: number }[];
    readonly books: readonly ItemBook[];
    readonly bounds: readonly (ContentBounds & { readonly item: string })[];
    readonly tolerance: StockTolerance;
    /** Observation of the stock; null without one, and absent in evidence of before. */
    readonly observation?: Observation | null;
    readonly counted: ContentTolerance;
  }[];
  /** Batteries on own sites that do not recycle; absent in evidence of before. */
  readonly elsewhere?: readonly Elsewhere[];
};
