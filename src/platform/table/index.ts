/** Tables in files: read with their lines, written so that they are read back the same. */
import { readCsv } from './csv.ts';
import type { Table, TableFormat } from './table.ts';
import { readXlsx } from './xlsx.ts';

export { CSV_MARK, toCsvLine } from './csv.ts';
export * from './table.ts';
export { toXlsx } from './xlsx.ts';

/** Reads a file by its kind. @throws Problem `table-unreadable`, `table-too-large`, `table-has-formulas` */
export async function readTable(bytes: Buffer, format: TableFormat, charset?: string): Promise<Table> {
  return format === 'csv' ? readCsv(bytes, charset) : readXlsx(bytes);
}

export { placed as withPlace, tooLarge, unreadable } from './limits.ts';
export { tableProblem } from './problems.ts';
