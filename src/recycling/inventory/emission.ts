/** Lead emitted through the stack or with water, as measured (CEMS or manual monitoring, times flow). */
export const EMISSION_MEDIA = ['air', 'water'] as const;
export type EmissionMedium = (typeof EMISSION_MEDIA)[number];

export type Emission = {
  readonly id: string;
  readonly partyId: string;
  readonly siteId: string;
  readonly medium: EmissionMedium;
  /** Mass of lead emitted in the measured interval, whole grams. */
  readonly leadGrams: number;
  readonly method: string;
  readonly monitoringPoint: string;
  readonly reportNumber: string | null;
  /** End of the measured interval. */
  readonly occurredAt: Date;
  readonly recordedAt: Date;
};
