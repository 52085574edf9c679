/** Steps entered more than three days after they happened: valid on both days or refused, and with a warning. */
import { beforeEach, describe, expect, it } from 'vitest';
import { registerVehicle, takeLicenceStep, takePartyStep } from '../../src/parties/index.ts';
import {
  accepted,
  arrived,
  at,
  DEPART,
  deps,
  drafted,
  handedOver,
  numbered,
  send,
  submitted,
  take,
  trade,
  useManifests,
} from './api.ts';
import { addLicence, addParty, addSite, addStock, clock, requestOf } from './province.ts';

useManifests();

const by = { actor: { subject: 'clerk', source: 'local', roles: [], scopes: [] } } as const;
const ENTRY = new Date('2026-09-20T04:00:00.000Z');
const enteredAt = ENTRY.toISOString();
beforeEach(() => {
  clock.now = ENTRY;
});
/** Two days before the entry: in time. */
const fresh = new Date(ENTRY.getTime() - 48 * 3_600_000).toISOString();
const both = (actedAt: string) => ({ actedAt, enteredAt });
const suspend = ({ id }: { readonly id: string }) =>
  deps.db.transaction((tx) =>
    takePartyStep(tx, { ...deps, unfinishedBusiness: [] }, { ...by, id, step: 'suspend', reason: '演示' }),
  );

describe('a late entry', () => {
  it('is taken of those in order, with a warning in the answer and in the journal', async () => {
    const { body } = await take(trade.consignor, await drafted(), 'submit', { at: at(0) });
    const warning = { code: 'late-entry', step: 'submit', at: at(0), facts: { hours: 244, enteredAt } };
    expect([body.state, body.warnings]).toMatchObject(['submitted', [{ ...warning, severity: 'note' }]]);
    const { rows } = await deps.db.$client.query(
      "select payload from journal_entries where subject = $1 and kind = 'manifest.warned'",
      [`manifest:${body.id}`],
    );
    expect(rows).toEqual([{ payload: { manifestId: body.id, warnings: [warning] } }]);
  });

  it('within three days is not warned of', async () => {
    const { body } = await take(trade.consignor, await drafted(), 'submit', { at: fresh });
    expect([body.state, body.warnings]).toEqual(['submitted', []]);
  });

  it.each(['consignor', 'carrier', 'receiver'] as const)(
    'is refused when the %s is suspended by then',
    async (role) => {
      const id = await submitted();
      await numbered(id);
      await suspend(trade[role]);
      const { status, body } = await take(trade.consignor, id, 'hand-over', { at: at(10) });
      expect([status, body.code, body.state]).toEqual([422, 'party-not-active', 'suspended']);
      expect(body).toMatchObject({ at: enteredAt, ...both(at(10)) });
      expect((await take(trade.consignor, id, 'hand-over', { at: fresh })).status).toBe(200);
    },
  );

  it('needs the licence on both days: suspended, expired or of another waste code', async () => {
    const { rows } = await deps.db.$client.query<{ id: string }>('select id from licences where party_id = $1', [
      trade.receiver.id,
    ]);
    const licence = { partyId: trade.receiver.id, id: rows[0]?.id ?? '', effectiveOn: '2026-09-20' };
    const id = await arrived();
    await deps.db.transaction((tx) =>
      takeLicenceStep(tx, deps, { ...by, ...licence, step: 'suspend', reason: '演示' }),
    );
    const answers = [
      await take(trade.consignor, await drafted(100, 1), 'submit', { at: at(0) }),
      await take(trade.receiver, id, 'accept', accepted(1_000_000, 60)),
    ];
    for (const { status, body } of answers)
      expect([status, body.code, body.on]).toEqual([422, 'licence-suspended', '2026-09-20']);
    expect(answers.map(({ body }) => [body.actedAt, body.enteredAt])).toEqual([
      [at(0), enteredAt],
      [at(30), enteredAt],
    ]);
    await deps.db.$client.query("update licences set valid_to = '2026-09-20' where id = $1", [licence.id]);
    const expired = await take(trade.receiver, id, 'accept', accepted(1_000_000, 60));
    expect([expired.body.code, expired.body.enteredAt]).toEqual(['licence-missing', enteredAt]);
    await addLicence(deps, trade.receiver, 'recycling', { validFrom: '2026-09-15', wasteCodes: ['384-004-31'] });
    expect((await take(trade.receiver, id, 'accept', accepted(1_000_000, 60))).body.code).toBe('licence-missing');
    await addLicence(deps, trade.receiver, 'recycling', { validFrom: '2026-09-15' });
    expect((await take(trade.receiver, id, 'accept', accepted(1_000_000, 60))).status).toBe(200);
  });

  it('needs the permit of its vehicle on both days', async () => {
    const id = await handedOver();
    const permit = { permitValidFrom: '2025-09-20', permitValidTo: '2026-09-20' };
    const vehicle = { partyId: trade.carrier.id, plate: '桂A12345', trailer: false, permitNumber: '450100000002' };
    await deps.db.transaction((tx) => registerVehicle(tx, deps, { ...by, ...vehicle, ...permit }));
    const { status, body } = await take(trade.carrier, id, 'depart', DEPART);
    expect([status, body.code, body.on]).toEqual([422, 'vehicle-permit-expired', '2026-09-20']);
    expect(body).toMatchObject(both(at(12)));
    expect((await take(trade.carrier, id, 'depart', { ...DEPART, at: fresh })).status).toBe(200);
  });

  it('on paper is judged by the day of the transfer alone', async () => {
    const id = await drafted();
    const paper = { number: '纸0002', reason: '系统故障', transferCompletedAt: at(50) };
    expect((await take(trade.consignor, id, 'register-paper', { at: at(60), ...paper })).status).toBe(200);
    await suspend(trade.receiver);
    const { status, body } = await take(trade.consignor, id, 'backfill', { at: at(70) });
    expect([status, body.state]).toEqual([200, 'submitted']);
  });
});

