/** The statements of laboratories that the caller may see: those on its own records, and those that it made. */
import { and, eq, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { certificateConfirmations } from '../tables.ts';
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
