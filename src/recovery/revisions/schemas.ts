/** Wire shapes of revisions of certified figures. */
import { z } from 'zod';
import { Id, InstantOut, named, namedCodes } from '../../platform/http/index.ts';
import { FractionOut } from '../figure-schemas.ts';
import { RecordKindCode } from '../schemas.ts';
import { type Difference, RECORD_CHANGES } from './difference.ts';
import { DIFFERENCE, REVISION } from './examples.ts';
import { isLate, REVISION_STATES, type Revision, type RevisionState } from './revision.ts';
import { RECORD_CHANGE_WORDS, REVISION_STATE_WORDS } from './terms.ts';

const ChangeCode = namedCodes('RecordChange', 'Change of a record', RECORD_CHANGES, RECORD_CHANGE_WORDS);
const StateCode = namedCodes('RevisionState', 'State of a revision', REVISION_STATES, REVISION_STATE_WORDS);

const Exact = z.object({
  numerator: FractionOut.shape.numerator,
  denominator: FractionOut.shape.denominator,
  percent: FractionOut.shape.percent,
});

const Counted = z.object({
  term: z.string().describe('Term of the record'),
  massGrams: z.int().describe('Mass that the record counts, in grams and before its lead content'),
  leadGramsExact: z.string().describe('Lead, grams, exact decimal'),
});

const LawValue = z.object({
  validFrom: z.string().describe('First day on which it is in force'),
  value: z.unknown().describe('What the law says from that day on, in the form of its key'),
});

const count = z.int().describe('Number of such records');

export const DifferenceOut = named(
  'AssessmentDifference',
  'Differences of the present records from a frozen evaluation of the same period.',
  z.object({
    terms: z
      .array(
        z.object({
          term: z.string().describe('Term of the lead balance'),
          before: z.string().nullable().describe('Lead that was frozen, grams, exact decimal'),
          after: z.string().nullable().describe('Lead by the present records, grams, exact decimal'),
        }),
      )
      .describe('Terms whose lead differs'),
    rates: z
      .array(
        z.object({
          rate: z.string().describe('Name of the rate, such as headline'),
          before: Exact.nullable().describe('Rate that was frozen; null for none'),
          after: Exact.nullable().describe('Rate by the present records; null when they give none'),
        }),
      )
      .describe('Rates that differ'),
    findings: z
      .object({
        appeared: z.array(z.string()).describe('Codes of findings that were not there'),
        disappeared: z.array(z.string()).describe('Codes of findings that are not there any more'),
      })
      .describe('Findings that differ'),
    records: z
      .object({
        counts: z.object({ added: count, removed: count, changed: count }).describe('Number of records that differ'),
        listed: z
          .array(
            z.object({
              change: ChangeCode.describe('Added, removed or changed'),
              id: z.string().describe('Id of the record, as GET /v1/recovery/records shows it'),
              kind: RecordKindCode.describe('What was counted, moved or measured'),
              subject: z.string().describe('Subject of the journal entries that prove it'),
              before: Counted.nullable().describe('What was frozen; null when it was not there'),
              after: Counted.nullable().describe('What is counted now; null when it is not there any more'),
            }),
          )
          .describe('The first 100 of them, by id'),
        sha256: z.string().describe('SHA-256 of all present records'),
      })
      .describe('Records that differ'),
    verdicts: z
      .array(
        z.object({
          target: z.string().describe('Target of law that was judged, such as industry-lead-2016'),
          before: z.string().nullable().describe('Verdict that was frozen'),
          after: z.string().nullable().describe('Verdict by the present records and law'),
        }),
      )
      .describe('Verdicts that differ'),
    law: z
      .array(
        z.object({
          key: z.string().describe('Key of the law'),
          before: LawValue.describe('Value that was frozen'),
          after: LawValue.nullable().describe('Present value for the same period; null when none is in force'),
        }),
      )
      .describe(
        'Law that has another value for the certified period now, such as one that was loaded for an earlier day',
      ),
    lawKeys: z.array(z.string()).describe('Keys of the law that differs'),
    methodVersions: z
      .object({ before: z.int().describe('Version that was frozen'), after: z.int().describe('Present version') })
      .nullable()
      .describe('Set when the method has another version now'),
  }),
  DIFFERENCE,
);

export const RevisionResponse = named(
  'AssessmentRevision',
  'Revision of a certified figure: what later records would change of it. The certified figure stays as it is.',
  z.object({
    assessmentId: Id.describe('The assessment'),
    number: z.int().describe('Number of the revision, from 1'),
    round: z.int().describe('Round whose certified figure it concerns'),
    state: StateCode.describe('Whether it waits for a decision'),
    openedAt: InstantOut.describe('Time of the comparison'),
    dueOn: z
      .string()
      .nullable()
      .describe(
        'Last day for the decision, in working days of the law recovery.revision-deadline; null where it or the holiday notice of its year is missing',
      ),
    overdue: z.boolean().describe('True for an open revision whose last day is over'),
    sinceIndex: z.int().describe('Index of the journal at which the figure was frozen'),
    journalIndex: z.int().describe('Index of the journal up to which the records were compared'),
    difference: DifferenceOut.describe('What differs'),
  }),
  REVISION,
);

export const RevisionListResponse = named(
  'AssessmentRevisions',
  'Revisions of an assessment, oldest first.',
  z.object({ items: z.array(RevisionResponse).describe('Revisions of every round') }),
  { items: [REVISION] },
);

export const toDifference = (difference: Difference | null): z.infer<typeof DifferenceOut> | null =>
  difference && {
    terms: [...difference.terms],
    rates: [...difference.rates],
    findings: {
      appeared: [...difference.findings.appeared],
      disappeared: [...difference.findings.disappeared],
    },
    records: { ...difference.records, listed: [...difference.records.listed] },
    verdicts: [...(difference.verdicts ?? [])],
    law: [...(difference.law ?? [])],
    ...{ lawKeys: [...difference.lawKeys], methodVersions: difference.methodVersions },
  };

export function toRevisionResponse(
  revision: Revision,
  state: RevisionState,
  now: Date,
): z.infer<typeof RevisionResponse> {
  const { assessmentId, number, round, openedAt, sinceIndex, journalIndex, dueOn } = revision;
  const difference = toDifference(revision.difference) as z.infer<typeof DifferenceOut>;
  return {
    ...{ assessmentId, number, round, state, openedAt: openedAt.toISOString() },
    ...{ dueOn, overdue: state === 'open' && isLate(dueOn, now), sinceIndex, journalIndex, difference },
  };
}
