/** Examples of clients, for the description of the API. */
import { EXAMPLE_IDS } from '../../core/example-ids.ts';

export const REGISTER_CLIENT = {
  name: '演示企业 ERP',
  kind: 'machine' as const,
  partyId: EXAMPLE_IDS.collector,
  roles: ['enterprise_operator' as const],
};

export const CLIENT = {
  id: '0199f2c4-5b1e-7d30-9a44-000000000071',
  name: '演示企业 ERP',
  kind: 'machine' as const,
  partyId: EXAMPLE_IDS.collector,
  division: null,
  roles: ['enterprise_operator'],
  scopes: ['batches:read', 'batches:write', 'manifests:read', 'manifests:write'],
  authMethod: 'client_secret_basic' as const,
  redirectUris: [],
  dpopRequired: false,
  registeredAt: '2026-09-02T02:00:00.000Z',
  revokedAt: null,
};
