/** The second person of a reset: an administrator whose account did not come from the person. */
import { beforeEach, describe, expect, it } from 'vitest';
import { signToken } from '../../../src/platform/auth/index.ts';
import { newId } from '../../../src/platform/ids.ts';
import { ISSUER } from '../../app/fixture.ts';
import { afterLogin } from '../../app/login-token.ts';
import { useApplication } from '../people.ts';
import { stepsAt } from '../second-factor/enrolled.ts';
import { useTokenServer } from '../server.ts';

const server = useTokenServer();
const app = useApplication(server);
const { enrolled } = stepsAt({ server, app });
beforeEach(() => server.it.clearFailedAttempts());

const ROLES = ['administrator'] as const;
const claims = (subject: string) => ({ subject, roles: ROLES, ttlSeconds: 600 });
const tokenOf = (subject: string) => signToken(ISSUER, server.it.issuerKey, claims(subject), new Date(), newId());
const loggedIn = async (subject: string) => afterLogin(await tokenOf(subject), server.it.issuerKey);

let serial = 0;
async function registeredBy(token: string): Promise<string> {
  serial += 1;
  const draft = { personName: '钱管理', roles: ROLES, login: `administrator.${serial}` };
  const { status, json } = await server.it.post('/v1/people', draft, { token });
  expect(status).toBe(201);
  return json.id;
}

async function resetBy(subject: string, id: string) {
  const token = await loggedIn(subject);
  const { status, json } = await server.it.post(
    `/v1/people/${id}/second-factor-reset`,
    { reason: '手机丢失' },
    { token },
  );
  return [status, json.code];
}

describe('the reset of a second factor', () => {
  it('is refused to an administrator whom the person registered, at any distance', async () => {
    const { person } = await enrolled();
    const direct = await registeredBy(await loggedIn(person.id));
    const further = await registeredBy(await loggedIn(direct));
    for (const second of [direct, further]) {
      expect(await resetBy(second, person.id)).toEqual([403, 'second-person-dependent']);
    }
    const other = await registeredBy(await loggedIn('second'));
    expect(await resetBy(other, person.id)).toEqual([200, undefined]);
  });

  it('is refused to an administrator to whom the person gave a new password', async () => {
    const { person } = await enrolled();
    const other = await registeredBy(await loggedIn('second'));
    const token = await loggedIn(person.id);
    expect((await server.it.post(`/v1/people/${other}/password`, {}, { token })).status).toBe(200);
    expect(await resetBy(other, person.id)).toEqual([403, 'second-person-dependent']);
  });

  it('is refused to an administrator whom a system registered', async () => {
    const { person } = await enrolled();
    const { json: client } = await server.it.post('/v1/clients', { name: 'HR', roles: ROLES });
    const made = await registeredBy((await server.it.exchange(client)).json.access_token);
    expect(await resetBy(made, person.id)).toEqual([403, 'second-person-dependent']);
  });

  it('is done by the administrator who registered the person', async () => {
    const first = await registeredBy(await loggedIn('second'));
    const { person } = await enrolled();
    const token = await loggedIn(first);
    expect((await server.it.post(`/v1/people/${person.id}/password`, {}, { token })).status).toBe(200);
    expect(await resetBy(first, person.id)).toEqual([200, undefined]);
  });
});
