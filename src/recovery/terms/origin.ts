/** Lead contents of the batches of which batteries consist. After a merge there are several, and their shares are unknown. */
import { type AppliedContent, NO_CONTENT } from '../lead-records.ts';

export type OriginContent = {
  /** For lead that leaves the balance, so that no more leaves than came. */
  readonly poorest: AppliedContent;
  /** For lead that becomes available. */
  readonly richest: AppliedContent;
};

/** Returns the least and the greatest content; none when one of them is unknown. */
export function rangeOf(contents: readonly AppliedContent[]): OriginContent {
  const sorted = contents.toSorted((a, b) => dryPpm(a) - dryPpm(b));
  const [poorest, richest] = [sorted.at(0), sorted.at(-1)];
  if (!poorest || !richest || contents.some(({ ppm }) => ppm === null)) {
    return { poorest: NO_CONTENT, richest: NO_CONTENT };
  }
  return { poorest, richest };
}

const dryPpm = ({ ppm, moisturePpm }: AppliedContent): number => ((ppm ?? 0) * (1_000_000 - moisturePpm)) / 1_000_000;
