/** Types of problems and notices of any feature, for code that needs their texts only. */
import type { NoticeEntry } from './notice.ts';
import type { Examples, ProblemEntry } from './problem.ts';
import type { Terms } from './text.ts';

export type MessageDefinitions = {
  readonly entries: Readonly<Record<string, ProblemEntry | NoticeEntry>>;
  readonly terms: Terms;
  /** Facts of one case of each problem; notices have none. */
  readonly examples?: Examples;
};
