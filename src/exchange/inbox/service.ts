/**
 * Receiving: every message is claimed, applied and recorded once, in a transaction of its own. A bad message becomes a
 * stored refusal with a receipt; the other messages of the request are not affected.
 */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import { applyStep, type LawDeps, MANIFEST_STEPS, type ManifestLaw, manifestLaw } from '../../manifests/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { keyGraceHours } from '../../platform/law/index.ts';
import { contentOf, envelopeDigest, type Opened, openEnvelope, peek, refuseRetiredKey } from '../messages/envelope.ts';
import type { Message, Outcome, Refusal } from '../messages/message.ts';
import { signedPart } from '../messages/signature.ts';
import { readMessage, type StepMessage } from '../messages/wire.ts';
import { recordRefusedNumber, recordSharedNumber, recordStatement } from '../numbers/clash-service.ts';
import { type Partner, sourceOf } from '../partners/partner.ts';
import type { ExchangeDeps } from '../partners/service.ts';
import { listPartners } from '../partners/store.ts';
import { exchangeProblem } from '../problems.ts';
import { type Answer, giveReceipts } from './receipt-service.ts';
import { claimMessage, type Decision, listWaiting, lockMessage, type Received, recordDecision } from './store.ts';

/** Received steps are also checked against the law. */
export type InboxDeps = ExchangeDeps & LawDeps;

/** Maximum number of manifests of one request handled at the same time, so that the pool keeps free connections. */
const LANES = 3;

/**
 * Applies the messages, and returns a receipt for each envelope, in the same order. Receipts of envelopes that are not
 * verified have no signature.
 * @param unverified is called for each envelope that is not verified, and throws when there were too many
 */
export async function receiveEnvelopes(
  deps: InboxDeps,
  envelopes: readonly string[],
  unverified: (envelope: string) => void = () => undefined,
): Promise<string[]> {
  const partners = new Map((await listPartners(deps.db)).map((partner) => [partner.code, partner]));
  const arrivals: (Arrival | { readonly refused: Answer })[] = [];
  // One after the other, so that a flood is noticed before all of it is verified.
  for (const envelope of envelopes) {
    const arrival = await open(deps, partners, envelope);
    arrivals.push(arrival);
    if ('refused' in arrival && !arrival.refused.verified) unverified(envelope);
  }
  const answers: Answer[] = [];
  await inLanes(lanesOf(arrivals), async (at) => {
    const arrival = arrivals[at];
    if (arrival) answers[at] = 'refused' in arrival ? arrival.refused : await settle(deps, arrival);
  });
  return giveReceipts(deps, answers);
}

type Arrival = { readonly envelope: string; readonly opened: Opened; readonly partner: Partner };

/**
 * Verifies an envelope. An envelope without a known signature gets a receipt and is not stored: otherwise strangers
 * could fill the disk.
 */
async function open(
  deps: ExchangeDeps,
  partners: ReadonlyMap<string, Partner>,
  envelope: string,
): Promise<Arrival | { readonly refused: Answer }> {
  try {
    const opened = await openEnvelope(envelope, {
      type: 'message',
      receiver: deps.province,
      now: deps.clock(),
      keysOf: (sender) => partners.get(sender)?.keys,
    });
    const partner = partners.get(opened.sender);
    if (!partner) throw exchangeProblem('envelope-sender-unknown', { sender: opened.sender });
    return { envelope, opened, partner };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { sender, messageId } = peek(envelope);
    deps.log.warn({ code: error.code, sender, messageId }, 'an envelope was refused');
    return {
      refused: {
        ...unstored(deps, { sender, messageId, envelope }, 'refused', error),
        verified: error.code === 'message-not-canonical',
      },
    };
  }
}

