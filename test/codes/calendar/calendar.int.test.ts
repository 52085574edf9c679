/** The work calendar of a year: loaded by route and command, corrected by version, and missed from December on. */
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { CALENDAR_FIGURES, LoadCalendarRequest, loadYear } from '../../../src/codes/index.ts';
import { addWorkingDays } from '../../../src/core/calendar.ts';
import { workCalendar } from '../../../src/platform/law/index.ts';
import { NOW, useApp } from '../../app/fixture.ts';

const app = useApp();
const URL = '/v1/calendar';
const notice = {
  year: '2027',
  number: '演示发〔2026〕1号',
  title: '演示通知',
  issuedOn: '2026-10-10',
  daysOff: ['2027-01-01', '2027-05-01', '2027-10-01', '2027-02-08'],
  workingWeekendDays: ['2027-02-20'],
};

const dueAfter = async (day: string, count: number) => addWorkingDays(day, count, await workCalendar(app.deps.db));

async function entries() {
  const { rows } = await app.deps.db.execute<{ kind: string; version: number }>(
    sql`select kind, (payload->>'version')::int as version from journal_entries where subject like 'law:work-calendar-%' order by number`,
  );
  return rows;
}

describe('the work calendar', () => {
  it('of a year without a notice is empty, and no working day of it is known', async () => {
    const { status, json } = await app.authority.get(`${URL}?year=2027`);
    expect([status, json]).toEqual([
      200,
      {
        ...{ year: '2027', loaded: false, version: null, daysOff: [], workingWeekendDays: [], notices: [] },
        missingYears: [],
      },
    ]);
    await expect(dueAfter('2026-12-28', 5)).rejects.toMatchObject({ code: 'law-missing' });
  });

  it('of a year that came with the service has its days, as version 1', async () => {
    const { json } = await app.authority.get(URL);
    expect(json).toMatchObject({ year: '2026', loaded: true, version: 1, notices: [{ number: null, issuedOn: null }] });
    expect(json.daysOff).toEqual(expect.arrayContaining(['2026-01-01', '2026-10-07']));
    expect(json.workingWeekendDays).toContain('2026-10-10');
  });

  it.each([
    ['a day of another year', { daysOff: [...notice.daysOff, '2026-12-31'] }],
    ['a day twice', { workingWeekendDays: ['2027-02-20', '2027-02-20'] }],
    ['a day in both lists', { workingWeekendDays: ['2027-05-01'] }],
    ['a weekday as a working weekend day', { workingWeekendDays: ['2027-02-22'] }],
    ['no National Day', { daysOff: ['2027-01-01', '2027-05-01'] }],
    ['a day of issue long before', { issuedOn: '2025-12-31' }],
  ])('is not loaded with %s', async (_, wrong) => {
    const { status, json } = await app.authority.post(URL, { ...notice, ...wrong });
    expect([status, json.code]).toEqual([400, 'request-invalid']);
  });

  it('is loaded once, then counts, and repeats change nothing', async () => {
    const { status, json, text } = await app.authority.post(URL, notice);
    expect(status, text).toBe(200);
    expect(json).toMatchObject({ loaded: true, version: 1, daysOff: notice.daysOff.toSorted() });
    expect(await dueAfter('2026-12-28', 5)).toBe('2027-01-05');
    expect(await dueAfter('2027-02-05', 1)).toBe('2027-02-09');
    expect(await dueAfter('2027-02-19', 1)).toBe('2027-02-20');
    const again = await app.authority.post(URL, { ...notice, daysOff: notice.daysOff.toReversed() });
    expect(again.json).toEqual(json);
    expect(await entries()).toEqual([{ kind: 'law.calendar_loaded', version: 1 }]);
  });

  it('changes by a notice that names the version in force, and by no other', async () => {
    const corrected = { ...notice, number: '演示发〔2026〕2号', daysOff: ['2027-01-01', '2027-05-01', '2027-10-01'] };
    expect((await app.authority.post(URL, corrected)).json).toMatchObject({
      ...{ code: 'calendar-version-differs', status: 409 },
    });
    const older = { ...corrected, issuedOn: '2026-10-09', replacesVersion: 1 };
    expect((await app.authority.post(URL, older)).json).toMatchObject({ code: 'calendar-notice-older', status: 422 });
    const future = { ...corrected, issuedOn: '2026-12-24', replacesVersion: 1 };
    expect((await app.authority.post(URL, future)).json.code).toBe('calendar-notice-in-future');
    const { json } = await app.authority.post(URL, { ...corrected, workingWeekendDays: [], replacesVersion: 1 });
    expect(json).toMatchObject({ version: 2, notices: [{ version: 1, number: notice.number }, { version: 2 }] });
    // Days that are named no more follow their weekday again.
    expect(await dueAfter('2027-02-05', 1)).toBe('2027-02-08');
    expect(await dueAfter('2027-02-19', 1)).toBe('2027-02-22');
    expect(await entries()).toHaveLength(2);
  });

  it('is loaded by two at once, one after the other', async () => {
    const { year: _, ...other } = LoadCalendarRequest.parse(notice);
    const of = (title: string) => ({
      ...{ ...other, title, year: '2028', issuedOn: '2027-01-02', workingWeekendDays: [] },
      daysOff: ['2028-01-01', '2028-05-01', '2028-10-01'],
    });
    const actor = { subject: 'clerk', source: 'local', roles: [], scopes: [] } as const;
    const deps = { ...app.deps, clock: () => new Date('2027-01-03T00:00:00Z') };
    const load = (title: string) =>
      app.deps.db.transaction((tx) => loadYear(tx, deps, { actor, notice: of(title), replacesVersion: 0 }));
    const both = await Promise.allSettled([load('甲'), load('乙')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is written by the authority alone, and read by enterprises', async () => {
    const firm = await app.enterprise();
    expect((await firm.get(`${URL}?year=2026`)).status).toBe(200);
    expect((await firm.post(URL, notice)).status).toBe(403);
  });

  it('of the next year is missed from December on', async () => {
    const missing = async (at: string) =>
      (await CALENDAR_FIGURES.read(app.deps.db, new Date(at))).map(({ value }) => value);
    expect(await missing(NOW.toISOString())).toEqual([0]);
    expect(await missing('2028-11-30T15:59:59.999Z')).toEqual([0]);
    expect(await missing('2028-11-30T16:00:00.000Z')).toEqual([1]);
    expect(await missing('2029-12-01T00:00:00.000Z')).toEqual([2]);
  });
});
