/** Wire shapes of outages. */
import { z } from 'zod';
import {
  DivisionCode,
  expected,
  Flag,
  Id,
  Instant,
  InstantOut,
  linesText,
  named,
  namedCodes,
  PageQuery,
} from '../../platform/http/index.ts';
import { DECLARE_OUTAGE, END_OUTAGE, ENDED_OUTAGE } from '../examples/outages.ts';
import { OUTAGE_SYSTEMS, type Outage } from './outage.ts';
import { OUTAGE_TERMS } from './terms.ts';

const SystemCode = namedCodes(
  'OutageSystem',
  'System that could not be used',
  OUTAGE_SYSTEMS,
  OUTAGE_TERMS['outage-system'],
);

const ProvinceOrCity = expected(DivisionCode.max(4), {
  en: 'a GB/T 2260 code of a province (2 digits) or city (4 digits)',
  zh: '省（2 位）或市（4 位）行政区划代码（GB/T 2260）',
  example: '45',
});

export const DeclareOutageRequest = named(
  'DeclareOutage',
  'Declaration that a system cannot be used, or could not.',
  z.strictObject({
    system: SystemCode.describe('System that cannot be used'),
    divisionCode: ProvinceOrCity.describe('This province, or the city whose organisations cannot use the system'),
    startedAt: Instant.describe('Time from which on it cannot be used; earlier than now when the declaration follows'),
    reason: linesText(500).describe('Grounds of the outage'),
  }),
  DECLARE_OUTAGE,
);

export const EndOutageRequest = named(
  'EndOutage',
  'End of an outage.',
  z.strictObject({
    endedAt: Instant.describe('Time from which on the system can be used again'),
    remarks: linesText(500).nullable().default(null).describe('Remarks; null without any'),
  }),
  END_OUTAGE,
);

export const OutageResponse = named(
  'Outage',
  'Time in which a system could not be used, so that loads might travel on paper.',
  z.object({
    id: Id,
    system: SystemCode.describe('System that could not be used'),
    divisionCode: z.string().describe('Province or city that it concerns'),
    startedAt: InstantOut.describe('Time from which on it could not be used'),
    reason: z.string().describe('Grounds of the outage'),
    recordedAt: InstantOut.describe('Time of the declaration, by the clock of this service'),
    ending: z
      .object({
        endedAt: InstantOut.describe('Time from which on the system could be used again'),
        remarks: z.string().nullable().describe('Remarks; null without any'),
        recordedAt: InstantOut.describe('Time at which this service recorded it'),
      })
      .nullable()
      .describe('End of the outage; null while it is open'),
  }),
  ENDED_OUTAGE,
);

export const OutageListQuery = PageQuery.extend({
  openAt: Instant.optional().describe('Only outages that cover this time'),
  current: Flag.optional().describe('true: outages without an end; false: all others'),
  system: SystemCode.optional().describe('Only outages of this system'),
  divisionCode: DivisionCode.optional().describe(
    'Only outages that concern this division: its own, or of its province',
  ),
});

export function toOutageResponse({ startedAt, recordedAt, ending, ...outage }: Outage): z.infer<typeof OutageResponse> {
  return {
    ...outage,
    startedAt: startedAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    ending: ending && {
      endedAt: ending.endedAt.toISOString(),
      remarks: ending.remarks,
      recordedAt: ending.recordedAt.toISOString(),
    },
  };
}
