/** Assays as evidence, over the API: bases, certificates, laboratories, times and what replaces them. */
import { beforeEach, expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import { confirm, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { certificateFileOf, certificateNumber } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

beforeEach(() => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
});

/** A smelter that received and smelted 100 tonnes, with slag; nothing is assayed but the batteries. */
async function smelted() {
  const point = await plant.enterprise('collection_point', ['collection']);
  const who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const { id: run } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(4), process: 'integrated' }));
  const lines = [{ batchId: received, massGrams: 100 * TONNE, pieces: 5_000 }];
  await ok(who.post(`/v1/runs/${run}/feeds`, { fedAt: on(5), lines }));
  const outputs = [
    { material: 'refined_lead', massGrams: 56.5 * TONNE },
    { material: 'slag', massGrams: 20 * TONNE },
  ];
  const { batches } = await ok(who.post(`/v1/runs/${run}/outputs`, { yieldedAt: on(6), outputs }));
  await ok(who.post(`/v1/runs/${run}/close`, { closedAt: on(7), carriedGrams: 0 }));
  const [lead, slag] = batches.map(({ id }: { id: string }) => id) as [string, string];
  await plant.count({ who }, '2026-09-30');
  await plant.count({ who }, '2026-10-31', [
    { item: 'refined_lead', massGrams: 56.5 * TONNE, leadPpm: 1_000_000 },
    { item: 'slag', massGrams: 20 * TONNE, leadPpm: 50_000 },
  ]);
  const certificateFileId = await certificateFileOf(who);
  const laboratory = await laboratoryOf(app);
  const assay = async (body: object, seen = {}) => {
    const laboratoryId = 'laboratory' in body || 'laboratoryKind' in body ? null : laboratory.partyId;
    const answer = await who.post('/v1/assays', {
      ...{ method: 'XRF', laboratory: '演示检测中心', laboratoryKind: 'external', sampledAt: on(6) },
      ...{ certificateNumber: certificateNumber(), certificateFileId, laboratoryId, sampleMark: '样-1', ...body },
    });
    if (answer.status === 201 && answer.json.laboratoryId) await ok(confirm(laboratory, answer.json, 'assays', seen));
    return answer;
  };
  return { who, received, run, lead, slag, assay };
}

it('outputs have the content of their run, or of a sample of their material in the month', async () => {
  const { who, run, assay } = await smelted();
  expect((await plant.rate(who)).findings).toContain('PRODUCT_ASSAY_MISSING');
  const ofLead = { basis: 'product', material: 'refined_lead', ppm: 999_000, sampledAt: on(2) };
  await ok(assay(ofLead, { seenMassGrams: 56.5 * TONNE }));
  await ok(assay({ basis: 'run', runId: run, material: 'slag', ppm: 50_000 }));
  const { headline, status, findings, json } = await plant.rate(who);
  expect([headline, status, findings]).toEqual(['99.02', 'clear', []]);
  const [closing] = json.terms.filter(({ term }: { term: string }) => term === 'closing_work');
  expect(closing.leadGrams).toBe(TONNE);
  const again = await assay({ basis: 'run', runId: run, material: 'slag', ppm: 40_000 });
  expect([again.status, again.json.code]).toEqual([409, 'assay-exists']);
  await ok(assay({ basis: 'run', runId: run, material: 'refined_lead', ppm: 1_000_000 }));
  const path = `/v1/recovery/records?period=2026-10&partyId=${who.partyId}&term=products`;
  const { items } = await ok(who.get(path));
  expect(items).toMatchObject([{ basis: 'run', ppm: 1_000_000 }]);
});

it('a subject that does not fit its basis, or is not there, is refused', async () => {
  const { run, received, assay } = await smelted();
  for (const body of [
    { basis: 'run', runId: run, ppm: 1 },
    { basis: 'run', material: 'slag', ppm: 1 },
    { basis: 'product', runId: run, material: 'slag', ppm: 1 },
    { basis: 'product', material: 'slag', batteryKind: 'starter', ppm: 1 },
    { basis: 'batch', batchId: received, material: 'slag', ppm: 1 },
  ]) {
    expect((await assay(body)).status).toBe(400);
  }
  const unknown = await assay({ basis: 'product', material: 'gold', ppm: 1 });
  expect([unknown.status, unknown.json.code]).toEqual([422, 'code-unknown']);
  const missing = await assay({ basis: 'run', runId: received, material: 'slag', ppm: 1 });
  expect([missing.status, missing.json.code]).toEqual([404, 'run-missing']);
});

it('a sample of what was not there yet is refused: before the load was handed over, or the run began', async () => {
  const { run, received, lead, assay } = await smelted();
  const { id: replacesId } = (await ok(assay({ basis: 'product', material: 'slag', ppm: 1 }))) as { id: string };
  expect(replacesId).toBeTruthy();
  const early = [
    await assay({ batchId: lead, ppm: 999_000, sampledAt: on(4, 7) }),
    await assay({ basis: 'run', runId: run, material: 'slag', ppm: 1, sampledAt: on(4, 7) }),
    await assay({ batchId: received, ppm: 1, sampledAt: on(3, 8), replacesId }),
  ];
  for (const { status, json } of early) expect([status, json.code]).toEqual([422, 'assay-sampled-early']);
  expect((await assay({ batchId: lead, ppm: 999_000, sampledAt: on(4, 8) })).status).toBe(201);
});

