/**
 * Sending: at least once, in order, to one partner by one worker at a time. The envelope is stored before it is sent,
 * and always sent unchanged; the receiver recognises repetitions by its message id. No transaction is open during the
 * request. The lease and its fencing token keep a slow worker from recording anything.
 */
import { randomInt } from 'node:crypto';
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type Fact, fact, record } from '../../platform/journal/index.ts';
import { keyGraceHours } from '../../platform/law/index.ts';
import { within } from '../../platform/queue/consumer.ts';
import { envelopeDigest, openEnvelope, refuseRetiredKey, signEnvelope } from '../messages/envelope.ts';
import { NATIONAL_PATH } from '../messages/national.ts';
import { withCanonicalSignature } from '../messages/signature.ts';
import { PartnerFailure } from '../messages/transport-wire.ts';
import { postEnvelopes, readReceipt, refusalIn } from '../messages/wire.ts';
import { recordClashes } from '../numbers/clash-service.ts';
import { insertNumbers } from '../numbers/store.ts';
import { PUBLIC_ONLY } from '../partners/address-wire.ts';
import type { Partner } from '../partners/partner.ts';
import type { ExchangeDeps } from '../partners/service.ts';
import {
  countAnswered,
  countSent,
  endLease,
  findPartner,
  holdLease,
  type Lease,
  listDuePartners,
  takeLease,
} from '../partners/store.ts';
import { briefPauseMs, type Delivery, firstBatch, pauseMs, type Settlement, STATE_AFTER } from './delivery.ts';
import { listDue, recordAttempt, recordSettlements } from './store.ts';

/** Path at which a province receives messages. */
const PROVINCE_PATH = '/v1/exchange/messages';

/** Maximum bytes of one request: the default limit of a bulk body is two mebibytes. */
const BATCH = { messages: 100, bytes: 1_800_000 };

/** Maximum requests of one job, so that the backlog of one partner does not occupy a worker for long. */
const ROUNDS_MAX = 20;

const MACHINERY: Actor = { subject: 'exchange', source: 'local', roles: [], scopes: [] };

/** Thrown when another worker holds the lease. */
class LeaseLost extends Error {}

/**
 * Sends a partner everything that is due, request by request. Safe to call at any time, by any number of workers:
 * without the lease it does nothing. A partner that fails is left alone for a growing pause. The job ends in any case:
 * work that never ends is left behind, and without the lease it can record nothing.
 */
export async function deliverTo(deps: ExchangeDeps, code: string): Promise<void> {
  const partner = await findPartner(deps.db, code);
  const lease = partner && (await takeLease(deps.db, code, leaseMs(deps)));
  if (!lease) return;
  try {
    const more = await within(leaseMs(deps) * 2, 'The sending', sendDue(deps, partner, lease));
    await endLease(deps.db, lease);
    if (more) await deps.wake('deliver', code);
  } catch (error) {
    if (error instanceof LeaseLost) {
      deps.log.warn({ partner: code }, 'another worker took over the sending');
      return;
    }
    await pauseSending(deps, lease, error);
    if (!(error instanceof PartnerFailure)) throw error;
  }
}

/**
 * Sends request by request, until nothing is due or the job has lasted long enough. Returns whether more may be due. A
 * partner that always answers in the last moment so leaves the place to others.
 */
async function sendDue(deps: ExchangeDeps, partner: Partner, lease: Lease): Promise<boolean> {
  const endsAt = deps.clock().getTime() + leaseMs(deps);
  for (let round = 0; round < ROUNDS_MAX && deps.clock().getTime() < endsAt; round++) {
    if (!(await sendBatch(deps, partner, lease))) return false;
  }
  return true;
}

/** Wakes the sending to every partner with due deliveries. */
export async function wakeDuePartners(deps: Pick<ExchangeDeps, 'db' | 'wakeAll'>): Promise<void> {
  await deps.wakeAll('deliver', await listDuePartners(deps.db));
}

/** Sends one request. Returns false when nothing was due. @throws PartnerFailure, LeaseLost */
async function sendBatch(deps: ExchangeDeps, partner: Partner, lease: Lease): Promise<boolean> {
  const batch = firstBatch(await listDue(deps.db, partner.code, BATCH.messages), BATCH);
  if (batch.length === 0) return false;
  const sent = await Promise.all(batch.map((delivery) => signed(deps, delivery)));
  await underLease(deps, lease, async (tx) => {
    const first = await recordAttempt(tx, sent);
    await countSent(tx, partner.code, first, sent.length - first);
  });
  const url = partner.baseUrl + (partner.kind === 'national' ? NATIONAL_PATH : PROVINCE_PATH);
  const { timeoutMs, partners: rules = PUBLIC_ONLY } = deps.exchange;
  const envelopes = sent.map(({ envelope }) => envelope);
  const receipts = await postEnvelopes(url, envelopes, { timeoutMs, rules, now: deps.clock() });
  const graceHours = keyGraceHours(await deps.law(), dayOf(deps.clock()));
  const answers = await Promise.all(
    sent.map((one, at) => readAnswer(deps, { partner, graceHours }, one, receipts[at] ?? '')),
  );
  const settlements = answers.flatMap((answer) => (answer instanceof PartnerFailure ? [] : [answer]));
  const failure = answers.find((answer) => answer instanceof PartnerFailure);
  await recordAnswers(deps, lease, { batch, settlements, healthy: failure === undefined });
  if (failure) throw failure;
  return true;
}

