/**
 * Confirmations of certificates. The laboratory that a record names states the certificate that it issued, the sample
 * that it tested and the content that it found. When it took the sample itself, it also states the batch. A statement that differs
 * is a contradiction; both versions stay. A later statement replaces the one that it names, and none is ever changed.
 */
import { dayOf } from '../../core/calendar.ts';
import type { Sampled } from '../samples/sampled.ts';
import {
  differencesSeen,
  type PresentSample,
  plain,
  type Recorded,
  SEEN_DIFFERENCES,
  type Seen,
  type SeenDifference,
} from '../samples/sampling.ts';
import { certificateProblem } from './problems.ts';

/** Answers of a laboratory: its own certificate, none of its own, or an answer taken back. */
export const ANSWERS = ['issued', 'not_issued', 'withdrawn'] as const;
type Answer = (typeof ANSWERS)[number];

export const OUTCOMES = ['confirmed', 'contradicted', 'disowned', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const CONTENT_DIFFERENCES = ['ppm', 'moisturePpm', 'certificateNumber', 'certificateSha256'] as const;
export type ContentDifference = (typeof CONTENT_DIFFERENCES)[number];
const SAMPLE_DIFFERENCES = ['sampleMaterial', 'sampleMark', 'sampledOn'] as const;
export type SampleDifference = (typeof SAMPLE_DIFFERENCES)[number];
export const DIFFERENCES = [...CONTENT_DIFFERENCES, ...SAMPLE_DIFFERENCES, ...SEEN_DIFFERENCES] as const;

/** The certificate and the content, as the organisation or as the laboratory states them. */
type Stated = {
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  /** Null when the laboratory states none. */
  readonly ppm: number | null;
  readonly moisturePpm: number | null;
};

/** The sample, as the organisation or as the laboratory states it. */
export type Sample = {
  /** Code of the material. */
  readonly sampleMaterial: string | null;
  /** Mark of the sample, or the number of the batch that it bears. */
  readonly sampleMark: string | null;
  readonly sampledOn: string | null;
};

/** The statement of a record. Those of before lack the sample. */
export type RecordStatement = Stated &
  Partial<Sample & Pick<Sampled, 'supplierName'> & Pick<Recorded, 'massGrams' | 'manifestNumbers'>>;

/** Differences of the certificate and the content, and those of the sample and of the batch, which came later. */
type Differences = {
  readonly differences: readonly ContentDifference[];
  readonly sampleDifferences: readonly SampleDifference[];
  readonly seenDifferences: readonly SeenDifference[];
};

export type CertificateConfirmation = Stated &
  Sample &
  Seen &
  Differences & {
    readonly id: string;
    /** Exactly one of the two. */
    readonly assayId: string | null;
    readonly analysisId: string | null;
    /** The organisation whose record it is. */
    readonly partyId: string;
    readonly laboratoryId: string;
    readonly answer: Answer;
    readonly outcome: Outcome;
    readonly stated: RecordStatement;
    readonly replacesId: string | null;
    readonly recordedAt: Date;
  };

/** An assay or an analysis as a laboratory judges it. */
export type Certified = Stated & {
  readonly kind: 'assay' | 'analysis';
  readonly id: string;
  readonly partyId: string;
  readonly batchId: string | null;
  readonly laboratoryId: string | null;
  readonly sampleMark: string | null;
  readonly certificateFileId: string | null;
  readonly sampledAt: Date;
  readonly recordedAt: Date;
};

/** The statement of a laboratory. */
export type Statement = Stated &
  Sample & { readonly [Member in keyof Seen]?: Seen[Member] | undefined } & {
    readonly answer: Answer;
    readonly replacesId: string | null;
  };

/** The sample and its batch, as they are recorded, and the tolerance of law between masses, in basis points. */
export type Compared = Sampled &
  Pick<Recorded, 'manifestNumbers' | 'fittingLoads'> & { readonly toleranceBasisPoints: number };

/** Returns what a statement says of the batch; a member that is left out is not stated. */
export const seenIn = ({ sampling = null, seenMassGrams = null, seenManifestNumber = null }: Statement): Seen => ({
  ...{ sampling, seenMassGrams, seenManifestNumber },
});

/** Returns a statement of what was issued with its moisture: 0 when it is left out. */
export const withMoisture = (statement: Statement): Statement =>
  statement.answer === 'issued' ? { ...statement, moisturePpm: statement.moisturePpm ?? 0 } : statement;

/** Returns the statement of a record. The sample of a batch without a mark bears the number of the batch. */
export const statementOf = (
  { certificateNumber, certificateSha256, ppm, moisturePpm, sampleMark, batchId, sampledAt }: Certified,
  { material, massGrams, supplierName, manifestNumbers }: Sampled & Pick<Recorded, 'manifestNumbers'>,
): RecordStatement & Sample => ({
  ...{ certificateNumber, certificateSha256, ppm, moisturePpm },
  ...{ sampleMaterial: material, sampleMark: sampleMark ?? batchId, sampledOn: dayOf(sampledAt) },
  ...{ massGrams, supplierName, manifestNumbers },
});

/**
 * Compares the statement of the laboratory with the record.
 * @throws Problem `certificate-hash-missing`, `sample-mark-missing`, `seen-manifest-missing`
 */
export function judgeStatement(
  statement: Statement,
  certified: Certified,
  compared: Compared,
): Pick<CertificateConfirmation, 'outcome' | keyof Differences> {
  const { answer, certificateSha256 } = statement;
  const none = { differences: [], sampleDifferences: [], seenDifferences: [] };
  if (answer === 'not_issued') return { outcome: 'disowned', ...none };
  if (answer === 'withdrawn') return { outcome: 'withdrawn', ...none };
  if (certified.certificateFileId !== null && certificateSha256 === null) {
    throw certificateProblem('certificate-hash-missing', { pointer: '#/body/certificateSha256' });
  }
  const stated = statementOf(certified, compared);
  if (stated.sampleMark === null) {
    throw certificateProblem('sample-mark-missing', { id: certified.id, pointer: '#/params/id' });
  }
  const seen = seenIn(statement);
  // The papers of a load show its number. A class has no papers of its own.
  const hasPapers = certified.batchId !== null && compared.manifestNumbers.length > 0;
  if (seen.sampling === 'by_laboratory' && hasPapers && seen.seenManifestNumber === null) {
    throw certificateProblem('seen-manifest-missing', { pointer: '#/body/seenManifestNumber' });
  }
  const found = withMoisture(statement);
  const differences = CONTENT_DIFFERENCES.filter((member) => {
    // A record without a number or a hash states nothing that could differ.
    return stated[member] !== null && found[member] !== stated[member];
  });
  const sampleDifferences = SAMPLE_DIFFERENCES.filter(
    (member) => plain(found[member] ?? '') !== plain(stated[member] ?? ''),
  );
  const seenDifferences = differencesSeen(seen, compared, compared.toleranceBasisPoints);
  const agrees = differences.length + sampleDifferences.length + seenDifferences.length === 0;
  return { outcome: agrees ? 'confirmed' : 'contradicted', differences, sampleDifferences, seenDifferences };
}

/** A confirmation, as far as it says something of the batch. */
export type Confirmed = Seen & Pick<Sample, 'sampleMaterial'>;

/**
 * Lists what a laboratory that took the sample itself confirmed otherwise than the record is now.
 * @param toleranceBasisPoints tolerance of the recorded mass
 */
export function differencesNow(
  confirmed: Confirmed,
  present: PresentSample,
  toleranceBasisPoints: number,
): (SampleDifference | SeenDifference)[] {
  if (confirmed.sampling !== 'by_laboratory') return [];
  const isOtherMaterial =
    confirmed.sampleMaterial !== null && plain(confirmed.sampleMaterial) !== plain(present.material);
  return [
    ...(isOtherMaterial ? (['sampleMaterial'] as const) : []),
    ...differencesSeen(confirmed, present, toleranceBasisPoints),
  ];
}

/**
 * Refuses a statement that has no place in the history of the record.
 * @param valid the statement that counts until now
 * @throws Problem `certificate-confirmed-already`, `certificate-confirmation-not-valid`
 */
export function refuseOutOfOrder({ answer, replacesId }: Statement, valid: { readonly id: string } | undefined): void {
  const pointer = '#/body/replacesId';
  if (replacesId !== null && replacesId !== valid?.id) {
    throw certificateProblem('certificate-confirmation-not-valid', { replacesId, pointer });
  }
  if (replacesId === null && valid !== undefined) {
    throw certificateProblem('certificate-confirmed-already', { existingId: valid.id, pointer });
  }
  if (replacesId === null && answer === 'withdrawn') {
    throw certificateProblem('certificate-confirmation-not-valid', { replacesId, pointer });
  }
}
