/** Wire shapes of manifests for the parties to them. */
import { z } from 'zod';
import type { Language } from '../core/messages/language.ts';
import { SEVERITIES } from '../core/messages/notice.ts';
import {
  Day,
  DivisionCode,
  expected,
  Id,
  InstantOut,
  ManifestNumberText,
  MassGrams,
  Month,
  PageQuery,
  Pieces,
  ProvinceCode,
  text,
} from '../platform/http/index.ts';
import { DOCUMENT, DocumentLine } from './document-schemas.ts';
import { showWarning } from './notices.ts';
import type { LineAccounts, Manifest } from './rules/command.ts';
import { MANIFEST_STATES, NUMBERINGS, numberingOf, type Transport } from './rules/document.ts';
import { STEP_NAMES } from './rules/manifest.ts';
import { type Insight, shownWarnings, WARNING_CODES } from './rules/warning.ts';

const CityOrCounty = expected(DivisionCode.min(4), {
  en: 'a GB/T 2260 code of a city (4 digits) or county (6 digits)',
  zh: '市（4 位）或县（6 位）行政区划代码（GB/T 2260）',
  example: '440100',
});

export const DraftManifestRequest = z.strictObject({
  carrierId: Id,
  receiverId: Id,
  consignorSiteId: Id,
  receiverSiteId: Id.nullable().default(null).describe('A registered site of the receiver'),
  receiverSite: z
    .strictObject({
      name: text(200),
      divisionCode: CityOrCounty.describe('GB/T 2260 code of the city (4 digits) or county (6)'),
      address: text(300).nullable().default(null),
    })
    .nullable()
    .default(null)
    .describe('The site of a receiver of another province, when it is not registered here'),
  lines: z
    .array(
      z.strictObject({
        batchId: Id,
        massGrams: MassGrams,
        pieces: Pieces,
        packaging: text(40).describe('Code of the list codes.packaging'),
        packages: Pieces,
      }),
    )
    .min(1)
    .max(100),
});

export const ManifestResponse = z.object({
  ...DOCUMENT,
  lines: z.array(
    DocumentLine.extend({
      batchId: Id.nullable(),
      transitBatchId: Id.nullable(),
      receivedBatchId: Id.nullable(),
      returnedBatchId: Id.nullable(),
    }),
  ),
  consignorId: Id,
  carrierId: Id,
  receiverId: Id,
  consignorSiteId: Id.nullable(),
  receiverSiteId: Id.nullable(),
  numbering: z.enum(NUMBERINGS),
  digest: z.string().describe('SHA-256 of the canonical JSON (RFC 8785) of the document'),
  confirmationDueOn: Day.nullable(),
  late: z.boolean().nullable().describe('True when the receiver decided after that day'),
  backfillDueOn: Day.nullable(),
  backfilledLate: z.boolean().nullable(),
  warnings: z
    .array(
      z.object({
        code: z.enum(WARNING_CODES),
        severity: z.enum(SEVERITIES),
        title: z.string().describe('In the language of the request'),
        detail: z.string().describe('In the language of the request'),
        step: z.enum(STEP_NAMES),
        at: InstantOut,
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    )
    .describe(
      'Warnings of steps taken in this province: unregistered vehicles and late entries; annual scales and stocks near their limits are shown to their organisation and to the authorities alone',
    ),
  acceptedLicenceId: Id.nullable().describe(
    'The licence of the receiver whose annual scale the acceptance counts against',
  ),
  createdAt: InstantOut,
  updatedAt: InstantOut,
});

const ROLES = ['consignor', 'carrier', 'receiver'] as const;

export const ManifestListQuery = PageQuery.extend({
  state: z.enum(MANIFEST_STATES).optional(),
  number: ManifestNumberText.optional(),
  role: z.enum(ROLES).optional().describe('Only manifests on which the own organisation has this role'),
  originProvince: ProvinceCode.optional(),
  destinationProvince: ProvinceCode.optional(),
  handedOverMonth: Month.optional(),
});

export const HistoryResponse = z.object({
  items: z.array(
    z.object({
      index: z.int(),
      kind: z.string(),
      number: z.int(),
      occurredAt: InstantOut,
      recordedAt: InstantOut,
      actor: z.object({ subject: z.string(), partyId: z.string().optional(), source: z.string() }),
      payload: z.unknown(),
      hash: z.string(),
    }),
  ),
});

/**
 * Returns a manifest as the API shows it.
 * @param insight the organisations whose own affairs are shown
 */
export function toManifestResponse(
  manifest: Manifest,
  insight: Insight,
  language: Language,
): z.infer<typeof ManifestResponse> {
  const { document, accounts, createdAt, updatedAt } = manifest;
  const { consignorId, carrierId, receiverId, consignorSiteId, receiverSiteId, digest } = manifest;
  const { confirmationDueOn, late, backfillDueOn, backfilledLate, acceptedLicenceId } = manifest;
  const warnings = shownWarnings(manifest.warnings, insight);
  return {
    ...document,
    transport: document.transport && copyOf(document.transport),
    differenceKinds: [...document.differenceKinds],
    lines: document.lines.map((line) => ({ ...line, ...accountsOf(line.line, accounts) })),
    ...{ consignorId, carrierId, receiverId, consignorSiteId, receiverSiteId, digest },
    ...{
      confirmationDueOn,
      late,
      backfillDueOn,
      backfilledLate,
      warnings: warnings.map((one) => showWarning(one, language)),
    },
    acceptedLicenceId,
    numbering: numberingOf(document),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function copyOf({ plates, protections, ...transport }: Transport) {
  return { ...transport, plates: [...plates], protections: [...protections] };
}

function accountsOf(line: number, accounts: readonly LineAccounts[]): Omit<LineAccounts, 'line'> {
  const known = accounts.find((one) => one.line === line);
  return {
    batchId: known?.batchId ?? null,
    transitBatchId: known?.transitBatchId ?? null,
    receivedBatchId: known?.receivedBatchId ?? null,
    returnedBatchId: known?.returnedBatchId ?? null,
  };
}
