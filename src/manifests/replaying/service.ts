/** Use case: replaying the steps of another authority by the same rules, to the same digest. */
import { dayOf } from '../../core/calendar.ts';
import { Problem } from '../../core/messages/problem.ts';
import { adoptParty, findPartyByUscc, listSitesOf, lockStatuses, type Party } from '../../parties/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, readRecorded, record } from '../../platform/journal/index.ts';
import { differenceWarnings } from '../differences/difference-warning.ts';
import { NO_ACCOUNTS, NOTHING_YET } from '../draft-service.ts';
import { deadlinesOf } from '../law/deadlines.ts';
import { findDescribedSite } from '../licensing/receiving-site.ts';
import { correctNumber } from '../numbering/service.ts';
import { differsInNumber, withStatement } from '../numbering/statement.ts';
import { strangeNumberWarnings } from '../numbering/strange-number.ts';
import { manifestProblem } from '../problems.ts';
import type { Applied, ApplyStep, Manifest, StepMessage } from '../rules/command.ts';
import { type DocumentParty, type DocumentSite, digestOf, type ManifestDocument } from '../rules/document.ts';
import { irregularWarnings } from '../rules/instants.ts';
import { MANIFEST_STEPS, ownerOf, type PartyRole, take } from '../rules/manifest.ts';
import { NOTHING_MORE, outcomeOf } from '../rules/outcome.ts';
import { stepProblem } from '../rules/problems.ts';
import { STEP_ENTRIES } from '../rules/step.ts';
import { findStep, insertManifest, listNumbered, lockManifest, recordConflict } from '../store.ts';
import { lookUpBooks } from '../taking/look-up-service.ts';
import { recordStep } from '../taking/recording-service.ts';
import {
  nameWarnings,
  refuseForeignBeginning,
  refuseForeignNumber,
  refuseFutureClaim,
  refuseNotAdmitted,
} from './claim.ts';

/**
 * Replays a step once, in the order of versions, and only when the rules here lead to the same digest. A step that
 * arrives twice, or before its predecessor, changes nothing. A step dated ahead of our clock may be repeated later.
 * @throws Problem `manifest-document-contradicts`, `manifest-step-not-yours-to-send`, `manifest-not-for-us`,
 *   `manifest-receiver-site-unknown`, `manifest-place-elsewhere`, `manifest-party-unregistered`, `party-not-active`,
 *   `manifest-number-foreign`, `manifest-number-taken`, `instant-in-future`
 */
