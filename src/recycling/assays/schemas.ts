/** Wire shapes of assays. */
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
import { ASSAY, RECORD_ASSAY } from '../examples.ts';
import { sampleMark, shownMark, shownSampled } from '../samples/schemas.ts';
import { ASSAY_BASES, type Assay, LABORATORY_KINDS } from './assay.ts';

const AssayBasisCode = namedCodes('AssayBasis', 'Subject of an assay', ASSAY_BASES, {
  batch: { en: 'the batch `batchId`', zh: '单个批次' },
  run: { en: 'outputs of the run `runId` of the material `material`', zh: '单个处理批次的产出' },
  product: { en: 'own production of the material `material`', zh: '自产物料' },
  supplier_class: { en: 'deliveries of `supplierId`', zh: '供货方同类货物' },
  declared_default: { en: 'all batteries, as declared', zh: '申报默认值' },
});

const LaboratoryKindCode = namedCodes('LaboratoryKind', 'Independence of a laboratory', LABORATORY_KINDS, {
  external: { en: 'independent of the organisation', zh: '外部机构' },
  own: { en: 'of the organisation itself', zh: '本单位' },
});

/** Result of an assay, without its subject. */
export const finding = {
  substance: z.literal('lead').default('lead').describe('Always lead'),
  ppm: Ppm.describe('Lead, parts per million of the mass as weighed (wet basis) or of the dry mass'),
  wetBasis: z.boolean().default(true),
  moisturePpm: Ppm.default(0).describe('Water in the mass as weighed; only with wetBasis false'),
  method: lineText(100).describe('Method or standard, such as GB/T 20975 or XRF'),
  laboratory: nameText(200).describe('Name of the laboratory that analysed the sample (检测机构)'),
  // Without a default, as the fields after it.
  laboratoryKind: LaboratoryKindCode.nullable()
    .optional()
    .describe('Whether the laboratory is independent. One with the name of the organisation counts as its own'),
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
  certificateSha256: Sha256.nullable()
    .default(null)
    .describe(
      'SHA-256 of the certificate, lower-case hexadecimal; the file with this content belongs to the assay if the organisation has uploaded it',
    ),
  // Without a default: the same request has the same hash as before.
  certificateFileId: Id.nullable()
    .optional()
    .describe('Uploaded file of the certificate: POST /v1/files; its SHA-256 need not be given'),
  sampledAt: Instant,
};

export const MOISTURE_FAULT = fault(
  'On wet basis the mass includes the water: moisturePpm must be 0.',
  '按湿基计的重量已含水分，“水分（ppm）”（moisturePpm）须为 0。',
  'moisturePpm',
  'wetBasis',
);

type Basis = { readonly wetBasis: boolean; readonly moisturePpm: number };
export const moistureFits = ({ wetBasis, moisturePpm }: Basis) => !wetBasis || moisturePpm === 0;

export const RecordAssayRequest = named(
  'RecordAssay',
  'Result of an analysis to record: substance, content, method and certificate.',
  z
    .strictObject({
      basis: AssayBasisCode.default('batch').describe(
        'Subject of the assay; decides which of the next fields are given',
      ),
      batchId: Id.nullable().default(null).describe('Batch that was sampled (批次编号); only for basis `batch`'),
      runId: Id.nullable().optional().describe('Run whose outputs were sampled; only for basis `run`'),
      material: codeText(40)
        .nullable()
        .optional()
        .describe('Material of the outputs (list materials); only for the bases `run` and `product`'),
      supplierId: Id.nullable().default(null).describe('Consignor of the batteries that were sampled'),
      batteryKind: BatteryKindCode.nullable()
        .default(null)
        .describe('Kind of battery to which a supplier class or a default is limited; null for all kinds'),
      ...finding,
      replacesId: Id.nullable().default(null).describe('The assay that this one corrects'),
    })
    .refine(moistureFits, MOISTURE_FAULT)
    .refine(
      ({ basis, batchId, runId = null, material = null, supplierId, batteryKind }) =>
        (basis === 'batch') === (batchId !== null) &&
        (basis === 'run') === (runId !== null) &&
        (basis === 'run' || basis === 'product') === (material !== null) &&
        (basis === 'supplier_class') === (supplierId !== null) &&
        (basis === 'supplier_class' || basis === 'declared_default' || batteryKind === null),
      fault(
        'Give only batchId for basis batch, runId and material for run, material for product, supplierId for supplier_class, and none of them for declared_default.',
        '“检测依据”（basis）为 batch（单个批次）的，仅填“批次编号”（batchId）；为 run（单个处理批次的产出）的，填“处理批次编号”（runId）和“物料”（material）；为 product（自产物料）的，填“物料”（material）；为 supplier_class（供货方同类货物）的，填“供货方编号”（supplierId）；为 declared_default（申报默认值）的，各项均不填。',
        'basis',
        'batchId',
        'runId',
        'material',
        'supplierId',
        'batteryKind',
      ),
    ),
  RECORD_ASSAY,
);

export const AssayResponse = named(
  'Assay',
  'Result of an analysis of a batch, of outputs, of the deliveries of a supplier, or declared for all batteries.',
  z.object({
    id: Id,
    partyId: Id.describe('The recycler'),
    basis: AssayBasisCode.describe('Subject of the assay'),
    batchId: Id.nullable().describe('Batch that was sampled; null for another basis'),
    runId: Id.nullable().describe('Run whose outputs were sampled; null for another basis'),
    material: z.string().nullable().describe('Material of the outputs; null for another basis than run and product'),
    supplierId: Id.nullable().describe('Consignor of the batteries that were sampled; null for another basis'),
    batteryKind: BatteryKindCode.nullable().describe(
      'Kind of battery to which a class or a default is limited; null for all kinds',
    ),
    substance: z.literal('lead').describe('Always lead'),
    ppm: z.int().describe('Lead, parts per million'),
    wetBasis: z.boolean().describe('true: of the mass as weighed; false: of the dry mass'),
    moisturePpm: z.int().describe('Water in the mass as weighed'),
    method: z.string().describe('Method or standard'),
    laboratory: z.string().describe('Name of the laboratory that analysed the sample'),
    laboratoryKind: LaboratoryKindCode.nullable().describe(
      'Independence of the laboratory; null when it was not stated',
    ),
    laboratoryId: Id.nullable().describe('The registered laboratory, which confirms the certificate; null for others'),
    sampleMark: shownMark,
    certificateNumber: z.string().nullable().describe('Number that the laboratory gave its report; null without one'),
    certificateSha256: z.string().nullable().describe('SHA-256 of the certificate'),
    certificateFileId: Id.nullable().describe('Uploaded file of the certificate; null when only its SHA-256 is known'),
    sampledAt: InstantOut.describe('Time of sampling'),
    replacesId: Id.nullable().describe('The assay that this one corrects'),
    sampled: shownSampled,
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
  }),
  ASSAY,
);

export const toAssayResponse = (assay: Assay): z.infer<typeof AssayResponse> => ({
  ...assay,
  sampledAt: assay.sampledAt.toISOString(),
  recordedAt: assay.recordedAt.toISOString(),
});
