/** Examples of the requests of the steps of a manifest, for the description of the API. */

export const SUBMIT = { at: '2026-10-07T08:00:00+08:00' };

export const HAND_OVER = { at: '2026-10-07T09:00:00+08:00' };

export const ARRIVE = { at: '2026-10-07T11:05:00+08:00' };

export const REGISTER_PAPER = {
  at: '2026-10-07T09:00:00+08:00',
  number: '桂A-2026-000123',
  reason: '固废系统停机维护',
  transferCompletedAt: null,
};

export const BACKFILL = { at: '2026-10-09T09:00:00+08:00', transferCompletedAt: '2026-10-07T12:00:00+08:00' };

export const DEPART = {
  at: '2026-10-07T09:20:00+08:00',
  plates: ['桂A12345'],
  permitNumber: '桂交运管许可南字450100000001号',
  driver: '演示驾驶人',
  from: '南宁市演示路 1 号',
  protections: ['rain' as const, 'leakage' as const],
};

const decided = '2026-10-07T11:40:00+08:00';

export const ACCEPT = {
  at: decided,
  lines: [{ line: 1, acceptedGrams: 198_390, acceptedPieces: 12, treatmentMethod: 'R4' }],
};

export const ACCEPT_PARTIALLY = {
  at: decided,
  lines: [
    {
      line: 1,
      acceptedGrams: 165_000,
      acceptedPieces: 10,
      refusedGrams: 33_400,
      refusedPieces: 2,
      treatmentMethod: 'R4',
    },
  ],
  differenceKinds: ['quantity'],
  remarks: '2 只电池外壳破损，拒收。',
};

export const REJECT = {
  at: decided,
  lines: [{ line: 1, refusedGrams: 198_400, refusedPieces: 12 }],
  differenceKinds: ['nature'],
  remarks: '实物与联单不符，全部拒收。',
};

export const DISPUTE = { at: decided, differenceKinds: ['quantity'], remarks: '过磅重量与联单不符，正在核实。' };

export const CLOSE = {
  at: '2026-10-08T10:00:00+08:00',
  lines: [{ line: 1, returnedGrams: 33_400, returnedPieces: 2 }],
  remarks: '拒收货物已退回。',
};

export const CANCEL = { at: '2026-10-07T08:30:00+08:00', reason: '运输计划取消。' };
