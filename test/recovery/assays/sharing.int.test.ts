/** Certificates that are used for another sample, and contradictions that a correction should hide, over the API. */
import { beforeEach, expect, it } from 'vitest';
import { listSharedCertificates } from '../../../src/recycling/index.ts';
import type { Enterprise } from '../../app/fixture.ts';
import { useApp } from '../../app/fixture.ts';
import { confirm, laboratoryOf, openLaboratory } from '../../recycling/certificates/laboratory.ts';
import { certificateFileOf } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

beforeEach(() => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
});

const begin = async () => ({
  point: await plant.enterprise('collection_point', ['collection', 'transport']),
  who: await plant.enterprise('recycler', ['recycling', 'collection', 'transport']),
});

async function bring(point: Enterprise, who: Enterprise, tonnes: number, day: number): Promise<string> {
  const batchId = await plant.collect({ who: point }, tonnes, on(1, 1));
  const sent = await plant.send({ who: point }, { who }, { batchId, tonnes, day });
  return plant.decide(who, sent, on(day, 12));
}

/** Records what a laboratory found, which confirms its certificate. */
async function certify(
  who: Enterprise,
  body: object,
  path: 'assays' | 'analyses' = 'assays',
  laboratory = laboratoryOf(app),
) {
  const { partyId: laboratoryId } = await laboratory;
  const certificateFileId = await certificateFileOf(who);
  const found = { method: 'XRF', laboratory: '检测中心', laboratoryId, certificateFileId, sampledAt: on(4, 12) };
  const made = await ok(who.post(`/v1/${path}`, { ...found, ...body }));
  expect((await ok(confirm(await laboratory, made, path))).outcome).toBe('confirmed');
  return made;
}

/** A smelter that fed a small and a large load, and made lead of 82 % of theirs. */
async function twoLoads() {
  const { point, who } = await begin();
  const [small, big] = [await bring(point, who, 1, 3), await bring(point, who, 100, 4)];
  const lead = Math.round(0.82 * 58.48 * 1_000) / 1_000;
  await plant.smelt(who, { [big]: 100, [small]: 1 }, lead);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: Math.round(lead * TONNE), leadPpm: 1_000_000 }]);
  return { who, small, big };
}

/** Codes of the findings of the comprehensive rate, which analyses move. */
async function comprehensive(who: Enterprise): Promise<string[]> {
  const { methods } = await ok(who.get(`/v1/recovery/comparison?period=2026-10&partyId=${who.partyId}`));
  const { findings } = methods.find(({ method }: { method: string }) => method === 'comprehensive-recovery');
  return findings.map(({ code }: { code: string }) => code);
}

it('a true certificate of a small load does not lift a rate as that of a large one', async () => {
  const { who, small, big } = await twoLoads();
  await certify(who, { batchId: small, ppm: 480_000, certificateNumber: '检-R7' });
  const second = await certify(who, { batchId: big, ppm: 480_000, certificateNumber: ' 检-r7 ' });
  const shared = await plant.rate(who);
  expect(shared.status).toBe('flagged');
  expect(shared.findings).toEqual(['ASSAYS_SHARE_CERTIFICATE', 'WEAK_EVIDENCE_MATTERS']);
  // A correction of the small load does not free the certificate that its laboratory confirmed for it.
  const { items } = await ok(who.get(`/v1/assays?batchId=${small}`));
  await certify(who, { batchId: small, ppm: 480_000, certificateNumber: '检-R8', replacesId: items[0].id });
  expect((await plant.rate(who)).findings).toContain('ASSAYS_SHARE_CERTIFICATE');
  await certify(who, { batchId: big, ppm: 580_000, certificateNumber: '检-R9', replacesId: second.id });
  expect((await plant.rate(who)).findings).not.toContain('ASSAYS_SHARE_CERTIFICATE');
});

