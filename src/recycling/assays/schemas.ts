/** Wire shapes of assays. */
import { z } from 'zod';
import { fault, Id, Instant, InstantOut, Ppm, Sha256, text } from '../../platform/http/index.ts';
import { ASSAY_BASES, ASSAY_BATTERY_KINDS, type Assay } from './assay.ts';

/** Result of an assay, without its subject. */
export const finding = {
  substance: z.literal('lead').default('lead'),
  ppm: Ppm.describe('Lead, parts per million of the mass as weighed (wet basis) or of the dry mass'),
  wetBasis: z.boolean().default(true),
  moisturePpm: Ppm.default(0).describe('Water in the mass as weighed; only with wetBasis false'),
  method: text(100).describe('Method or standard, such as GB/T 20975 or XRF'),
  laboratory: text(200),
  certificateNumber: text(100).nullable().default(null),
  certificateSha256: Sha256.nullable()
    .default(null)
    .describe('SHA-256 of the certificate file, lower-case hexadecimal'),
  sampledAt: Instant,
};

export const MOISTURE_FAULT = fault(
  'On wet basis the mass includes the water: moisturePpm must be 0.',
  '按湿基计的质量已含水分，“水分（ppm）”（moisturePpm）须为 0。',
  'moisturePpm',
  'wetBasis',
);

type Basis = { readonly wetBasis: boolean; readonly moisturePpm: number };
export const moistureFits = ({ wetBasis, moisturePpm }: Basis) => !wetBasis || moisturePpm === 0;

export const RecordAssayRequest = z
  .strictObject({
    basis: z
      .enum(ASSAY_BASES)
      .default('batch')
      .describe('batch: of batchId; supplier_class: of deliveries of supplierId; declared_default: of all batteries'),
    batchId: Id.nullable().default(null),
    supplierId: Id.nullable().default(null).describe('Consignor of the batteries that were sampled'),
    batteryKind: z
      .enum(ASSAY_BATTERY_KINDS)
      .nullable()
      .default(null)
      .describe('Kind of battery to which a supplier class or a default is limited'),
    ...finding,
    replacesId: Id.nullable().default(null).describe('The assay that this one corrects'),
  })
  .refine(moistureFits, MOISTURE_FAULT)
  .refine(
    ({ basis, batchId, supplierId, batteryKind }) =>
      (basis === 'batch') === (batchId !== null) &&
      (basis === 'supplier_class') === (supplierId !== null) &&
      (basis !== 'batch' || batteryKind === null),
    fault(
      'Give only batchId for basis batch, supplierId for supplier_class, and neither for declared_default.',
      '“检测依据”（basis）为 batch（单个批次）的，仅填“批次编号”（batchId）；为 supplier_class（供货方同类货物）的，填“供货方编号”（supplierId）；为 declared_default（申报默认值）的，两项均不填。',
      'basis',
      'batchId',
      'supplierId',
      'batteryKind',
    ),
  )
  .meta({
    example: {
      basis: 'batch',
      batchId: '01990000-0000-7000-8000-000000000002',
      ppm: 580_000,
      method: 'XRF after breaking of a sample',
      laboratory: '演示检测中心',
      certificateNumber: 'DEMO-A-1',
      sampledAt: '2026-10-05T08:30:00+08:00',
    },
  });

export const AssayResponse = z.object({
  id: Id,
  partyId: Id,
  basis: z.enum(ASSAY_BASES),
  batchId: Id.nullable(),
  supplierId: Id.nullable(),
  batteryKind: z.enum(ASSAY_BATTERY_KINDS).nullable(),
  substance: z.literal('lead'),
  ppm: z.int(),
  wetBasis: z.boolean(),
  moisturePpm: z.int(),
  method: z.string(),
  laboratory: z.string(),
  certificateNumber: z.string().nullable(),
  certificateSha256: z.string().nullable(),
  sampledAt: InstantOut,
  replacesId: Id.nullable(),
  recordedAt: InstantOut,
});

export const toAssayResponse = (assay: Assay): z.infer<typeof AssayResponse> => ({
  ...assay,
  sampledAt: assay.sampledAt.toISOString(),
  recordedAt: assay.recordedAt.toISOString(),
});
