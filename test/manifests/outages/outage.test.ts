import { describe, expect, it } from 'vitest';
import { type Outage, refuseOtherProvince, refuseOutageEnd } from '../../../src/manifests/outages/outage.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 9, 7, hour));
const OPEN: Outage = {
  ...{ id: 'o', system: 'national', divisionCode: '4501', startedAt: at(2), reason: '停机', recordedAt: at(3) },
  ending: null,
};
const ENDED: Outage = { ...OPEN, ending: { endedAt: at(8), remarks: null, recordedAt: at(9) } };

describe('an outage', () => {
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
