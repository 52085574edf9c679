/** Use case: a step that another authority took. It is replayed by the same rule and must come to the same digest. */

import { checkUscc } from '../../core/identifiers/uscc.ts';
import { Problem } from '../../core/messages/problem.ts';
import { adoptParty, listSitesOf, type Party } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { NO_ACCOUNTS, NO_TERMS } from '../draft-service.ts';
import { manifestProblem } from '../problems.ts';
import { meantSite } from '../rules/carriage.ts';
import type { Applied, ApplyStep, Manifest } from '../rules/command.ts';
import { type DocumentParty, type DocumentSite, digestOf, type ManifestDocument } from '../rules/document.ts';
import { OWNED_BY, ownerOf, take } from '../rules/manifest.ts';
import { findStep, insertManifest, lockManifest, recordConflict, recordStep } from '../store.ts';
import { recordTaken, termsOf, toldOf } from '../taking/step-service.ts';

/**
 * Applies a told step: once, in the order of versions, and only when our own rule comes to the same digest. Telling it
 * twice or before its predecessor does no harm.
 * @throws Problem `manifest-document-contradicts`, `manifest-step-not-yours-to-send`, `manifest-not-for-us`,
 *   `manifest-receiver-site-unknown`
 */
export async function applyStep(tx: Tx, deps: Deps, told: ApplyStep): Promise<Applied> {
  refuseContradiction(told);
  const known = await lockManifest(tx, told.manifestId);
  // A manifest between others does not exist for the sender, who learns nothing by using its id.
  const before = known && concerns(known.document, told.actor.source) ? known : undefined;
  refuseForeignSender(told, before?.document ?? told.document);
  if (!before) return isFirst(told) && !known ? adopt(tx, deps, told) : { outcome: 'waiting', digest: null };
  const { version } = before.document;
  if (told.version <= version) return compare(tx, deps, told);
  if (told.version > version + 1) return { outcome: 'waiting', digest: null };
  return replay(tx, deps, { told, before });
}

function concerns({ originProvince, destinationProvince }: ManifestDocument, source: string): boolean {
  return source === `partner:${originProvince}` || source === `partner:${destinationProvince}`;
}

const isFirst = ({ version, step }: ApplyStep): boolean => version === 1 && (step === 'submit' || step === 'backfill');

/** A message must be true to the document it carries. */
function refuseContradiction({ manifestId, version, document, digest }: ApplyStep): void {
  const fields = {
    manifestId: manifestId === document.id,
    version: version === document.version && version >= 1,
    digest: digest === digestOf(document),
  };
  const field = Object.entries(fields).find(([, right]) => !right)?.[0];
  if (field) throw manifestProblem('manifest-document-contradicts', { field, manifestId, version });
}

/** Only the side that owns a step may tell it. The number is told by the origin, which gave it its place. */
function refuseForeignSender({ actor, step }: ApplyStep, document: ManifestDocument): void {
  const { originProvince, destinationProvince } = document;
  const province = OWNED_BY[step] === 'destination' ? destinationProvince : originProvince;
  const expected = `partner:${province}`;
  if (actor.source !== expected) {
    throw manifestProblem('manifest-step-not-yours-to-send', { step, expected, source: actor.source });
  }
}

/** We have this version: the same digest is a repetition, another one a conflict. */
async function compare(tx: Tx, deps: Deps, told: ApplyStep): Promise<Applied> {
  const ours = await findStep(tx, told.manifestId, told.version);
  if (ours?.digest === told.digest) return { outcome: 'already', digest: ours.digest };
  return conflict(tx, deps, {
    told,
    reason: `version taken by ${ours?.step ?? 'nothing'}`,
    ours: ours?.digest ?? null,
  });
}

