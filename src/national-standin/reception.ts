/** Receives messages at the stand-in: judges and records each once, in one transaction, and answers with a receipt. */
import type pg from 'pg';
import type { KeyPair } from '../platform/auth/index.ts';
import { judge, numberOf, seriesOf } from './judgement.ts';
import type { Provinces } from './provinces.ts';
import {
  type Client,
  claimMessage,
  inTransaction,
  keepReceipt,
  lockManifest,
  nextSerial,
  recordOutcome,
  recordStep,
  type StoredMessage,
} from './store.ts';
import { claimOf, EnvelopeRefused, Message, type Opened, openMessage, sha256, signReceipt } from './wire.ts';

export type Reception = {
  readonly pool: pg.Pool;
  readonly key: KeyPair;
  readonly provinces: Provinces;
  readonly clock: () => Date;
};

/** Returns the receipt of one envelope. */
export async function receive(deps: Reception, envelope: string): Promise<string> {
  let opened: Opened;
  try {
    opened = await openMessage(envelope, deps.provinces.keysOf);
  } catch (error) {
    if (!(error instanceof EnvelopeRefused)) throw error;
    const { sender, messageId } = claimOf(envelope);
    return sign(deps, { sender, messageId, envelope }, answerOf('refused', problem(error.code, error.message)));
  }
  const { sender, messageId } = opened;
  const receivedAt = deps.clock();
  const stored = await inTransaction(deps.pool, async (client) => {
    const arrived = { sender, messageId, envelope, envelopeDigest: sha256(envelope), receivedAt };
    const known = await claimMessage(client, arrived);
    if (known && known.outcome !== 'waiting') return known;
    return { ...(await settle(client, opened, receivedAt)), envelopeDigest: known?.envelopeDigest ?? sha256(envelope) };
  });
  if (stored.envelopeDigest !== sha256(envelope)) {
    const reused = answerOf('refused', problem('message-id-reused', 'Another envelope came under this message id.'));
    return sign(deps, { sender, messageId, envelope }, reused);
  }
  const receipt = stored.receipt ?? (await sign(deps, { sender, messageId, envelope }, stored));
  return keepReceipt(deps.pool, { sender, messageId, outcome: stored.outcome, receipt });
}

type Settled = Omit<StoredMessage, 'envelopeDigest'>;

async function settle(client: Client, opened: Opened, receivedAt: Date): Promise<Settled> {
  const { sender, messageId } = opened;
  const parsed = Message.safeParse(opened.content);
  const message = parsed.data;
  if (message?.messageId !== messageId || message.sender !== sender) {
    const detail = parsed.error?.issues[0]?.message ?? 'It contradicts its envelope.';
    const refusal = { ...answerOf('refused', problem('message-invalid', detail)), receivedAt };
    await recordOutcome(client, { sender, messageId }, { ...refusal, manifestId: null });
    return refusal;
  }
  const { manifestId, manifestVersion } = message.payload;
  const reported = { ...message.payload, sender };
  const manifest = await lockManifest(client, manifestId, manifestVersion);
  const judgement = judge(reported, manifest);
  let number = manifest?.number ?? null;
  if (judgement.outcome === 'applied') {
    if (number === null) {
      const series = seriesOf(reported.document, message.occurredAt);
      number = numberOf(series, await nextSerial(client, series));
    }
    await recordStep(client, { ...reported, messageId }, number, receivedAt);
  }
  const agreed = judgement.outcome === 'applied' || judgement.outcome === 'already';
  const settled = {
    ...answerOf(judgement.outcome, 'code' in judgement ? problem(judgement.code, judgement.detail) : null),
    digest: agreed ? reported.documentDigest : (manifest?.digestThen ?? null),
    manifestNumber: number,
    receivedAt,
  };
  await recordOutcome(client, { sender, messageId }, { ...settled, manifestId });
  return settled;
}

type Answer = Pick<Settled, 'outcome' | 'digest' | 'manifestNumber' | 'problem' | 'receipt'>;

function answerOf(outcome: string, refusal: Settled['problem']): Answer {
  return { outcome, digest: null, manifestNumber: null, problem: refusal, receipt: null };
}

function problem(code: string, detail: string): Settled['problem'] {
  return { code, title: 'Refused by the stand-in of the national system', detail: detail.slice(0, 2_000) };
}

function sign(
  deps: Reception,
  { sender, messageId, envelope }: { sender: string | null; messageId: string | null; envelope: string },
  answer: Answer & { readonly receivedAt?: Date },
): Promise<string> {
  const { outcome, digest, manifestNumber, problem: refusal } = answer;
  const now = deps.clock();
  const receipt = {
    messageId,
    receiver: sender,
    envelopeDigest: sha256(envelope),
    receivedAt: (answer.receivedAt ?? now).toISOString(),
    outcome,
    digest,
    manifestNumber,
    problem: refusal,
  };
  return signReceipt(receipt, deps.key, now);
}
