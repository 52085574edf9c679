/** Receipts are signed outside any transaction, stored, and repeated byte by byte. */
import { signEnvelope } from '../messages/envelope.ts';
import { type Receipt, textOf } from '../messages/message.ts';
import type { ExchangeDeps } from '../partners/service.ts';
import { keepReceipts } from './store.ts';

/** Content of a receipt, or a receipt given before. */
export type Answer = Pick<Receipt, 'messageId' | 'envelopeDigest' | 'outcome' | 'digest' | 'problem'> & {
  /** Sender that the envelope names; null when the envelope has no readable sender. */
  readonly sender: string | null;
  readonly receivedAt: Date;
  readonly receipt: string | null;
  /** True when the message is stored in the inbox. */
  readonly kept: boolean;
};

/** Signs and stores missing receipts, and returns all receipts in order. */
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
  return signEnvelope('receipt', textOf(receipt), address, deps.exchangeKey);
}