type Sent = { readonly id: string; readonly envelope: string };

async function signed(deps: ExchangeDeps, { id, partnerCode, message, envelope }: Delivery): Promise<Sent> {
  // Envelopes of earlier releases are stored in either form of their signature.
  if (envelope !== null) return { id, envelope: withCanonicalSignature(envelope) };
  const address = { sender: deps.province, receiver: partnerCode, messageId: id, signedAt: deps.clock() };
  return { id, envelope: await signEnvelope('message', message, address, deps.exchangeKey) };
}

/**
 * Reads a receipt. An invalid receipt, or one that reports our envelope as invalid, is a failure of the link. The message
 * then stays due.
 */
async function readAnswer(
  deps: ExchangeDeps,
  { partner, graceHours }: { readonly partner: Partner; readonly graceHours: number },
  sent: Sent,
  text: string,
): Promise<Settlement | PartnerFailure> {
  try {
    const unsigned = refusalIn(text);
    if (unsigned !== undefined) return new PartnerFailure(`refused the envelope: ${unsigned}`);
    const opened = await openEnvelope(text, {
      type: 'receipt',
      receiver: deps.province,
      now: deps.clock(),
      keysOf: (sender) => (sender === partner.code ? partner.keys : undefined),
    });
    refuseRetiredKey(opened, deps.clock(), graceHours);
    const { messageId, content } = opened;
    const receipt = readReceipt(content);
    if (messageId !== sent.id || receipt.messageId !== sent.id || receipt.sender !== partner.code) {
      return new PartnerFailure('gave the receipt of another message');
    }
    if (receipt.envelopeDigest !== envelopeDigest(sent.envelope)) {
      return new PartnerFailure('gave a receipt for bytes that were not sent');
    }
    const { outcome, digest, problem } = receipt;
    if (problem?.code.startsWith('envelope-')) return new PartnerFailure(`refused the envelope: ${problem.code}`);
    const manifestNumber = partner.kind === 'national' ? receipt.manifestNumber : null;
    return { id: sent.id, outcome, digest, problem, manifestNumber, receipt: text };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return new PartnerFailure(`gave a receipt that cannot be accepted: ${error.code}`, { cause: error });
  }
}

/** Records receipts, numbers and newly parked deliveries in one short transaction. */
async function recordAnswers(
  deps: ExchangeDeps,
  lease: Lease,
  answered: {
    readonly batch: readonly Delivery[];
    readonly settlements: readonly Settlement[];
    readonly healthy: boolean;
  },
): Promise<void> {
  const { batch, settlements, healthy } = answered;
  const sent = new Map(batch.map((delivery) => [delivery.id, delivery]));
  const { retryMaxMs } = deps.exchange;
  const paused = settlements.map((one) => {
    const attempts = (sent.get(one.id)?.attempts ?? 0) + 1;
    return { ...one, pauseMs: one.outcome === 'waiting' ? briefPauseMs(attempts, retryMaxMs, chance()) : 0 };
  });
  const numbers = settlements.flatMap(({ id, manifestNumber }) => {
    const manifestId = sent.get(id)?.manifestId;
    return manifestNumber === null || manifestId === undefined ? [] : [{ manifestId, number: manifestNumber }];
  });
  const parked = settlements.filter(({ outcome }) => STATE_AFTER[outcome] === 'parked');
  await underLease(deps, lease, async (tx) => {
    const acknowledged = settlements.filter(({ outcome }) => STATE_AFTER[outcome] === 'acknowledged').length;
    await countAnswered(tx, lease.code, { acknowledged, healthy });
    await recordSettlements(tx, paused);
    await recordClashes(tx, deps, await insertNumbers(tx, numbers, deps.clock()));
    await record(
      tx,
      parked.map((one) => parkedFact(deps, one, sent.get(one.id))),
    );
  });
}

function parkedFact(deps: ExchangeDeps, settlement: Settlement, delivery: Delivery | undefined): Fact {
  const { id, outcome, problem } = settlement;
  return fact('delivery.parked', `delivery:${id}`, MACHINERY, deps.clock(), {
    deliveryId: id,
    partnerCode: delivery?.partnerCode ?? null,
    manifestId: delivery?.manifestId ?? null,
    manifestVersion: delivery?.manifestVersion ?? null,
    outcome,
    problem,
  });
}

async function underLease(deps: ExchangeDeps, lease: Lease, work: (tx: Tx) => Promise<void>): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await holdLease(tx, lease, leaseMs(deps)))) throw new LeaseLost();
    await work(tx);
  });
}

async function pauseSending(deps: ExchangeDeps, lease: Lease, error: unknown): Promise<void> {
  const failure = error instanceof PartnerFailure ? error : undefined;
  const reason = failure?.message ?? 'the sending failed in this service; see its log';
  const pauseAfter = failure?.unreachable === true ? briefPauseMs : pauseMs;
  const pause = pauseAfter(lease.failures + 1, deps.exchange.retryMaxMs, chance());
  const pauseFor = Math.max(pause, failure?.retryAfterMs ?? 0);
  deps.log.warn({ partner: lease.code, reason, pauseMs: pauseFor }, 'a partner is tried again later');
  await endLease(deps.db, lease, { pauseMs: pauseFor, reason });
}

/** Duration of a lease in milliseconds: longer than a request and its transactions may take. */
const leaseMs = ({ exchange }: ExchangeDeps): number => exchange.timeoutMs * 2 + 1_000;

export const chance = (): number => randomInt(1_000_000) / 1_000_000;