it('no certificate, the own laboratory and an implausible content are flagged for much mass and noted for little', async () => {
  const { who, run, lead, assay } = await smelted();
  await ok(
    assay({
      batchId: lead,
      ppm: 900_000,
      certificateNumber: null,
      certificateFileId: null,
      laboratory: '化验室',
      laboratoryKind: 'own',
    }),
  );
  await ok(assay({ basis: 'run', runId: run, material: 'slag', ppm: 50_000 }));
  const { json, status } = await plant.rate(who);
  expect(status).toBe('flagged');
  const weak = json.findings.filter(({ code }: { code: string }) => code.startsWith('ASSAYS_'));
  expect(weak.map(({ code, severity }: { code: string; severity: string }) => [code, severity])).toEqual([
    ['ASSAYS_WITHOUT_CERTIFICATE', 'flag'],
    ['ASSAYS_OF_OWN_LABORATORY', 'flag'],
    ['ASSAYS_IMPLAUSIBLE', 'flag'],
  ]);
  expect(weak[0].facts).toEqual({ assays: 1, massGrams: 56.5 * TONNE, sharePercent: '32.01' });
});

it('a laboratory is the own one by the name that the enterprise had when the sample was taken', async () => {
  const { who, lead, assay } = await smelted();
  const { name } = await ok(who.get(`/v1/parties/${who.partyId}`));
  await ok(assay({ batchId: lead, ppm: 900_000, laboratory: `${name}化验室`, sampledAt: on(7) }));
  const own = async () => (await plant.rate(who)).findings.includes('ASSAYS_OF_OWN_LABORATORY');
  expect(await own()).toBe(true);
  const renamed = { name: '演示更名再生铅有限公司', reason: '更名' };
  await ok(app.authority.patch(`/v1/parties/${who.partyId}`, renamed, { 'if-match': '*' }));
  app.clock.now = new Date(app.clock.now.getTime() + 120_000);
  expect(await own()).toBe(true);
});

it('an assay that is corrected after its month was closed is flagged, and so is one that was recorded then', async () => {
  const { who, run, lead, received, assay } = await smelted();
  const { items } = await ok(who.get(`/v1/assays?batchId=${received}`));
  await ok(assay({ batchId: lead, ppm: 999_000 }));
  await ok(assay({ basis: 'run', runId: run, material: 'slag', ppm: 50_000 }));
  expect((await plant.rate(who)).status).toBe('clear');
  app.clock.now = new Date('2026-12-20T00:00:00.000Z');
  await ok(assay({ batchId: received, ppm: 575_000, replacesId: items[0].id }));
  const lifted = await plant.rate(who);
  expect(lifted.status).toBe('flagged');
  expect(lifted.findings).toEqual(expect.arrayContaining(['ASSAYS_REPLACED', 'ASSAYS_REPLACED_LATE']));
});

it('samples of a supplier that scatter widen the uncertainty, and are flagged', async () => {
  const point = await plant.enterprise('collection_point', ['collection']);
  const who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const batchId = await plant.collect({ who: point }, 100, on(1, 1));
  const sent = await plant.send({ who: point }, { who }, { batchId, tonnes: 100, day: 3 });
  const received = await plant.decide(who, sent, on(3, 12));
  const sample = (day: number, ppm: number) =>
    ok(
      who.post('/v1/assays', {
        ...{ method: 'XRF', laboratory: '演示检测中心', certificateNumber: '演示检-3', sampledAt: on(day) },
        ...{ basis: 'supplier_class', supplierId: point.partyId, ppm },
      }),
    );
  await sample(2, 580_000);
  await plant.smelt(who, { [received]: 100 }, 57);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 57 * TONNE, leadPpm: 1_000_000 }]);
  const narrow = await plant.rate(who);
  expect(narrow.findings).not.toContain('CLASS_SAMPLES_SCATTER');
  await sample(12, 500_000);
  const wide = await plant.rate(who);
  expect([wide.headline, wide.findings.includes('CLASS_SAMPLES_SCATTER')]).toEqual([narrow.headline, true]);
  const pointsOf = ({ json }: typeof wide) => Number(json.uncertainty.headline.standardPoints);
  expect(pointsOf(wide)).toBeGreaterThan(2 * pointsOf(narrow));
});

it('a little slag of great content is flagged for what it could move, and so is the number of a certificate', async () => {
  const { who, run, lead, assay } = await smelted();
  await ok(assay({ batchId: lead, ppm: 999_000 }));
  const named = { basis: 'run', runId: run, material: 'slag', ppm: 50_000, certificateFileId: null };
  const { id: replacesId } = (await ok(assay(named))) as { id: string };
  const codes = ['ASSAYS_CERTIFICATE_NOT_STORED', 'WEAK_EVIDENCE_MATTERS'];
  expect((await plant.rate(who)).findings).toEqual(expect.arrayContaining(codes));
  await ok(assay({ ...named, laboratoryKind: null, replacesId }));
  expect((await plant.rate(who)).findings).toContain('ASSAYS_OF_UNKNOWN_LABORATORY');
});
