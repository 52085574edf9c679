/** A province with rows in every table for each of two loads, recorded through the API. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { dayOf } from '../../../src/core/calendar.ts';
import { assignNumber } from '../../../src/manifests/index.ts';
import { png, upload as uploadPicture } from '../../files/sample.ts';
import { type Answer, batchInput, type Enterprise, type TestApp } from '../fixture.ts';

const AT = '2026-10-14T12:00:00+08:00';
const LICENCE = { wasteCodes: ['900-052-31'], issuer: '演示厅', validFrom: '2026-01-01', validTo: '2027-01-01' };

export type World = Readonly<
  Record<'point' | 'carrier' | 'smelter' | 'otherPoint' | 'otherSmelter' | 'laboratory', Enterprise>
>;

async function ok(answering: Promise<Answer>) {
  const { status, json, text } = await answering;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
}

let serial = 0;

/**
 * Makes two collection points that send to two smelters of other cities by one carrier; one of them also sends to another
 * province. Every kind of record exists for at least two organisations.
 */
export async function peopleTheWorld(app: TestApp): Promise<World> {
  const point = await app.enterprise({ division: '450100' });
  const carrier = await app.enterprise({ division: '450300', kind: 'transfer_point' });
  const smelter = await app.enterprise({ division: '450200', kind: 'recycler' });
  const otherPoint = await app.enterprise({ division: '450400' });
  const otherSmelter = await app.enterprise({ division: '450500', kind: 'recycler' });
  const foreign = await app.enterprise({ division: '440100', kind: 'recycler' });
  for (const one of [smelter, otherSmelter, foreign]) await license(app, one);
  for (const one of [carrier, otherPoint]) await keep(app, one);
  const loads = [
    { from: point, by: carrier, to: smelter },
    { from: otherPoint, by: carrier, to: otherSmelter },
  ];
  for (const one of loads) await photograph(app, one.from, await load(app, one));
  for (const one of [point, otherPoint]) await approve(app, one, foreign);
  await leave(app, { from: otherPoint, by: carrier, to: foreign });
  await leave(app, { from: point, by: carrier, to: foreign });
  await draft(point, carrier, smelter);
  await declareOutages(app);
  const laboratory = await qualify(app);
  for (const one of [smelter, otherSmelter]) {
    const { partyId } = one;
    const person = await app.client({ subject: `person of ${partyId}`, partyId, loggedIn: true });
    await recycle({ ...one, ...person }, laboratory);
    await observe(app, one);
  }
  for (const one of [point, otherPoint]) await correct(one);
  for (const name of ['甲', '乙']) {
    const { id } = await ok(app.authority.post('/v1/clients', { name, roles: ['auditor'] }));
    await ok(app.authority.patch(`/v1/clients/${id}`, { reason: '演示', name: `${name}系统` }));
  }
  for (const one of [point, otherPoint]) {
    const { id } = await ok(one.post('/v1/people', { personName: '张三', roles: ['driver'] }));
    await ok(one.patch(`/v1/people/${id}`, { reason: '演示', personName: '张四' }));
    for (const who of [one, app.authority]) {
      const change = who === one ? { contactName: '李经理' } : { address: '演示路' };
      await ok(who.patch(`/v1/parties/${one.partyId}`, { reason: '演示', ...change }));
    }
  }
  await app.database.owner.execute(sql`
    insert into assessment_snapshots (id, assessment_id, party_id, round, purpose, taken_at, journal_index, content_sha256, files,
      records, manifest, signature, public_key)
    select gen_random_uuid(), id, party_id, 1, 'submission', now(), 0, repeat('0', 64), '{}', '', '{}', '', '{}' from assessments`);
  await app.database.owner.execute(sql`
    insert into assessment_revisions (assessment_id, party_id, number, round, opened_at, since_index, journal_index, difference)
    select id, party_id, 1, 1, now(), 0, 0, '{}' from assessments`);
  await exchange(app);
  await app.follow();
  return { point, carrier, smelter, otherPoint, otherSmelter, laboratory };
}

/** A laboratory with two qualifications, which speaks with the rights of one. */
async function qualify(app: TestApp): Promise<Enterprise> {
  const laboratory = await app.enterprise({ division: '450600' });
  const { partyId } = laboratory;
  for (const kind of ['cma', 'cnas']) {
    const qualification = { kind, number: '演示', validFrom: '2026-01-01', validTo: '2027-01-01', issuer: '演示局' };
    const { id } = await ok(app.authority.post(`/v1/parties/${partyId}/qualifications`, qualification));
    const withdrawal = { withdrawnOn: '2026-12-31', reason: '演示' };
    await ok(app.authority.post(`/v1/parties/${partyId}/qualifications/${id}/withdraw`, withdrawal));
  }
  return { ...laboratory, ...(await app.client({ subject: 'laboratory', partyId, roles: ['laboratory_operator'] })) };
}

