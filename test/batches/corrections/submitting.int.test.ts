/** Corrections of batches that meet the submission of a manifest, and of batches that were merged. */
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
let own: Enterprise;
let carrier: Enterprise;
let smelter: Enterprise;
beforeAll(async () => {
  own = await app.enterprise({ name: '演示收集点' });
  carrier = await app.enterprise({ kind: 'transfer_point' });
  smelter = await app.enterprise({ kind: 'recycler' });
  await app.authority.post(`/v1/parties/${smelter.partyId}/licences`, {
    ...{ number: '演示证1', mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
    ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
  });
});

const record = async (massGrams: number, pieces: number): Promise<string> =>
  (await own.post('/v1/batches', batchInput(own.siteId, { massGrams, pieces }))).json.id;
const correct = (id: string, body: Record<string, unknown>) =>
  own.post(`/v1/batches/${id}/corrections`, { reason: '称重单位误填', ...body });
const submit = (id: string) => own.post(`/v1/manifests/${id}/submit`, {});

async function draft(batchId: string, massGrams: number, pieces: number): Promise<string> {
  const line = { batchId, massGrams, pieces, packaging: 'pallet', packages: 1 };
  const sites = { consignorSiteId: own.siteId, receiverSiteId: smelter.siteId };
  const named = { carrierId: carrier.partyId, receiverId: smelter.partyId };
  return (await own.post('/v1/manifests', { ...named, ...sites, lines: [line] })).json.id;
}

describe('a batch that is corrected below the lines of a draft', () => {
  it('keeps the draft from being submitted, by name, until it is drawn up again', async () => {
    const id = await record(1_000, 10);
    const manifest = await draft(id, 700, 7);
    expect((await correct(id, { massGrams: 600, pieces: 6 })).status).toBe(201);
    const { status, json } = await submit(manifest);
    expect([status, json.code, json.id, json.availableGrams, json.requestedGrams]).toEqual([
      ...[422, 'batch-mass-exceeded', id, 600, 700],
    ]);
    expect((await submit(await draft(id, 600, 6))).status).toBe(200);
  });

  it('and submitted at the same moment never promises what the batch does not hold: one of the two is refused', async () => {
    const rounds = await Promise.all(
      Array.from({ length: 24 }, async () => {
        const id = await record(1_000, 10);
        return { id, manifest: await draft(id, 700, 7) };
      }),
    );
    for (const [round, { id, manifest }] of rounds.entries()) {
      // The correction has the shorter way to the batch, so it starts later and later.
      const later = async () => {
        await setTimeout(round * 3);
        return correct(id, { massGrams: 600, pieces: 6 });
      };
      const answers = await Promise.all([submit(manifest), later()]);
      const refused = answers.filter(({ status }) => status >= 300).map(({ json }) => json.code);
      const { massGrams } = (await own.get(`/v1/batches/${id}`)).json;
      const { state } = (await own.get(`/v1/manifests/${manifest}`)).json;
      expect([massGrams, state, refused]).toEqual(
        massGrams === 600
          ? [600, 'draft', ['batch-mass-exceeded']]
          : [1_000, 'submitted', ['correction-mass-promised']],
      );
    }
  });
});

describe('a batch that was merged', () => {
  const held = async (id: string) => {
    const { massGrams, pieces } = (await own.get(`/v1/batches/${id}`)).json;
    return [massGrams, pieces];
  };
  const merge = async (...batchIds: string[]) => (await own.post('/v1/batches/merge', { batchIds })).json.id as string;
  const books = async () => (await app.authority.get('/v1/books')).json;

  it('is corrected with the batches that its mass went into, which the answer names', async () => {
    const [one, two, three] = [await record(1_000, 10), await record(500, 5), await record(300, 3)];
    const merged = await merge(one, two);
    const all = await merge(merged, three);
    const { status, json } = await correct(one, { massGrams: 900, pieces: 9 });
    expect([status, json.before, json.after]).toEqual([
      ...[201, { massGrams: 1_000, pieces: 10 }, { massGrams: 900, pieces: 9 }],
    ]);
    expect(json.affected).toContainEqual({
      ...{ kind: 'batch', id: all, state: null },
      ...{ before: { massGrams: 1_800, pieces: 18 }, after: { massGrams: 1_700, pieces: 17 } },
    });
    expect(await Promise.all([one, merged, all].map(held))).toEqual([
      ...[
        [0, 0],
        [0, 0],
        [1_700, 17],
      ],
    ]);
    expect((await correct(two, { massGrams: 650, pieces: 6 })).status).toBe(201);
    expect([await held(two), await held(all)]).toEqual([
      [0, 0],
      [1_850, 18],
    ]);
    expect(await books()).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 });
  });

  it('is refused by the name of the merged batch when that has passed the mass on, or must keep it', async () => {
    const [one, two] = [await record(1_000, 10), await record(500, 5)];
    const merged = await merge(one, two);
    const mass = await correct(merged, { massGrams: 900, pieces: 9 });
    expect([mass.status, mass.json.code, mass.json.id]).toEqual([422, 'correction-elsewhere', merged]);
    expect(mass.json.remedy).toContain('POST /v1/batches/…/corrections');
    const manifest = await draft(merged, 1_450, 14);
    await submit(manifest);
    const promised = await correct(one, { massGrams: 949, pieces: 10 });
    expect([promised.status, promised.json.code, promised.json.id, promised.json.manifests]).toEqual([
      ...[409, 'correction-mass-promised', merged, [manifest]],
    ]);
    await own.post(`/v1/manifests/${manifest}/cancel`, { reason: '演示' });
    await own.post(`/v1/batches/${merged}/split`, { massGrams: 1_450, pieces: 14 });
    const { status, json } = await correct(one, { massGrams: 949 });
    expect([status, json.code, json.id, json.missingGrams]).toEqual([409, 'correction-below-moved', merged, 1]);
    expect((await correct(one, { riskClass: 'II' })).json.code).toBe('correction-description-used');
  });
});
