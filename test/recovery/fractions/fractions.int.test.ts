/** Fractions over the API: what is analysed, used and confirmed, and what an enterprise cannot count. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { pdf, upload } from '../../files/sample.ts';
import { confirm as confirmCertificate, laboratoryOf } from '../../recycling/certificates/laboratory.ts';
import { certificateNumber } from '../certificate.ts';
import { ok, on, plantOf, TONNE } from '../plant.ts';

const app = useApp();
const plant = plantOf(app);
const LAB = { method: '烘干法', laboratory: '演示检测中心' };
let buyer: Enterprise;
let serial = 0;

type Batches = Readonly<Record<string, string>>;

const OUTPUTS = {
  ...{ refined_lead: 57, plastics_light: 6, waste_acid_recovered: 10, sodium_sulphate: 5, slag_used: 4 },
} as const;

/** A smelter that fed 100 t with 10 % of water, and what it made of them. */
async function smelter(): Promise<{ who: Enterprise; made: Batches; fed: string }> {
  const who = await plant.enterprise('recycler', ['recycling']);
  const from = await plant.enterprise('collection_point', ['collection', 'transport']);
  const fed = await plant.deliver({ who: from }, { who }, { tonnes: 100, day: 3 });
  await plant.countBoth(who);
  const { id } = await ok(who.post('/v1/runs', { siteId: who.siteId, startedAt: on(2), process: 'integrated' }));
  await ok(
    who.post(`/v1/runs/${id}/feeds`, {
      fedAt: on(20),
      lines: [{ batchId: fed, massGrams: 100 * TONNE, pieces: 5_000 }],
    }),
  );
  const outputs = Object.entries(OUTPUTS).map(([material, tonnes]) => ({ material, massGrams: tonnes * TONNE }));
  const { batches } = await ok(who.post(`/v1/runs/${id}/outputs`, { yieldedAt: on(20, 20), outputs }));
  await ok(who.post(`/v1/runs/${id}/close`, { closedAt: on(20, 22), carriedGrams: 0 }));
  const made = Object.fromEntries(
    batches.map((one: { materialCode: string; id: string }) => [one.materialCode, one.id]),
  ) as Batches;
  await plant.assay(who, made.refined_lead ?? '', 1_000_000);
  await plant.assay(who, made.slag_used ?? '', 20_000);
  return { who, made, fed };
}

/** Records an analysis of the external laboratory, which confirms it. */
async function analyse(who: Enterprise, of: object) {
  const laboratory = await laboratoryOf(app);
  const named = { ...LAB, laboratoryId: laboratory.partyId, certificateNumber: certificateNumber() };
  const made = await ok(
    who.post('/v1/analyses', { ...named, sampleMark: '样-1', basis: 'batch', sampledAt: on(19), ...of }),
  );
  if (made.laboratoryId !== null) await ok(confirmCertificate(laboratory, made, 'analyses'));
  return made;
}

async function analyseAll(who: Enterprise, made: Batches, fed: string): Promise<void> {
  await analyse(who, { batchId: fed, substance: 'water', ppm: 100_000 });
  await analyse(who, { batchId: fed, substance: 'sulphur', ppm: 90_000 });
  await analyse(who, { batchId: made.plastics_light, substance: 'water', ppm: 50_000 });
  await analyse(who, { batchId: made.sodium_sulphate, substance: 'sulphate', ppm: 990_000 });
  await analyse(who, { batchId: made.slag_used, substance: 'water', ppm: 100_000 });
  await analyse(who, {
    basis: 'material',
    material: 'waste_acid_recovered',
    substance: 'sulphuric_acid',
    ppm: 320_000,
  });
}

const deliver = (who: Enterprise, batchId: string | undefined, tonnes: number, of: object = {}) =>
  ok(
    who.post(`/v1/batches/${batchId}/dispositions`, {
      ...{ kind: 'use', massGrams: tonnes * TONNE, receiverName: '演示买方', contractNumber: '演示合同' },
      ...{ occurredAt: on(25), ...of },
    }),
  );

const file = async (who: Enterprise) => (await upload(app, who, pdf(`confirmation ${++serial}`))).json.id as string;

