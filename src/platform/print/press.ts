/**
 * The process that makes files: it typesets documents with Typst, and writes workbooks. It gets one job at a time and answers each.
 * The layout is `document.typ`; the data are values of `sys.inputs` and never become code.
 */
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from '../../core/documents/workbook.ts';
import { answerParent } from '../process/task.ts';
import { toWorkbook } from '../table/writing/workbook.ts';

/** A document to print, whose `data` are JSON that the layout reads from `sys.inputs.data`, or the sheets of a workbook. */
export type Job = { readonly data: string; readonly createdAtSeconds: number } | { readonly sheets: readonly Sheet[] };

/** Answer to a job: the file, or the message of the layout. */
export type Printed = { readonly file: Uint8Array } | { readonly failure: string };

/** Archival form (ISO 19005-3, level B), which refuses characters without a glyph. */
const STANDARD = 'a-3b';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const compiler = NodeCompiler.create({ workspace: here('.'), fontArgs: [{ fontPaths: [here('fonts')] }] });

process.on('message', async (job: Job) => {
  answerParent(await answerTo(job));
});
// The service has ended, so that no one waits for a document.
process.on('disconnect', () => process.exit(0));

async function answerTo(job: Job): Promise<Printed> {
  try {
    return { file: 'sheets' in job ? await toWorkbook(job.sheets) : typeset(job) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function typeset({ data, createdAtSeconds }: Extract<Job, { readonly data: string }>): Uint8Array {
  const pdf = compiler.pdf(
    { mainFilePath: here('document.typ'), inputs: { data } },
    { pdfStandard: STANDARD, creationTimestamp: createdAtSeconds },
  );
  compiler.evictCache(0);
  return pdf;
}
