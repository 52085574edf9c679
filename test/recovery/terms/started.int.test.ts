/** Batteries on a site that becomes a recycler: none of them has passed the boundary before. */
import { expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

it('batteries that were on a site before it became a recycler are available when they are fed there', async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  const who = await plant.enterprise('recycler', ['recycling', 'collection']);
  const siteId = await plant.site(who, 'transfer_point');
  const changed = await app.authority.patch(`/v1/sites/${siteId}`, { kind: 'recycler', reason: '改建' });
  expect(changed.status).toBe(200);
  // A site changes its kind only without stock; what is entered later may be dated earlier.
  const batchId = await plant.collect({ who, siteId }, 20, on(20, 8, 11));
  await plant.assay(who, batchId, 580_000);

  app.clock.now = new Date('2026-12-01T04:00:00.000Z');
  const { id } = await ok(who.post('/v1/runs', { siteId, startedAt: on(30, 8, 11), process: 'integrated' }));
  const lines = [{ batchId, massGrams: 20 * TONNE, pieces: 1_000 }];
  await ok(who.post(`/v1/runs/${id}/feeds`, { fedAt: on(30, 9, 11), lines }));
  const outputs = [{ material: 'refined_lead', massGrams: 9.28 * TONNE }];
  const { batches } = await ok(who.post(`/v1/runs/${id}/outputs`, { yieldedAt: on(30, 10, 11), outputs }));
  await ok(who.post(`/v1/runs/${id}/close`, { closedAt: on(30, 11, 11), carriedGrams: 0 }));
  await plant.assay(who, batches[0].id, 1_000_000);
  for (const day of ['2026-10-31', '2026-11-30']) await plant.count({ who }, day);
  await plant.count({ who, siteId }, '2026-11-30');
  const { headline, terms } = await plant.rate(who, '2026-11');
  expect([headline, terms]).toEqual(['80.00', { uncounted_stock: 11.6, products: 9.28 }]);
});