const confirm = (who: Enterprise, id: string, tonnes: number, of: object = {}) =>
  who.post(`/v1/dispositions/${id}/confirmations`, {
    ...{ number: `演示确-${++serial}`, use: 'raw-material', massGrams: tonnes * TONNE },
    ...{ confirmedOn: '2026-10-26', ...of },
  });

async function fractions(who: Enterprise, period = '2026-10') {
  const json = await ok(who.get(`/v1/recovery/fractions?period=${period}&partyId=${who.partyId}`));
  const of = (key: 'massGrams' | 'countedGrams') =>
    Object.fromEntries(
      json.fractions.map((one: Record<string, string | number>) => [
        `${one.fraction} ${one.fate}`,
        Number(one[key]) / TONNE,
      ]),
    );
  return {
    ...{ json, mass: of('massGrams'), counted: of('countedGrams') },
    findings: json.findings.map(({ code }: { code: string }) => code),
  };
}

beforeAll(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00.000Z');
  buyer = await app.enterprise({ kind: 'producer', name: '演示塑料厂' });
});

describe('fractions of a month', () => {
  it('count what is analysed and confirmed, and add up to what was produced', async () => {
    const { who, made, fed } = await smelter();
    await analyseAll(who, made, fed);
    const { plastics_light, waste_acid_recovered, sodium_sulphate, slag_used } = made;
    const deliveries = [
      [await deliver(who, plastics_light, 6, { use: 'raw-material' }), 6],
      [await deliver(who, waste_acid_recovered, 8, { use: 'raw-material' }), 8],
      [await deliver(who, sodium_sulphate, 5, { use: 'raw-material' }), 5],
      [await deliver(who, slag_used, 4, { use: 'building-material' }), 4],
    ] as const;
    const before = await fractions(who);
    expect(before.counted).toMatchObject({ 'plastics unconfirmed': 5.7 });
    expect(Object.keys(before.counted).filter((one) => one.endsWith('material'))).toEqual([]);
    expect(before.findings).toEqual(['FRACTIONS_UNCONFIRMED']);
    for (const [{ id }, tonnes] of deliveries) await ok(confirm(who, id, tonnes, { fileId: await file(who) }));
    const { json, mass, counted, findings } = await fractions(who);
    // The month has ended, and the confirmations of November change it visibly.
    expect(findings).toEqual(['CONFIRMED_LATER']);
    expect(counted).toMatchObject({
      ...{ 'plastics material': 5.7, 'acid material': 2.56, 'slag material': 3.6 },
      'sulphate material': (5 * 0.99 * 676_300) / TONNE,
    });
    expect(mass).toMatchObject({ 'plastics stock': 0, 'acid stock': 2, 'slag stock': 0, 'sulphate stock': 0 });
    expect(json.input).toEqual({
      ...{ fedGrams: 100 * TONNE, dryGramsExact: String(90 * TONNE), waterGramsExact: String(10 * TONNE) },
      sulphuricAcidGramsExact: String(9 * TONNE),
    });
    // Lead in used slag is in the lead balance, and counts once.
    const slag = json.fractions.find((one: { fraction: string; fate: string }) => {
      return one.fraction === 'slag' && one.fate === 'material';
    });
    expect(slag.withoutLeadGramsExact).toBe(String(3.6 * TONNE - 0.08 * TONNE));
    expect((await plant.rate(who)).terms.by_products).toBe(0.08);
    // (57.08 of lead + 5.7 + 2.56 + 3.347685 + 3.52) t over 90 t without water.
    const at = `/v1/recovery/methods/comprehensive-recovery/evaluation?period=2026-10&partyId=${who.partyId}`;
    const { figures } = await ok(who.get(at));
    expect(figures.map((one: { value: { percent: string } }) => one.value.percent)).toContain('80.23');
    expect((await fractions(who, '2026-09')).json.fractions).toEqual([]);
  });

  it('say what is missing: analyses, a use, a file, the composition of batteries', async () => {
    const { who, made } = await smelter();
    const { id } = await deliver(who, made.plastics_light, 3, { use: 'raw-material' });
    await ok(confirm(who, id, 3, { fileId: await file(who) }));
    await deliver(who, made.plastics_light, 1, { use: 'raw-material', confirmationNumber: '演示' });
    await deliver(who, made.plastics_light, 1, { confirmationNumber: '演示' });
    const { mass, counted, findings, json } = await fractions(who);
    expect(findings).toEqual([
      ...['FRACTIONS_UNCONFIRMED', 'FRACTION_CONTENT_MISSING', 'SHARES_ASSUMED'],
      ...['CONFIRMATION_WITHOUT_FILE', 'CONFIRMED_LATER'],
    ]);
    expect(mass).toMatchObject({ 'plastics material': 4, 'plastics unconfirmed': 1, 'plastics stock': 1 });
    expect(counted).toMatchObject({ 'plastics material': 0 });
    expect(json.input.waterGramsExact).toBe('9600000');
  });

  it('follow a sample taken before, and none that is taken later', async () => {
    const { who, made } = await smelter();
    const strength = (ppm: number, day: number) =>
      analyse(who, {
        ...{ basis: 'material', material: 'waste_acid_recovered', substance: 'sulphuric_acid', ppm },
        sampledAt: on(day),
      });
    await strength(200_000, 24);
    await strength(980_000, 26);
    const { id } = await deliver(who, made.waste_acid_recovered, 10, { use: 'raw-material' });
    await ok(confirm(who, id, 10, { fileId: await file(who) }));
    expect((await fractions(who)).counted).toMatchObject({ 'acid material': 2 });
  });
});

