/** Licences, vehicles and the state of organisations, checked for the day of a step. */
import { describe, expect, it } from 'vitest';
import { registerVehicle, takeLicenceStep, takePartyStep } from '../../src/parties/index.ts';
import { accepted, arrived, at, DEPART, deps, drafted, handedOver, send, take, trade, useManifests } from './api.ts';
import { NOW } from './province.ts';

useManifests();

const AUTHORITY = { subject: 'clerk', source: 'local', roles: [], scopes: [] } as const;
const by = { actor: AUTHORITY };
const suspendParty = ({ id }: { id: string }) =>
  deps.db.transaction((tx) =>
    takePartyStep(tx, { ...deps, unfinishedBusiness: [] }, { ...by, id, step: 'suspend', reason: '演示' }),
  );
const today = NOW.toISOString();

describe('an organisation that is suspended', () => {
  it.each(['consignor', 'carrier', 'receiver'] as const)(
    'as %s lets no load begin from then on, though what was before is still recorded',
    async (role) => {
      const [early, late] = [await drafted(1_000, 1), await drafted(1_000, 1)];
      await suspendParty(trade[role]);
      const before = await take(trade.consignor, early, 'submit', { at: at(0) });
      expect([before.status, before.body.state]).toEqual([200, 'submitted']);
      const after = await take(trade.consignor, late, 'submit', { at: today });
      expect([after.status, after.body.code, after.body.state]).toEqual([422, 'party-not-active', 'suspended']);
    },
  );
});

describe('a vehicle', () => {
  const register = (permitValidFrom: string, permitValidTo: string) =>
    deps.db.transaction((tx) =>
      registerVehicle(tx, deps, {
        ...by,
        partyId: trade.carrier.id,
        plate: '桂a·12345',
        trailer: false,
        permitNumber: '450100000001',
        permitValidFrom,
        permitValidTo,
      }),
    );

  it('that is registered needs a permit on the day of departure; a renewed one will do', async () => {
    const id = await handedOver();
    await register('2025-09-10', '2026-09-10');
    const refused = await take(trade.carrier, id, 'depart', DEPART);
    expect([refused.status, refused.body.code, refused.body.pointer]).toEqual([
      422,
      'vehicle-permit-expired',
      '#/body/plates/0',
    ]);
    await register('2026-09-10', '2027-09-10');
    const { status, body } = await take(trade.carrier, id, 'depart', DEPART);
    expect([status, body.warnings]).toEqual([200, []]);
  });

  it('that is not registered is taken with a warning, in the answer, in the record and in the journal', async () => {
    const id = await handedOver();
    const { body } = await take(trade.carrier, id, 'depart', DEPART);
    const warning = { code: 'vehicle-unregistered', step: 'depart', at: at(12), facts: { plate: '桂A12345' } };
    const shown = { ...warning, severity: 'flag', title: 'Vehicle not registered' };
    expect(body.warnings).toMatchObject([shown]);
    expect((await send(trade.receiver, `/manifests/${id}`)).body.warnings).toMatchObject([shown]);
    const chinese = await send(trade.receiver, `/manifests/${id}`, undefined, { 'accept-language': 'zh-CN' });
    expect(chinese.body.warnings).toMatchObject([
      { title: '车辆未登记', detail: '车辆 桂A12345 未在承运人名下登记。' },
    ]);
    const { rows } = await deps.db.$client.query(
      "select payload from journal_entries where subject = $1 and kind = 'manifest.warned'",
      [`manifest:${id}`],
    );
    expect(rows).toEqual([{ payload: { manifestId: id, warnings: [warning] } }]);
  });
});

describe('a licence that is suspended', () => {
  it.each([
    ['2026-09-10', 422, 'licence-suspended'],
    ['2026-09-11', 200, undefined],
  ])('from %s on answers a submission on 10 September with %d %s', async (effectiveOn, status, code) => {
    const { rows } = await deps.db.$client.query<{ id: string }>('select id from licences where party_id = $1', [
      trade.receiver.id,
    ]);
    const licence = { partyId: trade.receiver.id, id: rows[0]?.id ?? '', effectiveOn };
    await deps.db.transaction((tx) =>
      takeLicenceStep(tx, deps, { ...by, ...licence, step: 'suspend', reason: '演示' }),
    );
    const answer = await take(trade.consignor, await drafted(), 'submit', { at: at(0) });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('after the submission keeps the receiver from accepting, not from refusing', async () => {
    const id = await arrived();
    const { rows } = await deps.db.$client.query<{ id: string }>('select id from licences where party_id = $1', [
      trade.receiver.id,
    ]);
    const licence = { partyId: trade.receiver.id, id: rows[0]?.id ?? '', effectiveOn: '2026-09-10' };
    await deps.db.transaction((tx) => takeLicenceStep(tx, deps, { ...by, ...licence, step: 'revoke', reason: '演示' }));
    const refused = await take(trade.receiver, id, 'accept', accepted(1_000_000, 60));
    expect([refused.status, refused.body.code]).toEqual([422, 'licence-suspended']);
    expect((await take(trade.receiver, id, 'reject', { at: at(30), remarks: '破损' })).status).toBe(200);
  });
});
