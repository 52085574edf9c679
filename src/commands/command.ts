/** The form of an administrator's command. Nothing heavy is imported here: help must appear at once. */
import type { Bilingual, Language } from '../core/messages/language.ts';
import type { ServiceDeps } from '../platform/deps.ts';

/** Surroundings of a command. The configuration is read when it is needed, because it may be invalid. */
export type Settings = {
  readonly language: Language;
  /** Words that start the command, as help shows them: `npm run leadloop --`, or `leadloop` in a container. */
  readonly program: string;
  readonly config: () => CommandConfig;
  readonly clock: () => Date;
};

/** The part of the configuration that commands use. */
export type CommandConfig = {
  readonly province: string;
  readonly dataDir: string;
  readonly keysDir: string;
  readonly db: { readonly url?: string | undefined };
  readonly issuer: { readonly issuer: string; readonly audience: string; readonly elsewhere?: string | undefined };
};

/** The input of one run of a command. */
export type CommandInput = {
  readonly deps: ServiceDeps;
  /** Folder of the key files. */
  readonly keysDir: string;
  /** Options by name, without their dashes. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Arguments after the command's words, such as an id. */
  readonly positionals: readonly string[];
};

/** Does the work of a command and returns the answer to print as JSON. @throws StartupError, Problem */
export type Action = (input: CommandInput) => Promise<unknown>;

export type Command = {
  readonly usage: Bilingual;
  readonly summary: Bilingual;
  readonly options?: Readonly<Record<string, Bilingual>>;
  /** Number of arguments after the command's words; 0 if absent. */
  readonly positionals?: number;
  readonly act: Action;
};

export type Commands = Readonly<Record<string, Command>>;

/** Placeholders of values in the usage of a command, in Chinese. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  name: '名称',
  'login name': '登录名',
  role: '角色',
  'id or social credit code': '编号或统一社会信用代码',
  code: '代码',
  file: '文件',
  address: '地址',
  id: '编号',
  hours: '小时数',
  number: '号码',
  reason: '原因',
  kind: '类型',
  day: '日期',
  root: '根值',
};

/** The usage of a command in both languages, from the English one. @throws Error for an unknown placeholder */
export function usage(en: string): Bilingual {
  const zh = en.replace(/<([^>]+)>/g, (_, name: string) => {
    const word = PLACEHOLDERS[name];
    if (word === undefined) throw new Error(`no Chinese for <${name}>`);
    return `<${word}>`;
  });
  return { en, zh };
}

/** Returns an action whose module is loaded when the action is taken. */
export function loaded<Name extends string>(load: () => Promise<Readonly<Record<Name, Action>>>, name: Name): Action {
  return async (input) => (await load())[name](input);
}
