/** The law that manifests are judged by: every rule on the day that counts, without a query. */
import type { StorageLimits } from '../../batches/rules.ts';
import type { UnbrokenExemption } from '../licensing/carriage.ts';
import type { ScaleLaw } from '../licensing/scale.ts';
import type { DiscrepancyThreshold, WeighingLimit } from '../taking/discrepancy.ts';
import type { DeadlineLaw } from './deadlines.ts';

/** Lists of codes that drafts and steps take values from. */
export type CodeList = 'codes.packaging' | 'codes.treatment-methods' | 'codes.discrepancy-kinds';

/**
 * Each member takes a day (`YYYY-MM-DD`) and returns the rule in force on it.
 * @throws Problem `law-missing`, `law-not-yet-in-force`, `law-unreadable`
 */
export type ManifestLaw = DeadlineLaw & {
  /** Seconds by which an instant may lie ahead of this service's clock. */
  readonly skewSeconds: (on: string) => number;
  /** Hours after which a step counts as entered late. */
  readonly lateHours: (on: string) => number;
  readonly codes: (list: CodeList, on: string) => readonly string[];
  readonly discrepancyThreshold: (on: string) => DiscrepancyThreshold;
  /** The excess over the expected mass that a weighing may show. */
  readonly weighingLimit: (on: string) => WeighingLimit;
  /** The exemption of unbroken batteries in transport, or nothing when none is in force. */
  readonly unbrokenExemption: (on: string) => UnbrokenExemption | undefined;
  /** Shares of the annual scale of a licence that are warned of, and the share at which it ends. */
  readonly annualScale: (on: string) => ScaleLaw;
  readonly storage: (siteKind: string, on: string) => StorageLimits;
};
