/** Wire shapes of manifests for the parties to them. */
import { z } from 'zod';
import { storageNotice } from '../batches/rules.ts';
import type { Language } from '../core/messages/language.ts';
import { titlesOf } from '../core/messages/notice.ts';
import {
  ActorOut,
  codeText,
  Day,
  DivisionCode,
  expected,
  Flag,
  Id,
  InstantOut,
  lineText,
  ManifestNumberText,
  MassGrams,
  Month,
  named,
  namedCodes,
  nameText,
  openCodes,
  PageQuery,
  Pieces,
  ProvinceCode,
  SeverityCode,
  wordsOf,
} from '../platform/http/index.ts';
import { DOCUMENT, DocumentLine, ManifestStateCode } from './document-schemas.ts';
import { DRAFT_MANIFEST, MANIFEST, MANIFEST_HISTORY } from './examples/manifests.ts';
import { dutyOf, isOverdue } from './law/duties.ts';
import { manifestNotice, showWarning } from './notices.ts';
import type { LineAccounts, Manifest } from './rules/command.ts';
import { NUMBERINGS, numberingOf, type Transport } from './rules/document.ts';
import { STEP_NAMES } from './rules/manifest.ts';
import { MANIFEST_TERMS } from './rules/terms.ts';
import { type Insight, shownWarnings, WARNING_CODES } from './rules/warning.ts';

const CityOrCounty = expected(DivisionCode.min(4), {
  en: 'a GB/T 2260 code of a city (4 digits) or county (6 digits)',
  zh: '市（4 位）或县（6 位）行政区划代码（GB/T 2260）',
  example: '440100',
});

export const DraftManifestRequest = named(
  'DraftManifest',
  'Draft of a manifest: consignor site, carrier, receiver and the lines of the load.',
  z.strictObject({
    carrierId: Id.describe('Registered organisation that carries the load'),
    receiverId: Id.describe('Registered organisation with a valid licence for the waste code'),
    consignorSiteId: Id.describe('Own site where the batches are'),
    receiverSiteId: Id.nullable().default(null).describe('A registered site of the receiver'),
    receiverSite: z
      .strictObject({
        name: nameText(200),
        divisionCode: CityOrCounty.describe('GB/T 2260 code of the city (4 digits) or county (6)'),
        address: lineText(300).nullable().default(null).describe('Street and house number of the site (接受场所地址)'),
      })
      .nullable()
      .default(null)
      .describe('The site of a receiver of another province, when it is not registered here'),
    lines: z
      .array(
        z.strictObject({
          batchId: Id.describe(
            'Batch of waste on the site of the consignor: batteries, a residue, paste or grids, other waste',
          ),
          massGrams: MassGrams.describe('Mass to send, at most what the batch holds'),
          pieces: Pieces,
          packaging: codeText(40).describe('Code of the list packaging'),
          packages: Pieces,
        }),
      )
      .min(1)
      .max(100)
      .describe('Batches to send (明细), of one waste code; each batch becomes a line'),
  }),
  DRAFT_MANIFEST,
);

const ManifestLine = named(
  'ManifestLine',
  'Line of a manifest: one kind of batteries or one batch of other waste, as sent, weighed, accepted and returned.',
  DocumentLine.extend({
    batchId: Id.nullable().describe('Batch of the consignor; null when its books are in another province'),
    transitBatchId: Id.nullable().describe('Batch on the vehicle'),
    receivedBatchId: Id.nullable().describe('Batch of the receiver, made by the acceptance: feed this one to runs'),
    returnedBatchId: Id.nullable().describe('Batch that came back to the consignor'),
  }),
);

const ManifestWarning = named(
  'ManifestWarning',
  'Warning about a manifest, which stops nothing.',
  z.object({
    code: namedCodes(
      'ManifestWarningCode',
      'Code of a warning about a manifest',
      WARNING_CODES,
      titlesOf({ ...manifestNotice.entries, ...storageNotice.entries }),
    ).describe('Code of the warning in /problems'),
    severity: SeverityCode.describe('How serious the warning is; none stops a step, and `block` is not used for steps'),
    title: z.string().describe('In the language of the request'),
    detail: z.string().describe('In the language of the request'),
    step: z
      .enum(STEP_NAMES)
      .describe(`Step that was warned of; the address of a step has hyphens. One of ${STEP_NAMES.join(', ')}`),
    at: InstantOut.describe('Time of that step'),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).describe('Plain values that the detail shows'),
  }),
);

