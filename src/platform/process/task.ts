/**
 * Gives work to a module in a process of its own, which may use the database. Heavy computing then neither holds up the
 * requests of this process nor grows its memory.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { createSlots } from './apart.ts';
import { createSpare, type Spare } from './spare.ts';

export type TaskLimits = {
  /** Maximum duration, with the start of the process. */
  readonly timeMs: number;
  /** Maximum heap, in MiB. */
  readonly memoryMb: number;
};

/**
 * The other process did not answer. `busy`: too many wait for one. `failed`: it failed, ended, or took too long. `gone`: its
 * caller no longer waits.
 */
export class TaskFailure extends Error {
  override readonly name = 'TaskFailure';
  readonly reason: 'busy' | 'failed' | 'gone';

  constructor(reason: TaskFailure['reason'], detail: string) {
    super(`work in a process of its own: ${detail}`);
    this.reason = reason;
  }
}

export type TaskOptions = {
  /** Ends the work when it is aborted, so that others need not wait for what no caller takes. */
  readonly gone?: AbortSignal;
  /** Work that may take minutes. It has a place of its own, so that no reader waits for it. */
  readonly long?: boolean;
};

/** Runs the work of a module on an input, with the database of this service, and returns its result. @throws TaskFailure */
export type RunTask = (module: URL, input: object, options?: TaskOptions) => Promise<unknown>;

const LIMITS: TaskLimits = { timeMs: 120_000, memoryMb: 1_024 };
/** Work that takes long has as much memory as it would have in this process. */
const LONG_LIMITS: TaskLimits = {
  timeMs: 600_000,
  memoryMb: Math.floor(getHeapStatistics().heap_size_limit / 1_048_576),
};
/** Heap for new objects, in MiB. Many records that live for one figure would otherwise be moved again and again. */
const YOUNG_MB = 64;
const SLOTS = { slots: 1, waiting: 8 };
/** Time for which a process waits for the next caller, in milliseconds: who reads one large period often reads another. */
const IDLE_MS = 120_000;
/** Others that use the same processor get three times as much of it. With less, callers would wait too long on a busy machine. */
const LESS_THAN_NORMAL = 5;

/** Makes the function that runs tasks one after the other, and those that take long one after the other. */
export function createTasks(
  databaseUrl: string,
  shortLimits = LIMITS,
  longLimits = LONG_LIMITS,
  idleMs = IDLE_MS,
): RunTask {
  const lines = { short: createSlots(SLOTS), long: createSlots(SLOTS) };
  const spare = createSpare(idleMs);
  return async (module, input, { gone, long = false } = {}) => {
    const [inTurn, limits] = long ? [lines.long, longLimits] : [lines.short, shortLimits];
    const running = inTurn(() => runTask(spare, module, { ...input, databaseUrl }, limits, gone), gone);
    if (running === undefined) throw new TaskFailure('busy', 'too many wait');
    try {
      return await running;
    } catch (error) {
      throw gone?.aborted === true ? new TaskFailure('gone', 'its caller no longer waits') : error;
    }
  };
}

type Answer = { readonly result: unknown } | { readonly fault: string };

async function runTask(
  spare: Spare,
  module: URL,
  input: object,
  { timeMs, memoryMb }: TaskLimits,
  gone: AbortSignal | undefined,
): Promise<unknown> {
  const [name, start] = [`${module.href} ${memoryMb}`, () => startProcess(module, memoryMb)];
  const limits = { timeMs, gone };
  // A process that waited may have died without having begun: its work goes to another one.
  const first = await answerOf(spare.take(name, start), input, limits);
  const answer = first ?? (gone?.aborted ? undefined : await answerOf(start(), input, limits));
  if (answer === undefined) throw new TaskFailure('failed', 'the process did not begin');
  if ('fault' in answer) throw new TaskFailure('failed', answer.fault);
  spare.renew(name, start);
  return answer.result;
}

/** Starts a process that loads a module, and leaves the processors to those who answer requests. */
function startProcess(module: URL, memoryMb: number): ChildProcess {
  const child = fork(fileURLToPath(module), [], {
    execArgv: [
      `--max-old-space-size=${memoryMb}`,
      ...[`--min-semi-space-size=${YOUNG_MB}`, `--max-semi-space-size=${YOUNG_MB}`],
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (child.pid !== undefined) setPriority(child.pid, LESS_THAN_NORMAL);
  return child;
}

type Waiting = { readonly timeMs: number; readonly gone: AbortSignal | undefined };

/** Returns the answer of a process, and ends it; undefined when it died before it began. @throws TaskFailure also when its time is over */
async function answerOf(child: ChildProcess, input: object, { timeMs, gone }: Waiting): Promise<Answer | undefined> {
  let isLate = false;
  const kill = () => child.kill('SIGKILL');
  const timer = setTimeout(() => {
    isLate = true;
    kill();
  }, timeMs);
  gone?.addEventListener('abort', kill, { once: true });
  if (gone?.aborted === true) kill();
  try {
    const answer = await messageOf(child, input);
    if (answer === undefined && isLate) throw new TaskFailure('failed', 'the process did not begin in time');
    return answer;
  } finally {
    clearTimeout(timer);
    gone?.removeEventListener('abort', kill);
    kill();
  }
}

/** The first message of a process that answers. */
const BEGUN = { begun: true };

function messageOf(child: ChildProcess, input: object): Promise<Answer | undefined> {
  let begun = false;
  return new Promise((resolve, reject) => {
    const end = (detail: string) => (begun ? reject(new TaskFailure('failed', detail)) : resolve(undefined));
    child.on('message', (message: typeof BEGUN | Answer) => {
      if ('begun' in message) begun = true;
      else resolve(message);
    });
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(`the process ended: ${signal ?? code}`));
    child.send(input, (error) => error && end(error.message));
  });
}

/** Answers the one input that the process gets, and ends with its parent. */
export function answerTask(work: (input: unknown) => Promise<unknown>): void {
  process.once('disconnect', () => process.exit(0));
  process.once('message', (input) => {
    process.send?.(BEGUN, async () => {
      const answer: Answer = await work(input).then(
        (result) => ({ result }),
        (error: Error) => ({ fault: error.stack ?? error.message }),
      );
      answerParent(answer);
    });
  });
}

/** Sends an answer to the parent. One that has ended meanwhile waits for none, and is no error. */
export function answerParent(answer: object): void {
  process.send?.(answer, (error: Error | null) => error && process.exit(0));
}
