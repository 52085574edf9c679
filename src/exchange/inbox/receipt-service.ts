/** Receipts are signed outside any transaction, stored, and repeated byte by byte. */
import { signEnvelope, signerOf, unsignedReceipt } from '../messages/envelope.ts';
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
  /** True when the envelope is of a partner. */
  readonly verified: boolean;
};

/**
 * Signs and stores missing receipts, and returns all receipts in order. A receipt that was signed with an earlier key is
 * signed again, because the partner may not accept that key any more.
 */
export async function giveReceipts(deps: ExchangeDeps, answers: readonly Answer[]): Promise<string[]> {
  const signed = await Promise.all(
    answers.map(async (answer) => ({ ...answer, receipt: lastingReceipt(deps, answer) ?? (await sign(deps, answer)) })),
  );
  const fresh = signed.flatMap(({ kept, sender, messageId, outcome, receipt }, at) => {
    const replaces = answers[at]?.receipt ?? null;
    const isNew = kept && receipt !== replaces;
    return isNew && sender !== null && messageId !== null ? [{ sender, messageId, outcome, receipt, replaces }] : [];
  });
  const stored = await keepReceipts(deps.db, fresh);
  return signed.map(({ sender, messageId, receipt }) => stored.get(`${sender}/${messageId}`) ?? receipt);
}

/** Returns the stored receipt if it was signed with the present key. */
function lastingReceipt({ exchangeKey }: ExchangeDeps, { receipt }: Answer): string | null {
  return receipt !== null && signerOf(receipt) === exchangeKey.kid ? receipt : null;
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
  if (!answer.verified) return unsignedReceipt(textOf(receipt));
  const address = { sender: deps.province, receiver, messageId, signedAt: deps.clock() };
  return signEnvelope('receipt', textOf(receipt), address, deps.exchangeKey);
}
