/**
 * Use cases: adjusting stock to a count. Lock order: the organisation, the proposal, the batches in the order of their ids, the
 * books of the site. What a second person confirms is decided again under these locks.
 */
import { lockOwnBatches, moveMass, readLedgers, refuseClosedYear } from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { affectedBy, type Dependants, type RecordRef } from '../../core/dependant.ts';
import { requireActive } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type DependantsDeps, dependantsOf } from '../../platform/dependants.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import type { StockCount } from '../inventory/stock-count.ts';
import { type RecyclingRules, requireCode } from '../material.ts';
import { recyclingProblem } from '../problems.ts';
import { findStockCount } from '../store.ts';
import {
  type AdjustmentLaw,
  type BatchToAdjust,
  type CountedBatch,
  holdAgainstBooks,
  movementsOf,
  type PointerTo,
  refuseUnbookable,
} from './adjusting.ts';
import { readBookStock, readMaterials } from './book-store.ts';
import {
  changeOfAll,
  countedItem,
  instantOf,
  judgeLimit,
  refuseBeyondDifference,
  refuseDecided,
  refuseOvertaken,
  refuseOwnProposal,
  refuseReplaced,
  refuseSecond,
  requireProposer,
  type StockAdjustment,
  stateAt,
} from './stock-adjustment.ts';
import { bookOf } from './stock-item.ts';
import {
  findReplacement,
  insertAdjustment,
  listLiveAdjustments,
  lockBooks,
  lockOwnAdjustment,
  readBookedAlone,
  updateDecision,
} from './store.ts';

type AdjustingDeps = Deps & DependantsDeps;

/** Law, read before the transaction. */
type Law = AdjustmentLaw & {
  readonly rules: RecyclingRules;
  readonly closing: Parameters<typeof refuseClosedYear>[2];
};

export type AdjustStock = Law & {
  readonly actor: Actor;
  readonly countId: string;
  readonly item: string;
  readonly reasonCode: string;
  readonly reason: string;
  readonly batches: readonly CountedBatch[];
};

/**
 * Books the difference between count and books, or proposes it when the law wants a second person.
 * @throws Problem `party-not-active`, `stock-count-missing`, `code-unknown`, `stock-adjustment-exists`,
 *   `correction-year-closed`, `batch-missing`, `stock-adjustment-person-needed`, and as `refuseBeyondDifference`,
 *   `holdAgainstBooks`, `refuseUnbookable`
 */
export async function adjustStock(tx: Tx, deps: AdjustingDeps, command: AdjustStock): Promise<StockAdjustment> {
  const { actor, countId, item, reasonCode, reason } = command;
  const partyId = partyOf(actor);
  const now = deps.clock();
  await requireActive(tx, [{ id: partyId }], now);
  const count = await findStockCount(tx, countId);
  if (count?.partyId !== partyId)
    throw recyclingProblem('stock-count-missing', { id: countId, pointer: '#/params/id' });
  requireCode(command.reasons, reasonCode, '#/body/reasonCode');
  const { line, adjusted, known } = await lookUp(tx, deps, command, {
    count,
    batches: command.batches,
    pointer: IN_BODY,
  });
  refuseSecond(await readLive(tx, { countId, item, now }), adjusted);
  refuseBeyondDifference(line, adjusted);
  const { limit } = command.on(count.countedOn);
  const near = { siteId: count.siteId, item, countedAt: line.countedAt };
  const alone = await readBookedAlone(tx, near, limit.windowDays);
  const judged = judgeLimit(line, changeOfAll(adjusted), alone, limit);
  requireProposer({ item, ...judged }, actor);
  const adjustment: StockAdjustment = {
    ...{ ...line, ...judged, id: deps.newId(), partyId, siteId: count.siteId, countId, reasonCode, reason },
    ...{ batches: adjusted, proposedBy: actor.subject, proposedAt: now },
    ...{ decidedBy: null, decidedAt: null, decision: null, affected: [], unlisted: [] },
    state: judged.aboveLimit ? 'proposed' : 'booked',
    expiresAt: judged.aboveLimit ? new Date(now.getTime() + limit.decisionDays * 86_400_000) : null,
  };
  const movements = movementsOf(adjustment, now);
  const { pieceMass } = command.rules;
  refuseUnbookable(adjustment, movements, known.batches, {
    ...{ dependants: known.dependants, pointer: IN_BODY, pieceMass },
  });
  if (adjustment.state === 'proposed') {
    await insertAdjustment(tx, adjustment);
    await recordFact(tx, actor, adjustment, now);
    return adjustment;
  }
  await moveMass(tx, [], movements);
  const booked = { ...adjustment, ...(await affectedOf(tx, deps, adjustment.id, known)) };
  await insertAdjustment(tx, booked);
  await recordFact(tx, actor, booked, now);
  return booked;
}

