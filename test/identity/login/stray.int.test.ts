/** Pages of the authorisation server opened without a login in progress. */
import { expect, it } from 'vitest';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();

it.each([
  '/oidc/auth/x',
  `/oidc/auth/${'a'.repeat(43)}`,
  '/oidc/device/x',
  `/oidc/device/${'a'.repeat(43)}`,
  '/oidc/device/auth?grant_type=x',
  '/oidc/session/end/confirm',
])('opening %s without a login in progress shows an error page', async (path) => {
  for (const cookie of ['', '_session=x; _session.sig=y', '_resume=x', '=; a=%zz', `_session=${'a'.repeat(43)}`]) {
    const headers = { accept: 'text/html', 'accept-language': 'zh-CN', ...(cookie && { cookie }) };
    const answer = await fetch(server.it.url + path, { headers, redirect: 'manual' });
    const text = await answer.text();
    expect([400, 404, 405], `${answer.status} ${cookie} ${text.slice(0, 200)}`).toContain(answer.status);
  }
});

it('opening a page in the name of a client without a login in progress is an invalid request', async () => {
  const { json } = await server.it.post('/v1/clients', { name: 'ERP', roles: ['auditor'] });
  for (const path of ['/oidc/auth/x', '/oidc/auth/%00', '/oidc/device/x']) {
    const answer = await fetch(`${server.it.url}${path}?client_id=${json.id}&state=x&redirect_uri=`, {
      redirect: 'manual',
    });
    expect(answer.status, path).toBe(400);
  }
});
