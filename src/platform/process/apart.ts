/**
 * Runs a module in a process of its own, with limits on work and memory. What reads files from outside can then neither
 * block nor end this process. The other process gets no environment, and may write no file and open no connection. If this
 * process keeps compiled modules (NODE_COMPILE_CACHE), the other one shares them and loads in half the time.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export type ApartLimits = {
  /** Maximum processor time of the other process. */
  readonly workMs: number;
  /** Maximum time by the clock. A busy machine spends it without any fault of the input. */
  readonly timeMs: number;
  /** Maximum heap, in MiB. */
  readonly memoryMb: number;
  /** Maximum output, in characters. */
  readonly outputMax: number;
};

/** `slots`: processes at once. `waiting`: callers that wait for one. */
export type ApartSlots = { readonly slots: number; readonly waiting: number };

/** Works when a process may run. @param gone aborted when the caller no longer waits */
export type InTurn = <Result>(work: () => Promise<Result>, gone?: AbortSignal) => Promise<Result> | undefined;

/** The other process was stopped, or ended by itself before its work was done. */
export class ApartFailure extends Error {
  override readonly name = 'ApartFailure';
  /** `work`: it used too much of the processor. `time`: it had too little of the processor to end in time. */
  readonly reason: 'work' | 'time' | 'memory' | 'output' | 'ended';

  constructor(reason: ApartFailure['reason'], output = '') {
    super(`a process of its own was stopped: ${reason} ${output}`.trim());
    this.reason = reason;
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Heap for new objects, in MiB: small, because it is not part of the limit. */
const YOUNG_MB = 8;
const ERRORS_MAX = 4_000;

/** Module before the first one: takes back the right to write, and lets the others load quickly. */
const START = new URL('./apart-start.ts', import.meta.url);

/**
 * Gives the input to a module and yields the lines that it writes.
 * @throws ApartFailure when a limit is reached or the process ends early
 */
export async function* runApart(
  module: URL,
  { input, words }: { readonly input: Buffer; readonly words: readonly string[] },
  limits: ApartLimits,
): AsyncGenerator<string> {
  const child = start(module, words, limits.memoryMb);
  const watch = watchWork(child, limits);
  const errors = collect(child.stderr);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    child.once('error', () => resolve(null));
  });
  // A child that stops early closes its input: its exit code is the reason.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  try {
    yield* linesOf(child.stdout, limits.outputMax);
    const code = await ended;
    const stopped = watch.stopped();
    if (stopped !== undefined) throw new ApartFailure(stopped);
    if (code !== 0) throw new ApartFailure(isOutOfMemory(errors()) ? 'memory' : 'ended', errors());
  } finally {
    watch.end();
    child.kill('SIGKILL');
  }
}

/** Pause between two looks at the processor time, in milliseconds. */
const LOOK_MS = 100;
/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10;

/**
 * Stops the other process at its limit of work, or of time. Where the kernel does not show processor time, the limit of time alone
 * holds, and counts as work: it is many times as long.
 */
function watchWork(child: Child, { workMs, timeMs }: Pick<ApartLimits, 'workMs' | 'timeMs'>) {
  let stopped: 'work' | 'time' | undefined;
  const stop = (reason: 'work' | 'time') => {
    stopped ??= reason;
    child.kill('SIGKILL');
  };
  const look = setInterval(async () => {
    if (((await workOf(child.pid)) ?? 0) > workMs) stop('work');
  }, LOOK_MS);
  const timer = setTimeout(async () => {
    const used = await workOf(child.pid);
    stop(used === undefined || used > workMs ? 'work' : 'time');
  }, timeMs);
  return {
    stopped: () => stopped,
    end: () => {
      clearInterval(look);
      clearTimeout(timer);
    },
  };
}

/** Returns the processor time of a process in milliseconds, of all its threads; undefined where the kernel does not show it. */
async function workOf(pid: number | undefined): Promise<number | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program is in brackets and may have blanks.
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields?.[11]) + Number(fields?.[12]);
  return Number.isFinite(ticks) ? ticks * TICK_MS : undefined;
}

function start(module: URL, words: readonly string[], memoryMb: number): Child {
  const inUse = getCompileCacheDir();
  // Node keeps the modules of a process with another heap in another folder, next to the one in use here.
  const compiled = inUse === undefined ? undefined : dirname(inUse);
  return spawn(
    process.execPath,
    [
      '--permission',
      '--allow-fs-read=*',
      ...(compiled === undefined ? [] : [`--allow-fs-write=${compiled}`]),
      `--import=${START.href}`,
      `--max-old-space-size=${memoryMb}`,
      `--max-semi-space-size=${YOUNG_MB}`,
      fileURLToPath(module),
      ...words,
    ],
    { env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
}

async function* linesOf(output: Readable, outputMax: number): AsyncGenerator<string> {
  let begun: string[] = [];
  let length = 0;
  output.setEncoding('utf8');
  for await (const piece of output as AsyncIterable<string>) {
    length += piece.length;
    if (length > outputMax) throw new ApartFailure('output');
    const [first = '', ...lines] = piece.split('\n');
    begun.push(first);
    const last = lines.pop();
    // A long line is joined once, when it ends.
    if (last === undefined) continue;
    yield begun.join('');
    yield* lines;
    begun = [last];
  }
}

function collect(errors: Readable): () => string {
  let text = '';
  errors.setEncoding('utf8');
  errors.on('data', (piece: string) => {
    if (text.length < ERRORS_MAX) text += piece.slice(0, ERRORS_MAX);
  });
  return () => text;
}

const isOutOfMemory = (errors: string) => /heap out of memory|Allocation failed|ERR_STRING_TOO_LONG/.test(errors);

/**
 * Limits how many processes run at once; undefined when too many callers wait already. A caller that goes away while it waits
 * leaves its place to others.
 */
export function createSlots({ slots, waiting }: ApartSlots): InTurn {
  let running = 0;
  const queue: (() => void)[] = [];
  const wait = (gone: AbortSignal | undefined) =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        gone?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        queue.splice(queue.indexOf(begin), 1);
        reject(gone?.reason);
      };
      queue.push(begin);
      gone?.addEventListener('abort', leave, { once: true });
    });
  const end = () => {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return (work, gone) => {
    if (gone?.aborted === true) return Promise.reject(gone.reason);
    if (running < slots) {
      running += 1;
      return work().finally(end);
    }
    if (queue.length >= waiting) return undefined;
    return wait(gone).then(() => work().finally(end));
  };
}