export const ManifestResponse = named(
  'Manifest',
  'Hazardous waste manifest: its parties, lines, transport, state and times.',
  z.object({
    ...DOCUMENT,
    lines: z.array(ManifestLine).describe('Lines, in order'),
    consignorId: Id.describe('The consignor in this register'),
    carrierId: Id.describe('The carrier in this register'),
    receiverId: Id.describe('The receiver in this register'),
    consignorSiteId: Id.nullable().describe('The site of the consignor; null when it is not registered here'),
    receiverSiteId: Id.nullable().describe('The site of the receiver; null when it is not registered here'),
    numbering: z
      .enum(NUMBERINGS)
      .describe(
        'draft: not submitted; pending: it waits for the national system, also while none is registered (see /v1/exchange/status), and permanently when it was cancelled before; issued: there is a number; paper: runs on paper',
      ),
    numberConfirmed: z
      .boolean()
      .describe(
        'true when the national system has given or confirmed the number; false without a number, and while only the province of origin reports it',
      ),
    digest: z.string().describe('SHA-256 of the canonical JSON (RFC 8785) of the document'),
    confirmationDueOn: Day.nullable().describe('Last day on which the receiver should decide; null before the arrival'),
    late: z
      .boolean()
      .nullable()
      .describe(
        'true when the decision was recorded after confirmationDueOn, whatever decidedAt states; a decision of another province is judged by decidedAt. Null until the decision',
      ),
    overdue: z.boolean().describe('true when the receiver, or the consignor of paper, is past the last day today'),
    backfillDueOn: Day.nullable().describe('Last day on which a paper manifest should be entered'),
    backfilledLate: z.boolean().nullable().describe('true when the entry was recorded after that day'),
    warnings: z
      .array(ManifestWarning)
      .describe(
        'Warnings of steps taken in this province: unregistered vehicles and late entries; annual scales and stocks near their limits are shown to their organisation and to the authorities alone',
      ),
    acceptedLicenceId: Id.nullable().describe(
      'The licence of the receiver whose annual scale the acceptance counts against',
    ),
    createdAt: InstantOut.describe('Time of the draft'),
    updatedAt: InstantOut.describe('Time of the last step'),
  }),
  MANIFEST,
);

const ROLES = ['consignor', 'carrier', 'receiver'] as const;

export const ManifestListQuery = PageQuery.extend({
  state: ManifestStateCode.optional(),
  number: ManifestNumberText.optional(),
  role: z.enum(ROLES).optional().describe('Only manifests on which the own organisation has this role'),
  originProvince: ProvinceCode.optional(),
  destinationProvince: ProvinceCode.optional(),
  handedOverMonth: Month.optional(),
  overdue: Flag.optional().describe('true: manifests whose open duty is past its last day today; false: all others'),
  dueBefore: Day.optional().describe('Only manifests with an open duty whose last day is before this one'),
  late: Flag.optional().describe('true: manifests whose decision was recorded after its last day; false: all others'),
  significantDifference: Flag.optional().describe('true: manifests with a significant difference; false: all others'),
  beforeNumber: Flag.optional().describe(
    'true: manifests with a step dated before their national number; false: all others',
  ),
  againstCompletion: Flag.optional().describe(
    'true: manifests with a step that contradicts the stated completion of their transfer on paper; false: all others',
  ),
  outsideOutage: Flag.optional().describe(
    'true: manifests that ran on paper at a time and place without a declared outage; false: all others',
  ),
});

const ENTRY_WORDS = {
  'manifest.drafted': { en: 'drafted', zh: '已起草' },
  ...MANIFEST_TERMS.entry,
  'manifest.number_confirmed': { en: 'number confirmed again', zh: '编号已再次确认' },
  'manifest.number_corrected': { en: 'number corrected', zh: '编号已更正' },
  'manifest.warned': { en: 'warnings about the load', zh: '货物提醒' },
  'manifest.photographed': { en: 'photographs added', zh: '已添加照片' },
  'manifest.terms_computed': { en: 'due days became known', zh: '期限届满日已确定' },
  'deadline.near': { en: 'last day is near', zh: '期限将届满' },
  'deadline.passed': { en: 'last day has passed', zh: '期限已届满' },
  'manifest.conflicted': { en: 'another authority reported a step that differs', zh: '其他系统上报的步骤不一致' },
};
const EntryKindCode = openCodes(
  'ManifestEntryKind',
  `Kind of a journal entry of a manifest; later releases may add kinds. ${wordsOf(ENTRY_WORDS)}`,
  Object.keys(ENTRY_WORDS),
);

export const HistoryResponse = named(
  'ManifestHistory',
  'Versions of a manifest: each step with its time and actor.',
  z.object({
    items: z
      .array(
        named(
          'ManifestHistoryEntry',
          'Step of a manifest, with its time and actor.',
          z.object({
            index: z.int().describe('Place in the journal of this service'),
            kind: EntryKindCode.describe('What the entry records'),
            number: z
              .int()
              .describe('Place of the entry among those of this manifest, from 1; not the number of the manifest'),
            occurredAt: InstantOut.describe('Time of the step'),
            recordedAt: InstantOut.describe('Time at which this service recorded it'),
            actor: ActorOut.describe('The person, client or authority that took the step'),
            payload: z.unknown().describe('Step, input and document after it'),
            hash: z.string().describe('SHA-256 of the entry'),
          }),
        ),
      )
      .describe('All entries, first to last'),
  }),
  MANIFEST_HISTORY,
);

/**
 * Returns a manifest as the API shows it.
 * @param insight the organisations whose own affairs are shown
 */
export function toManifestResponse(
  manifest: Manifest,
  insight: Insight,
  { language, today }: { readonly language: Language; readonly today: string },
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
      overdue: isOverdue(dutyOf(document.state, manifest), today),
      backfillDueOn,
      backfilledLate,
      warnings: warnings.map((one) => showWarning(one, language)),
    },
    acceptedLicenceId,
    numbering: numberingOf(document),
    numberConfirmed: manifest.numberConfirmed,
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
