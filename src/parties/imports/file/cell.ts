/** Reads and writes cells of tables: what a cell shows to values of fields, and back. */

import { documentNumberOf, tokenOf } from '../../../core/identifiers/spelling.ts';
import { dayOfNumber, isErrorValue, isPlaceholder, isSpoiled } from '../../../core/identifiers/spoiled.ts';
import type { Language } from '../../../core/messages/language.ts';
import type { Problem } from '../../../core/messages/problem.ts';
import type { Terms } from '../../../core/messages/text.ts';
import { PARTY_TERMS } from '../../terms.ts';
import type { Column } from '../columns.ts';
import { importProblem } from '../problems.ts';
import type { Header } from './header.ts';

const TERMS: Terms = PARTY_TERMS;

/** Other Chinese words for codes, which imports also accept. */
const SYNONYMS: Readonly<Record<string, string>> = {
  recycler: '再生利用',
  green: '渐变绿色',
  'yellow-green': '黄绿色',
};

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  是: true,
  false: false,
  no: false,
  '0': false,
  否: false,
};

/** A cell as a table has it: see `TableCell`. */
export type Cell = {
  readonly text: string;
  readonly form: 'text' | 'number' | 'day' | 'flag' | 'error' | 'disguised';
  readonly shown?: string;
  readonly covered?: 'from-above' | 'from-side' | 'unseen';
  readonly marked?: true;
};
/** A cell that cannot be read; `place` is its index in the row, from 0. */
type CellFault = { readonly place: number; readonly problem: Problem };
export type RowValues = { readonly values: Readonly<Record<string, unknown>>; readonly faults: readonly CellFault[] };

/**
 * Reads the cells of a row by field. Empty cells are left out. A cell whose value is not what it shows is a fault, never
 * empty. Values of a wrong form stay text, and the schema rejects them.
 */
export function readRow(places: Header['places'], cells: readonly Cell[]): RowValues {
  const values: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  cells.forEach((cell, place) => {
    if (cell.text === '') return;
    const column = places[place];
    const problem = column === undefined ? surplus(cell) : faultOf(column, cell);
    if (problem !== undefined) faults.push({ place, problem });
    else if (column !== undefined) {
      const value = readCell(column, cell.text);
      if (value !== '') values[column.field] = value;
    }
  });
  return { values, faults };
}

/** A region that reaches over the edge of the table shows nothing there. */
const surplus = ({ text, covered }: Cell): Problem | undefined =>
  text.trim() === '' || covered !== undefined ? undefined : importProblem('row-too-long');

/** Names why a cell has no value that can be registered. */
function faultOf({ kind, example }: Column, cell: Cell): Problem | undefined {
  const { form, covered, marked } = cell;
  const text = plainOf(cell.text);
  const value = text.slice(0, SHOWN_MAX);
  if (form === 'error' || isErrorValue(text)) return importProblem('cell-is-error', { value });
  // A quantity over several rows may be meant for all of them together.
  if (covered !== undefined && (covered !== 'from-above' || kind === 'number')) return importProblem('cell-covered');
  if (form === 'disguised' || (cell.shown !== undefined && WRITTEN.has(kind))) {
    return importProblem('cell-disguised', { value, shown: (cell.shown ?? '').slice(0, SHOWN_MAX) });
  }
  if (CODED.has(kind) && (form === 'day' || (form !== 'text' && kind !== 'code')))
    return importProblem('cell-is-number');
  if (CODED.has(kind) && marked === undefined) {
    const sample = example === '' ? SAMPLE : example;
    if (isSpoiled(text)) return importProblem('cell-spoiled', { value, example: sample });
    if (isPlaceholder(text)) return importProblem('cell-placeholder', { value });
  }
  const day = kind === 'day' ? dayOfNumber(text) : undefined;
  return day === undefined ? undefined : importProblem('cell-is-serial', { value, on: day });
}

/** Marks and words of spreadsheets are shorter. */
const WORD_MAX = 100;

/** A text without invisible marks and, when it is short, in half width, as it is judged. */
function plainOf(written: string): string {
  const text = tokenOf(written);
  return text.length > WORD_MAX ? text : documentNumberOf(text);
}

const SHOWN_MAX = 40;
/** An example for columns that have none of their own. */
const SAMPLE = '0450100001';

/** Kinds of columns whose cells are codes, and never quantities. */
const CODED: ReadonlySet<Column['kind']> = new Set(['key', 'identifier', 'code', 'codes']);
/** Kinds of columns whose cells are taken as they are written, also where they are numbers. */
const WRITTEN: ReadonlySet<Column['kind']> = new Set([...CODED, 'text']);

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0?0:00(?::00)?)?$/;
const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Marks that are not seen. A spreadsheet brings them along from web pages. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

function readCell({ kind, terms }: Column, written: string): unknown {
  if (kind === 'text' || kind === 'identifier') return written;
  // Full-width digits and letters mean the same as others.
  const text = written.normalize('NFKC').replace(INVISIBLE, '').trim();
  if (kind === 'number') return numberOf(text);
  if (kind === 'codes') return text.split(/[\s,;、]+/).filter((code) => code !== '');
  if (kind === 'choice') return codeOf(terms, written.trim()) ?? codeOf(terms, text) ?? text;
  if (kind === 'flag') return FLAGS[text.toLowerCase()] ?? text;
  if (kind !== 'day') return text;
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function numberOf(text: string): number | string {
  const plain = GROUPED.test(text) ? text.replaceAll(',', '') : text;
  return NUMBER.test(plain) ? Number(plain) : text;
}

/** Returns the code of a Chinese word of a vocabulary. Codes are returned unchanged. */
function codeOf(terms: Column['terms'], word: string): string | undefined {
  const words = terms === undefined ? {} : (TERMS[terms] ?? {});
  return Object.keys(words).find((code) => words[code]?.zh === word || SYNONYMS[code] === word);
}

/** Writes the cells of a record in the form that `readRow` reads. In Chinese, choices and flags are words. */
export function writeRow(
  columns: readonly Column[],
  record: Readonly<Record<string, unknown>>,
  language: Language,
): string[] {
  return columns.map((column) => {
    const value = record[column.field];
    return value === null || value === undefined ? '' : writeCell(column, value, language);
  });
}

function writeCell({ kind, terms }: Column, value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.join(' ');
  const text = String(value);
  if (language === 'en') return text;
  if (kind === 'flag') return text === 'true' ? '是' : '否';
  return terms === undefined ? text : (TERMS[terms]?.[text]?.zh ?? text);
}

/** Writes the example row of the template, with a valid value for each column. */
export function exampleRow(columns: readonly Column[], language: Language): string[] {
  return columns.map((column) => (column.example === '' ? '' : writeCell(column, column.example, language)));
}
