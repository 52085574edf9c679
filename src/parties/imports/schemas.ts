/** Wire shapes of imports and exports. */
import { z } from 'zod';
import { Flag, Id, InstantOut, named, namedCodes } from '../../platform/http/index.ts';
import { IMPORT_REPORT, STORED_IMPORT } from '../examples/register.ts';
import { EXPORT_KINDS, IMPORT_KINDS } from './columns.ts';
import { FAULTS_MAX } from './report.ts';
import { IMPORT_STATES, type StoredImport } from './stored/import.ts';

const RecordKindCode = namedCodes('RecordKind', 'Kind of the records in a file', IMPORT_KINDS, {
  parties: { en: 'organisations', zh: '单位' },
  sites: { en: 'sites of organisations', zh: '场所' },
  licences: { en: 'licences of organisations', zh: '许可证' },
  vehicles: { en: 'vehicles with their permits', zh: '车辆' },
});

const ImportModeCode = namedCodes('ImportMode', 'Rows that an import registers', ['all', 'rows'], {
  all: 'every row, or none when one is refused',
  rows: 'the valid rows, even if others are refused',
});

const RowOutcomeCode = namedCodes(
  'RowOutcome',
  'Outcome of a row of an import',
  ['registered', 'unchanged', 'refused'],
  {
    registered: 'new, and written if `applied` is true',
    unchanged: 'known with the same data',
    refused: 'has a fault, so nothing was written',
  },
);

const TableFormatCode = namedCodes('TableFormat', 'Format of a file that is downloaded', ['csv', 'xlsx'], {
  csv: 'CSV in UTF-8 with a byte order mark',
  xlsx: 'workbook of a spreadsheet program',
});

export const ImportParams = z.strictObject({ kind: RecordKindCode.describe('Record kind of the file') });
export const ExportParams = z.strictObject({ kind: z.enum(EXPORT_KINDS).describe('Register to export') });

export const ImportQuery = z.strictObject({
  dryRun: Flag.default('false').describe('true: judge every row and write nothing; false: write the rows'),
  mode: ImportModeCode.default('all').describe('Rows that are registered when others are refused'),
});

export const TableQuery = z.strictObject({
  format: TableFormatCode.default('csv').describe('Format of the file'),
});

const RowFault = named(
  'RowFault',
  'Fault in a row of an import, with its column and how to correct it.',
  z.object({
    sheet: z.string().nullable().describe('The sheet of a workbook; null for a CSV file'),
    line: z.int().describe('Line of the file, counted from 1, the header included'),
    column: z.int().nullable().describe('Column counted from 1; null for a fault of the whole row'),
    letters: z.string().nullable().describe('The column as a spreadsheet names it, such as C'),
    name: z.string().nullable().describe('The column as the header of the file names it'),
    field: z.string().nullable().describe('The field as the JSON of the record names it'),
    rule: z.string().describe('Rule that the value breaks'),
    detail: z.string().describe('What is wrong'),
    remedy: z.string().describe('What to do'),
  }),
);

const RowWarning = named(
  'RowWarning',
  'Doubtful value in a row of an import, which was registered nevertheless.',
  z.object({
    sheet: z.string().nullable().describe('The sheet of a workbook; null for a CSV file'),
    line: z.int().describe('Line of the file, counted from 1, the header included'),
    column: z.int().nullable().describe('Column counted from 1; null when the file has no such column'),
    letters: z.string().nullable().describe('The column as a spreadsheet names it, such as C'),
    name: z.string().nullable().describe('The column as the header of the file names it'),
    field: z.string().nullable().describe('The field as the JSON of the record names it'),
    code: z.string().describe('Code of the warning in /problems'),
    detail: z.string().describe('What is doubtful'),
  }),
);

export const ImportReport = named(
  'ImportReport',
  'Result of an import: counts, faults by row, and the rows that were recorded.',
  z.object({
    kind: RecordKindCode.describe('Record kind of the file'),
    sheet: z.string().nullable().describe('The sheet that was read, the first visible one; null for a CSV file'),
    dryRun: z.boolean().describe('true if nothing was to be written'),
    mode: ImportModeCode.describe('Mode of the request'),
    applied: z.boolean().describe('true if the rows with outcome `registered` were written'),
    counts: z
      .object({
        rows: z.int().describe('All rows'),
        registered: z.int().describe('New records'),
        unchanged: z.int().describe('Records that were known with the same data'),
        refused: z.int().describe('Rows with a fault'),
      })
      .describe('Numbers of rows by outcome'),
    faultsTotal: z.int().describe('Number of faults, also of those that are not shown'),
    faults: z.array(RowFault).describe(`The first ${FAULTS_MAX} faults, in the order of lines`),
    warningsTotal: z.int().describe('Number of warnings, also of those that are not shown'),
    warnings: z
      .array(RowWarning)
      .describe(`The first ${FAULTS_MAX} warnings about new records, in the order of lines; they refuse nothing`),
    rows: z
      .array(
        z.object({
          line: z.int().describe('Line of the file'),
          outcome: RowOutcomeCode.describe('Outcome of the row; for a refused one see `faults`'),
          id: Id.nullable().describe('The record; null for a refused row, and for a new one that was not written'),
        }),
      )
      .describe('All rows, in the order of the file'),
  }),
  IMPORT_REPORT,
);
export type ImportReport = z.infer<typeof ImportReport>;

const ImportStateCode = namedCodes('ImportState', 'State of an import that runs in the background', IMPORT_STATES, {
  waiting: { en: 'no row is judged yet', zh: '等待处理' },
  running: { en: 'rows are being judged or registered', zh: '处理中' },
  finished: { en: 'all rows are judged, and registered if `applied` is true', zh: '已完成' },
  failed: { en: 'stopped after several attempts; what is registered stays', zh: '已中止' },
});

/** An import that runs in the background: its report so far, with its state. */
export const StoredImportResponse = named(
  'Import',
  'Import of many rows, which runs in the background: its state, and its report so far.',
  z.object({
    id: Id.describe('The import'),
    state: ImportStateCode.describe('State of the import'),
    progress: z
      .object({ rows: z.int().describe('Rows of the file'), judged: z.int().describe('Rows with an outcome') })
      .describe('Rows judged so far, of all rows'),
    createdAt: InstantOut.describe('Instant at which the file was taken'),
    finishedAt: InstantOut.nullable().describe('Instant of the end; null before it'),
    ...ImportReport.shape,
  }),
  STORED_IMPORT,
);
export type StoredImportResponse = z.infer<typeof StoredImportResponse>;

/** Makes the answer from an import and its report. */
export function toStoredImportResponse(
  { id, state, rowsTotal, createdAt, finishedAt }: StoredImport,
  report: ImportReport,
): StoredImportResponse {
  return {
    ...{ id, state, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
    progress: { rows: rowsTotal, judged: report.counts.rows },
    ...report,
  };
}
