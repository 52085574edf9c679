/**
 * `npm run leadloop -- …`: commands for administrators, run on the database next to the running service. Answers are
 * JSON.
 */
import { parseArgs } from 'node:util';
import { CLIENT_COMMANDS } from './commands/clients.ts';
import type { Command, Commands, Given } from './commands/command.ts';
import { PEOPLE_COMMANDS } from './commands/people.ts';
import { REGISTER_COMMANDS } from './commands/register.ts';
import { type Environment, loadLocalConfig } from './config.ts';
import { Problem } from './core/messages/problem.ts';
import { newId } from './platform/ids.ts';
import { createLog } from './platform/operation/log.ts';
import { run } from './platform/process/lifecycle.ts';
import { StartupError } from './platform/process/startup-error.ts';

const COMMANDS: Commands = { ...CLIENT_COMMANDS, ...PEOPLE_COMMANDS, ...REGISTER_COMMANDS };

/** An option of every command. */
const FIELD = { field: 'print only this field of the answer, without quotes: for scripts' };

const listed = (commands: readonly Command[]): string =>
  commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`).join('\n');

const HELP = `npm run leadloop -- <command> [--help]

${listed(Object.values(COMMANDS))}

Works with DATABASE_URL, or with the database of a running npm start.
`;

/**
 * Runs one command and returns the text to print: its answer, or help.
 * @throws StartupError when the command is unknown, its input is wrong, or its work is rejected
 */
export async function runLeadloop(args: readonly string[], env?: Environment): Promise<string> {
  const found = find(args);
  if (found === undefined) return helpWithout(args);
  const { values, names, help } = parse(found.command, found.rest);
  if (help) return helpOf(found.command);
  try {
    return printed(await obey(found.command, { values, names }, env), values.field);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { detail, remedy } = error.text('en');
    throw new StartupError(`${detail} ${remedy}`);
  }
}

/** Finds the command that the first words name. Returns it with the arguments after them. */
function find(args: readonly string[]): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS[args.slice(0, length).join(' ')];
    if (command) return { command, rest: args.slice(length) };
  }
  return undefined;
}

/** Returns help when no command is named. @throws StartupError for an unknown command */
function helpWithout(args: readonly string[]): string {
  if (args.length === 0) return HELP;
  const [first = ''] = args;
  const begun = Object.entries(COMMANDS).filter(([name]) => name.startsWith(`${first} `));
  const some = begun.length > 0 ? `${listed(begun.map(([, one]) => one))}\n` : undefined;
  if (args.includes('--help')) return some ?? HELP;
  if (some !== undefined) throw new StartupError(`Say which command of ${first}:\n\n${some}`);
  throw new StartupError(`There is no such command.\n\n${HELP}`);
}

function helpOf({ usage, summary, options = {} }: Command): string {
  const rows = Object.entries({ ...options, ...FIELD }).map(([name, meaning]) => `  --${name.padEnd(9)} ${meaning}`);
  return `${[`npm run leadloop -- ${usage}`, '', summary, '', ...rows].join('\n')}\n`;
}

type Words = Pick<Given, 'values' | 'names'>;

function parse(command: Command, rest: string[]): Words & { readonly help: boolean } {
  const named = Object.keys({ ...command.options, ...FIELD }).map((name) => [name, { type: 'string' }] as const);
  const options = { ...Object.fromEntries(named), help: { type: 'boolean' } } as const;
  try {
    const { values, positionals: names } = parseArgs({ args: rest, options, allowPositionals: true });
    const { help, ...given } = values;
    if (help !== true && names.length !== (command.names ?? 0)) throw new Error('The command was not understood.');
    return { values: given as Given['values'], names, help: help === true };
  } catch (error) {
    throw new StartupError(`${error instanceof Error ? error.message : String(error)}\n\n${helpOf(command)}`);
  }
}

async function obey(command: Command, given: Words, env: Environment | undefined): Promise<unknown> {
  const config = loadLocalConfig(env);
  const needed = 'There is no database to speak to: set DATABASE_URL, or start one with npm start.';
  const { withDatabase } = await import('./database.ts');
  return withDatabase(config, { name: 'leadloop-command', needed }, (db) => {
    const log = createLog({ level: 'silent', name: 'leadloop' });
    const deps = { db, log, newId, clock: () => new Date(), province: config.province };
    return command.act({ deps, keysDir: config.keysDir, ...given });
  });
}

function printed(answer: unknown, field: string | undefined): string {
  if (field === undefined) return `${JSON.stringify(answer, null, 2)}\n`;
  if (answer === null || typeof answer !== 'object' || !Object.hasOwn(answer, field)) {
    throw new StartupError(`The answer has no field ${field}; without --field all of it is printed.`);
  }
  const value: unknown = Object.entries(answer).find(([name]) => name === field)?.[1];
  return `${typeof value === 'string' ? value : JSON.stringify(value)}\n`;
}

if (import.meta.main) {
  await run(async () => void process.stdout.write(await runLeadloop(process.argv.slice(2))));
}
