/**
 * Reads one import file in a process of its own: the table first, then the form of its rows. What it finds goes to its
 * output, line by line. `reading-service.ts` starts it.
 */
import { readFileSync } from 'node:fs';
import { Problem } from '../../../core/messages/problem.ts';
import { columnLetters, readTable, type Table, type TableFormat, tableProblem } from '../../../platform/table/index.ts';
import type { ImportKind } from '../columns.ts';
import type { Finding } from './finding.ts';
import { type Header, readHeader, refuseHeader } from './header.ts';

/** Rows and faults in one line of output. */
const LINE_ITEMS = 200;

async function read(kind: ImportKind, format: TableFormat, charset: string | undefined): Promise<void> {
  const table = await readTable(readFileSync(0), format, charset);
  const header = headerOf(kind, table);
  const { places, ...said } = header;
  write({ header: { ...said, fields: places.map((column) => column?.field ?? null) } });
  // Loaded after the table: a file that cannot be read is refused sooner without it.
  const { createRowCheck } = await import('./row-schemas.ts');
  const { check, faultsTotal } = createRowCheck(kind, header);
  for (let at = 0; at < table.rows.length; at += LINE_ITEMS) {
    const checked = table.rows.slice(at, at + LINE_ITEMS).map(check);
    write({ candidates: checked.flatMap((one) => ('row' in one ? [one] : [])) });
    const broken = checked.flatMap((one) => ('row' in one ? [] : [one]));
    if (broken.length === 0) continue;
    write({ broken: broken.map(({ line }) => line) });
    write({ faults: broken.flatMap(({ faults }) => faults) });
  }
  write({ faultsTotal: faultsTotal() });
}

/** @throws Problem `table-header-wrong`, `table-unreadable` */
function headerOf(kind: ImportKind, { header: { line, cells }, encoding, sheet }: Table): Header {
  const headings = cells.map(({ text }, at) => ({ text, letters: columnLetters(at + 1) }));
  const header = readHeader(kind, headings, sheet);
  // Almost all bytes are valid GB18030. Only a Chinese header proves that the guess is right.
  if (encoding === 'gb18030' && !header.chinese) {
    throw tableProblem('table-unreadable', { reason: 'header-not-chinese', pointer: '#/body' });
  }
  refuseHeader(header, line);
  return header;
}

function write(finding: Finding): void {
  process.stdout.write(`${JSON.stringify(finding)}\n`);
}

if (import.meta.main) {
  const [kind, format, charset] = process.argv.slice(2);
  try {
    await read(kind as ImportKind, format as TableFormat, charset);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    write({ problem: { code: error.code, facts: error.facts } });
  }
}
