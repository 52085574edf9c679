/** Examples of qualifications, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

export const REGISTER_QUALIFICATION = {
  kind: 'cma' as const,
  number: '230000000001',
  validFrom: '2023-05-01',
  validTo: '2029-05-01',
  issuer: '演示市场监督管理局',
};

export const QUALIFICATION = {
  ...{ id: ids.qualification, partyId: ids.laboratory, ...REGISTER_QUALIFICATION },
  registeredAt: '2026-09-01T02:20:00.000Z',
  withdrawal: null,
};

export const WITHDRAW_QUALIFICATION = { withdrawnOn: '2026-12-01', reason: '资质认定证书被撤销。' };

export const WITHDRAWN_QUALIFICATION = {
  ...QUALIFICATION,
  withdrawal: { ...WITHDRAW_QUALIFICATION, recordedAt: '2026-11-20T02:00:00.000Z' },
};
