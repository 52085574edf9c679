/** Reading of what an administrator types, alike in every command. */
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { PROVINCE_OFFICE_ROLES, scopesOf } from '../core/access/roles.ts';
import type { Actor } from '../core/actor.ts';
import { capitalCodeOf } from '../core/identifiers/spelling.ts';
import type { Fields } from '../core/messages/field.ts';
import type { Language } from '../core/messages/language.ts';
import { findPartyByUscc, PARTY_FIELDS } from '../parties/index.ts';
import type { ServiceDeps } from '../platform/deps.ts';
import { faultsOf, HTTP_FIELDS, Id, joinFields } from '../platform/http/index.ts';
import { StartupError } from '../platform/process/startup-error.ts';

/** The actor of every command, as the journal names it. */
export const ACTOR: Actor = {
  subject: 'leadloop-command',
  roles: PROVINCE_OFFICE_ROLES,
  source: 'local',
  scopes: scopesOf(PROVINCE_OFFICE_ROLES),
};

/** @throws StartupError */
export function idIn([id]: readonly string[]): string {
  const read = Id.safeParse(id);
  if (!read.success)
    throw new StartupError({
      en: 'Give the record by its id, a UUID; the list shows it.',
      zh: '请填写记录编号（UUID），可在列表中查到。',
    });
  return read.data;
}

/** Returns the id of an organisation given by its id or its unified social credit code. @throws StartupError */
export async function partyIdOf({ db }: ServiceDeps, party: string): Promise<string> {
  const { data: id } = Id.safeParse(party);
  if (id !== undefined) return id;
  const found = await findPartyByUscc(db, capitalCodeOf(party));
  if (!found)
    throw new StartupError({
      en: `No organisation with the social credit code ${party} is registered here.`,
      zh: `统一社会信用代码为 ${party} 的单位未在本系统登记。`,
    });
  return found.id;
}

/** Splits a text at spaces and commas. */
export const words = (text: string | undefined): string[] | undefined => text?.split(/[\s,]+/).filter(Boolean);

/** Reads a JSON file. @throws StartupError when it cannot be read, or names every fault of its form */
export async function readAs<Output>(file: string, schema: z.ZodType<Output>, fields?: Fields): Promise<Output> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new StartupError(
      { en: `The file ${file} cannot be read as JSON${code}.`, zh: `文件 ${file} 无法按 JSON 读取${code}。` },
      { cause: error },
    );
  }
  return checked(schema, value, fields);
}

const FAULTS_SHOWN = 20;

/**
 * Checks what an administrator gives.
 * @param fields names of the fields of its feature; those of organisations are always known
 * @throws StartupError that names every fault, in the words of the API
 */
export function checked<Output>(schema: z.ZodType<Output>, value: unknown, fields: Fields = {}): Output {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  const named = joinFields([HTTP_FIELDS, PARTY_FIELDS, fields]);
  const shown = (language: Language) =>
    faultsOf({ schema, issues, part: 'body' }, { language, fields: named })
      .slice(0, FAULTS_SHOWN)
      .map(({ detail, remedy }) => `  ${detail} ${remedy}`)
      .join('\n');
  throw new StartupError({
    en: `These values are not accepted:\n${shown('en')}`,
    zh: `以下内容有误：\n${shown('zh')}`,
  });
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
