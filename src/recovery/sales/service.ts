/** Use case: reading what left an enterprise in a period, and what independent receivers confirmed of it. */
import type { Reader } from '../../platform/database/db.ts';
import { readSoldOutput } from '../../recycling/index.ts';
import { NO_CONTENT } from '../lead-records.ts';
import { type Reading, readMadeContents } from '../terms/content-service.ts';
import type { Sales, SalesRules } from './sales.ts';

/** Reads the sales of a period; undefined while the law believes them. */
export async function collectSales(db: Reader, reading: Reading, rules: SalesRules): Promise<Sales | undefined> {
  if (rules.sales === 'believed') return undefined;
  const { partyId, period } = reading;
  const { from, to, closedOn } = period;
  const { batches, ...sold } = await readSoldOutput(db, { partyId, from, to }, rules);
  const contents = await readMadeContents(
    reading,
    batches.map(({ batchId }) => batchId),
  );
  const byContent = new Map<string, Sales['unconfirmed'][number]>();
  for (const { batchId, batchKind, material, massGrams } of batches) {
    const { ppm, moisturePpm } = contents.get(batchId) ?? NO_CONTENT;
    // A use of mass without a content lifts no rate.
    if (ppm === null && batchKind !== 'product') continue;
    const key = `${material}/${ppm}/${moisturePpm}`;
    const before = byContent.get(key)?.massGrams ?? 0;
    byContent.set(key, { material, ppm, moisturePpm, massGrams: before + massGrams });
  }
  const unconfirmed = [...byContent].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { ...sold, unconfirmed, ...(rules.receipts === 'period' && { receivedUntil: closedOn }) };
}
