/** Batteries that come in as bought feed do not lift a rate unseen. Each case has a smelter of its own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { confirm, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { certificateFileOf, certificateNumber } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);
let point: Enterprise;

beforeAll(async () => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  point = await plant.enterprise('collection_point', ['collection']);
}, 60_000);

/** Buys feed, and smelts it with 100 t of batteries of 58 t of lead. */
async function smeltWith(sourceKind: string, tonnes: number, ppm: number | null, leadTonnes: number) {
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const certificateFileId = await certificateFileOf(who);
  const laboratory = await laboratoryOf(app);
  const measured = {
    method: 'XRF',
    laboratory: '演示检测中心',
    laboratoryKind: 'external',
    certificateNumber: certificateNumber(),
  };
  const { batchId } = await ok(
    who.post('/v1/supplies', {
      ...{ siteId: who.siteId, sourceKind, supplierName: '演示供货方', documentNumber: '发票-1' },
      ...{ massGrams: tonnes * TONNE, receivedAt: on(4) },
      ...(ppm !== null && {
        assay: { ...measured, laboratoryId: laboratory.partyId, certificateFileId, ppm, sampledAt: on(5) },
      }),
    }),
  );
  const { items } = await ok(who.get(`/v1/assays?batchId=${batchId}`));
  for (const assay of items) await ok(confirm(laboratory, assay));
  await plant.smelt(who, { [received]: 100, [batchId]: tonnes }, leadTonnes);
  const massGrams = Math.round(leadTonnes * TONNE);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams, leadPpm: 1_000_000 }]);
  return plant.rate(who);
}

describe('bought feed', () => {
  it.each([
    ['reagent', 60, null, 57.9, ['FEED_WITHOUT_CONTENT', 'WEAK_EVIDENCE_MATTERS']],
    ['reagent', 1, null, 57.5, ['WEAK_EVIDENCE_MATTERS']],
    ['alloying_metal', 10, null, 57.5, ['FEED_WITHOUT_CONTENT', 'WEAK_EVIDENCE_MATTERS']],
    ['lead_flux', 10, 0, 57.5, ['FEED_WITHOUT_CONTENT']],
    ['battery_production_scrap', 20, 200_000, 61.5, ['WASTE_WITHOUT_MANIFEST']],
  ])('of kind %s, %i t with %s ppm, is named with the rate that it lifts', async (kind, tonnes, ppm, lead, codes) => {
    const { status, headline, findings } = await smeltWith(kind, tonnes, ppm, lead);
    expect([status, Number(headline) > 99, findings]).toEqual(['flagged', true, codes]);
  });

  it.each([
    [0.2, null],
    [15, 1],
  ])('of soda, iron and coke, %d t with %s ppm, leaves a rate clear', async (tonnes, ppm) => {
    const { status, findings } = await smeltWith('reagent', tonnes, ppm, 57.5);
    expect([status, findings]).toEqual(['clear', []]);
  });
});
