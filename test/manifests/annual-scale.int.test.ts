/** Acceptances of a receiver against the annual scales of its licences. */
import { beforeEach, describe, expect, it } from 'vitest';
import { manifestLaw, takeStep } from '../../src/manifests/index.ts';
import { takeLicenceStep } from '../../src/parties/index.ts';
import { accepted, at, DEPART, deps, numbered, send, take, trade, useManifests } from './api.ts';
import {
  actorOf,
  addLicence,
  addParty,
  addSite,
  forParty,
  journalOf,
  requestOf,
  type Trade,
  untilOneWaits,
} from './province.ts';

useManifests();

describe('the annual scale of a licence', () => {
  let own: Trade;
  beforeEach(async () => {
    const receiver = await addParty(deps, '45');
    const receiverSite = await addSite(deps, receiver, 'recycler');
    await addLicence(deps, receiver, 'recycling', { annualLimitGrams: 1_000_000 });
    own = { ...trade, receiver, receiverSite };
  });

  async function atTheGate(massGrams: number, to: Trade = own): Promise<string> {
    const { body } = await send(to.consignor, '/manifests', requestOf(to, massGrams, 1));
    const id: string = body.id;
    expect((await take(to.consignor, id, 'submit', { at: at(0) })).status).toBe(200);
    await numbered(id);
    await take(to.consignor, id, 'hand-over', { at: at(10) });
    await take(to.carrier, id, 'depart', DEPART);
    expect((await take(to.receiver, id, 'arrive', { at: at(20) })).status).toBe(200);
    return id;
  }
  const acceptAll = async (massGrams: number, to: Trade = own) =>
    take(to.receiver, await atTheGate(massGrams, to), 'accept', accepted(massGrams, 1));
  async function licencesOf(partyId: string): Promise<string[]> {
    const { rows } = await deps.db.$client.query<{ id: string }>('select id from licences where party_id = $1', [
      partyId,
    ]);
    return rows.map(({ id }) => id);
  }
  const shares = (body: { warnings: { code: string; facts: { shareBasisPoints: number } }[] }) =>
    body.warnings.filter(({ code }) => code === 'licence-scale-reached').map(({ facts }) => facts.shareBasisPoints);

  it('is warned of at 80 % and 100 % of what was accepted in the year, and ends at 120 %', async () => {
    expect(shares((await acceptAll(790_000)).body)).toEqual([]);
    expect(shares((await acceptAll(10_000)).body)).toEqual([8_000]);
    expect(shares((await acceptAll(200_000)).body)).toEqual([10_000]);
    expect(shares((await acceptAll(200_000)).body)).toEqual([10_000]);
    const { status, body } = await acceptAll(50);
    expect([status, body.code, body.acceptedGrams, body.blockGrams]).toEqual([
      422,
      'licence-scale-exceeded',
      1_200_050,
      1_200_000,
    ]);
  });

  it('is not passed by two decisions at once', async () => {
    const [one, other] = [await atTheGate(700_000), await atTheGate(700_000)];
    const taken = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const [line] = accepted(700_000, 1).lines.map((decided) => ({ ...decided, refusedGrams: 0, refusedPieces: 0 }));
    const input = { at: at(30), lines: line ? [line] : [], differenceKinds: [], remarks: null };
    const law = await manifestLaw(deps);
    const first = forParty(deps, own.receiver, async (tx) => {
      const command = { actor: actorOf(own.receiver), law, id: one, ifVersion: null, step: 'accept', input } as const;
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

  it('is that of the licence with the most room, and each counts what was accepted under it', async () => {
    const [small] = await licencesOf(own.receiver.id);
    const large = await addLicence(deps, own.receiver, 'recycling', { annualLimitGrams: 1_100_000 });
    const under: string[] = [];
    for (let load = 0; load < 4; load++) under.push((await acceptAll(300_000)).body.acceptedLicenceId);
    // Room left before each, in kg: 1 000 and 1 100, 1 000 and 800, 700 and 800, 700 and 500.
    expect(under).toEqual([large.id, small, large.id, small]);
  });

  it('of another waste code is not checked', async () => {
    const [fitting] = await licencesOf(own.receiver.id);
    await addLicence(deps, own.receiver, 'recycling', { annualLimitGrams: 9_000_000, wasteCodes: ['384-004-31'] });
    expect((await acceptAll(500_000)).body.acceptedLicenceId).toBe(fitting);
  });

  it('goes on when a licence is renewed under its number, by the scale of the new one', async () => {
    const receiver = await addParty(deps, '45');
    const to = { ...own, receiver, receiverSite: await addSite(deps, receiver, 'recycler') };
    const term = { number: '演示换证', annualLimitGrams: 1_000_000 };
    await addLicence(deps, receiver, 'recycling', { ...term, validTo: '2026-09-10' });
    await addLicence(deps, receiver, 'recycling', { ...term, validFrom: '2026-09-10', annualLimitGrams: 2_000_000 });
    const { rows } = await deps.db.$client.query<{ id: string }>(
      'select id from licences where party_id = $1 order by valid_from',
      [receiver.id],
    );
    const first = await acceptAll(900_000, to);
    expect(first.body.acceptedLicenceId).toBe(rows[1]?.id);
    // As if it had been accepted in the term before the renewal.
    await deps.db.$client.query('update manifests set accepted_licence_id = $1 where id = $2', [
      rows[0]?.id,
      first.body.id,
    ]);
    const { body } = await acceptAll(700_000, to);
    expect([body.acceptedLicenceId, shares(body)]).toEqual([rows[1]?.id, [8_000]]);
  });

  it('is not checked for a licence without a limit, which is used before the others', async () => {
    const open = await addLicence(deps, own.receiver, 'recycling', { annualLimitGrams: null });
    const { status, body } = await acceptAll(1_500_000);
    expect([status, body.acceptedLicenceId, shares(body)]).toEqual([200, open.id, []]);
    const entry = (await journalOf(deps.db, body.id)).find(({ kind }) => kind === 'manifest.accepted');
    expect(entry?.payload).toMatchObject({ acceptedLicenceId: open.id });
  });

  it('falls to the other licence when one is suspended, also while a decision waits for that', async () => {
    const [first] = await licencesOf(own.receiver.id);
    const larger = await addLicence(deps, own.receiver, 'recycling', { annualLimitGrams: 5_000_000 });
    const id = await atTheGate(100_000);
    const taken = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const suspending = deps.db.transaction(async (tx) => {
      const licence = { partyId: own.receiver.id, id: larger.id, effectiveOn: '2026-09-10' };
      const actor = { subject: 'clerk', source: 'local', roles: [], scopes: [] } as const;
      await takeLicenceStep(tx, deps, { actor, ...licence, step: 'suspend', reason: '演示' });
      taken.resolve();
      await gate.promise;
    });
    await taken.promise;
    const accepting = take(own.receiver, id, 'accept', accepted(100_000, 1));
    await untilOneWaits(deps.db);
    gate.resolve();
    await suspending;
    const { status, body } = await accepting;
    expect([status, body.acceptedLicenceId]).toEqual([200, first]);
  });
});
