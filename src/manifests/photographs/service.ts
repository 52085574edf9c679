/** Use case: adding photographs of a load to its manifest. They stay in this province, so the manifest itself does not change. */
import { refuseFuture } from '../../batches/index.ts';
import { type Actor, partyOf } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import { attachFile, findOwnFile } from '../../files/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { ManifestLaw } from '../law/manifest-law.ts';
import { manifestProblem } from '../problems.ts';
import { lockManifest } from '../store.ts';
import { namedParties } from '../taking/step-permissions.ts';
import { type Photographs, refuseDraft, refuseTooMany, refuseUnsuitable } from './photographs.ts';
import { photographProblem } from './problems.ts';
import { insertPhotographs, listPhotographsOf } from './store.ts';

type Adding = Pick<Photographs, 'manifestId' | 'fileIds' | 'takenAt' | 'remarks'> & {
  readonly actor: Actor;
  readonly law: Pick<ManifestLaw, 'skewSeconds' | 'paperPhotographs'>;
};

/**
 * Adds photographs that an organisation named on the manifest has uploaded, in every state but that of a draft. Returns all of it.
 * @throws Problem `manifest-missing`, `instant-in-future`, `photograph-file-missing`, and as `refuseDraft`, `refuseUnsuitable`
 *   and `refuseTooMany`
 */
export async function addPhotographs(
  tx: Tx,
  deps: Deps,
  { actor, law, manifestId, ...given }: Adding,
): Promise<Photographs[]> {
  const recordedAt = deps.clock();
  const partyId = partyOf(actor);
  const manifest = await lockManifest(tx, manifestId);
  if (!manifest || !namedParties(manifest).includes(partyId)) {
    throw manifestProblem('manifest-missing', { id: manifestId });
  }
  refuseDraft(manifest.document.state, manifestId);
  const today = dayOf(recordedAt);
  if (given.takenAt !== null) refuseFuture(given.takenAt, recordedAt, law.skewSeconds(today), '#/body/takenAt');
  const files = [];
  for (const [at, id] of given.fileIds.entries()) {
    const file = await findOwnFile(tx, { actor, file: { id } });
    if (!file) throw photographProblem('photograph-file-missing', { id, pointer: `#/body/fileIds/${at}` });
    files.push(file);
  }
  const earlier = await listPhotographsOf(tx, manifestId);
  const known = new Set(earlier.flatMap(({ fileIds }) => fileIds));
  refuseUnsuitable(files, known);
  refuseTooMany(known.size + files.length, law.paperPhotographs(today).maxPerManifest);
  const photographs: Photographs = { ...given, id: deps.newId(), manifestId, partyId, recordedAt };
  await insertPhotographs(tx, photographs);
  const takenAt = given.takenAt?.toISOString() ?? null;
  // Remarks may have personal data, and the journal is permanent.
  const seen = files.map(({ id, sha256 }) => ({ fileId: id, sha256 }));
  const payload = { manifestId, photographsId: photographs.id, partyId, files: seen, takenAt };
  await record(tx, [fact('manifest.photographed', `manifest:${manifestId}`, actor, recordedAt, payload)]);
  for (const file of files) await attachFile(tx, deps, { actor, file, to: { kind: 'manifest', id: manifestId } });
  return [...earlier, photographs];
}
