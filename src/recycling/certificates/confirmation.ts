/**
 * Confirmations of certificates. The laboratory that an assay or an analysis names states the certificate that it issued and the
 * content that it found. A statement that differs is a contradiction; both versions stay. A later statement replaces the one
 * that it names, and none is ever changed.
 */
import { certificateProblem } from './problems.ts';

/** Answers of a laboratory: its own certificate, none of its own, or an answer taken back. */
export const ANSWERS = ['issued', 'not_issued', 'withdrawn'] as const;
type Answer = (typeof ANSWERS)[number];

export const OUTCOMES = ['confirmed', 'contradicted', 'disowned', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const DIFFERENCES = ['ppm', 'moisturePpm', 'certificateNumber', 'certificateSha256'] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** The certificate and the content, as the organisation or as the laboratory states them. */
export type Stated = {
  readonly certificateNumber: string | null;
  readonly certificateSha256: string | null;
  /** Null when the laboratory states none. */
  readonly ppm: number | null;
  readonly moisturePpm: number | null;
};

export type CertificateConfirmation = Stated & {
  readonly id: string;
  /** Exactly one of the two. */
  readonly assayId: string | null;
  readonly analysisId: string | null;
  /** The organisation whose record it is. */
  readonly partyId: string;
  readonly laboratoryId: string;
  readonly answer: Answer;
  readonly outcome: Outcome;
  readonly differences: readonly Difference[];
  /** The statement of the record. */
  readonly stated: Stated;
  readonly replacesId: string | null;
  readonly recordedAt: Date;
};

/** An assay or an analysis as a laboratory judges it. */
export type Certified = Stated & {
  readonly kind: 'assay' | 'analysis';
  readonly id: string;
  readonly partyId: string;
  readonly laboratoryId: string | null;
  readonly certificateFileId: string | null;
  readonly sampledAt: Date;
  readonly recordedAt: Date;
};

/** The statement of a laboratory. */
export type Statement = Stated & { readonly answer: Answer; readonly replacesId: string | null };

/** Returns a statement of what was issued with its moisture: 0 when it is left out. */
export const withMoisture = (statement: Statement): Statement =>
  statement.answer === 'issued' ? { ...statement, moisturePpm: statement.moisturePpm ?? 0 } : statement;

/**
 * Compares the statement of the laboratory with the record.
 * @throws Problem `certificate-hash-missing`
 */
export function judgeStatement(
  statement: Statement,
  certified: Certified,
): Pick<CertificateConfirmation, 'outcome' | 'differences'> {
  const { answer, certificateSha256 } = statement;
  if (answer === 'not_issued') return { outcome: 'disowned', differences: [] };
  if (answer === 'withdrawn') return { outcome: 'withdrawn', differences: [] };
  if (certified.certificateFileId !== null && certificateSha256 === null) {
    throw certificateProblem('certificate-hash-missing', { pointer: '#/body/certificateSha256' });
  }
  const differences = DIFFERENCES.filter((member) => {
    // A record without a number or a hash states nothing that could differ.
    const stated = certified[member];
    return stated !== null && withMoisture(statement)[member] !== stated;
  });
  return { outcome: differences.length === 0 ? 'confirmed' : 'contradicted', differences };
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