async function replay(tx: Tx, deps: Deps, { told, before }: { told: ApplyStep; before: Manifest }): Promise<Applied> {
  const { actor, step, input } = told;
  const document = replayed(told, before.document);
  if (document instanceof Problem) return conflict(tx, deps, { told, reason: document.code, ours: null });
  const digest = digestOf(document);
  if (digest !== told.digest) return conflict(tx, deps, { told, reason: 'digest differs', ours: digest });
  await recordTaken(tx, deps, { actor, step, input, before, document });
  return { outcome: 'applied', digest };
}

/** What our rule makes of the step, or why it refuses it: a refusal is a finding here, not an error. */
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
  { told, reason, ours }: { told: ApplyStep; reason: string; ours: string | null },
): Promise<Applied> {
  const { actor, ...message } = told;
  const now = deps.clock();
  const source = actor.source;
  const found = { id: deps.newId(), source, reason, ourDigest: ours, recordedAt: now };
  if (await recordConflict(tx, { ...message, ...found })) {
    const { manifestId, version, step, digest, document } = message;
    const theirs = { digest, document };
    const payload = { manifestId, version, step, source, reason, ourDigest: ours, theirs };
    await record(tx, [fact('manifest.conflicted', `manifest:${manifestId}`, actor, now, payload)]);
  }
  return { outcome: 'conflict', digest: ours };
}

/** The first that we hear of a manifest of another province: it is taken over as it is. */
async function adopt(tx: Tx, deps: Deps, told: ApplyStep): Promise<Applied> {
  const { actor, step, input, document, digest } = told;
  refuseNotForUs(document, deps.province);
  const now = deps.clock();
  const { consignor, carrier, receiver } = await adoptParties(tx, deps, told);
  const adopted: Manifest = {
    document,
    digest,
    consignorId: consignor.id,
    carrierId: carrier.id,
    receiverId: receiver.id,
    consignorSiteId: null,
    receiverSiteId: meantSite(await listSitesOf(tx, receiver.id), document.receiverSite)?.id ?? null,
    accounts: document.lines.map(({ line }) => ({ ...NO_ACCOUNTS, line })),
    ...NO_TERMS,
    createdAt: now,
    updatedAt: now,
  };
  const manifest = { ...adopted, ...(await termsOf(tx, { step, input, before: adopted, document })) };
  if (!(await insertManifest(tx, manifest))) return applyStep(tx, deps, told);
  const facts = [toldOf(manifest, { actor, step, input }, now)];
  await recordStep(tx, manifest, { step, at: input.at, source: actor.source, facts });
  return { outcome: 'applied', digest };
}

type Parties = Record<'consignor' | 'carrier' | 'receiver', Party>;

/** In the order of their codes: two manifests that name the same organisations never wait for each other in a circle. */
async function adoptParties(tx: Tx, deps: Deps, { actor, document }: ApplyStep): Promise<Parties> {
  const { consignor, carrier, receiver, consignorSite, receiverSite } = document;
  const drafts = [draftOf(consignor, consignorSite), draftOf(carrier), draftOf(receiver, receiverSite)];
  const adopted = new Map<string, Party>();
  for (const draft of drafts.toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1))) {
    adopted.set(draft.uscc, await adoptParty(tx, deps, { actor, ...draft }));
  }
  const known = ({ uscc }: DocumentParty): Party => {
    const party = adopted.get(uscc);
    if (!party) throw new Error(`the organisation ${uscc} was not adopted`);
    return party;
  };
  return { consignor: known(consignor), carrier: known(carrier), receiver: known(receiver) };
}

/** A first message is a fresh manifest to this province, between organisations that can be known. */
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

/** An organisation as a manifest names it. Where only its province is known, the province's own code stands. */
function draftOf({ uscc, name, provinceCode }: DocumentParty, site?: DocumentSite) {
  const near = site?.divisionCode.startsWith(provinceCode) === true && site.divisionCode.length >= 4;
  return {
    uscc,
    name,
    provinceCode,
    usccMissingReason: null,
    divisionCode: near ? site.divisionCode : `${provinceCode}0000`,
    address: null,
    contactName: null,
    contactPhone: null,
  };
}
