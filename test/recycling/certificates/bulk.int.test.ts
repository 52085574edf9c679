/** Many statements of a laboratory in one request: each row is answered for itself, in their order. */
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../../src/platform/ids.ts';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { ok, on, plantOf } from '../../recovery/plant.ts';
import { type Laboratory, openLaboratory, sampleOf } from './laboratory.ts';

const app = useApp();
const plant = plantOf(app);
let own: Enterprise;
let laboratory: Laboratory;

const NAMED = { method: 'XRF', laboratory: '演示', sampledAt: on(12) };
let serial = 0;

beforeAll(async () => {
  app.clock.now = new Date('2026-11-03T02:00:00.000Z');
  own = await plant.enterprise('recycler', ['recycling', 'collection']);
  laboratory = await openLaboratory(app);
}, 60_000);

/** Records a sample of own production that names the laboratory. */
async function sampled(path: 'assays' | 'analyses') {
  serial += 1;
  const certificateNumber = `演示批-${serial}`;
  const of = {
    ...NAMED,
    certificateNumber,
    sampleMark: `样-${serial}`,
    laboratory: laboratory.name,
    laboratoryId: laboratory.partyId,
  };
  const subject =
    path === 'assays'
      ? { basis: 'product', material: 'refined_lead', ppm: 999_000 }
      : { basis: 'material', material: 'plastics_light', substance: 'plastics', ppm: 950_000 };
  const { id, ppm } = await ok(own.post(`/v1/${path}`, { ...of, ...subject }));
  const sample = await sampleOf(laboratory, `/v1/${path}/${id}`);
  const confirmation = { answer: 'issued', certificateNumber, ppm, ...sample };
  return { record: path === 'assays' ? 'assay' : 'analysis', recordId: id as string, confirmation };
}

const bulk = async (rows: readonly object[], key = newId()) =>
  (await laboratory.post('/v1/certificate-confirmations/bulk', rows, { 'idempotency-key': key })).json;

it('confirms assays and analyses, keeps contradictions, and refuses a second statement at its place', async () => {
  const [assay, analysis, other] = [await sampled('assays'), await sampled('analyses'), await sampled('assays')];
  const wrong = { ...other, confirmation: { ...other.confirmation, ppm: 980_000 } };
  const rows = [assay, analysis, wrong, assay, { ...assay, recordId: newId() }, { ...assay, record: 'file' }];
  const key = newId();
  const json = await bulk(rows, key);
  expect(json.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    ...['recorded', 'recorded', 'recorded', 'refused', 'refused', 'refused'],
  ]);
  expect(json.items.slice(3).map(({ problem }: { problem: object }) => problem)).toMatchObject([
    { code: 'certificate-confirmed-already' },
    { code: 'assay-missing', pointer: '#/body/4/recordId' },
    { code: 'request-invalid', errors: [{ pointer: '#/body/5/record' }] },
  ]);
  const outcomes = [];
  for (const { id } of json.items.slice(0, 3)) {
    outcomes.push((await own.get(`/v1/certificate-confirmations/${id}`)).json.outcome);
  }
  expect(outcomes).toEqual(['confirmed', 'confirmed', 'contradicted']);
  expect(await bulk(rows, key)).toMatchObject({ recorded: 0, replayed: 3, refused: 3 });
});

it('compares what the laboratory saw in each row, and needs the mass of what it sampled itself', async () => {
  const [seen, delivered, silent] = [await sampled('assays'), await sampled('assays'), await sampled('assays')];
  const { seenMassGrams: _, seenManifestNumber: __, ...statement } = delivered.confirmation;
  const json = await bulk([
    { ...seen, confirmation: { ...seen.confirmation, seenManifestNumber: '别家-1' } },
    { ...delivered, confirmation: { ...statement, sampling: 'delivered' } },
    { ...silent, confirmation: { ...statement, certificateNumber: silent.confirmation.certificateNumber } },
  ]);
  expect(json.items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['recorded', 'recorded', 'refused']);
  expect(json.items[2].problem).toMatchObject({ code: 'request-invalid' });
  const read = async ({ id }: { id: string }) => (await own.get(`/v1/certificate-confirmations/${id}`)).json;
  expect(await read(json.items[0])).toMatchObject({ outcome: 'contradicted', differences: ['seenManifestNumber'] });
  expect(await read(json.items[1])).toMatchObject({ outcome: 'confirmed', sampling: 'delivered', seenMassGrams: null });
});

it('is for laboratories alone: the enterprise may not, and another laboratory sees no record', async () => {
  const row = await sampled('assays');
  const refused = await own.post('/v1/certificate-confirmations/bulk', [row]);
  expect(refused.status).toBe(403);
  const stranger = await openLaboratory(app);
  const { json } = await stranger.post('/v1/certificate-confirmations/bulk', [row]);
  expect(json.items[0]).toMatchObject({ outcome: 'refused', problem: { code: 'assay-missing' } });
  expect((await bulk([row])).recorded).toBe(1);
});