describe('a load that is dated into last year', () => {
  const then = (n: number) => new Date(Date.UTC(2025, 11, 30, 0, n)).toISOString();
  async function receiverOf(annualLimitGrams: number) {
    const stock = { massGrams: 2_000_000, pieces: 120, at: new Date('2025-12-01T00:00:00.000Z') };
    const batchId = await addStock(deps, trade.site, stock);
    const receiver = await addParty(deps, '45');
    const receiverSite = await addSite(deps, receiver, 'recycler');
    await addLicence(deps, receiver, 'recycling', { annualLimitGrams, validFrom: '2025-01-01' });
    return { ...trade, batchId, receiver, receiverSite };
  }
  async function accept(to: typeof trade, grams: number, day: (n: number) => string) {
    const id: string = (await send(to.consignor, '/manifests', requestOf(to, grams, 1))).body.id;
    await take(to.consignor, id, 'submit', { at: day(0) });
    await numbered(id);
    await take(to.consignor, id, 'hand-over', { at: day(10) });
    await take(to.carrier, id, 'depart', { ...DEPART, at: day(12) });
    expect((await take(to.receiver, id, 'arrive', { at: day(20) })).body.state).toBe('arrived');
    return take(to.receiver, id, 'accept', { ...accepted(grams, 1), at: day(30) });
  }

  it('must find room in this year too, together with other late entries', async () => {
    const to = await receiverOf(100_000);
    expect((await accept(to, 100_000, at)).status).toBe(200);
    expect((await accept(to, 15_000, then)).status).toBe(200);
    const { status, body } = await accept(to, 5_001, then);
    expect([status, body.code, body.year, body.acceptedGrams]).toEqual([422, 'licence-scale-exceeded', 2026, 120_001]);
    expect(body).toMatchObject(both(then(30)));
    // An entry in time has the room of this year: mass of last year uses none of it.
    const now = (n: number) => new Date(Date.parse(fresh) + n * 60_000).toISOString();
    expect((await accept(to, 20_000, now)).status).toBe(200);
  });

  it('must find room in last year as before', async () => {
    const to = await receiverOf(10_000);
    expect((await accept(to, 12_000, then)).status).toBe(200);
    const { body } = await accept(to, 50, then);
    expect([body.code, body.year, body.enteredAt]).toEqual(['licence-scale-exceeded', 2025, undefined]);
  });
});
