/** Examples of outages, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';

export const DECLARE_OUTAGE = {
  system: 'national' as const,
  divisionCode: '45',
  startedAt: '2026-10-07T08:00:00+08:00',
  reason: '全国固体废物管理信息系统停机维护。',
};

export const OUTAGE = {
  id: EXAMPLE_IDS.outage,
  ...DECLARE_OUTAGE,
  startedAt: '2026-10-07T00:00:00.000Z',
  recordedAt: '2026-10-07T00:40:00.000Z',
  ending: null,
};

export const END_OUTAGE = { endedAt: '2026-10-07T18:00:00+08:00', remarks: '系统已恢复运行。' };

export const ENDED_OUTAGE = {
  ...OUTAGE,
  ending: { ...END_OUTAGE, endedAt: '2026-10-07T10:00:00.000Z', recordedAt: '2026-10-07T10:05:00.000Z' },
};
