/** Bearers of tokens: every role for every place it can act in, and tokens that do not fit. */
import { ALL_ROLES, type Role } from '../../../src/core/access/roles.ts';
import { ALL_SCOPES } from '../../../src/core/access/scopes.ts';
import type { Client, TestApp } from '../fixture.ts';
import type { Firms } from './firm.ts';
import type { Bearer } from './oracle.ts';

export type Person = Bearer & Client & { readonly title: string };
export type Actors = readonly Person[];

type Token = Omit<Bearer, 'scopes'> & { readonly scopes?: readonly string[] };

const OF_PARTIES: readonly Role[] = [
  'enterprise_operator',
  'enterprise_manager',
  'collection_point_operator',
  'driver',
  'laboratory_operator',
];
const OF_AUTHORITIES: readonly Role[] = [
  'province_regulator',
  'assessor',
  'auditor',
  'national_reader',
  'administrator',
];

function tokensOf({ own, rival, far, abroad, laboratory }: Firms): Record<string, Token> {
  const [party, city, partner] = [{ partyId: own.partyId }, { division: '4501' }, { division: '44' }];
  const of = (roles: readonly Role[], whose: object) =>
    Object.fromEntries(roles.map((role) => [role, { roles: [role], ...whose }]));
  return {
    ...of(OF_PARTIES, party),
    ...of(OF_AUTHORITIES, {}),
    'city_regulator of this city': { roles: ['city_regulator'], ...city },
    'city_regulator of the other city': { roles: ['city_regulator'], division: '4502' },
    'city_regulator of a city without anything': { roles: ['city_regulator'], division: '4503' },
    'partner_province 44': { roles: ['partner_province'], ...partner },
    'partner_province 45': { roles: ['partner_province'], division: '45' },
    'partner_province 46': { roles: ['partner_province'], division: '46' },
    'the laboratory': { roles: ['laboratory_operator'], partyId: laboratory.partyId },
    'manager of the rival': { roles: ['enterprise_manager'], partyId: rival.partyId },
    'manager in the other city': { roles: ['enterprise_manager'], partyId: far.partyId },
    'driver in the other city': { roles: ['driver'], partyId: far.partyId },
    'manager in the other province': { roles: ['enterprise_manager'], partyId: abroad.partyId },
    'nobody of an organisation': { roles: [], ...party },
    'nobody at all': { roles: [] },
    'every role of an organisation': { roles: ALL_ROLES, ...party },
    'every role of a city': { roles: ALL_ROLES, ...city },
    'every role of a partner': { roles: ALL_ROLES, ...partner },
    'every role with everything': { roles: ALL_ROLES, ...party, ...city },
    'roles of organisations without one': { roles: OF_PARTIES },
    'roles of authorities in an organisation': { roles: OF_AUTHORITIES, ...party },
    'roles of authorities in a city': { roles: OF_AUTHORITIES, ...city },
    'a city without a city': { roles: ['city_regulator', 'partner_province'] },
    'a city of a province': { roles: ['city_regulator'], division: '45' },
    'a partner of a city': { roles: ['partner_province'], division: '4401' },
    'assessor who administers': { roles: ['assessor', 'administrator'] },
    'driver who operates': { roles: ['driver', 'enterprise_operator'], ...party },
    'manager with a token for reading batches': { roles: ['enterprise_manager'], scopes: ['batches:read'], ...party },
  };
}

export async function actorsOf(app: TestApp, firms: Firms): Promise<Person[]> {
  const people: Person[] = [];
  for (const [title, { scopes = ALL_SCOPES, ...whose }] of Object.entries(tokensOf(firms))) {
    const bearer = { ...whose, scopes };
    people.push({ ...bearer, title, ...(await app.client({ subject: title, loggedIn: true, ...bearer })) });
  }
  return people;
}
