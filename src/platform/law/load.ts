/** Loads code tables and dated rules from a file. It adds rows and sets missing ends; it changes nothing else. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../../core/actor.ts';
import { CONFIDENCES } from '../../core/identifiers/confidence.ts';
import type { Language } from '../../core/messages/language.ts';
import type { Tx } from '../database/db.ts';
import { expected, fault, faultsOf, LawWasteCode, spelled } from '../http/index.ts';
import { type Fact, fact, record } from '../journal/index.ts';
import { StartupError } from '../process/startup-error.ts';
import type { LawShapes } from './shapes.ts';

const Day = z.iso.date();
const inForce = { valid_from: Day, valid_to: Day.nullable().default(null) };
const provenance = {
  source: z.string().min(1).max(500),
  confidence: z.enum(CONFIDENCES),
};
const name = z.string().min(1).max(200);

const ends = ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }) =>
  valid_to === null || valid_from < valid_to;
const ENDS = fault(
  'valid_to must be later than valid_from.',
  '截止日期（valid_to）须晚于生效日期（valid_from）。',
  'valid_to',
  'valid_from',
);
const FAULTS_SHOWN = 5;

const DivisionCode = expected(spelled('code').regex(/^[1-8]\d{5}$/), {
  en: 'a GB/T 2260 code of 6 digits',
  zh: '6 位行政区划代码（GB/T 2260）',
  example: '450100',
});

const Division = z.strictObject({
  code: DivisionCode,
  name,
  level: z.enum(['province', 'city', 'county']),
  parent: DivisionCode.nullable().default(null),
  ...{ ...inForce, ...provenance },
});

const WasteCode = z.strictObject({
  code: LawWasteCode,
  name,
  category: expected(spelled('capital-code').regex(/^HW\d{2}$/), { en: 'a category', zh: '废物类别', example: 'HW31' }),
  hazards: z.array(z.enum(['T', 'C', 'I', 'R', 'In'])).min(1),
  ...{ ...inForce, ...provenance },
});

const LawValue = z.strictObject({
  key: expected(spelled('small-code').regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*$/), {
    en: 'the key of a legal parameter',
    zh: '法规参数的键',
    example: 'clock.future-skew',
  }),
  value: z.json(),
  ...{ ...inForce, ...provenance },
});

/** Contents of a law file: rows by table, with the names of the columns. */
export const CodeFile = z.strictObject({
  divisions: z.array(Division.refine(ends, ENDS)).default([]),
  waste_codes: z.array(WasteCode.refine(ends, ENDS)).default([]),
  law_values: z.array(LawValue.refine(ends, ENDS)).default([]),
});

type Table = keyof z.infer<typeof CodeFile>;

/** Tables of a law file: the column that names a row, the name of a row in the journal, and the name for readers. */
const TABLES = {
  divisions: { key: 'code', noun: 'division', words: { en: 'divisions', zh: '行政区划（divisions）' } },
  waste_codes: { key: 'code', noun: 'waste-code', words: { en: 'waste_codes', zh: '废物代码（waste_codes）' } },
  law_values: { key: 'key', noun: 'law', words: { en: 'law_values', zh: '法规参数（law_values）' } },
} as const satisfies Record<Table, object>;

type By = { readonly actor: Actor; readonly at: Date };
type LoadOptions = By & {
  /** The form of every legal parameter that is read. Others are refused. */
  readonly shapes: LawShapes;
};
type Row = Readonly<Record<string, unknown>>;

/** Numbers of rows of a table that are new, that got an end, and that were already equal. */
export type Loaded = Readonly<
  Record<Table, { readonly added: number; readonly ended: number; readonly there: number }>
>;

/**
 * Adds missing rows, and sets the end of existing rows that have an end in the file only. Each row gets a journal entry.
 * @throws StartupError for an existing row with other content (a rule changes by a new row from a later day)
 * @throws StartupError for an unknown rule, or a value of a wrong form
 */
