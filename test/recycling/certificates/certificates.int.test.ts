import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Client, type Enterprise, useApp } from '../../app/fixture.ts';
import { confirm, type Laboratory, openLaboratory, sampleOf } from './laboratory.ts';

const app = useApp();
let smelter: Enterprise;
let laboratory: Laboratory;
let other: Laboratory;
beforeAll(async () => {
  smelter = await app.enterprise({ kind: 'recycler' });
  laboratory = await openLaboratory(app);
  other = await openLaboratory(app);
});

const FINDING = { ppm: 600_000, method: 'XRF', laboratory: '随意写的名称', sampledAt: '2026-10-14T12:00:00+08:00' };

// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect by looking
async function sample(changes: Record<string, unknown> = {}, by: Client = smelter): Promise<any> {
  const { id: batchId } = (await smelter.post('/v1/batches', batchInput(smelter.siteId))).json;
  const named = { laboratoryId: laboratory.partyId, certificateNumber: `演示检-${randomUUID()}` };
  const { json, text } = await by.post('/v1/assays', { ...FINDING, ...named, batchId, ...changes });
  expect(json.code, text).toBeUndefined();
  return json;
}
const codeOf = async (answering: ReturnType<Client['post']>) => (await answering).json.code;

describe('a sample that names a registered laboratory', () => {
  it('has the name of the register and counts as external', async () => {
    const { name } = (await app.authority.get(`/v1/parties/${laboratory.partyId}`)).json;
    const assay = await sample();
    expect([assay.laboratory, assay.laboratoryKind, assay.laboratoryId]).toEqual([
      ...[name, 'external', laboratory.partyId],
    ]);
    const analysed = { basis: 'material', material: 'sodium_sulphate', substance: 'water', ppm: 1, sampleMark: 'S-1' };
    const { json } = await smelter.post('/v1/analyses', {
      ...{ ...FINDING, ...analysed, laboratoryId: laboratory.partyId },
    });
    expect([json.laboratory, json.laboratoryId]).toEqual([name, laboratory.partyId]);
    expect((await confirm(laboratory, json, 'analyses')).json).toMatchObject({
      ...{ analysisId: json.id, assayId: null, outcome: 'confirmed' },
    });
  });

  it('needs a laboratory that was qualified on the day of the sample', async () => {
    const declared = { ...FINDING, basis: 'declared_default' };
    const record = (changes: object) => codeOf(smelter.post('/v1/assays', { ...declared, ...changes }));
    const unqualified = await app.enterprise();
    expect(await record({ laboratoryId: unqualified.partyId })).toBe('laboratory-not-qualified');
    expect(await record({ laboratoryId: randomUUID() })).toBe('party-missing');
    const early = { laboratoryId: laboratory.partyId, sampledAt: '2019-12-31T12:00:00+08:00' };
    expect(await record(early)).toBe('laboratory-not-qualified');
  });

  it('refuses one with the contact or the manager of the organisation', async () => {
    const declared = { ...FINDING, basis: 'declared_default', batteryKind: 'stationary' };
    const [owner, sister] = [await app.enterprise(), await app.enterprise()];
    const kin = await openLaboratory(app, sister);
    const record = () => codeOf(owner.post('/v1/assays', { ...declared, laboratoryId: kin.partyId }));
    const patch = async (id: string, contactName: string) => {
      const at = `/v1/parties/${id}`;
      const { headers } = await app.authority.get(at);
      const version = { 'if-match': String(headers.etag) };
      expect((await app.authority.patch(at, { reason: '登记', contactName }, version)).status).toBe(200);
    };
    await patch(sister.partyId, '韦大明');
    await owner.post('/v1/people', { personName: '韦 大明', roles: ['driver'] });
    await patch(owner.partyId, '李经理');
    await owner.post('/v1/people', {
      personName: '韦 大明',
      personPhone: '13711112222',
      roles: ['enterprise_manager'],
    });
    expect(await record()).toBe('laboratory-not-independent');
  });

  it('refuses the own organisation, one with its telephone, one without a code, and one that is stated as own', async () => {
    const declared = { ...FINDING, basis: 'declared_default' };
    const record = (laboratoryId: string, changes = {}) =>
      codeOf(smelter.post('/v1/assays', { ...declared, laboratoryId, ...changes }));
    const own = await openLaboratory(app, smelter);
    expect(await record(own.partyId)).toBe('laboratory-not-independent');
    expect(await record(laboratory.partyId, { laboratoryKind: 'own' })).toBe('laboratory-not-independent');
    const { json: party } = await app.authority.post('/v1/parties', {
      ...{ usccMissingReason: '演示', name: '无代码检测中心', divisionCode: '450100' },
    });
    const bare = await openLaboratory(app, { ...smelter, partyId: party.id });
    expect(await record(bare.partyId)).toBe('laboratory-not-independent');
    const sister = await app.enterprise();
    const kin = await openLaboratory(app, sister);
    expect(await record(kin.partyId)).toBeUndefined();
    await smelter.post('/v1/people', { personName: '同一人', personPhone: '13900001111', roles: ['driver'] });
    await sister.post('/v1/people', { personName: '同一人', personPhone: '+86 139 0000 1111', roles: ['driver'] });
    expect(await record(kin.partyId)).toBe('laboratory-not-independent');
    const other = await openLaboratory(app, await app.enterprise());
    const named = await app.enterprise({ name: '演示冶炼甲' });
    await named.post('/v1/people', { personName: '甲', personPhone: '0771-5551234', roles: ['driver'] });
    const ofNamed = (laboratoryId: string) => codeOf(named.post('/v1/assays', { ...declared, laboratoryId }));
    const branch = await openLaboratory(app, await app.enterprise({ name: '演示冶炼甲检测中心' }));
    expect(await ofNamed(branch.partyId)).toBe('laboratory-not-independent');
    const desk = await app.enterprise();
    await desk.post('/v1/people', { personName: '乙', personPhone: '0771-5551234-8', roles: ['driver'] });
    expect(await ofNamed((await openLaboratory(app, desk)).partyId)).toBe('laboratory-not-independent');
    expect(await ofNamed(other.partyId)).not.toBe('laboratory-not-independent');
  });
});

