/**
 * The process that typesets documents with Typst. It gets one job at a time and answers each. The layout is `document.typ`; the
 * data are values of `sys.inputs` and never become code.
 */
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A document to print. `data` is JSON, which the layout reads from `sys.inputs.data`. */
export type Job = { readonly data: string; readonly createdAtSeconds: number };

/** Answer to a job: the PDF, or the message of the layout. */
export type Printed = { readonly pdf: Uint8Array } | { readonly failure: string };

/** Archival form (ISO 19005-3, level B), which refuses characters without a glyph. */
const STANDARD = 'a-3b';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const compiler = NodeCompiler.create({ workspace: here('.'), fontArgs: [{ fontPaths: [here('fonts')] }] });

process.on('message', (job: Job) => {
  process.send?.(print(job));
});
// The service has ended, so that no one waits for a document.
process.on('disconnect', () => process.exit(0));

function print({ data, createdAtSeconds }: Job): Printed {
  try {
    const pdf = compiler.pdf(
      { mainFilePath: here('document.typ'), inputs: { data } },
      { pdfStandard: STANDARD, creationTimestamp: createdAtSeconds },
    );
    compiler.evictCache(0);
    return { pdf };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
