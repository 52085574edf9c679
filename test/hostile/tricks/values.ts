/** Hostile values: raw JSON texts in the place of a value, and changed forms of a value that was right. */
import type { Random } from '../random.ts';

const long = (length: number) => `"${'长'.repeat(length)}"`;

/** JSON texts, so that numbers and escapes stay as they are written. */
export const RAW: readonly string[] = [
  ...['null', 'true', 'false', '0', '-0', '1', '-1', '0.5', '1e0', '1E+2', '2147483648', '-2147483649'],
  ...['9007199254740991', '9007199254740992', '9007199254740993', '100000000000', '1e308', '1e309', '-1e400', '1e-400'],
  ...['123456789012345678901234567890', `1${'0'.repeat(400)}`, '0.1e1000000000', '5e-324', '99999999999999.9'],
  ...['""', '" "', '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00x"', '"\\ud83d"', '"\\uffff"', '"\\ufffe"'],
  ...['"\\u202e\\u2066abc"', '"\\u200b"', '"\\u200d\\ufeff"', '"\\u00ad"', '"\\r\\n"', '"a\\nb"', '"\\t"', '"\\u0085"'],
  ...[
    '"\\u2028"',
    '"\\u0301"',
    '"e\\u0301"',
    '"ﬁ"',
    '"１２３"',
    '"Ａ"',
    '"İ"',
    '"ß"',
    '"\\u{1f4a9}"',
    '"💩"',
    '"\\x41"',
  ],
  ...['"__proto__"', '"constructor"', '"toString"', '"null"', '"undefined"', '"NaN"', '"true"', '"0"', '"-1"', '"1e3"'],
  ...["\"' or '1'='1\"", '"; drop table batches; --"', '"%s%n%x"', '"{{7*7}}"', '"../../etc/passwd"'],
  ...[
    '"=1+1"',
    '"@SUM(A1)"',
    '"<script>alert(1)</script>"',
    '"\\\\"',
    '"\\""',
    '"$1"',
    '"\\\\u0000"',
    '"{0}"',
    '"%00"',
  ],
  ...['"2026-02-30"', '"2026-13-01T00:00:00Z"', '"0000-01-01T00:00:00Z"', '"9999-12-31T23:59:59.999Z"'],
  ...['"2026-10-05T24:00:00+08:00"', '"2026-10-05T08:30:60+08:00"', '"2026-10-05T08:30:00"', '"2026-10-05t08:30:00z"'],
  ...['"2026-10-05T08:30:00+99:99"', '"2026-10-05T08:30:00.123456789123456789Z"', '"+012026-10-05T08:30:00Z"'],
  ...['"-000001-01-01T00:00:00Z"', '"1969-12-31T23:59:59Z"', '"2026-10-05T08:30:00-00:00"', '1790000000000'],
  ...['"00000000-0000-0000-0000-000000000000"', '"ffffffff-ffff-ffff-ffff-ffffffffffff"'],
  ...['[]', '{}', '[null]', '[[]]', '[{}]', '{"":""}', '{"a":{"b":{"c":[]}}}', '{"__proto__":{"x":1}}', '{"$ne":null}'],
  ...['{"length":1e9}', '{"toString":1}', '{"then":1}', '{"toJSON":1}', '[1,"1",null,true,{},[]]'],
  ...[
    long(64),
    long(201),
    long(5_000),
    `"${'a'.repeat(30_000)}"`,
    `"${'\\u0000'.repeat(300)}"`,
    `"e${'\\u0301'.repeat(900)}"`,
  ],
  ...[`${'['.repeat(300)}${']'.repeat(300)}`, `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`, `[${'0,'.repeat(3_000)}0]`],
];

/** Names of unknown members. */
export const NAMES: readonly string[] = [
  ...['colour', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', ' ', 'id', 'partyId'],
  ...[
    'state',
    'createdAt',
    'roles',
    'scopes',
    '\u0000',
    '\ud800',
    '💩',
    'x'.repeat(3_000),
    'SiteId',
    'site_id',
    '$where',
  ],
];

const SPRINKLES = [
  '\u200b',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\u0301',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\u3000',
];

/** Changes a text so that it looks nearly the same, or is much longer. */
export function sprinkled(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const sprinkle = random.pick(SPRINKLES);
  return random.pick([
    () => text.slice(0, at) + sprinkle + text.slice(at),
    () => sprinkle + text + sprinkle,
    () => text.toUpperCase(),
    () => text.toLowerCase(),
    () => text.normalize('NFD'),
    () => text.replaceAll(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    () => text.slice(0, at),
    () => text + text,
    () => text.repeat(40),
    () => `{${text}}`,
    () => `urn:uuid:${text}`,
    () => `${text}'"\\;--`,
  ])();
}

/** JSON texts near a number. */
export function shifted(value: number, random: Random): string {
  return random.pick([
    () => String(value + 1),
    () => String(value - 1),
    () => String(-value),
    () => `${value}.0`,
    () => `${value}.5`,
    () => `${value}e0`,
    () => `"${value}"`,
    () => String(value * 1_000),
    () => `${value}${'0'.repeat(12)}`,
    () => `${value}e-1`,
    () => `[${value}]`,
  ])();
}
