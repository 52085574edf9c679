import { pino } from 'pino';
import { expect, it } from 'vitest';
import { callerOf } from '../../../src/platform/http/requests/caller.ts';
import { createHttp } from '../../../src/platform/http/server.ts';

const actor = {
  subject: 'mia',
  partyId: 'p-1',
  source: 'local',
  roles: ['enterprise_operator'],
  scopes: ['batches:read'],
} as const;

const http = createHttp({ authenticate: async () => actor, log: pino({ level: 'silent' }) });
http.get('/mine', { config: { scope: 'batches:read' } }, async (request) => callerOf(request));
http.get('/open', { config: { public: true } }, async (request) => callerOf(request));

it('returns the caller of a route that needs a token, with the scope and visibility of the request', async () => {
  const answer = await http.inject({ url: '/mine', headers: { authorization: 'Bearer x' } });
  expect(answer.json()).toEqual({
    actor,
    visibility: { of: 'party', partyId: 'p-1' },
    scope: 'batches:read',
    client: 'p-1/mia',
  });
});

it('fails on a public route, even when a token is sent', async () => {
  const answer = await http.inject({ url: '/open', headers: { authorization: 'Bearer x' } });
  expect(answer.statusCode).toBe(500);
});