it('a true certificate of a small load is contradicted by its laboratory when it is recorded for a large one', async () => {
  const { who, small, big } = await twoLoads();
  await certify(who, { batchId: small, ppm: 590_000, certificateNumber: '检-S1' });
  const laboratory = await laboratoryOf(app);
  const swapped = (more: object = {}) =>
    ok(
      who.post('/v1/assays', {
        ...{ batchId: big, ppm: 480_000, method: 'XRF', laboratory: '检测中心', laboratoryKind: 'external' },
        ...{ certificateNumber: '检-S2', certificateFileId, sampledAt: on(4, 12), ...more },
      }),
    );
  const certificateFileId = await certificateFileOf(who);
  const first = await swapped({ laboratoryId: laboratory.partyId });
  const { sampled } = await ok(laboratory.get(`/v1/assays/${first.id}`));
  expect(sampled).toMatchObject({ material: '900-052-31', massGrams: 100 * TONNE });
  expect(sampled.supplierName).toEqual(expect.any(String));
  // Its content, number and file are those of the certificate, and the sample is another one.
  const answer = await ok(confirm(laboratory, first, 'assays', { sampleMark: small }));
  expect([answer.outcome, answer.differences]).toEqual(['contradicted', ['sampleMark']]);
  const blocked = await plant.rate(who);
  expect(blocked.status).toBe('blocked');
  expect(blocked.findings).toContain('ASSAYS_CONTRADICTED');
  // A correction without the laboratory does not help.
  const unnamed = await swapped({ replacesId: first.id });
  expect((await plant.rate(who)).status).toBe('blocked');
  const right = { batchId: big, ppm: 585_000, certificateNumber: '检-S3', replacesId: unnamed.id };
  await certify(who, right);
  expect((await plant.rate(who)).findings).not.toContain('ASSAYS_CONTRADICTED');
});

it('a certificate of soda covers no batteries that are said to be soda', async () => {
  const { point, who } = await begin();
  const main = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const laboratory = await laboratoryOf(app);
  const certificateFileId = await certificateFileOf(who);
  const buy = async (tonnes: number): Promise<string> => {
    const assay = {
      ...{ method: 'XRF', laboratory: 'x', laboratoryId: laboratory.partyId, certificateFileId },
      ...{ certificateNumber: '检-苏打1', ppm: 1, sampledAt: on(5) },
    };
    const { batchId } = await ok(
      who.post('/v1/supplies', {
        ...{ siteId: who.siteId, sourceKind: 'reagent', supplierName: '演示供货方', documentNumber: `发票-${tonnes}` },
        ...{ massGrams: tonnes * TONNE, receivedAt: on(4), assay },
      }),
    );
    const { items } = await ok(who.get(`/v1/assays?batchId=${batchId}`));
    await ok(confirm(laboratory, items[0]));
    return batchId;
  };
  await buy(1);
  const ghost = await buy(20);
  await plant.smelt(who, { [main]: 100, [ghost]: 20 }, 57);
  await plant.countBoth(who, [
    { item: 'refined_lead', massGrams: 57 * TONNE, leadPpm: 1_000_000 },
    { item: 'bought_reagents', massGrams: TONNE, leadPpm: 1 },
  ]);
  const { findings } = await plant.rate(who);
  expect(findings).toContain('ASSAYS_SHARE_CERTIFICATE');
  expect(findings).toContain('WEAK_EVIDENCE_MATTERS');
});

it('a certificate of several substances of a sample is one, and another sample has another one', async () => {
  const { who, small, big } = await twoLoads();
  await certify(who, { batchId: small, ppm: 590_000, certificateNumber: '检-1' });
  await certify(who, { batchId: big, ppm: 580_000, certificateNumber: '检-2' });
  const water = { basis: 'batch', substance: 'water', batchId: big };
  const { id: replacesId } = await certify(who, { ...water, ppm: 20_000, certificateNumber: '检-2' }, 'analyses');
  expect((await comprehensive(who)).filter((code) => code.endsWith('SHARE_CERTIFICATE'))).toEqual([]);
  const other = { ...water, ppm: 20_000, certificateNumber: '检-1', replacesId };
  await certify(who, other, 'analyses');
  const codes = await comprehensive(who);
  expect(codes).toEqual(expect.arrayContaining(['ASSAYS_SHARE_CERTIFICATE', 'ANALYSES_SHARE_CERTIFICATE']));
});

