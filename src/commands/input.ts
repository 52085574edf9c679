/** Reading of what an administrator types, alike in every command. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { PROVINCE_OFFICE_ROLES, scopesOf } from '../core/access/roles.ts';
import type { Actor } from '../core/actor.ts';
import { findPartyByUscc } from '../parties/index.ts';
import type { OwnerDeps } from '../platform/deps.ts';
import { StartupError } from '../platform/process/startup-error.ts';

/** The actor of every command, as the journal names it. */
export const ACTOR: Actor = {
  subject: 'leadloop-command',
  roles: PROVINCE_OFFICE_ROLES,
  source: 'local',
  scopes: scopesOf(PROVINCE_OFFICE_ROLES),
};

/** @throws StartupError */
export function idIn([id]: readonly string[], of: string): string {
  const read = z.uuid().safeParse(id);
  if (!read.success) throw new StartupError(`Name the ${of} by its id, a UUID; see the list.`);
  return read.data.toLowerCase();
}

/** Returns the id of an organisation given by its id or its unified social credit code. @throws StartupError */
export async function partyIdOf({ db }: OwnerDeps, party: string): Promise<string> {
  if (z.uuid().safeParse(party).success) return party.toLowerCase();
  const found = await findPartyByUscc(db, party);
  if (!found) throw new StartupError(`No organisation with the social credit code ${party} is registered here.`);
  return found.id;
}

/** Splits a text at spaces and commas. */
export const words = (text: string | undefined): string[] | undefined => text?.split(/[\s,]+/).filter(Boolean);

/** Reads a JSON file. @throws StartupError when it cannot be read, or names every fault of its form */
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

/** Returns the items of all pages of a list. */
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
