import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL_ROLES, rowOf } from '../src/core/roles.ts';

const ACTS_FOR = {
  party: 'an organisation',
  city: 'a city',
  partner: 'a partner province',
  authority: 'the province',
};

it('tells the table of roles in English as the source does', () => {
  const told = ALL_ROLES.map((role) => [`\`${role}\``, ACTS_FOR[rowOf(role).acts], scopesTold(role)]);
  expect(rolesIn('README.md')).toEqual(told);
});

it('tells the table of roles in Chinese, with the same scopes', () => {
  const rows = rolesIn('README.zh-CN.md');
  expect(rows.map(([role, , scopes]) => [role, scopes])).toEqual(
    ALL_ROLES.map((role) => [`\`${role}\``, scopesTold(role)]),
  );
  expect(rows.filter(([, about]) => !/\p{Script=Han}/u.test(about ?? ''))).toEqual([]);
});

const scopesTold = (role: (typeof ALL_ROLES)[number]) =>
  Object.keys(rowOf(role).may)
    .map((scope) => `\`${scope}\``)
    .join(' ');

/** The rows between the markers, without the two of the head. */
function rolesIn(file: string): string[][] {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const table = text.split('<!-- roles -->')[1]?.split('<!-- /roles -->')[0] ?? '';
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
