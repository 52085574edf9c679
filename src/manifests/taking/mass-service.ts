/** What a step moves in the books of this province: flows between named accounts become movements between batches. */

import {
  BATTERY_KINDS,
  type Batch,
  CONDITIONS,
  describeBatch,
  type From,
  lockBatches,
  lockOwnBatches,
  type Movement,
  moveMass,
  RISK_CLASSES,
  refuseEarly,
  refuseOverdraft,
  type To,
} from '../../batches/index.ts';
import type { Actor } from '../../core/actor.ts';
import { toGrams } from '../../core/mass.ts';
import { listSitesOf } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Fact } from '../../platform/journal/index.ts';
import { manifestProblem } from '../problems.ts';
import { meantSite } from '../rules/carriage.ts';
import type { LineAccounts, Manifest } from '../rules/command.ts';
import type { DocumentLine } from '../rules/document.ts';
import { type Account, type Flow, flowsOf, type LineAccount } from '../rules/flows.ts';
import type { ManifestStep } from '../rules/step.ts';

/** A step being recorded: the manifest already carries the document after it. */
export type Taken = {
  readonly actor: Actor;
  readonly step: ManifestStep;
  readonly at: string;
  readonly manifest: Manifest;
  readonly now: Date;
};

/** The manifest with the batches that the step opened, and what the journal says of the batches. */
type Moved = { readonly manifest: Manifest; readonly facts: readonly Fact[] };

const COLUMN = {
  stock: 'batchId',
  transit: 'transitBatchId',
  received: 'receivedBatchId',
  returned: 'returnedBatchId',
} as const satisfies Record<LineAccount, keyof LineAccounts>;

/**
 * Moves what a step moves, in the caller's transaction. The manifest is locked before, the batches here.
 * @throws Problem `batch-missing`, `batch-mass-exceeded`, `batch-pieces-exceeded`, `batch-instant-early`,
 *   `manifest-receiver-site-unknown`
 */
export async function moveLoad(tx: Tx, deps: Deps, taken: Taken): Promise<Moved> {
  const flows = flowsOf(taken.step, taken.manifest.document, deps.province);
  if (flows.length === 0) return { manifest: taken.manifest, facts: [] };
  await lockDrawn(tx, taken, flows);
  const manifest = await withReceiverSite(tx, taken.manifest, flows);
  const opened = flows.flatMap((flow) => openedBy(deps, { ...taken, manifest }, flow));
  const accounts = manifest.accounts.map((one) => ({
    ...one,
    ...Object.fromEntries(
      opened.filter(({ flow }) => flow.line === one.line).map(({ column, batch }) => [column, batch.id]),
    ),
  }));
  const movements = flows.map((flow) => toMovement(flow, accounts, taken));
  await moveMass(
    tx,
    opened.map(({ batch: { massGrams: _, pieces: __, ...empty } }) => empty),
    movements,
  );
  return { manifest: { ...manifest, accounts }, facts: opened.flatMap((one) => factsOf(one, accounts, taken)) };
}

/** Locks what the flows draw from, and refuses to send more than the consignor's batches hold, or before they were there. */
async function lockDrawn(tx: Tx, { manifest, at }: Taken, flows: readonly Flow[]): Promise<void> {
  const drawn = flows.filter(({ from }) => from === 'stock');
  const ids = drawn.map(({ line }) => accountOf(manifest.accounts, line, 'stock'));
  for (const batch of await lockOwnBatches(tx, ids, manifest.consignorId, '#/document/lines/*/batchId')) {
    const draws = drawn.filter((_, place) => ids[place] === batch.id);
    const massGrams = draws.reduce((sum, draw) => sum + draw.massGrams, 0);
    const pieces = draws.reduce((sum, draw) => sum + draw.pieces, 0);
    refuseOverdraft(batch, { massGrams, pieces }, '#/document/lines');
    refuseEarly(batch, new Date(at), '#/body/at');
  }
  const loads = manifest.accounts.flatMap(({ transitBatchId }) => transitBatchId ?? []);
  await lockBatches(tx, loads);
}

