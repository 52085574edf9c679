/**
 * The only table of access: roles, the scopes they allow, and the records they reach. A token names roles; this table
 * defines their rights. A scope is an action; every route names the one it needs.
 */
import type { Scope } from './scopes.ts';

/**
 * Records that a right reaches. `own`: those that name the organisation of the token; `city`: those that name an
 * organisation of its city; `crossing`: manifests from or to its province; `all`: every record of this system.
 */
export type Reach = 'own' | 'city' | 'crossing' | 'all';

/** The party for which a role acts. For `party`, `city` and `partner` the token names the organisation or division. */
export type ActsFor = 'party' | 'city' | 'partner' | 'authority';

export type RoleEntry = {
  readonly about: string;
  readonly acts: ActsFor;
  /** True when people with this role log in with a second factor: it decides about others, or registers them. */
  readonly secondFactor?: true;
  readonly may: Readonly<Partial<Record<Scope, Reach>>>;
};

export const ROLES = {
  enterprise_operator: {
    about: 'Records what an enterprise does',
    acts: 'party',
    may: {
      'parties:read': 'own',
      'batches:read': 'own',
      'batches:write': 'own',
      'manifests:read': 'own',
      'manifests:write': 'own',
      'manifests:carry': 'own',
      'approvals:read': 'own',
      'recycling:read': 'own',
      'recycling:write': 'own',
      'files:read': 'own',
      'files:write': 'own',
    },
  },
  enterprise_manager: {
    about:
      'Works as an enterprise operator does, confirms stock adjustments, sees recovery rates and submits them for assessment, and registers people and contacts',
    acts: 'party',
    may: {
      'parties:read': 'own',
      'parties:change': 'own',
      'batches:read': 'own',
      'batches:write': 'own',
      'manifests:read': 'own',
      'manifests:write': 'own',
      'manifests:carry': 'own',
      'approvals:read': 'own',
      'recycling:read': 'own',
      'recycling:write': 'own',
      'recycling:confirm': 'own',
      'recovery:read': 'own',
      'assessments:read': 'own',
      'assessments:write': 'own',
      'people:read': 'own',
      'people:write': 'own',
      'files:read': 'own',
      'files:write': 'own',
    },
  },
  collection_point_operator: {
    about: 'Takes batteries in at a collection point and sends them on',
    acts: 'party',
    may: {
      'parties:read': 'own',
      'batches:read': 'own',
      'batches:write': 'own',
      'manifests:read': 'own',
      'manifests:write': 'own',
      'manifests:carry': 'own',
      'approvals:read': 'own',
      'files:read': 'own',
      'files:write': 'own',
    },
  },
  driver: {
    about: 'Takes the steps of a carrier on the road',
    acts: 'party',
    may: { 'manifests:read': 'own', 'manifests:carry': 'own' },
  },
  laboratory_operator: {
    about: 'Confirms the certificates of a laboratory, and sees the assays and analyses that name it',
    acts: 'party',
    may: {
      'parties:read': 'own',
      'recycling:read': 'own',
      'certificates:confirm': 'own',
      'files:read': 'own',
    },
  },
  city_regulator: {
    about: 'Oversees the organisations of one city',
    acts: 'city',
    may: {
      'parties:read': 'city',
      'batches:read': 'city',
      'manifests:read': 'city',
      'approvals:read': 'city',
      'recycling:read': 'city',
      'recovery:read': 'city',
      'assessments:read': 'city',
      'oversight:read': 'city',
      'personal:read': 'city',
      'files:read': 'city',
    },
  },
  province_regulator: {
    about: 'Keeps the register, oversees the province and certifies recovery rates',
    acts: 'authority',
    secondFactor: true,
    may: {
      'parties:read': 'all',
      'parties:write': 'all',
      'parties:change': 'all',
      'calendar:write': 'all',
      'batches:read': 'all',
      'manifests:read': 'all',
      'approvals:read': 'all',
      'outages:write': 'all',
      'approvals:write': 'all',
      'recycling:read': 'all',
      'stock:observe': 'all',
      'recovery:read': 'all',
      'assessments:read': 'all',
      'assessments:decide': 'all',
      'oversight:read': 'all',
      'books:read': 'all',
      'journal:read': 'all',
      'personal:read': 'all',
      'exchange:read': 'all',
      'files:read': 'all',
    },
  },
  assessor: {
    about: 'Judges recovery rates by the records behind them, and reviews their assessments',
    acts: 'authority',
    secondFactor: true,
    may: {
      'parties:read': 'all',
      'batches:read': 'all',
      'manifests:read': 'all',
      'approvals:read': 'all',
      'recycling:read': 'all',
      'recovery:read': 'all',
      'assessments:read': 'all',
      'assessments:review': 'all',
      'oversight:read': 'all',
      'books:read': 'all',
      'files:read': 'all',
    },
  },
  auditor: {
    about: 'Reads all and changes nothing',
    acts: 'authority',
    may: {
      'parties:read': 'all',
      'batches:read': 'all',
      'manifests:read': 'all',
      'approvals:read': 'all',
      'recycling:read': 'all',
      'recovery:read': 'all',
      'assessments:read': 'all',
      'oversight:read': 'all',
      'books:read': 'all',
      'journal:read': 'all',
      'personal:read': 'all',
      'exchange:read': 'all',
      'people:read': 'all',
      'files:read': 'all',
    },
  },
  national_reader: {
    about: 'Follows manifests, flows and rates for the national system',
    acts: 'authority',
    may: {
      'parties:read': 'all',
      'manifests:read': 'all',
      'approvals:read': 'all',
      'recovery:read': 'all',
      'oversight:read': 'all',
      'journal:read': 'all',
    },
  },
  partner_province: {
    about: 'Follows the loads that cross between its province and this one',
    acts: 'partner',
    may: { 'manifests:read': 'crossing', 'approvals:read': 'crossing' },
  },
  administrator: {
    about: 'Registers clients, people, partners and organisations, and sees no record of theirs',
    acts: 'authority',
    secondFactor: true,
    may: {
      'parties:read': 'all',
      'parties:write': 'all',
      'parties:change': 'all',
      'calendar:write': 'all',
      'clients:write': 'all',
      'exchange:read': 'all',
      'exchange:write': 'all',
      'people:read': 'all',
      'people:write': 'all',
    },
  },
} as const satisfies Record<string, RoleEntry>;

export type Role = keyof typeof ROLES;

export const ALL_ROLES = Object.keys(ROLES) as [Role, ...Role[]];

export const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);

/** Returns the rights of a role: its scopes, and the records that each reaches. */
export const rowOf = (role: Role): RoleEntry => ROLES[role];

/** Returns the scopes of some roles, each once. */
export function scopesOf(roles: readonly Role[]): Scope[] {
  return [...new Set(roles.flatMap((role) => Object.keys(ROLES[role].may) as Scope[]))];
}

/** Returns true when one of the roles needs a second factor at the login. */
export const needSecondFactor = (roles: readonly Role[]): boolean =>
  roles.some((role) => rowOf(role).secondFactor === true);

/** Roles of the province office, which keeps the register and the clients. The first token and the commands have them. */
export const PROVINCE_OFFICE_ROLES: readonly Role[] = ['province_regulator', 'administrator'];
