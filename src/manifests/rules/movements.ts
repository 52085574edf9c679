/** Movements of a step in the books of this province: flows between named accounts become movements between batches. */
import {
  BATTERY_KINDS,
  type Batch,
  CONDITIONS,
  type From,
  keptSourceOf,
  type Movement,
  RISK_CLASSES,
  refuseOverdraft,
  type To,
} from '../../batches/rules.ts';
import { toGrams } from '../../core/mass.ts';
import type { Site } from '../../parties/rules.ts';
import { findDescribedSite } from '../licensing/receiving-site.ts';
import { manifestProblem } from '../problems.ts';
import { type Answer, required } from './answer.ts';
import type { LineAccounts, Manifest } from './command.ts';
import type { DocumentLine } from './document.ts';
import { type Account, type Flow, flowsOf, type LineAccount } from './flows.ts';
import type { ManifestStep } from './step.ts';

/** Facts of this system that decide which mass a step moves. */
export type Books = {
  readonly now: Date;
  /** The province whose books these are. */
  readonly province: string;
  /** One new id for each line, used if the step opens a batch for the line. */
  readonly newIds: readonly string[];
  /** The batches of the consignor that a hand-over draws from, line by line. */
  readonly drawn: Answer<readonly Batch[]>;
  /** Batches in transit, by id, at a decision and a closing; at the closing also those that refused mass goes back to. */
  readonly sources: ReadonlyMap<string, Batch>;
  /** Types of source that law keeps apart from waste: a load keeps them through all its batches. */
  readonly keptApart: readonly string[];
  /** All sites of the receiver; read only when the manifest does not name a registered site. */
  readonly receiverSites: readonly Site[];
};

/** A step whose document is decided: the manifest already carries the document after it. */
type Decided = { readonly step: ManifestStep; readonly at: string; readonly manifest: Manifest };

/** A batch that a flow opens: the load, the accepted or the returned mass. */
export type OpenedBatch = { readonly flow: Flow; readonly batch: Batch; readonly fromBatchId: string | null };

export type Moved = {
  /** The manifest with the batches that the step opened. */
  readonly manifest: Manifest;
  readonly opened: readonly OpenedBatch[];
  readonly movements: readonly Movement[];
};

const COLUMN = {
  stock: 'batchId',
  transit: 'transitBatchId',
  received: 'receivedBatchId',
  returned: 'returnedBatchId',
} as const satisfies Record<LineAccount, keyof LineAccounts>;

/**
 * Moves the mass of a step.
 * @throws Problem `batch-missing`, `batch-mass-exceeded`, `batch-pieces-exceeded`, `batch-quantities-apart`,
 *   `manifest-receiver-site-unknown`
 */
export function moveLoad(decided: Decided, books: Books): Moved {
  const { step, at, manifest: before } = decided;
  const flows = flowsOf(step, before.document, books.province);
  if (flows.length === 0) return { manifest: before, opened: [], movements: [] };
  if (flows.some(({ from }) => from === 'stock')) refuseOverdraws(required(books.drawn), flows);
  const placed = withReceiverSite(before, flows, books.receiverSites);
  const batches = flows.flatMap((flow) => openedBy(flow, { at, manifest: placed }, books));
  const accounts = placed.accounts.map((one) => ({
    ...one,
    ...Object.fromEntries(
      batches.filter(({ flow }) => flow.line === one.line).map(({ column, batch }) => [column, batch.id]),
    ),
  }));
  return {
    manifest: { ...placed, accounts },
    opened: batches.map(({ flow, batch }) => ({ flow, batch, fromBatchId: sourceOf(flow, accounts) })),
    movements: flows.map((flow) => toMovement(flow, accounts, { ...decided, now: books.now })),
  };
}

/** Refuses a hand-over of more mass than the consignor's batches hold. */
function refuseOverdraws(drawn: readonly Batch[], flows: readonly Flow[]): void {
  const draws = flows.filter(({ from }) => from === 'stock');
  for (const batch of drawn) {
    const own = draws.filter((_, place) => drawn[place]?.id === batch.id);
    const massGrams = own.reduce((sum, draw) => sum + draw.massGrams, 0);
    const pieces = own.reduce((sum, draw) => sum + draw.pieces, 0);
    refuseOverdraft(batch, { massGrams, pieces }, '#/document/lines');
  }
}

/** Adds the receiver's site when the step accepts mass and the manifest does not name a registered site yet. */
function withReceiverSite(manifest: Manifest, flows: readonly Flow[], sites: readonly Site[]): Manifest {
  if (manifest.receiverSiteId !== null || !flows.some(({ to }) => to === 'received')) return manifest;
  const described = manifest.document.receiverSite;
  const site = findDescribedSite(sites, described);
  if (!site) throw manifestProblem('manifest-receiver-site-unknown', { ...described });
  return { ...manifest, receiverSiteId: site.id };
}

