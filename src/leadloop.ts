/** `npm run leadloop -- …`: what an administrator does beside the running service. Answers are JSON, for scripts. */
import { parseArgs } from 'node:util';
import { CLIENT_COMMANDS } from './commands/clients.ts';
import type { Command, Commands, Given } from './commands/command.ts';
import { PEOPLE_COMMANDS } from './commands/people.ts';
import { REGISTER_COMMANDS } from './commands/register.ts';
import { loadLocalConfig } from './config.ts';
import { newId } from './core/ids.ts';
import { Problem } from './core/messages/problem.ts';
import { withDatabase } from './database.ts';
import { createLog } from './platform/operation/log.ts';
import { run } from './platform/process/lifecycle.ts';
import { StartupError } from './platform/process/startup-error.ts';

const COMMANDS: Commands = { ...CLIENT_COMMANDS, ...PEOPLE_COMMANDS, ...REGISTER_COMMANDS };

/** Of every command. */
const FIELD = { field: 'print this field of the answer alone, as it is: for scripts' };

const listed = (commands: readonly Command[]): string =>
  commands.map(({ use, says }) => `  ${use}\n      ${says}`).join('\n');

const HELP = `npm run leadloop -- <command> [--help]

${listed(Object.values(COMMANDS))}

Works with DATABASE_URL, or with the database of the npm start that runs beside.
`;

function helpOf({ use, says, options = {} }: Command): string {
  const rows = Object.entries({ ...options, ...FIELD }).map(([name, meaning]) => `  --${name.padEnd(9)} ${meaning}`);
  return `${[`npm run leadloop -- ${use}`, '', says, '', ...rows].join('\n')}\n`;
}

/** The command that the first words name, and the rest. */
function find(args: readonly string[]): { command: Command; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS[args.slice(0, length).join(' ')];
    if (command) return { command, rest: args.slice(length) };
  }
  return undefined;
}

function parse(command: Command, rest: string[]): Pick<Given, 'values' | 'names'> & { readonly help: boolean } {
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

async function obey(args: readonly string[]): Promise<string> {
  const found = find(args);
  if (found === undefined) {
    if (args.length === 0 || args.includes('--help')) return HELP;
    const [first = ''] = args;
    const begun = Object.entries(COMMANDS).filter(([name]) => name.startsWith(`${first} `));
    if (begun.length > 0 && args.includes('--help')) return `${listed(begun.map(([, one]) => one))}\n`;
    if (begun.length > 0)
      throw new StartupError(`Say which command of ${first}:\n\n${listed(begun.map(([, one]) => one))}\n`);
    throw new StartupError(`There is no such command.\n\n${HELP}`);
  }
  const { values, names, help } = parse(found.command, found.rest);
  if (help) return helpOf(found.command);
  const config = loadLocalConfig();
  const needed = 'There is no database to speak to: set DATABASE_URL, or run npm start beside.';
  const answer = await withDatabase(config, { name: 'leadloop-command', needed }, (db) => {
    const log = createLog({ level: 'silent', name: 'leadloop' });
    const deps = { db, log, newId, clock: () => new Date(), province: config.province };
    return found.command.act({ deps, keysDir: config.keysDir, values, names });
  });
  return printed(answer, values.field);
}

function printed(answer: unknown, field: string | undefined): string {
  if (field === undefined) return `${JSON.stringify(answer, null, 2)}\n`;
  const told = answer !== null && typeof answer === 'object' && Object.hasOwn(answer, field);
  if (!told) throw new StartupError(`The answer has no field ${field}; without --field all of it is printed.`);
  const value: unknown = Object.entries(answer).find(([name]) => name === field)?.[1];
  return `${typeof value === 'string' ? value : JSON.stringify(value)}\n`;
}

if (import.meta.main) {
  await run(async () => {
    try {
      process.stdout.write(await obey(process.argv.slice(2)));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { detail, remedy } = error.text('en');
      throw new StartupError(`${detail} ${remedy}`);
    }
  });
}
