/** Use case: making a file of a report, and the headers with which it is sent. */
import type { PrintedDocument } from '../../core/documents/document.ts';
import type { Sheet } from '../../core/documents/workbook.ts';
import { type Printer, PrintFailure } from '../../platform/print/index.ts';
import { TABLE_CONTENT_TYPES } from '../../platform/table/index.ts';
import { reportProblem } from './problems.ts';
import type { ReportFormat } from './report.ts';

export const CONTENT_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: TABLE_CONTENT_TYPES.xlsx,
};

export type FileDeps = { readonly printer: Printer };

/** Problems of a file, for the routes that make one. */
export const FILE_PROBLEMS = ['report-printer-busy', 'report-too-large'] as const;

/** Prints a document. @throws Problem `report-printer-busy`, `report-too-large` */
export const printFile = ({ printer }: FileDeps, document: PrintedDocument): Promise<Buffer> =>
  printer.print(document).catch(refusePrinting);

/** Writes a workbook. @throws Problem `report-printer-busy`, `report-too-large` */
export const writeFile = ({ printer }: FileDeps, sheets: readonly Sheet[]): Promise<Buffer> =>
  printer.write(sheets).catch(refusePrinting);

function refusePrinting(error: unknown): never {
  if (!(error instanceof PrintFailure) || error.reason === 'layout') throw error;
  if (error.reason === 'large') throw reportProblem('report-too-large', { pointer: '#/query/format' }, error);
  throw reportProblem('report-printer-busy', {}, error);
}

type Reply = {
  headers(values: Readonly<Record<string, string>>): unknown;
  send(payload: never): unknown;
};

/** Sends a file as a download, in place of the answer of the schema. */
export function sendFile<One extends Reply>(
  reply: One,
  { name, format }: { readonly name: string; readonly format: ReportFormat },
  bytes: Buffer,
): One {
  reply.headers({
    'content-type': CONTENT_TYPES[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
  reply.send(bytes as never);
  return reply;
}
