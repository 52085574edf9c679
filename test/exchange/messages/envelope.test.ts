import canonicalize from 'canonicalize';
import { CompactSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import { contentOf, envelopeDigest, openEnvelope, signEnvelope } from '../../../src/exchange/messages/envelope.ts';
import type { PartnerKey } from '../../../src/exchange/partners/partner.ts';
import type { KeyPair } from '../../../src/platform/auth/index.ts';
import { newId } from '../../../src/platform/ids.ts';
import { makeKey, registered, sign } from '../keys.ts';

const now = new Date('2026-10-05T08:00:00.000Z');
const messageId = newId();
const content = { messageId, type: 'manifest.submitted', 铅: '电池' };
const text = canonicalize(content) ?? '';

let guangxi: KeyPair;
let guangdong: KeyPair;
let keys: Record<string, PartnerKey[]>;

beforeAll(async () => {
  guangxi = await makeKey();
  guangdong = await makeKey();
  keys = { '45': [registered(guangxi)], '44': [registered(guangdong)] };
});

const open = (envelope: string, type: 'message' | 'receipt' = 'message', receiver = '44') =>
  openEnvelope(envelope, { type, receiver, now, keysOf: (sender) => keys[sender] });

const seal = (key = guangxi, change: Partial<Parameters<typeof signEnvelope>[2]> = {}) =>
  signEnvelope('message', text, { sender: '45', receiver: '44', messageId, signedAt: now, ...change }, key);

const header = { typ: 'leadloop-message+jws', iss: '45', aud: '44', jti: messageId, iat: now.getTime() / 1_000 };

async function refusalOf(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => new Error('it was accepted'),
    (reason: unknown) => reason,
  );
  return error instanceof Problem ? error.code : String(error);
}

const base64url = (value: string) => Buffer.from(value).toString('base64url');

