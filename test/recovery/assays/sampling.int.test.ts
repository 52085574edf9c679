/** Samples: one that a laboratory took itself speaks of the batch that it saw, and a delivered one only of itself. */
import { expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { type Laboratory, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { certificateFileOf } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

const LEAD_TONNES = 48.4;
type Works = {
  readonly who: Enterprise;
  readonly laboratory: Laboratory;
  readonly small: string;
  readonly big: string;
  readonly certificateFileId: string;
};

/** A load of 1 t and one of 100 t, smelted to 48.4 t of lead. */
async function works(): Promise<Works> {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
  const point = await plant.enterprise('collection_point', ['collection', 'transport']);
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const bring = async (tonnes: number, day: number) => {
    const batchId = await plant.collect({ who: point }, tonnes, on(1, 1));
    const load = await plant.send({ who: point }, { who }, { batchId, tonnes, day });
    return plant.decide(who, load, on(day, 12));
  };
  const [small, big] = [await bring(1, 3), await bring(100, 4)];
  await plant.smelt(who, { [big]: 100, [small]: 1 }, LEAD_TONNES);
  const massGrams = Math.round(LEAD_TONNES * TONNE);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams, leadPpm: 1_000_000 }]);
  const certificateFileId = await certificateFileOf(who);
  return { who, small, big, laboratory: await laboratoryOf(app), certificateFileId };
}

type Sample = { readonly batchId: string; readonly ppm: number; readonly mark: string };

let serial = 0;
/** Records the content of a batch, and what the laboratory says of the sample with that mark. */
async function state({ who, laboratory, certificateFileId }: Works, { batchId, ppm, mark }: Sample, seen: object) {
  serial += 1;
  const certificateNumber = `检-${serial}`;
  const named = { laboratory: '演示', laboratoryId: laboratory.partyId, certificateFileId, certificateNumber };
  const of = { batchId, ppm, method: 'XRF', sampledAt: on(4, 12), sampleMark: mark, ...named };
  const { id, certificateSha256 } = await ok(who.post('/v1/assays', of));
  const issued = { answer: 'issued', certificateNumber, certificateSha256, ppm };
  const tested = { sampleMaterial: '900-052-31', sampleMark: mark, sampledOn: '2026-10-04' };
  return ok(laboratory.post(`/v1/assays/${id}/confirmations`, { ...issued, ...tested, ...seen }));
}

/** Returns the batch as a laboratory saw it that took a sample from it itself. */
const took = async ({ laboratory }: Works, batchId: string, seenMassGrams: number) => ({
  ...{ sampling: 'by_laboratory', seenMassGrams, seenManifestNumber: await laboratory.papersOf(batchId) },
});

it.each([
  ['is delivered', { sampling: 'delivered' }],
  ['has an origin that its laboratory does not state', {}],
])('a poor sample of a small load with the mark of a large one is flagged when it %s', async (_, seen) => {
  const made = await works();
  // The laboratory knows S-7, of the small load, with 48 %. The large load has 58 %, so the true rate is 82.6 %.
  const { outcome } = await state(made, { batchId: made.big, ppm: 480_000, mark: 'S-7' }, seen);
  await state(made, { batchId: made.small, ppm: 585_000, mark: 'S-8' }, await took(made, made.small, TONNE));
  expect(outcome).toBe('confirmed');
  const rate = await plant.rate(made.who);
  expect([rate.status, rate.headline]).toEqual(['flagged', '99.62']);
  expect(rate.findings).toEqual(expect.arrayContaining(['ASSAYS_OF_DELIVERED_SAMPLES', 'WEAK_EVIDENCE_MATTERS']));
});

it('a poor sample that the laboratory took from a small load blocks the rate as that of a large one', async () => {
  const made = await works();
  const answer = await state(
    made,
    { batchId: made.big, ppm: 480_000, mark: 'S-7' },
    await took(made, made.small, TONNE),
  );
  expect([answer.outcome, answer.differences]).toEqual(['contradicted', ['seenMassGrams', 'seenManifestNumber']]);
  expect(answer).toMatchObject({
    ...{ sampling: 'by_laboratory', seenMassGrams: TONNE, stated: { massGrams: 100 * TONNE } },
    stated: { manifestNumbers: [await made.laboratory.papersOf(made.big)] },
  });
  await state(made, { batchId: made.small, ppm: 585_000, mark: 'S-8' }, await took(made, made.small, TONNE));
  const rate = await plant.rate(made.who);
  expect(rate.status).toBe('blocked');
  expect(rate.findings).toContain('ASSAYS_CONTRADICTED');
});

