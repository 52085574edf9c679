/** Examples of numbers reserved for forms on paper, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

export const RESERVE_PAPER_NUMBERS = {
  partyId: ids.collector,
  prefix: '桂A-2026-',
  firstSerial: 101,
  lastSerial: 150,
  digits: 6,
};

export const RESERVED_PAPER_NUMBERS = {
  id: ids.paperNumbers,
  ...RESERVE_PAPER_NUMBERS,
  firstNumber: '桂A-2026-000101',
  lastNumber: '桂A-2026-000150',
  numbers: 50,
  used: 0,
  recordedAt: '2026-10-07T00:40:00.000Z',
};

export const USED_PAPER_NUMBERS = {
  ...RESERVED_PAPER_NUMBERS,
  used: 1,
  uses: [{ number: '桂A-2026-000123', manifestId: ids.manifest }],
};
