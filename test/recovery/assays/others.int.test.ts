/** One certificate of two enterprises, over the API. */
import { beforeEach, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { confirm, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

beforeEach(() => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
});

/** A smelter that made lead of 100 tonnes, with the content of its batteries. */
async function begin() {
  const point = await plant.enterprise('collection_point', ['collection']);
  const who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  await plant.smelt(who, { [received]: 100 }, 57);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 57 * TONNE, leadPpm: 1_000_000 }]);
  const { items } = await ok(who.get(`/v1/assays?batchId=${received}`));
  return { who, received, assay: items.at(-1) };
}

async function upload(who: Enterprise, text: string): Promise<string> {
  const type = { 'content-type': 'application/pdf' };
  return (await ok(who.post('/v1/files?name=certificate.pdf', `%PDF-1.7 ${text}`, type))).id;
}

const codes = async (who: Enterprise) => (await plant.rate(who)).findings as string[];

it('the number of a certificate that two enterprises state flags both, until one states another one', async () => {
  const [one, other] = [await begin(), await begin()];
  expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
  const { certificateNumber, certificateFileId: _, certificateSha256: __, ...found } = other.assay;
  const { id: replacesId, method, laboratory, laboratoryId, sampledAt } = found;
  const again = { batchId: other.received, ppm: 580_000, method, laboratory, laboratoryId, sampledAt };
  const copied = await ok(
    other.who.post('/v1/assays', { ...again, replacesId, certificateNumber: ` ${one.assay.certificateNumber} ` }),
  );
  for (const { who } of [one, other]) expect(await codes(who)).toContain('ASSAYS_SHARE_CERTIFICATE');
  // Neither sees the record of the other one.
  expect((await one.who.get(`/v1/assays/${copied.id}`)).json.code).toBe('assay-missing');
  const path = `/v1/recovery?period=2026-10&partyId=${one.who.partyId}`;
  const { text } = await one.who.get(path);
  expect(text).toContain('ASSAYS_SHARE_CERTIFICATE');
  expect([text.includes(other.who.partyId), text.includes(copied.id)]).toEqual([false, false]);
  await ok(other.who.post('/v1/assays', { ...again, replacesId: copied.id, certificateNumber }));
  expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
});

it('a record that its laboratory disowns weakens the certificate of another enterprise no more', async () => {
  const [one, other] = [await begin(), await begin()];
  const { id: replacesId, method, laboratory, laboratoryId, sampledAt } = other.assay;
  const copied = await ok(
    other.who.post('/v1/assays', {
      ...{ batchId: other.received, ppm: 580_000, method, laboratory, laboratoryId, sampledAt, replacesId },
      certificateNumber: one.assay.certificateNumber,
    }),
  );
  expect(await codes(one.who)).toContain('ASSAYS_SHARE_CERTIFICATE');
  const answering = await laboratoryOf(app);
  await ok(answering.post(`/v1/assays/${copied.id}/confirmations`, { answer: 'not_issued' }));
  expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
  expect(await codes(other.who)).toEqual(expect.arrayContaining(['ASSAYS_SHARE_CERTIFICATE', 'ASSAYS_CONTRADICTED']));
});

it('the file of a certificate that two enterprises state flags both, whatever its number', async () => {
  const [one, other] = [await begin(), await begin()];
  const laboratory = await laboratoryOf(app);
  for (const [at, { who, received, assay }] of [one, other].entries()) {
    const found = { method: 'XRF', laboratory: '检测中心', laboratoryId: laboratory.partyId, sampledAt: on(28) };
    const named = { certificateNumber: `检-文件-${at}`, certificateFileId: await upload(who, 'one file') };
    const made = await ok(
      who.post('/v1/assays', { ...found, ...named, batchId: received, ppm: 580_000, replacesId: assay.id }),
    );
    await ok(confirm(laboratory, made));
  }
  for (const { who } of [one, other]) expect(await codes(who)).toContain('ASSAYS_SHARE_CERTIFICATE');
});
