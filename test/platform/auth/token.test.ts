import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  type Authenticate,
  createAuthenticate,
  issuerWithKeys,
  type KeyPair,
  type Origin,
  type RefuseToken,
  signToken,
} from '../../../src/platform/auth/index.ts';
import { ISSUER, makeKey } from '../../app/fixture.ts';

const NOW = new Date('2026-10-15T04:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const PARTY = '01999999-0000-7000-8000-00000000000a';
const GRANT = {
  ...{ subject: 'someone', roles: ['enterprise_operator'] as const, partyId: PARTY },
  ...{ scopes: ['batches:read', 'batches:write'], ttlSeconds: 60 },
};

let key: KeyPair;
let authenticate: Authenticate;
let now = NOW;
let revoked: string | undefined;
let refuses: RefuseToken = () => false;

beforeAll(async () => {
  key = await makeKey();
  authenticate = createAuthenticate(
    {
      issuers: [issuerWithKeys(ISSUER, [key.publicJwk])],
      isRevoked: (client) => client === revoked,
      refusal: () => refuses,
    },
    () => now,
  );
});

type Forged = { claims?: JWTPayload; header?: Record<string, string>; by?: KeyPair; without?: string };

/** A token that is valid except for the change. */
async function forge({ claims = {}, header = {}, by = key, without }: Forged = {}): Promise<string> {
  const all = {
    iss: ISSUER.issuer,
    aud: ISSUER.audience,
    sub: 'someone',
    client_id: 'someone',
    jti: '1',
    scope: 'a b',
  };
  const payload = { ...all, iat: SECONDS, exp: SECONDS + 60, ...claims };
  const kept = Object.fromEntries(Object.entries(payload).filter(([name]) => name !== without));
  return new SignJWT(kept)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header })
    .sign(by.privateKey);
}

async function refusal(authorization: string | undefined): Promise<unknown> {
  try {
    await authenticate(authorization);
    return 'accepted';
  } catch (error) {
    return error instanceof Problem
      ? [error.facts.reason ?? error.code, error.facts.claim].filter(Boolean).join(' ')
      : error;
  }
}

