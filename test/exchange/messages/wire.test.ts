import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/messages/problem.ts';
import { readReceipt } from '../../../src/exchange/messages/wire.ts';

const RECEIPT = {
  messageId: null,
  sender: '44',
  receiver: null,
  envelopeDigest: 'a'.repeat(64),
  receivedAt: '2026-10-05T00:30:00.000Z',
  outcome: 'refused',
  digest: null,
  manifestNumber: null,
  problem: null,
};

function refusalOf(content: object): Problem {
  try {
    readReceipt(content);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('the receipt is as published');
}

describe('a message that is not as published', () => {
  it.each<[string, object, string, string]>([
    ['lacks a field', { ...RECEIPT, outcome: undefined }, '#/outcome', 'field-missing'],
    ['has a value that is not allowed', { ...RECEIPT, outcome: 'lost' }, '#/outcome', 'value-wrong'],
    ['has a value of another kind', { ...RECEIPT, envelopeDigest: 1 }, '#/envelopeDigest', 'kind-wrong'],
    ['has a value in another form', { ...RECEIPT, receivedAt: 'now' }, '#/receivedAt', 'form-wrong'],
  ])('%s: the reason is a code of ours, in words in both languages', (_, content, pointer, reason) => {
    const refusal = refusalOf(content);
    expect(refusal).toMatchObject({ code: 'message-invalid', facts: { pointer, reason } });
    expect(refusal.text('zh').detail).toMatch(/^报文的 #\/\w+ 不符合公布的格式：[\p{Script=Han}（）]+。$/u);
    expect(refusal.text('en').detail).not.toMatch(/expected |received |invalid/i);
  });
});
