/** Reads and writes cells of tables: text to values of fields, and back. */
import type { Language } from '../../core/messages/language.ts';
import type { Problem } from '../../core/messages/problem.ts';
import type { Terms } from '../../core/messages/text.ts';
import { PARTY_TERMS } from '../terms.ts';
import type { Column } from './columns.ts';
import type { Header } from './header.ts';
import { importProblem } from './problems.ts';

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

type Cell = { readonly text: string; readonly number: boolean };
/** A cell that cannot be read; `place` is its index in the row, from 0. */
type CellFault = { readonly place: number; readonly problem: Problem };
export type RowValues = { readonly values: Readonly<Record<string, unknown>>; readonly faults: readonly CellFault[] };

/**
 * Reads the cells of a row by field. Empty cells are left out. Values of a wrong form stay text, and the schema rejects
 * them.
 */
export function readRow(places: Header['places'], cells: readonly Cell[]): RowValues {
  const values: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  cells.forEach((cell, place) => {
    if (cell.text === '') return;
    const column = places[place];
    if (column === undefined) {
      if (cell.text.trim() !== '') faults.push({ place, problem: importProblem('row-too-long') });
    } else if (cell.number && (column.kind === 'key' || column.kind === 'identifier')) {
      faults.push({ place, problem: importProblem('cell-is-number') });
    } else {
      const value = readCell(column, cell.text);
      if (value !== '') values[column.field] = value;
    }
  });
  return { values, faults };
}

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

function readCell({ kind, terms }: Column, written: string): unknown {
  if (kind === 'text' || kind === 'identifier') return written;
  const text = written.trim();
  if (kind === 'number') return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
  if (kind === 'codes') return text.split(/[\s,;，；、]+/).filter((code) => code !== '');
  if (kind === 'choice') return codeOf(terms, text) ?? text;
  if (kind === 'flag') return FLAGS[text.toLowerCase()] ?? text;
  if (kind !== 'day') return text;
  const [, year, month = '', day = ''] = DATE.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
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
