import { beforeAll, expect, it } from 'vitest';
import { answerApart } from '../../../src/platform/http/index.ts';
import { createHttp } from '../../../src/platform/http/serving.ts';
import { createLog } from '../../../src/platform/operation/log.ts';
import { openPrinter } from '../../../src/platform/print/index.ts';
import { readingRoutes } from '../../../src/recovery/readings/reading-routes.ts';
import { type Enterprise, useApp } from '../../app/fixture.ts';
import { plantOf } from '../plant.ts';

const app = useApp();
const MODULE = new URL('../../../src/recovery/readings/reading-routes.ts', import.meta.url);
let who: Enterprise;
let other: Enterprise;

beforeAll(async () => {
  app.clock.now = new Date('2026-11-02T04:00:00Z');
  const plant = plantOf(app);
  who = await plant.enterprise('recycler', ['recycling', 'transport']);
  other = await plant.enterprise('collection_point', ['collection', 'transport']);
  for (const day of [3, 5]) await plant.deliver({ who: other }, { who }, { tonnes: 10, day });
  await plant.countBoth(who);
  await app.follow();
});

/** Makes a server without routes, whose caller is a manager of an organisation. */
function httpFor(partyId: string) {
  const actor = {
    ...{ subject: 'reader', partyId, roles: ['enterprise_manager' as const], source: 'local' as const },
    scopes: ['recovery:read' as const],
  };
  return createHttp({ log: createLog({ level: 'silent', name: 'test' }), authenticate: async () => actor });
}

/** Asks in a process of its own, as a manager of an organisation. */
async function askApart(url: string, partyId: string) {
  const http = httpFor(partyId);
  http.addHook('preHandler', (request, reply) =>
    answerApart(app.deps, { request, reply }, { module: MODULE, name: readingRoutes.name }),
  );
  const printer = openPrinter();
  await http.register(readingRoutes({ ...app.deps, printer }), { prefix: '/v1' });
  const answer = await http.inject({ url, headers: { authorization: 'Bearer one', 'accept-language': 'en' } });
  await Promise.all([printer.close(), http.close()]);
  return answer;
}

it.each([
  '/v1/recovery/records?limit=1',
  '/v1/recovery/methods/lead-recovery/evaluation?',
  '/v1/recovery/methods/lead-recovery/records?limit=2',
  '/v1/recovery/comparison?',
  '/v1/recovery/fractions?',
])('answers %s in a process of its own as here', async (path) => {
  const url = `${path}&partyId=${who.partyId}&period=2026-10`.replace('?&', '?');
  const { status, json } = await who.get(url, { 'accept-language': 'en' });
  const apart = await askApart(url, who.partyId);
  expect(status).toBe(200);
  expect([apart.statusCode, apart.json()]).toEqual([200, json]);
});

it('sends files, and problems with their status', async () => {
  const question = `partyId=${who.partyId}&period=2026-10`;
  const report = await askApart(`/v1/recovery/report?${question}&format=pdf&language=en`, who.partyId);
  expect([report.statusCode, report.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(report.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  const cursor = Buffer.from(JSON.stringify('none')).toString('base64url');
  const bad = await askApart(`/v1/recovery/records?${question}&limit=1&cursor=${cursor}`, who.partyId);
  expect([bad.statusCode, bad.json().code]).toEqual([400, 'cursor-invalid']);
  const unseen = await askApart(`/v1/recovery/records?${question}&limit=1`, other.partyId);
  expect([unseen.statusCode, unseen.json().code]).toEqual([404, 'party-missing']);
});

/** Serves a sample route in its process, for callers who wait for a second or as long as they like. */
async function serveSample(name: 'endless' | 'connections', waitMs?: number) {
  const http = httpFor(who.partyId);
  const routes = { module: new URL('./sample-routes.ts', import.meta.url), name: 'sampleRoutes' };
  http.get(`/v1/${name}`, { config: { scope: 'recovery:read' } }, (request, reply) =>
    answerApart(app.deps, { request, reply }, routes, waitMs),
  );
  return { http, url: `${await http.listen({ host: '127.0.0.1', port: 0 })}/v1/${name}` };
}

const BEARER = { authorization: 'Bearer one' };

it('computes nothing more for a caller that has waited long enough, so that the next one is answered', async () => {
  const { http, url } = await serveSample('endless', 1_000);
  const late = await fetch(url, { headers: BEARER });
  expect([late.status, await late.json()]).toEqual([503, expect.objectContaining({ code: 'overloaded' })]);
  const next = await askApart(`/v1/recovery/records?partyId=${who.partyId}&period=2026-10&limit=1`, who.partyId);
  expect(next.statusCode).toBe(200);
  await http.close();
});

it('computes nothing more for a caller that went away', async () => {
  const { http, url } = await serveSample('endless');
  await expect(fetch(url, { headers: BEARER, signal: AbortSignal.timeout(1_000) })).rejects.toThrow('timeout');
  const next = await askApart(`/v1/recovery/records?partyId=${who.partyId}&period=2026-10&limit=1`, who.partyId);
  expect(next.statusCode).toBe(200);
  await http.close();
});

it('reads on two connections of one snapshot, under row-level security', async () => {
  const { http, url } = await serveSample('connections');
  const answer = await (await fetch(url, { headers: BEARER })).json();
  expect(answer).toEqual({ connections: 2, roles: ['leadloop_request', 'leadloop_request'] });
  await http.close();
});
