/** Code tables and dated rules from a file: new rows beside the old ones, none of which ever changes. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../db.ts';
import { StartupError } from '../startup-error.ts';

const Day = z.iso.date();
const inForce = { valid_from: Day, valid_to: Day.nullable().default(null) };
const told = {
  source: z.string().min(1).max(500),
  confidence: z.enum(['V', '2', '1', 'C', 'I', 'M-h', 'M-m', 'M-l']),
};
const name = z.string().min(1).max(200);

/** What a file may hold: rows by table, named as the columns are. */
export const CodeFile = z.strictObject({
  divisions: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[1-8]\d{5}$/),
        name,
        level: z.enum(['province', 'city', 'county']),
        parent: z
          .string()
          .regex(/^[1-8]\d{5}$/)
          .nullable()
          .default(null),
        ...inForce,
      }),
    )
    .default([]),
  waste_codes: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{3}-\d{3}-\d{2}$/),
        name,
        category: z.string().regex(/^HW\d{2}$/),
        hazards: z.array(z.enum(['T', 'C', 'I', 'R', 'In'])).min(1),
        ...{ ...inForce, ...told },
      }),
    )
    .default([]),
  law_values: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*$/),
        value: z.json(),
        ...{ ...inForce, ...told },
      }),
    )
    .default([]),
});

const KEYS = { divisions: 'code', waste_codes: 'code', law_values: 'key' } as const;

export type Loaded = Readonly<Record<keyof typeof KEYS, { readonly added: number; readonly there: number }>>;

/**
 * Adds the rows that are not there yet. All or nothing.
 * @throws StartupError when a row is there with another content: a rule changes by a row from a later day
 */
export async function loadCodes(tx: Tx, file: z.infer<typeof CodeFile>): Promise<Loaded> {
  return {
    divisions: await loadTable(tx, 'divisions', file.divisions),
    waste_codes: await loadTable(tx, 'waste_codes', file.waste_codes),
    law_values: await loadTable(tx, 'law_values', file.law_values),
  };
}

async function loadTable(tx: Tx, table: keyof typeof KEYS, rows: readonly object[]) {
  const target = sql.identifier(table);
  const key = sql.identifier(KEYS[table]);
  const given = sql`jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb)`;
  const { rowCount } = await tx.execute(sql`
    insert into ${target} select * from ${given} on conflict (${key}, valid_from) do nothing`);
  const { rows: other } = await tx.execute<{ named: string }>(sql`
    select g.${key} || ' from ' || g.valid_from as named from ${given} g
    join ${target} t on t.${key} = g.${key} and t.valid_from = g.valid_from
    where t is distinct from g`);
  if (other.length > 0) {
    const names = other.slice(0, 10).map(({ named }) => named);
    throw new StartupError(
      `${table} has other rows already for: ${names.join(', ')}; nothing was loaded. Give a new rule a later valid_from.`,
    );
  }
  const added = rowCount ?? 0;
  return { added, there: rows.length - added };
}
