/**
 * Grounds of findings in the evidence: what a finding rests on besides records and law, so that a reader can judge again which
 * findings there must be. Lead is written in whole picograms, as text.
 */
import { canonicalJson } from '../../core/canonical.ts';
import type { DioxinEvidenceLaw, DioxinRead } from '../dioxin/findings.ts';
import type { DioxinLaw } from '../dioxin/release.ts';
import type { Grounds } from '../evaluation.ts';
import type { FractionGrounds } from '../fractions/findings.ts';
import type { JudgedMonth } from '../periods/months.ts';

export const GROUNDS_PATH = 'grounds.json';

export type FrozenGrounds = Grounds & {
  readonly fractions: FractionGrounds;
  /** Dioxin measurements up to the end of the year, its books, and the law of its last day. */
  readonly dioxin: DioxinRead & {
    readonly year: string;
    readonly isOver: boolean;
    readonly law: DioxinLaw & { readonly evidence: DioxinEvidenceLaw };
  };
  /** Findings of each month inside a quarter or a year. */
  readonly months: readonly JudgedMonth[];
  /** Qualifications of laboratories of which one was withdrawn; absent in evidence of before. */
  readonly qualifications?: readonly {
    readonly qualificationId: string;
    readonly laboratoryId: string;
    readonly validFrom: string;
    readonly validTo: string;
    readonly withdrawnOn: string | null;
  }[];
};

export const groundsText = (grounds: FrozenGrounds): string =>
  canonicalJson(JSON.parse(JSON.stringify(grounds, (_, value) => (typeof value === 'bigint' ? String(value) : value))));

/** Reads written grounds. Evidence of before has none. */
export const groundsIn = (text: string | undefined): FrozenGrounds | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as FrozenGrounds);
