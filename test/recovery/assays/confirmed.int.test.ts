/** Certificates as evidence, over the API: confirmed, forged and contradicted ones. */
import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { useApp } from '../../app/fixture.ts';
import { confirm, laboratoryOf, openLaboratory } from '../../recycling/certificates/laboratory.ts';
import { certificateFileOf, certificateNumber } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);

beforeEach(() => {
  app.clock.now = new Date('2026-11-29T04:00:00.000Z');
});

/** A smelter that lost 18 % of the lead of 100 tonnes; its batteries are not assayed yet. */
async function lossy() {
  const point = await plant.enterprise('collection_point', ['collection']);
  const who = await plant.enterprise('recycler', ['recycling', 'transport']);
  const batchId = await plant.collect({ who: point }, 100, on(1, 1));
  const sent = await plant.send({ who: point }, { who }, { batchId, tonnes: 100, day: 3 });
  const received = await plant.decide(who, sent, on(3, 12));
  await plant.smelt(who, { [received]: 100 }, 47.5);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 47.5 * TONNE, leadPpm: 1_000_000 }]);
  const certificateFileId = await certificateFileOf(who);
  const number = certificateNumber();
  const state = (ppm: number, more: object = {}) =>
    ok(
      who.post('/v1/assays', {
        ...{ batchId: received, ppm, method: 'XRF', laboratory: '演示省检测中心', laboratoryKind: 'external' },
        ...{ certificateNumber: number, certificateFileId, sampledAt: on(3, 12), ...more },
      }),
    );
  return { who, state };
}

it('a forged certificate lifts a rate, and the missing confirmation flags it', async () => {
  const { who, state } = await lossy();
  await state(480_000);
  const { headline, status, findings } = await plant.rate(who);
  expect([headline, status, findings]).toEqual(['98.96', 'flagged', ['ASSAYS_NOT_CONFIRMED', 'WEAK_EVIDENCE_MATTERS']]);
});

it('a laboratory that states another content blocks the rate until the assay is corrected and confirmed', async () => {
  const { who, state } = await lossy();
  const laboratory = await laboratoryOf(app);
  const named = { laboratoryId: laboratory.partyId };
  const forged = await state(480_000, named);
  await ok(confirm(laboratory, { ...forged, ppm: 580_000 }));
  const blocked = await plant.rate(who);
  expect([blocked.status, blocked.findings]).toEqual(['blocked', ['ASSAYS_CONTRADICTED', 'WEAK_EVIDENCE_MATTERS']]);
  const path = `/v1/recovery/records?period=2026-10&partyId=${who.partyId}&term=received`;
  expect((await ok(who.get(path))).items).toMatchObject([{ certificate: 'contradicted', ppm: 480_000 }]);
  const corrected = await state(580_000, { ...named, replacesId: forged.id });
  expect((await ok(who.get(path))).items).toMatchObject([{ certificate: 'unconfirmed', ppm: 580_000 }]);
  expect((await plant.rate(who)).findings).toContain('ASSAYS_NOT_CONFIRMED');
  await ok(confirm(laboratory, corrected));
  const { headline, findings } = await plant.rate(who);
  expect(headline).toBe('81.90');
  expect(findings).not.toContain('ASSAYS_NOT_CONFIRMED');
});

it('what a laboratory confirmed after its qualification was withdrawn counts no more, and what it confirmed before stays', async () => {
  const { who, state } = await lossy();
  const laboratory = await openLaboratory(app);
  await ok(confirm(laboratory, await state(580_000, { laboratoryId: laboratory.partyId })));
  expect((await plant.rate(who)).findings).not.toContain('ASSAYS_NOT_CONFIRMED');
  const path = `/v1/parties/${laboratory.partyId}/qualifications`;
  const term = { kind: 'cnas', issuer: 'CNAS', validFrom: '2026-01-01', validTo: '2030-01-01' };
  const { id: second } = await ok(app.authority.post(path, { ...term, number: 'L-撤销' }));
  const [{ id: first }] = (await ok(app.authority.get(path))).items;
  const withdraw = (id: string, withdrawnOn: string) =>
    ok(app.authority.post(`${path}/${id}/withdraw`, { withdrawnOn, reason: '资质被撤销' }));
  // Another qualification still covers the sample; one withdrawn later than the confirmation too.
  await withdraw(first, '2026-10-01');
  expect((await plant.rate(who)).findings).not.toContain('ASSAYS_NOT_CONFIRMED');
  await withdraw(second, '2026-11-29');
  expect((await plant.rate(who)).findings).toContain('ASSAYS_NOT_CONFIRMED');
});

it('a confirmation of the release before, which states no sample, keeps its meaning', async () => {
  const { who, state } = await lossy();
  const laboratory = await laboratoryOf(app);
  const { id, certificateNumber: number } = await state(580_000, { laboratoryId: laboratory.partyId });
  expect((await plant.rate(who)).findings).toContain('ASSAYS_NOT_CONFIRMED');
  await app.database.db.execute(sql`
    insert into certificate_confirmations (id, assay_id, party_id, laboratory_id, answer, outcome, differences, certificate_number, ppm,
      moisture_ppm, stated, recorded_at)
    values (gen_random_uuid(), ${id}, ${who.partyId}, ${laboratory.partyId}, 'issued', 'confirmed', '{}', ${number}, 580000, 0,
      '{"ppm": 580000, "moisturePpm": 0, "certificateNumber": null, "certificateSha256": null}', now())`);
  // A record of the enterprise makes its kept figure be computed again.
  await plant.collect({ who }, 1, on(30));
  expect((await plant.rate(who)).findings).not.toContain('ASSAYS_NOT_CONFIRMED');
  const { items } = await ok(laboratory.get(`/v1/certificate-confirmations?assayId=${id}`));
  expect(items).toMatchObject([{ outcome: 'confirmed', differences: [], sampleMark: null, sampleMaterial: null }]);
});

it('a certificate that its laboratory disowns blocks, and a withdrawn confirmation flags again', async () => {
  const { who, state } = await lossy();
  const laboratory = await laboratoryOf(app);
  const { id, ...assay } = await state(580_000, { laboratoryId: laboratory.partyId });
  const { id: replacesId } = await ok(confirm(laboratory, { id, ...assay }));
  expect((await plant.rate(who)).findings).not.toContain('ASSAYS_NOT_CONFIRMED');
  const answer = (body: object) => ok(laboratory.post(`/v1/assays/${id}/confirmations`, { ...body }));
  const withdrawn = await answer({ answer: 'withdrawn', replacesId });
  expect((await plant.rate(who)).findings).toContain('ASSAYS_NOT_CONFIRMED');
  await answer({ answer: 'not_issued', replacesId: withdrawn.id });
  expect((await plant.rate(who)).status).toBe('blocked');
});
