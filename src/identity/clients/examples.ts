/** Examples of clients, for the description of the API. */
import { scopesOf } from '../../core/access/roles.ts';
import { EXAMPLE_IDS } from '../../core/example-ids.ts';

export const REGISTER_CLIENT = {
  name: '演示企业 ERP',
  kind: 'machine' as const,
  partyId: EXAMPLE_IDS.collector,
  roles: ['enterprise_operator' as const],
};

export const CLIENT = {
  id: EXAMPLE_IDS.client,
  name: '演示企业 ERP',
  kind: 'machine' as const,
  partyId: EXAMPLE_IDS.collector,
  division: null,
  roles: ['enterprise_operator' as const],
  scopes: scopesOf(['enterprise_operator']),
  authMethod: 'client_secret_basic' as const,
  redirectUris: [],
  dpopRequired: false,
  registeredAt: '2026-09-02T02:00:00.000Z',
  revokedAt: null,
  version: 1,
};

export const CHANGE_CLIENT = { reason: '系统已更名。', name: '演示企业 MES' };

export const CHANGED_CLIENT = {
  ...{ ...CLIENT, name: CHANGE_CLIENT.name, version: 2 },
  change: {
    ...{ id: EXAMPLE_IDS.registerChange, partyId: CLIENT.partyId, version: 2, reason: CHANGE_CLIENT.reason },
    ...{ before: { name: CLIENT.name }, after: { name: CHANGE_CLIENT.name } },
    ...{ affected: [], unlisted: [], actor: EXAMPLE_IDS.client, recordedAt: '2026-11-03T02:00:00.000Z' },
  },
};
