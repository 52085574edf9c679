/** Reads import files in processes of their own, with limits on time and memory. */
import type { Problem } from '../../../core/messages/problem.ts';
import { ApartFailure, createSlots, runApart } from '../../../platform/process/apart.ts';
import { type TableFormat, tableProblem, tooLarge, unreadable, withPlace } from '../../../platform/table/index.ts';
import { COLUMNS, type ImportKind } from '../columns.ts';
import { importProblem } from '../problems.ts';
import type { Candidate, Rows } from '../record-kind.ts';
import type { CheckedFile, Fault } from '../report.ts';
import type { Finding } from './finding.ts';
import type { Header } from './header.ts';

const READER = new URL('./reading-jobs.ts', import.meta.url);

/** Maximum of characters that a reader may write: the rows of the largest table, and the faults of a report. */
const OUTPUT_MAX = 64_000_000;

/** Limits of reading files, from the configuration. `timeMs` is processor time: on a busy machine, files wait and are not refused. */
type FileLimits = { readonly timeMs: number; readonly memoryMb: number; readonly parallel: number };

export type FileDeps = { readonly files: FileLimits };

/** A reader may take this many times its processor time by the clock. Then the machine is too busy to read files. */
const PATIENCE = 4;

/** Files that wait for a reader, beyond which further ones are refused. */
const WAITING_MAX = 4;

type SentFile = { readonly bytes: Buffer; readonly format: TableFormat; readonly charset: string | undefined };

/** Rows of one kind in a file: those of valid form, and the faults of the others. */
export type ImportFile<Kind extends ImportKind = ImportKind> = CheckedFile & {
  readonly kind: Kind;
  readonly candidates: readonly Candidate<Rows[Kind]>[];
  /** Fields for which the file has columns. */
  readonly fields: ReadonlySet<string>;
};

export type ReadFile = (kind: ImportKind, file: SentFile) => Promise<ImportFile>;

/** Makes the reader of one process of the service. */
export function createFileReader({ files: { parallel, ...limits } }: FileDeps): ReadFile {
  const inTurn = createSlots({ slots: parallel, waiting: WAITING_MAX });
  return async (kind, file) => {
    const reading = inTurn(() => readApart(kind, file, limits));
    if (reading === undefined) throw importProblem('import-busy');
    return reading;
  };
}

/** @throws Problem `table-unreadable`, `table-too-large`, `table-has-formulas`, `table-header-wrong` */
async function readApart(
  kind: ImportKind,
  { bytes, format, charset }: SentFile,
  { timeMs, memoryMb }: Omit<FileLimits, 'parallel'>,
): Promise<ImportFile> {
  const limits = { workMs: timeMs, timeMs: timeMs * PATIENCE, memoryMb, outputMax: OUTPUT_MAX };
  const words = [kind, format, ...(charset === undefined ? [] : [charset])];
  const candidates: Candidate<Rows[ImportKind]>[] = [];
  const faults: Fault[] = [];
  const broken: number[] = [];
  let header: Header | undefined;
  let faultsTotal: number | undefined;
  try {
    for await (const line of runApart(READER, { input: bytes, words }, limits)) {
      const finding = JSON.parse(line) as Finding;
      if ('problem' in finding) throw problemOf(finding.problem);
      if ('header' in finding) header = headerOf(kind, finding.header);
      else if ('candidates' in finding) candidates.push(...finding.candidates);
      else if ('faults' in finding) faults.push(...finding.faults);
      else if ('broken' in finding) broken.push(...finding.broken);
      else faultsTotal = finding.faultsTotal;
    }
  } catch (error) {
    throw error instanceof ApartFailure ? failureOf(error) : error;
  }
  if (header === undefined || faultsTotal === undefined) throw unreadable('stopped');
  const fields = new Set(header.places.flatMap((column) => column?.field ?? []));
  return { kind, header, candidates, faults, faultsTotal, broken, fields };
}

function headerOf(kind: ImportKind, { fields, ...said }: Extract<Finding, { header: unknown }>['header']): Header {
  return { ...said, places: fields.map((field) => COLUMNS[kind].find((column) => column.field === field)) };
}

/** A reader that died or was stopped says something about the file, unless it had too little of the processor. */
export function failureOf(failure: ApartFailure): Problem {
  const { reason } = failure;
  if (reason === 'time') return importProblem('import-busy');
  if (reason === 'work') return tooLarge('time');
  if (reason === 'memory') return tooLarge('memory');
  return reason === 'output' ? tooLarge('text') : unreadable('stopped', { cause: failure });
}

/** Makes the problem that the other process found. */
function problemOf({ code, facts }: Extract<Finding, { problem: unknown }>['problem']): Problem {
  const make = (code in tableProblem.entries ? tableProblem : importProblem) as (
    code: string,
    facts: Record<string, unknown>,
  ) => Problem;
  const problem = make(code, facts);
  return code in tableProblem.entries ? withPlace(problem, facts) : problem;
}
