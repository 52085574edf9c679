/**
 * Who may do what on whose records: the one table of roles. A token is minted for a role; what the service looks at are
 * its scopes (what) and its organisation (whose). A role stands here only when the service holds it to its reach.
 */
import { ALL_SCOPES, type Scope } from './scopes.ts';

/** Whose records: those that name the organisation of the token, or all of this province. */
export type Reach = 'own' | 'province';

export type RoleEntry = { readonly about: string; readonly reach: Reach; readonly scopes: readonly Scope[] };

const reading = ALL_SCOPES.filter((scope) => scope.endsWith(':read'));

export const ROLES = {
  enterprise_operator: {
    about: 'Records what an enterprise does',
    reach: 'own',
    scopes: [
      ...(['parties:read', 'batches:read', 'batches:write', 'manifests:read', 'manifests:write'] as const),
      ...(['recycling:read', 'recycling:write'] as const),
    ],
  },
  enterprise_manager: {
    about: 'The same, and sees the recovery rates of the enterprise',
    reach: 'own',
    scopes: [
      ...(['parties:read', 'batches:read', 'batches:write', 'manifests:read', 'manifests:write'] as const),
      ...(['recycling:read', 'recycling:write', 'recovery:read'] as const),
    ],
  },
  collection_point_operator: {
    about: 'Takes batteries in at a collection point and sends them on',
    reach: 'own',
    scopes: ['parties:read', 'batches:read', 'batches:write', 'manifests:read', 'manifests:write'],
  },
  driver: {
    about: 'Takes the steps of a carrier on the road',
    reach: 'own',
    scopes: ['manifests:read', 'manifests:write'],
  },
  province_regulator: {
    about: 'Keeps the register and oversees the province',
    reach: 'province',
    scopes: [
      ...(['parties:read', 'parties:write', 'batches:read', 'manifests:read', 'recycling:read'] as const),
      ...(['recovery:read', 'oversight:read', 'journal:read', 'personal:read', 'exchange:read'] as const),
    ],
  },
  assessor: {
    about: 'Judges recovery rates by the records behind them',
    reach: 'province',
    scopes: ['parties:read', 'batches:read', 'recycling:read', 'recovery:read', 'oversight:read'],
  },
  auditor: { about: 'Reads all and changes nothing', reach: 'province', scopes: reading },
  national_reader: {
    about: 'Follows manifests, flows and rates for the national system',
    reach: 'province',
    scopes: ['parties:read', 'manifests:read', 'recovery:read', 'oversight:read', 'journal:read'],
  },
  administrator: {
    about: 'Registers clients, partners and organisations, and sees no record of theirs',
    reach: 'province',
    scopes: ['parties:read', 'parties:write', 'clients:write', 'exchange:read', 'exchange:write'],
  },
} as const satisfies Record<string, RoleEntry>;

export type Role = keyof typeof ROLES;

export const ALL_ROLES = Object.keys(ROLES) as Role[];

export const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);
