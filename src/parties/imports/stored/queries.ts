/** Reads a stored import with the outcomes of its rows so far. */
import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from '../../../platform/database/db.ts';
import { importParts, imports } from '../../tables.ts';
import { importProblem } from '../problems.ts';
import type { Findings } from '../report.ts';
import type { StoredImport } from './import.ts';

/** @throws Problem `import-missing` */
export async function readImport(
  db: Reader,
  id: string,
): Promise<{ readonly stored: StoredImport; readonly findings: Findings }> {
  const [stored] = await db.select().from(imports).where(eq(imports.id, id));
  if (stored === undefined) throw importProblem('import-missing', { id });
  const parts = await db
    .select({ findings: importParts.findings })
    .from(importParts)
    .where(and(eq(importParts.importId, id), isNotNull(importParts.findings)))
    .orderBy(asc(importParts.number));
  const judged = parts.flatMap(({ findings }) => findings ?? []);
  const { broken, faults, faultsTotal } = stored.form;
  const refusals = judged.flatMap((part) => part.faults);
  return {
    stored,
    findings: {
      rows: [
        ...broken.map((line) => ({ line, outcome: 'refused' as const, id: null })),
        ...judged.flatMap(({ rows }) => rows),
      ],
      faults: [...faults, ...refusals],
      faultsTotal: faultsTotal + refusals.length,
      warnings: judged.flatMap(({ warnings = [] }) => warnings),
    },
  };
}
