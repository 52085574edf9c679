/**
 * Flows: mass that a receiver accepted, by origin, destination and month. They come from the journal only, so the
 * figures can be recomputed.
 */
import { monthOf } from '../core/calendar.ts';
import { provinceOf } from '../core/identifiers/divisions.ts';

/** The part of a journal entry about an acceptance that flows need. */
export type Acceptance = {
  readonly journalIndex: number;
  readonly manifestId: string;
  readonly acceptedAt: Date;
  readonly wasteCode: string;
  /** Division codes of the two sites, of 2, 4 or 6 digits. */
  readonly from: string;
  readonly to: string;
  readonly lines: readonly {
    readonly line: number;
    readonly batteryKind: string | null;
    readonly acceptedGrams: number | null;
    readonly acceptedPieces: number | null;
  }[];
};

export type FlowRecord = {
  /** Index of the journal entry that proves it. */
  readonly journalIndex: number;
  readonly line: number;
  readonly manifestId: string;
  /** Month of acceptance such as `2026-10`, Asia/Shanghai. */
  readonly month: string;
  readonly fromProvince: string;
  readonly fromCity: string;
  readonly toProvince: string;
  readonly toCity: string;
  readonly wasteCode: string;
  readonly batteryKind: string | null;
  readonly massGrams: number;
  readonly pieces: number;
  readonly acceptedAt: Date;
};

/** Levels at which places are distinguished. */
export const FLOW_LEVELS = ['province', 'city'] as const;

/** Makes the flows of an acceptance: one for each line with an accepted mass or count. */
export function flowsOf(acceptance: Acceptance): FlowRecord[] {
  const { journalIndex, manifestId, acceptedAt, wasteCode, from, to, lines } = acceptance;
  const place = {
    fromProvince: provinceOf(from),
    fromCity: cityWithin(from),
    toProvince: provinceOf(to),
    toCity: cityWithin(to),
  };
  const { period: month } = monthOf(acceptedAt);
  return lines
    .map(({ line, batteryKind, acceptedGrams, acceptedPieces }) => ({
      ...{ journalIndex, line, manifestId, month, ...place, wasteCode, batteryKind, acceptedAt },
      massGrams: acceptedGrams ?? 0,
      pieces: acceptedPieces ?? 0,
    }))
    .filter(({ massGrams, pieces }) => massGrams > 0 || pieces > 0);
}

/** Returns a city code of four digits. When only the province is known, `4500` keeps its mass in the figures. */
function cityWithin(code: string): string {
  return code.padEnd(4, '0').slice(0, 4);
}
