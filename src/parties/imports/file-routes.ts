/** A file of one kind between its cells and its answer: rows checked, judged, and told with line, column and remedy. */
import type { z } from 'zod';
import type { Actor } from '../../core/actor.ts';
import type { Language } from '../../core/messages/language.ts';
import type { Problem } from '../../core/messages/problem.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { faultsOf } from '../../platform/http/index.ts';
import { columnLetters, type Table, type TableRow, tableProblem } from '../../platform/table/index.ts';
import { type Header, type ImportKind, readHeader, readRow } from './form.ts';
import { importProblem } from './problems.ts';
import {
  type Candidate,
  type Ledger,
  LICENCE_LEDGER,
  type Owner,
  PARTY_LEDGER,
  type Registered,
  SITE_LEDGER,
  VEHICLE_LEDGER,
} from './record-kinds-service.ts';
import { FAULTS_MAX, type ImportReport, LicenceRow, PartyRow, SiteRow, VehicleRow } from './schemas.ts';
import { judgeRows, registerRows, type Seen, type Verdict } from './service.ts';

type RowFault = ImportReport['faults'][number];

/** The rows of a file on their way into the register. */
type Run = {
  /** How many rows were not yet taken. */
  readonly left: () => number;
  readonly judge: (db: Reader, deps: Deps) => Promise<readonly Verdict[]>;
  /** Takes the next rows, all of them unless a number is given. */
  readonly register: (
    tx: Tx,
    deps: Deps,
    how: { readonly actor: Actor; readonly all: boolean; readonly rows?: number },
  ) => Promise<readonly Verdict[]>;
};

type How = Pick<ImportReport, 'dryRun' | 'mode' | 'applied'>;

export type Sheet = {
  /** Whether its form alone is at fault somewhere. */
  readonly broken: number;
  readonly start: () => Run;
  readonly refused: (verdicts: readonly Verdict[]) => number;
  readonly report: (verdicts: readonly Verdict[], how: How) => ImportReport;
};

/** @throws Problem `table-header-wrong`, `table-unreadable` */
export function sheetOf(kind: ImportKind, table: Table, language: Language): Sheet {
  const read = { kind, table, language };
  if (kind === 'parties') return makeSheet(read, PartyRow, PARTY_LEDGER);
  if (kind === 'sites') return makeSheet(read, SiteRow, SITE_LEDGER);
  if (kind === 'licences') return makeSheet(read, LicenceRow, LICENCE_LEDGER);
  return makeSheet(read, VehicleRow, VEHICLE_LEDGER);
}

type Read = { readonly kind: ImportKind; readonly table: Table; readonly language: Language };

function makeSheet<Row extends Owner, Noun extends Registered>(
  { kind, table, language }: Read,
  schema: z.ZodType<Row>,
  ledger: Ledger<Row, Noun>,
): Sheet {
  const header = headerOf(kind, table);
  const names = table.header.cells.map(({ text }) => text.trim());
  const placed = { header, names, language };
  const candidates: Candidate<Row>[] = [];
  const faults: RowFault[] = [];
  const broken = new Set<number>();
  for (const row of table.rows) {
    const checked = checkRow(placed, schema, row);
    if ('row' in checked) candidates.push(checked);
    else {
      broken.add(row.line);
      for (const fault of checked.faults) faults.push(fault);
    }
  }
  const refused = (verdicts: readonly Verdict[]) =>
    broken.size + verdicts.filter(({ outcome }) => outcome === 'refused').length;
  return {
    broken: broken.size,
    refused,
    start: () => startRun(ledger, { candidates, header }),
    report: (verdicts, how) => {
      const told = [...faults, ...verdicts.flatMap((verdict) => verdictFaults(placed, verdict))];
      const count = (outcome: Verdict['outcome']) => verdicts.filter((one) => one.outcome === outcome).length;
      const rows = [
        ...[...broken].map((line) => ({ line, outcome: 'refused' as const, id: null })),
        ...verdicts.map(({ line, outcome, id }) => ({ line, outcome, id })),
      ];
      return {
        kind,
        ...how,
        counts: {
          rows: rows.length,
          ...{ registered: count('registered'), unchanged: count('unchanged'), refused: refused(verdicts) },
        },
        faultsTotal: told.length,
        faults: told.toSorted((a, b) => a.line - b.line).slice(0, FAULTS_MAX),
        // What was not written has no id that anybody could use.
        rows: rows
          .map((row) => (how.applied || row.outcome !== 'registered' ? row : { ...row, id: null }))
          .toSorted((a, b) => a.line - b.line),
      };
    },
  };
}

