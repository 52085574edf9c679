/**
 * `npm run leadloop -- …`: commands for administrators, run on the database next to the running service. Answers are
 * JSON.
 */
import { parseArgs } from 'node:util';
import type { Bilingual, Language } from '../core/messages/language.ts';
import { Problem } from '../core/messages/problem.ts';
import type { UseCaseLog } from '../platform/deps.ts';
import { newId } from '../platform/ids.ts';
import { optionFault } from '../platform/process/option-fault.ts';
import { StartupError } from '../platform/process/startup-error.ts';
import { CLIENT_COMMANDS } from './clients.ts';
import type { Command, CommandInput, Commands, Settings } from './command.ts';
import { JOURNAL_COMMANDS } from './journal.ts';
import { PEOPLE_COMMANDS } from './people.ts';
import { REGISTER_COMMANDS } from './register.ts';

const COMMANDS: Commands = { ...CLIENT_COMMANDS, ...PEOPLE_COMMANDS, ...REGISTER_COMMANDS, ...JOURNAL_COMMANDS };

/** An option of every command. */
const FIELD = {
  field: {
    en: 'print only this field of the answer, without quotes: for scripts',
    zh: '只输出结果中的该字段，不加引号，供脚本使用',
  },
};

const listed = (commands: readonly Command[], language: Language): string =>
  commands.map(({ usage, summary }) => `  ${usage[language]}\n      ${summary[language]}`).join('\n');

const helpIn = (program: string): Bilingual => ({
  en: `${program} <command> [--help]

${listed(Object.values(COMMANDS), 'en')}

Works with DATABASE_URL, or with the database of a running npm start.
`,
  zh: `${program} <命令> [--help]

${listed(Object.values(COMMANDS), 'zh')}

使用 DATABASE_URL 指定的数据库；未设置时使用正在运行的 npm start 的数据库。
`,
});

/**
 * Runs one command and returns the text to print: its answer, or help.
 * @throws StartupError when the command is unknown, its input is wrong, or its work is rejected
 */
export async function runLeadloop(args: readonly string[], settings: Settings): Promise<string> {
  const found = find(args);
  const { language, program } = settings;
  if (found === undefined) return helpWithout(args, helpIn(program))[language];
  const help = helpOf(found.command, program);
  const { values, positionals, helpOnly } = parse(found, help);
  if (helpOnly) return help[language];
  try {
    return printed(await obey(found.command, { values, positionals }, settings), values.field);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { en, zh } = { en: error.text('en'), zh: error.text('zh') };
    throw new StartupError({ en: `${en.detail} ${en.remedy}`, zh: `${zh.detail}${zh.remedy}` }, { cause: error });
  }
}

type Found = { readonly command: Command; readonly rest: string[] };

/** Finds the command that the first words name. Returns it with the arguments after them. */
function find(args: readonly string[]): Found | undefined {
  for (const length of [2, 1]) {
    const command = COMMANDS[args.slice(0, length).join(' ')];
    if (command) return { command, rest: args.slice(length) };
  }
  return undefined;
}

/** Returns help when no command is named. @throws StartupError for an unknown command */
function helpWithout(args: readonly string[], all: Bilingual): Bilingual {
  if (args.length === 0) return all;
  const [first = ''] = args;
  const begun = Object.entries(COMMANDS).filter(([name]) => name.startsWith(`${first} `));
  const some =
    begun.length > 0
      ? both(
          (language) =>
            `${listed(
              begun.map(([, one]) => one),
              language,
            )}\n`,
        )
      : undefined;
  if (args.includes('--help')) return some ?? all;
  if (some !== undefined) {
    throw new StartupError({
      en: `Say which command of ${first}:\n\n${some.en}`,
      zh: `请指定 ${first} 的具体命令：\n\n${some.zh}`,
    });
  }
  throw new StartupError({ en: `There is no such command.\n\n${all.en}`, zh: `没有该命令。\n\n${all.zh}` });
}

const both = (text: (language: Language) => string): Bilingual => ({ en: text('en'), zh: text('zh') });

function helpOf({ usage, summary, options = {} }: Command, program: string): Bilingual {
  return both((language) => {
    const rows = Object.entries({ ...options, ...FIELD }).map(
      ([name, meaning]) => `  --${name.padEnd(9)} ${meaning[language]}`,
    );
    return `${[`${program} ${usage[language]}`, '', summary[language], '', ...rows].join('\n')}\n`;
  });
}

type Words = Pick<CommandInput, 'values' | 'positionals'>;

function parse({ command, rest }: Found, help: Bilingual): Words & { readonly helpOnly: boolean } {
  const named = Object.keys({ ...command.options, ...FIELD }).map((name) => [name, { type: 'string' }] as const);
  const options = { ...Object.fromEntries(named), help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true });
    const { help: helpOnly = false, ...given } = values;
    if (!helpOnly && positionals.length !== (command.positionals ?? 0)) throw new Error('a wrong number of arguments');
    return { values: given as CommandInput['values'], positionals, helpOnly: helpOnly === true };
  } catch (error) {
    const wrong = optionFault(error);
    throw new StartupError(both((language) => `${wrong[language]}\n\n${help[language]}`));
  }
}

const nothing = () => {};
/** A command prints its answer or its fault, and nothing else. */
const SILENT: UseCaseLog = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** Loads what works with the database only now, so that help and faults appear at once. */
async function obey(command: Command, given: Words, { clock, ...settings }: Settings): Promise<unknown> {
  const config = settings.config();
  const needed = {
    en: 'There is no database to speak to: set DATABASE_URL, or start one with npm start.',
    zh: '没有可用的数据库：请设置 DATABASE_URL，或执行 npm start 启动数据库。',
  };
  const { withDatabase } = await import('./database.ts');
  return withDatabase(config, { name: 'leadloop-command', needed }, (db) => {
    const deps = { db, log: SILENT, newId, clock, province: config.province };
    return command.act({ deps, keysDir: config.keysDir, ...given });
  });
}

function printed(answer: unknown, field: string | undefined): string {
  if (field === undefined) return `${JSON.stringify(answer, null, 2)}\n`;
  if (answer === null || typeof answer !== 'object' || !Object.hasOwn(answer, field)) {
    throw new StartupError({
      en: `The answer has no field ${field}; without --field all of it is printed.`,
      zh: `结果中没有字段 ${field}；不加 --field 时输出全部内容。`,
    });
  }
  const value: unknown = Object.entries(answer).find(([name]) => name === field)?.[1];
  return `${typeof value === 'string' ? value : JSON.stringify(value)}\n`;
}
