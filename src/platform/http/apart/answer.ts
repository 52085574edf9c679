/**
 * Requests that read so much that a process of its own answers them (`answering-process.ts`): others are answered meanwhile, and
 * their memory does not grow. The other process has the same routes, and gets the caller that was verified here.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UseCaseLog } from '../../deps.ts';
import { type RunTask, TaskFailure, type TaskOptions } from '../../process/task.ts';
import { httpProblem } from '../problems.ts';
import { callerOf } from '../requests/caller.ts';

/** An answer of the other process. */
export type ApartAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

export type ApartDeps = { readonly runTask: RunTask; readonly log: UseCaseLog; readonly clock: () => Date };

/** Maximum wait of a caller, in milliseconds. Connections that are silent for a minute are closed. */
const WAIT_MS = 40_000;

const ANSWERING = new URL('./answering-process.ts', import.meta.url);

/**
 * Answers a request by the routes of a module in a process of its own. It ends when the caller has waited long enough or went
 * away, because no other caller gets the answer.
 * @param routes a module and the name of the function that it exports: it takes `ApartRoutesDeps` and returns the routes
 * @throws Problem `overloaded`
 */
export async function answerApart(
  deps: ApartDeps,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  routes: { readonly module: URL; readonly name: string },
  waitMs?: number,
): Promise<FastifyReply> {
  const input = {
    ...{ module: routes.module.href, name: routes.name, asOf: deps.clock() },
    ...{ url: request.url, language: request.headers['accept-language'], actor: callerOf(request).actor },
  };
  const answering = whileHere(reply, (gone) => waitFor(runOrRefuse(deps, ANSWERING, input, { gone }), waitMs));
  const { status, headers, body } = (await answering) as ApartAnswer;
  reply.code(status).headers(headers);
  const text = headers['content-type']?.startsWith('application/json');
  return reply.send(text ? JSON.parse(Buffer.from(body).toString()) : Buffer.from(body));
}

/** Works for the caller of a reply. The signal is aborted when the work has ended or failed, or the caller went away. */
async function whileHere<Result>({ raw }: FastifyReply, work: (gone: AbortSignal) => Promise<Result>): Promise<Result> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  raw.once('close', leave);
  if (raw.destroyed) leave();
  try {
    return await work(gone.signal);
  } finally {
    raw.off('close', leave);
    leave();
  }
}

/** Runs a task. @throws Problem `overloaded` when too many wait already, or the process was stopped */
export async function runOrRefuse(
  { runTask, log }: Pick<ApartDeps, 'runTask' | 'log'>,
  module: URL,
  input: object,
  options?: TaskOptions,
): Promise<unknown> {
  try {
    return await runTask(module, input, options);
  } catch (error) {
    if (!(error instanceof TaskFailure)) throw error;
    if (error.reason === 'gone') throw httpProblem('overloaded', { reason: 'computing-unfinished' }, error);
    log.warn({ error }, 'a large figure was not computed');
    const reason = error.reason === 'busy' ? 'computing-busy' : 'computing-stopped';
    throw httpProblem('overloaded', { reason }, error);
  }
}

/** Waits for a figure that goes on to be computed when its caller has waited long enough. @throws Problem `overloaded` */
export async function waitFor<Figure>(figure: Promise<Figure>, waitMs = WAIT_MS): Promise<Figure> {
  const limit = Promise.withResolvers<never>();
  const unfinished = () => limit.reject(httpProblem('overloaded', { reason: 'computing-unfinished' }));
  const timer = setTimeout(unfinished, waitMs);
  try {
    return await Promise.race([figure, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
