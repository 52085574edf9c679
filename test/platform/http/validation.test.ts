import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fields } from '../../../src/core/messages/field.ts';
import {
  containersOf,
  expected,
  fault,
  faultsOf,
  joinFields,
  type Naming,
} from '../../../src/platform/http/validation/index.ts';
import { linesText, nameText } from '../../../src/platform/http/validation/texts.ts';

const FIELDS: Fields = {
  name: { en: 'organisation name', zh: '单位名称' },
  'sites.name': { en: 'site name', zh: '场所名称' },
  sites: { en: 'sites', zh: '场所' },
  kind: { en: 'kind of site', zh: '场所类型', codes: { plant: { en: 'smelting plant', zh: '冶炼厂' } } },
  massGrams: { en: 'mass in grams', zh: '重量（克）' },
  from: { en: 'first month', zh: '起始月份' },
};

const MONTH = expected(z.string().regex(/^20\d\d-\d\d$/), { en: 'a month', zh: '月份', example: '2026-10' });

function judge(schema: z.ZodType, value: unknown, naming: Partial<Naming> = {}, part = 'body') {
  const issues = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  return faultsOf({ schema, issues, part }, { language: 'zh', fields: FIELDS, ...naming });
}

const detailsOf = (schema: z.ZodType, value: unknown, naming: Partial<Naming> = {}) =>
  judge(schema, value, naming).map(({ detail }) => detail);

describe('a missing field', () => {
  const schema = z.strictObject({ name: nameText(200), kind: z.enum(['plant', 'shop']) });

  it('is named as the form names it, with what to send', () => {
    expect(judge(schema, { kind: 'plant' })).toEqual([
      {
        pointer: '#/body/name',
        rule: 'invalid_type',
        detail: '缺少必填项“单位名称”（name）。',
        remedy: '请填写 1 至 200 个字符的文字。',
      },
    ]);
    expect(judge(schema, { kind: 'plant' }, { language: 'en' })).toEqual([
      {
        pointer: '#/body/name',
        rule: 'invalid_type',
        detail: 'The required field name (organisation name) is missing.',
        remedy: 'Send text of 1 to 200 characters.',
      },
    ]);
  });

  it('is missing whatever its schema is', () => {
    const every = z.strictObject({
      ...{ a: z.enum(['x', 'y']), b: z.literal('x'), c: z.union([z.string(), z.int()]), d: z.array(z.string()) },
      ...{ e: z.strictObject({}), f: z.record(z.string(), z.int()), g: z.boolean(), h: z.iso.date(), i: z.null() },
    });
    expect(detailsOf(every, {})).toEqual([...'abcdefghi'].map((name) => `缺少必填项“${name}”。`));
  });

  it('inside a list is found in its item', () => {
    const nested = z.strictObject({ sites: z.array(schema) });
    const [found] = judge(nested, { sites: [{ name: '厂区', kind: 'plant' }, { kind: 'plant' }] });
    expect(found).toMatchObject({
      pointer: '#/body/sites/1/name',
      detail: '缺少必填项“场所”（sites）第 2 项的“场所名称”（name）。',
    });
    expect(detailsOf(nested, { sites: [{ kind: 'plant' }] }, { language: 'en' })).toEqual([
      'The required field name (site name) of item 1 of sites is missing.',
    ]);
  });
});

