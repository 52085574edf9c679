/** Start and end of a process: steps in order, each within its own time limit. */
import type { Logger } from 'pino';
import type { Language } from '../../core/messages/language.ts';
import { StartupError } from './startup-error.ts';

type ShutdownStep = {
  /** Name for the log: `http`, `worker`, `pool`. */
  readonly name: string;
  readonly limitMs: number;
  readonly stop: () => Promise<void>;
};

export type Lifecycle = {
  /**
   * Adds a step. Steps run one after the other in the order of their addition: add the intake of work first and its
   * foundations last.
   */
  readonly onShutdown: (step: ShutdownStep) => void;
  /** Ends the process as a signal would, with `exitCode` if all steps succeed. Repeated calls join the first. */
  readonly shutDown: (reason: string, exitCode?: number) => Promise<void>;
};

/** Signals that end a process. A terminal that is closed sends SIGHUP. */
const ENDINGS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;
type Ending = (typeof ENDINGS)[number];

/** Exit codes of a process that a signal ended, as in shells. */
const EXIT_ON_SECOND: Readonly<Record<Ending, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Listens for the signals that end a process. The first one runs the steps, and the process exits 0, or 1 when a step failed or took
 * too long; a failed step does not keep the next ones from running. A second signal exits at once.
 */
export function startLifecycle(log: Logger): Lifecycle {
  const steps: ShutdownStep[] = [];
  let ending: Promise<void> | undefined;

  const shutDown = (reason: string, exitCode = 0): Promise<void> => {
    ending ??= (async () => {
      log.info({ reason }, 'shutting down');
      const failures = await runSteps(steps, log);
      log.info({ failures }, 'shut down');
      process.exit(failures === 0 ? exitCode : 1);
    })();
    return ending;
  };

  for (const signal of ENDINGS) {
    process.on(signal, () => {
      if (ending === undefined) {
        void shutDown(signal);
        return;
      }
      log.warn({ signal }, 'second signal, exiting at once');
      process.exit(EXIT_ON_SECOND[signal]);
    });
  }
  return { onShutdown: (step) => void steps.push(step), shutDown };
}

/** Returns how many steps failed or took too long. */
async function runSteps(steps: readonly ShutdownStep[], log: Logger): Promise<number> {
  let failures = 0;
  for (const { name, limitMs, stop } of steps) {
    const limit = Promise.withResolvers<never>();
    const timer = setTimeout(() => limit.reject(new Error(`took longer than ${limitMs} ms`)), limitMs);
    try {
      // A step that throws before its first await also counts as failed.
      await Promise.race([Promise.try(stop), limit.promise]);
    } catch (error) {
      failures += 1;
      log.error({ err: error, step: name }, 'a step of the shutdown failed');
    } finally {
      clearTimeout(timer);
    }
  }
  return failures;
}

/**
 * Runs an entry point. A `StartupError` is shown as one sentence in the language of the terminal, without a stack; any
 * other error is a bug and keeps its stack. Both exit 1.
 */
export async function run(main: () => Promise<void>, language: Language = 'en'): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(failureText(error, language));
    process.exit(1);
  }
}

/** Returns the lines that a failed entry point prints on standard error. */
export function failureText(error: unknown, language: Language = 'en'): string {
  if (error instanceof StartupError) return `${error.text(language)}\n`;
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