describe('a token', () => {
  it('names the actor, its organisation and its scopes', async () => {
    const token = await signToken(ISSUER, key, GRANT, NOW, 'jti');
    const { ttlSeconds: _, ...granted } = GRANT;
    const actor = { ...granted, source: 'local' };
    expect(await authenticate(`Bearer ${token}`)).toEqual(actor);
    expect(await authenticate(`bearer ${token}`)).toEqual(actor);
  });

  it('of a person who has logged in says so, and has another client than its subject', async () => {
    const token = await signToken(ISSUER, key, { ...GRANT, loggedIn: true }, NOW, 'jti');
    expect(await authenticate(`Bearer ${token}`)).toMatchObject({ subject: GRANT.subject, loggedIn: true });
  });

  it.each<[string, JWTPayload, true | undefined]>([
    ['that a person got by a login', { client_id: 'app', amr: ['pwd'] }, true],
    ['of another issuer that names the time of the login alone', { client_id: 'app', auth_time: SECONDS }, true],
    ['of a machine to which an issuer gives a login at 0', { client_id: 'app', auth_time: 0 }, undefined],
    ['of a login after the token', { client_id: 'app', auth_time: SECONDS + 3_600 }, undefined],
    ['of a machine', {}, undefined],
    ['of a machine that names methods', { amr: ['pwd'] }, undefined],
    ['for a person without a login', { client_id: 'app' }, undefined],
    ['with unreadable methods', { client_id: 'app', amr: 'pwd', auth_time: 'now' }, undefined],
    ['with no methods', { client_id: 'app', amr: [] }, undefined],
  ])('%s says whether a person logged in', async (_, claims, loggedIn) => {
    expect((await authenticate(`Bearer ${await forge({ claims })}`)).loggedIn).toBe(loggedIn);
  });

  it('of an authority names no organisation', async () => {
    const { partyId: _, ...grant } = GRANT;
    const actor = await authenticate(`Bearer ${await signToken(ISSUER, key, grant, NOW, 'jti')}`);
    expect('partyId' in actor).toBe(false);
  });

  it('names the city for which it acts, and gives no scope for unknown roles', async () => {
    const grant = { ...GRANT, partyId: undefined, division: '4501', roles: ['city_regulator'] } as const;
    const actor = await authenticate(`Bearer ${await signToken(ISSUER, key, grant, NOW, 'jti')}`);
    expect(actor).toMatchObject({ division: '4501', roles: ['city_regulator'] });
    const forged = await authenticate(`Bearer ${await forge({ claims: { roles: ['toString', 'auditor', 'king'] } })}`);
    expect(forged.roles).toEqual(['auditor']);
    expect(await refusal(`Bearer ${await forge({ claims: { roles: 'auditor' } })}`)).not.toBe('accepted');
    expect(await refusal(`Bearer ${await forge({ claims: { division: '450' } })}`)).not.toBe('accepted');
  });

  it('made by hand is accepted when nothing is changed', async () => {
    expect(await refusal(`Bearer ${await forge()}`)).toBe('accepted');
  });

  it.each<[string, Forged, string]>([
    ['expired', { claims: { exp: SECONDS - 11 } }, 'token-expired'],
    ['issued in the future', { claims: { iat: SECONDS + 11 } }, 'token-not-yet-valid'],
    ['not valid yet', { claims: { nbf: SECONDS + 11 } }, 'token-not-yet-valid'],
    ['for another audience', { claims: { aud: 'other' } }, 'token-audience-wrong'],
    ['of another issuer', { claims: { iss: 'other' } }, 'token-issuer-wrong'],
    ['of another type', { header: { typ: 'JWT' } }, 'claim-refused typ'],
    ['for an organisation that is no id', { claims: { party_id: 'me' } }, 'not-of-this-service'],
    ['for an empty subject', { claims: { sub: '' } }, 'not-of-this-service'],
    ['of an unknown key', { header: { kid: 'other' } }, 'token-key-unknown'],
    ...['exp', 'iat', 'sub', 'jti', 'client_id', 'aud', 'iss'].map((without): [string, Forged, string] => [
      `without ${without}`,
      { without },
      `claim-refused ${without}`,
    ]),
  ])('%s is refused', async (_, forged, reason) => {
    expect(await refusal(`Bearer ${await forge(forged)}`)).toBe(reason);
  });

  it.each<[string, Forged]>([
    ['a little late', { claims: { exp: SECONDS - 9 } }],
    ['a little early', { claims: { iat: SECONDS + 9, nbf: SECONDS + 9 } }],
    ['without a scope', { without: 'scope' }],
  ])('%s is accepted', async (_, forged) => {
    expect(await refusal(`Bearer ${await forge(forged)}`)).toBe('accepted');
  });

  it('signed by another key under our name is refused', async () => {
    expect(await refusal(`Bearer ${await forge({ by: await makeKey() })}`)).toBe('token-signature-wrong');
  });

  it('whose payload was changed after signing is refused', async () => {
    const [header, payload, signature] = (await forge()).split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const richer = Buffer.from(JSON.stringify({ ...claims, scope: 'oversight:read' })).toString('base64url');
    expect(await refusal(`Bearer ${header}.${richer}.${signature}`)).toBe('token-signature-wrong');
  });

  it('of another algorithm is refused, and so is one of none', async () => {
    const { privateKey } = await generateKeyPair('ES384');
    const claims = { sub: 's', iat: SECONDS, exp: SECONDS + 60 };
    const other = await new SignJWT(claims).setProtectedHeader({ alg: 'ES384', typ: 'at+jwt' }).sign(privateKey);
    const shared = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })
      .sign(new TextEncoder().encode(JSON.stringify(key.publicJwk)));
    expect(await refusal(`Bearer ${other}`)).toBe('token-algorithm-refused');
    expect(await refusal(`Bearer ${shared}`)).toBe('token-algorithm-refused');
    expect(await refusal(`Bearer ${new UnsecuredJWT(claims).encode()}`)).toBe('token-algorithm-refused');
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer a b', 'Bearer ..', 'Bearer é', 'xxx'])(
    'that cannot be read from the header %s is rejected',
    async (header) => {
      const reason = await refusal(header);
      expect(reason).not.toBe('accepted');
      expect(typeof reason).toBe('string');
    },
  );

  it('that was accepted once is refused when it has expired', async () => {
    const token = `Bearer ${await forge()}`;
    expect(await refusal(token)).toBe('accepted');
    now = new Date(NOW.getTime() + 71_000);
    expect(await refusal(token)).toBe('token-expired');
    now = NOW;
  });

  it('that was accepted once is refused after its revocation, which is checked once for each list', async () => {
    const token = `Bearer ${await forge({ claims: { login_grant: 'g', roles_version: 3 } })}`;
    const asked: Origin[] = [];
    const asking = (answer: boolean) => (origin: Origin) => {
      asked.push(origin);
      return answer;
    };
    refuses = asking(false);
    expect([await refusal(token), await refusal(token)]).toEqual(['accepted', 'accepted']);
    refuses = asking(true);
    expect([await refusal(token), await refusal(token)]).toEqual(['token-revoked', 'token-revoked']);
    refuses = asking(false);
    expect(await refusal(token)).toBe('accepted');
    const origin = { jti: '1', subject: 'someone', grant: 'g', rolesVersion: 3 };
    expect(asked).toEqual([origin, origin, origin]);
    refuses = () => false;
  });

  it('may say anything else by the names of our claims', async () => {
    expect(await refusal(`Bearer ${await forge({ claims: { login_grant: 7, roles_version: 'x' } })}`)).toBe('accepted');
  });

  it('that was accepted once is refused when its client is revoked', async () => {
    const token = `Bearer ${await forge()}`;
    expect(await refusal(token)).toBe('accepted');
    revoked = 'someone';
    expect(await refusal(token)).toBe('client-revoked');
    revoked = undefined;
  });

  it('is verified by the keys of the issuer it names, and by no others', async () => {
    const [ours, theirs] = [key, await makeKey()];
    const other = { ...ISSUER, issuer: 'https://other.test' };
    const both = createAuthenticate(
      { issuers: [issuerWithKeys(ISSUER, [ours.publicJwk]), issuerWithKeys(other, [theirs.publicJwk])] },
      () => now,
    );
    const grant = { ...GRANT, subject: 'them' };
    expect(await both(`Bearer ${await signToken(other, theirs, grant, NOW, 'jti')}`)).toMatchObject({
      subject: 'them',
    });
    const crossed = both(`Bearer ${await signToken(other, ours, grant, NOW, 'jti')}`);
    await expect(crossed).rejects.toMatchObject({ code: 'token-key-unknown' });
  });
});