describe('every kind of issue has a text of our own', () => {
  const cases: readonly (readonly [string, z.ZodType, unknown, string])[] = [
    ['invalid_type', z.strictObject({ massGrams: z.int() }), { massGrams: '1' }, '“重量（克）”（massGrams）须为整数。'],
    ['invalid_type', z.strictObject({ massGrams: z.int() }), { massGrams: 0.5 }, '“重量（克）”（massGrams）须为整数。'],
    ['invalid_type', z.strictObject({ a: z.boolean() }), { a: 'yes' }, '“a”须为 true（是）或 false（否）。'],
    ['invalid_type', z.strictObject({}), 'text', '请求正文须为 JSON 对象。'],
    [
      'too_big',
      z.strictObject({ name: linesText(5) }),
      { name: '123456' },
      '“单位名称”（name）须为 1 至 5 个字符的文字。',
    ],
    ['too_big', z.strictObject({ a: z.int().max(9) }), { a: 10 }, '“a”须为不大于 9 的整数。'],
    ['too_big', z.strictObject({ a: z.array(z.int()).max(1) }), { a: [1, 2] }, '“a”须为不超过 1 项组成的列表。'],
    ['too_small', z.strictObject({ a: z.string().length(18) }), { a: '1' }, '“a”须为 18 个字符的文字。'],
    ['too_small', z.strictObject({ a: z.int().min(1) }), { a: 0 }, '“a”须为不小于 1 的整数。'],
    ['too_small', z.strictObject({ a: z.number().min(-90).max(90) }), { a: -91 }, '“a”须为 -90 至 90 的数字。'],
    [
      'too_small',
      z.strictObject({ sites: z.array(z.int()).min(2).max(9) }),
      { sites: [1] },
      '“场所”（sites）须为 2 至 9 项组成的列表。',
    ],
    ['invalid_format', z.strictObject({ from: MONTH }), { from: 'x' }, '“起始月份”（from）须为月份，例如 2026-10。'],
    ['invalid_format', z.strictObject({ a: z.iso.date() }), { a: 'x' }, '“a”须为日期，例如 2026-10-05。'],
    [
      'invalid_format',
      z.strictObject({ a: z.iso.datetime({ offset: true }) }),
      { a: 'x' },
      '“a”须为带时区的时间，例如 2026-10-05T08:30:00+08:00。',
    ],
    [
      'invalid_format',
      z.strictObject({ a: z.uuid() }),
      { a: 'x' },
      '“a”须为 UUID，例如 01990000-0000-7000-8000-000000000001。',
    ],
    ['invalid_format', z.strictObject({ a: z.string().regex(/x/) }), { a: 'y' }, '“a”须为接口文档所述的值。'],
    ['not_multiple_of', z.strictObject({ a: z.int().multipleOf(5) }), { a: 3 }, '“a”须为整数（5 的倍数）。'],
    ['unrecognized_keys', z.strictObject({ name: linesText(5) }), { name: 'a', foo: 1 }, '不支持字段 foo。'],
    [
      'invalid_union',
      z.strictObject({ a: z.union([z.int(), z.boolean()]) }),
      { a: 'x' },
      '“a”须为整数，或 true（是）或 false（否）。',
    ],
    [
      'invalid_union',
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('plant') }),
        z.strictObject({ kind: z.literal('shop') }),
      ]),
      { kind: 'x' },
      '“场所类型”（kind）须为以下取值之一：plant（冶炼厂）、shop。',
    ],
    [
      'invalid_key',
      z.strictObject({ a: z.record(MONTH, z.int()) }),
      { a: { x: 1 } },
      '字段名“x”须为月份，例如 2026-10。',
    ],
    [
      'invalid_value',
      z.strictObject({ kind: z.enum(['plant', 'shop']) }),
      { kind: 'x' },
      '“场所类型”（kind）须为以下取值之一：plant（冶炼厂）、shop。',
    ],
    ['invalid_value', z.strictObject({ a: z.literal('lead') }), { a: 'x' }, '“a”须为 lead。'],
    [
      'custom',
      z.strictObject({ name: nameText(9) }),
      { name: ' ' },
      '“单位名称”（name）：须写在一行内，并至少含一个文字或数字。',
    ],
    [
      'custom',
      z.strictObject({
        from: expected(
          MONTH.refine((month) => month < '2000'),
          { en: 'a full month', zh: '整月' },
        ),
      }),
      { from: '2026-10' },
      '“起始月份”（from）须为整月，例如 2026-10。',
    ],
  ];

  it.each(cases)('%s', (rule, schema, value, detail) => {
    const [found, ...rest] = judge(schema, value);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ rule, detail });
    expect(found?.remedy).toMatch(/\p{Script=Han}.*。$/u);
    const [english] = judge(schema, value, { language: 'en', fields: {} });
    expect(english?.detail).not.toMatch(/\p{Script=Han}/u);
    expect(english?.detail).toMatch(/\.$/);
  });

  it('also an element of a map, which no request has', () => {
    const [found] = judge(z.map(z.string(), z.int()), new Map([['a', 'x']]));
    expect(found?.detail).toMatch(/须为.*。$/);
  });
});

