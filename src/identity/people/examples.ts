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
  version: 1,
};

export const CHANGE_PERSON = { reason: '电话号码已变更。', personPhone: '0771-5550101' };

export const CHANGED_PERSON = {
  ...{ ...PERSON, personPhone: CHANGE_PERSON.personPhone, version: 2 },
  change: {
    ...{ id: EXAMPLE_IDS.registerChange, partyId: PERSON.partyId, version: 2, reason: CHANGE_PERSON.reason },
    ...{ before: { personPhone: PERSON.personPhone }, after: { personPhone: CHANGE_PERSON.personPhone } },
    ...{ affected: [], unlisted: [], actor: EXAMPLE_IDS.client, recordedAt: '2026-11-03T02:00:00.000Z' },
  },
};
