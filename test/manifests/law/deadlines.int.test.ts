/** Deadlines of manifests over a database: what today makes overdue, and what a newly loaded calendar makes known. */
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { loadYear } from '../../../src/codes/index.ts';
import { manifestLaw, manifestSweeps } from '../../../src/manifests/index.ts';
import { accepted, arrived, at, DEPART, deps, drafted, numbered, send, take, trade, useManifests } from '../api.ts';
import { actorOf, addParty, clock } from '../province.ts';

const database = useManifests();
const AUTHORITY = { id: 'authority' };
const DECISION = accepted(1_000_000, 60);
const PAPER = { number: '演示纸质0001', reason: '系统停机', at: at(5) };

const sweep = async (name: string) =>
  manifestSweeps(deps)
    .find((one) => one.name === name)
    ?.pass();

async function factsOf(id: string, kinds: string): Promise<unknown[]> {
  const { rows } = await database.db.execute<{ kind: string; payload: unknown }>(sql`
    select kind, payload from journal_entries where subject = ${`manifest:${id}`} and kind like ${kinds} order by number`);
  return rows;
}

async function rowsOf(): Promise<Map<string, Record<string, unknown>>> {
  const { rows } = await database.db.execute<Record<string, unknown>>(sql`select * from manifests order by id`);
  return new Map(rows.map((row) => [String(row.id), row]));
}

describe('lateness', () => {
  it('is judged by the day of recording, and the claimed day is shown', async () => {
    const id = await arrived();
    // The last day is 2026-09-17.
    clock.now = new Date('2026-09-18T02:00:00.000Z');
    const { body } = await take(trade.receiver, id, 'accept', { ...DECISION, at: '2026-09-17T15:00:00.000Z' });
    expect(body).toMatchObject({ late: true, confirmationDueOn: '2026-09-17', decidedAt: '2026-09-17T15:00:00.000Z' });
    const listed = async (late: boolean) =>
      (await send(AUTHORITY, `/manifests?limit=200&late=${late}`)).body.items.map((one: { id: string }) => one.id);
    expect(await listed(true)).toContain(id);
    expect(await listed(false)).not.toContain(id);
  });

  it('of a backfill is judged by the day of recording', async () => {
    const of = async (now: string) => {
      const id = await drafted();
      clock.now = new Date('2026-09-12T04:00:00.000Z');
      const paper = await take(trade.consignor, id, 'register-paper', {
        ...{ ...PAPER, number: `演示纸质 ${now}`, transferCompletedAt: at(4) },
      });
      expect(paper.body).toMatchObject({ backfillDueOn: '2026-09-23', overdue: false });
      clock.now = new Date(now);
      return (await take(trade.consignor, id, 'backfill', { at: at(20) })).body.backfilledLate;
    };
    expect(await of('2026-09-23T15:59:59.000Z')).toBe(false);
    expect(await of('2026-09-23T16:00:00.000Z')).toBe(true);
  });
});

describe('an open duty', () => {
  it('is overdue from the day after its last day, until it is done', async () => {
    const id = await arrived();
    const idsOf = async (query: string) =>
      (await send(AUTHORITY, `/manifests?limit=200&${query}`)).body.items.map((one: { id: string }) => one.id);
    const today = async () => [
      (await send(trade.receiver, `/manifests/${id}`)).body.overdue,
      (await idsOf('overdue=true')).includes(id),
      (await idsOf('overdue=false')).includes(id),
    ];
    clock.now = new Date('2026-09-17T15:59:59.000Z');
    expect(await today()).toEqual([false, false, true]);
    clock.now = new Date('2026-09-17T16:00:00.000Z');
    expect(await today()).toEqual([true, true, false]);
    expect(await idsOf('dueBefore=2026-09-18')).toContain(id);
    expect(await idsOf('dueBefore=2026-09-17')).not.toContain(id);
    await take(trade.receiver, id, 'reject', { at: clock.now.toISOString(), differenceKinds: ['quantity'] });
    expect(await today()).toEqual([false, false, true]);
    expect(await idsOf('significantDifference=true')).toContain(id);
    expect(await idsOf('significantDifference=false')).not.toContain(id);
  });

  it('is listed with its organisation and last day, page by page, to those who see the manifest', async () => {
    const id = await arrived();
    const paper = await drafted(500_000, 30);
    await take(trade.consignor, paper, 'register-paper', {
      ...PAPER,
      number: '演示纸质0002',
      transferCompletedAt: null,
    });
    const all = async (party: { id: string }, query = '') => {
      const items: { manifestId: string }[] = [];
      for (let cursor = ''; ; ) {
        const { status, body } = await send(party, `/duties?limit=1${query}${cursor}`);
        expect(status).toBe(200);
        items.push(...body.items);
        if (body.nextCursor === null) return items.filter((one) => [id, paper].includes(one.manifestId));
        cursor = `&cursor=${body.nextCursor}`;
      }
    };
    clock.now = new Date('2026-09-19T04:00:00.000Z');
    const confirm = {
      ...{ duty: 'confirm', partyId: trade.receiver.id, manifestId: id, state: 'arrived', number: expect.any(String) },
      ...{ dueOn: '2026-09-17', daysLeft: -2, overdue: true },
    };
    const backfill = {
      ...{ duty: 'backfill', partyId: trade.consignor.id, manifestId: paper, state: 'offline_paper', number: null },
      ...{ dueOn: null, daysLeft: null, overdue: false },
    };
    expect(await all(AUTHORITY)).toEqual([confirm, backfill]);
    expect(await all(AUTHORITY, '&duty=backfill')).toEqual([backfill]);
    expect(await all(AUTHORITY, '&overdue=true')).toEqual([confirm]);
    expect(await all(AUTHORITY, '&dueBefore=2026-09-17')).toEqual([]);
    expect(await all(AUTHORITY, '&dueBefore=2026-09-18')).toEqual([confirm]);
    expect(await all(AUTHORITY, `&partyId=${trade.consignor.id}`)).toEqual([backfill]);
    expect(await all(trade.receiver)).toEqual([confirm]);
    expect(await all(await addParty(deps, '45'))).toEqual([]);
  });
});

