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
};
