/** Use case: freezing the evaluation of an assessment of a large period in a process of its own. */
import type { Visibility } from '../../core/access/visibility.ts';
import { type ApartDeps, runOrRefuse } from '../../platform/http/index.ts';
import type { Chains } from './chains.ts';
import type { Frozen } from './snapshot.ts';

/** A frozen evaluation, not signed yet. */
export type FrozenApart = {
  readonly frozen: Frozen;
  /** Findings of the assessed method. */
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
  /** Chains of the journal behind its records. */
  readonly chains: Chains;
};

const FREEZING = new URL('./computing-jobs.ts', import.meta.url);

/** Freezes as `freezeNow` does, for a caller who may see the assessment. @throws Problem `overloaded` */
export const freezeApart = (deps: ApartDeps, visibility: Visibility, id: string): Promise<FrozenApart> =>
  runOrRefuse(deps, FREEZING, { visibility, id, asOf: deps.clock() }, { long: true }) as Promise<FrozenApart>;
