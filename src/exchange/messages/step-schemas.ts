/**
 * Schemas of the steps and the document of a manifest in messages: unknown fields are refused, and all values have
 * limits.
 */
import { z } from 'zod';
import { isPrintable } from '../../core/free-text.ts';
import { DIVISION_PREFIX } from '../../core/identifiers/divisions.ts';
import { MANIFEST_NUMBER } from '../../core/identifiers/manifest-number.ts';
import type { ManifestDocument, StepMessage } from '../../manifests/index.ts';
import { MANIFEST_STATES, TRANSPORT_MODES } from '../../manifests/rules.ts';
import { named, signed } from '../../platform/http/index.ts';

const At = z.iso.datetime({ precision: 3 }).describe('RFC 3339 instant in UTC with milliseconds');
const Grams = z.int().min(0).max(100_000_000_000).describe('Whole grams');
const Count = z.int().min(0).max(10_000_000);
const Code = signed('code').min(1).max(64);
export const SignedId = named(
  'SignedId',
  signed('small-code')
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    .meta({ format: 'uuid' })
    .describe('UUID in lower case'),
);
const Province = named(
  'SignedProvince',
  signed('code')
    .regex(/^[1-8]\d$/)
    .describe('GB/T 2260 code of a province'),
);
/** Words are shown as they were signed. No record is found by them. */
const words = (max: number, min = 1) => signed('same').min(min).max(max).refine(isPrintable);
const Words = words(2_000, 0);
const LINES_MAX = 200;
const Digest = signed('small-code')
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the canonical JSON (RFC 8785) of the document');

const Party = z.strictObject({
  uscc: signed('capital-code').min(18).max(18),
  name: words(200),
  provinceCode: Province,
});
const Site = z.strictObject({
  name: words(200),
  divisionCode: signed('code').regex(DIVISION_PREFIX).describe('GB/T 2260 code of 2, 4 or 6 digits'),
  address: words(300, 0).nullable(),
});

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
  plates: z.array(words(20)).max(20),
  permitNumber: words(100).nullable(),
  driver: words(200).nullable(),
  from: words(300),
  via: words(1_000).nullable(),
  protections: z.array(Code).max(20),
};

const ManifestNumber = signed('code').regex(MANIFEST_NUMBER).describe('14 digits, issued by the national system');

/** States that leave this system. Drafts and paper manifests that are not backfilled stay here. */
const State = z.enum(MANIFEST_STATES).exclude(['draft', 'offline_paper']);

/** The manifest document, identical at every authority. */
const Document = named(
  'Document',
  z.strictObject({
    id: SignedId,
    version: z.int().min(1).max(1_000),
    state: State,
    number: ManifestNumber.nullable(),
    paper: z.strictObject({ number: words(100), reason: Words, transferCompletedAt: At.nullable() }).nullable(),
    originProvince: Province,
    destinationProvince: Province,
    wasteCode: Code,
    consignor: Party,
    carrier: Party,
    receiver: Party,
    consignorSite: Site,
    receiverSite: Site,
    receiverLicence: words(64).nullable(),
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

const checked = { at: At, receiverLicence: words(64), transportMode: z.enum(TRANSPORT_MODES) };

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
    manifestId: SignedId,
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
