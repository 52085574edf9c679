/** Pages of the authorisation server opened without a login in progress. */
import { expect, it } from 'vitest';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();

it.each([
  ['/oidc/auth/x', 400],
  [`/oidc/auth/${'a'.repeat(43)}`, 400],
  ['/oidc/device/x', 400],
  [`/oidc/device/${'a'.repeat(43)}`, 400],
  ['/oidc/device/auth?grant_type=x', 400],
  ['/oidc/session/end/confirm', 404],
])('opening %s without a login in progress is answered with %i, whatever the cookie', async (path, status) => {
  for (const cookie of ['', '_session=x; _session.sig=y', '_resume=x', '=; a=%zz', `_session=${'a'.repeat(43)}`]) {
    const headers = { accept: 'text/html', 'accept-language': 'zh-CN', ...(cookie && { cookie }) };
    const answer = await fetch(server.it.url + path, { headers, redirect: 'manual' });
    const text = await answer.text();
    expect(answer.status, `${cookie} ${text.slice(0, 200)}`).toBe(status);
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
