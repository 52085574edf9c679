/** Examples of people, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';

export const REGISTER_PERSON = {
  personName: '演示操作员',
  personPhone: '0771-5550100',
  partyId: EXAMPLE_IDS.collector,
  roles: ['enterprise_operator' as const],
  login: 'wang.fang',
};

export const PERSON = {
  id: EXAMPLE_IDS.person,
  personName: '演示操作员',
  personPhone: '0771-5550100',
  partyId: EXAMPLE_IDS.collector,
  division: null,
  roles: ['enterprise_operator' as const],
  login: 'wang.fang',
  passwordSetAt: '2026-09-02T02:05:00.000Z',
  passwordExpiresAt: '2026-09-09T02:05:00.000Z',
  state: 'active' as const,
  blockedAt: null,
  registeredAt: '2026-09-02T02:05:00.000Z',
};
