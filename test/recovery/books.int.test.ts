/** Movements as the use cases write them, held against the table of their places in the lead balance. */
import { beforeAll, expect, it } from 'vitest';
import { type Moved, placeOf } from '../../src/recovery/terms/place.ts';
import { type Enterprise, useApp } from '../app/fixture.ts';
import { ok, on, plantOf, TONNE } from './plant.ts';
import { ENDS } from './terms/ends.ts';

const app = useApp();
const plant = plantOf(app);

type Row = Pick<Moved, 'kind'> & {
  readonly fromKind: string | null;
  readonly toKind: string | null;
  readonly fromBoundary: 'generation' | null;
  readonly toBoundary: 'generation' | null;
};

let rows: readonly Row[];

beforeAll(async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const point = await plant.enterprise('collection_point', ['collection', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const own = await plant.collect({ who }, 20, on(3));
  await plant.assay(who, own, 580_000);
  const whole = await ok(who.post('/v1/batches/merge', { batchIds: [received, own] }));
  const part = await ok(who.post(`/v1/batches/${whole.id}/split`, { massGrams: 40 * TONNE, pieces: 2_000 }));
  const load = await plant.send({ who }, { who: point }, { batchId: part.id, tonnes: 40, day: 5 });
  await plant.decide(point, load, on(5, 12), { accepted: 20, refused: 10 });
  const lines = [{ line: 1, returnedGrams: 9 * TONNE, returnedPieces: 500 }];
  await ok(who.post(`/v1/manifests/${load.id}/close`, { at: on(6), lines, remarks: '雨天装卸损失' }));
  await smeltAndSell(who, whole.id);
  rows = (
    await app.database.db.$client.query(`
      select distinct m.kind, f.kind as "fromKind", t.kind as "toKind", m.from_boundary as "fromBoundary",
        m.to_boundary as "toBoundary"
      from movements m left join batches f on f.id = m.from_batch_id left join batches t on t.id = m.to_batch_id`)
  ).rows;
}, 60_000);

async function smeltAndSell(who: Enterprise, batchId: string): Promise<void> {
  const lead = await plant.smelt(who, { [batchId]: 80 }, 46);
  const product = {
    kind: 'sale',
    massGrams: TONNE,
    receiverName: '演示电池厂',
    contractNumber: 'C-1',
    occurredAt: on(25),
  };
  await ok(who.post(`/v1/batches/${lead}/dispositions`, product));
  const bought = await ok(
    who.post('/v1/supplies', {
      ...{
        siteId: who.siteId,
        sourceKind: 'crude_lead',
        supplierName: '演示冶炼厂',
        massGrams: TONNE,
        receivedAt: on(8),
      },
      assay: { method: 'XRF', laboratory: '演示检测中心', sampledAt: on(8), ppm: 970_000 },
    }),
  );
  const { id } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(8), process: 'refining' }));
  const fed = [{ batchId: bought.batchId, massGrams: TONNE }];
  await ok(who.post(`/v1/runs/${id}/feeds`, { fedAt: on(9), lines: fed }));
  const outputs = [{ material: 'slag', massGrams: TONNE / 2 }];
  const { batches } = await ok(who.post(`/v1/runs/${id}/outputs`, { yieldedAt: on(10), outputs }));
  await ok(who.post(`/v1/runs/${id}/close`, { closedAt: on(11), carriedGrams: 100_000 }));
  const waste = { kind: 'disposal', massGrams: TONNE / 2, receiverName: '演示填埋场', occurredAt: on(12) };
  await ok(who.post(`/v1/batches/${batches[0].id}/dispositions`, waste));
}

const MOVED = { supplyKind: null, loss: null, confirmed: false, countedTerm: 'work', forDisposal: false } as const;

it('every movement of a month is of a kind, between accounts and with a place that the table states', () => {
  expect(new Set(rows.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(13);
  const unstated = rows.flatMap(({ kind, fromKind, toKind, fromBoundary, toBoundary }) => {
    const ends = [
      [fromBoundary ?? 'batch', ENDS[kind].from, fromKind, false],
      [toBoundary ?? 'batch', ENDS[kind].to, toKind, true],
    ] as const;
    return ends.flatMap(([end, stated, batchKind, enters]) => {
      const place = batchKind === null ? null : placeOf({ ...MOVED, kind, batchKind, enters });
      const lost = place !== null && 'reason' in place && place.reason === 'never' && ON_SITE.has(batchKind ?? '');
      return stated.includes(end) && !lost ? [] : [`${kind} ${enters ? 'into' : 'out of'} ${batchKind ?? end}`];
    });
  });
  expect(unstated).toEqual([]);
});

/** Kinds of batches that are on a site; loads and runs are accounts between sites and batches. */
const ON_SITE = new Set(['battery', 'product', 'by_product', 'residue', 'other_feed']);
