/** Limits of mass and time for hazardous waste stored on a site (HJ 519-2020; Law on solid waste of 2020, Art 81). */
import { addDays, addYears, daysBetween } from '../../core/calendar.ts';
import type { Notice } from '../../core/messages/notice.ts';
import { storageNotice } from './notices.ts';

/** Kinds of batch that count as stored waste. Products and the content of processing runs are not waste. */
export const STORED_KINDS = ['battery', 'residue'] as const;

/** Limits of the law for a kind of site: grams, days and calendar years; null where there is no limit. */
export type StorageLaw = {
  readonly massGrams: number | null;
  readonly days: number | null;
  readonly years: number | null;
};

export const NO_STORAGE_LAW: StorageLaw = { massGrams: null, days: null, years: null };

/** Stock of a site with the limits of the site itself; null where it has none. */
export type Stored = {
  readonly stockGrams: number;
  /** Day of origin of the oldest batch in stock. */
  readonly oldestOn: string;
  readonly storageLimitGrams: number | null;
  readonly storageLimitDays: number | null;
};

export type StorageJudgement = {
  /** Stricter of the site's own limit and that of the law, in grams; null without a limit. */
  readonly limitGrams: number | null;
  /** Last day on which the oldest batch may be stored; null without a limit. */
  readonly dueOn: string | null;
  /** Shares of the limits in basis points, rounded down, from 0 to 1 000 000; null without a limit. */
  readonly massShareBasisPoints: number | null;
  readonly ageShareBasisPoints: number | null;
  /** Greater of the two shares; 0 without a limit. */
  readonly shareBasisPoints: number;
  /** More mass is stored than the limit, or for longer. */
  readonly exceeded: boolean;
};

const FULL = 10_000;

/** Judges the stock of a site on a day (`YYYY-MM-DD`). */
export function judgeStorage(stored: Stored, law: StorageLaw, on: string): StorageJudgement {
  const { stockGrams, oldestOn } = stored;
  const limitGrams = limitGramsOf(stored, law);
  const dueOn = dueOnOf(stored, law);
  const massShareBasisPoints = limitGrams === null ? null : shareOf(stockGrams, limitGrams);
  const ageShareBasisPoints = dueOn === null ? null : shareOf(daysBetween(oldestOn, on), daysBetween(oldestOn, dueOn));
  return {
    ...{ limitGrams, dueOn, massShareBasisPoints, ageShareBasisPoints },
    shareBasisPoints: Math.max(massShareBasisPoints ?? 0, ageShareBasisPoints ?? 0),
    exceeded: (limitGrams !== null && stockGrams > limitGrams) || (dueOn !== null && on > dueOn),
  };
}

/** Returns the stricter of the site's own limit and that of the law, in grams; null without a limit. */
export function limitGramsOf(
  { storageLimitGrams }: Pick<Stored, 'storageLimitGrams'>,
  law: Pick<StorageLaw, 'massGrams'>,
): number | null {
  const limits = [storageLimitGrams, law.massGrams].filter((limit) => limit !== null);
  return limits.length === 0 ? null : Math.min(...limits);
}

function dueOnOf({ oldestOn, storageLimitDays }: Stored, { days, years }: StorageLaw): string | null {
  const ends = [
    ...[storageLimitDays, days].flatMap((limit) => (limit === null ? [] : [addDays(oldestOn, limit)])),
    ...(years === null ? [] : [addYears(oldestOn, years)]),
  ];
  return ends.toSorted()[0] ?? null;
}

/** Returns basis points, rounded down, up to a hundred times the limit, the maximum that the API shows. */
function shareOf(amount: number, limit: number): number {
  return Math.min(Math.max(0, Math.floor((amount * FULL) / limit)), 100 * FULL);
}

/** Returns the greatest alert share that is reached, in basis points, or undefined. */
export function shareReached(shareBasisPoints: number, alertShares: readonly number[]): number | undefined {
  const reached = alertShares.filter((one) => shareBasisPoints >= one);
  return reached.length === 0 ? undefined : Math.max(...reached);
}

/** The limit of mass that the law has for a kind of site, and the shares of it from which to warn, in basis points. */
export type StorageLimits = { readonly massGrams: number | null; readonly alertShares: readonly number[] };

/** Stock and limit of a site with a limit of mass, in grams. */
export type SiteStock = {
  readonly stockGrams: number;
  readonly limitGrams: number;
  /** Shares of the limit from which to warn, in basis points. */
  readonly alertShares: readonly number[];
};

/** Notice that a record brings the stock of a site near its limit or over it. Masses in grams. */
export type StorageWarning = Omit<Notice<'storage-limit-reached'>, 'facts'> & {
  readonly facts: {
    readonly siteId: string;
    readonly shareBasisPoints: number;
    readonly stockGrams: number;
    readonly limitGrams: number;
  };
};

/**
 * Judges the stock of a site against its limit: a `note` from the first alert share on, a `flag` above the limit.
 * @param alertShares shares of the limit from which to warn, in basis points
 */
export function warnOfStorage(
  { siteId, stockGrams, limitGrams }: Omit<StorageWarning['facts'], 'shareBasisPoints'>,
  alertShares: readonly number[],
): StorageWarning | undefined {
  const shareBasisPoints = shareReached(shareOf(stockGrams, limitGrams), alertShares);
  if (shareBasisPoints === undefined) return undefined;
  const facts = { siteId, shareBasisPoints, stockGrams, limitGrams };
  return { ...storageNotice('storage-limit-reached', facts, stockGrams > limitGrams ? 'flag' : 'note'), facts };
}