describe('a withdrawn qualification', () => {
  it('ends a laboratory from its day on, and not before', async () => {
    const ended = await openLaboratory(app);
    const assay = await sample({ laboratoryId: ended.partyId });
    const path = `/v1/parties/${ended.partyId}/qualifications`;
    const [{ id }] = (await smelter.get(path)).json.items;
    const withdrawal = { withdrawnOn: '2026-10-14', reason: '资质认定证书被撤销' };
    const { status, json } = await app.authority.post(`${path}/${id}/withdraw`, withdrawal);
    expect([status, json.withdrawal]).toMatchObject([200, withdrawal]);
    expect((await smelter.get(`${path}/${id}`)).json).toEqual(json);
    expect((await smelter.get(path)).json.items).toEqual([json]);
    const again = app.authority.post(`${path}/${id}/withdraw`, { ...withdrawal, withdrawnOn: '2026-10-20' });
    expect(await codeOf(again)).toBe('qualification-withdrawn');
    expect(await codeOf(confirm(ended, assay))).toBe('laboratory-not-qualified');
    const declared = { ...FINDING, basis: 'declared_default', laboratoryId: ended.partyId };
    expect(await codeOf(smelter.post('/v1/assays', declared))).toBe('laboratory-not-qualified');
    const before = { ...declared, batteryKind: 'traction', sampledAt: '2026-10-13T12:00:00+08:00' };
    expect((await smelter.post('/v1/assays', before)).status).toBe(201);
    await app.follow();
    const { items } = (await app.authority.get(`/v1/journal/subjects/qualification:${id}`)).json;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'qualification.registered',
      'qualification.withdrawn',
    ]);
  });
});

