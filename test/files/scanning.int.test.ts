/** A scanner that is configured sees every file before it is acknowledged. */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from '../../src/app.ts';
import { createAuthenticate, issuerWithKeys } from '../../src/platform/auth/index.ts';
import { openFileStore } from '../../src/platform/file-store/index.ts';
import type { Http } from '../../src/platform/http/index.ts';
import { createMetrics } from '../../src/platform/operation/metrics.ts';
import { type Enterprise, ISSUER, useApp } from '../app/fixture.ts';
import { pdf, upload } from './sample.ts';

const app = useApp();
let own: Enterprise;
let http: Http;
let scanner: Server;
let seen: string[] = [];
let down = false;

beforeAll(async () => {
  own = await app.enterprise();
  scanner = createServer(async (request, response) => {
    const text = (await buffer(request)).toString();
    seen.push(text);
    if (down) return response.writeHead(500).end();
    const infected = text.includes('EICAR');
    response.end(JSON.stringify(infected ? { infected, threat: 'Eicar-Test-Signature' } : { infected }));
  });
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve));
  const address = scanner.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  const fileStore = openFileStore({
    folder: join(app.filesFolder, 'scanned'),
    scanner: { scanner: url, timeoutMs: 2_000 },
  });
  const authenticate = createAuthenticate(
    { issuers: [issuerWithKeys(ISSUER, [app.issuerKey.publicJwk])] },
    () => app.clock.now,
  );
  const { db, log } = app.deps;
  http = await createApi({ ...app.deps, fileStore }, { authenticate, log, metrics: createMetrics(db), checks: [] });
});
afterAll(async () => {
  await http.close();
  scanner.closeAllConnections();
  scanner.close();
});

const contents = async () =>
  (
    await app.database.db.execute(sql`select (select count(*) from files) as files,
    (select count(*) from file_contents) as contents`)
  ).rows;

it('refuses what the scanner finds, and keeps nothing of it', async () => {
  const before = await contents();
  const { status, json } = await upload({ http }, own, pdf('EICAR'));
  expect([status, json.code, json.threat]).toEqual([422, 'file-infected', 'Eicar-Test-Signature']);
  expect(await contents()).toEqual(before);
  expect(seen).toEqual([pdf('EICAR').toString()]);
});

it('is unavailable while the scanner is, keeps nothing, and takes the file under the same key later', async () => {
  const before = await contents();
  const headers = { 'idempotency-key': 'while-down' };
  down = true;
  const refused = await upload({ http }, own, pdf('clean'), { headers });
  expect([refused.status, refused.json.code, refused.headers['retry-after']]).toEqual([
    ...[503, 'file-scanner-unreachable', '1'],
  ]);
  expect(await contents()).toEqual(before);
  down = false;
  seen = [];
  expect((await upload({ http }, own, pdf('clean'), { headers })).status).toBe(201);
  expect((await upload({ http }, own, pdf('clean'), { headers })).status).toBe(201);
  expect(seen).toEqual([pdf('clean').toString()]);
});
