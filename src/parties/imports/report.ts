/** The report on an import: outcomes of rows, and faults with sheet, line, column and remedy. */
import { LANGUAGES, type Language } from '../../core/messages/language.ts';
import type { Problem } from '../../core/messages/problem.ts';
import { vehicleNotice } from '../vehicles/problems.ts';
import { registerNotice } from '../warnings/problems.ts';
import { fieldOfWarning } from '../warnings/warning.ts';
import type { ImportKind } from './columns.ts';
import type { Header } from './file/header.ts';
import type { RowNotice } from './record-kind.ts';
import type { Verdict } from './verdict.ts';

/** Maximum of faults in one report; `faultsTotal` counts all of them. */
export const FAULTS_MAX = 5_000;

/** Place of a fault in the file. Line and column count from 1; the column is null when the whole row is at fault. */
export type FaultPlace = {
  readonly sheet: string | null;
  readonly line: number;
  readonly column: number | null;
  readonly letters: string | null;
  readonly name: string | null;
  readonly field: string | null;
};

type Words = { readonly detail: string; readonly remedy: string };

/** A fault in both languages. The reader of the report sees one of them. */
export type Fault = FaultPlace & { readonly rule: string; readonly words: Readonly<Record<Language, Words>> };

/** A warning about a row that is registered nevertheless, in both languages. */
type Warning = FaultPlace & { readonly code: string; readonly details: Readonly<Record<Language, string>> };

export type RowOutcome = { readonly line: number; readonly outcome: Verdict['outcome']; readonly id: string | null };

/** Outcomes, faults and warnings of the rows of a file. `faultsTotal` also counts faults that are not listed. */
export type Findings = {
  readonly rows: readonly RowOutcome[];
  readonly faults: readonly Fault[];
  readonly faultsTotal: number;
  readonly warnings: readonly Warning[];
};

/** A file after its form was checked. */
export type CheckedFile = {
  readonly kind: ImportKind;
  readonly header: Header;
  /** Faults of form: the first of them, their number, and the lines that have any. */
  readonly faults: readonly Fault[];
  readonly faultsTotal: number;
  readonly broken: readonly number[];
};

type How = { readonly dryRun: boolean; readonly mode: 'all' | 'rows'; readonly applied: boolean };

/** Selects what a report says about the way of an import. */
export const howOf = ({ dryRun, mode, applied }: How): How => ({ dryRun, mode, applied });

/** Joins faults of form and verdicts. */
export function findingsOf(
  { header, broken, faults, faultsTotal }: CheckedFile,
  verdicts: readonly Verdict[],
): Findings {
  const refusals = verdicts.flatMap((verdict) => faultsIn(header, verdict));
  return {
    rows: [
      ...broken.map((line) => ({ line, outcome: 'refused' as const, id: null })),
      ...verdicts.map(({ line, outcome, id }) => ({ line, outcome, id })),
    ],
    faults: [...faults, ...refusals],
    faultsTotal: faultsTotal + refusals.length,
    warnings: verdicts.flatMap((verdict) => warningsOf(header, verdict)),
  };
}

/** Counts the rows by their outcomes. */
function countsOf(rows: readonly RowOutcome[]) {
  const count = (outcome: Verdict['outcome']) => rows.filter((one) => one.outcome === outcome).length;
  return {
    rows: rows.length,
    registered: count('registered'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}

/** Makes the report. Rows and faults are in the order of the file. */
export function reportOf(
  { kind, header: { sheet } }: Pick<CheckedFile, 'kind'> & { readonly header: Pick<Header, 'sheet'> },
  { rows, faults, faultsTotal, warnings }: Findings,
  { language, ...how }: How & { readonly language: Language },
) {
  return {
    kind,
    sheet,
    ...how,
    counts: countsOf(rows),
    faultsTotal,
    faults: faults
      .toSorted((a, b) => a.line - b.line)
      .slice(0, FAULTS_MAX)
      .map(({ words, ...fault }) => ({ ...fault, ...words[language] })),
    warningsTotal: warnings.length,
    warnings: warnings
      .toSorted((a, b) => a.line - b.line)
      .slice(0, FAULTS_MAX)
      .map(({ details, ...warning }) => ({ ...warning, detail: details[language] })),
    // A row that was not written has no usable id.
    rows: rows
      .map((row) => (how.applied || row.outcome !== 'registered' ? row : { ...row, id: null }))
      .toSorted((a, b) => a.line - b.line),
  };
}

/** The fault of a refused row. */
function faultsIn(header: Header, { line, field, problem }: Verdict): Fault[] {
  return problem === undefined ? [] : [{ ...fieldAt(header, line, field), ...wordsOf(problem) }];
}

/** The warnings about a new row. */
function warningsOf(header: Header, { line, notices = [] }: Verdict): Warning[] {
  return notices.map((notice) => ({
    ...fieldAt(header, line, fieldOfNotice(notice.code)),
    code: notice.code,
    details: Object.fromEntries(
      LANGUAGES.map((language) => [language, detailOf(notice, language)]),
    ) as Warning['details'],
  }));
}

function detailOf(notice: RowNotice, language: Language): string {
  const texts = notice.code in vehicleNotice.entries ? vehicleNotice : registerNotice;
  return texts.text(notice, language).detail;
}

const fieldOfNotice = (code: string): string => {
  if (!(code in vehicleNotice.entries)) return fieldOfWarning(code);
  return code === 'plate-color' ? 'plateColor' : 'plate';
};

/** Returns the words of a problem for a report. */
export function wordsOf(problem: Problem): Pick<Fault, 'rule' | 'words'> {
  return {
    rule: problem.code,
    words: inLanguages((language) => {
      const { detail, remedy } = problem.text(language);
      return { detail, remedy };
    }),
  };
}

/** Makes the words of a fault in each language. */
export function inLanguages(make: (language: Language) => Words): Fault['words'] {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, Words>;
}

/** Finds the place of a field in the file. A field without a column gets the line only. */
export function fieldAt(header: Header, line: number, field: string | undefined): FaultPlace {
  const place = header.places.findIndex((column) => field !== undefined && column?.field === field);
  return place < 0
    ? { sheet: header.sheet, line, column: null, letters: null, name: null, field: field ?? null }
    : cellAt(header, line, place);
}

/** Describes a cell; `place` is its index in the row, from 0. */
export function cellAt({ headings, places, sheet }: Header, line: number, place: number): FaultPlace {
  const { text, letters } = headings[place] ?? { text: '', letters: null };
  return { sheet, line, column: place + 1, letters, name: text.trim() || null, field: places[place]?.field ?? null };
}
