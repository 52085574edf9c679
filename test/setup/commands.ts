/** Runs commands inside this process. They print and end as their processes do, without the seconds that one takes. */
import { loadDatabaseConfig } from '../../src/config.ts';
import { runLeadloop } from '../../src/leadloop.ts';
import { prepare } from '../../src/migrate.ts';
import { failureText } from '../../src/platform/process/lifecycle.ts';
import { runToken } from '../../src/token.ts';

type Environment = Readonly<Record<string, string>>;

/** The output and the exit code of a process. */
type Outcome = { readonly code: number; readonly out: string; readonly err: string };

const COMMANDS = { leadloop: runLeadloop, token: runToken } as const;

/** Runs one command; what its process would print is returned. */
export async function runCommand(
  name: keyof typeof COMMANDS,
  env: Environment,
  args: readonly string[],
): Promise<Outcome> {
  try {
    return { code: 0, out: await COMMANDS[name](args, env), err: '' };
  } catch (error) {
    return { code: 1, out: '', err: failureText(error) };
  }
}

/** Prepares the database and the keys of a service, as `npm run migrate` does. */
export async function migrate(env: Environment): Promise<void> {
  const { db, keysDir } = loadDatabaseConfig(env);
  await prepare({ url: db.url, keysDir });
}
