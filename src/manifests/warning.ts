/** What a step is warned of, though it is taken: kept beside the document, which every authority must hold equal. */
import type { ManifestStep } from './step.ts';

export const WARNING_CODES = ['vehicle-unregistered', 'licence-scale-reached', 'storage-limit-reached'] as const;

export type Warning = {
  readonly code: (typeof WARNING_CODES)[number];
  readonly step: ManifestStep;
  /** When the step was taken. */
  readonly at: string;
  /** Plain values that explain it. */
  readonly facts: Readonly<Record<string, string | number>>;
};
