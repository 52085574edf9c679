/** Wire shapes of oversight, and of the journal payloads that it reads. */
import { z } from 'zod';
import { DIVISION_PREFIX } from '../core/identifiers/divisions.ts';
import {
  ActorOut,
  expected,
  fault,
  Id,
  InstantOut,
  ManifestBatteryKind,
  MassGramsOut,
  Month,
  named,
  namedCodes,
  PageQuery,
  spelled,
} from '../platform/http/index.ts';
import type { SealedEntry } from '../platform/journal/index.ts';
import { FLOW_RECORD, FLOWS, JOURNAL } from './examples.ts';
import { FLOW_LEVELS, type FlowRecord } from './flow.ts';

const Site = z.object({ divisionCode: z.string().regex(DIVISION_PREFIX) });

/** The part of the payload, version 1, of `manifest.accepted` and `manifest.partially_accepted` that flows need. */
export const AcceptancePayload = z.object({
  manifestId: z.uuid(),
  document: z.object({
    wasteCode: z.string(),
    decidedAt: z.iso.datetime(),
    consignorSite: Site,
    receiverSite: Site,
    lines: z.array(
      z.object({
        line: z.int(),
        batteryKind: z.string().nullable(),
        acceptedGrams: z.int().min(0).nullable(),
        acceptedPieces: z.int().min(0).nullable(),
      }),
    ),
  }),
});

const Place = expected(spelled('code').regex(/^[1-8]\d(\d{2})?$/), {
  en: 'a GB/T 2260 code of a province (2 digits) or city (4 digits)',
  zh: '省（2 位）或市（4 位）行政区划代码（GB/T 2260）',
  example: '4501',
});

const FlowLevelCode = namedCodes('FlowLevel', 'Level at which places are distinguished', FLOW_LEVELS, {
  province: { en: 'provinces, 2 digits', zh: '省级' },
  city: { en: 'cities, 4 digits', zh: '市级' },
});

export const FlowQuery = z
  .strictObject({
    from: Month.describe('First month, Asia/Shanghai'),
    to: Month.describe('The month after the last one'),
    level: FlowLevelCode.default('province').describe('Level at which places are distinguished'),
  })
  .refine(
    ({ from, to }) => from < to,
    fault('to must be later than from.', '“截止月份（不含）”（to）须晚于“起始月份”（from）。', 'to', 'from'),
  )
  .refine(
    ({ from, to }) => monthsBetween(from, to) <= 36,
    fault('A query covers at most 36 months.', '每次最多查询 36 个月。', 'to', 'from'),
  );

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

const Flow = named(
  'Flow',
  'Mass that moved from one area to another in one month.',
  z.object({
    month: z.string().describe('Month of the acceptance, YYYY-MM'),
    from: z.string().describe('GB/T 2260 code: province (2 digits) or city (4); 4500 when the city is not named'),
    fromName: z.string().nullable().describe('Name of the place of origin'),
    to: z.string().describe('GB/T 2260 code of the place of destination, as `from`'),
    toName: z.string().nullable().describe('Name of the place of destination'),
    massGrams: MassGramsOut.describe('Accepted by the receivers, whole grams'),
    pieces: z.int().describe('Accepted batteries'),
    manifests: z.int().describe('How many manifests the mass came with'),
  }),
);

export const FlowResponse = named(
  'Flows',
  'Flows between areas, at the level of provinces or cities.',
  z.object({
    level: FlowLevelCode,
    complete: z.boolean().describe('false when there are more cells than are shown: choose fewer months'),
    items: z.array(Flow).describe('Cells of the matrix, by month and places'),
  }),
  FLOWS,
);

export const FlowRecordQuery = PageQuery.extend({
  month: Month,
  from: Place.optional().describe('Code of the cell as /v1/flows names it: 2 or 4 digits'),
  to: Place.optional(),
});

