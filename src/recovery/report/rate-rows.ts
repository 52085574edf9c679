/**
 * Rows of rates for workbooks that set periods or enterprises side by side. Lead is in grams; formulas lead from it to the balance
 * and the rates, and the last row adds all others up.
 */
import type { Sheet, SheetCell } from '../../core/documents/workbook.ts';
import type { Language } from '../../core/messages/language.ts';
import { RECORD_TERM_WORDS } from '../fields.ts';
import { type Fraction, percentOf } from '../fraction.ts';
import { fromExactGrams, toExactGrams } from '../lead.ts';
import { balanceOf, ratesOf, TERMS, type Term } from '../lead-recovery.ts';
import type { ReportedRecovery } from './report.ts';
import { BALANCE_WORDS, filled, RATE_WORDS, STATUS_WORDS, WORDS } from './words.ts';
import { halfEven } from './workbook.ts';

type Compared = Pick<ReportedRecovery, 'status' | 'provisional' | 'rates' | 'uncertainty' | 'terms'>;

/** A row with its two names, such as a place and an enterprise. */
export type RateRow = {
  readonly names: readonly [SheetCell, SheetCell];
  readonly recovery: Compared;
  /** Reasons for which it needs a review or is blocked. */
  readonly why?: string;
};

const RATES = ['headline', 'productsOnly', 'conservative', 'unaccountedShare'] as const;

/** Columns of lead, from E on: a formula of the row, or the lead itself. */
const FORMULAS = {
  batteryLead: null,
  other_feed: null,
  workChange: null,
  available: 'E{r}+F{r}-G{r}',
  products: null,
  by_products: null,
  recovered: 'I{r}+J{r}',
  lost: null,
  underWay: null,
  unaccounted: 'H{r}-K{r}-L{r}-M{r}',
} as const;
type Column = keyof typeof FORMULAS;
const COLUMNS = Object.keys(FORMULAS) as Column[];

const SHARES: Readonly<Record<(typeof RATES)[number], string>> = {
  headline: '(K{r}/H{r})',
  productsOnly: '(I{r}/H{r})',
  conservative: '((K{r}-F{r})/(E{r}-G{r}))',
  unaccountedShare: '(N{r}/H{r})',
};

type Heading = {
  readonly name: string;
  /** Headings of the two columns that name a row. */
  readonly names: readonly [string, string];
  /** Rows that the sum adds up, from the first on; all when absent. */
  readonly summed?: number;
};

/** Makes the sheet. */
export function rateSheet({ name, names, summed }: Heading, rows: readonly RateRow[], language: Language): Sheet {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const heading = [
    ...[...names, say('status'), say('inProgress')],
    ...COLUMNS.map((column) => `${wordOf(column, language)} (g)`),
    ...RATES.map((rate) => `${RATE_WORDS[rate][language]} (%)`),
    ...(['headline', 'conservative'] as const).map((rate) => `${RATE_WORDS[rate][language]} ${say('expanded')}`),
    ...(rows.some(({ why }) => why !== undefined) ? [say('findings')] : []),
  ];
  const cells = rows.map(({ names: own, recovery, why }, at): SheetCell[] => [
    ...[...own, STATUS_WORDS[recovery.status][language], recovery.provisional ? say('yes') : say('no')],
    ...leadCells(termsIn(recovery), at + 2),
    ...rateCells(termsIn(recovery), at + 2, recovery.rates === null ? say('none') : null, say('none')),
    ...[recovery.uncertainty?.headline, recovery.uncertainty?.conservative].map((budget) =>
      budget ? Number(budget.expandedPoints) : null,
    ),
    ...(why === undefined ? [] : [why]),
  ]);
  return {
    name,
    widths: [14, 36, 14, 10, ...COLUMNS.map(() => 20), ...RATES.map(() => 18), 18, 18],
    headings: [0],
    rows: [heading, ...cells, ...sumRows(rows, summed ?? rows.length, language)],
  };
}

const wordOf = (column: Column, language: Language): string =>
  column === 'other_feed' || column === 'products' || column === 'by_products'
    ? RECORD_TERM_WORDS[column][language]
    : BALANCE_WORDS[column][language];

type Sums = Readonly<Record<Term, bigint>>;
const sumsOf = (of: (term: Term) => bigint): Sums =>
  Object.fromEntries(TERMS.map((term) => [term, of(term)])) as Record<Term, bigint>;

const termsIn = ({ terms }: Compared): Sums =>
  sumsOf((term) => fromExactGrams(terms.find((one) => one.term === term)?.leadGramsExact ?? '0'));

function valuesOf(terms: Sums): Readonly<Record<Column, bigint>> {
  const { other_feed, products, by_products } = terms;
  return { ...balanceOf(terms), other_feed, products, by_products };
}

function leadCells(terms: Sums, row: number, last?: number): SheetCell[] {
  const values = valuesOf(terms);
  return COLUMNS.map((column, at) => {
    const letter = String.fromCharCode('E'.charCodeAt(0) + at);
    const sum = last === undefined ? null : `SUM(${letter}2:${letter}${last})`;
    const [formula, value] = [FORMULAS[column] ?? sum, Number(toExactGrams(values[column]))];
    return formula === null ? value : { formula: filled(formula, { r: row }), value };
  });
}

/** Makes the cells of the rates. @param missing the text of rates that cannot be computed, or null */
function rateCells(terms: Sums, row: number, missing: string | null, none: string): SheetCell[] {
  const rates: Readonly<Record<(typeof RATES)[number], Fraction | null>> = ratesOf(terms);
  return RATES.map((name) => {
    const rate = rates[name];
    if (missing !== null || rate === null) return missing ?? none;
    return { formula: halfEven(filled(SHARES[name], { r: row })), value: Number(percentOf(rate)) };
  });
}

/** Adds up the first rows; those beyond are in no sum. */
function sumRows(all: readonly RateRow[], summed: number, language: Language): SheetCell[][] {
  const rows = all.slice(0, summed);
  return rows.length === 0 ? [] : [sumOf(rows, all.length + 2, language)];
}

function sumOf(rows: readonly RateRow[], row: number, language: Language): SheetCell[] {
  const all = rows.map(({ recovery }) => termsIn(recovery));
  const sums = sumsOf((term) => all.reduce((sum, terms) => sum + terms[term], 0n));
  const [none, last] = [WORDS.none[language], rows.length + 1];
  const missing = rows.some(({ recovery }) => recovery.rates === null) ? none : null;
  return [
    ...[WORDS.sum[language], null, null, null],
    ...leadCells(sums, row, last),
    ...rateCells(sums, row, missing, none),
  ];
}