async function license({ authority }: TestApp, { partyId }: Enterprise): Promise<void> {
  serial += 1;
  const body = { ...LICENCE, number: `演示证${serial}`, mode: 'recycling' };
  const { id } = await ok(authority.post(`/v1/parties/${partyId}/licences`, body));
  const change = (step: string) =>
    ok(authority.post(`/v1/parties/${partyId}/licences/${id}/${step}`, { reason: '演示', effectiveOn: '2026-03-01' }));
  await change('suspend');
  await change('reinstate');
}

/** Records of an organisation that no other may read: its vehicles, its suspensions. */
async function keep({ authority }: TestApp, { partyId }: Enterprise): Promise<void> {
  const permit = { permitNumber: `证${++serial}`, permitValidFrom: '2026-01-01', permitValidTo: '2027-01-01' };
  await ok(authority.post(`/v1/parties/${partyId}/vehicles`, { plate: `桂A1000${serial}`, ...permit }));
  await ok(authority.post(`/v1/parties/${partyId}/suspend`, { reason: '演示' }));
  await ok(authority.post(`/v1/parties/${partyId}/resume`, {}));
}

/** Decisions on loads to another province, one of them withdrawn, and exemptions, one of them ended. */
async function approve({ authority }: TestApp, from: Enterprise, to: Enterprise): Promise<void> {
  const [licence] = (await ok(authority.get(`/v1/parties/${to.partyId}/licences`))).items;
  for (const withdrawn of [true, false]) {
    const { id } = await ok(
      authority.post('/v1/approvals', {
        ...{ number: `演示批${++serial}`, consignorId: from.partyId, receiverId: to.partyId, licenceId: licence.id },
        ...{ quantities: [{ wasteCode: '900-052-31', massGrams: 100_000_000 }], treatmentMethods: ['R4'] },
        ...{ decidedOn: '2026-03-01', requestedUntil: '2026-12-31', legalBasis: '演示' },
      }),
    );
    if (withdrawn)
      await ok(authority.post(`/v1/approvals/${id}/withdraw`, { withdrawnOn: '2026-04-01', reason: '演示' }));
  }
  const list = { grantedBy: '演示名单', wasteCodes: ['900-052-31'], receivers: [to.uscc], validFrom: '2025-01-01' };
  const { id } = await ok(authority.post('/v1/transfer-exemptions', list));
  await ok(authority.post(`/v1/transfer-exemptions/${id}/end`, { endedOn: '2025-12-31', reason: '演示' }));
}

/** Reserves numbers of forms on paper for an organisation, and adds a photograph of its load. */
async function photograph(app: TestApp, one: Enterprise, id: string): Promise<void> {
  const block = { partyId: one.partyId, prefix: `预${++serial}-`, firstSerial: 1, lastSerial: 9, digits: 4 };
  await ok(app.authority.post('/v1/paper-numbers', block));
  const { json } = await uploadPicture(app, one, png(id), { type: 'image/png' });
  await ok(one.post(`/v1/manifests/${id}/photographs`, { fileIds: [json.id] }));
}

/** Two outages, both ended. */
async function declareOutages({ authority }: TestApp): Promise<void> {
  for (const system of ['national', 'provincial']) {
    const outage = { system, divisionCode: '45', startedAt: '2026-10-10T08:00:00+08:00', reason: '演示' };
    const { id } = await ok(authority.post('/v1/outages', outage));
    await ok(authority.post(`/v1/outages/${id}/end`, { endedAt: '2026-10-11T08:00:00+08:00' }));
  }
}

async function draft(from: Enterprise, by: Enterprise, to: Enterprise): Promise<string> {
  const { id: batchId } = await ok(
    from.post('/v1/batches', batchInput(from.siteId, { massGrams: 1_000_000, pieces: 60 })),
  );
  const line = { batchId, massGrams: 900_000, pieces: 50, packaging: 'pallet', packages: 1 };
  const named = { carrierId: by.partyId, receiverId: to.partyId };
  const sites = { consignorSiteId: from.siteId, receiverSiteId: to.siteId };
  return (await ok(from.post('/v1/manifests', { ...named, ...sites, lines: [line] }))).id;
}

