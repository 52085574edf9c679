/** Use case: replaying the steps of another authority by the same rules, to the same digest. */
import { checkUscc } from '../../core/identifiers/uscc.ts';
import { Problem } from '../../core/messages/problem.ts';
import { adoptParty, listSitesOf, type Party } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { NO_ACCOUNTS, NOTHING_YET } from '../draft-service.ts';
import { deadlinesOf } from '../law/deadlines.ts';
import { findDescribedSite } from '../licensing/receiving-site.ts';
import { manifestProblem } from '../problems.ts';
import type { Applied, ApplyStep, Manifest } from '../rules/command.ts';
import { type DocumentParty, type DocumentSite, digestOf, type ManifestDocument } from '../rules/document.ts';
import { MANIFEST_STEPS, ownerOf, take } from '../rules/manifest.ts';
import { NOTHING_MORE, outcomeOf } from '../rules/outcome.ts';
import { findStep, insertManifest, lockManifest, recordConflict } from '../store.ts';
import { lookUpBooks } from '../taking/look-up-service.ts';
import { recordStep } from '../taking/recording-service.ts';

/**
 * Replays a step once, in the order of versions, and only when the rules here lead to the same digest. A step that
 * arrives twice, or before its predecessor, changes nothing.
 * @throws Problem `manifest-document-contradicts`, `manifest-step-not-yours-to-send`, `manifest-not-for-us`,
 *   `manifest-receiver-site-unknown`
 */
export async function applyStep(tx: Tx, deps: Deps, message: ApplyStep): Promise<Applied> {
  refuseContradiction(message);
  const known = await lockManifest(tx, message.manifestId);
  // For the sender, a manifest between other provinces does not exist: its id must reveal nothing.
  const before = known && concerns(known.document, message.actor.source) ? known : undefined;
  refuseForeignSender(message, before?.document ?? message.document);
  if (!before) return isFirst(message) && !known ? adopt(tx, deps, message) : { outcome: 'waiting', digest: null };
  const { version } = before.document;
  if (message.version <= version) return compare(tx, deps, message);
  if (message.version > version + 1) return { outcome: 'waiting', digest: null };
  return replay(tx, deps, { message, before });
}

function concerns({ originProvince, destinationProvince }: ManifestDocument, source: string): boolean {
  return source === `partner:${originProvince}` || source === `partner:${destinationProvince}`;
}

const isFirst = ({ version, step }: ApplyStep): boolean => version === 1 && (step === 'submit' || step === 'backfill');

/** Refuses a message that contradicts the document it carries. */
function refuseContradiction({ manifestId, version, document, digest }: ApplyStep): void {
  const fields = {
    manifestId: manifestId === document.id,
    version: version === document.version && version >= 1,
    digest: digest === digestOf(document),
  };
  const field = Object.entries(fields).find(([, right]) => !right)?.[0];
  if (field) throw manifestProblem('manifest-document-contradicts', { field, manifestId, version });
}

/**
 * Refuses a step of another side. The origin also sends the national number, because it decides the version of that
 * step.
 */
function refuseForeignSender({ actor, step }: ApplyStep, document: ManifestDocument): void {
  const { originProvince, destinationProvince } = document;
  const province = MANIFEST_STEPS[step].ownedBy === 'destination' ? destinationProvince : originProvince;
  const expected = `partner:${province}`;
  if (actor.source !== expected) {
    throw manifestProblem('manifest-step-not-yours-to-send', { step, expected, source: actor.source });
  }
}

/** Compares a step with the version that is stored here. The same digest is a repetition, another digest a conflict. */
async function compare(tx: Tx, deps: Deps, message: ApplyStep): Promise<Applied> {
  const ours = await findStep(tx, message.manifestId, message.version);
  if (ours?.digest === message.digest) return { outcome: 'already', digest: ours.digest };
  return conflict(tx, deps, {
    message,
    reason: `version taken by ${ours?.step ?? 'nothing'}`,
    ours: ours?.digest ?? null,
  });
}

async function replay(
  tx: Tx,
  deps: Deps,
  { message, before }: { message: ApplyStep; before: Manifest },
): Promise<Applied> {
  const { actor, step, input } = message;
  const document = replayed(message, before.document);
  if (document instanceof Problem) return conflict(tx, deps, { message, reason: document.code, ours: null });
  const digest = digestOf(document);
  if (digest !== message.digest) return conflict(tx, deps, { message, reason: 'digest differs', ours: digest });
  const deadlines = deadlinesOf({ step, input, document }, before, message.law);
  const books = await lookUpBooks(tx, deps, before, step);
  await recordStep(tx, outcomeOf(before, { ...NOTHING_MORE, deadlines, actor, step, input, document }, books));
  return { outcome: 'applied', digest };
}

