import { describe, expect, it } from 'vitest';
import { sightOf } from '../../src/core/access.ts';
import { ALL_ROLES, isRole, ROLES, type Role } from '../../src/core/roles.ts';
import { ALL_SCOPES, ENTERPRISE_SCOPES, type Scope } from '../../src/core/scopes.ts';

/** The table a second time, by scope: who holds it. */
const ENTERPRISE: Role[] = ['enterprise_operator', 'enterprise_manager'];
const POINT: Role[] = [...ENTERPRISE, 'collection_point_operator'];
const HOLDERS: Record<Scope, readonly Role[]> = {
  'parties:read': [...POINT, 'province_regulator', 'assessor', 'auditor', 'national_reader', 'administrator'],
  'parties:write': ['province_regulator', 'administrator'],
  'batches:read': [...POINT, 'province_regulator', 'assessor', 'auditor'],
  'batches:write': POINT,
  'manifests:read': [...POINT, 'driver', 'province_regulator', 'auditor', 'national_reader'],
  'manifests:write': [...POINT, 'driver'],
  'recycling:read': [...ENTERPRISE, 'province_regulator', 'assessor', 'auditor'],
  'recycling:write': ENTERPRISE,
  'recovery:read': ['enterprise_manager', 'province_regulator', 'assessor', 'auditor', 'national_reader'],
  'oversight:read': ['province_regulator', 'assessor', 'auditor', 'national_reader'],
  'journal:read': ['province_regulator', 'auditor', 'national_reader'],
  'personal:read': ['province_regulator', 'auditor'],
  'exchange:read': ['province_regulator', 'auditor', 'administrator'],
  'exchange:write': ['administrator'],
  'clients:write': ['administrator'],
};

describe('the table of roles', () => {
  it.each(ALL_SCOPES)('gives %s to whom it is for and to nobody else', (scope) => {
    const holders = ALL_ROLES.filter((role) => ROLES[role].scopes.some((one) => one === scope));
    expect(holders.toSorted()).toEqual([...HOLDERS[scope]].toSorted());
    expect(holders).not.toEqual([]);
  });

  it('names no scope twice in a role, and none that does not exist', () => {
    for (const role of ALL_ROLES) {
      const { scopes } = ROLES[role];
      expect(new Set(scopes).size, role).toBe(scopes.length);
      expect(
        scopes.filter((scope) => !ALL_SCOPES.includes(scope)),
        role,
      ).toEqual([]);
    }
  });

  it('keeps enterprises to their own records and to what enterprises may', () => {
    const own = ALL_ROLES.filter((role) => ROLES[role].reach === 'own');
    expect(own).toEqual([...POINT, 'driver']);
    for (const role of own) {
      expect(
        ROLES[role].scopes.filter((scope) => !ENTERPRISE_SCOPES.includes(scope)),
        role,
      ).toEqual([]);
      const actor = { subject: 'x', source: 'local', scopes: ROLES[role].scopes } as const;
      expect(sightOf({ ...actor, partyId: 'p' })).toEqual({ everything: false, partyId: 'p' });
      // Even a token without an organisation would see nothing.
      expect(sightOf(actor).everything, role).toBe(false);
    }
  });

  it('lets the auditor change nothing, and the administrator see no record', () => {
    expect(ROLES.auditor.scopes.filter((scope) => !scope.endsWith(':read'))).toEqual([]);
    const scopes: readonly Scope[] = ROLES.administrator.scopes;
    expect(sightOf({ subject: 'x', source: 'local', scopes }).everything).toBe(false);
    expect(
      scopes.filter((scope) => /^(batches|manifests|recycling|recovery|oversight|journal|personal)/.test(scope)),
    ).toEqual([]);
  });

  it('knows its own names only', () => {
    expect(isRole('auditor')).toBe(true);
    expect(['toString', 'city_regulator', ''].map(isRole)).toEqual([false, false, false]);
  });
});
