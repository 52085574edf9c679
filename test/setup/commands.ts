/** Runs commands and services inside this process. They print and end as their processes do, but start at once. */
import { startApi } from '../../src/api.ts';
import type { Settings } from '../../src/commands/command.ts';
import { runLeadloop } from '../../src/commands/leadloop.ts';
import { runToken } from '../../src/commands/token.ts';
import { loadConfig, loadDatabaseConfig, loadLanguage, loadLocalConfig } from '../../src/config.ts';
import { startLocal } from '../../src/local.ts';
import { prepare } from '../../src/migrate.ts';
import { createLog } from '../../src/platform/operation/log.ts';
import { failureText } from '../../src/platform/process/lifecycle.ts';
import { startParts } from '../../src/service.ts';
import { startWorker } from '../../src/worker.ts';

type Environment = Readonly<Record<string, string>>;

/** The output and the exit code of a process. */
type Outcome = { readonly code: number; readonly out: string; readonly err: string };

const COMMANDS = { leadloop: runLeadloop, token: runToken } as const;

/** The surroundings of a command, as its entry point makes them. */
export const settingsOf = (env: Environment, program = 'npm run leadloop --'): Settings => ({
  program,
  language: loadLanguage(env),
  config: () => loadLocalConfig(env),
  clock: () => new Date(),
});

/** Runs one command; what its process would print is returned. */
export async function runCommand(
  name: keyof typeof COMMANDS,
  env: Environment,
  args: readonly string[],
): Promise<Outcome> {
  try {
    return { code: 0, out: await COMMANDS[name](args, settingsOf(env)), err: '' };
  } catch (error) {
    return { code: 1, out: '', err: failureText(error) };
  }
}

/** Prepares the database and the keys of a service, as `npm run migrate` does. */
export async function migrate(env: Environment): Promise<void> {
  const { db, keysDir } = loadDatabaseConfig(env);
  await prepare({ ownerUrl: db.ownerUrl ?? db.url, serviceUrl: db.url, keysDir });
}

const log = createLog({ level: 'silent', name: 'test' });

/** Starts the API, the worker and their queue as `npm start` does, over the database of DATABASE_URL or its own. */
export function startLocalHere(env: Environment) {
  return startParts((atEnd) =>
    startLocal(
      { ...loadLocalConfig(env), withNational: true, clock: () => new Date(), say: () => undefined },
      log,
      atEnd,
    ),
  );
}

const SERVICES = {
  api: (env: Environment) => startParts((atEnd) => startApi(loadConfig(env), log, atEnd)),
  worker: (env: Environment) => startParts((atEnd) => startWorker(loadConfig(env), log, atEnd)),
  local: startLocalHere,
} as const;

/** Starts a service that must not start, and returns what its process would print on standard error. */
export async function refusalOf(name: keyof typeof SERVICES, env: Environment): Promise<string> {
  const outcome = await SERVICES[name](env).catch(failureText);
  if (typeof outcome === 'string') return outcome;
  await outcome.close();
  throw new Error(`${name} started`);
}
