/** Wire shapes of clashes of numbers. */
import { z } from 'zod';
import { Id, InstantOut, linesText, named, namedCodes, PageQuery } from '../../platform/http/index.ts';
import { NUMBER_CLASH, SETTLE_CLASH } from '../examples.ts';
import { CLASH_REASONS, CLASH_STATES } from './clash.ts';

const ClashReasonCode = namedCodes('NumberClashReason', 'Reason of a clash of numbers', CLASH_REASONS, {
  other_number: { en: 'the manifest has another number', zh: '联单已有其他编号' },
  number_taken: { en: 'another manifest has the number', zh: '编号已属于其他联单' },
  number_claimed: { en: 'another manifest is reported with the number too', zh: '另有联单报送同一编号' },
  foreign_division: { en: 'the number is not of the reporting province', zh: '编号不属于报送省份' },
  not_assignable: { en: 'the manifest cannot take the number', zh: '联单已不能使用该编号' },
});

const ClashStateCode = namedCodes('NumberClashState', 'State of a clash of numbers', CLASH_STATES, {
  open: { en: 'waits for a person', zh: '待处理' },
  settled: { en: 'settled', zh: '已处理' },
});

export const ClashListQuery = PageQuery.extend({ state: ClashStateCode.optional() });

export const SettleClashRequest = named(
  'SettleNumberClash',
  'How a clash of numbers was clarified.',
  z.strictObject({ remarks: linesText(500).describe('What the authorities have agreed on (处理说明)') }),
  SETTLE_CLASH,
);

export const ClashResponse = named(
  'NumberClash',
  'Two statements about the number of a manifest that cannot both be true.',
  z.object({
    id: Id,
    manifestId: Id.describe('The manifest for which the number was stated'),
    number: z.string().describe('The number that was stated, 14 digits'),
    source: z.string().describe('System that stated it: GB/T 2260 code of a province, or national'),
    reason: ClashReasonCode,
    heldNumber: z.string().nullable().describe('The number that the manifest has instead'),
    otherManifestId: Id.nullable().describe('The manifest that has the number, or is reported with it'),
    noticedAt: InstantOut.describe('Time at which this service noticed it'),
    settledAt: InstantOut.nullable().describe('Time at which it was settled; null while it waits for a person'),
    remarks: z.string().nullable().describe('How it was clarified'),
  }),
  NUMBER_CLASH,
);
