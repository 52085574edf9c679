/** Values shared by all parts that play the month. */
import type { Province } from '../plan/place.ts';
import type { Stage } from '../stage/stage.ts';
import type { Refs } from './refs.ts';
import type { Registry } from './registry.ts';

export type Play = {
  readonly stage: Stage;
  readonly registry: Registry;
  readonly refs: Refs;
  readonly progress: Progress;
  /** Ids of the manifests of loads, by the key of the load. */
  readonly manifests: Map<string, string>;
};

/** Counts of finished work, for the progress display. */
export type Progress = {
  collections: number;
  manifests: number;
  steps: number;
  runs: number;
  /** The moment of the plan that each province has reached. */
  readonly moments: Map<Province, number>;
};

export const noProgress = (): Progress => ({ collections: 0, manifests: 0, steps: 0, runs: 0, moments: new Map() });