export const FlowRecordResponse = named(
  'FlowRecord',
  'One accepted manifest line, from which the flows are summed.',
  z.object({
    manifestId: Id.describe('The manifest'),
    line: z.int().describe('Line of the manifest'),
    journalIndex: z.int().describe('The entry of /v1/journal that proves it'),
    month: z.string().describe('Month of the acceptance'),
    fromProvince: z.string().describe('Province of origin'),
    fromCity: z.string().describe('City of origin'),
    toProvince: z.string().describe('Province of destination'),
    toCity: z.string().describe('City of destination'),
    wasteCode: z.string().describe('Waste code of the load'),
    batteryKind: ManifestBatteryKind.nullable().describe('Kind of battery; null when the line names none'),
    massGrams: MassGramsOut.describe('Accepted mass'),
    pieces: z.int().describe('Accepted batteries'),
    acceptedAt: InstantOut.describe('Time of the decision'),
  }),
  FLOW_RECORD,
);

export const JournalQuery = z.strictObject({
  after: expected(spelled('code').regex(/^\d{1,15}$/), {
    en: 'a whole number of at most 15 digits',
    zh: '不超过 15 位的整数',
    example: '0',
  })
    .default('0')
    .transform(Number)
    .describe('Index of the last entry read; 0 for the beginning'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Maximum number of entries, 1 to 500'),
});

export const SubjectQuery = JournalQuery.extend({
  after: JournalQuery.shape.after.describe(
    '`number` of the last entry read, among those of the subject; 0 for the beginning',
  ),
});

export const SubjectParams = z.strictObject({
  subject: expected(spelled('subject').regex(/^[a-z][a-z-]{0,39}:[\w.-]{1,100}$/), {
    en: 'a noun and an identifier with a colon between them',
    zh: '以冒号连接的对象名称与编号',
    example: 'batch:01990000-0000-7000-8000-000000000001',
  }).describe('`<noun>:<id>`, such as `batch:0198…`'),
});

const JournalEntry = named(
  'JournalEntry',
  'Entry of the journal: who recorded what and when, chained to the entry before by its hash.',
  z.object({
    index: z.int().describe('Place in the one order that every reader sees, from 1 without gaps'),
    kind: z.string().describe('Past tense of what happened, such as manifest.accepted'),
    withheld: z
      .boolean()
      .describe(
        'True when the token lacks the scope for entries of this kind; subject, actor, occurredAt and payload are then null',
      ),
    subject: z.string().nullable().describe('`<noun>:<id>` of the record that it is about'),
    number: z.int().describe('Place among the entries of its subject, from 1'),
    version: z.int().describe('Version of the payload'),
    actor: ActorOut.nullable().describe('The person, client or authority that acted'),
    occurredAt: InstantOut.nullable().describe('Time of the fact'),
    recordedAt: InstantOut.describe('Time at which this service recorded it'),
    payload: z.unknown().describe('The fact; its shape follows from kind and version'),
    previousHash: z.string().nullable().describe('Hash of the entry before it on its subject'),
    hash: z.string().describe('SHA-256 of the canonical JSON (RFC 8785) of the entry without index and hash'),
  }),
);

export const JournalResponse = named(
  'JournalEntries',
  'Entries of the journal in their order, with the index to continue after.',
  z.object({
    items: z.array(JournalEntry).describe('Entries in their order'),
    nextAfter: z.int().describe('To be sent as `after` next; unchanged while there is nothing new'),
  }),
  JOURNAL,
);

export const toFlowRecordResponse = (record: FlowRecord): z.infer<typeof FlowRecordResponse> => ({
  ...record,
  acceptedAt: record.acceptedAt.toISOString(),
});

type JournalPage = {
  readonly after: number;
  /** Place of an entry, to continue after. */
  readonly placeOf: (entry: SealedEntry) => number;
  readonly mayRead: (kind: string) => boolean;
};

/** Values that an entry shows when the reader may not see its content. Its hashes still prove the order and the chain. */
const WITHHELD = { withheld: true, subject: null, actor: null, occurredAt: null, payload: null } as const;

/** Makes the page of the journal that begins after `after`. Only entries of readable kinds show their content. */
export const toJournalResponse = (
  entries: readonly SealedEntry[],
  { after, placeOf, mayRead }: JournalPage,
): z.infer<typeof JournalResponse> => {
  const last = entries.at(-1);
  return {
    items: entries.map((entry) => ({
      ...entry,
      withheld: false,
      occurredAt: entry.occurredAt.toISOString(),
      recordedAt: entry.recordedAt.toISOString(),
      ...(!mayRead(entry.kind) && WITHHELD),
    })),
    nextAfter: last === undefined ? after : placeOf(last),
  };
};
