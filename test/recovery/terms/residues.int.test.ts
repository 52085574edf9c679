/** Residues, paste and other waste on manifests: each gram has one term at the sender, and one at the receiver. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);
const CODES = ['900-052-31', '321-016-48', '321-029-48'];
let serial = 0;
let point: Enterprise;

/** A plant with licences for batteries, slag and dust. */
async function works(): Promise<Enterprise> {
  const made = await app.enterprise({ kind: 'recycler' });
  for (const mode of ['recycling', 'transport']) {
    serial += 1;
    await ok(
      app.authority.post(`/v1/parties/${made.partyId}/licences`, {
        ...{ number: `演示残-${serial}`, mode, wasteCodes: CODES, issuer: '演示生态环境厅' },
        ...{ validFrom: '2026-01-01', validTo: '2030-01-01' },
      }),
    );
  }
  return made;
}

/** Feeds 100 t of batteries, and yields products and other materials. Returns the batches by their material. */
async function yielded(who: Enterprise, outputs: Record<string, [tonnes: number, ppm: number]>) {
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const { id } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(3, 13), process: 'integrated' }));
  await ok(
    who.post(`/v1/runs/${id}/feeds`, {
      ...{ fedAt: on(4), lines: [{ batchId: received, massGrams: 100 * TONNE, pieces: 5_000 }] },
    }),
  );
  const made: Record<string, string> = {};
  for (const [material, [tonnes]] of Object.entries(outputs)) {
    const { batches } = await ok(
      who.post(`/v1/runs/${id}/outputs`, {
        ...{ yieldedAt: on(4, 12), outputs: [{ material, massGrams: tonnes * TONNE }] },
      }),
    );
    made[material] = batches[0].id;
  }
  await ok(who.post(`/v1/runs/${id}/close`, { closedAt: on(4, 13), carriedGrams: 0 }));
  for (const [material, [, ppm]] of Object.entries(outputs)) await plant.assay(who, made[material] ?? '', ppm);
  return made;
}

/** Sends waste on a manifest, up to its arrival. */
async function sent(from: Enterprise, to: Enterprise, batchId: string, tonnes: number, day = 6) {
  serial += 1;
  const manifest = await ok(
    from.post('/v1/manifests', {
      ...{ carrierId: to.partyId, receiverId: to.partyId, consignorSiteId: from.siteId, receiverSiteId: to.siteId },
      lines: [{ batchId, massGrams: tonnes * TONNE, pieces: 0, packaging: 'bulk-bag', packages: 5 }],
    }),
  );
  const step = (who: Enterprise, name: string, body: object) =>
    ok(who.post(`/v1/manifests/${manifest.id}/${name}`, { ...body }));
  const paper = { at: on(day), number: `纸残-${serial}`, reason: '演示', transferCompletedAt: on(day) };
  await step(from, 'register-paper', paper);
  await step(from, 'backfill', { at: on(day) });
  await step(from, 'hand-over', { at: on(day, 9) });
  await step(to, 'depart', { at: on(day, 10), plates: ['桂A12345'], from: '演示' });
  await step(to, 'arrive', { at: on(day, 11) });
  return { manifest, step };
}

const accepting = (tonnes: number, treatmentMethod: string, refused = 0) => ({
  at: on(6, 12),
  ...(refused > 0 && { differenceKinds: ['quantity'], remarks: '演示差异' }),
  lines: [
    {
      ...{ line: 1, acceptedGrams: tonnes * TONNE, acceptedPieces: 0, treatmentMethod },
      ...(refused > 0 && { refusedGrams: refused * TONNE, refusedPieces: 0 }),
    },
  ],
});

beforeAll(async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  point = await plant.enterprise('collection_point', ['collection']);
}, 60_000);

