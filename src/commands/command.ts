/** The form of an administrator's command. Nothing heavy is imported here: help must appear at once. */
import type { OwnerDeps } from '../platform/deps.ts';

/** The input of one run of a command. */
export type Given = {
  readonly deps: OwnerDeps;
  /** Folder of the key files. */
  readonly keysDir: string;
  /** Options by name, without their dashes. */
  readonly values: Readonly<Record<string, string | undefined>>;
  /** Arguments after the command's words, such as an id. */
  readonly names: readonly string[];
};

/** Does the work of a command and returns the answer to print as JSON. @throws StartupError, Problem */
export type Action = (given: Given) => Promise<unknown>;

export type Command = {
  readonly usage: string;
  readonly summary: string;
  readonly options?: Readonly<Record<string, string>>;
  /** Number of arguments after the command's words; 0 if absent. */
  readonly names?: number;
  readonly act: Action;
};

export type Commands = Readonly<Record<string, Command>>;

/** Returns an action whose module is loaded when the action is taken. */
export function loaded<Name extends string>(load: () => Promise<Readonly<Record<Name, Action>>>, name: Name): Action {
  return async (given) => (await load())[name](given);
}
