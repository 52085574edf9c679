/** Wire shapes of imports and exports. */
import { z } from 'zod';
import { Id } from '../../platform/http/index.ts';
import { EXPORT_KINDS, IMPORT_KINDS } from './columns.ts';
import { FAULTS_MAX } from './report.ts';

export const ImportParams = z.strictObject({ kind: z.enum(IMPORT_KINDS) });
export const ExportParams = z.strictObject({ kind: z.enum(EXPORT_KINDS) });

export const ImportQuery = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').describe('true: judge every row and write nothing'),
  mode: z
    .enum(['all', 'rows'])
    .default('all')
    .describe('all: register every row or none; rows: register the valid rows, even if others are refused'),
});

export const TableQuery = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

const RowFault = z.object({
  line: z.int().describe('Line of the file, counted from 1, the header included'),
  column: z.int().nullable().describe('Column counted from 1; null for a fault of the whole row'),
  letters: z.string().nullable().describe('The column as a spreadsheet names it, such as C'),
  name: z.string().nullable().describe('The column as the header of the file names it'),
  field: z.string().nullable().describe('The field as the JSON of the record names it'),
  rule: z.string(),
  detail: z.string(),
  remedy: z.string(),
});

export const ImportReport = z.object({
  kind: z.enum(IMPORT_KINDS),
  dryRun: z.boolean(),
  mode: z.enum(['all', 'rows']),
  applied: z.boolean().describe('true if the rows with outcome `registered` were written'),
  counts: z.object({ rows: z.int(), registered: z.int(), unchanged: z.int(), refused: z.int() }),
  faultsTotal: z.int(),
  faults: z.array(RowFault).describe(`The first ${FAULTS_MAX} faults, in the order of lines`),
  rows: z
    .array(
      z.object({
        line: z.int(),
        outcome: z.enum(['registered', 'unchanged', 'refused']),
        id: Id.nullable(),
      }),
    )
    .describe('All rows, in the order of the file'),
});
export type ImportReport = z.infer<typeof ImportReport>;
