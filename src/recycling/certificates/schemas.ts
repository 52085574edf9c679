/** Wire shapes of confirmations of certificates. */
import { z } from 'zod';
import {
  codeText,
  Day,
  documentNumber,
  fault,
  Id,
  InstantOut,
  MassGrams,
  named,
  namedCodes,
  PageQuery,
  Ppm,
  Sha256,
} from '../../platform/http/index.ts';
import { SAMPLINGS } from '../samples/sampling.ts';
import { RECYCLING_TERMS } from '../terms.ts';
import { ANSWERS, type CertificateConfirmation, DIFFERENCES, OUTCOMES } from './confirmation.ts';
import { CERTIFICATE_CONFIRMATION, CONFIRM_CERTIFICATE } from './examples.ts';

const AnswerCode = namedCodes(
  'CertificateAnswer',
  'Answer of a laboratory on a certificate',
  ANSWERS,
  RECYCLING_TERMS['certificate-answer'],
);
const OutcomeCode = namedCodes(
  'CertificateOutcome',
  'Outcome of the comparison of a record with what its laboratory states',
  OUTCOMES,
  RECYCLING_TERMS['certificate-outcome'],
);
const DifferenceCode = namedCodes(
  'CertificateDifference',
  'Member in which a record differs from what its laboratory states',
  DIFFERENCES,
  RECYCLING_TERMS['certificate-difference'],
);

const SamplingCode = namedCodes(
  'Sampling',
  'Way in which a laboratory came by a sample',
  SAMPLINGS,
  RECYCLING_TERMS.sampling,
);

export const ConfirmCertificateRequest = named(
  'ConfirmCertificate',
  'Statement of a laboratory on a certificate: what it issued, which sample it tested, and the content that it found.',
  z
    .strictObject({
      answer: AnswerCode.describe('Whether the laboratory issued the certificate'),
      certificateNumber: documentNumber(100)
        .nullable()
        .default(null)
        .describe('Number of the certificate (检测报告编号), as the laboratory issued it'),
      certificateSha256: Sha256.nullable()
        .default(null)
        .describe('SHA-256 of the file that the laboratory issued; required when the file of the record is stored'),
      ppm: Ppm.nullable()
        .default(null)
        .describe('Content that the laboratory found, parts per million of the mass as weighed or of the dry mass'),
      moisturePpm: Ppm.nullable()
        .default(null)
        .describe(
          'Water in the mass as weighed when ppm is of the dry mass; 0, as when it is left out, for ppm of the mass as weighed',
        ),
      sampleMaterial: codeText(40)
        .nullable()
        .default(null)
        .describe('Code of the material that the laboratory tested, as in sampled.material of the record'),
      sampleMark: documentNumber(100)
        .nullable()
        .default(null)
        .describe('Mark of the sample, or number of its batch, on the certificate of the laboratory'),
      sampledOn: Day.nullable().default(null).describe('Day of sampling on the certificate of the laboratory'),
      sampling: SamplingCode.nullable()
        .optional()
        .describe(
          'Whether the laboratory took the sample itself (采样) or received it (送样). Without one, the sample counts as delivered',
        ),
      seenMassGrams: MassGrams.nullable()
        .optional()
        .describe(
          'Mass of the whole batch from which the laboratory took the sample, in grams, as it saw it on the site; only when it took the sample itself',
        ),
      seenManifestNumber: documentNumber(100)
        .nullable()
        .optional()
        .describe(
          'Number of the manifest of this batch on the papers that the laboratory saw; required when it took the sample itself and the batch came with one',
        ),
      replacesId: Id.nullable().default(null).describe('The earlier statement that this one corrects or withdraws'),
    })
    .refine(
      ({ answer, certificateNumber, ppm, sampleMaterial, sampleMark, sampledOn }) =>
        answer !== 'issued' ||
        [certificateNumber, ppm, sampleMaterial, sampleMark, sampledOn].every((one) => one !== null),
      fault(
        'A laboratory that issued the certificate states its number, the content, and the material, the mark and the day of the sample that it tested.',
        '检测机构确认出具报告的，须填写“检测报告编号”（certificateNumber）、“含量（ppm）”（ppm）、“样品物料”（sampleMaterial）、“样品编号”（sampleMark）和“采样日期”（sampledOn）。',
        'certificateNumber',
        'ppm',
        'sampleMaterial',
        'sampleMark',
        'sampledOn',
      ),
    )
    .refine(
      ({ sampling, seenMassGrams }) => (sampling === 'by_laboratory') === ((seenMassGrams ?? null) !== null),
      fault(
        'A laboratory that took the sample itself, and no other, states the mass of the batch.',
        '检测机构自行采样的，须填写“所见批次重量”（seenMassGrams）；送样的不填写。',
        'seenMassGrams',
        'sampling',
      ),
    )
    .refine(
      ({ sampling, seenManifestNumber }) => sampling === 'by_laboratory' || (seenManifestNumber ?? null) === null,
      fault(
        'Only a laboratory that took the sample itself states the manifest of the batch.',
        '仅检测机构自行采样的，方可填写“所见联单编号”（seenManifestNumber）。',
        'seenManifestNumber',
        'sampling',
      ),
    ),
  CONFIRM_CERTIFICATE,
);

