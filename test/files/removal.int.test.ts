/** Bytes without a file: they never stay, and a file never loses its bytes to their removal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it, vi } from 'vitest';
import { collectWork } from '../../src/app.ts';
import { keepBytes, recordFile } from '../../src/files/service.ts';
import { type Enterprise, useApp } from '../app/fixture.ts';
import { download, pdf, sha256Of, upload } from './sample.ts';

const app = useApp();
let own: Enterprise;
beforeAll(async () => {
  own = await app.enterprise();
});

const stored = (sha256: string) => existsSync(join(app.filesFolder, 'stored', sha256.slice(0, 2), sha256));
const RULES = { accepted: [], retentionYears: 10 };
const sweep = () => {
  const found = collectWork(app.deps).sweeps.find(({ name }) => name === 'files');
  if (found === undefined) throw new Error('the sweep is missing');
  return found.pass();
};
const announcedBefore = (sha256: string, interval: string) =>
  app.database.db.execute(
    sql`update file_contents set announced_at = clock_timestamp() - ${interval}::interval where sha256 = ${sha256}`,
  );

/** Keeps bytes as an upload does that ends before its file is recorded. */
async function keepOnly(bytes: Buffer) {
  const incoming = await app.deps.fileStore.receive(Readable.from([bytes]), 1_000);
  await keepBytes(app.deps.db, app.deps, incoming);
  return { sha256: incoming.sha256, sizeBytes: incoming.sizeBytes, mediaType: 'application/pdf', name: 'a.pdf' };
}

it('removes bytes after a day when their file was never recorded, and no others', async () => {
  const young = await keepOnly(pdf('young'));
  const old = await keepOnly(pdf('old'));
  const { json: file } = await upload(app, own, pdf('recorded'));
  for (const { sha256 } of [old, file]) await announcedBefore(sha256, '25 hours');
  expect(await sweep()).toBe(1);
  expect([young, old, file].map(({ sha256 }) => stored(sha256))).toEqual([true, false, true]);
  expect(await sweep()).toBe(0);
  expect((await download(app, own, file.id)).status).toBe(200);
});

it('records no file whose bytes were removed meanwhile, or may be soon', async () => {
  const { actor } = {
    actor: { subject: 'user', roles: [], scopes: [], source: 'local', partyId: own.partyId } as const,
  };
  const record = (what: Awaited<ReturnType<typeof keepOnly>>) =>
    app.deps.db.transaction((tx) => recordFile(tx, app.deps, { actor, rules: RULES, upload: what }));
  const removed = await keepOnly(pdf('removed'));
  await announcedBefore(removed.sha256, '25 hours');
  await sweep();
  await expect(record(removed)).rejects.toMatchObject({ code: 'file-store-unreachable' });
  const slow = await keepOnly(pdf('slow'));
  await announcedBefore(slow.sha256, '13 hours');
  await expect(record(slow)).rejects.toMatchObject({ code: 'file-store-unreachable' });

  const { status, json } = await upload(app, own, pdf('removed'));
  expect([status, stored(json.sha256)]).toEqual([201, true]);
  expect((await download(app, own, json.id)).bytes.equals(pdf('removed'))).toBe(true);
});

it('keeps no file without bytes when the place of the bytes fails, and none without a row when the database does', async () => {
  const bytes = pdf('interrupted');
  const keep = vi.spyOn(app.deps.fileStore, 'keep').mockRejectedValueOnce(new Error('killed before the bytes'));
  expect((await upload(app, own, bytes)).status).toBe(500);
  keep.mockRestore();
  const count = async () =>
    (await app.database.db.execute(sql`select 1 from files where sha256 = ${sha256Of(bytes)}`)).rows.length;
  expect([await count(), stored(sha256Of(bytes))]).toEqual([0, false]);

  await app.database.owner.execute(
    sql`alter table files add constraint broken check (name <> 'interrupted.pdf') not valid`,
  );
  expect((await upload(app, own, bytes, { name: 'interrupted.pdf' })).status).toBe(500);
  await app.database.owner.execute(sql`alter table files drop constraint broken`);
  expect([await count(), stored(sha256Of(bytes))]).toEqual([0, true]);
  await announcedBefore(sha256Of(bytes), '25 hours');
  await sweep();
  expect([await count(), stored(sha256Of(bytes))]).toEqual([0, false]);
});
