/** Headers of import files: they define the order of the columns. */
import type { Fields } from '../../../core/messages/field.ts';
import { COLUMNS, type Column, type ImportKind, PARTY_FIELDS } from '../columns.ts';
import { importProblem } from '../problems.ts';

/** A cell of a header: its text, and the letters by which a spreadsheet names its column, such as `C`. */
export type Heading = { readonly text: string; readonly letters: string };

/** A header as read. `places` lists the columns in the order of the file. */
export type Header = {
  /** The sheet of a workbook; null for a CSV file. */
  readonly sheet: string | null;
  readonly headings: readonly Heading[];
  readonly places: readonly (Column | undefined)[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
  /** True when at least one column has its Chinese name. */
  readonly chinese: boolean;
};

const NAME_MAX = 60;

/** Finds the columns by their English or Chinese names, also by earlier Chinese names, in any order. */
export function readHeader(kind: ImportKind, headings: readonly Heading[], sheet: string | null = null): Header {
  const columns = COLUMNS[kind];
  const trimmed = headings.map(({ text }) => text.normalize('NFKC').trim());
  const isChineseNameOf = ({ zh, formerly }: Column, name: string) =>
    zh.normalize('NFKC') === name || formerly === name;
  const places = trimmed.map((name) =>
    columns.find((one) => one.field.toLowerCase() === name.toLowerCase() || isChineseNameOf(one, name)),
  );
  const found = places.filter((column) => column !== undefined);
  return {
    sheet,
    headings,
    places,
    missing: columns.filter((one) => one.required && !found.includes(one)).map(({ field }) => field),
    unknown: trimmed.filter((name, at) => name !== '' && places[at] === undefined),
    repeated: [...new Set(found.filter((one, at) => found.indexOf(one) !== at).map(({ field }) => field))],
    chinese: places.some((column, at) => column !== undefined && isChineseNameOf(column, trimmed[at] ?? '')),
  };
}

/** Returns the names of fields: their columns in the file, or the names in the form for missing columns. */
export function fieldsIn(kind: ImportKind, { headings, places }: Header): Fields {
  return Object.fromEntries(
    COLUMNS[kind].map(({ field, zh }) => {
      const heading = headings[places.findIndex((column) => column?.field === field)]?.text.trim();
      const known = PARTY_FIELDS[`${kind}.${field}`] ?? PARTY_FIELDS[field];
      return [field, { ...known, en: heading ?? field, zh: heading ?? zh }];
    }),
  );
}

/** @throws Problem `table-header-wrong` for a header with missing, unknown or repeated columns */
export function refuseHeader({ missing, unknown, repeated }: Header, line: number): void {
  if (missing.length + unknown.length + repeated.length === 0) return;
  const listed = (names: readonly string[]) =>
    names.length === 0 ? ['–'] : names.map((one) => one.slice(0, NAME_MAX));
  const wrong = { missing: listed(missing), unknown: listed(unknown), repeated: listed(repeated) };
  throw importProblem('table-header-wrong', { line, ...wrong, pointer: '#/body' });
}

/** Returns the header in English or Chinese. */
export function writeHeader(columns: readonly Column[], language: 'en' | 'zh'): string[] {
  return columns.map(({ field, zh }) => (language === 'zh' ? zh : field));
}
