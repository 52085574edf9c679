import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addWorkingDays } from '../../../src/core/calendar.ts';
import { WASTE_CODE } from '../../../src/core/identifiers/waste-code.ts';
import { divisionName, keepLawCache, lawRowOn, wasteKindsOn, workCalendar } from '../../../src/platform/law/index.ts';
import { useDatabase } from '../../setup/database.ts';

const database = useDatabase();
const law = () => keepLawCache({ db: database.db, clock: () => new Date() })();

const list = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.strictObject(shape)).nonempty();
const code = z.string().regex(/^[A-Za-z0-9]+(-[a-z0-9]+)*$/);
const label = { zh: z.string().min(1), en: z.string().min(1) };
const positive = z.int().positive();

describe('what is loaded', () => {
  it.each([
    ['manifests.confirmation-deadline', { workingDays: 5 }],
    ['manifests.paper-backfill-deadline', { workingDays: 10 }],
    ['manifests.discrepancy-threshold', { shareBasisPoints: 50, floorGrams: 20_000 }],
    ['storage.collection-point', { massGrams: 3_000_000, days: 90 }],
    ['storage.transfer-point', { years: 1 }],
    ['storage.recycler', { years: 1 }],
    ['storage.alert-shares', { basisPoints: [8_000, 10_000] }],
    ['licences.annual-scale', { warnBasisPoints: 10_000, blockBasisPoints: 12_000 }],
    ['clock.future-skew', { seconds: 300 }],
    [
      'recovery.lead-controls',
      {
        otherFeedShareBasisPoints: 1_000,
        unaccountedShareBasisPoints: 100,
        uncertaintyShareBasisPoints: 100,
        assumedAssayShareBasisPoints: 500,
      },
    ],
    [
      'recovery.stock-tolerance',
      {
        battery_stock: { shareBasisPoints: 50, floorGrams: 20_000 },
        work: { shareBasisPoints: 200, floorGrams: 100_000 },
        outside: { shareBasisPoints: 50, floorGrams: 20_000 },
      },
    ],
  ])('%s has its value', async (key, value) => {
    expect((await law()).at(key, '2026-10-01', z.unknown())).toEqual(value);
  });

  it.each([
    ['batteries.kinds', 4, list({ code, group: code, ...label, typicalMassGrams: positive })],
    ['batteries.groups', 3, list({ code, ...label })],
    ['batteries.risk-classes', 2, list({ code, ...label })],
    ['batteries.source-types', 9, list({ code, ...label })],
    ['materials.sulphate-factors', 3, list({ code, formula: z.string(), so4Ppm: positive, h2so4Ppm: positive })],
    ['codes.hazards', 5, list({ code, ...label })],
    ['codes.forms', 4, list({ code, ...label })],
    ['codes.treatment-methods', 22, list({ code, ...label })],
    ['codes.packaging', 7, list({ code, ...label })],
    ['codes.discrepancy-kinds', 5, list({ code, ...label })],
    ['codes.plate-colors', 6, list({ code, ...label })],
  ])('%s is a list of %d distinct codes', async (key, count, schema: z.ZodType<{ code: string }[]>) => {
    const codes = (await law()).at(key, '2026-10-01', schema);
    expect(new Set(codes.map((entry) => entry.code)).size).toBe(count);
    expect(codes).toHaveLength(count);
  });

  it('every battery kind belongs to a group', async () => {
    const { at } = await law();
    const kinds = at('batteries.kinds', '2026-10-01', z.array(z.object({ group: z.string() })));
    const groups = at('batteries.groups', '2026-10-01', z.array(z.object({ code: z.string() })));
    expect(groups.map((group) => group.code)).toEqual(expect.arrayContaining(kinds.map((kind) => kind.group)));
  });

  it('34 provinces and 342 cities, each city in a province', async () => {
    const { rows } = await database.db.execute(sql`
      select count(*) filter (where level = 'province')::int as provinces, count(*) filter (where level = 'city')::int as cities,
        count(*) filter (where level = 'city' and parent not in (select code from divisions where level = 'province'))::int as orphans
      from divisions`);
    expect(rows).toEqual([{ provinces: 34, cities: 342, orphans: 0 }]);
  });

  it.each([
    ['45', '广西壮族自治区'],
    ['4504', '梧州市'],
    ['450400', '梧州市'],
    ['440100', '广州市'],
    ['710000', '台湾省'],
    ['419000', '省直辖县级行政区划'],
    ['450403', undefined],
  ])('division %s is %s', async (division, name) => {
    expect(await divisionName(database.db, division)).toBe(name);
  });

  it('waste codes are those of the list of the day', async () => {
    const batteriesOn = async (day: string) =>
      (await wasteKindsOn(database.db, { day, after: '', limit: 10 })).find(({ code }) => code === '900-052-31');
    expect(await batteriesOn('2026-01-01')).toMatchObject({ category: 'HW31', hazards: ['T', 'C'] });
    expect(await batteriesOn('2020-12-31')).toBeUndefined();
    const { rows } = await database.db.execute<{ code: string }>(sql`select distinct code from waste_codes`);
    expect(rows).toHaveLength(7);
    expect(rows.filter((row) => !WASTE_CODE.test(row.code))).toEqual([]);
  });
});

