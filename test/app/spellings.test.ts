/** Every text of every request has a kind, and so one spelling: a new field cannot slip past. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RegisterLicenceRequest, RegisterPartyRequest } from '../../src/parties/register/schemas.ts';
import { RegisterVehicleRequest } from '../../src/parties/vehicles/schemas.ts';
import { type Schema, unwrap } from '../../src/platform/http/validation/index.ts';
import { Id, kindOf, nameText, signed, type TextKind } from '../../src/platform/http/validation/texts.ts';
import { spellingsOf } from '../core/identifiers/decorations.ts';
import { type RequestPart, requestSchemas } from './request-schemas.ts';

let parts: RequestPart[];
beforeAll(async () => {
  parts = await requestSchemas();
});

type Text = { readonly path: string; readonly schema: Schema };

/** Every text below a schema. Codes of a closed list and literals have one spelling by themselves. */
function textsIn(schema: Schema, path: string): Text[] {
  const inner = unwrap(schema).at(-1) as z.ZodType;
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([name, next]) => textsIn(next as Schema, `${path} ${name}`));
  if (inner instanceof z.ZodArray) return textsIn(inner.element as Schema, path);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((one) => textsIn(one as Schema, path));
  if (inner instanceof z.ZodRecord) return [{ path: `${path} (any name)`, schema }];
  return inner._zod.def.type === 'string' ? [{ path, schema }] : [];
}

const texts = () => parts.flatMap(({ what, schema }) => textsIn(schema, what));

describe('a text of a request', () => {
  it('has a kind', () => {
    expect(texts().length).toBeGreaterThan(200);
    expect(texts().filter(({ schema }) => kindOf(schema) === undefined)).toEqual([]);
  });

  it('counts character by character only where it is a secret, a key or signed', () => {
    const same = texts().filter(({ schema }) => kindOf(schema) === 'same');
    expect([...new Set(same.map(({ path }) => path.split(' ').at(-1)))]).toEqual(['envelopes', 'idempotencyKey']);
  });

  it('accepts a decorated spelling as the form itself', () => {
    const decorations: Partial<Record<TextKind, Parameters<typeof spellingsOf>[1]>> = {
      ...{ code: {}, 'small-code': { cases: true }, 'capital-code': { cases: true }, plate: { cases: true } },
      ...{ number: { inside: false }, token: { inside: false, width: false } },
      ...{ line: { inside: false, width: false }, lines: { inside: false, width: false } },
    };
    for (const { path, schema } of texts()) {
      const ways = decorations[kindOf(schema) ?? 'same'];
      const valid = SAMPLES.find((one) => (schema as z.ZodType).safeParse(one).success);
      if (ways === undefined || valid === undefined) continue;
      const read = (schema as z.ZodType).parse(valid);
      fc.assert(
        fc.property(spellingsOf(valid, ways), (written) => {
          expect((schema as z.ZodType).parse(written), path).toEqual(read);
        }),
        { numRuns: 20 },
      );
    }
  });
});

const SAMPLES = [
  ...['0199f2c4-5b1e-7d30-9a44-00000000004f', '91450100000000887K', '900-052-31', '20264500000123', '450100', '45'],
  ...['2026-10', '2026-10-05', '2026-10-05T08:30:00+08:00', '0771-5550100', 'ab'.repeat(32), 'wang.fang', '桂A12345'],
];

describe('a name', () => {
  it.each([
    '',
    '   ',
    '\u3000',
    '\u200b',
    '\ufeff\u2060',
    '\u00ad',
    '–',
    '甲\n乙',
    '甲\r乙',
    '甲\u2028乙',
    '#N/A',
    '#REF!',
  ])('is not %j', (name) => {
    expect(nameText(100).safeParse(name).success).toBe(false);
  });

  it('loses a line end after it', () => {
    expect(nameText(100).parse('南宁市演示路1号\r')).toBe('南宁市演示路1号');
  });
});

describe('a number of a document', () => {
  const LICENCE = {
    ...{ mode: 'recycling', wasteCodes: ['900-052-31'], validFrom: '2026-01-01', validTo: '2031-01-01' },
    issuer: '演示主管部门',
  };
  it.each([
    '4.501E+09',
    '="0450100001"',
    "'0450100001",
    '#N/A',
    '#REF!',
    'NULL',
    '-',
    '—',
    '   ',
    '\u200b',
    '5-Jan',
    '()',
  ])('is not %j', (number) => {
    expect(RegisterLicenceRequest.safeParse({ ...LICENCE, number }).success).toBe(false);
  });

  it('is one in every spelling', () => {
    const numberIn = (number: string) => RegisterLicenceRequest.parse({ ...LICENCE, number }).number;
    expect(['GX-1', 'GX-1 ', '\tGX-1\n', 'GX-1\u00a0', 'ＧＸ－１', 'GX\u200b-1'].map(numberIn)).toEqual(
      Array(6).fill('GX-1'),
    );
  });
});

it('an organisation, a vehicle and an id are read in their one form', () => {
  const party = { uscc: ' ９１４５０１００００００００８８７k', name: ' 演示 ', divisionCode: '４５０１' };
  expect(RegisterPartyRequest.parse(party)).toMatchObject({
    ...{ uscc: '91450100000000887K', name: '演示', divisionCode: '4501' },
  });
  const permit = { permitValidFrom: '2026-01-01', permitValidTo: '2027-01-01' };
  expect(RegisterVehicleRequest.parse({ plate: '桂ａ·12345', permitNumber: '1 ', ...permit })).toMatchObject({
    ...{ plate: '桂A12345', permitNumber: '1' },
  });
  expect(Id.parse('0199F2C4-5B1E-7D30-9A44-00000000004F')).toBe('0199f2c4-5b1e-7d30-9a44-00000000004f');
});

it('a signed text is refused in another spelling, and never changed', () => {
  const id = signed('small-code');
  expect(id.parse('0199f2c4')).toBe('0199f2c4');
  expect(['0199F2C4', ' 0199f2c4', '0199f2c4\u200b'].map((one) => id.safeParse(one).success)).toEqual([
    ...[false, false, false],
  ]);
});
