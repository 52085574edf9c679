/** Tables of docs/ that repeat the source: who may do what, and the variables of the configuration. */

import { variables } from '../../src/config.ts';
import { ROLE_TERMS } from '../../src/core/access/role-terms.ts';
import { type ActsFor, ALL_ROLES, type Role, rowOf } from '../../src/core/access/roles.ts';
import type { Bilingual, Language } from '../../src/core/messages/language.ts';
import { rowsOf } from './pages.ts';

const ACTS_FOR: Readonly<Record<ActsFor, Bilingual>> = {
  party: { en: 'an organisation', zh: '单位' },
  city: { en: 'a city', zh: '设区市' },
  partner: { en: 'a partner province', zh: '对接省份' },
  authority: { en: 'the province', zh: '省级主管部门' },
};

/** A table in a page, between `<!-- name -->` and `<!-- /name -->`. */
type Table = {
  readonly path: string;
  readonly name: string;
  /** Makes the rows. `before` is the table as it is; its texts in a language that the source lacks are kept. */
  readonly rows: (before: readonly string[][]) => string[][];
};

const rolesIn = (language: Language) => () =>
  ALL_ROLES.map((role) => {
    const row = rowOf(role);
    return [code(role), ROLE_TERMS[role][language], ACTS_FOR[row.acts][language], scopesOf(role)];
  });

const scopesOf = (role: Role): string => Object.keys(rowOf(role).may).map(code).join(' ');

/** The source has the meaning of a variable in English. A new variable has an empty Chinese cell until it is filled. */
const variablesIn = (language: Language) => (before: readonly string[][]) => {
  const chinese = new Map(before.map(([name, , means = '']) => [name, means]));
  return variables().map(({ name, preset, means }) => [
    code(name),
    preset === undefined ? '' : code(preset),
    language === 'en' ? means : (chinese.get(code(name)) ?? ''),
  ]);
};

const code = (text: string): string => `\`${text}\``;

export const TABLES: readonly Table[] = [
  { path: 'docs/access.md', name: 'roles', rows: rolesIn('en') },
  { path: 'docs/access.zh-CN.md', name: 'roles', rows: rolesIn('zh') },
  { path: 'docs/configuration.md', name: 'variables', rows: variablesIn('en') },
  { path: 'docs/configuration.zh-CN.md', name: 'variables', rows: variablesIn('zh') },
];

/** Returns the text of a page with its table as the source has it. @throws Error when the page has no such table */
export function refresh(text: string, { path, name, rows }: Table): string {
  const table = new RegExp(`(<!-- ${name} -->\n\n)([\\s\\S]*?)(\n\n<!-- /${name} -->)`);
  const [, , old] = table.exec(text) ?? [];
  if (old === undefined) throw new Error(`${path} has no table "${name}"`);
  const [head = '', rule = ''] = old.split('\n');
  const lines = [head, rule, ...rows(rowsOf(old).slice(2)).map((cells) => `| ${cells.join(' | ')} |`)];
  return text.replace(table, (_, open: string, __, close: string) => `${open}${lines.join('\n')}${close}`);
}
