/** The material that was sampled for an assay or an analysis, as a laboratory sees it before it answers for its certificate. */
export type Sampled = {
  /** A code of `recycling.materials` or of bought feed, or the waste code of batteries. */
  readonly material: string;
  /** Code of the national list; null for what is no hazardous waste. */
  readonly wasteCode: string | null;
  /** Mass of the batch, or of the outputs of the run; null for a class. */
  readonly massGrams: number | null;
  /** Organisation that delivered it; null for own production, and for all batteries. */
  readonly supplierName: string | null;
};

/** A record of a sample: an assay of lead, or an analysis of another substance. */
export type SampleKind = 'assay' | 'analysis';
