/** Examples of confirmations of certificates, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const STATED = {
  certificateNumber: '演示检-2026-1008',
  certificateSha256: null,
  ppm: 580_000,
  moisturePpm: 0,
};

export const CONFIRM_CERTIFICATE = { answer: 'issued' as const, certificateNumber: '演示检-2026-1008', ppm: 580_000 };

export const CERTIFICATE_CONFIRMATION = {
  ...{ id: ids.certificateConfirmation, assayId: ids.assay, analysisId: null },
  ...{ partyId: ids.recycler, laboratoryId: ids.laboratory, answer: 'issued' as const, ...STATED },
  ...{ outcome: 'confirmed' as const, differences: [], stated: STATED, replacesId: null },
  recordedAt: '2026-10-08T02:00:00.000Z',
};

/** Same statement on an analysis of another certificate and content. */
export const ANALYSIS_CONTRADICTED = {
  ...{ ...CERTIFICATE_CONFIRMATION, assayId: null, analysisId: ids.analysis, outcome: 'contradicted' as const },
  differences: ['ppm' as const, 'certificateNumber' as const],
  stated: { ...STATED, certificateNumber: '演示检-2026-1009', ppm: 112_000 },
};