describe('a residue on a manifest', () => {
  const OUTPUTS = { refined_lead: [54, 1_000_000], dust: [5, 400_000] } as Record<string, [number, number]>;

  it('is a loss of its kind at the sender, once, less what came back, and comes back as a residue', async () => {
    const [who, friend] = [await works(), await works()];
    const { dust = '' } = await yielded(who, OUTPUTS);
    const { manifest, step } = await sent(who, friend, dust, 5);
    expect([manifest.wasteCode, manifest.lines[0].batteryKind, manifest.lines[0].condition]).toEqual([
      ...['321-029-48', null, null],
    ]);
    await step(friend, 'accept-partially', accepting(3, 'R4', 2));
    const closed = await step(who, 'close', {
      at: on(7),
      lines: [{ line: 1, returnedGrams: 2 * TONNE, returnedPieces: 0 }],
    });
    const back = await ok(who.get(`/v1/batches/${closed.lines[0].returnedBatchId}`));
    expect([back.kind, back.material, back.massGrams]).toEqual(['residue', '321-029-48', 2 * TONNE]);
    await plant.countBoth(who, [{ item: 'dust', massGrams: 2 * TONNE, leadPpm: 400_000 }]);
    const { terms, headline, findings } = await plant.rate(who);
    expect([terms, headline]).toEqual([{ received: 58, products: 54, loss_dust: 1.2, closing_work: 0.8 }, '94.41']);
    expect(findings).not.toContain('RESIDUES_WITHOUT_MANIFEST');
  });

  it('is other feed at a receiver that uses it, and its lead is available there once', async () => {
    const [who, friend] = [await works(), await works()];
    const { dust = '' } = await yielded(who, OUTPUTS);
    const { step } = await sent(who, friend, dust, 5);
    const { lines } = await step(friend, 'accept', accepting(5, 'R4'));
    await plant.assay(friend, lines[0].receivedBatchId, 400_000);
    await plant.countBoth(friend, [{ item: 'received_waste', massGrams: 5 * TONNE, leadPpm: 400_000 }]);
    expect((await plant.rate(friend)).terms).toEqual({ other_feed: 2, closing_work: 2 });
    await plant.smelt(friend, { [lines[0].receivedBatchId]: 5 }, 1.9);
    const { json } = await friend.get(`/v1/recovery?period=2026-10&partyId=${friend.partyId}`);
    const terms = Object.fromEntries(
      json.terms.flatMap(({ term, leadGrams }: { term: string; leadGrams: number }) =>
        leadGrams === 0 ? [] : [[term, leadGrams / TONNE]],
      ),
    );
    expect(terms).toMatchObject({ other_feed: 2, products: 1.9 });
  });

  it('for disposal is neither received nor feed', async () => {
    const [who, disposer] = [await works(), await works()];
    const { dust = '' } = await yielded(who, OUTPUTS);
    const { step } = await sent(who, disposer, dust, 5);
    const { lines } = await step(disposer, 'accept', accepting(5, 'D1'));
    await plant.assay(disposer, lines[0].receivedBatchId, 400_000);
    const { terms, findings } = await plant.rate(disposer);
    expect([terms.received, terms.other_feed]).toEqual([undefined, undefined]);
    expect(findings).toContain('BATTERIES_FOR_DISPOSAL');
  });

  it('that a friend receives with less lead than it holds needs a review of its rate', async () => {
    const [who, friend] = [await works(), await works()];
    const { slag = '' } = await yielded(who, { refined_lead: [40, 1_000_000], slag: [20, 20_000] });
    const { step } = await sent(who, friend, slag, 20);
    const { lines } = await step(friend, 'accept', accepting(20, 'R4'));
    const certificate = { laboratory: '演示厂化验室', laboratoryKind: 'own' };
    await plant.assay(friend, lines[0].receivedBatchId, 20_000, certificate);
    const batteries = await plant.deliver({ who: point }, { who: friend }, { tonnes: 100, day: 3 });
    await plant.smelt(friend, { [batteries]: 100, [lines[0].receivedBatchId]: 20 }, 58);
    await plant.countBoth(friend);
    const { json, findings } = await plant.rate(friend);
    expect(json.status).toBe('flagged');
    expect(findings).toContain('WEAK_EVIDENCE_MATTERS');
  });
});

describe('paste on a manifest', () => {
  it('takes its lead out of the balance of the breaker as far as it was accepted, and is other feed of the smelter', async () => {
    const [breaker, smelter] = [await works(), await works()];
    const { lead_paste: paste = '' } = await yielded(breaker, {
      ...{ lead_paste: [60, 700_000], refined_lead: [14, 1_000_000] },
    });
    const { manifest, step } = await sent(breaker, smelter, paste, 60);
    expect([manifest.wasteCode, manifest.lines[0].batteryKind, manifest.lines[0].condition]).toEqual([
      ...['900-052-31', null, 'paste'],
    ]);
    const { lines } = await step(smelter, 'accept', {
      ...accepting(59, 'R4'),
      ...{ differenceKinds: ['quantity'], remarks: '演示差异' },
    });
    await plant.countBoth(breaker);
    const { terms, headline, findings } = await plant.rate(breaker);
    expect(terms).toEqual({ received: 58, products: 14, forwarded: 41.3, loss_weighing: 0.7 });
    expect(headline).toBe('83.83');
    expect(findings).toContain('UNCONFIRMED_MASS');
    await plant.assay(smelter, lines[0].receivedBatchId, 700_000);
    const { json } = await smelter.get(`/v1/recovery?period=2026-10&partyId=${smelter.partyId}`);
    const of = (name: string) => json.terms.find(({ term }: { term: string }) => term === name)?.leadGrams;
    expect([of('other_feed'), of('received')]).toEqual([41.3 * TONNE, 0]);
  });
});
