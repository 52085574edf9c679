/** Certificates of assays: files that belong to them, and their readers. */
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Enterprise, useApp } from '../../app/fixture.ts';
import { download, pdf, sha256Of, upload } from '../../files/sample.ts';

const app = useApp();
const FINDING = { ppm: 580_000, method: 'XRF', laboratory: '演示检测中心', sampledAt: '2026-10-14T10:00:00+08:00' };
let own: Enterprise;
let other: Enterprise;
let near: Client;
let far: Client;

beforeAll(async () => {
  own = await app.enterprise({ kind: 'recycler', division: '450100' });
  other = await app.enterprise({ kind: 'recycler', division: '450200' });
  near = await app.client({ subject: 'near', roles: ['city_regulator'], division: '4501' });
  far = await app.client({ subject: 'far', roles: ['city_regulator'], division: '4502' });
});

/** An assay of another subject each time. */
const KINDS = ['starter', 'traction', 'stationary', null];
let serial = 0;
async function assay(who: Enterprise, certificate: object) {
  const { status, json } = await who.post('/v1/assays', {
    ...{ basis: 'declared_default', batteryKind: KINDS[serial++ % KINDS.length], ...FINDING },
    ...certificate,
  });
  return { status, json };
}

describe('a certificate', () => {
  it('is read by all who may see the assay, and by no others', async () => {
    const bytes = pdf('certificate');
    const { json: file } = await upload(app, own, bytes);
    for (const reader of [app.authority, near]) expect((await download(app, reader, file.id)).status).toBe(404);

    const { status, json } = await assay(own, { certificateFileId: file.id });
    expect([status, json.certificateFileId, json.certificateSha256]).toEqual([201, file.id, sha256Of(bytes)]);
    expect((await own.get(`/v1/assays/${json.id}`)).json).toMatchObject(json);

    for (const reader of [own, app.authority, near]) {
      expect((await reader.get(`/v1/files/${file.id}`)).json.records).toEqual([{ kind: 'assay', id: json.id }]);
      expect((await download(app, reader, file.id)).bytes.equals(bytes)).toBe(true);
    }
    for (const reader of [other, far]) {
      expect((await reader.get(`/v1/files/${file.id}`)).json.code).toBe('file-missing');
      expect((await download(app, reader, file.id)).status).toBe(404);
    }
    const { rows } = await app.database.db.execute<{ kind: string; payload: { record?: string } }>(
      sql`select kind, payload from journal_entries where subject = ${`file:${file.id}`} order by number`,
    );
    expect(rows.map(({ kind, payload }) => [kind, payload.record])).toEqual([
      ['file.stored', undefined],
      ['file.attached', `assay:${json.id}`],
    ]);
  });

  it('is found by its content, and may belong to several assays', async () => {
    const bytes = pdf('of two samples');
    const { json: file } = await upload(app, own, bytes);
    const first = await assay(own, { certificateSha256: sha256Of(bytes) });
    const second = await assay(own, { certificateFileId: file.id, certificateSha256: sha256Of(bytes) });
    expect([first.json.certificateFileId, second.json.certificateFileId]).toEqual([file.id, file.id]);
    const records = [first.json.id, second.json.id].map((id) => ({ kind: 'assay', id }));
    expect((await app.authority.get(`/v1/files/${file.id}`)).json.records).toEqual(records);
  });

  it('belongs to the assay of a supply as well', async () => {
    const { json: file } = await upload(app, own, pdf('of a supply'));
    const supply = { sourceKind: 'crude_lead', supplierName: '演示冶炼厂', massGrams: 1_000_000 };
    const receivedAt = '2026-10-14T10:00:00+08:00';
    const body = { siteId: own.siteId, ...supply, receivedAt, assay: { ...FINDING, certificateFileId: file.id } };
    expect((await own.post('/v1/supplies', body)).status).toBe(201);
    expect((await app.authority.get(`/v1/files/${file.id}`)).json.records).toHaveLength(1);
  });

  it('stays a statement without a file, as before', async () => {
    const { status, json } = await assay(other, { certificateSha256: sha256Of(pdf('elsewhere')) });
    expect([status, json.certificateFileId, json.certificateSha256]).toEqual([201, null, sha256Of(pdf('elsewhere'))]);
  });

  it('is refused when it is unknown, of another organisation, or another file, and nothing is recorded', async () => {
    const count = async () => (await app.database.db.execute(sql`select count(*) from assays`)).rows;
    const before = await count();
    const { json: theirs } = await upload(app, own, pdf('theirs'));
    const { json: ours } = await upload(app, other, pdf('ours'));
    for (const [certificate, status, code] of [
      [{ certificateFileId: '01999999-0000-7000-8000-000000000001' }, 404, 'certificate-missing'],
      [{ certificateFileId: theirs.id }, 404, 'certificate-missing'],
      [{ certificateFileId: ours.id, certificateSha256: 'b'.repeat(64) }, 422, 'certificate-differs'],
    ] as const) {
      const answer = await assay(other, certificate);
      expect([answer.status, answer.json.code]).toEqual([status, code]);
    }
    expect(await count()).toEqual(before);
  });
});