/** The receiver's site, found when accepted mass must stand somewhere and the manifest came without one. */
async function withReceiverSite(tx: Tx, manifest: Manifest, flows: readonly Flow[]): Promise<Manifest> {
  if (manifest.receiverSiteId !== null || !flows.some(({ to }) => to === 'received')) return manifest;
  const wanted = manifest.document.receiverSite;
  const site = meantSite(await listSitesOf(tx, manifest.receiverId), wanted);
  if (!site) throw manifestProblem('manifest-receiver-site-unknown', { ...wanted });
  return { ...manifest, receiverSiteId: site.id };
}

type Opened = { readonly flow: Flow; readonly column: keyof LineAccounts; readonly batch: Batch };

/** The batch that a flow opens: the load, what arrived, what came back. */
function openedBy(deps: Deps, { manifest, at, now }: Taken, flow: Flow): Opened[] {
  if (flow.kind === 'weighing_difference' || flow.to === 'elsewhere' || flow.to === 'adjustment') return [];
  const { document } = manifest;
  const line = document.lines.find((one) => one.line === flow.line);
  if (!line) throw new Error(`manifest ${document.id} has no line ${flow.line}`);
  const batch: Batch = {
    id: deps.newId(),
    ...placeOf(flow, manifest),
    material: document.wasteCode,
    ...describedAs(line),
    sourceType: null,
    evidence: `manifest:${document.id}`,
    massGrams: toGrams(flow.massGrams),
    pieces: flow.pieces,
    occurredAt: new Date(at),
    recordedAt: now,
  };
  return [{ flow, column: COLUMN[flow.to], batch }];
}

/** Whose it is and where it stands: the load stays the consignor's until the receiver has accepted it. */
function placeOf(flow: Flow, manifest: Manifest): Pick<Batch, 'kind' | 'partyId' | 'siteId' | 'supplierName'> {
  const { consignorId, consignorSiteId, receiverId, receiverSiteId, document } = manifest;
  if (flow.to === 'transit') return { kind: 'transit', partyId: consignorId, siteId: null, supplierName: null };
  if (flow.to === 'received') {
    return { kind: 'battery', partyId: receiverId, siteId: receiverSiteId, supplierName: document.consignor.name };
  }
  return { kind: 'battery', partyId: consignorId, siteId: consignorSiteId, supplierName: null };
}

/** What another authority calls by a name that is not known here stays on the document only. */
function describedAs(line: DocumentLine): Pick<Batch, 'batteryKind' | 'riskClass' | 'condition'> {
  return {
    batteryKind: BATTERY_KINDS.find((known) => known === line.batteryKind) ?? null,
    riskClass: RISK_CLASSES.find((known) => known === line.riskClass) ?? null,
    condition: CONDITIONS.find((known) => known === line.condition) ?? null,
  };
}

function toMovement(flow: Flow, accounts: readonly LineAccounts[], { manifest, at, now }: Taken): Movement {
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
  return { batchId: accountOf(accounts, line, account) };
}

function accountOf(accounts: readonly LineAccounts[], line: number, account: LineAccount): string {
  const id = accounts.find((one) => one.line === line)?.[COLUMN[account]];
  if (typeof id !== 'string') throw new Error(`line ${line} has no ${account} batch here`);
  return id;
}

function factsOf({ flow, batch }: Opened, accounts: readonly LineAccounts[], taken: Taken): Fact[] {
  const { actor, manifest, now } = taken;
  const from = flow.from === 'stock' || flow.from === 'transit' ? accountOf(accounts, flow.line, flow.from) : null;
  const by = { manifestId: manifest.document.id, line: flow.line, fromBatchId: from };
  const stamp = { actor, occurredAt: batch.occurredAt, recordedAt: now, version: 1 };
  const opened = {
    ...stamp,
    kind: 'batch.opened',
    subject: `batch:${batch.id}`,
    payload: { ...describeBatch(batch), by },
  };
  if (flow.kind !== 'dispatch' || from === null) return [opened];
  const { massGrams, pieces } = batch;
  const payload = { toBatchId: batch.id, manifestId: by.manifestId, line: flow.line, massGrams, pieces };
  return [{ ...stamp, kind: 'batch.dispatched', subject: `batch:${from}`, payload }, opened];
}
