/** Plausible lead contents of materials, dated law (`recycling.content-ranges`). */

/** Lead in the mass as weighed, parts per million. */
export type ContentRange = { readonly minPpm: number; readonly maxPpm: number };
export type ContentRanges = readonly (ContentRange & {
  /** Code of a material or of bought feed, or the waste code of what came by manifest. */
  readonly material: string;
})[];

const ANY: ContentRange = { minPpm: 0, maxPpm: 1_000_000 };

/** Returns the range of a material; one that the law does not list may have any content. */
export const rangeOfMaterial = (ranges: ContentRanges, material: string): ContentRange =>
  ranges.find((one) => one.material === material) ?? ANY;
