/** Examples of confirmations of certificates, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const STATED = {
  certificateNumber: '演示检-2026-1008',
  certificateSha256: null,
  ppm: 580_000,
  moisturePpm: 0,
};

const SAMPLE = { sampleMaterial: '900-052-31', sampleMark: '演示样-1008', sampledOn: '2026-10-07' };
const LOAD = { massGrams: 11_950_000, supplierName: '演示集中转运点', manifestNumbers: ['45260000123456'] };
const SEEN = { sampling: 'by_laboratory' as const, seenMassGrams: 11_950_000, seenManifestNumber: '45260000123456' };

const PRESENT = { sampleMaterial: '900-052-31', massGrams: 11_950_000, manifestNumbers: ['45260000123456'] };

export const CONFIRM_CERTIFICATE = {
  answer: 'issued' as const,
  certificateNumber: '演示检-2026-1008',
  ppm: 580_000,
  ...SAMPLE,
  ...SEEN,
};

export const CERTIFICATE_CONFIRMATION = {
  ...{ id: ids.certificateConfirmation, assayId: ids.assay, analysisId: null },
  ...{ partyId: ids.recycler, laboratoryId: ids.laboratory, answer: 'issued' as const, ...STATED, ...SAMPLE, ...SEEN },
  ...{ outcome: 'confirmed' as const, differences: [], stated: { ...STATED, ...SAMPLE, ...LOAD }, replacesId: null },
  ...{ recordedAt: '2026-10-08T02:00:00.000Z', present: PRESENT },
};

/** Same statement on an analysis of another certificate and content. */
export const ANALYSIS_CONTRADICTED = {
  ...{ ...CERTIFICATE_CONFIRMATION, assayId: null, analysisId: ids.analysis, outcome: 'contradicted' as const },
  differences: ['ppm' as const, 'certificateNumber' as const, 'sampleMark' as const],
  stated: {
    ...STATED,
    ...SAMPLE,
    ...LOAD,
    sampleMark: '演示样-1009',
    certificateNumber: '演示检-2026-1009',
    ppm: 112_000,
  },
};
