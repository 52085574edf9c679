/** Use cases: supplies, dispositions and emissions of a recycler, and stock counts of any site. */
import {
  type Batch,
  batchProblem,
  describeBatch,
  lockOwnBatches,
  type Movement,
  moveMass,
  readLedgers,
  refuseFuture,
  refuseOverdraft,
  settleDraws,
} from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Grams } from '../../core/mass.ts';
import { requireActive, requireParty, requireSite, type Site } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { type AssayDraft, insertFreshAssay } from '../assays/service.ts';
import { type RecyclingRules, requireCode } from '../material.ts';
import { recyclingProblem } from '../problems.ts';
import { findStockCount, insertDisposition, insertEmission, insertStockCount, insertSupply } from '../store.ts';
import { type Disposition, LEAVES_BY, refuseDisposition } from './disposition.ts';
import type { Emission } from './emission.ts';
import {
  refuseFutureCount,
  refuseImpossibleLines,
  refuseOtherCount,
  type StockCount,
  type StockLine,
} from './stock-count.ts';
import { refuseUnassayed, type Supply } from './supply.ts';
import { refuseLeavingWaste, refuseSuppliedWaste } from './waste.ts';

type By = { readonly actor: Actor; readonly rules: RecyclingRules };
/** Fields that the service sets. */
type ServiceField = 'id' | 'partyId' | 'recordedAt';

/** Reads a recycling site of the organisation. @throws Problem `site-missing`, `site-not-recycler` */
export async function requireRecyclerSite(tx: Tx, siteId: string, partyId: string): Promise<Site> {
  const site = await requireSite(tx, siteId, partyId, '#/body/siteId');
  if (site.kind !== 'recycler') {
    throw recyclingProblem('site-not-recycler', { id: siteId, kind: site.kind, pointer: '#/body/siteId' });
  }
  return site;
}

export type SupplyDraft = Omit<Supply, ServiceField | 'batchId' | 'massGrams'> & {
  readonly massGrams: Grams;
  readonly assay: AssayDraft | null;
};

/**
 * Records bought feed with its lead content, as a batch in stock on the site.
 * @throws Problem `code-unknown`, `supply-assay-missing`, `supply-needs-manifest`, `site-missing`, `site-not-recycler`, `instant-in-future`
 */
export async function recordSupply(tx: Tx, deps: Deps, command: By & { readonly draft: SupplyDraft }): Promise<Supply> {
  const {
    actor,
    rules,
    draft: { assay, ...draft },
  } = command;
  const recordedAt = deps.clock();
  const partyId = partyOf(actor);
  const kind = requireCode(rules.supplyKinds, draft.sourceKind, '#/body/sourceKind');
  refuseUnassayed(kind, assay !== null);
  refuseSuppliedWaste(kind, dayOf(draft.receivedAt), rules);
  refuseFuture(draft.receivedAt, recordedAt, rules.skewSeconds, '#/body/receivedAt');
  await requireActive(tx, [{ id: partyId }], draft.receivedAt);
  await requireRecyclerSite(tx, draft.siteId, partyId);
  const supply = { ...draft, id: deps.newId(), partyId, batchId: deps.newId(), recordedAt };
  const evidence = `supply:${supply.id}`;
  const when = { occurredAt: draft.receivedAt, recordedAt };
  const batch: Batch = {
    id: supply.batchId,
    partyId,
    siteId: draft.siteId,
    kind: 'other_feed',
    material: kind.wasteCode ?? kind.code,
    batteryKind: null,
    riskClass: null,
    condition: null,
    sourceType: draft.sourceKind,
    supplierName: draft.supplierName,
    evidence,
    massGrams: draft.massGrams,
    pieces: 0,
    ...when,
  };
  const { massGrams, pieces, ...empty } = batch;
  const movement: Movement = {
    kind: 'supply',
    from: { boundary: 'supply' },
    to: { batchId: batch.id },
    massGrams,
    pieces,
    evidence,
    ...when,
  };
  await moveMass(tx, [empty], [movement]);
  await insertSupply(tx, supply);
  const { receivedAt, recordedAt: _, ...described } = supply;
  await record(tx, [
    fact('supply.recorded', evidence, actor, when, { ...described, receivedAt: receivedAt.toISOString() }),
    fact('batch.opened', `batch:${batch.id}`, actor, when, describeBatch(batch)),
  ]);
  if (assay) {
    const own = { ...assay, ...OF_BATCH, batchId: batch.id };
    await insertFreshAssay(tx, deps, { actor, rules, draft: own }, '#/body/assay');
  }
  return supply;
}

const OF_BATCH = { basis: 'batch', supplierId: null, batteryKind: null, replacesId: null } as const;

export type DispositionDraft = Omit<Disposition, ServiceField | 'massGrams' | 'useFate'> & {
  readonly massGrams: Grams;
};

/**
 * Records that mass of a product, by-product or residue leaves permanently.
 * @throws Problem `batch-missing`, `batch-mass-exceeded`, `disposition-not-for-kind`, `disposition-needs-manifest`, `instant-in-future`,
 *   `batch-instant-early`, `code-unknown`, `party-missing`
 */
