/** Receives messages at the stand-in: judges and records each once, in one transaction, and answers with a receipt. */
import type pg from 'pg';
import { Problem } from '../core/messages/problem.ts';
import type { KeyPair } from '../platform/auth/index.ts';
import { isSameId, judge, numberOf, seriesOf } from './judgement.ts';
import { nationalProblem } from './problems.ts';
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
import { claimOf, Message, type Opened, openMessage, sha256, signReceipt } from './wire.ts';

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
    if (!(error instanceof Problem)) throw error;
    const { sender, messageId } = claimOf(envelope);
    return sign(deps, { sender, messageId, envelope }, answerOf('refused', error));
  }
  const { sender, messageId } = opened;
  const receivedAt = deps.clock();
  const stored = await inTransaction(deps.pool, async (client) => {
    const arrived = { sender, messageId, envelope, envelopeDigest: sha256(envelope), receivedAt };
    const known = await claimMessage(client, arrived);
    if (known && known.outcome !== 'waiting') return known;
    return {
      ...(await judgeAndRecord(client, opened, receivedAt)),
      envelopeDigest: known?.envelopeDigest ?? sha256(envelope),
    };
  });
  if (stored.envelopeDigest !== sha256(envelope)) {
    const reused = answerOf('refused', nationalProblem('message-id-reused', { messageId, sender }));
    return sign(deps, { sender, messageId, envelope }, reused);
  }
  const receipt = stored.receipt ?? (await sign(deps, { sender, messageId, envelope }, stored));
  return keepReceipt(deps.pool, { sender, messageId, outcome: stored.outcome, receipt });
}

type Recorded = Omit<StoredMessage, 'envelopeDigest'>;

/** Judges a message, applies its step to the manifest, and records the outcome for the receipt. */
async function judgeAndRecord(client: Client, opened: Opened, receivedAt: Date): Promise<Recorded> {
  const { sender, messageId } = opened;
  const parsed = Message.safeParse(opened.content);
  const message = parsed.data;
  if (message === undefined || !isSameId(message.messageId, messageId) || message.sender !== sender) {
    const path = parsed.error?.issues[0]?.path;
    const problem =
      path === undefined
        ? nationalProblem('message-contradicts-envelope')
        : nationalProblem('message-invalid', { pointer: `#/${path.join('/')}` });
    const refusal = { ...answerOf('refused', problem), receivedAt };
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
  const recorded = {
    ...answerOf(judgement.outcome, 'problem' in judgement ? judgement.problem : null),
    digest: agreed ? reported.documentDigest : (manifest?.digestThen ?? null),
    manifestNumber: number,
    receivedAt,
  };
  await recordOutcome(client, { sender, messageId }, { ...recorded, manifestId });
  return recorded;
}

type Answer = Pick<Recorded, 'outcome' | 'digest' | 'manifestNumber' | 'problem' | 'receipt'>;

function answerOf(outcome: string, refusal: Problem | null): Answer {
  const problem = refusal === null ? null : shown(refusal);
  return { outcome, digest: null, manifestNumber: null, problem, receipt: null };
}

/** Returns a problem as receipts carry it: in English, by the description of the exchange. */
function shown(refusal: Problem): Recorded['problem'] {
  const { title, detail } = refusal.text('en');
  return { code: refusal.code, title, detail };
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