const IN_BODY: PointerTo = (at, member) => `#/body/batches/${at}/${member}`;
const IN_PATH: PointerTo = () => '#/params/id';

/** Reads the adjustments of an item to a count that are proposed or booked. A proposal whose time is over makes room. */
async function readLive(
  tx: Tx,
  { countId, item, now }: { readonly countId: string; readonly item: string; readonly now: Date },
): Promise<StockAdjustment[]> {
  const found = await listLiveAdjustments(tx, countId, item);
  const states = found.map((one) => ({ ...one, state: stateAt(one, now) }));
  for (const one of states.filter(({ state }) => state === 'expired')) await updateDecision(tx, one);
  return states.filter(({ state }) => state !== 'expired');
}

type Looked = {
  readonly count: StockCount;
  readonly batches: readonly CountedBatch[];
  readonly pointer: PointerTo;
};

/** Locks the batches of an adjustment and holds count and batches against the books of the instant of the count. */
async function lookUp(
  tx: Tx,
  deps: AdjustingDeps,
  { item, rules, on, closing }: Law & { readonly item: string },
  { count, batches: counted, pointer }: Looked,
) {
  const { partyId, siteId } = count;
  refuseReplaced(count.id, await findReplacement(tx, count.id));
  const countedAt = instantOf(count);
  const { massGrams: countedGrams, pieces: countedPieces, leadPpm } = countedItem(count, item);
  refuseClosedYear(countedAt, deps.clock(), closing);
  const { term } = requireCode(rules.stockItems, item, '#/body/item');
  const ofItem = on(count.countedOn).materials.find((one) => one.item === item) ?? { item, materials: [] };
  const ids = counted.map(({ batchId }) => batchId);
  const locked = await lockOwnBatches(tx, ids, partyId, pointer(0, 'batchId').replace('/0/', '/*/'));
  await lockBooks(tx, siteId);
  const [ledgers, codes] = [await readLedgers(tx, ids), await readMaterials(tx, ids)];
  const batches: BatchToAdjust[] = locked.map((batch) => ({
    ...{ batch, material: codes.get(batch.id) ?? batch.material, postings: ledgers.get(batch.id) ?? [] },
  }));
  const counting = { ...ofItem, term };
  const adjusted = holdAgainstBooks(counted, batches, { item: counting, siteId, countedAt, pointer });
  const book = bookOf(counting, await readBookStock(tx, { partyId, siteId, at: countedAt }));
  const dependants = new Map<string, Dependants>();
  const refs = ids.map((id) => ({ kind: 'batch', id }) as const);
  for (const ref of refs) dependants.set(ref.id, await dependantsOf(tx, deps, [ref]));
  return {
    line: { item, countedAt, countedGrams, countedPieces, leadPpm, bookGrams: book.massGrams, bookPieces: book.pieces },
    adjusted,
    known: { batches, dependants, before: await dependantsOf(tx, deps, refs), refs },
  };
}

/** The records that depend on any of the batches before the booking. */
type Known = { readonly before: Dependants; readonly refs: readonly RecordRef[] };

/** Returns what the booking changed, besides the adjustment itself. */
async function affectedOf(tx: Tx, deps: AdjustingDeps, own: string, { before, refs }: Known) {
  const { affected, ...rest } = affectedBy(before, await dependantsOf(tx, deps, refs));
  return { ...rest, affected: affected.filter(({ kind, id }) => kind !== 'stock_adjustment' || id !== own) };
}