it('samples that the laboratory took from the loads that are recorded need no review, within the tolerance of law', async () => {
  const made = await works();
  for (const [batchId, grams, mark] of [
    [made.big, 102 * TONNE, 'S-7'],
    [made.small, 0.98 * TONNE, 'S-8'],
  ] as const) {
    const { outcome } = await state(made, { batchId, ppm: 480_000, mark }, await took(made, batchId, grams));
    expect(outcome).toBe('confirmed');
  }
  const rate = await plant.rate(made.who);
  expect([rate.status, rate.findings]).toEqual(['clear', []]);
});

it('a mass beyond the tolerance, or the manifest of another load of the same mass, is a contradiction', async () => {
  const made = await works();
  const { big, small, laboratory } = made;
  const own = await took(made, big, 102 * TONNE + 1);
  const first = await state(made, { batchId: big, ppm: 480_000, mark: 'S-7' }, own);
  expect(first.differences).toEqual(['seenMassGrams']);
  const { stated: _, ...issued } = first;
  const again = async (seen: object) => {
    const { items } = await ok(laboratory.get(`/v1/certificate-confirmations?assayId=${first.assayId}`));
    const names = [
      'answer',
      'certificateNumber',
      'certificateSha256',
      'ppm',
      'sampleMaterial',
      'sampleMark',
      'sampledOn',
    ];
    const same = Object.fromEntries(names.map((name) => [name, issued[name]]));
    const valid = items.find(
      ({ id }: { id: string }) => !items.some((one: { replacesId: string }) => one.replacesId === id),
    );
    const statement = { ...same, ...own, ...seen, replacesId: valid.id };
    return laboratory.post(`/v1/assays/${first.assayId}/confirmations`, statement);
  };
  const other = { seenMassGrams: 100 * TONNE, seenManifestNumber: await laboratory.papersOf(small) };
  expect((await again(other)).json.differences).toEqual(['seenManifestNumber']);
  expect((await again({ seenManifestNumber: null })).json.code).toBe('seen-manifest-missing');
  expect((await again({ seenMassGrams: null })).json.code).toBe('request-invalid');
  expect((await again({ sampling: 'delivered' })).json.code).toBe('request-invalid');
  expect((await again({ seenMassGrams: 100 * TONNE })).json.outcome).toBe('confirmed');
});

it('a part of a load has the papers of the load, and a class those of the loads of its supplier', async () => {
  const point = await plant.enterprise('collection_point', ['collection', 'transport']);
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const collected = await plant.collect({ who: point }, 20, on(1, 1));
  const load = await plant.send({ who: point }, { who }, { batchId: collected, tonnes: 20, day: 3 });
  const batchId = await plant.decide(who, load, on(3, 12));
  const { id: part } = await ok(who.post(`/v1/batches/${batchId}/split`, { massGrams: 5 * TONNE, pieces: 250 }));
  const laboratory = await laboratoryOf(app);
  const made = { who, laboratory, small: part, big: batchId, certificateFileId: await certificateFileOf(who) };
  const seenManifestNumber = await laboratory.papersOf(batchId);
  const seen = { sampling: 'by_laboratory', seenMassGrams: 5 * TONNE };
  const sample = { batchId: part, ppm: 580_000, mark: 'S-1' };
  expect((await state(made, sample, { ...seen, seenManifestNumber })).outcome).toBe('confirmed');

  const answer = async (batteryKind: string, more: object) => {
    const [certificateNumber, ppm, sampleMark] = [`检-${batteryKind}`, 580_000, 'S-2'];
    const named = { laboratory: '演示', laboratoryId: laboratory.partyId, method: 'XRF', sampledAt: on(4, 12) };
    const ofClass = { basis: 'supplier_class', supplierId: point.partyId, batteryKind };
    const { id } = await ok(who.post('/v1/assays', { ...ofClass, ...named, certificateNumber, ppm, sampleMark }));
    const tested = { sampleMaterial: '900-052-31', sampleMark, sampledOn: '2026-10-04' };
    const issued = { answer: 'issued', certificateNumber, ppm };
    return ok(laboratory.post(`/v1/assays/${id}/confirmations`, { ...issued, ...tested, ...seen, ...more }));
  };
  expect((await answer('starter', { seenManifestNumber })).outcome).toBe('confirmed');
  const spelt = ` ${seenManifestNumber?.replace('-', '－')} `;
  expect((await answer('stationary', { seenManifestNumber: spelt })).outcome).toBe('confirmed');
  expect((await answer('traction', {})).outcome).toBe('confirmed');
  expect((await answer('starter', { seenManifestNumber: '纸-别家' })).differences).toEqual(['seenManifestNumber']);
});