async function settle(deps: InboxDeps, { envelope, opened, partner }: Arrival): Promise<Answer> {
  const { sender, messageId, content } = opened;
  const arrived = { sender, messageId, envelope, envelopeDigest: envelopeDigest(envelope), receivedAt: deps.clock() };
  try {
    const law = await manifestLaw(deps);
    const graceHours = keyGraceHours(await deps.law(), dayOf(arrived.receivedAt));
    const before = await deps.db.transaction(async (tx) => {
      const { isNew, ...claimed } = await claimMessage(tx, arrived);
      if (isNew) refuseRetiredKey(opened, arrived.receivedAt, graceHours);
      if (signedPart(claimed.envelope) !== signedPart(envelope)) {
        throw exchangeProblem('message-id-reused', { sender, messageId });
      }
      if (claimed.outcome !== 'waiting') return claimed;
      return decideAndRecord(tx, { ...deps, manifestLaw: law }, partner, { ...claimed, content });
    });
    if (before.outcome === 'applied' && before.manifestId !== null) await drain(deps, before.manifestId);
    // Repeats the message under the other signature: its receipt names the envelope that was sent now.
    if (before.envelopeDigest !== arrived.envelopeDigest) {
      return { ...toAnswer(before), envelopeDigest: arrived.envelopeDigest, receipt: null, kept: false };
    }
    return toAnswer(before);
  } catch (error) {
    if (error instanceof Problem) return unstored(deps, arrived, 'refused', error);
    deps.log.error({ err: error, sender, messageId }, 'a message could not be handled, its sender will repeat it');
    return unstored(deps, arrived, 'waiting', exchangeProblem('message-not-handled'));
  }
}

/** Applies messages that waited for a step taken now, in order, until one cannot be applied. */
async function drain(deps: InboxDeps, manifestId: string): Promise<void> {
  const partners = new Map((await listPartners(deps.db)).map((partner) => [partner.code, partner]));
  const law = await manifestLaw(deps);
  for (const { sender, messageId } of await listWaiting(deps.db, manifestId)) {
    const partner = partners.get(sender);
    if (!partner) continue;
    const outcome = await applyWaiting({ ...deps, manifestLaw: law }, partner, { sender, messageId });
    if (outcome === 'waiting') return;
  }
}

/** Applies a message that waits. One that is early goes on waiting, until its sender repeats it. */
async function applyWaiting(
  deps: DecidingDeps,
  partner: Partner,
  { sender, messageId }: Pick<Received, 'sender' | 'messageId'>,
): Promise<Outcome | undefined> {
  try {
    return await deps.db.transaction(async (tx) => {
      const waiting = await lockMessage(tx, sender, messageId);
      if (waiting?.outcome !== 'waiting') return waiting?.outcome;
      const content = contentOf(waiting.envelope);
      return (await decideAndRecord(tx, deps, partner, { ...waiting, content })).outcome;
    });
  } catch (error) {
    if (error instanceof Problem && error.code === 'instant-in-future') return 'waiting';
    throw error;
  }
}

/** Dependencies of the decision about a message. */
type DecidingDeps = ExchangeDeps & { readonly manifestLaw: ManifestLaw };

async function decideAndRecord(
  tx: Tx,
  deps: DecidingDeps,
  partner: Partner,
  received: Received & { readonly content: unknown },
): Promise<Received> {
  const { content, ...row } = received;
  const decision = await decide(tx, deps, partner, { messageId: row.messageId, content });
  // A message that still waits keeps its receipt.
  if (decision.outcome === 'waiting' && row.kind !== null) return row;
  const settledAt = decision.outcome === 'waiting' ? null : deps.clock();
  await recordDecision(tx, row, { ...decision, settledAt });
  return { ...row, ...decision, settledAt, receipt: null };
}