export async function applyStep(tx: Tx, deps: Deps, message: ApplyStep): Promise<Applied> {
  refuseContradiction(message);
  const known = await lockManifest(tx, message.manifestId);
  // For the sender, a manifest between other provinces does not exist: its id must reveal nothing.
  const before = known && concerns(known.document, message.actor.source) ? known : undefined;
  refuseForeignSender(message, before?.document ?? message.document);
  if (!before) return isFirst(message) && !known ? adopt(tx, deps, message) : { outcome: 'waiting', digest: null };
  const { version } = before.document;
  if (message.version <= version) return compare(tx, deps, { message, before });
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

type Received = { readonly message: ApplyStep; readonly before: Manifest };

/**
 * Compares a step with the version that is stored here. The same digest is a repetition, and so are the same facts under
 * another number; any other digest is a conflict.
 */
async function compare(tx: Tx, deps: Deps, { message, before }: Received): Promise<Applied> {
  const { manifestId, version, step } = message;
  const ours = await findStep(tx, manifestId, version);
  const already: Applied = { outcome: 'already', digest: ours?.digest ?? null };
  if (ours?.digest === message.digest) return withStatement(already, before.document, message.document);
  const document = await findDocument(tx, before.document, version);
  if (ours?.step === step && document && differsInNumber(document, message.document)) {
    const known = withStatement(already, before.document, message.document);
    return (await takeWord(tx, deps, { message, before })) ?? known;
  }
  return conflict(tx, deps, {
    message,
    reason: `version taken by ${ours?.step ?? 'nothing'}`,
    ours: ours?.digest ?? null,
  });
}

/** Reads the document of a version, as the step left it. */
async function findDocument(tx: Tx, present: ManifestDocument, version: number): Promise<ManifestDocument | undefined> {
  if (present.version === version) return present;
  const steps = (await readRecorded(tx, `manifest:${present.id}`, STEP_ENTRIES)) as StepMessage[];
  return steps.find((step) => step.version === version)?.document;
}

/**
 * Takes the word of the origin about its own number: another number while the national system has not spoken, and the
 * instant of the number at any time. Returns undefined when nothing changes.
 * @throws Problem `manifest-number-foreign`, `manifest-number-taken`
 */
async function takeWord(tx: Tx, deps: Deps, { message, before }: Received): Promise<Applied | undefined> {
  const { actor, step, document } = message;
  if (step !== 'number' || message.input.number !== document.number) return undefined;
  const { number, numberedAt } = document;
  const isOther = number !== before.document.number;
  if (isOther && before.numberConfirmed) return undefined;
  const already: Applied = { outcome: 'already', digest: message.digest };
  if (!isOther && numberedAt === before.document.numberedAt) return already;
  refuseFutureClaim(message, deps.clock());
  refuseForeignNumber(message, before.document);
  await refuseConfirmedElsewhere(tx, message);
  await correctNumber(tx, deps, before, { actor, number, numberedAt }, before.numberConfirmed);
  return isOther ? withStatement({ ...already, outcome: 'applied' }, before.document, document) : already;
}

async function replay(tx: Tx, deps: Deps, { message, before }: Received): Promise<Applied> {
  const { actor, step, input } = message;
  refuseFutureClaim(message, deps.clock());
  refuseForeignNumber(message, before.document);
  await refuseConfirmedElsewhere(tx, message);
  const document = replayed(message, before.document);
  if (document instanceof Problem) return conflict(tx, deps, { message, reason: document.code, ours: null });
  const digest = digestOf(document);
  const agrees = digest === message.digest || (step !== 'number' && differsInNumber(document, message.document));
  if (!agrees) return conflict(tx, deps, { message, reason: 'digest differs', ours: digest });
  const deadlines = deadlinesOf({ step, input, document, recordedAt: input.at }, before, message.law);
  const skewSeconds = message.law.skewSeconds(dayOf(deps.clock()));
  const stamp = { step, at: input.at };
  const threshold = message.law.discrepancyThreshold(dayOf(new Date(input.at)));
  const warnings = [
    ...irregularWarnings(document, stamp, skewSeconds),
    ...differenceWarnings(document, stamp, threshold),
    ...(step === 'number' ? strangeNumberWarnings(document, stamp) : []),
  ];
  const books = await lookUpBooks(tx, deps, before, { step, keptApart: message.law.keptApart(dayOf(deps.clock())) });
  const allowed = { ...NOTHING_MORE, warnings, deadlines, actor, step, input, document };
  await recordStep(tx, outcomeOf(before, allowed, books));
  return withStatement({ outcome: 'applied', digest }, document, message.document);
}

/**
 * Refuses a number that the national system gave to another manifest. A number that only another province has reported
 * may be reported again: one of both reports is wrong, and only the national system knows which.
 */
async function refuseConfirmedElsewhere(tx: Tx, { manifestId, step, input }: ApplyStep): Promise<void> {
  if (step !== 'number') return;
  const { number } = input;
  const others = (await listNumbered(tx, number)).filter(({ id }) => id !== manifestId);
  if (others.some(({ numberConfirmed }) => numberConfirmed)) throw stepProblem('manifest-number-taken', { number });
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
  const now = deps.clock();
  refuseFutureClaim(message, now);
  refuseForeignBeginning(message, deps.province);
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
    warnings: nameWarnings(message, { consignor, carrier, receiver }, deps.province),
    createdAt: now,
    updatedAt: now,
  };
  const manifest = { ...adopted, ...deadlinesOf({ ...message, recordedAt: input.at }, adopted, message.law) };
  if (!(await insertManifest(tx, manifest))) return applyStep(tx, deps, message);
  const { warnings } = manifest;
  const outcome = {
    ...NOTHING_MORE,
    warnings,
    actor,
    step,
    input,
    manifest,
    opened: [],
    movements: [],
    recordedAt: now,
    settles: false,
  };
  await recordStep(tx, outcome);
  return { outcome: 'applied', digest };
}

type Parties = Record<'consignor' | 'carrier' | 'receiver', Party>;

/**
 * Finds the organisations of a manifest. Those of this province must be in its register: another authority registers,
 * renames and activates none here. Missing ones of other provinces are registered in the order of their codes, so that
 * two manifests with the same organisations never deadlock.
 */
async function adoptParties(tx: Tx, deps: Deps, message: ApplyStep): Promise<Parties> {
  const { actor, document } = message;
  const { consignor, carrier, receiver, consignorSite, receiverSite } = document;
  const drafts = [draftOf(consignor, consignorSite), draftOf(carrier), draftOf(receiver, receiverSite)];
  const adopted = new Map<string, Party>();
  for (const draft of drafts.toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1))) {
    const atHome = draft.provinceCode === deps.province;
    const party = atHome ? await findPartyByUscc(tx, draft.uscc) : await adoptParty(tx, deps, { actor, ...draft });
    if (party) adopted.set(draft.uscc, party);
  }
  const found = (role: PartyRole): Party => {
    const { uscc, name, provinceCode } = document[role];
    const party = adopted.get(uscc);
    const isHome = party?.provinceCode === deps.province;
    if (party && isHome === (provinceCode === deps.province)) return party;
    const pointer = `#/payload/document/${role}`;
    throw manifestProblem('manifest-party-unregistered', { role, uscc, name, provinceCode, pointer });
  };
  const parties = { consignor: found('consignor'), carrier: found('carrier'), receiver: found('receiver') };
  const home = Object.values(parties).filter((party) => party.provinceCode === deps.province);
  const statuses = await lockStatuses(tx, [...new Set(home.map(({ id }) => id))]);
  refuseNotAdmitted(message, statuses);
  return parties;
}

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
