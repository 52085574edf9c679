/** Licences, vehicles and the state of organisations, asked on the day a step is taken. */
import { beforeEach, describe, expect, it } from 'vitest';
import { takeStep } from '../../src/manifests/index.ts';
import { registerVehicle, takeLicenceStep, takePartyStep } from '../../src/parties/index.ts';
import { accepted, arrived, at, DEPART, deps, drafted, handedOver, numbered, scene, send, take } from './api.ts';
import { actorOf, addLicence, addParty, addSite, NOW, requestOf, type Scene, untilOneWaits } from './province.ts';

const AUTHORITY = { subject: 'clerk', source: 'local', roles: [], scopes: [] } as const;
const by = { actor: AUTHORITY };
const suspendParty = ({ id }: { id: string }) =>
  deps.db.transaction((tx) =>
    takePartyStep(tx, { ...deps, openWork: [] }, { ...by, id, step: 'suspend', reason: '演示' }),
  );
const today = NOW.toISOString();

describe('an organisation that is suspended', () => {
  it.each(['consignor', 'carrier', 'receiver'] as const)(
    'as %s lets no load begin from then on, though what was before is still recorded',
    async (role) => {
      const [early, late] = [await drafted(1_000, 1), await drafted(1_000, 1)];
      await suspendParty(scene[role]);
      const before = await take(scene.consignor, early, 'submit', { at: at(0) });
      expect([before.status, before.body.state]).toEqual([200, 'submitted']);
      const after = await take(scene.consignor, late, 'submit', { at: today });
      expect([after.status, after.body.code, after.body.state]).toEqual([422, 'party-not-active', 'suspended']);
    },
  );
});

describe('a vehicle', () => {
  const register = (permitValidFrom: string, permitValidTo: string) =>
    deps.db.transaction((tx) =>
      registerVehicle(tx, deps, by, {
        partyId: scene.carrier.id,
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
    const refused = await take(scene.carrier, id, 'depart', DEPART);
    expect([refused.status, refused.body.code, refused.body.pointer]).toEqual([
      422,
      'vehicle-permit-expired',
      '#/body/plates/0',
    ]);
    await register('2026-09-10', '2027-09-10');
    const { status, body } = await take(scene.carrier, id, 'depart', DEPART);
    expect([status, body.warnings]).toEqual([200, []]);
  });

  it('that is not registered is taken with a warning, in the answer, in the record and in the journal', async () => {
    const id = await handedOver();
    const { body } = await take(scene.carrier, id, 'depart', DEPART);
    const warning = { code: 'vehicle-unregistered', step: 'depart', at: at(12), facts: { plate: '桂A12345' } };
    expect(body.warnings).toEqual([warning]);
    expect((await send(scene.receiver, `/manifests/${id}`)).body.warnings).toEqual([warning]);
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
      scene.receiver.id,
    ]);
    const licence = { partyId: scene.receiver.id, id: rows[0]?.id ?? '', effectiveOn };
    await deps.db.transaction((tx) =>
      takeLicenceStep(tx, deps, { ...by, ...licence, step: 'suspend', reason: '演示' }),
    );
    const answer = await take(scene.consignor, await drafted(), 'submit', { at: at(0) });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('after the submission keeps the receiver from accepting, not from refusing', async () => {
    const id = await arrived();
    const { rows } = await deps.db.$client.query<{ id: string }>('select id from licences where party_id = $1', [
      scene.receiver.id,
    ]);
    const licence = { partyId: scene.receiver.id, id: rows[0]?.id ?? '', effectiveOn: '2026-09-10' };
    await deps.db.transaction((tx) => takeLicenceStep(tx, deps, { ...by, ...licence, step: 'revoke', reason: '演示' }));
    const refused = await take(scene.receiver, id, 'accept', accepted(1_000_000, 60));
    expect([refused.status, refused.body.code]).toEqual([422, 'licence-suspended']);
    expect((await take(scene.receiver, id, 'reject', { at: at(30) })).status).toBe(200);
  });
});

describe('the annual scale of a licence', () => {
  let own: Scene;
  beforeEach(async () => {
    const receiver = await addParty(deps, '45');
    const receiverSite = await addSite(deps, receiver, 'recycler');
    await addLicence(deps, receiver, 'recycling', { annualLimitGrams: 1_000_000 });
    own = { ...scene, receiver, receiverSite };
  });

  async function atTheGate(massGrams: number, to: Scene = own): Promise<string> {
    const { body } = await send(to.consignor, '/manifests', requestOf(to, massGrams, 1));
    const id: string = body.id;
    expect((await take(to.consignor, id, 'submit', { at: at(0) })).status).toBe(200);
    await numbered(id);
    await take(to.consignor, id, 'hand-over', { at: at(10) });
    await take(to.carrier, id, 'depart', DEPART);
    expect((await take(to.receiver, id, 'arrive', { at: at(20) })).status).toBe(200);
    return id;
  }
  const acceptAll = async (massGrams: number, to: Scene = own) =>
    take(to.receiver, await atTheGate(massGrams, to), 'accept', accepted(massGrams, 1));
  const shares = (body: { warnings: { code: string; facts: { shareBasisPoints: number } }[] }) =>
    body.warnings.filter(({ code }) => code === 'licence-scale-reached').map(({ facts }) => facts.shareBasisPoints);

  it('is told of at 80 % and 100 % of what was accepted in the year, and ends at 120 %', async () => {
    expect(shares((await acceptAll(790_000)).body)).toEqual([]);
    expect(shares((await acceptAll(10_000)).body)).toEqual([8_000]);
    expect(shares((await acceptAll(200_000)).body)).toEqual([10_000]);
    expect(shares((await acceptAll(200_000)).body)).toEqual([10_000]);
    const { status, body } = await acceptAll(1);
    expect([status, body.code, body.acceptedGrams, body.blockGrams]).toEqual([
      422,
      'licence-scale-exceeded',
      1_200_001,
      1_200_000,
    ]);
  });

  it('is not passed by two decisions at once', async () => {
    const [one, other] = [await atTheGate(700_000), await atTheGate(700_000)];
    const taken = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const [line] = accepted(700_000, 1).lines.map((decided) => ({ ...decided, refusedGrams: 0, refusedPieces: 0 }));
    const input = { at: at(30), lines: line ? [line] : [], differenceKinds: [], remarks: null };
    const first = deps.db.transaction(async (tx) => {
      const command = { actor: actorOf(own.receiver), id: one, ifVersion: null, step: 'accept', input } as const;
      await takeStep(tx, deps, command);
      taken.resolve();
      await gate.promise;
    });
    await taken.promise;
    const second = take(own.receiver, other, 'accept', accepted(700_000, 1));
    await untilOneWaits(deps.db);
    gate.resolve();
    await first;
    expect((await second).body.code).toBe('licence-scale-exceeded');
  });

  it('of collecting and of recycling are counted each for itself', async () => {
    const point = await addSite(deps, own.receiver, 'transfer_point');
    await addLicence(deps, own.receiver, 'collection', { annualLimitGrams: 1_000_000 });
    expect((await acceptAll(900_000)).status).toBe(200);
    const { status, body } = await acceptAll(500_000, { ...own, receiverSite: point });
    expect([status, shares(body)]).toEqual([200, []]);
  });
});