type Opened = { readonly flow: Flow; readonly column: keyof LineAccounts; readonly batch: Batch };

function openedBy(flow: Flow, { at, manifest }: Omit<Decided, 'step'>, books: Books): Opened[] {
  if (flow.kind === 'weighing_difference' || flow.to === 'elsewhere' || flow.to === 'adjustment') return [];
  const { document } = manifest;
  const { newIds, now, keptApart } = books;
  const place = document.lines.findIndex((one) => one.line === flow.line);
  const [line, id] = [document.lines[place], newIds[place]];
  if (line === undefined || id === undefined) throw new Error(`manifest ${document.id} has no line ${flow.line}`);
  const batch: Batch = {
    id,
    ...ownerOf(flow, manifest),
    material: document.wasteCode,
    ...knownCodesOf(line),
    ...comingBack(flow, manifest, books.sources),
    sourceType: keptSourceOf(originOf(flow, place, manifest, books), keptApart),
    evidence: `manifest:${document.id}`,
    massGrams: toGrams(flow.massGrams),
    pieces: flow.pieces,
    occurredAt: new Date(at),
    recordedAt: now,
  };
  return [{ flow, column: COLUMN[flow.to], batch }];
}

/** The owner and the site of an opened batch: the consignor owns the load until the receiver has accepted it. */
function ownerOf(flow: Flow, manifest: Manifest): Pick<Batch, 'kind' | 'partyId' | 'siteId' | 'supplierName'> {
  const { consignorId, consignorSiteId, receiverId, receiverSiteId, document } = manifest;
  if (flow.to === 'transit') return { kind: 'transit', partyId: consignorId, siteId: null, supplierName: null };
  if (flow.to === 'received') {
    return { kind: 'battery', partyId: receiverId, siteId: receiverSiteId, supplierName: document.consignor.name };
  }
  return { kind: 'battery', partyId: consignorId, siteId: consignorSiteId, supplierName: null };
}

/** The batch of this province that a flow opens another one for; none for mass from another province. */
function originOf({ to, line }: Flow, place: number, { accounts }: Manifest, { drawn, sources }: Books): Batch[] {
  if (to === 'transit') return required(drawn).slice(place, place + 1);
  const { batchId = null, transitBatchId = null } = accounts.find((one) => one.line === line) ?? {};
  const origin = sources.get((to === 'returned' ? batchId : transitBatchId) ?? '');
  return origin ? [origin] : [];
}

/** Fields of a returned batch: it is again what it was before the load, such as a residue or an own intermediate. */
function comingBack({ to, line }: Flow, { accounts }: Manifest, sources: Books['sources']): Partial<Batch> {
  const source = to === 'returned' ? sources.get(accounts.find((one) => one.line === line)?.batchId ?? '') : undefined;
  if (!source) return {};
  const { kind, material, batteryKind, riskClass, condition } = source;
  return { kind, material, batteryKind, riskClass, condition };
}

/** A code of another authority that is unknown here stays on the document only. */
function knownCodesOf(line: DocumentLine): Pick<Batch, 'batteryKind' | 'riskClass' | 'condition'> {
  return {
    batteryKind: BATTERY_KINDS.find((known) => known === line.batteryKind) ?? null,
    riskClass: RISK_CLASSES.find((known) => known === line.riskClass) ?? null,
    condition: CONDITIONS.find((known) => known === line.condition) ?? null,
  };
}

function toMovement(
  flow: Flow,
  accounts: readonly LineAccounts[],
  { manifest, at, now }: Decided & { readonly now: Date },
): Movement {
  return {
    kind: flow.kind,
    from: endOf(flow, flow.from, accounts),
    to: endOf(flow, flow.to, accounts),
    massGrams: toGrams(flow.massGrams),
    pieces: flow.pieces,
    evidence: `manifest:${manifest.document.id}`,
    occurredAt: new Date(at),
    recordedAt: now,
  };
}

function endOf({ line }: Flow, account: Account, accounts: readonly LineAccounts[]): From & To {
  if (account === 'elsewhere' || account === 'adjustment') return { boundary: account };
  return { batchId: batchOf(accounts, line, account) };
}

/** The batch that a flow takes mass from, or null when it comes from outside the books. */
function sourceOf({ from, line }: Flow, accounts: readonly LineAccounts[]): string | null {
  return from === 'stock' || from === 'transit' ? batchOf(accounts, line, from) : null;
}

function batchOf(accounts: readonly LineAccounts[], line: number, account: LineAccount): string {
  const id = accounts.find((one) => one.line === line)?.[COLUMN[account]];
  if (typeof id !== 'string') throw new Error(`line ${line} has no ${account} batch here`);
  return id;
}
