/** Uploading and reading files over HTTP. */
import { randomUUID } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../app/fixture.ts';
import { digestOf, download, pdf, png, sha256Of, upload } from './sample.ts';

const app = useApp();
let own: Enterprise;
let other: Enterprise;
beforeAll(async () => {
  own = await app.enterprise({ kind: 'recycler' });
  other = await app.enterprise({ kind: 'recycler' });
});

const stored = (sha256: string) => join(app.filesFolder, 'stored', sha256.slice(0, 2), sha256);
const filesIn = async (folder: string) =>
  (await readdir(join(app.filesFolder, folder), { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );

async function count(table: string, where = 'true'): Promise<number> {
  const { rows } = await app.database.db.execute<{ found: number }>(
    sql.raw(`select count(*)::int as found from ${table} where ${where}`),
  );
  return rows[0]?.found ?? 0;
}

describe('uploading', () => {
  it('stores a file with its data, and shows both again', async () => {
    const bytes = pdf('first');
    const { status, json, headers } = await upload(app, own, bytes, {
      name: '  检测报告　2026-1008.pdf ',
      headers: { 'content-digest': digestOf(bytes) },
    });
    expect([status, headers.location]).toEqual([201, `/v1/files/${json.id}`]);
    expect(json).toEqual({
      ...{ id: json.id, sha256: sha256Of(bytes), sizeBytes: bytes.length, mediaType: 'application/pdf' },
      ...{ name: '检测报告 2026-1008.pdf', partyId: own.partyId, uploadedBy: 'user-1', records: [] },
      ...{ recordedAt: '2026-10-15T04:00:00.000Z', retainedUntil: '2036-10-15' },
    });
    expect((await own.get(`/v1/files/${json.id}`)).json).toEqual(json);
    const content = await download(app, own, json.id);
    expect([content.status, content.bytes.equals(bytes)]).toEqual([200, true]);
    expect(content.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      etag: `"${sha256Of(bytes)}"`,
      'content-disposition':
        'attachment; filename="_ 2026-1008.pdf"; filename*=UTF-8\'\'%E6%A3%80%E6%B5%8B%E6%8A%A5%E5%91%8A%202026-1008.pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
    const held = await download(app, own, json.id, { 'if-none-match': `W/"x", "${sha256Of(bytes)}"` });
    expect([held.status, held.bytes.length]).toEqual([304, 0]);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('records the fact in the transaction of the file, without its name', async () => {
    const { json } = await upload(app, own, pdf('fact'));
    const { rows } = await app.database.db.execute(
      sql`select kind, payload from journal_entries where subject = ${`file:${json.id}`}`,
    );
    const { id, partyId, sha256, sizeBytes, mediaType, retainedUntil } = json;
    expect(rows).toEqual([
      { kind: 'file.stored', payload: { id, partyId, sha256, sizeBytes, mediaType, retainedUntil } },
    ]);
  });

  it('answers a repetition with the same file, and refuses another content or name under its key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const first = await upload(app, own, pdf('again'), { headers });
    const again = await upload(app, own, pdf('again'), { headers });
    expect([again.status, again.json, again.headers['idempotency-replayed']]).toEqual([201, first.json, 'true']);
    for (const [bytes, name] of [
      [pdf('changed'), '检测报告.pdf'],
      [pdf('again'), 'other.pdf'],
    ] as const) {
      const reused = await upload(app, own, bytes, { headers, name });
      expect([reused.status, reused.json.code]).toEqual([422, 'idempotency-key-reused']);
    }
  });

  it('stores the same content once, sent fifty times at once by two organisations', async () => {
    const bytes = pdf('fifty');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) => upload(app, at % 2 === 0 ? own : other, bytes)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(2);
    expect(await count('files', `sha256 = '${sha256Of(bytes)}'`)).toBe(2);
    expect(await count('file_contents', `sha256 = '${sha256Of(bytes)}'`)).toBe(1);
    expect((await filesIn('stored')).filter(({ name }) => name === sha256Of(bytes))).toHaveLength(1);
    expect(await filesIn('incoming')).toEqual([]);
    const ids = [...new Set(answers.map(({ json }) => `'file:${json.id}'`))];
    expect(await count('journal_entries', `subject in (${ids.join(',')})`)).toBe(2);
  });

  it.each([
    ['an unknown type', Buffer.from('<html>'), { type: 'text/html' }, 415, 'file-type-not-accepted'],
    ['no type', pdf('x'), { type: '' }, 415, 'content-type-unsupported'],
    ['an empty file', Buffer.alloc(0), {}, 422, 'file-empty'],
    ['content of another type', png('x'), {}, 422, 'file-content-differs'],
    ['content of no known type', Buffer.from('<script>'), {}, 422, 'file-content-differs'],
    ['another digest', pdf('x'), { headers: { 'content-digest': digestOf(pdf('y')) } }, 422, 'file-digest-differs'],
    ['an unreadable digest', pdf('x'), { headers: { 'content-digest': 'abc' } }, 400, 'request-invalid'],
    ['an unusable name', pdf('x'), { name: ' ' }, 400, 'request-invalid'],
    ['a name on two lines', pdf('x'), { name: 'a\nb' }, 400, 'request-invalid'],
    ['too many bytes', png('x'.repeat(10 * 1024 * 1024)), { type: 'image/png' }, 413, 'body-too-large'],
  ])('refuses %s, and keeps nothing', async (_, bytes, options, status, code) => {
    const before = [await count('files'), await count('file_contents'), (await filesIn('stored')).length];
    const answer = await upload(app, own, bytes, options);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect([await count('files'), await count('file_contents'), (await filesIn('stored')).length]).toEqual(before);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('needs a key, and an organisation that may work', async () => {
    const answer = await app.http.inject({
      ...{ method: 'POST', url: '/v1/files?name=a.pdf', payload: pdf('x') },
      headers: { authorization: `Bearer ${own.token}`, 'content-type': 'application/pdf' },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'idempotency-key-missing']);
    const stopped = await app.enterprise();
    await app.authority.post(`/v1/parties/${stopped.partyId}/suspend`, { reason: '演示' });
    expect((await upload(app, stopped, pdf('stopped'))).json.code).toBe('party-not-active');
  });
});

describe('reading', () => {
  it('shows a file without a record to its own organisation alone', async () => {
    const { json } = await upload(app, own, pdf('private'));
    const city = await app.client({ subject: 'city', roles: ['city_regulator'], division: '4501' });
    for (const reader of [other, app.authority, city]) {
      expect((await reader.get(`/v1/files/${json.id}`)).json.code).toBe('file-missing');
      expect((await download(app, reader, json.id)).status).toBe(404);
    }
  });

  it.each([
    ['changed', (path: string) => writeFile(path, pdf('forged'))],
    ['cut off', (path: string) => writeFile(path, '')],
    ['gone', (path: string) => rm(path)],
  ])('serves no byte of a file whose bytes are %s, names it, and is repaired by the same file', async (state, harm) => {
    const bytes = pdf(`damaged ${state}`);
    const { json } = await upload(app, own, bytes);
    await harm(stored(json.sha256));
    const answer = await download(app, own, json.id);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      503,
      expect.objectContaining({ code: 'file-damaged', id: json.id, sha256: json.sha256 }),
    ]);
    expect(await count('file_contents', `sha256 = '${json.sha256}' and damaged_at is not null`)).toBe(1);
    const again = await upload(app, own, bytes);
    expect(again.json.id).toBe(json.id);
    expect((await download(app, own, json.id)).bytes.equals(bytes)).toBe(true);
    expect(await count('file_contents', 'damaged_at is not null')).toBe(0);
  });
});

it('has no route that changes or removes a file', async () => {
  const { json } = await upload(app, own, pdf('permanent'));
  for (const method of ['DELETE', 'PUT', 'PATCH'] as const) {
    const answer = await app.http.inject({
      ...{ method, url: `/v1/files/${json.id}` },
      headers: { authorization: `Bearer ${own.token}` },
    });
    expect(answer.statusCode).toBe(405);
  }
  for (const statement of ['delete from files', "update files set name = 'x'", 'truncate file_records']) {
    await expect(app.database.db.execute(sql.raw(statement))).rejects.toThrow();
  }
});
