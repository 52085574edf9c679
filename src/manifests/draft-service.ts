/** Use case: drafting a manifest in the province the load leaves from. */
import {
  type Batch,
  lockOwnBatches,
  type PieceMassLimits,
  refuseContradictingDraws,
  refuseMixed,
  refuseOverdraws,
} from '../batches/index.ts';
import { type Actor, partyOf } from '../core/actor.ts';
import { dayOf } from '../core/calendar.ts';
import type { CodeNames } from '../core/messages/code-names.ts';
import { type Party, requireActive, requireParty, requireSite } from '../parties/index.ts';
import type { Tx } from '../platform/database/db.ts';
import { asService, type RequestTx } from '../platform/database/row-security.ts';
import type { Deps } from '../platform/deps.ts';
import { fact, record } from '../platform/journal/index.ts';
import type { ManifestLaw } from './law/manifest-law.ts';
import { refuseSameSite } from './licensing/receiving-site.ts';
import { manifestProblem } from './problems.ts';
import type { DraftManifest, Manifest } from './rules/command.ts';
import { type DocumentParty, type DocumentSite, type DraftLine, digestOf, draftDocument } from './rules/document.ts';
import { insertManifest } from './store.ts';
import { refuseUnknownCode } from './taking/completion.ts';
import { type ClassPackaging, refuseUnfitPackaging } from './wastes/packaging.ts';
import { type WasteForm, wasteOf } from './wastes/waste.ts';

type Command = { readonly actor: Actor; readonly law: ManifestLaw };

/**
 * Drafts a manifest for batches of one waste, stored at one site of the actor's organisation. The draft reserves nothing: mass moves
 * when the load is handed over.
 * @throws Problem `party-missing`, `party-not-active`, `site-missing`, `batch-missing`, `batch-mass-exceeded`, `batch-pieces-exceeded`, `batch-quantities-apart`, `batch-piece-mass-differs`,
 *   `manifest-party-without-code`, `manifest-consignor-elsewhere`, `manifest-receiver-site-mismatch`, `manifest-same-site`,
 *   `manifest-batch-elsewhere`, `manifest-batch-not-waste`, `batches-kept-apart`, `manifest-packaging-unfit`, `manifest-waste-codes-differ`, `manifest-code-unknown`
 */
export async function draftManifest(
  tx: RequestTx,
  deps: Deps,
  command: Command,
  draft: DraftManifest,
): Promise<Manifest> {
  const { actor, law } = command;
  const consignor = await requireParty(tx, partyOf(actor));
  refuseElsewhere(consignor, deps.province);
  const carrier = await requireParty(tx, draft.carrierId, '#/body/carrierId');
  const receiver = await requireParty(tx, draft.receiverId, '#/body/receiverId');
  const now = deps.clock();
  const named = [
    { id: consignor.id },
    { id: carrier.id, pointer: '#/body/carrierId' },
    { id: receiver.id, pointer: '#/body/receiverId' },
  ];
  await asService(tx, 'a draft needs the status of its carrier and receiver', () => requireActive(tx, named, now));
  const consignorSite = await requireSite(tx, draft.consignorSiteId, consignor.id, '#/body/consignorSiteId');
  const receiverSite = await receiverSiteOf(tx, deps, receiver, draft);
  refuseSameSite(draft, '#/body/receiverSiteId');
  const { wasteCode, lines } = await linesOf(tx, draft, {
    partyId: consignor.id,
    packagings: law.codes('packaging', dayOf(now)),
    limits: law.pieceMass(dayOf(now)),
    forms: law.wasteForms(dayOf(now)),
    keptApart: law.keptApart(dayOf(now)),
    classes: law.classPackaging(dayOf(now)),
  });
  const document = draftDocument({
    id: deps.newId(),
    originProvince: deps.province,
    destinationProvince: receiverSite.divisionCode.slice(0, 2),
    wasteCode,
    consignor: namedOn('#/body', consignor),
    carrier: namedOn('#/body/carrierId', carrier),
    receiver: namedOn('#/body/receiverId', receiver),
    consignorSite: placed(consignorSite),
    receiverSite: placed(receiverSite),
    lines,
  });
  const manifest: Manifest = {
    document,
    digest: digestOf(document),
    consignorId: consignor.id,
    carrierId: carrier.id,
    receiverId: receiver.id,
    consignorSiteId: draft.consignorSiteId,
    receiverSiteId: draft.receiverSiteId,
    accounts: draft.lines.map(({ batchId }, at) => ({ ...NO_ACCOUNTS, line: at + 1, batchId })),
    ...NOTHING_YET,
    createdAt: now,
    updatedAt: now,
  };
  await insertManifest(tx, manifest);
  await recordDraft(tx, actor, manifest);
  return manifest;
}

