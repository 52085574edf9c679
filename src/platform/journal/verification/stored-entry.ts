/** An entry as the database stores it, compared with what its hash covers. */
import { hashOfStored, type SealedEntry } from '../entry.ts';
import { type EntryRow, entryOf } from '../reader.ts';

/** A row whose payload is still text, with the fineness of its instants. */
export type StoredRow = Omit<EntryRow, 'payload'> & {
  readonly payload: string;
  /** Both instants are finite and whole milliseconds. */
  readonly is_exact: boolean;
};

/**
 * Returns the entry of a row whose hash covers all that is stored. Otherwise it returns undefined: also for an instant
 * finer than a millisecond, a number finer than a double, and a further member of the actor.
 */
export function coveredEntry(row: StoredRow): SealedEntry | undefined {
  const payload = row.is_exact ? parseExactly(row.payload) : undefined;
  if (payload === undefined) return undefined;
  const entry = entryOf({ ...row, payload: payload.value });
  if (Number.isNaN(entry.occurredAt.getTime()) || Number.isNaN(entry.recordedAt.getTime())) return undefined;
  return hashOfStored(entry) === entry.hash ? entry : undefined;
}

/** Parses stored JSON. Returns undefined when a number changes by it: PostgreSQL keeps more digits than a double. */
function parseExactly(text: string): { readonly value: unknown } | undefined {
  let isExact = true;
  const value: unknown = JSON.parse(text, ((_key, part: unknown, context?: { readonly source?: string }) => {
    if (typeof part === 'number' && context?.source !== plainDecimal(String(part))) isExact = false;
    return part;
  }) as Reviver);
  return isExact ? { value } : undefined;
}

type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/** Writes a number without an exponent, as PostgreSQL does. */
function plainDecimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === '') return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
