/**
 * Keys and signatures: an old key counts for what was received in time, and each message has one envelope. The grace is the
 * row of the migration 0016_add_key_grace.
 */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { signedPart } from '../../../src/exchange/messages/signature.ts';
import { inbox } from '../../../src/exchange/tables.ts';
import { NOW } from '../../app/fixture.ts';
import { post, useAuthorities } from '../authorities.ts';
import { outcomes, postTo, read, refusals } from '../border.ts';
import { useClaims } from './claims.ts';

const authorities = useAuthorities();
const { guangxi, guangdong } = authorities;
const { give, unheard } = useClaims(authorities);

const HOUR = 3_600_000;

async function endKey(notAfter: Date): Promise<void> {
  const { kid, publicJwk } = guangxi.deps.exchangeKey;
  const { kty, crv, x, y } = publicJwk;
  const [known] = (await guangdong.authority.get('/v1/exchange/partners')).json.items.filter(
    ({ code }: { code: string }) => code === '45',
  );
  const key = { kid, jwk: { kty, crv, x, y }, notBefore: '2026-01-01T00:00:00Z', notAfter: notAfter.toISOString() };
  const { code, name, kind, baseUrl } = known;
  const answer = await guangdong.authority.post('/v1/exchange/partners', { code, name, kind, baseUrl, keys: [key] });
  expect(answer.status).toBe(201);
}

test('a message of an ended key counts within the grace, not afterwards, and what was received stays', async () => {
  const early = await unheard();
  const late = await unheard();
  await endKey(new Date(NOW.getTime() + 1_000));
  const { clock } = guangdong;
  try {
    clock.now = new Date(NOW.getTime() + 167 * HOUR);
    const [first = ''] = await give(early.envelopes.slice(0, 1));
    expect(outcomes([first])).toEqual(['applied']);
    clock.now = new Date(NOW.getTime() + 169 * HOUR);
    expect(refusals(await give(late.envelopes.slice(0, 1)))).toEqual(['envelope-key-retired']);
    expect(await guangdong.deps.db.select().from(inbox).where(eq(inbox.manifestId, late.id))).toEqual([]);
    expect(await give(early.envelopes.slice(0, 1))).toEqual([first]);
  } finally {
    clock.now = NOW;
  }
});

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other valid signature of the same message. */
function otherForm(envelope: string): string {
  const bytes = Buffer.from(envelope.slice(envelope.lastIndexOf('.') + 1), 'base64url');
  const s = ORDER - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  const signature = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]);
  return `${signedPart(envelope)}.${signature.toString('base64url')}`;
}

test('a copy under the other signature is refused first, and the genuine message is applied', async () => {
  const { envelopes } = await unheard();
  const [genuine = ''] = envelopes;
  expect(refusals(await give([otherForm(genuine)]))).toEqual(['envelope-signature-not-canonical']);
  expect(outcomes(await give([genuine]))).toEqual(['applied']);
});

test('a message that an earlier release stored under the other signature is the same message', async () => {
  const { id, envelopes } = await unheard();
  const [genuine = ''] = envelopes;
  expect(outcomes(await give([genuine]))).toEqual(['applied']);
  const stored = { envelope: otherForm(genuine), envelopeDigest: '0'.repeat(64), receipt: null };
  await guangdong.deps.db.update(inbox).set(stored).where(eq(inbox.manifestId, id));
  const [receipt = ''] = await give([genuine]);
  expect(read(receipt).outcome).toBe('applied');
});

test('an envelope without a valid signature has a receipt without a signature, and too many are not read', async () => {
  const { envelopes } = await unheard();
  const [genuine = ''] = envelopes;
  const forged = `${signedPart(genuine)}.${'A'.repeat(86)}`;
  const [receipt = ''] = await postTo(guangdong, [forged]);
  expect(receipt.endsWith('.')).toBe(true);
  expect(read(receipt)).toMatchObject({ outcome: 'refused', problem: { code: 'envelope-signature-not-canonical' } });
  const all = Array.from({ length: 100 }, () => forged);
  const url = `http://127.0.0.1:${(guangdong.http.server.address() as { port: number }).port}/v1/exchange/messages`;
  await expect(
    (async () => {
      for (let round = 0; round < 20; round++) await post(url, { envelopes: all });
    })(),
  ).rejects.toThrow(/^429/);
});