/** Records a batch with a mistake and corrects it. */
async function correct(one: Enterprise): Promise<void> {
  const { id } = await ok(one.post('/v1/batches', batchInput(one.siteId)));
  await ok(one.post(`/v1/batches/${id}/corrections`, { reason: '演示', supplierName: '演示更正店' }));
}

type Load = { readonly from: Enterprise; readonly by: Enterprise; readonly to: Enterprise };

/** Takes a load from draft to its hand-over. */
async function leave(app: TestApp, { from, by, to }: Load): Promise<string> {
  const id = await draft(from, by, to);
  const step = (who: Enterprise, name: string, body = {}) => ok(who.post(`/v1/manifests/${id}/${name}`, body));
  await step(from, 'submit');
  const number = `2026450200${String(++serial).padStart(4, '0')}`;
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await app.deps.db.transaction((tx) => assignNumber(tx, app.deps, { actor, id, number, at: null }));
  await step(from, 'hand-over');
  return id;
}

/** Takes a load from draft to closed. */
async function load(app: TestApp, { from, by, to }: Load): Promise<string> {
  const id = await leave(app, { from, by, to });
  const step = (who: Enterprise, name: string, body = {}) => ok(who.post(`/v1/manifests/${id}/${name}`, body));
  await step(by, 'depart', { plates: ['桂A10001'], from: '南宁' });
  await step(to, 'arrive');
  const line = { line: 1, acceptedGrams: 900_000, acceptedPieces: 50, treatmentMethod: 'R4' };
  await step(to, 'accept', { lines: [line] });
  return id;
}

/** Makes every kind of record of a smelter. */
async function recycle(smelter: Enterprise, laboratory: Enterprise): Promise<void> {
  const { siteId } = smelter;
  const post = (path: string, body: object) => ok(smelter.post(`/v1${path}`, { ...body }));
  const what = { sourceKind: 'crude_lead', supplierName: '演示冶炼厂', massGrams: 1_000_000, receivedAt: AT };
  const bought = { ppm: 970_000, method: 'XRF', laboratory: '演示检测中心', sampledAt: AT };
  const { batchId } = await post('/supplies', { siteId, ...what, assay: bought });
  const { id: run } = await post('/runs', { siteId, startedAt: AT, process: 'smelting' });
  await post(`/runs/${run}/feeds`, { fedAt: AT, lines: [{ batchId, massGrams: 1_000_000 }] });
  const outputs = [
    { material: 'refined_lead', massGrams: 600_000 },
    { material: 'plastics_light', massGrams: 50_000 },
  ];
  const { batches } = await post(`/runs/${run}/outputs`, { yieldedAt: AT, outputs });
  const [made, plastics] = batches.map(({ id }: { id: string }) => id);
  const sale = { kind: 'sale', massGrams: 1_000, receiverName: '演示买方', contractNumber: 'C1', occurredAt: AT };
  await post(`/batches/${made}/dispositions`, sale);
  const finding = { ppm: 999_000, method: 'XRF', laboratory: '演示检测中心', sampledAt: AT };
  const certificateFileId = await upload(smelter, `certificate of ${made}`);
  await upload(smelter, `letter of ${made}`);
  const named = { ...finding, certificateNumber: `演示检${made}`, laboratoryId: laboratory.partyId };
  const { id: assay, certificateSha256 } = await post('/assays', { batchId: made, ...named, certificateFileId });
  const tested = { sampleMaterial: 'refined_lead', sampleMark: made, sampledOn: dayOf(new Date(AT)) };
  const issued = { answer: 'issued', certificateNumber: named.certificateNumber, certificateSha256, ppm: 999_000 };
  const statement = { ...issued, ...tested };
  await ok(laboratory.post(`/v1/assays/${assay}/confirmations`, statement));
  await post('/analyses', { ...named, basis: 'batch', batchId: plastics, substance: 'water', ppm: 20_000 });
  const use = { kind: 'use', use: 'raw-material', massGrams: 9_000, receiverName: '演示塑料厂', contractNumber: 'C2' };
  const { id: used } = await post(`/batches/${plastics}/dispositions`, { ...use, occurredAt: AT });
  const fileId = await upload(smelter, `proof of use of ${used}`);
  const proof = { number: `演示确${used}`, use: 'raw-material', massGrams: 9_000, confirmedOn: '2026-10-15', fileId };
  await post(`/dispositions/${used}/confirmations`, proof);
  await post('/stock-counts', { siteId, countedOn: '2026-09-30', countedBy: '演示员', lines: [] });
  await adjust(smelter);
  await post('/assessments', { period: '2026-09' });
  const air = { medium: 'air', leadGrams: 5, method: 'CEMS', monitoringPoint: 'DA001', occurredAt: AT };
  await post('/emissions', { siteId, ...air });
  const sample = { femtogramsPerCubicMetre: 5, oxygenBasisPoints: 5, cubicMetresPerHour: 5, celsius: 5 };
  const gas = { ...sample, moistureBasisPoints: 5, loadBasisPoints: 5 };
  await post('/dioxin-measurements', {
    ...{ siteId, outlet: 'DA001', furnace: '演示', pvcSeparated: true, technologyClass: '1', cmaNumber: '演示' },
    ...{ laboratory: '演示', method: '演示', nonDetectRule: 'zero', teqScheme: 'i_tef', samples: [gas, gas, gas] },
    ...{ operatingHours: 5, productGrams: 5, startedAt: '2026-01-01T08:00:00+08:00', sampledAt: AT },
  });
}

