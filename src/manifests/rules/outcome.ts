/** The outcome of a step: the manifest after it, and the mass it moves here. Taken and replayed steps share it. */
import type { Cover } from '../../approvals/rules.ts';
import type { Actor } from '../../core/actor.ts';
import type { Deadlines } from '../law/deadlines.ts';
import type { Manifest } from './command.ts';
import { crossesBorder, digestOf, type ManifestDocument } from './document.ts';
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
  /** The approval or exemption under which a load leaves the province; null for every other step. */
  readonly cover: Cover | null;
};

/** Everything that is recorded about a step. */
export type StepOutcome = Omit<AllowedStep, 'document' | 'deadlines'> &
  Moved & {
    readonly recordedAt: Date;
    /** True when the decision of the receiver is counted against an approval of this province. */
    readonly settles: boolean;
  };

/** Steps by which the receiver decides. */
const DECIDING: ReadonlySet<ManifestStep> = new Set<ManifestStep>(['accept', 'accept_partially', 'reject']);

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
  const leaves = document.originProvince === books.province && crossesBorder(document);
  const settles = leaves && DECIDING.has(step);
  return { ...taken, ...moveLoad({ step, at: input.at, manifest }, books), recordedAt: books.now, settles };
}

/** Fields of a step without warnings, deadlines, licence and cover. */
export const NOTHING_MORE = { deadlines: {}, warnings: [], acceptedLicenceId: null, cover: null } as const;