describe('an envelope', () => {
  it('brings the content to the receiver it was signed for', async () => {
    expect(await open(await seal())).toMatchObject({ sender: '45', messageId, content });
  });

  it('still shows its content after it was verified once', async () => {
    expect(contentOf(await seal())).toEqual(content);
  });

  it('has another digest than any other envelope of the same message', async () => {
    expect(envelopeDigest(await seal())).not.toBe(envelopeDigest(await seal()));
  });

  it('is refused when another key signed it', async () => {
    const forged = await sign(guangdong, { ...header, kid: guangxi.kid }, text);
    expect(await refusalOf(open(forged))).toBe('envelope-signature-wrong');
  });

  it('is refused when the key belongs to another partner', async () => {
    expect(await refusalOf(open(await seal(guangdong)))).toBe('envelope-key-unknown');
  });

  it('is refused when one bit of the content was changed', async () => {
    const [head, , signature] = (await seal()).split('.');
    const changed = [head, base64url(text.replace('submitted', 'cancelled')), signature].join('.');
    expect(await refusalOf(open(changed))).toBe('envelope-signature-wrong');
  });

  it('is refused when the header names another receiver than was signed', async () => {
    const [, payload, signature] = (await seal(guangxi, { receiver: '46' })).split('.');
    const head = base64url(JSON.stringify({ alg: 'ES256', kid: guangxi.kid, ...header }));
    expect(await refusalOf(open([head, payload, signature].join('.')))).toBe('envelope-signature-wrong');
  });

  it('is refused when it is addressed to another system', async () => {
    expect(await refusalOf(open(await seal(guangxi, { receiver: '46' })))).toBe('envelope-receiver-wrong');
  });

  it('is refused without a signature, under the algorithm "none"', async () => {
    const head = base64url(JSON.stringify({ ...header, alg: 'none', kid: guangxi.kid }));
    expect(await refusalOf(open(`${head}.${base64url(text)}.`))).toBe('envelope-algorithm-refused');
  });

  it('is refused when the public key was used as a shared secret, under HS256', async () => {
    const secret = Buffer.from(JSON.stringify(guangxi.publicJwk));
    const forged = await new CompactSign(Buffer.from(text))
      .setProtectedHeader({ ...header, alg: 'HS256', kid: guangxi.kid })
      .sign(secret);
    expect(await refusalOf(open(forged))).toBe('envelope-algorithm-refused');
  });

  it('is refused at every length but its own', async () => {
    const envelope = await seal();
    for (let length = 0; length < envelope.length; length += 37) {
      const refusal = await refusalOf(open(envelope.slice(0, length)));
      expect(['envelope-unreadable', 'envelope-signature-not-canonical']).toContain(refusal);
    }
  });

  it('is refused from a sender that is no partner', async () => {
    expect(await refusalOf(open(await sign(guangxi, { ...header, iss: '11' }, text)))).toBe('envelope-sender-unknown');
  });

  it('is refused when it was signed outside the validity of its key, and accepted at its first and last second', async () => {
    keys['45'] = [registered(guangxi, { notBefore: '2026-10-05T07:00:00.000Z', notAfter: '2026-10-05T07:30:00.000Z' })];
    const at = async (time: string) => refusalOf(open(await seal(guangxi, { signedAt: new Date(time) })));
    expect(await at('2026-10-05T06:59:59.000Z')).toBe('envelope-key-not-valid');
    expect(await at('2026-10-05T07:00:00.000Z')).toBe('Error: it was accepted');
    expect(await at('2026-10-05T07:29:59.000Z')).toBe('Error: it was accepted');
    expect(await at('2026-10-05T07:30:00.000Z')).toBe('envelope-key-not-valid');
    keys['45'] = [registered(guangxi)];
  });

  it('is refused when it was signed more than a minute from now', async () => {
    const signedAt = new Date(now.getTime() + 61_000);
    expect(await refusalOf(open(await seal(guangxi, { signedAt })))).toBe('envelope-premature');
  });

  it('is refused when a receipt passes for a message, or a message for a receipt', async () => {
    expect(await refusalOf(open(await seal(), 'receipt'))).toBe('envelope-unreadable');
    const receipt = await sign(guangxi, { ...header, typ: 'leadloop-receipt+jws' }, text);
    expect(await refusalOf(open(receipt))).toBe('envelope-unreadable');
    const token = await sign(guangxi, { ...header, typ: 'at+jwt' }, text);
    expect(await refusalOf(open(token))).toBe('envelope-unreadable');
  });

  it.each([
    ['in milliseconds', now.getTime(), 'header-time-milliseconds'],
    ['in parts of a second', 1.5, 'header-time-wrong'],
    ['as text', '1', 'header-time-wrong'],
    ['that is missing', undefined, 'header-without-time'],
  ])('is refused with a time %s, for that reason', async (_, iat, reason) => {
    const opening = open(await sign(guangxi, { ...header, iat }, text));
    await expect(opening).rejects.toMatchObject({ code: 'envelope-unreadable', facts: { reason } });
  });

  it.each(['kid', 'iss', 'jti', 'iat', 'typ'])('is refused without %s in its header', async (name) => {
    const head = Object.fromEntries(
      Object.entries({ alg: 'ES256', kid: guangxi.kid, ...header }).filter(([key]) => key !== name),
    );
    const signed = `${base64url(JSON.stringify(head))}.${base64url(text)}.${'A'.repeat(86)}`;
    expect(await refusalOf(open(signed))).toBe('envelope-unreadable');
  });

  it('is refused when its header asks for extensions', async () => {
    const head = { ...header, alg: 'ES256', kid: guangxi.kid, crit: ['b64'], b64: false };
    const signed = `${base64url(JSON.stringify(head))}.${base64url(text)}.${'A'.repeat(86)}`;
    expect(await refusalOf(open(signed))).toBe('envelope-unreadable');
  });

  it.each([
    ['names a field twice', '{"a":1,"a":2}'],
    ['names a nested field twice', '{"a":{"b":1,"b":1}}'],
    ['has its fields in another order', '{"b":1,"a":2}'],
    ['has spaces', '{"a": 1}'],
    ['writes a number in another way', '{"a":1.0}'],
    ['begins with a byte order mark', '\ufeff{"a":1}'],
    ['is cut off', '{"a":'],
    ['holds half a character', '{"a":"\\ud83d"}'],
  ])('is refused when its content %s', async (_, wrong) => {
    expect(await refusalOf(open(await sign(guangxi, header, wrong)))).toBe('message-not-canonical');
  });

  it('is refused when its content is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
    expect(await refusalOf(open(await sign(guangxi, header, bytes)))).toBe('message-not-canonical');
  });

  it('is refused, and not thrown over, whatever it is', async () => {
    for (const nonsense of [
      '',
      '.',
      '..',
      'a.b.c',
      'ey.ey.',
      '💥',
      `${base64url('null')}.e30.AA`,
      `${base64url('[]')}.e30.AA`,
    ]) {
      expect(await refusalOf(open(nonsense))).toBe('envelope-unreadable');
    }
    expect(await refusalOf(open('a'.repeat(1_000_001)))).toBe('envelope-unreadable');
  });
});