export const NO_ACCOUNTS = { batchId: null, transitBatchId: null, receivedBatchId: null, returnedBatchId: null };
export const NOTHING_YET = {
  numberConfirmed: false,
  confirmationDueOn: null,
  late: null,
  backfillDueOn: null,
  backfilledLate: null,
  acceptedLicenceId: null,
  warnings: [],
};

function refuseElsewhere({ provinceCode }: Party, province: string): void {
  if (provinceCode !== province) throw manifestProblem('manifest-consignor-elsewhere', { provinceCode, province });
}

function namedOn(pointer: string, { uscc, name, provinceCode }: Party): DocumentParty {
  if (uscc === null) throw manifestProblem('manifest-party-without-code', { name, pointer });
  return { uscc, name, provinceCode };
}

const placed = ({ name, divisionCode, address }: DocumentSite): DocumentSite => ({ name, divisionCode, address });

/** Returns the registered site, or, for a receiver of another province only, the site that the draft describes. */
async function receiverSiteOf(tx: Tx, deps: Deps, receiver: Party, draft: DraftManifest): Promise<DocumentSite> {
  const { receiverSiteId, receiverSite } = draft;
  if (receiverSiteId !== null) return requireSite(tx, receiverSiteId, receiver.id, '#/body/receiverSiteId');
  const { provinceCode } = receiver;
  const foreign = provinceCode !== deps.province;
  if (!foreign || receiverSite?.divisionCode.slice(0, 2) !== provinceCode) {
    throw manifestProblem('manifest-receiver-site-mismatch', { provinceCode, pointer: '#/body/receiverSite' });
  }
  return receiverSite;
}

type LineLaw = {
  readonly packagings: CodeNames;
  readonly limits: PieceMassLimits;
  readonly forms: readonly WasteForm[];
  readonly keptApart: readonly string[];
  readonly classes: readonly ClassPackaging[];
};
type Lines = { readonly wasteCode: string; readonly lines: DraftLine[] };

async function linesOf(
  tx: Tx,
  draft: DraftManifest,
  { partyId, packagings, limits, forms, keptApart, classes }: LineLaw & { readonly partyId: string },
): Promise<Lines> {
  const ids = draft.lines.map(({ batchId }) => batchId);
  const batches = await lockOwnBatches(tx, ids, partyId, '#/body/lines/*/batchId');
  const wastes = batches.map((batch, at) => {
    const pointer = `#/body/lines/${at}/batchId`;
    refuseNoStock(batch, draft.consignorSiteId, pointer);
    return wasteOf(batch, forms, pointer);
  });
  const lines = draft.lines.map((line, at): DraftLine => {
    const [batch, waste] = [batches[at], wastes[at]];
    if (!batch || !waste) throw new Error('every line has its batch');
    const pointer = `#/body/lines/${at}/packaging`;
    refuseUnknownCode(line.packaging, { list: 'packaging', known: packagings, pointer });
    const { batteryKind, riskClass } = batch;
    const { packaging, packages, massGrams, pieces } = line;
    refuseUnfitPackaging({ riskClass, packaging }, { classes, known: packagings, pointer });
    const { condition } = waste;
    return { batteryKind, riskClass, condition, packaging, packages, massGrams, pieces };
  });
  refuseMixed(batches, keptApart, '#/body/lines');
  refuseOverdraws(batches, draft.lines, '#/body/lines');
  const pointerOf = (line: number) => `#/body/lines/${line}/pieces`;
  refuseContradictingDraws(batches, draft.lines, { limits, pointerOf });
  return { wasteCode: oneWasteCode(wastes), lines };
}

function refuseNoStock({ id, siteId }: Batch, consignorSiteId: string, pointer: string): void {
  if (siteId === consignorSiteId) return;
  throw manifestProblem('manifest-batch-elsewhere', { id, siteId: consignorSiteId, pointer });
}

/** Returns the one waste code of a manifest. Order 23, Art 16 also allows several; one is the simpler form. */
function oneWasteCode(wastes: readonly Pick<WasteForm, 'wasteCode'>[]): string {
  const wasteCodes = [...new Set(wastes.map(({ wasteCode }) => wasteCode))];
  const [wasteCode, ...others] = wasteCodes;
  if (wasteCode === undefined || others.length > 0) {
    throw manifestProblem('manifest-waste-codes-differ', { wasteCodes, pointer: '#/body/lines' });
  }
  return wasteCode;
}

async function recordDraft(tx: Tx, actor: Actor, { document, digest, createdAt }: Manifest): Promise<void> {
  const payload = {
    manifestId: document.id,
    version: 0,
    step: 'draft',
    input: null,
    document,
    digest,
  };
  await record(tx, [fact('manifest.drafted', `manifest:${document.id}`, actor, createdAt, payload)]);
}
