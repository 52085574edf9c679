/** Steps that bring mass to a site with a limit of storage. */
import { describe, expect, it } from 'vitest';
import { registerSite } from '../../src/parties/service.ts';
import { accepted, arrived, at, DEPART, deps, numbered, send, take, trade, useManifests } from './api.ts';
import { addLicence, requestOf } from './province.ts';

useManifests();

const PROVINCE_OFFICE_ROLES = { actor: { subject: 'clerk', source: 'local', roles: [], scopes: [] } } as const;

async function limitedSite(partyId: string, kind: 'recycler' | 'transfer_point', storageLimitGrams: number) {
  const draft = { partyId, kind, name: '演示限量', divisionCode: '4501', address: null, storageLimitGrams };
  return deps.db.transaction((tx) => registerSite(tx, deps, { ...PROVINCE_OFFICE_ROLES, ...draft }));
}

const warningsOf = (body: { warnings: { code: string; step: string; facts: object }[] }) =>
  body.warnings.filter(({ code }) => code === 'storage-limit-reached');

describe('an acceptance', () => {
  it('warns that it brings the site of the receiver near its limit or over it', async () => {
    const receiverSite = await limitedSite(trade.receiver.id, 'transfer_point', 1_000_000);
    await addLicence(deps, trade.receiver, 'collection');
    const acceptAll = async (massGrams: number) => {
      const { body } = await send(trade.consignor, '/manifests', requestOf({ ...trade, receiverSite }, massGrams, 1));
      await take(trade.consignor, body.id, 'submit', { at: at(0) });
      await numbered(body.id);
      await take(trade.consignor, body.id, 'hand-over', { at: at(10) });
      await take(trade.carrier, body.id, 'depart', DEPART);
      await take(trade.receiver, body.id, 'arrive', { at: at(20) });
      const answer = await take(trade.receiver, body.id, 'accept', accepted(massGrams, 1));
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return warningsOf(answer.body);
    };
    expect(await acceptAll(799_950)).toEqual([]);
    const facts = { siteId: receiverSite.id, limitGrams: 1_000_000 };
    expect(await acceptAll(50)).toMatchObject([
      { step: 'accept', facts: { ...facts, stockGrams: 800_000, shareBasisPoints: 8_000 } },
    ]);
    expect(await acceptAll(300_000)).toMatchObject([
      { step: 'accept', facts: { ...facts, stockGrams: 1_100_000, shareBasisPoints: 10_000 } },
    ]);
  });
});

describe('a load that comes back', () => {
  it('warns that it brings the site of the consignor over its limit', async () => {
    const { rowCount } = await deps.db.$client.query('update sites set storage_limit_grams = $1 where id = $2', [
      1_900_000,
      trade.site.id,
    ]);
    expect(rowCount).toBe(1);
    const id = await arrived();
    expect((await take(trade.receiver, id, 'reject', { at: at(30), remarks: '破损' })).status).toBe(200);
    const lines = [{ line: 1, returnedGrams: 1_000_000, returnedPieces: 60 }];
    const { status, body } = await take(trade.consignor, id, 'close', { at: at(40), lines });
    expect([status, warningsOf(body)]).toMatchObject([
      200,
      [{ step: 'close', facts: { siteId: trade.site.id, stockGrams: 2_000_000, shareBasisPoints: 10_000 } }],
    ]);
  });
});
