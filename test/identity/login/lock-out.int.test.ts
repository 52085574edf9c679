/** Rate limits at the login pages: one process counts in addition to the database. */
import { beforeEach, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { asking, logInto, settled, useApplication } from '../people.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer({
  ...{ clientRate: 0, addressRate: 0, badTokens: 12, badSecrets: 4, tokenRate: 0 },
  ...{ loopDelayMs: 0, waitingMax: 0, waitMaxMs: 0 },
});
const app = useApplication(server);
beforeEach(() => server.it.clearFailedAttempts());

it('wrong passwords from one address count like wrong secrets, right ones do not', async () => {
  const person = await settled(server.it);
  const tried = (password: string) =>
    logInto(openBrowser(server.it.url), asking(server.it, app.id).url, { ...person, password });
  for (let times = 0; times < 6; times++) expect((await tried(person.password)).status).toBe(303);
  const statuses: number[] = [];
  // A slow machine needs more of them, because the address regains one try each five seconds.
  for (let times = 0; times < 60 && statuses.at(-1) !== 429; times++) {
    await server.it.clearFailedAttempts();
    const login = await openBrowser(server.it.url).visit(asking(server.it, app.id).url);
    expect(login.headers.get('content-type')).toContain('text/html');
    statuses.push(login.status === 429 ? 429 : (await tried('wrong')).status);
  }
  expect(statuses.slice(0, 8)).toEqual(Array(8).fill(401));
  expect(statuses.at(-1)).toBe(429);
  const page = await openBrowser(server.it.url, { language: 'zh' }).visit(`/oidc/interaction/x`);
  expect([page.status, page.headers.get('problem-code')]).toEqual([429, 'credentials-blocked']);
  expect(page.headers.get('x-frame-options')).toBe('DENY');
  expect((await server.it.send('/oidc/token', { method: 'POST', body: new URLSearchParams() })).json.code).toBe(
    'credentials-blocked',
  );
});
