/** What a command of the administrator is, and what all of them read alike. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OFFICE, scopesOf } from '../core/access/roles.ts';
import type { Actor } from '../core/actor.ts';
import { findPartyByUscc } from '../parties/index.ts';
import type { Deps } from '../platform/deps.ts';
import { StartupError } from '../platform/process/startup-error.ts';

/** Who stands behind a command in the journal. */
export const ACTOR: Actor = {
  subject: 'leadloop-command',
  roles: OFFICE,
  source: 'local',
  scopes: scopesOf(OFFICE),
};

export type Given = {
  readonly deps: Deps;
  /** Folder of the key files. */
  readonly keysDir: string;
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly names: readonly string[];
};

export type Command = {
  readonly use: string;
  readonly says: string;
  readonly options?: Readonly<Record<string, string>>;
  /** What stands behind the command, such as an id. */
  readonly names?: number;
  /** Answers what is printed, as JSON. */
  readonly act: (given: Given) => Promise<unknown>;
};

export type Commands = Readonly<Record<string, Command>>;

/** @throws StartupError */
export function idIn([id]: readonly string[], of: string): string {
  const read = z.uuid().safeParse(id);
  if (!read.success) throw new StartupError(`Name the ${of} by its id, a UUID; see the list.`);
  return read.data.toLowerCase();
}

/** An organisation by its id or its unified social credit code. @throws StartupError */
export async function partyIdOf({ db }: Deps, party: string): Promise<string> {
  if (z.uuid().safeParse(party).success) return party.toLowerCase();
  const found = await findPartyByUscc(db, party);
  if (!found) throw new StartupError(`No organisation with the social credit code ${party} is registered here.`);
  return found.id;
}

/** Words separated by spaces or commas. */
export const words = (text: string | undefined): string[] | undefined => text?.split(/[\s,]+/).filter(Boolean);

/** A JSON file of that shape. @throws StartupError */
export async function readAs<Output>(file: string, schema: z.ZodType<Output>): Promise<Output> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new StartupError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return checked(schema, value, file);
}

/** @throws StartupError that names every fault */
export function checked<Output>(schema: z.ZodType<Output>, value: unknown, what: string): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => `  ${path.join('.') || 'all'}: ${message}`);
  throw new StartupError(`${what} is not as it must be:\n${faults.join('\n')}`);
}

/** Every item of a list that comes in pages. */
export async function allOf<Item>(
  pageAfter: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await pageAfter(cursor);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    cursor = page.nextCursor;
  }
}
