/** How much hazardous waste may stand on a site, and how long (HJ 519-2020; Law on solid waste of 2020, Art 81). */
import { addDays, addYears, daysBetween } from '../../core/calendar.ts';

/** What is counted: batteries, and residues of recycling. Products and what is being processed are not waste. */
export const STORED_KINDS = ['battery', 'residue'] as const;

/** Limits that the law has for a kind of site. */
export type StorageLaw = {
  readonly massGrams: number | null;
  readonly days: number | null;
  readonly years: number | null;
};

export const NO_STORAGE_LAW: StorageLaw = { massGrams: null, days: null, years: null };

/** What stands on a site, with the limits that the site has of its own. */
export type Stored = {
  readonly stockGrams: number;
  /** Day on which the oldest of it came to be. */
  readonly oldestOn: string;
  readonly storageLimitGrams: number | null;
  readonly storageLimitDays: number | null;
};

export type StorageJudgement = {
  /** The stricter of the site's own limit and that of the law; null where there is none. */
  readonly limitGrams: number | null;
  /** Last day on which the oldest batch may stand there; null where there is no limit. */
  readonly dueOn: string | null;
  /** Shares of the limits in basis points, rounded down; at most a hundred times the limit is told. */
  readonly massShareBasisPoints: number | null;
  readonly ageShareBasisPoints: number | null;
  /** The greater of them; 0 where there is no limit. */
  readonly shareBasisPoints: number;
  /** Whether more stands there than may, or longer. */
  readonly exceeded: boolean;
};

const FULL = 10_000;

/** Judges what stands on a site on a day. */
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

export function limitGramsOf({ storageLimitGrams }: Pick<Stored, 'storageLimitGrams'>, law: StorageLaw): number | null {
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

/** Basis points, rounded down, and no more than a hundred times the limit. */
function shareOf(amount: number, limit: number): number {
  return Math.min(Math.max(0, Math.floor((amount * FULL) / limit)), 100 * FULL);
}

/** The greatest of the told shares that is reached, or nothing. */
export function shareReached(shareBasisPoints: number, told: readonly number[]): number | undefined {
  const reached = told.filter((one) => shareBasisPoints >= one);
  return reached.length === 0 ? undefined : Math.max(...reached);
}

/** What a write is told of that brings the stock of a site near its limit or over it. */
export type StorageWarning = {
  readonly code: 'storage-limit-reached';
  readonly facts: {
    readonly siteId: string;
    readonly shareBasisPoints: number;
    readonly stockGrams: number;
    readonly limitGrams: number;
  };
};

/** The warning that a stock of so much deserves, if any. */
export function warnOfStorage(
  { siteId, stockGrams, limitGrams }: Omit<StorageWarning['facts'], 'shareBasisPoints'>,
  told: readonly number[],
): StorageWarning | undefined {
  const shareBasisPoints = shareReached(shareOf(stockGrams, limitGrams), told);
  if (shareBasisPoints === undefined) return undefined;
  return { code: 'storage-limit-reached', facts: { siteId, shareBasisPoints, stockGrams, limitGrams } };
}
