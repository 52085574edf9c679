import { describe, expect, it } from 'vitest';
import { ALL_SCOPES } from '../../../src/core/access/scopes.ts';
import { fits, reachOf, requireScope, seesOneOf, visibilityOf } from '../../../src/core/access/visibility.ts';
import { type Actor, partyOf } from '../../../src/core/actor.ts';

const actor = (changes: Partial<Actor>): Actor => ({
  subject: 's',
  roles: [],
  source: 'local',
  scopes: ALL_SCOPES,
  ...changes,
});
const A = { id: '01999999-0000-7000-8000-00000000000a', divisionCode: '450100' };
const B = { id: '01999999-0000-7000-8000-00000000000b', divisionCode: '4502' };

describe('whose records an actor sees', () => {
  const enterprise = { roles: ['enterprise_operator'], partyId: A.id } as const;
  const city = { roles: ['city_regulator'], division: '4502' } as const;
  const partner = { roles: ['partner_province'], division: '44' } as const;
  const regulator = { roles: ['province_regulator'] } as const;

  it.each<[string, Partial<Actor>, boolean, boolean]>([
    ['an organisation', enterprise, true, false],
    ['a city', city, false, true],
    ['the authority of the province', regulator, true, true],
    ['a partner province', partner, false, false],
    ['nobody in particular', {}, false, false],
    ['an organisation that calls itself the authority', { ...regulator, partyId: A.id }, false, false],
    ['an authority that calls itself an organisation', { roles: enterprise.roles }, false, false],
    ['a city without its code', { roles: city.roles }, false, false],
    ['a province that calls itself a city', { ...city, division: '45' }, false, false],
    ['an organisation that adds a city', { ...city, partyId: A.id }, false, false],
  ])('%s', (_, who, a, b) => {
    const visibility = visibilityOf(actor(who), 'batches:read');
    expect([seesOneOf(visibility, [A]), seesOneOf(visibility, [B])]).toEqual([a, b]);
    expect(seesOneOf(visibility, [A, B])).toBe(a || b);
    expect(seesOneOf(visibility, [])).toBe(visibility.of === 'all');
  });

  it('is decided for each action', () => {
    expect(visibilityOf(actor(city), 'manifests:read')).toEqual({ of: 'city', division: '4502' });
    expect(visibilityOf(actor(city), 'journal:read')).toEqual({ of: 'nothing' });
    expect(visibilityOf(actor(partner), 'manifests:read')).toEqual({ of: 'province', division: '44' });
    expect(visibilityOf(actor({ roles: ['administrator'] }), 'batches:read')).toEqual({ of: 'nothing' });
    expect(visibilityOf(actor({ roles: ['administrator'] }), 'parties:read')).toEqual({ of: 'all' });
  });

  it('takes the widest of several roles, and only of those that fit', () => {
    expect(reachOf(actor({ roles: ['administrator', 'province_regulator'] }), 'batches:read')).toBe('all');
    const both = actor({ roles: ['driver', 'province_regulator'], partyId: A.id });
    expect([reachOf(both, 'manifests:read'), reachOf(both, 'batches:read')]).toEqual(['own', undefined]);
  });
});

it('refuses what the token does not name, and what none of its roles may, each in its own words', () => {
  const driver = actor({ roles: ['driver'], partyId: A.id, scopes: ['manifests:carry', 'manifests:write'] });
  expect(() => requireScope(driver, 'manifests:carry')).not.toThrow();
  expect(() => requireScope(driver, 'manifests:write')).toThrow('role-missing');
  expect(() => requireScope(driver, 'manifests:read')).toThrow('scope-missing');
});

it.each([
  ['party', { partyId: A.id }],
  ['city', { division: '4501' }],
  ['partner', { division: '44' }],
  ['authority', {}],
] as const)('a role that acts for %s fits that and nothing else', (acts, whose) => {
  const all = [{ partyId: A.id }, { division: '4501' }, { division: '44' }, {}, { partyId: A.id, division: '44' }];
  expect(all.filter((one) => fits(acts, one))).toEqual([whose]);
});

it('an act in the name of an organisation needs one', () => {
  expect(partyOf({ partyId: A.id })).toBe(A.id);
  expect(() => partyOf({})).toThrow('party-missing-in-token');
});
