/** Use case: giving a figure that is kept, or computing and keeping it. */
import type { Db, RequestDb, Tx } from '../../platform/database/db.ts';
import { unsecured } from '../../platform/database/row-security.ts';
import type { UseCaseLog } from '../../platform/deps.ts';
import { runOrRefuse, waitFor } from '../../platform/http/index.ts';
import type { SealedEntry } from '../../platform/journal/index.ts';
import type { RunTask } from '../../platform/process/task.ts';
import { type FigureKey, type KeptFigure, NO_FIGURE_KINDS } from './figure.ts';
import { findCurrent, insertTouches, keep } from './store.ts';

type Compute<Answer> = () => Promise<KeptFigure<Answer>>;

/** Computations under way in this process, by figure. */
const underWay = new Map<string, Promise<KeptFigure<unknown>>>();

/**
 * Gives a figure with the index of the journal up to which it was computed. Callers of the same figure share a computation,
 * but only one that began after they called: an earlier one may lack what they have just recorded. Whether the caller may see
 * the organisation was checked before.
 * @param compute reads everything on one snapshot, in the same way for all callers
 * @throws Problem `overloaded` when it takes longer than a caller waits. It goes on, and a later caller gets the figure.
 */
export async function keptFigure<Answer>(
  requestDb: RequestDb,
  key: FigureKey,
  compute: Compute<Answer>,
  waitMs?: number,
): Promise<KeptFigure<Answer>> {
  const db = unsecured(requestDb, 'a kept figure is one for all who may see its organisation');
  const current = await findCurrent<Answer>(db, key);
  if (current !== undefined) return current;
  return waitFor(computed(db, key, compute), waitMs);
}

async function computed<Answer>(db: Db, key: FigureKey, compute: Compute<Answer>): Promise<KeptFigure<Answer>> {
  const id = `${key.partyId}/${key.name}/${key.basis}`;
  const earlier = underWay.get(id);
  if (earlier !== undefined) {
    // Its own caller gets its error; this one computes again.
    await earlier.catch(() => undefined);
    const renewed = await findCurrent<Answer>(db, key);
    if (renewed !== undefined) return renewed;
  }
  const computing = underWay.get(id) ?? begin(db, key, id, compute);
  return computing as Promise<KeptFigure<Answer>>;
}

function begin<Answer>(db: Db, key: FigureKey, id: string, compute: Compute<Answer>): Promise<KeptFigure<Answer>> {
  const computing = findOrCompute(db, key, compute).finally(() => underWay.delete(id));
  underWay.set(id, computing);
  return computing;
}

async function findOrCompute<Answer>(db: Db, key: FigureKey, compute: Compute<Answer>): Promise<KeptFigure<Answer>> {
  const current = await findCurrent<Answer>(db, key);
  if (current !== undefined) return current;
  const figure = await compute();
  await keep(db, key, figure);
  return figure;
}

const COMPUTING = new URL('./computing-jobs.ts', import.meta.url);

/** Computes the rate of a period in a process of its own. @throws Problem `overloaded` */
export const computeApart = <Answer>(
  deps: { readonly runTask: RunTask; readonly log: UseCaseLog },
  input: { readonly partyId: string; readonly period: string; readonly asOf: Date },
): Promise<KeptFigure<Answer>> => runOrRefuse(deps, COMPUTING, input) as Promise<KeptFigure<Answer>>;

/** Notes the organisations whose figures entries may change. They are computed again when they are read. */
export const noteTouches = (tx: Tx, entries: readonly SealedEntry[]): Promise<void> =>
  insertTouches(
    tx,
    entries.filter(({ kind }) => !NO_FIGURE_KINDS.includes(kind)),
  );