export async function loadCodes(
  tx: Tx,
  file: z.infer<typeof CodeFile>,
  { shapes, ...by }: LoadOptions,
): Promise<Loaded> {
  refuseUnreadable(file.law_values, shapes);
  return {
    divisions: await loadTable(tx, 'divisions', file.divisions, by),
    waste_codes: await loadTable(tx, 'waste_codes', file.waste_codes, by),
    law_values: await loadTable(tx, 'law_values', file.law_values, by),
  };
}

function refuseUnreadable(rows: readonly z.infer<typeof LawValue>[], shapes: LawShapes): void {
  for (const { key, valid_from, value } of rows) {
    const schema = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (schema === undefined) {
      const known = Object.keys(shapes).toSorted();
      throw new StartupError({
        en: `There is no legal parameter ${key}; nothing was loaded. Known ones: ${known.join(', ')}.`,
        zh: `没有名为 ${key} 的法规参数，未导入任何数据。可用的有：${known.join('、')}。`,
      });
    }
    const { error } = schema.safeParse(value, { reportInput: true });
    if (!error) continue;
    const { issues } = error;
    const faults = (language: Language) =>
      faultsOf({ schema, issues, part: 'value' }, { language, fields: {} })
        .slice(0, FAULTS_SHOWN)
        .map(({ detail }) => detail.replace(/[.。]$/, ''))
        .join(language === 'zh' ? '；' : '; ');
    throw new StartupError({
      en: `The value of ${key} from ${valid_from} is not of the form that is read (${faults('en')}); nothing was loaded.`,
      zh: `法规参数 ${key}（自 ${valid_from} 起）的取值格式不符（${faults('zh')}），未导入任何数据。`,
    });
  }
}

async function loadTable(tx: Tx, table: Table, rows: readonly object[], by: By) {
  const target = sql.identifier(table);
  const key = sql.identifier(TABLES[table].key);
  const given = sql`jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb)`;
  // Two loads at once would each find missing what the other is about to add.
  await tx.execute(sql`lock table ${target} in share row exclusive mode`);
  const { rows: added } = await tx.execute<{ row: Row }>(sql`
    insert into ${target} as t select * from ${given} on conflict (${key}, valid_from) do nothing
    returning to_jsonb(t) as row`);
  const { rows: ended } = await tx.execute<{ row: Row }>(sql`
    update ${target} t set valid_to = g.valid_to from ${given} g
    where t.${key} = g.${key} and t.valid_from = g.valid_from and t.valid_to is null and g.valid_to is not null
      and to_jsonb(t) - 'valid_to' = to_jsonb(g) - 'valid_to'
    returning to_jsonb(t) as row`);
  const { rows: other } = await tx.execute<{ name: string; validFrom: string }>(sql`
    select g.${key} as name, g.valid_from::text as "validFrom" from ${given} g
    join ${target} t on t.${key} = g.${key} and t.valid_from = g.valid_from
    where t is distinct from g`);
  if (other.length > 0) {
    const shown = other.slice(0, 10);
    const names = {
      en: shown.map(({ name, validFrom }) => `${name} from ${validFrom}`).join(', '),
      zh: shown.map(({ name, validFrom }) => `${name}（自 ${validFrom} 起）`).join('、'),
    };
    const { words } = TABLES[table];
    throw new StartupError({
      en: `The table ${words.en} already has other content for: ${names.en}; nothing was loaded. Give a new rule a later valid_from.`,
      zh: `${words.zh}表中以下各行已有不同内容：${names.zh}；未导入任何数据。新规定请填写更晚的生效日期（valid_from）。`,
    });
  }
  await record(tx, [
    ...added.map(({ row }) => factOf(table, 'added', row, by)),
    ...ended.map(({ row }) => factOf(table, 'ended', row, by)),
  ]);
  return { added: added.length, ended: ended.length, there: rows.length - added.length - ended.length };
}

function factOf(table: Table, what: 'added' | 'ended', row: Row, { actor, at }: By): Fact {
  const { key, noun } = TABLES[table];
  return fact(`${noun}.${what}`, `${noun}:${String(row[key])}`, actor, at, row);
}
