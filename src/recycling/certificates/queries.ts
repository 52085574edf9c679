/** The statements of laboratories that the caller may see: those on its own records, and those that it made. */
import { and, eq, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { readPresentSamples } from '../samples/present-queries.ts';
import { certificateConfirmations } from '../tables.ts';
import { type CertificateConfirmation, differencesNow } from './confirmation.ts';
import { certificateProblem } from './problems.ts';
import {
  type CertificateConfirmationListQuery,
  type CertificateConfirmationResponse,
  toCertificateConfirmationResponse,
} from './schemas.ts';

type Named = { readonly partyId: PgColumn; readonly laboratoryId: PgColumn };

/** SQL condition that limits rows to those of visible organisations, and to those that name the caller as the laboratory. */
export function visibleToLaboratory(visibility: Visibility, { partyId, laboratoryId }: Named): SQL | undefined {
  if (visibility.of !== 'party') return whereVisible(visibility, { parties: [partyId] });
  return or(eq(partyId, visibility.partyId), eq(laboratoryId, visibility.partyId));
}

/** @throws Problem `certificate-confirmation-missing` */
export async function readCertificateConfirmation(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof CertificateConfirmationResponse>> {
  const [row] = await db
    .select()
    .from(certificateConfirmations)
    .where(and(eq(certificateConfirmations.id, id), visibleToLaboratory(visibility, certificateConfirmations)));
  if (row === undefined) throw certificateProblem('certificate-confirmation-missing', { id, pointer: '#/params/id' });
  return toCertificateConfirmationResponse(row);
}

export function listCertificateConfirmations(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof CertificateConfirmationListQuery>,
): Promise<Page<z.infer<typeof CertificateConfirmationResponse>>> {
  const where = [
    visibleToLaboratory(visibility, certificateConfirmations),
    equals(certificateConfirmations.assayId, query.assayId),
    equals(certificateConfirmations.analysisId, query.analysisId),
    equals(certificateConfirmations.laboratoryId, query.laboratoryId),
  ];
  return page(db, certificateConfirmations, { query, where, toItem: toCertificateConfirmationResponse });
}

type Shown = z.infer<typeof CertificateConfirmationResponse>;

/**
 * Adds to statements that the caller may see what was sampled as it is recorded now. A confirmation that no longer fits it is shown
 * as a contradiction, with the differences.
 * @param toleranceBasisPoints tolerance of law between the mass that a laboratory saw and the present one
 */
export async function withPresent(
  tx: Tx,
  statements: readonly Shown[],
  toleranceBasisPoints: number,
): Promise<Shown[]> {
  const took = statements.filter(({ answer, sampling }) => answer === 'issued' && sampling === 'by_laboratory');
  const asked = (of: 'assayId' | 'analysisId') =>
    took.flatMap(({ id, [of]: recordId, seenManifestNumber = null, recordedAt }) =>
      recordId === null ? [] : { id, recordId, seenManifestNumber, statedAt: new Date(recordedAt) },
    );
  const present = new Map([
    ...(await readPresentSamples(tx, 'assay', asked('assayId'))),
    ...(await readPresentSamples(tx, 'analysis', asked('analysisId'))),
  ]);
  return statements.map((one) => {
    const now = present.get(one.id);
    if (now === undefined) return one;
    const { sampling = null, seenMassGrams = null, seenManifestNumber = null, sampleMaterial = null } = one;
    const seen = { sampling, seenMassGrams, seenManifestNumber, sampleMaterial };
    const since = differencesNow(seen, now, toleranceBasisPoints);
    const { material: presentMaterial, massGrams, manifestNumbers } = now;
    const shown = {
      ...one,
      present: { sampleMaterial: presentMaterial, massGrams, manifestNumbers: [...manifestNumbers] },
    };
    if (one.outcome !== 'confirmed' || since.length === 0) return shown;
    return { ...shown, outcome: 'contradicted', differences: since };
  });
}

/** Shows a statement that was just made. */
export async function showConfirmation(
  tx: Tx,
  confirmation: CertificateConfirmation,
  toleranceBasisPoints: number,
): Promise<Shown> {
  const made = toCertificateConfirmationResponse(confirmation);
  const [shown = made] = await withPresent(tx, [made], toleranceBasisPoints);
  return shown;
}
