/** The outcome of a step: the manifest after it, and the mass it moves here. Taken and replayed steps share it. */
import type { Actor } from '../../core/actor.ts';
import type { Deadlines } from '../law/deadlines.ts';
import type { Manifest } from './command.ts';
import { digestOf, type ManifestDocument } from './document.ts';
import { type Books, type Moved, moveLoad } from './movements.ts';
import type { ManifestStep, StepInput } from './step.ts';
import type { Warning } from './warning.ts';

/** A step that the rules allow, with the document it leads to. */
export type AllowedStep = {
  readonly actor: Actor;
  readonly step: ManifestStep;
  readonly input: StepInput;
  readonly document: ManifestDocument;
  readonly deadlines: Deadlines;
  readonly warnings: readonly Warning[];
  /** The licence that an acceptance counts against; null for every other step. */
  readonly acceptedLicenceId: string | null;
};

/** Everything that is recorded about a step. */
export type StepOutcome = Omit<AllowedStep, 'document' | 'deadlines'> & Moved & { readonly recordedAt: Date };

/** Makes the outcome of a step. @throws Problem of `moveLoad` */
export function outcomeOf(before: Manifest, allowed: AllowedStep, books: Books): StepOutcome {
  const { document, deadlines, ...taken } = allowed;
  const { step, input, warnings, acceptedLicenceId } = taken;
  const manifest: Manifest = {
    ...before,
    ...deadlines,
    document,
    digest: digestOf(document),
    warnings: [...before.warnings, ...warnings],
    acceptedLicenceId: acceptedLicenceId ?? before.acceptedLicenceId,
    updatedAt: books.now,
  };
  return { ...taken, ...moveLoad({ step, at: input.at, manifest }, books), recordedAt: books.now };
}

/** Fields of a step without warnings, deadlines and licence. */
export const NOTHING_MORE = { deadlines: {}, warnings: [], acceptedLicenceId: null } as const;
