/** One certificate of two enterprises, over the API. */
import { beforeEach, expect, it } from 'vitest';
import { listSharedCertificates } from '../../../src/recycling/index.ts';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { confirm, laboratoryOf, openLaboratory } from '../../recycling/certificates/laboratory.ts';
import { ok, on, plantOf } from '../plant.ts';
import { smelterOf } from './smelter.ts';

const app = useApp();
const plant = plantOf(app);

beforeEach(() => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
});

type Begun = Awaited<ReturnType<typeof smelterOf>>;

async function upload(who: Enterprise, text: string): Promise<string> {
  const type = { 'content-type': 'application/pdf' };
  return (await ok(who.post('/v1/files?name=certificate.pdf', `%PDF-1.7 ${text}`, type))).id;
}

const codes = async (who: Enterprise) => (await plant.rate(who)).findings as string[];

/** The confirmed certificate of an enterprise, as another one states it of its own batch. */
const copyOf = (
  { assay: { method, laboratory, sampledAt, certificateNumber } }: Begun,
  { received, assay }: Begun,
) => ({
  ...{ batchId: received, replacesId: assay.id as string, ppm: 580_000, method, laboratory, sampledAt },
  certificateNumber: ` ${certificateNumber} `,
});

it('the number of a certificate that a laboratory confirmed for two enterprises flags both, until one states another one', async () => {
  const [one, other] = [await smelterOf(plant), await smelterOf(plant)];
  expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
  const { partyId: laboratoryId } = await laboratoryOf(app);
  const again = { ...copyOf(one, other), laboratoryId };
  const copied = await ok(other.who.post('/v1/assays', again));
  await ok(confirm(await laboratoryOf(app), copied));
  for (const { who } of [one, other]) expect(await codes(who)).toContain('ASSAYS_SHARE_CERTIFICATE');
  // Neither sees the record of the other one.
  expect((await one.who.get(`/v1/assays/${copied.id}`)).json.code).toBe('assay-missing');
  const path = `/v1/recovery?period=2026-10&partyId=${one.who.partyId}`;
  const { text } = await one.who.get(path);
  expect(text).toContain('ASSAYS_SHARE_CERTIFICATE');
  expect([text.includes(other.who.partyId), text.includes(copied.id)]).toEqual([false, false]);
  const { certificateNumber } = other.assay;
  await ok(other.who.post('/v1/assays', { ...again, replacesId: copied.id, certificateNumber }));
  // The laboratory still says that it issued the certificate for that sample.
  expect(await codes(one.who)).toContain('ASSAYS_SHARE_CERTIFICATE');
  const { items } = await ok(other.who.get(`/v1/certificate-confirmations?assayId=${copied.id}`));
  const answer = { answer: 'not_issued', replacesId: items[0].id };
  await ok((await laboratoryOf(app)).post(`/v1/assays/${copied.id}/confirmations`, answer));
  expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
});

it('a claim that no laboratory confirmed weakens itself, and not the confirmed certificate of another enterprise', async () => {
  const [one, other] = [await smelterOf(plant), await smelterOf(plant)];
  const { laboratoryId } = one.assay;
  const found = {
    method: 'XRF',
    laboratory: 'x',
    laboratoryId,
    sampledAt: on(28),
    batchId: one.received,
    ppm: 580_000,
  };
  const named = { certificateNumber: '检-本', certificateFileId: await upload(one.who, 'of one') };
  const assay = await ok(one.who.post('/v1/assays', { ...found, ...named, replacesId: one.assay.id }));
  await ok(confirm(await laboratoryOf(app), assay));
  const copied = copyOf({ ...one, assay }, other);
  const { batchId: _, replacesId: __, ...default_ } = copied;
  const { certificateNumber: ___, ...unnumbered } = copied;
  const { certificateSha256 } = assay;
  const ids: string[] = [];
  for (const claim of [
    { ...default_, basis: 'declared_default' },
    { ...unnumbered, laboratory: '某检测中心', certificateSha256 },
    () => ({ ...copied, laboratoryId, replacesId: ids.at(-1) }),
  ]) {
    ids.push((await ok(other.who.post('/v1/assays', typeof claim === 'function' ? claim() : claim))).id);
    expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
  }
  const flagged = await listSharedCertificates(app.deps.db, 'assay', [...ids, assay.id]);
  expect([...flagged].toSorted()).toEqual(ids.toSorted());
});

