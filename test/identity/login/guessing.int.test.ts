/** Guessing of client secrets at the token endpoint. */
import { beforeAll, expect, it } from 'vitest';
import { useTokenServer } from '../server.ts';

const server = useTokenServer({
  ...{ clientRate: 0, addressRate: 0, badTokens: 12, badSecrets: 4, tokenRate: 3 },
  ...{ loopDelayMs: 0, waitingMax: 0, waitMaxMs: 0 },
});
let known: { id: string; secret: string };
let guessed: { id: string; secret: string };

beforeAll(async () => {
  const register = async (name: string) => {
    const { json, status } = await server.it.post('/v1/clients', { name, roles: ['auditor'] });
    if (status !== 201) throw new Error(JSON.stringify(json));
    return { id: json.id, secret: json.secret };
  };
  [known, guessed] = [await register('known'), await register('guessed')];
});

it('wrong secrets block one client, not others, until the address itself is blocked', async () => {
  expect((await server.it.exchange(known)).status).toBe(200);
  const guess = () => server.it.exchange({ ...guessed, secret: 'guess' });
  const answers = await Promise.all(Array.from({ length: 10 }, guess));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(4).fill(401), ...Array(6).fill(429)]);
  const blocked = await server.it.exchange(guessed);
  expect([blocked.status, blocked.json.code]).toEqual([429, 'credentials-blocked']);
  expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(5);
  expect((await server.it.exchange(known)).status).toBe(200);
  // Other addresses cannot block a client at an address where it is known; more guesses from there block the address.
  const wrong = { ...known, secret: 'wrong' };
  const more = await Promise.all(Array.from({ length: 20 }, () => server.it.exchange(wrong)));
  expect(more.filter(({ status }) => status === 401)).toHaveLength(8);
  expect((await server.it.exchange(known)).json.code).toBe('credentials-blocked');
  expect((await server.it.get('/v1/parties')).status, 'a token known to be good').toBe(200);
});