describe('batteries that stay in stock', () => {
  it('have the water and sulphur of their own analyses, at both ends', async () => {
    const who = await plant.enterprise('recycler', ['recycling']);
    const from = await plant.enterprise('collection_point', ['collection', 'transport']);
    const [fed, left] = [
      await plant.deliver({ who: from }, { who }, { tonnes: 100, day: 3 }),
      await plant.deliver({ who: from }, { who }, { tonnes: 50, day: 4 }),
    ];
    await plant.countBoth(who, [{ item: 'batteries', massGrams: 50 * TONNE, leadPpm: 580_000 }]);
    for (const [batchId, ppm] of [
      [fed, 100_000],
      [left, 120_000],
    ] as const) {
      await analyse(who, { batchId, substance: 'water', ppm });
      await analyse(who, { batchId, substance: 'sulphur', ppm: 90_000 });
    }
    await plant.smelt(who, { [fed]: 100 }, 57);
    const { findings, json } = await fractions(who);
    expect(findings).not.toContain('SHARES_ASSUMED');
    expect(json.input).toMatchObject({ fedGrams: 100 * TONNE, waterGramsExact: String(10 * TONNE) });
  });
});

describe('what an enterprise cannot count', () => {
  it('water as plastics, acid or salt as sulphur of batteries', async () => {
    const { who, made, fed } = await smelter();
    await analyseAll(who, made, fed);
    await analyse(who, { batchId: made.waste_acid_recovered, substance: 'sulphuric_acid', ppm: 980_000 });
    const { id } = await deliver(who, made.waste_acid_recovered, 10, { use: 'raw-material' });
    await ok(confirm(who, id, 10, { fileId: await file(who) }));
    const { counted, findings } = await fractions(who);
    expect(counted).toMatchObject({ 'acid material': 9.8 });
    expect(findings).toContain('SULPHUR_LIMITED');
  });

  it('water that no battery holds', async () => {
    const { who, fed } = await smelter();
    await analyse(who, { batchId: fed, substance: 'water', ppm: 500_000 });
    expect((await fractions(who)).findings).toContain('COMPOSITION_IMPLAUSIBLE');
  });

  it('a delivery twice, or more than was delivered, also by many confirmations at once', async () => {
    const { who, made } = await smelter();
    const { id } = await deliver(who, made.plastics_light, 6, { use: 'raw-material' });
    const fileId = await file(who);
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(who, id, 2, { fileId })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 422, 422, 422, 422, 422]);
    expect(new Set(answers.flatMap(({ json }) => json.code ?? []))).toEqual(new Set(['confirmation-exceeds-delivery']));
    expect((await fractions(who)).mass).toMatchObject({ 'plastics material': 6 });
    const { number } = answers.find(({ status }) => status === 201)?.json ?? {};
    expect((await confirm(who, id, 1, { fileId, number })).json.code).toBe('confirmation-exists');
  });

  it('fuel as a material, when the receiver says so', async () => {
    const { who, made } = await smelter();
    const { id } = await deliver(who, made.plastics_light, 6, { use: 'raw-material', receiverId: buyer.partyId });
    await ok(confirm(buyer, id, 6, { use: 'fuel' }));
    expect((await fractions(who)).mass).toMatchObject({ 'plastics fuel': 6 });
    expect((await deliver(who, made.slag_used, 4, { use: 'landfill', confirmationNumber: '演示' })).use).toBe(
      'landfill',
    );
    expect((await fractions(who)).mass).toMatchObject({ 'slag landfill': 4 });
    expect((await plant.rate(who)).terms).toMatchObject({ loss_slag: 0.08 });
  });

  it('what no receiver has confirmed: without proof, by another, before the delivery', async () => {
    const { who, made } = await smelter();
    const { id } = await deliver(who, made.plastics_light, 2, { use: 'raw-material' });
    expect((await confirm(who, id, 1)).json.code).toBe('confirmation-unproved');
    expect((await confirm(buyer, id, 1)).json.code).toBe('disposition-missing');
    const fileId = await file(who);
    expect((await confirm(who, id, 1, { fileId, confirmedOn: '2026-10-24' })).json.code).toBe('confirmation-early');
    expect((await confirm(who, id, 1, { fileId, use: 'burning' })).json.code).toBe('code-unknown');
    const other = await file(buyer);
    expect((await confirm(who, id, 1, { fileId: other })).json.code).toBe('confirmation-file-missing');
    expect((await fractions(who)).mass).toMatchObject({ 'plastics unconfirmed': 2 });
  });
});