/** Applies a message. A refusal rolls back the step alone. */
async function decide(
  tx: Tx,
  deps: DecidingDeps,
  partner: Partner,
  { messageId, content }: Pick<Opened, 'messageId' | 'content'>,
): Promise<Decision> {
  let about: Pick<Decision, 'kind' | 'manifestId' | 'manifestVersion'> = NOTHING;
  try {
    const message = readMessage(content);
    refuseContradiction(message, { messageId, sender: partner.code, receiver: deps.province });
    refuseMislabelled(message);
    const { type: kind, payload } = message;
    about = { kind, manifestId: payload.manifestId, manifestVersion: payload.version };
    const source = sourceOf(partner);
    const actor: Actor = { subject: source, source, roles: [], scopes: [] };
    const { outcome, digest, numbers } = await tx.transaction((inner) =>
      applyStep(inner, deps, { ...payload, actor, law: deps.manifestLaw }),
    );
    if (outcome === 'applied' && payload.step === 'number') {
      const { number } = payload.input;
      await recordSharedNumber(tx, deps, { manifestId: payload.manifestId, number, source: partner.code });
    }
    if (payload.document.number !== null && (outcome === 'applied' || outcome === 'already')) {
      await recordStatement(tx, deps, { manifestId: payload.manifestId, source: partner.code, numbers });
    }
    return { ...about, outcome, digest, problem: null };
  } catch (error) {
    // A message that is only early is repeated later, so nothing of it is stored.
    if (!(error instanceof Problem) || error.code === 'instant-in-future') throw error;
    await recordRefusedNumber(tx, deps, { manifestId: about.manifestId, source: partner.code, problem: error });
    return { ...about, outcome: 'refused', digest: null, problem: toRefusal(error) };
  }
}

const NOTHING = { kind: null, manifestId: null, manifestVersion: null };

type Signed = { readonly messageId: string; readonly sender: string; readonly receiver: string };

function refuseContradiction(message: Signed, envelope: Signed): void {
  for (const field of ['messageId', 'sender', 'receiver'] as const) {
    if (message[field] !== envelope[field]) throw exchangeProblem('message-contradicts-envelope', { field });
  }
}

/** Rejects a message whose subject or type contradicts its payload. @throws Problem `message-invalid` */
function refuseMislabelled({ subject, type, payload }: Message<StepMessage>): void {
  const { entryKind } = MANIFEST_STEPS[payload.step];
  const right = { subject: `manifest:${payload.manifestId}`, type: entryKind };
  const reason = 'payload-contradicted';
  if (subject !== right.subject) throw exchangeProblem('message-invalid', { pointer: '#/subject', reason });
  if (type !== right.type) throw exchangeProblem('message-invalid', { pointer: '#/type', reason });
}

function toRefusal(problem: Problem): Refusal {
  const { title, detail } = problem.text('en');
  return { code: problem.code, title: title.slice(0, 300), detail: detail.slice(0, 2_000) };
}

function toAnswer(row: Received): Answer {
  const { sender, messageId, envelopeDigest: digestOfEnvelope, receivedAt, outcome, digest, problem, receipt } = row;
  return {
    sender,
    messageId,
    envelopeDigest: digestOfEnvelope,
    receivedAt,
    outcome,
    digest,
    problem,
    receipt,
    kept: true,
    verified: true,
  };
}

/** Makes an answer that is stored in its receipt only. */
function unstored(
  deps: ExchangeDeps,
  arrived: { readonly sender: string | null; readonly messageId: string | null; readonly envelope: string },
  outcome: Outcome,
  problem: Problem,
): Answer {
  const { sender, messageId, envelope } = arrived;
  return {
    sender,
    messageId,
    envelopeDigest: envelopeDigest(envelope),
    receivedAt: deps.clock(),
    outcome,
    digest: null,
    problem: toRefusal(problem),
    receipt: null,
    kept: false,
    verified: true,
  };
}

/** Groups positions by manifest, in order: messages of one manifest depend on each other. */
function lanesOf(arrivals: readonly (Arrival | { refused: Answer })[]): number[][] {
  const lanes = new Map<string, number[]>();
  for (const [at, arrival] of arrivals.entries()) {
    const subject = 'opened' in arrival ? subjectOf(arrival.opened.content) : '';
    lanes.set(subject, [...(lanes.get(subject) ?? []), at]);
  }
  return [...lanes.values()];
}

function subjectOf(content: unknown): string {
  const subject = typeof content === 'object' && content !== null && 'subject' in content ? content.subject : '';
  return typeof subject === 'string' ? subject : '';
}

async function inLanes(lanes: number[][], work: (at: number) => Promise<void>): Promise<void> {
  const worker = async () => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
      for (const at of lane) await work(at);
    }
  };
  await Promise.all(Array.from({ length: LANES }, worker));
}
