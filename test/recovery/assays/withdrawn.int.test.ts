/** Answers of laboratories whose qualification was withdrawn, over the API. */
import { beforeEach, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { confirm, type Laboratory, laboratoryOf, openLaboratory } from '../../recycling/certificates/laboratory.ts';
import { ok, on, plantOf } from '../plant.ts';
import { smelterOf } from './smelter.ts';

const app = useApp();
const plant = plantOf(app);

beforeEach(() => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
});

/** A smelter that made lead of 100 tonnes, and states contents of its batteries. */
async function begin() {
  const { who, received: batchId, assay } = await smelterOf(plant);
  let number = 0;
  const state = ({ partyId: laboratoryId }: Laboratory, replacesId: string = assay.id) => {
    number += 1;
    const sample = { batchId, ppm: 570_000, method: 'XRF', sampledAt: on(28) };
    const certificateNumber = `${who.partyId}-${number}`;
    return ok(who.post('/v1/assays', { ...sample, laboratory: 'x', laboratoryId, certificateNumber, replacesId }));
  };
  return { who, state };
}

async function withdraw({ partyId }: Laboratory, withdrawnOn: string) {
  const path = `/v1/parties/${partyId}/qualifications`;
  const [{ id }] = (await ok(app.authority.get(path))).items;
  await ok(app.authority.post(`${path}/${id}/withdraw`, { withdrawnOn, reason: '资质被撤销' }));
}

const answer = (laboratory: Laboratory, id: string, body: object) =>
  ok(laboratory.post(`/v1/assays/${id}/confirmations`, { ...body }));

const codes = async (who: Enterprise) => (await plant.rate(who)).findings as string[];

it('a confirmation lifts an earlier denial only while the qualification of its laboratory stood', async () => {
  const { who, state } = await begin();
  const laboratory = await laboratoryOf(app);
  const friend = await openLaboratory(app);
  const first = await state(laboratory);
  await answer(laboratory, first.id, { answer: 'not_issued' });
  await ok(confirm(friend, await state(friend, first.id)));
  expect(await codes(who)).not.toContain('ASSAYS_CONTRADICTED');
  await withdraw(friend, '2026-10-01');
  expect(await codes(who)).toContain('ASSAYS_CONTRADICTED');
});

it('a laboratory lifts its own denial only while its qualification stood', async () => {
  const { who, state } = await begin();
  const laboratory = await openLaboratory(app);
  const made = await state(laboratory);
  const { id: replacesId } = await answer(laboratory, made.id, { answer: 'not_issued' });
  app.clock.now = new Date('2026-11-29T05:00:00.000Z');
  await ok(confirm(laboratory, made, 'assays', { replacesId }));
  expect(await codes(who)).not.toContain('ASSAYS_CONTRADICTED');
  app.clock.now = new Date('2026-11-29T06:00:00.000Z');
  await withdraw(laboratory, '2026-10-01');
  expect(await codes(who)).toContain('ASSAYS_CONTRADICTED');
});

it('what a laboratory disowns after its qualification was withdrawn flags and does not block; what it disowned before does', async () => {
  const [one, other] = [await begin(), await begin()];
  const laboratory = await openLaboratory(app);
  const [made, before] = [await one.state(laboratory), await other.state(laboratory)];
  const { id: replacesId } = await ok(confirm(laboratory, made));
  const { id: denial } = await answer(laboratory, before.id, { answer: 'not_issued' });
  app.clock.now = new Date('2026-11-29T05:00:00.000Z');
  await withdraw(laboratory, '2026-11-29');
  app.clock.now = new Date('2026-11-29T06:00:00.000Z');
  await answer(laboratory, made.id, { answer: 'not_issued', replacesId });
  await answer(laboratory, before.id, { answer: 'withdrawn', replacesId: denial });
  expect(await codes(one.who)).not.toContain('ASSAYS_CONTRADICTED');
  expect(await codes(one.who)).toContain('ASSAYS_NOT_CONFIRMED');
  expect((await plant.rate(one.who)).status).toBe('flagged');
  expect(await codes(other.who)).toContain('ASSAYS_CONTRADICTED');
  expect((await plant.rate(other.who)).status).toBe('blocked');
});

it('what a laboratory disowns after one of two qualifications was withdrawn blocks', async () => {
  const { who, state: stated } = await begin();
  const laboratory = await openLaboratory(app);
  const made = await stated(laboratory);
  await withdraw(laboratory, '2026-11-29');
  const term = { kind: 'cnas', issuer: 'CNAS', validFrom: '2026-11-29', validTo: '2030-01-01' };
  await ok(app.authority.post(`/v1/parties/${laboratory.partyId}/qualifications`, { ...term, number: 'L-新' }));
  await answer(laboratory, made.id, { answer: 'not_issued' });
  expect(await codes(who)).toContain('ASSAYS_CONTRADICTED');
});
