import { describe, expect, it } from 'vitest';
import { read, rowsIn } from './pages.ts';
import { refresh, TABLES } from './tables.ts';

describe('the tables that repeat the source', () => {
  it.each(TABLES)('$path shows $name as the source does; refresh it with "npm run docs"', (table) => {
    expect(refresh(read(table.path), table)).toBe(read(table.path));
  });

  it.each(TABLES)('a change of $name in $path is found', (table) => {
    const text = read(table.path);
    const [row] = rowsIn(table.path, table.name);
    const changed = text.replace(`| ${row?.[0]} |`, '| `another` |');
    expect(changed).not.toBe(text);
    expect(refresh(changed, table)).not.toBe(changed);
  });

  it.each(TABLES.filter(({ path }) => path.endsWith('.zh-CN.md')))('$path explains each row in Chinese', (table) => {
    const rows = rowsIn(table.path, table.name);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((cells) => !/\p{Script=Han}/u.test(cells.join('')))).toEqual([]);
  });
});

it('the table of statuses has the same rows and the same number of columns in both languages', () => {
  const [en, zh] = ['docs/register.md', 'docs/register.zh-CN.md'].map((path) => rowsIn(path, 'statuses'));
  const shape = (rows: string[][] = []) => rows.map((cells) => [cells[0]?.split(/, |、/), cells.length]);
  expect(shape(en)).toHaveLength(4);
  expect(shape(zh)).toEqual(shape(en));
});
