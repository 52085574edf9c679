import { describe, expect, it } from 'vitest';
import { covers, type Outage, refuseOtherProvince, refuseOutageEnd } from '../../../src/manifests/outages/outage.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 9, 7, hour));
const OPEN: Outage = {
  ...{ id: 'o', system: 'national', divisionCode: '4501', startedAt: at(2), reason: '停机', recordedAt: at(3) },
  ending: null,
};
const ENDED: Outage = { ...OPEN, ending: { endedAt: at(8), remarks: null, recordedAt: at(9) } };

describe('an outage', () => {
  it.each([
    ['before its start', ENDED, '450100', 1, false],
    ['at its start', ENDED, '450100', 2, true],
    ['before its end', ENDED, '450103', 7, true],
    ['at its end', ENDED, '4501', 8, false],
    ['while it is open', OPEN, '450100', 20, true],
    ['in another city', OPEN, '450200', 5, false],
    ['of the province, in each of its cities', { ...OPEN, divisionCode: '45' }, '450200', 5, true],
    ['of another province', { ...OPEN, divisionCode: '44' }, '450200', 5, false],
  ] as const)('covers a time and place: %s', (_, outage, place, hour, expected) => {
    expect(covers(outage, { place, at: at(hour) })).toBe(expected);
  });

  it('has one end, after its start', () => {
    expect(() => refuseOutageEnd(OPEN, at(3))).not.toThrow();
    expect(() => refuseOutageEnd(OPEN, at(2))).toThrow(expect.objectContaining({ code: 'outage-end-early' }));
    expect(() => refuseOutageEnd(ENDED, at(10))).toThrow(expect.objectContaining({ code: 'outage-ended' }));
  });

  it('is of this province', () => {
    expect(() => refuseOtherProvince(OPEN, '45')).not.toThrow();
    expect(() => refuseOtherProvince(OPEN, '44')).toThrow(expect.objectContaining({ code: 'outage-elsewhere' }));
  });
});
