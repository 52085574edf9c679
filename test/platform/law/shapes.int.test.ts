/** Every rule in the database, and every rule loaded into it, has the form that the code reads. */
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { LAW_SHAPES } from '../../../src/commands/law.ts';
import { CodeFile, CodesShape, keepLawCache, lawRowOn, loadCodes, SkewShape } from '../../../src/platform/law/index.ts';
import { lawValues } from '../../../src/platform/law/tables.ts';
import { NOW, useApp } from '../../app/fixture.ts';

const EXAMPLE = new URL('../../../docs/examples/law/battery-kinds.json', import.meta.url);

const app = useApp();
const actor = { subject: 'clerk', source: 'local', roles: [], scopes: [] } as const;
/** Keys whose rows stay for the release before; `test/schema/forward/count-all.int.test.ts` holds their forms. */
const OF_BEFORE = ['recycling.stock-items', 'recycling.stock-materials'];
let stored: (typeof lawValues.$inferSelect)[];

beforeAll(async () => {
  stored = await app.deps.db.select().from(lawValues);
});

const row = (key: string, value: unknown) =>
  ({ key, value, valid_from: '2026-10-01', valid_to: null, source: 'test', confidence: 'I' }) as never;

function load(...rows: z.infer<typeof CodeFile>['law_values']) {
  const file = { divisions: [], waste_codes: [], law_values: rows };
  return app.deps.db.transaction((tx) => loadCodes(tx, file, { actor, at: NOW, shapes: LAW_SHAPES }));
}

const count = async () => (await app.deps.db.select().from(lawValues)).length;

describe('a rule', () => {
  it('of the migrations has a form, its value is of it, and its source is named', () => {
    expect(stored.length).toBeGreaterThan(25);
    const read = stored.filter(({ key }) => !OF_BEFORE.includes(key));
    expect(stored.length - read.length).toBe(OF_BEFORE.length);
    const faults = read.flatMap(({ key, validFrom, value, source }) => {
      const shape = LAW_SHAPES[key];
      const issues = shape === undefined ? [{ path: [], message: 'no shape' }] : shape.safeParse(value).error?.issues;
      const named = source.trim() === '' ? [{ path: ['source'], message: 'no source' }] : [];
      return [...(issues ?? []), ...named].map(
        ({ path, message }) => `${key} from ${validFrom}, ${path.join('.')}: ${message}`,
      );
    });
    expect(faults).toEqual([]);
  });

  it('of the example for operators is loaded, and repeats every code that is in force', async () => {
    const file = JSON.parse(await readFile(EXAMPLE, 'utf8'));
    const codesOf = (value: unknown) => CodesShape.parse(value).map(({ code }) => code);
    const [before] = stored.filter(({ key }) => key === 'batteries.kinds');
    const { law_values } = CodeFile.parse(file);
    expect((await load(...law_values)).law_values.added).toBe(1);
    expect(codesOf(law_values[0]?.value)).toEqual(expect.arrayContaining(codesOf(before?.value)));
  });

  it.each(Object.keys(LAW_SHAPES))(
    '%s is not loaded with an invalid value, nor are the other rules of the file',
    async (key) => {
      const before = await count();
      for (const rubbish of ['rubbish', 7, null, [], {}, [{ code: '' }]]) {
        const good = row('clock.future-skew', { seconds: 60 });
        const refused = await load(good, row(key, rubbish)).catch((error: unknown) => error);
        expect(refused).toMatchObject({ message: expect.stringMatching(/^[^\n]*nothing was loaded\.$/) });
      }
      expect(await count()).toBe(before);
    },
  );

  it.each([
    ['clock.future-skew', { seconds: -1 }],
    ['manifests.confirmation-deadline', { workingDays: 0 }],
    ['manifests.discrepancy-threshold', { shareBasisPoints: 100_001, floorGrams: 0 }],
    ['recycling.gain-limit', { shareBasisPoints: -5 }],
    ['storage.alert-shares', { basisPoints: [8_000.5] }],
    ['storage.recycler', { year: 1 }],
    ['licences.annual-scale', { warnBasisPoints: 12_000, blockBasisPoints: 10_000 }],
    [
      'codes.forms',
      [
        { code: 'S', zh: '固态', en: 'Solid' },
        { code: 'S', zh: '固态', en: 'Solid' },
      ],
    ],
  ])('%s is not loaded as %j', async (key, value) => {
    await expect(load(row(key, value))).rejects.toThrow(key);
  });

  it('that no feature reads is refused with the list of those that are read', async () => {
    await expect(load(row('storage.alert-share', {}))).rejects.toThrow(
      /no legal parameter storage\.alert-share;.*clock\.future-skew/,
    );
  });

  it.each(OF_BEFORE)('%s that only the release before reads is not loaded', async (key) => {
    await expect(load(row(key, []))).rejects.toThrow(/recycling\.counted-items, recycling\.counted-materials/);
  });

  it('of the form is loaded', async () => {
    const { law_values } = await load(row('storage.generator', { massGrams: 3_000_000 }));
    expect(law_values.added).toBe(1);
  });
});

describe('a stored row that cannot be read', () => {
  beforeAll(async () => {
    for (const key of ['storage.alert-shares', 'codes.forms', 'clock.future-skew']) {
      await app.deps.db.execute(
        sql`insert into law_values values (${key}, '2026-10-02', null, '"rubbish"'::jsonb, 'test', 'V')`,
      );
    }
  });

  it.each([
    ['/v1/storage', 'storage.alert-shares'],
    ['/v1/codes/forms', 'codes.forms'],
  ])('is reported by %s', async (path, key) => {
    const { status, json } = await app.authority.get(path);
    expect([status, json.code, json.key]).toEqual([503, 'law-unreadable', key]);
    expect(json.detail).toContain(key);
  });

  it('is reported by the cache as well', async () => {
    const cache = await keepLawCache(app.deps)();
    const problem = expect.objectContaining({ code: 'law-unreadable', kind: 'unavailable' });
    expect(() => cache.at('clock.future-skew', '2026-10-15', SkewShape)).toThrow(problem);
    await expect(lawRowOn(app.deps.db, 'clock.future-skew', '2026-10-15', SkewShape)).rejects.toEqual(problem);
  });
});
