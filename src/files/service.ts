/** Use cases: receiving a file, recording it, attaching it to a record, reading its bytes. */
import { type Actor, partyOf } from '../core/actor.ts';
import { dayOf } from '../core/calendar.ts';
import { requireActive } from '../parties/index.ts';
import type { Db, Tx } from '../platform/database/db.ts';
import { asServiceInAny } from '../platform/database/row-security.ts';
import type { Deps, ServiceDeps } from '../platform/deps.ts';
import { type FileStore, FileStoreOutage, type Found, type Incoming } from '../platform/file-store/index.ts';
import { fact, record } from '../platform/journal/index.ts';
import { type AttachedRecord, retentionEnd, type StoredFile } from './file.ts';
import { fileProblem } from './problems.ts';
import type { FileRules } from './receiving/receipt.ts';
import {
  announce,
  findFile,
  insertAttachment,
  insertFile,
  listUnrecorded,
  lockContent,
  lockUnrecorded,
  noteDamage,
  noteRemoval,
} from './store.ts';

type StoreDeps = Pick<Deps, 'log'> & { readonly fileStore: FileStore };

/**
 * Looks for threats in a received file, announces its content and keeps its bytes. After a crash, the bytes of a content
 * without a file are removed by `removeUnrecorded`.
 * @throws Problem `file-infected`, `file-scanner-unreachable`, `file-store-unreachable`
 */
export async function keepBytes(db: Db, { fileStore }: StoreDeps, incoming: Incoming): Promise<void> {
  const verdict = await reachable(() => fileStore.scan(incoming));
  const { sha256 } = incoming;
  if (verdict.infected) throw fileProblem('file-infected', { sha256, threat: verdict.threat, pointer: '#/body' });
  await announce(db, incoming);
  await reachable(() => fileStore.keep(incoming));
}

type Upload = Pick<StoredFile, 'sha256' | 'sizeBytes' | 'mediaType' | 'name'>;
type Command = { readonly actor: Actor; readonly rules: FileRules; readonly upload: Upload };

/**
 * Records a file whose bytes are kept. An organisation has each content once: the same content again is the file of before.
 * @throws Problem `party-not-active`, `file-store-unreachable` when the bytes were removed meanwhile
 */
export async function recordFile(tx: Tx, deps: Deps, { actor, rules, upload }: Command): Promise<StoredFile> {
  const partyId = partyOf(actor);
  const recordedAt = deps.clock();
  await requireActive(tx, [{ id: partyId }], recordedAt);
  const kept = await asServiceInAny(tx, 'the bytes of a file belong to no organisation', () =>
    lockContent(tx, upload.sha256),
  );
  if (!kept) throw fileProblem('file-store-unreachable');
  const retainedUntil = retentionEnd(dayOf(recordedAt), rules.retentionYears);
  const file = { ...upload, id: deps.newId(), partyId, uploadedBy: actor.subject, recordedAt, retainedUntil };
  if (!(await insertFile(tx, file))) {
    const known = await findFile(tx, partyId, { sha256: upload.sha256 });
    if (known === undefined) throw new Error('a file of the organisation is not visible to it');
    return known;
  }
  // The name may have personal data, and the journal is permanent.
  const { id, sha256, sizeBytes, mediaType } = file;
  const payload = { id, partyId, sha256, sizeBytes, mediaType, retainedUntil };
  await record(tx, [fact('file.stored', `file:${id}`, actor, recordedAt, payload)]);
  return file;
}

type Attaching = {
  readonly actor: Actor;
  /** The id of the file, or its content. */
  readonly file: { readonly id: string } | { readonly sha256: string };
};

/** Finds a file of the organisation of the actor. */
export const findOwnFile = (tx: Tx, { actor, file }: Attaching): Promise<StoredFile | undefined> =>
  findFile(tx, partyOf(actor), file);

/** Attaches a file of the own organisation to a record that the same transaction has made. */
export async function attachFile(
  tx: Tx,
  deps: Deps,
  { actor, file, to }: { readonly actor: Actor; readonly file: StoredFile; readonly to: AttachedRecord },
): Promise<void> {
  const at = deps.clock();
  await insertAttachment(tx, file, to, at);
  const payload = { id: file.id, partyId: file.partyId, sha256: file.sha256, record: `${to.kind}:${to.id}` };
  await record(tx, [fact('file.attached', `file:${file.id}`, actor, at, payload)]);
}

/**
 * Returns the bytes of a file, which are compared with their hash before the first of them is sent.
 * @throws Problem `file-damaged`, `file-store-unreachable`
 */
export async function openBytes(db: Db, { fileStore, log }: StoreDeps, file: StoredFile) {
  const { id, sha256, name } = file;
  const found: Found = await reachable(() => fileStore.find(sha256));
  if (found.state === 'whole') return found;
  log.error(
    { fileId: id, sha256, state: found.state, bytes: file.sizeBytes },
    'the stored bytes of a file are damaged',
  );
  await noteDamage(db, sha256);
  throw fileProblem('file-damaged', { id, sha256, name });
}

/** Removes bytes that were kept a day ago or earlier, and whose file was never recorded. Returns their number. */
export async function removeUnrecorded({ db, fileStore }: ServiceDeps & StoreDeps): Promise<number> {
  let removed = 0;
  for (const sha256 of await listUnrecorded(db)) {
    await db.transaction(async (tx) => {
      if (!(await lockUnrecorded(tx, sha256))) return;
      await fileStore.remove(sha256);
      await noteRemoval(tx, sha256);
      removed += 1;
    });
  }
  return removed;
}

/** @throws Problem `file-scanner-unreachable`, `file-store-unreachable` */
async function reachable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileStoreOutage)) throw error;
    const code = error.part === 'scanner' ? 'file-scanner-unreachable' : 'file-store-unreachable';
    throw fileProblem(code, {}, error);
  }
}