describe('the work calendar', () => {
  it.each([
    ['2026-09-28', 5, '2026-10-10'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-24', 10, '2026-10-15'],
    ['2025-12-31', 5, '2026-01-08'],
    ['2025-09-30', 5, '2025-10-14'],
    ['2024-02-09', 1, '2024-02-18'],
  ])('%s and %d working days end on %s', async (day, count, due) => {
    expect(addWorkingDays(day, count, await workCalendar(database.db))).toBe(due);
  });

  it('holds 2024 to 2026 and refuses what lies beyond', async () => {
    const calendar = await workCalendar(database.db);
    expect([...calendar.years].toSorted()).toEqual([2024, 2025, 2026]);
    expect(() => addWorkingDays('2026-12-31', 1, calendar)).toThrow(expect.objectContaining({ code: 'law-missing' }));
  });

  it('works on no other weekend days than the notices name', async () => {
    const { rows } = await database.db.execute(
      sql`select day from work_calendar where is_workday and extract(isodow from day) < 6`,
    );
    expect(rows).toEqual([]);
  });
});

describe('reading', () => {
  const Skew = z.strictObject({ seconds: z.int() });

  const load = (key: string, seconds: number) =>
    sql`insert into law_values values (${key}, '2030-01-01', null, jsonb_build_object('seconds', ${seconds}::int), 'test', 'I')`;

  it('a transaction sees the rule it has just loaded, which holds from its first day on', async () => {
    const seen = await database.owner.transaction(async (tx) => {
      await tx.execute(load('clock.future-skew', 60));
      const days = ['2029-12-31', '2030-01-01'];
      const values: unknown[] = [];
      for (const day of days) values.push((await lawRowOn(tx, 'clock.future-skew', day, Skew))?.value);
      await tx.execute(sql`delete from law_values where valid_from = '2030-01-01'`);
      return values;
    });
    expect(seen).toEqual([{ seconds: 300 }, { seconds: 60 }]);
  });

  it('reports a day before all rules as such', async () => {
    const { at } = await law();
    const facts = expect.objectContaining({ key: 'clock.future-skew', on: '2019-12-31' });
    const problem = { code: 'law-not-yet-in-force', facts };
    expect(() => at('clock.future-skew', '2019-12-31', Skew)).toThrow(expect.objectContaining(problem));
  });

  it('the law cache is read once a minute and then knows the new rule', async () => {
    let now = Date.parse('2026-10-01T00:00:00Z');
    const lawCache = keepLawCache({ db: database.db, clock: () => new Date(now) });
    const [first, second] = await Promise.all([lawCache(), lawCache()]);
    expect(second).toBe(first);
    await database.db.execute(load('test.cache', 30));
    now += 59_999;
    expect(() => first.at('test.cache', '2032-01-01', Skew)).toThrow(expect.objectContaining({ code: 'law-missing' }));
    expect(await lawCache()).toBe(first);
    now += 1;
    expect((await lawCache()).at('test.cache', '2032-01-01', Skew)).toEqual({ seconds: 30 });
    expect(addWorkingDays('2026-09-28', 5, first.calendar)).toBe('2026-10-10');
  });

  it('a law cache that could not be read is read again at once', async () => {
    const lawCache = keepLawCache({ db: database.db, clock: () => new Date(0) });
    await database.owner.execute(sql`alter table law_values rename to law_values_away`);
    await expect(lawCache()).rejects.toThrow();
    await database.owner.execute(sql`alter table law_values_away rename to law_values`);
    expect((await lawCache()).at('clock.future-skew', '2026-10-01', Skew)).toEqual({ seconds: 300 });
  });
});
