/** Use case: recording each row of a bulk request once, in a transaction of its own, so that no row is ever half recorded. */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Problem } from '../../core/messages/problem.ts';
import type { RequestDb } from '../database/db.ts';
import type { RequestTx } from '../database/row-security.ts';
import { callerOf, languageOf, type RowForm } from '../http/index.ts';
import { claimOnce } from '../idempotency.ts';
import { placesOf, type ReadRow, readRows, toRefusal } from './rows.ts';

type Deps = { readonly db: RequestDb; readonly clock: () => Date };

type Recording<Body, More extends z.ZodRawShape> = {
  readonly rows: readonly unknown[];
  readonly form: RowForm<Body, More>;
  /** Records a row, and returns the answer of the single request. */
  readonly work: (tx: RequestTx, row: ReadRow<Body, z.output<z.ZodObject<More>>>) => Promise<{ readonly id: string }>;
};

type Item =
  | { readonly row: number; readonly outcome: 'recorded' | 'replayed'; readonly id: string }
  | ReturnType<typeof toRefusal>;

/**
 * Records the rows one after the other, so that of two rows that exclude each other the first counts. A problem refuses its row alone. Any other error ends the request: rows before it stay recorded, and the
 * same request records the others.
 */
export async function recordRows<Body, More extends z.ZodRawShape = Record<never, never>>(
  deps: Deps,
  request: FastifyRequest,
  { rows, form, work }: Recording<Body, More>,
) {
  const language = languageOf(request.headers['accept-language']);
  const read = readRows(request, rows, form);
  const items: Item[] = [];
  const recordRow = async (at: number): Promise<void> => {
    const row = read[at];
    if (row === undefined) return;
    if (row instanceof Problem) {
      items[at] = toRefusal(at, row, { body: `#/body/${at}` }, language);
      return;
    }
    try {
      const once = { claim: row.claim, status: 201 };
      const { answer, replayed } = await claimOnce(deps, callerOf(request), once, (tx) => work(tx, row));
      items[at] = { row: at, outcome: replayed ? 'replayed' : 'recorded', id: answer.id };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      items[at] = toRefusal(at, error, placesOf(at, form), language);
    }
  };
  for (const at of read.keys()) await recordRow(at);
  return { ...countsOf(items), items };
}

/** Counts the rows of each outcome. */
export function countsOf(items: readonly { readonly outcome: Item['outcome'] }[]) {
  const count = (outcome: Item['outcome']) => items.filter((item) => item.outcome === outcome).length;
  return { recorded: count('recorded'), replayed: count('replayed'), refused: count('refused') };
}