it('a certificate of a batch covers the parts that were split from it, and no other one', async () => {
  const { point, who } = await begin();
  const [whole, other] = [await bring(point, who, 10, 3), await bring(point, who, 10, 4)];
  const made = await ok(who.post(`/v1/batches/${whole}/split`, { massGrams: 4 * TONNE, pieces: 200 }));
  const part = made.id;
  const certificateNumber = '检-批次';
  const first = await certify(who, { batchId: whole, ppm: 580_000, certificateNumber });
  const second = await certify(who, { batchId: part, ppm: 580_000, certificateNumber });
  const shared = async () => [...(await listSharedCertificates(app.deps.db, 'assay', [first.id, second.id]))];
  expect(await shared()).toEqual([]);
  await certify(who, { batchId: other, ppm: 580_000, certificateNumber });
  expect((await shared()).toSorted()).toEqual([first.id, second.id].toSorted());
});

it('a contradiction blocks until a version states what the laboratory found, whatever laboratory is named', async () => {
  const { who, small, big } = await twoLoads();
  await certify(who, { batchId: small, ppm: 590_000, certificateNumber: '检-1' });
  const laboratory = await laboratoryOf(app);
  const certificateFileId = await certificateFileOf(who);
  const state = (more: object) =>
    ok(
      who.post('/v1/assays', {
        ...{ batchId: big, ppm: 480_000, method: 'XRF', laboratory: '某检测中心', certificateNumber: '检-N' },
        ...{ certificateFileId, sampledAt: on(4, 12), ...more },
      }),
    );
  const first = await state({ laboratoryId: laboratory.partyId });
  await ok(confirm(laboratory, { ...first, ppm: 580_000 }));
  expect((await plant.rate(who)).status).toBe('blocked');
  const renamed = await state({ replacesId: first.id, laboratoryKind: 'external' });
  expect((await plant.rate(who)).findings).toContain('ASSAYS_CONTRADICTED');
  const friend = await openLaboratory(app);
  const again = await state({ replacesId: renamed.id, laboratoryId: friend.partyId });
  await ok(confirm(friend, again));
  expect((await plant.rate(who)).findings).toContain('ASSAYS_CONTRADICTED');
  const right = await state({ replacesId: again.id, laboratoryId: laboratory.partyId, ppm: 580_000 });
  await ok(confirm(laboratory, right));
  expect((await plant.rate(who)).findings).not.toContain('ASSAYS_CONTRADICTED');
});

it('after a certificate that was disowned, the present one needs a confirmation', async () => {
  const { who, small, big } = await twoLoads();
  await certify(who, { batchId: small, ppm: 590_000, certificateNumber: '检-1' });
  await certify(who, { batchId: big, ppm: 580_000, certificateNumber: '检-2' });
  const water = {
    basis: 'batch',
    substance: 'water',
    batchId: big,
    ppm: 20_000,
    method: '化学分析法',
    sampledAt: on(4, 12),
  };
  const laboratory = await laboratoryOf(app);
  const named = { laboratory: 'x', laboratoryId: laboratory.partyId, certificateNumber: '检-W' };
  const first = await ok(who.post('/v1/analyses', { ...water, ...named }));
  await ok(laboratory.post(`/v1/analyses/${first.id}/confirmations`, { answer: 'not_issued' }));
  const unnamed = { laboratory: '某检测中心', certificateNumber: '检-W', replacesId: first.id };
  const second = await ok(who.post('/v1/analyses', { ...water, ...unnamed }));
  expect(await comprehensive(who)).toContain('ANALYSES_CONTRADICTED');
  await certify(who, { ...water, certificateNumber: '检-W2', replacesId: second.id }, 'analyses');
  expect(await comprehensive(who)).not.toContain('ANALYSES_CONTRADICTED');
});
