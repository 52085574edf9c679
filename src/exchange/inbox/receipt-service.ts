/** Receipts: signed outside any transaction, kept as they were given, and given again byte by byte. */
import { sealEnvelope } from '../messages/envelope.ts';
import { type Receipt, textOf } from '../messages/message.ts';
import type { ExchangeDeps } from '../partners/service.ts';
import { keepReceipts } from './store.ts';

/** What a receipt is to say, or the one that was given before. */
export type Answer = Pick<Receipt, 'messageId' | 'envelopeDigest' | 'outcome' | 'digest' | 'problem'> & {
  /** Who sent the envelope, as far as it said so. */
  readonly sender: string | null;
  readonly receivedAt: Date;
  readonly receipt: string | null;
  /** Whether the message stands in the inbox. */
  readonly kept: boolean;
};

/** Signs what has no receipt yet, keeps it, and answers all receipts in order. */
export async function giveReceipts(deps: ExchangeDeps, answers: readonly Answer[]): Promise<string[]> {
  const signed = await Promise.all(
    answers.map(async (answer) => ({ ...answer, receipt: answer.receipt ?? (await sign(deps, answer)) })),
  );
  const fresh = signed.flatMap(({ kept, sender, messageId, outcome, receipt }, at) => {
    const isNew = kept && answers[at]?.receipt === null;
    return isNew && sender !== null && messageId !== null ? [{ sender, messageId, outcome, receipt }] : [];
  });
  const stored = await keepReceipts(deps.db, fresh);
  return signed.map(({ sender, messageId, receipt }) => stored.get(`${sender}/${messageId}`) ?? receipt);
}

async function sign(deps: ExchangeDeps, answer: Answer): Promise<string> {
  const { sender: receiver, messageId, envelopeDigest, receivedAt, outcome, digest, problem } = answer;
  const receipt: Receipt = {
    messageId,
    sender: deps.province,
    receiver,
    envelopeDigest,
    receivedAt: receivedAt.toISOString(),
    outcome,
    digest,
    // Only the national system issues numbers.
    manifestNumber: null,
    problem,
  };
  const address = { sender: deps.province, receiver, messageId, signedAt: deps.clock() };
  return sealEnvelope('receipt', textOf(receipt), address, deps.exchangeKey);
}
