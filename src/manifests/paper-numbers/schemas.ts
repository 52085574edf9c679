/** Wire shapes of numbers reserved for forms on paper. */
import { z } from 'zod';
import { documentNumber, fault, Id, InstantOut, named, PageQuery } from '../../platform/http/index.ts';
import { RESERVE_PAPER_NUMBERS, RESERVED_PAPER_NUMBERS, USED_PAPER_NUMBERS } from '../examples/paper-numbers.ts';
import { numberAt, type PaperNumberBlock, sizeOf } from './block.ts';

const Serial = z.int().min(0).max(999_999_999_999);

export const ReservePaperNumbersRequest = named(
  'ReservePaperNumbers',
  'Numbers of forms on paper for an organisation: a prefix, and a range of serials.',
  z
    .strictObject({
      partyId: Id.describe('Organisation whose loads go under these numbers'),
      prefix: documentNumber(28).describe('Beginning of every number, as it is printed on the forms'),
      firstSerial: Serial.describe('Serial of the first form'),
      lastSerial: Serial.describe('Serial of the last form, at least that of the first'),
      digits: z.int().min(1).max(12).describe('Digits of each serial; shorter ones have zeros in front'),
    })
    .refine(
      ({ firstSerial, lastSerial }) => firstSerial <= lastSerial,
      fault(
        'lastSerial must not be less than firstSerial.',
        '“截止流水号”（lastSerial）不得小于“起始流水号”（firstSerial）。',
        'lastSerial',
        'firstSerial',
      ),
    )
    .refine(
      ({ lastSerial, digits }) => String(lastSerial).length <= digits,
      fault(
        'lastSerial has more digits than digits states.',
        '“截止流水号”（lastSerial）的位数多于“流水号位数”（digits）。',
        'digits',
        'lastSerial',
      ),
    ),
  RESERVE_PAPER_NUMBERS,
);

const BLOCK = {
  id: Id,
  partyId: Id.describe('Organisation whose loads go under these numbers'),
  prefix: z.string().describe('Beginning of every number'),
  firstSerial: z.int().describe('Serial of the first form'),
  lastSerial: z.int().describe('Serial of the last form'),
  digits: z.int().describe('Digits of each serial'),
  firstNumber: z.string().describe('First number, as it is printed on its form'),
  lastNumber: z.string().describe('Last number, as it is printed on its form'),
  numbers: z.int().describe('How many numbers are reserved'),
  used: z.int().describe('How many of them cover a load that the caller may see and that was not cancelled'),
  recordedAt: InstantOut.describe('Time at which this service recorded it'),
};

export const PaperNumbersResponse = named(
  'PaperNumbers',
  'Numbers of forms on paper that are reserved for an organisation.',
  z.object(BLOCK),
  RESERVED_PAPER_NUMBERS,
);

export const PaperNumbersWithUses = named(
  'PaperNumbersWithUses',
  'Numbers of forms on paper that are reserved for an organisation, with the manifests that have them.',
  z.object({
    ...BLOCK,
    uses: z
      .array(
        z.object({
          number: z.string().describe('Number as it was entered'),
          manifestId: Id.describe('Manifest that goes under it'),
        }),
      )
      .describe('Used numbers, in their order'),
  }),
  USED_PAPER_NUMBERS,
);

export const PaperNumbersQuery = PageQuery.extend({
  partyId: Id.optional().describe('Only numbers of this organisation'),
});

export function toPaperNumbersResponse(
  { id, partyId, prefix, firstSerial, lastSerial, digits, recordedAt }: PaperNumberBlock,
  used: number,
): z.infer<typeof PaperNumbersResponse> {
  const block = { prefix, firstSerial, lastSerial, digits };
  return {
    ...{ id, partyId, ...block },
    firstNumber: numberAt(block, firstSerial),
    lastNumber: numberAt(block, lastSerial),
    numbers: sizeOf(block),
    used,
    recordedAt: recordedAt.toISOString(),
  };
}
