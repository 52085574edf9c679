import { expect, it } from 'vitest';
import { ALL_ROLES, rowOf } from '../src/core/access/roles.ts';
import { rowsIn } from './readme-table.ts';

const ACTS_FOR = {
  party: 'an organisation',
  city: 'a city',
  partner: 'a partner province',
  authority: 'the province',
};

it('shows the table of roles in English as the source does', () => {
  const documented = ALL_ROLES.map((role) => [`\`${role}\``, ACTS_FOR[rowOf(role).acts], scopesCell(role)]);
  expect(rowsIn('README.md', 'roles')).toEqual(documented);
});

it('shows the table of roles in Chinese, with the same scopes', () => {
  const rows = rowsIn('README.zh-CN.md', 'roles');
  expect(rows.map(([role, , scopes]) => [role, scopes])).toEqual(
    ALL_ROLES.map((role) => [`\`${role}\``, scopesCell(role)]),
  );
  expect(rows.filter(([, about]) => !/\p{Script=Han}/u.test(about ?? ''))).toEqual([]);
});

const scopesCell = (role: (typeof ALL_ROLES)[number]) =>
  Object.keys(rowOf(role).may)
    .map((scope) => `\`${scope}\``)
    .join(' ');