export type DecideAdjustment = Law & {
  readonly actor: Actor;
  readonly id: string;
  /** Findings of the second person. */
  readonly reason: string;
};

/**
 * Books a proposal as its second person. The difference is found again from the books of now.
 * @throws Problem `stock-adjustment-missing`, `stock-adjustment-decided`, `stock-adjustment-own-proposal`,
 *   `second-person-not-logged-in`, `second-person-dependent`, `stock-adjustment-overtaken`, `stock-count-replaced`, and as `refuseUnbookable`
 */
export async function confirmAdjustment(
  tx: Tx,
  deps: AdjustingDeps & SecondPersonDeps,
  command: DecideAdjustment,
): Promise<StockAdjustment> {
  const { actor } = command;
  const now = deps.clock();
  const proposed = await lockProposal(tx, deps, command);
  const accountOf = async (subject: string) => {
    const passwordGivers = await deps.readPasswordGivers(tx, subject, proposed.proposedAt);
    return { subject, passwordGivers };
  };
  refuseOwnProposal(proposed, actor, await accountOf(proposed.proposedBy), await accountOf(actor.subject));
  const count = await findStockCount(tx, proposed.countId);
  if (!count) throw new Error('an adjustment has a stock count');
  const at = { count, batches: proposed.batches, pointer: IN_PATH };
  const { line, adjusted, known } = await lookUp(tx, deps, { ...command, item: proposed.item }, at);
  refuseOvertaken(proposed, { ...line, batches: adjusted });
  const movements = movementsOf(proposed, now);
  const { pieceMass } = command.rules;
  refuseUnbookable(proposed, movements, known.batches, {
    ...{ dependants: known.dependants, pointer: IN_PATH, pieceMass },
  });
  await moveMass(tx, [], movements);
  const decided = { decidedBy: actor.subject, decidedAt: now, decision: command.reason };
  const booked = {
    ...proposed,
    ...decided,
    ...(await affectedOf(tx, deps, proposed.id, known)),
    state: 'booked',
  } as const;
  await updateDecision(tx, booked);
  await recordFact(tx, actor, booked, now);
  return booked;
}

/**
 * Rejects a proposal, or withdraws an own one. Nothing is booked.
 * @throws Problem `stock-adjustment-missing`, `stock-adjustment-decided`
 */
export async function rejectAdjustment(
  tx: Tx,
  deps: AdjustingDeps,
  command: Pick<DecideAdjustment, 'actor' | 'id' | 'reason'>,
): Promise<StockAdjustment> {
  const { actor, reason } = command;
  const now = deps.clock();
  const proposed = await lockProposal(tx, deps, command);
  const rejected = {
    ...proposed,
    state: 'rejected',
    decidedBy: actor.subject,
    decidedAt: now,
    decision: reason,
  } as const;
  await updateDecision(tx, rejected);
  await recordFact(tx, actor, rejected, now);
  return rejected;
}

/** Locks a proposal, so that it is decided once. */
async function lockProposal(
  tx: Tx,
  deps: AdjustingDeps,
  { actor, id }: Pick<DecideAdjustment, 'actor' | 'id'>,
): Promise<StockAdjustment> {
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], deps.clock());
  const adjustment = await lockOwnAdjustment(tx, id, partyId);
  refuseDecided(adjustment, deps.clock());
  return adjustment;
}

/** Records what became of an adjustment, dated as the count once it is booked. */
async function recordFact(tx: Tx, actor: Actor, adjustment: StockAdjustment, now: Date): Promise<void> {
  const { id, state, countedAt, proposedAt, expiresAt, decidedAt, ...said } = adjustment;
  if (state === 'expired') return;
  const when = { occurredAt: state === 'booked' ? countedAt : now, recordedAt: now };
  const times = { countedAt, proposedAt, expiresAt, decidedAt };
  const written = Object.entries(times).map(([name, at]) => [name, at?.toISOString() ?? null]);
  const payload = { ...said, ...Object.fromEntries(written) };
  await record(tx, [fact(`stock-adjustment.${state}`, `stock-adjustment:${id}`, actor, when, payload)]);
}