it('a claim weakens no analysis that a laboratory confirmed', async () => {
  const [one, other] = [await smelterOf(plant), await smelterOf(plant)];
  const laboratory = await laboratoryOf(app);
  const water = {
    basis: 'batch',
    substance: 'water',
    ppm: 20_000,
    method: '化学分析法',
    sampledAt: on(28),
    certificateNumber: '检-水',
  };
  const named = { laboratory: laboratory.name };
  const own = { ...water, ...named, laboratoryId: laboratory.partyId, batchId: one.received };
  const made = await ok(one.who.post('/v1/analyses', own));
  const claimed = await ok(other.who.post('/v1/analyses', { ...water, ...named, batchId: other.received }));
  const shared = async () =>
    [...(await listSharedCertificates(app.deps.db, 'analysis', [made.id, claimed.id]))].toSorted();
  expect(await shared()).toEqual([made.id, claimed.id].toSorted());
  await ok(confirm(laboratory, made, 'analyses'));
  expect(await shared()).toEqual([claimed.id]);
});

it('a confirmation of a laboratory whose qualification was withdrawn weakens the certificate of no other enterprise', async () => {
  const [one, other] = [await smelterOf(plant), await smelterOf(plant)];
  const friend = await openLaboratory(app);
  for (const [laboratory, { who, received, assay }] of [
    [await laboratoryOf(app), one],
    [friend, other],
  ] as const) {
    const found = { method: 'XRF', laboratory: 'x', laboratoryId: laboratory.partyId, sampledAt: on(28) };
    const named = { certificateNumber: `检-${who.partyId}`, certificateFileId: await upload(who, 'of two') };
    const again = { ...found, ...named, batchId: received, ppm: 580_000, replacesId: assay.id };
    await ok(confirm(laboratory, await ok(who.post('/v1/assays', again))));
  }
  for (const { who } of [one, other]) expect(await codes(who)).toContain('ASSAYS_SHARE_CERTIFICATE');
  const path = `/v1/parties/${friend.partyId}/qualifications`;
  const [{ id }] = (await ok(app.authority.get(path))).items;
  await ok(app.authority.post(`${path}/${id}/withdraw`, { withdrawnOn: '2026-10-01', reason: '资质被撤销' }));
  expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
  expect(await codes(other.who)).toEqual(expect.arrayContaining(['ASSAYS_SHARE_CERTIFICATE', 'ASSAYS_NOT_CONFIRMED']));
});

it('a record that its laboratory disowns weakens the certificate of another enterprise no more', async () => {
  const [one, other] = [await smelterOf(plant), await smelterOf(plant)];
  const answering = await laboratoryOf(app);
  const copied = await ok(other.who.post('/v1/assays', { ...copyOf(one, other), laboratoryId: answering.partyId }));
  const confirmed = await ok(confirm(answering, copied));
  expect(await codes(one.who)).toContain('ASSAYS_SHARE_CERTIFICATE');
  const answer = { answer: 'not_issued', replacesId: confirmed.id };
  await ok(answering.post(`/v1/assays/${copied.id}/confirmations`, answer));
  expect(await codes(one.who)).not.toContain('ASSAYS_SHARE_CERTIFICATE');
  expect(await codes(other.who)).toEqual(expect.arrayContaining(['ASSAYS_SHARE_CERTIFICATE', 'ASSAYS_CONTRADICTED']));
});

it('the file of a certificate that two enterprises state flags both, whatever its number', async () => {
  const [one, other] = [await smelterOf(plant), await smelterOf(plant)];
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