/** Returns the document by the rules here, or the problem by which they refuse the step. */
function replayed({ step, input }: ApplyStep, before: ManifestDocument): ManifestDocument | Problem {
  try {
    return take(step, before, input, ownerOf(step));
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function conflict(
  tx: Tx,
  deps: Deps,
  { message, reason, ours }: { message: ApplyStep; reason: string; ours: string | null },
): Promise<Applied> {
  const { actor, law: _, ...received } = message;
  const now = deps.clock();
  const source = actor.source;
  const found = { id: deps.newId(), source, reason, ourDigest: ours, recordedAt: now };
  if (await recordConflict(tx, { ...received, ...found })) {
    const { manifestId, version, step, digest, document } = received;
    const theirs = { digest, document };
    const payload = { manifestId, version, step, source, reason, ourDigest: ours, theirs };
    await record(tx, [fact('manifest.conflicted', `manifest:${manifestId}`, actor, now, payload)]);
  }
  return { outcome: 'conflict', digest: ours };
}

/** Stores the first version of a manifest of another province, unchanged. */
async function adopt(tx: Tx, deps: Deps, message: ApplyStep): Promise<Applied> {
  const { actor, step, input, document, digest } = message;
  refuseNotForUs(document, deps.province);
  const now = deps.clock();
  const { consignor, carrier, receiver } = await adoptParties(tx, deps, message);
  const adopted: Manifest = {
    document,
    digest,
    consignorId: consignor.id,
    carrierId: carrier.id,
    receiverId: receiver.id,
    consignorSiteId: null,
    receiverSiteId: findDescribedSite(await listSitesOf(tx, receiver.id), document.receiverSite)?.id ?? null,
    accounts: document.lines.map(({ line }) => ({ ...NO_ACCOUNTS, line })),
    ...NOTHING_YET,
    createdAt: now,
    updatedAt: now,
  };
  const manifest = { ...adopted, ...deadlinesOf(message, adopted, message.law) };
  if (!(await insertManifest(tx, manifest))) return applyStep(tx, deps, message);
  const outcome = { ...NOTHING_MORE, actor, step, input, manifest, opened: [], movements: [], recordedAt: now };
  await recordStep(tx, outcome);
  return { outcome: 'applied', digest };
}

type Parties = Record<'consignor' | 'carrier' | 'receiver', Party>;

/**
 * Registers missing organisations in the order of their codes, so that two manifests with the same organisations never
 * deadlock.
 */
async function adoptParties(tx: Tx, deps: Deps, { actor, document }: ApplyStep): Promise<Parties> {
  const { consignor, carrier, receiver, consignorSite, receiverSite } = document;
  const drafts = [draftOf(consignor, consignorSite), draftOf(carrier), draftOf(receiver, receiverSite)];
  const adopted = new Map<string, Party>();
  for (const draft of drafts.toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1))) {
    adopted.set(draft.uscc, await adoptParty(tx, deps, { actor, ...draft }));
  }
  const adoptedParty = ({ uscc }: DocumentParty): Party => {
    const party = adopted.get(uscc);
    if (!party) throw new Error(`the organisation ${uscc} was not adopted`);
    return party;
  };
  return {
    consignor: adoptedParty(consignor),
    carrier: adoptedParty(carrier),
    receiver: adoptedParty(receiver),
  };
}

/** Refuses a first message unless it is a new manifest to this province, between organisations with credit codes. */
function refuseNotForUs(document: ManifestDocument, province: string): void {
  const { originProvince, destinationProvince, state, number, lines } = document;
  if (destinationProvince !== province || originProvince === province) {
    throw manifestProblem('manifest-not-for-us', { originProvince, destinationProvince, province });
  }
  const fresh = { state: state === 'submitted', number: number === null, lines: lines.every(isInPlace) };
  const field = Object.entries(fresh).find(([, right]) => !right)?.[0];
  if (field) throw manifestProblem('manifest-document-contradicts', { field });
  for (const { uscc, name } of [document.consignor, document.carrier, document.receiver]) {
    if (checkUscc(uscc).some(({ severity }) => severity === 'error')) {
      throw manifestProblem('manifest-party-without-code', { name });
    }
  }
}

const isInPlace = ({ line }: { readonly line: number }, at: number): boolean => line === at + 1;

/** Makes an organisation from a manifest. Its division is that of its site; without a site, that of its province. */
function draftOf({ uscc, name, provinceCode }: DocumentParty, site?: DocumentSite) {
  const siteInProvince = site?.divisionCode.startsWith(provinceCode) === true && site.divisionCode.length >= 4;
  return {
    uscc,
    name,
    provinceCode,
    usccMissingReason: null,
    divisionCode: siteInProvince ? site.divisionCode : `${provinceCode}0000`,
    address: null,
    contactName: null,
    contactPhone: null,
  };
}
