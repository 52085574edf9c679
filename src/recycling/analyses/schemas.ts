/** Wire shapes of analyses. */
import { z } from 'zod';
import {
  BatteryKindCode,
  codeText,
  documentNumber,
  fault,
  Id,
  Instant,
  InstantOut,
  lineText,
  named,
  namedCodes,
  nameText,
  Ppm,
  Sha256,
} from '../../platform/http/index.ts';
import { sampleMark, shownMark, shownSampled } from '../samples/schemas.ts';
import { ANALYSIS_BASES, type Analysis, SUBSTANCES } from './analysis.ts';
import { ANALYSIS, RECORD_ANALYSIS } from './examples.ts';

const AnalysisBasisCode = namedCodes('AnalysisBasis', 'Subject of an analysis', ANALYSIS_BASES, {
  batch: { en: 'the batch `batchId`', zh: '单个批次' },
  material: { en: 'the own material `material`', zh: '自产物料' },
  supplier_class: { en: 'batteries of `supplierId`', zh: '供货方同类货物' },
  declared_default: { en: 'all batteries, as declared', zh: '申报默认值' },
});

const SubstanceCode = namedCodes('Substance', 'Substance whose content was analysed', SUBSTANCES, {
  water: { en: 'water', zh: '水分' },
  plastics: { en: 'plastics', zh: '塑料' },
  sulphuric_acid: { en: 'sulphuric acid, H2SO4', zh: '硫酸（H₂SO₄）' },
  sulphate: { en: 'pure sulphate, the salt of the material', zh: '硫酸盐（纯盐）' },
  sulphur: { en: 'all sulphur of batteries, as H2SO4', zh: '总硫（以 H₂SO₄ 计）' },
});

export const RecordAnalysisRequest = named(
  'RecordAnalysis',
  'Content of a substance other than lead: water of batteries and by-products, plastics, acid, sulphate.',
  z
    .strictObject({
      basis: AnalysisBasisCode.describe('Subject of the analysis; decides which of the next fields are given'),
      batchId: Id.nullable().default(null).describe('Batch that was sampled (批次编号); only for basis `batch`'),
      material: codeText(40).nullable().default(null).describe('Code of the list materials; only for basis `material`'),
      supplierId: Id.nullable().default(null).describe('Consignor of the batteries; only for `supplier_class`'),
      batteryKind: BatteryKindCode.nullable()
        .default(null)
        .describe('Kind of battery to which a supplier class or a default is limited; null for all kinds'),
      substance: SubstanceCode,
      ppm: Ppm.describe('Content, parts per million of the mass as weighed'),
      method: lineText(100).describe('Method or standard'),
      laboratory: nameText(200).describe('Name of the laboratory that analysed the sample (检测机构)'),
      // Without a default: the same request has the same hash as before.
      laboratoryId: Id.nullable()
        .optional()
        .describe(
          'The laboratory, when it is registered: it confirms the certificate, and its registered name goes before the given one',
        ),
      sampleMark,
      certificateNumber: documentNumber(100)
        .nullable()
        .default(null)
        .describe('Number that the laboratory gave its report (检测报告编号)'),
      certificateSha256: Sha256.nullable().default(null).describe('SHA-256 of the certificate'),
      certificateFileId: Id.nullable().default(null).describe('Uploaded file of the certificate: POST /v1/files'),
      sampledAt: Instant,
      replacesId: Id.nullable().default(null).describe('The analysis that this one corrects'),
    })
    .refine(
      ({ basis, batchId, material, supplierId, batteryKind }) =>
        (basis === 'batch') === (batchId !== null) &&
        (basis === 'material') === (material !== null) &&
        (basis === 'supplier_class') === (supplierId !== null) &&
        (basis === 'supplier_class' || basis === 'declared_default' || batteryKind === null),
      fault(
        'Give only batchId for basis batch, material for material, supplierId for supplier_class, and none of them for declared_default.',
        '“检测依据”（basis）为 batch（单个批次）的，仅填“批次编号”（batchId）；为 material（自产物料）的，仅填“物料”（material）；为 supplier_class（供货方同类货物）的，填“供货方编号”（supplierId）；为 declared_default（申报默认值）的，三项均不填。',
        'basis',
        'batchId',
        'material',
        'supplierId',
        'batteryKind',
      ),
    ),
  RECORD_ANALYSIS,
);

export const AnalysisResponse = named(
  'Analysis',
  'Content of a substance other than lead, of a batch, a material or batteries.',
  z.object({
    id: Id,
    partyId: Id.describe('The recycler'),
    basis: AnalysisBasisCode.describe('Subject of the analysis'),
    batchId: Id.nullable().describe('Batch that was sampled; null for another basis'),
    material: z.string().nullable().describe('Code of the list materials; null for another basis'),
    supplierId: Id.nullable().describe('Consignor of the batteries; null for another basis'),
    batteryKind: BatteryKindCode.nullable().describe(
      'Kind of battery to which a class or a default is limited; null for all kinds',
    ),
    substance: SubstanceCode.describe('Substance whose content was analysed'),
    ppm: z.int().describe('Content, parts per million of the mass as weighed'),
    method: z.string().describe('Method or standard'),
    laboratory: z.string().describe('Name of the laboratory that analysed the sample'),
    laboratoryId: Id.nullable().describe('The registered laboratory, which confirms the certificate; null for others'),
    sampleMark: shownMark,
    certificateNumber: z.string().nullable().describe('Number that the laboratory gave its report; null without one'),
    certificateSha256: z.string().nullable().describe('SHA-256 of the certificate'),
    certificateFileId: Id.nullable().describe('Uploaded file of the certificate'),
    sampledAt: InstantOut.describe('Time of sampling'),
    replacesId: Id.nullable().describe('The analysis that this one corrects'),
    sampled: shownSampled,
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  ANALYSIS,
);

export const toAnalysisResponse = (analysis: Analysis): z.infer<typeof AnalysisResponse> => ({
  ...analysis,
  sampledAt: analysis.sampledAt.toISOString(),
  recordedAt: analysis.recordedAt.toISOString(),
});