describe('a confirmation', () => {
  it('confirms what equals the record, once for each key, and the recycler and the laboratory read it', async () => {
    const assay = await sample();
    const key = { 'idempotency-key': randomUUID() };
    const tested = await sampleOf(laboratory, `/v1/assays/${assay.id}`);
    const statement = { answer: 'issued', certificateNumber: assay.certificateNumber, ppm: 600_000, ...tested };
    const send = () => laboratory.post(`/v1/assays/${assay.id}/confirmations`, statement, key);
    const [first, second] = [await send(), await send()];
    expect(first.json).toMatchObject({ outcome: 'confirmed', differences: [], partyId: smelter.partyId });
    expect(second.json).toEqual(first.json);
    for (const reader of [smelter, laboratory, app.authority]) {
      const { items } = (await reader.get(`/v1/certificate-confirmations?assayId=${assay.id}`)).json;
      expect(items).toEqual([first.json]);
    }
    const hidden = await other.get(`/v1/certificate-confirmations/${first.json.id}`);
    expect(hidden.json.code).toBe('certificate-confirmation-missing');
  });

  it('is of what the laboratory tested: it sees what was sampled, and another sample is a contradiction', async () => {
    const assay = await sample();
    const { sampled } = (await laboratory.get(`/v1/assays/${assay.id}`)).json;
    const listed = (await laboratory.get('/v1/assays?limit=200')).json.items;
    expect(listed.find(({ id }: { id: string }) => id === assay.id).sampled).toEqual(sampled);
    const { massGrams } = (await smelter.get(`/v1/batches/${assay.batchId}`)).json;
    expect(sampled).toEqual({ ...{ material: '900-052-31', wasteCode: '900-052-31', massGrams }, supplierName: null });
    const other = { sampleMaterial: 'slag', sampleMark: 'another batch', sampledOn: '2026-10-13' };
    const { json } = await confirm(laboratory, assay, 'assays', other);
    expect([json.outcome, json.differences, json.sampleMark]).toEqual([
      ...['contradicted', ['sampleMaterial', 'sampleMark', 'sampledOn'], 'another batch'],
    ]);
    const stated = { sampleMaterial: '900-052-31', sampleMark: assay.batchId, sampledOn: '2026-10-14', massGrams };
    expect(json.stated).toMatchObject(stated);
    const bare = { answer: 'issued', certificateNumber: assay.certificateNumber, ppm: 600_000, replacesId: json.id };
    expect(await codeOf(laboratory.post(`/v1/assays/${assay.id}/confirmations`, bare))).toBe('request-invalid');
  });

  it('shows both versions of a contradiction, and keeps it when it is corrected or withdrawn', async () => {
    const assay = await sample({ ppm: 700_000 });
    const { json: contradiction } = await confirm(laboratory, { ...assay, ppm: 580_000 });
    expect(contradiction).toMatchObject({
      ...{ outcome: 'contradicted', differences: ['ppm'], ppm: 580_000 },
      stated: { ppm: 700_000, certificateNumber: assay.certificateNumber },
    });
    const disown = { answer: 'not_issued', replacesId: contradiction.id };
    const { json: disowned } = await laboratory.post(`/v1/assays/${assay.id}/confirmations`, disown);
    expect(disowned.outcome).toBe('disowned');
    const withdraw = { answer: 'withdrawn', replacesId: disowned.id };
    expect((await laboratory.post(`/v1/assays/${assay.id}/confirmations`, withdraw)).json.outcome).toBe('withdrawn');
    const { items } = (await smelter.get(`/v1/certificate-confirmations?assayId=${assay.id}`)).json;
    expect(items.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['contradicted', 'disowned', 'withdrawn']);
  });

  it('is in the journal of the assay', async () => {
    const assay = await sample();
    await confirm(laboratory, assay);
    await app.follow();
    const { items } = (await app.authority.get(`/v1/journal/subjects/assay:${assay.id}`)).json;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['assay.recorded', 'assay.laboratory_answered']);
  });

  it('is of the named laboratory alone, which sees the sample and nothing else of the enterprise', async () => {
    const assay = await sample();
    expect(await codeOf(confirm(other, assay))).toBe('assay-missing');
    const insider = await app.client({ subject: 'insider', partyId: smelter.partyId, roles: ['laboratory_operator'] });
    expect(await codeOf(confirm(insider, assay))).toBe('laboratory-not-named');
    expect(await codeOf(confirm(smelter, assay))).toBe('scope-missing');
    const ids = (await laboratory.get('/v1/assays?limit=200')).json.items.map(({ id }: { id: string }) => id);
    expect(ids).toContain(assay.id);
    await smelter.post('/v1/assays', { ...FINDING, basis: 'declared_default' });
    const { items } = (await laboratory.get('/v1/assays?limit=200')).json;
    expect(new Set(items.map((one: { laboratoryId: string }) => one.laboratoryId))).toEqual(
      new Set([laboratory.partyId]),
    );
    expect((await laboratory.get('/v1/runs')).json.items).toEqual([]);
    expect((await laboratory.get(`/v1/batches/${assay.batchId}`)).status).toBe(403);
  });

  it('is refused for the account that recorded the sample', async () => {
    const recorder = await app.client({ subject: 'one person', partyId: smelter.partyId });
    const assay = await sample({}, recorder);
    const partyId = laboratory.partyId;
    const same = await app.client({ subject: 'one person', partyId, roles: ['laboratory_operator'] });
    expect(await codeOf(confirm(same, assay))).toBe('laboratory-not-independent');
    const refused = await same.post(`/v1/assays/${assay.id}/confirmations`, { answer: 'not_issued' });
    expect(refused.json.outcome).toBe('disowned');
  });

  it('of a corrected assay does not count for the correction', async () => {
    const assay = await sample();
    await confirm(laboratory, assay);
    const corrected = await sample({ batchId: assay.batchId, replacesId: assay.id, ppm: 610_000 });
    const { items } = (await smelter.get(`/v1/certificate-confirmations?assayId=${corrected.id}`)).json;
    expect(items).toEqual([]);
    expect((await confirm(laboratory, corrected)).json.outcome).toBe('confirmed');
  });
});

it('a number of a qualification is registered once, by the authority', async () => {
  const path = `/v1/parties/${laboratory.partyId}/qualifications`;
  const one = { kind: 'cnas', number: 'L00001', validFrom: '2026-01-01', validTo: '2030-01-01', issuer: 'CNAS' };
  expect((await app.authority.post(path, one)).status).toBe(201);
  expect(await codeOf(app.authority.post(path, one))).toBe('qualification-exists');
  expect(await codeOf(app.authority.post(path, { ...one, validTo: '2026-01-01' }))).toBe('request-invalid');
  expect((await smelter.get(path)).json.items).toHaveLength(2);
});