const STATED = {
  certificateNumber: z.string().nullable().describe('Number of the certificate; null when none is stated'),
  certificateSha256: z.string().nullable().describe('SHA-256 of the file of the certificate; null when none is stated'),
  ppm: z.int().nullable().describe('Content, parts per million; null when none is stated'),
  moisturePpm: z.int().nullable().describe('Water in the mass as weighed; null when none is stated'),
};

/** Statements of before, and stored answers, have none. */
const SAMPLE = {
  sampleMaterial: z.string().nullable().optional().describe('Code of the material; null when none is stated'),
  sampleMark: z.string().nullable().optional().describe('Mark of the sample, or number of its batch; null without one'),
  sampledOn: z.string().nullable().optional().describe('Day of sampling; null when none is stated'),
};
const RECORD = {
  ...SAMPLE,
  massGrams: z.int().nullable().optional().describe('Mass of what was sampled; null for a class'),
  supplierName: z.string().nullable().optional().describe('Organisation that delivered it; null without one'),
  manifestNumbers: z
    .array(z.string())
    .optional()
    .describe('Numbers of the manifests with which it came; of a class the one that was seen'),
};
const PRESENT = {
  sampleMaterial: z.string().describe('Code of what was sampled, as the record has it now'),
  massGrams: z.int().nullable().describe('Mass of what was sampled, as corrected; null for a class'),
  manifestNumbers: z.array(z.string()).describe('Numbers of the manifests with which it came'),
};
const SEEN = {
  sampling: SamplingCode.nullable().optional().describe('How the laboratory came by the sample; null when not stated'),
  seenMassGrams: z.int().nullable().optional().describe('Mass of the batch that the laboratory saw, in grams'),
  seenManifestNumber: z.string().nullable().optional().describe('Number of the manifest that the laboratory saw'),
};

export const CertificateConfirmationResponse = named(
  'CertificateConfirmation',
  'Statement of a laboratory on the certificate of an assay or an analysis, beside what the record states.',
  z.object({
    id: Id,
    assayId: Id.nullable().describe('The assay; null for an analysis'),
    analysisId: Id.nullable().describe('The analysis; null for an assay'),
    partyId: Id.describe('The recycler'),
    laboratoryId: Id.describe('The laboratory that states it'),
    answer: AnswerCode.describe('Whether the laboratory issued the certificate'),
    outcome: OutcomeCode.describe(
      'Outcome of the comparison with the record; a confirmation that no longer fits what was sampled, as it is recorded now, is a contradiction',
    ),
    differences: z.array(DifferenceCode).describe('Members in which the record differs'),
    ...STATED,
    ...SAMPLE,
    ...SEEN,
    stated: z.object({ ...STATED, ...RECORD }).describe('What the record of the recycler states'),
    present: z
      .object(PRESENT)
      .optional()
      .describe('What was sampled as it is recorded now; absent when the laboratory did not take the sample itself'),
    replacesId: Id.nullable().describe('The earlier statement that this one corrects or withdraws'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  CERTIFICATE_CONFIRMATION,
);

export const CertificateConfirmationListQuery = PageQuery.extend({
  assayId: Id.optional(),
  analysisId: Id.optional(),
  laboratoryId: Id.optional(),
});

export const toCertificateConfirmationResponse = ({
  differences,
  sampleDifferences,
  seenDifferences,
  recordedAt,
  stated: { manifestNumbers, ...stated },
  ...one
}: CertificateConfirmation): z.infer<typeof CertificateConfirmationResponse> => ({
  ...one,
  stated: { ...stated, ...(manifestNumbers && { manifestNumbers: [...manifestNumbers] }) },
  differences: [...differences, ...sampleDifferences, ...seenDifferences],
  recordedAt: recordedAt.toISOString(),
});