function headerOf(kind: ImportKind, { header, encoding }: Table): Header {
  const found = readHeader(
    kind,
    header.cells.map(({ text }) => text),
  );
  // Almost any bytes can be read as GB18030: only a header that makes sense in it shows that they are.
  if (encoding === 'gb18030' && !found.chinese) {
    throw tableProblem('table-unreadable', {
      reason: 'it is not UTF-8, and its header is not in Chinese as a file in GB18030 would have it',
      pointer: '#/body',
    });
  }
  const { missing, unknown, repeated } = found;
  if (missing.length + unknown.length + repeated.length > 0) {
    const none = (names: readonly string[]) => (names.length === 0 ? ['–'] : names.map((name) => name.slice(0, 60)));
    throw importProblem('table-header-wrong', {
      line: header.line,
      ...{ missing: none(missing), unknown: none(unknown), repeated: none(repeated), pointer: '#/body' },
    });
  }
  return found;
}

type Placed = { readonly header: Header; readonly names: readonly string[]; readonly language: Language };

function checkRow<Row>(
  placed: Placed,
  schema: z.ZodType<Row>,
  { line, cells }: TableRow,
): Candidate<Row> | { readonly faults: readonly RowFault[] } {
  const { values, faults } = readRow(placed.header.places, cells);
  const unread = faults.map(({ place, code }) => ({
    ...placeOf(placed, line, place),
    ...toldAs(importProblem(code), placed.language),
  }));
  const parsed = schema.safeParse(values, { reportInput: true });
  if (parsed.success && unread.length === 0) return { line, row: parsed.data };
  // A cell that could not be read is told once, and not again as missing.
  const told = new Set(unread.map(({ field }) => field));
  const unsound = faultsOf(parsed.error?.issues ?? [], 'row', placed.language)
    .map(({ pointer, ...fault }) => ({ ...fieldAt(placed, line, pointer.split('/')[2]), ...fault }))
    .filter(({ field }) => field === null || !told.has(field));
  return { faults: [...unread, ...unsound] };
}

function startRun<Row extends Owner, Noun extends Registered>(
  ledger: Ledger<Row, Noun>,
  { candidates, header }: { readonly candidates: readonly Candidate<Row>[]; readonly header: Header },
): Run {
  const fields = new Set(header.places.flatMap((column) => column?.field ?? []));
  const seen: Seen = new Map();
  let taken = 0;
  return {
    left: () => candidates.length - taken,
    judge: async (db, deps) => (await judgeRows(db, deps, ledger, { candidates, seen, fields })).verdicts,
    register: async (tx, deps, { actor, all, rows = candidates.length }) => {
      const part = candidates.slice(taken, taken + rows);
      taken += part.length;
      return registerRows(tx, deps, ledger, { candidates: part, seen, fields, actor, all });
    },
  };
}

function verdictFaults(placed: Placed, { line, field, problem }: Verdict): RowFault[] {
  if (problem === undefined) return [];
  return [{ ...fieldAt(placed, line, field), ...toldAs(problem, placed.language) }];
}

function toldAs(problem: Problem, language: Language) {
  const { detail, remedy } = problem.text(language);
  return { rule: problem.code, detail, remedy };
}

function fieldAt(placed: Placed, line: number, field: string | undefined) {
  const place = placed.header.places.findIndex((column) => field !== undefined && column?.field === field);
  return place < 0 ? { line, ...NOWHERE, field: field ?? null } : placeOf(placed, line, place);
}

const NOWHERE = { column: null, letters: null, name: null };

function placeOf({ header, names }: Placed, line: number, place: number) {
  const field = header.places[place]?.field ?? null;
  return { line, column: place + 1, letters: columnLetters(place + 1), name: names[place] || null, field };
}
