/**
 * Prints documents as PDF, and writes workbooks, in a process of its own, one after the other. The process is renewed after some documents, because
 * typesetting keeps memory, and ended when a document takes too long or too much memory. It gets no environment, so no
 * proxy and no folder of packages, and the next document gets a new one.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PrintedDocument } from '../../core/documents/document.ts';
import type { Sheet } from '../../core/documents/workbook.ts';
import { codePointsOf, toPrintable } from './characters.ts';
import { dataOf } from './layout.ts';
import type { Job, Printed } from './press.ts';

export type PrinterLimits = {
  /** Maximum time of one document, by the clock, with the start of the process. */
  readonly timeMs: number;
  /** Maximum memory of the process, in MiB, where the kernel shows it. */
  readonly memoryMb: number;
  /** Documents after which the process is renewed. */
  readonly documents: number;
  /** Maximum of documents that wait or are being printed. */
  readonly waiting: number;
  /** Maximum size of the data of a document, in characters of JSON. */
  readonly dataMax: number;
  /** Maximum number of cells of a workbook. */
  readonly cellsMax: number;
};

const LIMITS: PrinterLimits = {
  timeMs: 20_000,
  memoryMb: 768,
  documents: 200,
  waiting: 8,
  dataMax: 2_000_000,
  cellsMax: 300_000,
};

/**
 * A document was not printed. `busy`: too many wait. `large`, `time`, `memory`: a limit was
 * reached. `ended`: the process ended. `layout`: the layout failed.
 */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';
  readonly reason: 'busy' | 'large' | 'time' | 'memory' | 'ended' | 'layout';

  constructor(reason: PrintFailure['reason'], detail = '') {
    super(`a document was not printed: ${reason} ${detail}`.trim());
    this.reason = reason;
  }
}

export type Printer = {
  /**
   * Returns the PDF of a document: the same document gives the same bytes. Characters that the font lacks are printed as their code
   * points, and listed at the end.
   * @throws PrintFailure
   */
  readonly print: (document: PrintedDocument) => Promise<Buffer>;
  /** Returns a workbook with numbers, texts and formulas. @throws PrintFailure */
  readonly write: (sheets: readonly Sheet[]) => Promise<Buffer>;
  readonly close: () => Promise<void>;
};

/** Opens a printer. Its process starts with the first document. */
export function openPrinter(given: Partial<PrinterLimits> = {}): Printer {
  const limits = { ...LIMITS, ...given };
  let press: Press | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const printNext = async (job: Job): Promise<Buffer> => {
    if (press === undefined || !press.usable(limits.documents)) {
      press?.end();
      press = startPress();
    }
    return press.print(job, limits);
  };
  const inTurn = async (make: () => Promise<Job>): Promise<Buffer> => {
    if (waiting >= limits.waiting) throw new PrintFailure('busy');
    waiting += 1;
    try {
      const job = await make();
      const printing = last.then(() => printNext(job));
      last = printing.catch(() => undefined);
      return await printing;
    } finally {
      waiting -= 1;
    }
  };
  return {
    print: (document) => inTurn(() => jobOf(document, limits.dataMax)),
    write: (sheets) =>
      inTurn(async () => {
        const cells = sheets.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0);
        if (cells > limits.cellsMax) throw new PrintFailure('large');
        return { sheets };
      }),
    close: async () => press?.end(),
  };
}

async function jobOf(document: PrintedDocument, dataMax: number): Promise<Job> {
  known ??= readFile(new URL('./fonts/Regular.ttf', import.meta.url)).then(codePointsOf);
  const { value, missing } = toPrintable(dataOf(document), await known);
  const text = JSON.stringify({ ...value, missing });
  if (text.length > dataMax) throw new PrintFailure('large');
  return { data: text, createdAtSeconds: Math.floor(document.createdAt.getTime() / 1_000) };
}

let known: Promise<ReadonlySet<number>> | undefined;

type Press = ReturnType<typeof startPress>;

/** Starts the process. It loads a native library, so that Node's own permissions cannot hold that; it has no environment. */
function startPress() {
  const child = fork(fileURLToPath(new URL('./press.ts', import.meta.url)), [], {
    execArgv: ['--permission', '--allow-fs-read=*', '--allow-addons', '--disable-warning=PERM0001', '--no-warnings'],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let printed = 0;
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  idle(child, true);
  return {
    usable: (documents: number) => !ended && child.connected && printed < documents,
    end: () => void child.kill('SIGKILL'),
    print: async (job: Job, limits: PrinterLimits): Promise<Buffer> => {
      printed += 1;
      idle(child, false);
      try {
        return await answerOf(child, job, limits);
      } catch (error) {
        // A process that is being ended still looks alive. One whose layout failed is as good as before.
        ended ||= !(error instanceof PrintFailure && error.reason === 'layout');
        throw error;
      } finally {
        idle(child, true);
      }
    },
  };
}

/** A process that waits does not keep this one alive. */
function idle(child: ChildProcess, yes: boolean): void {
  const change = yes ? 'unref' : 'ref';
  child[change]();
  child.channel?.[change]();
}

/** Pause between two looks at the memory, in milliseconds. */
const LOOK_MS = 50;

function answerOf(child: ChildProcess, job: Job, { timeMs, memoryMb }: PrinterLimits): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const stop = (reason: 'time' | 'memory') => {
    child.kill('SIGKILL');
    reject(new PrintFailure(reason));
  };
  const timer = setTimeout(() => stop('time'), timeMs);
  const look = setInterval(async () => {
    if (((await memoryOf(child.pid)) ?? 0) > memoryMb) stop('memory');
  }, LOOK_MS);
  const onMessage = (printed: Printed) => {
    if ('file' in printed) resolve(Buffer.from(printed.file));
    else reject(new PrintFailure('layout', printed.failure));
  };
  const onExit = () => reject(new PrintFailure('ended'));
  child.once('message', onMessage);
  child.once('exit', onExit);
  child.once('error', onExit);
  child.send(job, (error) => {
    if (error) onExit();
  });
  return promise.finally(() => {
    clearTimeout(timer);
    clearInterval(look);
    child.off('message', onMessage);
    child.off('exit', onExit);
    child.off('error', onExit);
  });
}

/** Returns the resident memory of a process in MiB; undefined where the kernel does not show it. */
async function memoryOf(pid: number | undefined): Promise<number | undefined> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => undefined);
  const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(text ?? '')?.[1]);
  return Number.isFinite(kilobytes) ? kilobytes / 1_024 : undefined;
}
