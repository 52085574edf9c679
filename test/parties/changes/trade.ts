/** Organisations with a licence and a vehicle, and loads between them, whose registered data tests change. */
import { expect } from 'vitest';
import { assignNumber } from '../../../src/manifests/index.ts';
import { type Answer, batchInput, type Client, type Enterprise, type TestApp } from '../../app/fixture.ts';

export const REASON = { reason: '登记有误。' };
export const PERMIT = { permitNumber: '桂运1', permitValidFrom: '2026-01-01', permitValidTo: '2030-01-01' };
const ISSUED = { wasteCodes: ['900-052-31'], issuer: '演示厅', validFrom: '2026-01-01', validTo: '2031-01-01' };

let serial = 500;

/** Returns the JSON of an answer that succeeded. */
export async function ok(answering: Promise<Answer>) {
  const answer = await answering;
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json;
}
export const version = (n: number) => ({ 'if-match': `"${n}"` });
export const problem = ({ status, json }: Answer) => [status, json.code];

export const license = ({ authority }: TestApp, { partyId }: Enterprise) =>
  ok(authority.post(`/v1/parties/${partyId}/licences`, { ...ISSUED, number: `证${++serial}`, mode: 'recycling' }));

export type Trade = Record<'point' | 'carrier' | 'smelter', Enterprise> & {
  readonly licenceId: string;
  readonly vehicleId: string;
};

export async function makeTrade(app: TestApp): Promise<Trade> {
  const point = await app.enterprise();
  const carrier = await app.enterprise({ kind: 'transfer_point' });
  const smelter = await app.enterprise({ kind: 'recycler' });
  const { id: licenceId } = await license(app, smelter);
  const { id: vehicleId } = await ok(
    app.authority.post(`/v1/parties/${carrier.partyId}/vehicles`, { plate: '桂A20001', ...PERMIT }),
  );
  return { point, carrier, smelter, licenceId, vehicleId };
}

/** Takes a load so far: `submit`, `depart` or `accept`. */
export async function load(
  app: TestApp,
  { point, carrier, smelter }: Trade,
  last: 'submit' | 'depart' | 'accept',
): Promise<string> {
  const { id: batchId } = await ok(
    point.post('/v1/batches', batchInput(point.siteId, { massGrams: 1_000_000, pieces: 50 })),
  );
  const line = { batchId, massGrams: 1_000_000, pieces: 50, packaging: 'pallet', packages: 1 };
  const named = { carrierId: carrier.partyId, receiverId: smelter.partyId };
  const sites = { consignorSiteId: point.siteId, receiverSiteId: smelter.siteId };
  const { id } = await ok(point.post('/v1/manifests', { ...named, ...sites, lines: [line] }));
  const step = (who: Client, name: string, body = {}) => ok(who.post(`/v1/manifests/${id}/${name}`, body));
  await step(point, 'submit');
  if (last === 'submit') return id;
  const number = `2026450200${String(++serial).padStart(4, '0')}`;
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await app.deps.db.transaction((tx) => assignNumber(tx, app.deps, { actor, id, number, at: null }));
  await step(point, 'hand-over');
  await step(carrier, 'depart', { plates: ['桂A20001'], from: '南宁' });
  if (last === 'depart') return id;
  await step(smelter, 'arrive');
  await step(smelter, 'accept', {
    lines: [{ line: 1, acceptedGrams: 1_000_000, acceptedPieces: 50, treatmentMethod: 'R4' }],
  });
  return id;
}
