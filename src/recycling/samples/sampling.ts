/**
 * Sampling of what a certificate is about. A laboratory that took the sample itself (采样) saw the batch, and states its mass and
 * its manifest. Of a delivered sample (送样) it knows only what it received (GB/T 27025-2019, 7.8.2.2).
 */

/** Ways in which a laboratory came by a sample. */
export const SAMPLINGS = ['by_laboratory', 'delivered'] as const;
type Sampling = (typeof SAMPLINGS)[number];

export const SEEN_DIFFERENCES = ['seenMassGrams', 'seenManifestNumber'] as const;
export type SeenDifference = (typeof SEEN_DIFFERENCES)[number];

/** The sampling and the batch, as a laboratory states them. Statements of before have none of it. */
export type Seen = {
  readonly sampling: Sampling | null;
  readonly seenMassGrams: number | null;
  readonly seenManifestNumber: string | null;
};

/** The batch that was sampled, as it is recorded. */
export type Recorded = {
  /** Mass of the batch, or of the outputs of the run; null for a class. */
  readonly massGrams: number | null;
  /** Numbers of the manifests with which it came: of a merged batch several, without a manifest none. */
  readonly manifestNumbers: readonly string[];
  /** Loads of the organisation whose papers show the number that was seen. Of several, it identifies none. */
  readonly fittingLoads: number;
};

/** A statement of a laboratory whose sample is compared with the record. */
export type PresentQuery = {
  /** Identifies the statement among several. */
  readonly id: string;
  /** The assay or the analysis. */
  readonly recordId: string;
  readonly seenManifestNumber: string | null;
  /** Time of the statement. Stock adjustments of later change nothing of what the laboratory saw. */
  readonly statedAt: Date;
};

/** A sample, as the record of it is now. */
export type PresentSample = Recorded & { readonly material: string };

/** Lists what a laboratory saw otherwise than it is recorded. @param toleranceBasisPoints tolerance of the recorded mass */
export function differencesSeen(
  { sampling, seenMassGrams, seenManifestNumber }: Seen,
  { massGrams, manifestNumbers, fittingLoads }: Recorded,
  toleranceBasisPoints: number,
): SeenDifference[] {
  if (sampling !== 'by_laboratory') return [];
  const isOtherMass =
    massGrams !== null &&
    seenMassGrams !== null &&
    BigInt(Math.abs(seenMassGrams - massGrams)) * 10_000n > BigInt(massGrams) * BigInt(toleranceBasisPoints);
  const isOtherManifest =
    seenManifestNumber !== null &&
    (fittingLoads > 1 || !manifestNumbers.map(plain).includes(plain(seenManifestNumber)));
  return [
    ...(isOtherMass ? (['seenMassGrams'] as const) : []),
    ...(isOtherManifest ? (['seenManifestNumber'] as const) : []),
  ];
}

/** Returns a text without spaces, by which two spellings of it are the same. */
export const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();
