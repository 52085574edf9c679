import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CodeFile, CodesShape, loadCodes } from '../../../src/platform/law/index.ts';
import { useDatabase } from '../../setup/database.ts';

const database = useDatabase();
const by = {
  actor: { subject: 'clerk', source: 'local', roles: [], scopes: [] },
  at: new Date('2026-10-15T04:00:00Z'),
} as const;

const shapes = { 'codes.demo': CodesShape, 'codes.fresh': CodesShape, 'codes.twice': CodesShape };

const load = (file: z.input<typeof CodeFile>) =>
  database.db.transaction((tx) => loadCodes(tx, CodeFile.parse(file), { ...by, shapes }));

async function journalOf(subject: string) {
  const { rows } = await database.db.execute<{ kind: string; payload: Record<string, unknown> }>(
    sql`select kind, payload from journal_entries where subject = ${subject} order by number`,
  );
  return rows;
}

const published = { source: 'Notice 1 of 2026', confidence: 'V' } as const;
const division = {
  code: '451500',
  name: '演示市',
  level: 'city',
  parent: '450000',
  valid_from: '2026-01-01',
  ...published,
} as const;
const law = { key: 'codes.demo', value: [{ code: 'a' }], valid_from: '2026-01-01', ...published };

describe('code tables', () => {
  it('take new rows and ends of rows, each with its journal entry', async () => {
    expect((await load({ divisions: [division] })).divisions).toEqual({ added: 1, ended: 0, there: 0 });
    const ended = { ...division, valid_to: '2026-07-01' };
    const renamed = { ...division, name: '新演示市', valid_from: '2026-07-01' };
    expect((await load({ divisions: [ended, renamed] })).divisions).toEqual({ added: 1, ended: 1, there: 0 });
    expect((await load({ divisions: [ended, renamed] })).divisions).toEqual({ added: 0, ended: 0, there: 2 });
    const { rows } = await database.db.execute(
      sql`select name, valid_to::text as to from divisions where code = '451500' order by valid_from`,
    );
    expect(rows).toEqual([
      { name: '演示市', to: '2026-07-01' },
      { name: '新演示市', to: null },
    ]);
    expect(await journalOf('division:451500')).toMatchObject([
      { kind: 'division.added', payload: { name: '演示市', valid_to: null, source: 'Notice 1 of 2026' } },
      { kind: 'division.added', payload: { name: '新演示市' } },
      { kind: 'division.ended', payload: { name: '演示市', valid_to: '2026-07-01' } },
    ]);
  });

  it('never move an end that is set, and change nothing but an end', async () => {
    await load({ law_values: [{ ...law, valid_to: '2026-07-01' }] });
    for (const other of [
      law,
      { ...law, valid_to: '2026-08-01' },
      { ...law, valid_to: '2026-07-01', value: [{ code: 'b' }] },
    ]) {
      await expect(load({ law_values: [other] })).rejects.toThrow('codes.demo from 2026-01-01');
    }
    expect(await journalOf('law:codes.demo')).toHaveLength(1);
    const change = (text: string) => database.db.$client.query(text);
    await expect(change("update law_values set value = '[]' where key = 'codes.hazards'")).rejects.toThrow(
      'append-only',
    );
    await expect(change("update law_values set valid_to = null where key = 'codes.demo'")).rejects.toThrow(
      'append-only',
    );
  });

  it('take nothing of a file in which one row cannot be taken', async () => {
    const fresh = { ...law, key: 'codes.fresh' };
    await expect(load({ law_values: [fresh, { ...law, value: [{ code: 'b' }] }] })).rejects.toThrow(
      'nothing was loaded',
    );
    expect(await journalOf('law:codes.fresh')).toEqual([]);
  });

  it.each([
    ['an end that is no later than its begin', { ...law, valid_to: '2026-01-01' }],
    ['no source', { ...law, source: undefined }],
    ['an unknown confidence', { ...law, confidence: 'sure' }],
  ])('refuse a row with %s', (_, row) => {
    expect(CodeFile.safeParse({ law_values: [row] }).success).toBe(false);
  });

  it('are loaded by two at once, one after the other', async () => {
    const row = { ...law, key: 'codes.twice' };
    const both = await Promise.all([load({ law_values: [row] }), load({ law_values: [row] })]);
    expect(both.map(({ law_values }) => law_values.added).toSorted()).toEqual([0, 1]);
  });
});
