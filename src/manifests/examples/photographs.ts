/** Examples of photographs of loads, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

export const ADD_PHOTOGRAPHS = {
  fileIds: [ids.photographFile],
  takenAt: '2026-10-07T09:05:00+08:00',
  remarks: '纸质联单和装车情况。',
};

export const PHOTOGRAPHS = {
  id: ids.photographs,
  manifestId: ids.manifest,
  partyId: ids.collector,
  ...ADD_PHOTOGRAPHS,
  takenAt: '2026-10-07T01:05:00.000Z',
  recordedAt: '2026-10-09T00:50:00.000Z',
};