describe('notices of a last day', () => {
  it('are recorded once each, also by two passes at once', async () => {
    const id = await arrived();
    const notices = () => factsOf(id, 'deadline.%');
    const pass = async (now: string) => {
      clock.now = new Date(now);
      await Promise.all([sweep('manifest-deadlines'), sweep('manifest-deadlines')]);
      await sweep('manifest-deadlines');
    };
    const noticed = { manifestId: id, duty: 'confirm', dueOn: '2026-09-17' };
    await pass('2026-09-14T04:00:00.000Z');
    expect(await notices()).toEqual([]);
    await pass('2026-09-15T04:00:00.000Z');
    expect(await notices()).toEqual([{ kind: 'deadline.near', payload: noticed }]);
    await pass('2026-09-18T04:00:00.000Z');
    expect(await notices()).toEqual([
      { kind: 'deadline.near', payload: noticed },
      { kind: 'deadline.passed', payload: noticed },
    ]);
  });

  it('are not recorded of a duty that is done, and nothing is kept of a pass that is interrupted', async () => {
    const [done, open] = [await arrived(), await arrived()];
    await take(trade.receiver, done, 'accept', DECISION);
    clock.now = new Date('2026-09-18T04:00:00.000Z');
    const transaction: typeof deps.db.transaction = (work) =>
      deps.db.transaction(async (tx) => {
        await work(tx);
        throw new Error('the process ends');
      });
    const db: typeof deps.db = Object.create(deps.db, { transaction: { value: transaction } });
    const [, notices] = manifestSweeps({ ...deps, db });
    await expect(notices?.pass()).rejects.toThrow('the process ends');
    expect(await factsOf(open, 'deadline.%')).toEqual([]);
    await sweep('manifest-deadlines');
    expect(await factsOf(open, 'deadline.%')).toHaveLength(1);
    expect(await factsOf(done, 'deadline.%')).toEqual([]);
  });
});

describe('a newly loaded calendar', () => {
  it('makes exactly the unknown terms known, once, each with its journal entry', async () => {
    const DECEMBER = '2026-12-28T02:00:00.000Z';
    clock.now = new Date('2026-12-28T04:00:00.000Z');
    const known = await arrived();
    const inDecember = async () => {
      const id = await drafted(250_000, 15);
      await take(trade.consignor, id, 'submit', { at: at(0) });
      await numbered(id);
      await take(trade.consignor, id, 'hand-over', { at: at(10) });
      await take(trade.carrier, id, 'depart', { ...DEPART, at: at(12) });
      expect((await take(trade.receiver, id, 'arrive', { at: DECEMBER })).body.confirmationDueOn).toBeNull();
      return id;
    };
    const [open, decided] = [await inDecember(), await inDecember()];
    const decision = await take(trade.receiver, decided, 'accept', { ...accepted(250_000, 15), at: DECEMBER });
    expect(decision.body).toMatchObject({ state: 'accepted', late: null });
    const paper = await drafted(250_000, 15);
    const onPaper = { ...PAPER, number: '演示纸质0003', at: DECEMBER, transferCompletedAt: DECEMBER };
    expect((await take(trade.consignor, paper, 'register-paper', onPaper)).body.backfillDueOn).toBeNull();

    const before = await rowsOf();
    expect(await sweep('manifest-terms')).toBe(0);
    const notice = {
      ...{ year: '2027', number: '演示发〔2026〕1号', title: '演示通知', issuedOn: '2026-11-10' },
      ...{ daysOff: ['2027-01-01', '2027-05-01', '2027-10-01'], workingWeekendDays: [] },
    };
    await deps.db.transaction((tx) =>
      loadYear(tx, deps, { actor: actorOf(trade.receiver), notice, replacesVersion: 0 }),
    );
    clock.now = new Date(clock.now.getTime() + 61_000);
    expect((await manifestLaw(deps)).confirmation('2026-12-28').calendar.years.has(2027)).toBe(true);
    const passes = await Promise.all([sweep('manifest-terms'), sweep('manifest-terms')]);
    expect(passes.reduce<number>((sum, found) => sum + (found ?? 0), 0)).toBe(3);
    expect(await sweep('manifest-terms')).toBe(0);

    const after = await rowsOf();
    const changed = {
      [open]: { confirmation_due_on: '2027-01-05' },
      [decided]: { confirmation_due_on: '2027-01-05', late: false },
      [paper]: { backfill_due_on: '2027-01-12' },
    };
    for (const [id, row] of before) expect(after.get(id)).toEqual({ ...row, ...changed[id] });
    expect(await factsOf(known, 'manifest.terms%')).toEqual([]);
    expect(await factsOf(decided, 'manifest.terms%')).toEqual([
      {
        kind: 'manifest.terms_computed',
        payload: {
          manifestId: decided,
          before: { confirmationDueOn: null, late: null, backfillDueOn: null, backfilledLate: null },
          terms: { confirmationDueOn: '2027-01-05', late: false, backfillDueOn: null, backfilledLate: null },
        },
      },
    ]);
  });
});
