import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expected, faultsOf } from '../../../src/platform/http/validation/index.ts';
import { linesText } from '../../../src/platform/http/validation/texts.ts';
import { Month } from '../../../src/platform/http/wire.ts';

function remediesOf(schema: z.ZodType, value: unknown, language: 'en' | 'zh') {
  const issues = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  return faultsOf({ schema, issues, part: 'body' }, { language, fields: {} }).map(({ remedy }) => remedy);
}

describe('the remedy follows from the same expectation as the detail', () => {
  const CODE = expected(
    z
      .string()
      .min(3)
      .refine((code) => code === 'abc'),
    {
      en: 'a code with a right check digit',
      zh: '校验码正确的代码',
      example: 'abc',
      remedy: { en: 'Compare it with the licence.', zh: '请与证照核对。' },
    },
  );
  const PLAIN = expected(z.string().regex(/^\w+$/).max(3), { en: 'letters', zh: '字母' });
  const object = (a: z.ZodType) => z.strictObject({ a });
  const cases: readonly (readonly [string, z.ZodType, unknown, string, string])[] = [
    ['check digit', object(CODE), { a: 'abd' }, 'Compare it with the licence.', '请与证照核对。'],
    ['check digit, too short', object(CODE), { a: 'a' }, 'Compare it with the licence.', '请与证照核对。'],
    ['too short', object(linesText(9, 3)), { a: 'x' }, 'Write 3 to 9 characters.', '请填写 3 至 9 个字符。'],
    ['too long', object(linesText(2)), { a: 'xxx' }, 'Write 1 to 2 characters.', '请填写 1 至 2 个字符。'],
    ['exact length', object(z.string().length(18)), { a: 'x' }, 'Write 18 characters.', '请填写 18 个字符。'],
    ['pattern', object(Month), { a: 'x' }, 'Write it like the example 2026-10.', '请参照示例 2026-10 填写。'],
    ['pattern, no example', object(PLAIN), { a: '-' }, 'Send letters.', '请填写字母。'],
    ['too long, no example', object(PLAIN), { a: 'abcd' }, 'Send letters.', '请填写字母。'],
    ['enum', object(z.enum(['x', 'y'])), { a: 'z' }, 'Send one of these values.', '请从所列取值中选择一项。'],
    ['literal', object(z.literal('lead')), { a: 'z' }, 'Send lead.', '请填写 lead。'],
    ['date', object(z.iso.date()), { a: 'x' }, 'Write it like the example 2026-10-05.', '请参照示例 2026-10-05 填写。'],
    [
      'number, too large',
      object(z.int().max(9)),
      { a: 10 },
      'Send a whole number, 9 or less.',
      '请填写不大于 9 的整数。',
    ],
    [
      'number, too small',
      object(z.int().min(1)),
      { a: 0 },
      'Send a whole number, 1 or more.',
      '请填写不小于 1 的整数。',
    ],
    ['kind', object(z.boolean()), { a: 1 }, 'Send true or false.', '请填写 true（是）或 false（否）。'],
    [
      'unknown member',
      object(z.int()),
      { a: 1, b: 2 },
      'Remove the field; known fields: a.',
      '请删除该字段；可用字段：a。',
    ],
    [
      'missing',
      object(Month),
      {},
      'Send a month of the years 2000 to 2099, such as 2026-10.',
      '请填写 2000 至 2099 年间的月份，例如 2026-10。',
    ],
    [
      'name of a member',
      object(z.record(Month, z.int())),
      { a: { x: 1 } },
      'Rename the field to a month of the years 2000 to 2099, such as 2026-10.',
      '请将字段名改为 2000 至 2099 年间的月份，例如 2026-10。',
    ],
  ];

  it.each(cases)('%s', (_, schema, value, en, zh) => {
    expect(remediesOf(schema, value, 'en')).toEqual([en]);
    expect(remediesOf(schema, value, 'zh')).toEqual([zh]);
  });
});
