/** Uploads and downloads over real connections: cut off, too long, read slowly. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { type Enterprise, useApp } from '../app/fixture.ts';
import { upload } from './sample.ts';

const app = useApp();
let own: Enterprise;
let port: number;
beforeAll(async () => {
  own = await app.enterprise();
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  port = (app.http.server.address() as AddressInfo).port;
});

const HEAD = Buffer.from('%PDF-1.7\n');

function begin(headers: Record<string, string | number> = {}): ClientRequest {
  const authorization = `Bearer ${own.token}`;
  const usual = { authorization, 'content-type': 'application/pdf', 'idempotency-key': randomUUID() };
  return request({ port, method: 'POST', path: '/v1/files?name=a.pdf', headers: { ...usual, ...headers } });
}

const answerOf = (sent: ClientRequest) =>
  new Promise<IncomingMessage>((resolve, reject) => sent.once('response', resolve).once('error', reject));
const incoming = () => readdir(join(app.filesFolder, 'incoming')).catch(() => []);
const rows = async () => (await app.database.db.execute(sql`select 1 from file_contents`)).rows.length;

it('answers a body that is too long, of which no length was announced, and keeps nothing', async () => {
  const before = await rows();
  const sent = begin();
  const answering = answerOf(sent);
  sent.write(HEAD);
  for (let megabytes = 0; megabytes < 22; megabytes++) sent.write(randomBytes(1_048_576));
  sent.end();
  const answer = await answering;
  expect([answer.statusCode, JSON.parse((await buffer(answer)).toString())]).toEqual([
    413,
    expect.objectContaining({ code: 'body-too-large', limitBytes: 20_971_520 }),
  ]);
  expect([await rows(), await incoming()]).toEqual([before, []]);
});

it('keeps nothing of a file whose sender breaks off', async () => {
  const before = await rows();
  const sent = begin({ 'content-length': 1_000_000 });
  sent.once('error', () => undefined);
  sent.write(Buffer.concat([HEAD, randomBytes(100_000)]));
  while ((await incoming()).length === 0) await sleep(5);
  sent.destroy();
  while ((await incoming()).length > 0) await sleep(5);
  expect(await rows()).toBe(before);
});

it('sends a large file whole to a slow reader, and holds nothing after one that breaks off', async () => {
  const bytes = Buffer.concat([HEAD, randomBytes(8_000_000)]);
  const { json } = await upload(app, own, bytes);
  const get = (method: 'GET' | 'HEAD') =>
    request({
      port,
      method,
      path: `/v1/files/${json.id}/content`,
      headers: { authorization: `Bearer ${own.token}` },
    }).end();
  const chunks: Buffer[] = [];
  for await (const chunk of await answerOf(get('GET'))) {
    chunks.push(chunk);
    if (chunks.length < 20) await sleep(2);
  }
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);

  const broken = get('GET');
  const answer = await answerOf(broken);
  await new Promise((resolve) => answer.once('data', resolve));
  broken.destroy();
  const head = await answerOf(get('HEAD'));
  expect([head.statusCode, head.headers['content-length']]).toEqual([200, String(bytes.length)]);
  expect(await incoming()).toEqual([]);
});
