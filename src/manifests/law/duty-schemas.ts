/** Wire shapes of open duties. */
import { z } from 'zod';
import { Day, Flag, Id, named, namedCodes, PageQuery } from '../../platform/http/index.ts';
import { ManifestStateCode } from '../document-schemas.ts';
import { DUTY } from '../examples/duties.ts';
import { MANIFEST_TERMS } from '../rules/terms.ts';
import { DUTIES } from './duties.ts';

const DutyCode = namedCodes('DutyKind', 'Duty with a last day by law', DUTIES, MANIFEST_TERMS.duty);

export const DutyListQuery = PageQuery.extend({
  duty: DutyCode.optional(),
  partyId: Id.optional().describe('Only duties of this organisation'),
  dueBefore: Day.optional().describe('Only duties whose last day is before this one'),
  overdue: Flag.optional().describe('true: duties whose last day has ended; false: all others'),
});

export const DutyResponse = named(
  'Duty',
  'Open duty of an organisation about a manifest, with its last day.',
  z.object({
    duty: DutyCode.describe('What must be done'),
    partyId: Id.describe('The organisation that must do it'),
    manifestId: Id.describe('The manifest'),
    number: z.string().nullable().describe('Number of the manifest; null while it has no number'),
    state: ManifestStateCode.describe('State of the manifest'),
    dueOn: z
      .string()
      .nullable()
      .describe('Last day; null before the event that starts the deadline, and without the work calendar of its year'),
    daysLeft: z.int().nullable().describe('Days from today to the last day, negative when it has passed'),
    overdue: z.boolean().describe('true when the last day has ended'),
  }),
  DUTY,
);
