import { describe, expect, it } from 'vitest';
import { ALL_ROLES, isRole, type Role, rowOf, scopesOf } from '../../../src/core/access/roles.ts';
import { ALL_SCOPES, type Scope } from '../../../src/core/access/scopes.ts';
import { rolesWithScope } from '../../../src/core/access/visibility.ts';

/** The table of roles a second time, by scope, written by hand. */
const TABLE: Record<Scope, string> = {
  'parties:read':
    'enterprise_operator own, enterprise_manager own, collection_point_operator own, laboratory_operator own, city_regulator city, province_regulator all, assessor all, auditor all, national_reader all, administrator all',
  'parties:write': 'province_regulator all, administrator all',
  'parties:change': 'enterprise_manager own, province_regulator all, administrator all',
  'calendar:write': 'province_regulator all, administrator all',
  'batches:read':
    'enterprise_operator own, enterprise_manager own, collection_point_operator own, city_regulator city, province_regulator all, assessor all, auditor all',
  'batches:write': 'enterprise_operator own, enterprise_manager own, collection_point_operator own',
  'manifests:read':
    'enterprise_operator own, enterprise_manager own, collection_point_operator own, driver own, city_regulator city, province_regulator all, assessor all, auditor all, national_reader all, partner_province crossing',
  'manifests:write': 'enterprise_operator own, enterprise_manager own, collection_point_operator own',
  'manifests:carry': 'enterprise_operator own, enterprise_manager own, collection_point_operator own, driver own',
  'outages:write': 'province_regulator all',
  'approvals:read':
    'enterprise_operator own, enterprise_manager own, collection_point_operator own, city_regulator city, province_regulator all, assessor all, auditor all, national_reader all, partner_province crossing',
  'approvals:write': 'province_regulator all',
  'recycling:read':
    'enterprise_operator own, enterprise_manager own, laboratory_operator own, city_regulator city, province_regulator all, assessor all, auditor all',
  'recycling:write': 'enterprise_operator own, enterprise_manager own',
  'recycling:confirm': 'enterprise_manager own',
  'certificates:confirm': 'laboratory_operator own',
  'stock:observe': 'province_regulator all',
  'files:read':
    'enterprise_operator own, enterprise_manager own, collection_point_operator own, laboratory_operator own, city_regulator city, province_regulator all, assessor all, auditor all',
  'files:write': 'enterprise_operator own, enterprise_manager own, collection_point_operator own',
  'recovery:read':
    'enterprise_manager own, city_regulator city, province_regulator all, assessor all, auditor all, national_reader all',
  'assessments:read': 'enterprise_manager own, city_regulator city, province_regulator all, assessor all, auditor all',
  'assessments:write': 'enterprise_manager own',
  'assessments:review': 'assessor all',
  'assessments:decide': 'province_regulator all',
  'oversight:read': 'city_regulator city, province_regulator all, assessor all, auditor all, national_reader all',
  'books:read': 'province_regulator all, assessor all, auditor all',
  'journal:read': 'province_regulator all, auditor all, national_reader all',
  'personal:read': 'city_regulator city, province_regulator all, auditor all',
  'exchange:read': 'province_regulator all, auditor all, administrator all',
  'exchange:write': 'administrator all',
  'clients:write': 'administrator all',
  'people:read': 'enterprise_manager own, auditor all, administrator all',
  'people:write': 'enterprise_manager own, administrator all',
};

describe('the table of roles', () => {
  it.each(ALL_SCOPES)('gives %s to the intended roles with the intended reach, and to no other role', (scope) => {
    expect(
      rolesWithScope(scope)
        .map((role) => `${role} ${rowOf(role).may[scope]}`)
        .join(', '),
    ).toBe(TABLE[scope]);
  });

  it('says in whose name each role acts', () => {
    const acting = Object.groupBy(ALL_ROLES, (role) => rowOf(role).acts);
    expect(acting).toEqual({
      party: [
        'enterprise_operator',
        'enterprise_manager',
        'collection_point_operator',
        'driver',
        'laboratory_operator',
      ],
      city: ['city_regulator'],
      partner: ['partner_province'],
      authority: ['province_regulator', 'assessor', 'auditor', 'national_reader', 'administrator'],
    });
  });

  it.each(ALL_ROLES)('lets %s reach as far as it acts for, and never further', (role) => {
    const furthest = { party: 'own', city: 'city', partner: 'crossing', authority: 'all' } as const;
    const { acts, may } = rowOf(role);
    expect(new Set(Object.values(may))).toEqual(new Set([furthest[acts]]));
  });

  it('lets the auditor change nothing, and the administrator see no record', () => {
    expect(scopesOf(['auditor']).filter((scope) => !scope.endsWith(':read'))).toEqual([]);
    const sees = /^(batches|manifests|recycling|recovery|oversight|books|journal|personal)/;
    expect(scopesOf(['administrator']).filter((scope) => sees.test(scope))).toEqual([]);
  });

  it('adds up the scopes of several roles, each once', () => {
    const both: Role[] = ['driver', 'collection_point_operator'];
    expect(scopesOf(both).toSorted()).toEqual(scopesOf(['collection_point_operator']).toSorted());
  });

  it('knows its own names only', () => {
    expect(isRole('auditor')).toBe(true);
    expect(['toString', 'regulator', ''].map(isRole)).toEqual([false, false, false]);
  });
});