export async function disposeOf(
  tx: Tx,
  deps: Deps,
  command: By & { readonly draft: DispositionDraft },
): Promise<Disposition> {
  const { actor, rules, draft } = command;
  const recordedAt = deps.clock();
  const partyId = partyOf(actor);
  refuseFuture(draft.occurredAt, recordedAt, rules.skewSeconds, '#/body/occurredAt');
  await requireActive(tx, [{ id: partyId }], draft.occurredAt);
  const [batch] = await lockOwnBatches(tx, [draft.batchId], partyId, '#/params/id');
  if (!batch) throw batchProblem('batch-missing', { id: draft.batchId });
  refuseDisposition(draft.kind, batch);
  refuseLeavingWaste(batch, dayOf(draft.occurredAt), rules);
  refuseOverdraft(batch, { massGrams: draft.massGrams, pieces: 0 }, '#/body');
  const occurredAt = settleDraws(
    [{ id: batch.id, massGrams: draft.massGrams, pieces: 0 }],
    await readLedgers(tx, [batch.id]),
    { at: draft.occurredAt, skewSeconds: rules.skewSeconds, pointer: '#/body/occurredAt' },
  );
  const useFate = draft.use === null ? null : requireCode(rules.uses, draft.use, '#/body/use').fate;
  if (draft.receiverId !== null) await requireParty(tx, draft.receiverId, '#/body/receiverId');
  const disposition = { ...draft, useFate, occurredAt, id: deps.newId(), partyId, recordedAt };
  const evidence = `disposition:${disposition.id}`;
  const when = { occurredAt, recordedAt };
  const { movement: kind, boundary } = LEAVES_BY[draft.kind];
  await moveMass(
    tx,
    [],
    [{ kind, from: { batchId: batch.id }, to: { boundary }, massGrams: draft.massGrams, pieces: 0, evidence, ...when }],
  );
  await insertDisposition(tx, disposition);
  const { occurredAt: _, recordedAt: __, ...described } = disposition;
  const payload = { ...described, siteId: batch.siteId, material: batch.material, batchKind: batch.kind };
  await record(tx, [fact(`batch.${DONE[draft.kind]}`, `batch:${batch.id}`, actor, when, payload)]);
  return disposition;
}

const DONE = { sale: 'sold', use: 'used', disposal: 'disposed' } as const;

export type StockCountDraft = Omit<StockCount, ServiceField | 'lines'> & {
  readonly lines: readonly Omit<StockLine, 'term'>[];
};

/**
 * Records a stock count of an own site of any kind, or the correction of one.
 * @throws Problem `site-missing`, `code-unknown`, `stock-count-exists`, `stock-count-missing`, `stock-count-not-its-correction`, `stock-count-in-future`,
 *   `batch-piece-mass-impossible`
 */
export async function countStock(
  tx: Tx,
  deps: Deps,
  command: By & { readonly draft: StockCountDraft },
): Promise<StockCount> {
  const { actor, rules, draft } = command;
  const recordedAt = deps.clock();
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], recordedAt);
  await requireSite(tx, draft.siteId, partyId, '#/body/siteId');
  refuseFutureCount(draft.countedOn, dayOf(recordedAt));
  const lines = draft.lines.map((line, at) => ({
    ...line,
    term: requireCode(rules.stockItems, line.item, `#/body/lines/${at}/item`).term,
  }));
  refuseImpossibleLines(lines, rules.pieceMass);
  const count: StockCount = { ...draft, lines, id: deps.newId(), partyId, recordedAt };
  if (draft.replacesId !== null) {
    const replaced = await findStockCount(tx, draft.replacesId);
    if (replaced?.partyId !== partyId) {
      throw recyclingProblem('stock-count-missing', { id: draft.replacesId, pointer: '#/body/replacesId' });
    }
    refuseOtherCount(count, replaced);
  }
  if (!(await insertStockCount(tx, count))) {
    const { siteId, countedOn } = count;
    throw recyclingProblem('stock-count-exists', { siteId, countedOn, pointer: '#/body/replacesId' });
  }
  const { recordedAt: _, ...payload } = count;
  await record(tx, [fact('stock.counted', `stock-count:${count.id}`, actor, recordedAt, payload)]);
  return count;
}

/** Records lead emitted to air or water. @throws Problem `site-missing`, `site-not-recycler`, `instant-in-future` */
export async function recordEmission(
  tx: Tx,
  deps: Deps,
  command: By & { readonly draft: Omit<Emission, ServiceField> },
): Promise<Emission> {
  const { actor, rules, draft } = command;
  const recordedAt = deps.clock();
  const partyId = partyOf(actor);
  await requireActive(tx, [{ id: partyId }], recordedAt);
  await requireRecyclerSite(tx, draft.siteId, partyId);
  refuseFuture(draft.occurredAt, recordedAt, rules.skewSeconds, '#/body/occurredAt');
  const emission = { ...draft, id: deps.newId(), partyId, recordedAt };
  await insertEmission(tx, emission);
  const { occurredAt, recordedAt: _, ...payload } = emission;
  const when = { occurredAt, recordedAt };
  await record(tx, [fact('emission.recorded', `emission:${emission.id}`, actor, when, payload)]);
  return emission;
}
