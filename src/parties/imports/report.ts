/** The report on an import: outcomes of rows, and faults with line, column and remedy. */
import type { Language } from '../../core/messages/language.ts';
import type { Problem } from '../../core/messages/problem.ts';
import type { ImportKind } from './columns.ts';
import type { Header } from './header.ts';
import type { Verdict } from './verdict.ts';

/** Maximum of faults in one report; `faultsTotal` counts all of them. */
export const FAULTS_MAX = 5_000;

/** Place of a fault in the file. Line and column count from 1; the column is null when the whole row is at fault. */
export type FaultPlace = {
  readonly line: number;
  readonly column: number | null;
  readonly letters: string | null;
  readonly name: string | null;
  readonly field: string | null;
};
export type RowFault = FaultPlace & { readonly rule: string; readonly detail: string; readonly remedy: string };

/** A file after its form was checked. */
export type CheckedFile = {
  readonly kind: ImportKind;
  readonly header: Header;
  readonly language: Language;
  /** Faults of form, and the lines that have any. */
  readonly faults: readonly RowFault[];
  readonly broken: ReadonlySet<number>;
};

type How = { readonly dryRun: boolean; readonly mode: 'all' | 'rows'; readonly applied: boolean };

/** Counts the refused rows: faulty form or a refusing verdict. */
export function refusedIn({ broken }: Pick<CheckedFile, 'broken'>, verdicts: readonly Verdict[]): number {
  return broken.size + verdicts.filter(({ outcome }) => outcome === 'refused').length;
}

/** Makes the report. Rows and faults are in the order of the file. */
export function reportOf(file: CheckedFile, verdicts: readonly Verdict[], how: How) {
  const { kind, header, language } = file;
  const faults = [...file.faults, ...verdicts.flatMap((verdict) => faultsIn(header, verdict, language))];
  const count = (outcome: Verdict['outcome']) => verdicts.filter((one) => one.outcome === outcome).length;
  const rows = [
    ...[...file.broken].map((line) => ({ line, outcome: 'refused' as const, id: null })),
    ...verdicts.map(({ line, outcome, id }) => ({ line, outcome, id })),
  ];
  const refused = refusedIn(file, verdicts);
  return {
    kind,
    ...how,
    counts: { rows: rows.length, registered: count('registered'), unchanged: count('unchanged'), refused },
    faultsTotal: faults.length,
    faults: faults.toSorted((a, b) => a.line - b.line).slice(0, FAULTS_MAX),
    // A row that was not written has no usable id.
    rows: rows
      .map((row) => (how.applied || row.outcome !== 'registered' ? row : { ...row, id: null }))
      .toSorted((a, b) => a.line - b.line),
  };
}

function faultsIn(header: Header, { line, field, problem }: Verdict, language: Language): RowFault[] {
  return problem === undefined ? [] : [{ ...fieldAt(header, line, field), ...wordsOf(problem, language) }];
}

/** Returns the words of a problem for a report. */
export function wordsOf(problem: Problem, language: Language) {
  const { detail, remedy } = problem.text(language);
  return { rule: problem.code, detail, remedy };
}

/** Finds the place of a field in the file. A field without a column gets the line only. */
export function fieldAt(header: Header, line: number, field: string | undefined): FaultPlace {
  const place = header.places.findIndex((column) => field !== undefined && column?.field === field);
  return place < 0
    ? { line, column: null, letters: null, name: null, field: field ?? null }
    : cellAt(header, line, place);
}

/** Describes a cell; `place` is its index in the row, from 0. */
export function cellAt({ headings, places }: Header, line: number, place: number): FaultPlace {
  const { text, letters } = headings[place] ?? { text: '', letters: null };
  return { line, column: place + 1, letters, name: text.trim() || null, field: places[place]?.field ?? null };
}