describe('one fault a field', () => {
  it('of a value that breaks two rules', () => {
    const schema = z.strictObject({ name: z.string().min(18).regex(/^\d+$/) });
    expect(judge(schema, { name: 'x' })).toHaveLength(1);
  });

  it('for each unknown field', () => {
    const found = judge(z.strictObject({ name: linesText(5) }), { name: 'a', foo: 1, 'b/r': 2 });
    expect(found.map(({ pointer }) => pointer)).toEqual(['#/body/foo', '#/body/b~1r']);
    expect(found[0]?.remedy).toBe('请删除该字段；可用字段：name。');
  });

  it('and none of a rule between fields of which one is wrong already', () => {
    const schema = z
      .strictObject({ from: MONTH, to: MONTH })
      .refine(({ from, to }) => from < to, fault('to must be later.', 'to 须更晚。', 'to', 'from'));
    expect(judge(schema, { from: '2026-10-01', to: '2026-09' }).map(({ pointer }) => pointer)).toEqual(['#/body/from']);
    expect(judge(schema, { from: '2026-10', to: '2026-09' })).toEqual([
      { pointer: '#/body/to', rule: 'custom', detail: 'to 须更晚。', remedy: '请更正相关字段，使其相互一致。' },
    ]);
  });

  it('and not more than a reader can use', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, at]));
    expect(judge(z.strictObject({}), many)).toHaveLength(200);
  });

  it('of the form of a union that was meant', () => {
    const schema = z.union([z.literal('none'), z.strictObject({ massGrams: z.int() })]);
    expect(detailsOf(schema, {})).toEqual(['缺少必填项“重量（克）”（massGrams）。']);
  });
});

describe('names of fields', () => {
  it('depend on the address and on what contains them', () => {
    const schema = z.strictObject({ name: linesText(5) });
    expect(containersOf('/v1/parties/:id/sites')).toEqual(['sites', 'parties', 'v1']);
    expect(containersOf('/v1/imports/sites')).toEqual(['imports/sites', 'sites', 'imports', 'v1']);
    expect(detailsOf(schema, {}, { containers: ['sites', 'parties'] })).toEqual(['缺少必填项“场所名称”（name）。']);
    expect(detailsOf(schema, {}, { containers: ['parties'] })).toEqual(['缺少必填项“单位名称”（name）。']);
  });

  it('are columns where a file was sent', () => {
    const schema = z.strictObject({ name: linesText(5) });
    expect(detailsOf(schema, {}, { columns: true })).toEqual(['缺少必填项“单位名称”列。']);
    expect(detailsOf(schema, { name: '' }, { columns: true, language: 'en' })).toEqual([
      'The column "organisation name" must be text of 1 to 5 characters.',
    ]);
  });

  it('are given once', () => {
    expect(joinFields([FIELDS, { to: { en: 'last month', zh: '截止月份' } }])).toMatchObject({
      to: { zh: '截止月份' },
    });
    expect(() => joinFields([FIELDS, { name: { en: 'name', zh: '名称' } }])).toThrow('name is named twice');
  });

  it('from outside are cut, and never found on a prototype', () => {
    const [found] = judge(z.strictObject({}), { ['x'.repeat(500)]: 1 });
    expect(found?.detail.length).toBeLessThan(100);
    expect(judge(z.strictObject({}), { constructor: 1 }, { containers: ['__proto__'] })[0]?.detail).toBe(
      '不支持字段 constructor。',
    );
  });
});
