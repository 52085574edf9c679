/** Outages as the authority declares them, and loads on paper inside and outside of them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { MANIFEST_FIGURES } from '../../../src/manifests/index.ts';
import { at, deps, drafted, send, take, trade, useManifests } from '../api.ts';
import { photographed, reservedNumber } from '../paper-numbers/in-order.ts';
import { clock, journalOf, NOW } from '../province.ts';

const database = useManifests();
const authority = { id: 'authority' };

// The outages of one test cover no load of the next.
beforeEach(async () => {
  await database.owner.$client.query(
    'alter table outages disable trigger user; alter table outage_ends disable trigger user',
  );
  await database.owner.$client.query('delete from outage_ends; delete from outages');
  await database.owner.$client.query(
    'alter table outages enable trigger user; alter table outage_ends enable trigger user',
  );
});

const NATIONAL = { system: 'national', divisionCode: '45', startedAt: at(-60), reason: '停机维护' };
const declare = async (changes: object = {}) => send(authority, '/outages', { ...NATIONAL, ...changes });
const end = (id: string, endedAt: string) => send(authority, `/outages/${id}/end`, { endedAt });
const refusal = ({ status, body }: Awaited<ReturnType<typeof send>>) => [status, body.code];

describe('an outage', () => {
  it('is declared with its reason, also afterwards, and ended once', async () => {
    const declared = await declare();
    expect([declared.status, declared.body]).toEqual([
      201,
      { id: expect.any(String), ...NATIONAL, recordedAt: NOW.toISOString(), ending: null },
    ]);
    const { id } = declared.body;
    const ended = await end(id, at(30));
    expect([ended.status, ended.body.ending]).toEqual([
      200,
      { endedAt: at(30), remarks: null, recordedAt: NOW.toISOString() },
    ]);
    expect(refusal(await end(id, at(40)))).toEqual([409, 'outage-ended']);
    const { rows } = await database.owner.$client.query(
      'select kind, occurred_at from journal_entries where subject = $1',
      [`outage:${id}`],
    );
    expect(rows.map(({ kind, occurred_at }) => [kind, occurred_at.toISOString()])).toEqual([
      ['outage.declared', at(-60)],
      ['outage.ended', at(30)],
    ]);
  });

  it('is refused in the future, in another province, and a second time while it is open', async () => {
    const ahead = new Date(NOW.getTime() + 3_600_000).toISOString();
    expect(refusal(await declare({ startedAt: ahead }))).toEqual([422, 'instant-in-future']);
    expect(refusal(await declare({ divisionCode: '4401' }))).toEqual([422, 'outage-elsewhere']);
    const { id } = (await declare()).body;
    const again = await declare({ startedAt: at(0) });
    expect([...refusal(again), again.body.existingId]).toEqual([409, 'outage-open', id]);
    for (const other of [{ system: 'provincial' }, { divisionCode: '4501' }]) {
      expect((await declare(other)).status).toBe(201);
    }
    expect(refusal(await end(id, at(-60)))).toEqual([422, 'outage-end-early']);
    expect(refusal(await end(id, ahead))).toEqual([422, 'instant-in-future']);
    expect((await end(id, at(30))).status).toBe(200);
    expect((await declare({ startedAt: at(60) })).status).toBe(201);
  });

  it('is declared once by twenty requests at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => declare()));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(409)]);
  });

  it('is found by time and place, and is open to read for organisations', async () => {
    const { id } = (await declare({ divisionCode: '4501' })).body;
    const found = async (query: string) =>
      (await send(trade.carrier, `/outages?limit=200&${query}`)).body.items.map((one: { id: string }) => one.id);
    expect(await found(`openAt=${at(0)}`)).toEqual([id]);
    expect(await found(`openAt=${at(-61)}`)).toEqual([]);
    expect([await found('divisionCode=450103'), await found('divisionCode=4502')]).toEqual([[id], []]);
    expect([await found('current=true'), await found('current=false')]).toEqual([[id], []]);
    await end(id, at(30));
    expect([await found('current=true'), await found('current=false')]).toEqual([[], [id]]);
    expect([await found(`openAt=${at(29)}`), await found(`openAt=${at(30)}`)]).toEqual([[id], []]);
    expect(await found('system=provincial')).toEqual([]);
    expect((await send(trade.carrier, `/outages/${id}`)).body.id).toBe(id);
    expect(refusal(await send(trade.carrier, `/outages/${trade.site.id}`))).toEqual([404, 'outage-missing']);
  });
});

const codesOf = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code);
const onPaper = async (id: string, body: object = {}) =>
  take(trade.consignor, id, 'register-paper', { at: at(0), number: await reservedNumber(), reason: '停机', ...body });
const backfill = async (id: string) => {
  await photographed(id);
  return take(trade.consignor, id, 'backfill', { at: at(600), transferCompletedAt: at(300) });
};
const MARK = 'paper-outside-outage';

describe('a load on paper', () => {
  it('inside an outage has no mark, also when the outage ended before the load arrived', async () => {
    const { id: outageId } = (await declare()).body;
    await end(outageId, at(10));
    const id = await drafted();
    expect(codesOf((await onPaper(id)).body)).toEqual([]);
    expect(codesOf((await backfill(id)).body)).toEqual([]);
  });

  it('outside an outage is taken, marked in answer and journal, found by the authority and counted', async () => {
    const counted = async () =>
      (await MANIFEST_FIGURES.read(deps.db, deps.clock())).find(({ name }) => name.endsWith('outside_outage'))?.value;
    const before = Number(await counted());
    await declare({ divisionCode: '4502' });
    const id = await drafted();
    const { status, body } = await onPaper(id);
    expect(status).toBe(200);
    const mark = { code: MARK, step: 'register_paper', facts: { transferredAt: at(0), divisionCode: '4501' } };
    expect(body.warnings).toMatchObject([{ ...mark, severity: 'flag' }]);
    const warned = (await journalOf(deps.db, id)).filter(({ kind }) => kind === 'manifest.warned');
    expect(warned.map(({ payload }) => payload)).toMatchObject([{ warnings: [mark] }]);
    expect(await counted()).toBe(before + 1);
    const found = async (wanted: boolean) =>
      (await send(authority, `/manifests?limit=200&outsideOutage=${wanted}`)).body.items.map(
        (one: { id: string }) => one.id,
      );
    expect([(await found(true)).includes(id), (await found(false)).includes(id)]).toEqual([true, false]);
    const entered = await backfill(id);
    expect(entered.status).toBe(200);
    expect(entered.body.warnings).toMatchObject([{ ...mark, step: 'backfill' }]);
    expect(await counted()).toBe(before + 1);
  });

  it('loses the mark at its backfill when the outage was declared in between', async () => {
    const id = await drafted();
    expect(codesOf((await onPaper(id)).body)).toEqual([MARK]);
    await declare();
    expect(codesOf((await backfill(id)).body)).toEqual([]);
    const warned = (await journalOf(deps.db, id)).filter(({ kind }) => kind === 'manifest.warned');
    expect(warned).toHaveLength(1);
  });

  it('is judged by its completion when that is before its registration', async () => {
    const { id: outageId } = (await declare()).body;
    await end(outageId, at(100));
    clock.now = new Date(NOW.getTime() + 3_600_000);
    const id = await drafted();
    const registered = await onPaper(id, { at: at(500), transferCompletedAt: at(90) });
    expect(codesOf(registered.body)).not.toContain(MARK);
    const other = await drafted(500_000, 30);
    const late = await onPaper(other, { at: at(500), transferCompletedAt: at(110) });
    expect(codesOf(late.body)).toContain(MARK);
  });
});