describe('a confirmation of use', () => {
  it('of a part counts for that part, of lead too, and says which rates it changes', async () => {
    const { who, made } = await smelter();
    const { id } = await deliver(who, made.slag_used, 4, { use: 'building-material' });
    expect((await plant.rate(who)).terms).toMatchObject({ loss_slag: 0.08 });
    const { status, json } = await confirm(who, id, 3, { fileId: await file(who) });
    expect(status).toBe(201);
    expect(json.affected.map((one: { id: string }) => one.id.split('/')[1])).toEqual(['2026', '2026-10', '2026-Q4']);
    expect((await plant.rate(who)).terms).toMatchObject({ by_products: 0.06, loss_slag: 0.02 });
    await app.follow();
    expect((await ok(app.authority.get(`/v1/journal/subjects/disposition:${id}`))).items).toMatchObject([
      { kind: 'disposition.confirmed', payload: { number: json.number, massGrams: 3 * TONNE } },
    ]);
    // A correction withdraws it.
    const withdrawn = { number: json.number, replacesId: json.id, fileId: json.fileId };
    await ok(confirm(who, id, 0, withdrawn));
    expect((await plant.rate(who)).terms).toMatchObject({ loss_slag: 0.08 });
  });

  it('by the registered receiver is seen by both, with its file, and by no others', async () => {
    const { who, made } = await smelter();
    const { id } = await deliver(who, made.plastics_light, 2, { use: 'raw-material', receiverId: buyer.partyId });
    const fileId = await file(buyer);
    const confirmation = await ok(confirm(buyer, id, 2, { fileId }));
    expect(confirmation).toMatchObject({ confirmedById: buyer.partyId, partyId: who.partyId, affected: [] });
    for (const reader of [who, buyer, app.authority]) {
      const { items } = await ok(reader.get(`/v1/use-confirmations?dispositionId=${id}`));
      expect(items.map((one: { id: string }) => one.id)).toEqual([confirmation.id]);
      expect((await reader.get(`/v1/files/${fileId}`)).status).toBe(200);
    }
    const { who: stranger } = await smelter();
    expect((await stranger.get(`/v1/use-confirmations/${confirmation.id}`)).json.code).toBe('use-confirmation-missing');
    expect((await stranger.get(`/v1/files/${fileId}`)).status).toBe(404);
  });
});
