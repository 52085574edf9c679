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

/** Asks in a process of its own, as a manager of an organisation. */
async function askApart(url: string, partyId: string) {
  const actor = {
    ...{ subject: 'reader', partyId, roles: ['enterprise_manager' as const], source: 'local' as const },
    scopes: ['recovery:read' as const],
  };
  const http = createHttp({ log: createLog({ level: 'silent', name: 'test' }), authenticate: async () => actor });
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
