/**
 * Schemas of the steps and the document of a manifest in messages: unknown fields are refused, and all values have
 * limits.
 */
import { z } from 'zod';
import { MANIFEST_NUMBER } from '../../core/identifiers/manifest-number.ts';
import type { ManifestDocument, StepMessage } from '../../manifests/index.ts';
import { MANIFEST_STATES, TRANSPORT_MODES } from '../../manifests/rules.ts';
import { DivisionCode, Id, named, ProvinceCode, text } from '../../platform/http/index.ts';

const At = z.iso.datetime({ precision: 3 }).describe('RFC 3339 instant in UTC with milliseconds');
const Grams = z.int().min(0).max(100_000_000_000).describe('Whole grams');
const Count = z.int().min(0).max(10_000_000);
const Code = text(64);
const Words = text(2_000, 0);
const LINES_MAX = 200;
const Digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the canonical JSON (RFC 8785) of the document');

const Party = z.strictObject({ uscc: text(18, 18), name: text(200), provinceCode: ProvinceCode });
const Site = z.strictObject({ name: text(200), divisionCode: DivisionCode, address: text(300, 0).nullable() });

const Line = named(
  'DocumentLine',
  z.strictObject({
    line: z.int().min(1).max(LINES_MAX),
    batteryKind: Code.nullable(),
    riskClass: Code.nullable(),
    condition: Code.nullable(),
    packaging: Code,
    packages: Count,
    massGrams: Grams,
    pieces: Count,
    weighedGrams: Grams.nullable(),
    acceptedGrams: Grams.nullable(),
    acceptedPieces: Count.nullable(),
    refusedGrams: Grams.nullable(),
    refusedPieces: Count.nullable(),
    returnedGrams: Grams.nullable(),
    returnedPieces: Count.nullable(),
    treatmentMethod: Code.nullable(),
  }),
);

const transport = {
  plates: z.array(text(20)).max(20),
  permitNumber: text(100).nullable(),
  driver: text(200).nullable(),
  from: text(300),
  via: text(1_000).nullable(),
  protections: z.array(Code).max(20),
};

const ManifestNumber = z.string().regex(MANIFEST_NUMBER).describe('14 digits, issued by the national system');

/** States that leave this system. Drafts and paper manifests that are not backfilled stay here. */
const State = z.enum(MANIFEST_STATES).exclude(['draft', 'offline_paper']);

/** The manifest document, identical at every authority. */
const Document = named(
  'Document',
  z.strictObject({
    id: Id,
    version: z.int().min(1).max(1_000),
    state: State,
    number: ManifestNumber.nullable(),
    paper: z.strictObject({ number: text(100), reason: Words, transferCompletedAt: At.nullable() }).nullable(),
    originProvince: ProvinceCode,
    destinationProvince: ProvinceCode,
    wasteCode: Code,
    consignor: Party,
    carrier: Party,
    receiver: Party,
    consignorSite: Site,
    receiverSite: Site,
    receiverLicence: text(64).nullable(),
    transportMode: z.enum(TRANSPORT_MODES).nullable(),
    lines: z.array(Line).min(1).max(LINES_MAX),
    transport: z.strictObject(transport).nullable(),
    significantDifference: z.boolean().nullable(),
    differenceKinds: z.array(Code).max(20),
    remarks: Words.nullable(),
    closingRemarks: Words.nullable(),
    cancellationReason: Words.nullable(),
    submittedAt: At.nullable(),
    numberedAt: At.nullable(),
    handedOverAt: At.nullable(),
    departedAt: At.nullable(),
    arrivedAt: At.nullable(),
    disputedAt: At.nullable(),
    decidedAt: At.nullable(),
    closedAt: At.nullable(),
    cancelledAt: At.nullable(),
  }),
) satisfies z.ZodType<ManifestDocument>;

const decision = z.strictObject({
  at: At,
  lines: z
    .array(
      z.strictObject({
        line: z.int().min(1).max(LINES_MAX),
        acceptedGrams: Grams,
        acceptedPieces: Count,
        refusedGrams: Grams,
        refusedPieces: Count,
        treatmentMethod: Code.nullable(),
      }),
    )
    .max(LINES_MAX),
  significantDifference: z.boolean(),
  differenceKinds: z.array(Code).max(20),
  remarks: Words.nullable(),
});

const returned = z.strictObject({
  line: z.int().min(1).max(LINES_MAX),
  returnedGrams: Grams,
  returnedPieces: Count,
});

const checked = { at: At, receiverLicence: text(64), transportMode: z.enum(TRANSPORT_MODES) };

/** Input of each step. Registrations of paper manifests are never sent. */
const INPUTS = {
  submit: z.strictObject(checked),
  backfill: z.strictObject({ ...checked, transferCompletedAt: At }),
  number: z.strictObject({ at: At, number: ManifestNumber }),
  hand_over: z.strictObject({ at: At }),
  depart: z.strictObject({ at: At, ...transport }),
  arrive: z.strictObject({ at: At }),
  accept: decision,
  accept_partially: decision,
  reject: decision,
  dispute: z.strictObject({ at: At, differenceKinds: z.array(Code).max(20), remarks: Words.nullable() }),
  close: z.strictObject({ at: At, lines: z.array(returned).max(LINES_MAX), remarks: Words.nullable() }),
  cancel: z.strictObject({ at: At, reason: Words.nullable() }),
};

const messageOf = <Step extends keyof typeof INPUTS>(step: Step) =>
  z.object({
    manifestId: Id,
    version: z.int().min(1).max(1_000),
    step: z.literal(step),
    input: INPUTS[step],
    document: Document,
    digest: Digest,
  });

/**
 * One step of a manifest. Receivers ignore fields of a step that they do not know. The document allows no unknown
 * fields.
 */
export const Step = z.discriminatedUnion('step', [
  messageOf('submit'),
  messageOf('backfill'),
  messageOf('number'),
  messageOf('hand_over'),
  messageOf('depart'),
  messageOf('arrive'),
  messageOf('accept'),
  messageOf('accept_partially'),
  messageOf('reject'),
  messageOf('dispute'),
  messageOf('close'),
  messageOf('cancel'),
]) satisfies z.ZodType<StepMessage>;
