/** Use case: giving a figure that is kept, or computing and keeping it. */
import type { Db, RequestDb, Tx } from '../../platform/database/db.ts';
import { unsecured } from '../../platform/database/row-security.ts';
import type { UseCaseLog } from '../../platform/deps.ts';
import { httpProblem } from '../../platform/http/index.ts';
import type { SealedEntry } from '../../platform/journal/index.ts';
import { type RunTask, TaskFailure } from '../../platform/process/task.ts';
import type { FigureKey, KeptFigure } from './figure.ts';
import { findCurrent, insertTouches, keep } from './store.ts';

type Compute<Answer> = () => Promise<KeptFigure<Answer>>;

/** Maximum wait of a caller, in milliseconds. Connections that are silent for a minute are closed. */
const WAIT_MS = 40_000;

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
  waitMs = WAIT_MS,
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

/** Waits for a figure. An error of one that takes longer has no caller any more; the next computes it again. */
async function waitFor<Figure>(figure: Promise<Figure>, waitMs: number): Promise<Figure> {
  const limit = Promise.withResolvers<never>();
  const unfinished = () => limit.reject(httpProblem('overloaded', { reason: 'computing-unfinished' }));
  const timer = setTimeout(unfinished, waitMs);
  try {
    return await Promise.race([figure, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
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

/**
 * Computes the rate of a period in a process of its own.
 * @throws Problem `overloaded` when too many are computed already, or the process was stopped
 */
export async function computeApart<Answer>(
  { runTask, log }: { readonly runTask: RunTask; readonly log: UseCaseLog },
  input: { readonly partyId: string; readonly period: string; readonly asOf: Date },
): Promise<KeptFigure<Answer>> {
  try {
    return (await runTask(COMPUTING, input)) as KeptFigure<Answer>;
  } catch (error) {
    if (!(error instanceof TaskFailure)) throw error;
    log.warn({ error, ...input }, 'a figure was not computed');
    const reason = error.reason === 'busy' ? 'computing-busy' : 'computing-stopped';
    throw httpProblem('overloaded', { reason }, error);
  }
}

/** Notes the organisations whose figures entries may change. They are computed again when they are read. */
export const noteTouches = (tx: Tx, entries: readonly SealedEntry[]): Promise<void> => insertTouches(tx, entries);