/** Observes the first stock count of a smelter. */
async function observe({ authority }: TestApp, { partyId }: Enterprise): Promise<void> {
  const { items } = await ok(authority.get('/v1/stock-counts?limit=200'));
  const count = items.find((one: { partyId: string }) => one.partyId === partyId);
  const seen = { observedOn: count.countedOn, observer: '演示局', reportNumber: '演示', lines: [SEEN] };
  await ok(authority.post(`/v1/stock-counts/${count.id}/observations`, seen));
}

const SEEN = { item: 'batteries', massGrams: 0 };

async function upload(one: Enterprise, text: string): Promise<string> {
  const type = { 'content-type': 'application/pdf' };
  return (await ok(one.post('/v1/files?name=a.pdf', `%PDF-1.7 ${text}`, type))).id;
}

/** Books a small difference that a count has found, and proposes a large one. */
async function adjust(smelter: Enterprise): Promise<void> {
  const { siteId } = smelter;
  const post = (path: string, body: object) => ok(smelter.post(`/v1${path}`, { ...body }));
  const occurredAt = '2026-10-02T12:00:00+08:00';
  const { id: batchId } = await post('/batches', batchInput(siteId, { massGrams: 500_000, pieces: 30, occurredAt }));
  for (const [countedOn, massGrams] of Object.entries({ '2026-10-02': 499_000, '2026-10-03': 400_000 })) {
    const lines = [{ item: 'batteries', massGrams, leadPpm: 600_000 }];
    const { id } = await post('/stock-counts', { siteId, countedOn, countedBy: '演示员', lines });
    const batches = [{ batchId, countedGrams: massGrams }];
    const said = { item: 'batteries', reasonCode: 'spill', reason: '演示搬运' };
    await post(`/stock-counts/${id}/adjustments`, { ...said, batches });
  }
}

/** Messages of other authorities, as the exchange stores them. */
async function exchange({ authority, issuerKey, database: { db } }: TestApp): Promise<void> {
  const { kid, publicJwk: jwk } = issuerKey;
  const keys = [{ kid, jwk, notBefore: '2026-01-01T00:00:00Z' }];
  for (const id of [randomUUID(), randomUUID()]) {
    await db.execute(sql`
      insert into imports (id, kind, mode, dry_run, actor, header, form, rows_total, created_at, touched_at)
      values (${id}, 'parties', 'all', false, '{}', '{}', '{}', 0, now(), now())`);
    await db.execute(sql`insert into import_parts (import_id, number, rows) values (${id}, 0, '[]')`);
  }
  for (const code of ['44', '46']) {
    const partner = { code, name: '演示省', kind: 'province', baseUrl: 'http://localhost:9', keys };
    await ok(authority.post('/v1/exchange/partners', partner));
  }
  await db.execute(sql`
    insert into exchange_inbox (sender, message_id, envelope, envelope_digest, outcome, received_at)
    select '44', gen_random_uuid(), '{}', repeat('0', 64), 'refused', now() from generate_series(1, 2)`);
  await db.execute(sql`
    insert into exchange_numbers (manifest_id, number, received_at, next_attempt_at)
    select id, '2026450300' || lpad(row_number() over ()::text, 4, '0'), now(), now() from manifests`);
  await db.execute(sql`
    insert into exchange_number_clashes (id, manifest_id, number, source, reason, noticed_at)
    select gen_random_uuid(), id, '20264503000001', '44', 'foreign_division', now() from manifests`);
  await db.execute(sql`
    insert into manifest_conflicts (id, manifest_id, version, step, source, reason, their_digest, their_document, recorded_at)
    select ${randomUUID()}, id, 1, 'submit', 'partner:44', 'digest-differs', digest, document, now() from manifests limit 1`);
}
