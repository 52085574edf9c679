import { expect, it } from 'vitest';
import { refuseOrganisation, sees, sightOf } from '../../src/core/access.ts';
import { type Actor, partyOf } from '../../src/core/actor.ts';

const actor = (changes: Partial<Actor>): Actor => ({ subject: 's', source: 'local', scopes: [], ...changes });
const A = '01999999-0000-7000-8000-00000000000a';
const B = '01999999-0000-7000-8000-00000000000b';

it.each<[string, Partial<Actor>, boolean, boolean, boolean]>([
  // who, actor, sees its own record, another's, one that names nobody
  ['an organisation', { partyId: A }, true, false, false],
  [
    'an organisation that holds the scope of authorities',
    { partyId: A, scopes: ['oversight:read'] },
    true,
    false,
    false,
  ],
  ['an authority', { scopes: ['oversight:read'] }, true, true, true],
  ['a machine without a party', { scopes: ['batches:read'] }, false, false, false],
])('%s sees what names it', (_, who, own, foreign, nobody) => {
  const sight = sightOf(actor(who));
  expect([sees(sight, [A]), sees(sight, [B]), sees(sight, [null, undefined])]).toEqual([own, foreign, nobody]);
});

it('a record is seen by each of its parties', () => {
  expect(sees(sightOf(actor({ partyId: B })), [A, B, null])).toBe(true);
});

it('whoever acts for an organisation is refused where everything is shown', () => {
  expect(() => refuseOrganisation(actor({ partyId: A, scopes: ['oversight:read'] }))).toThrow('authority-needed');
  expect(() => refuseOrganisation(actor({}))).not.toThrow();
});

it('an act in the name of an organisation needs one', () => {
  expect(partyOf(actor({ partyId: A }))).toBe(A);
  expect(() => partyOf(actor({}))).toThrow('party-missing-in-token');
});
