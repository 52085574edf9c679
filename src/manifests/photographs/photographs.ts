/** Photographs of a load and of its papers: what paper cannot be entered without (Order 23, Art 20), and evidence for other loads. */
import type { ManifestState } from '../rules/document.ts';
import { photographProblem } from './problems.ts';

/** Photographs that an organisation of a manifest added at once. */
export type Photographs = {
  readonly id: string;
  readonly manifestId: string;
  readonly partyId: string;
  readonly fileIds: readonly string[];
  readonly takenAt: Date | null;
  readonly remarks: string | null;
  readonly recordedAt: Date;
};

/** Rule of law on photographs: needed to enter paper or not, and how many a manifest may have. */
export type PhotographLaw = { readonly required: boolean; readonly maxPerManifest: number };

/** Types of files that show a picture. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/** Refuses photographs of a draft: its load is not on its way. @throws Problem `photographs-of-draft` */
export function refuseDraft(state: ManifestState, id: string): void {
  if (state === 'draft') throw photographProblem('photographs-of-draft', { id, pointer: '#/params/id' });
}

/**
 * Refuses files that are no pictures, or that the manifest has already.
 * @throws Problem `photograph-not-a-picture`, `photograph-exists`
 */
export function refuseUnsuitable(
  files: readonly { readonly id: string; readonly mediaType: string }[],
  known: ReadonlySet<string>,
): void {
  for (const [at, { id, mediaType }] of files.entries()) {
    const pointer = `#/body/fileIds/${at}`;
    if (!PICTURES.has(mediaType)) throw photographProblem('photograph-not-a-picture', { id, mediaType, pointer });
    if (known.has(id)) throw photographProblem('photograph-exists', { id, pointer });
  }
}

/** Refuses more photographs of a manifest than the law allows. @throws Problem `photographs-too-many` */
export function refuseTooMany(count: number, max: number): void {
  if (count > max) throw photographProblem('photographs-too-many', { max, pointer: '#/body/fileIds' });
}
