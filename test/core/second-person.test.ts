import { expect, it } from 'vitest';
import { coreProblem } from '../../src/core/problems.ts';
import { requireSecondPerson } from '../../src/core/second-person.ts';
import { codeOf } from '../batches/examples.ts';

const own = () => coreProblem('role-missing', { roles: [], scope: 'recycling:confirm', sufficient: [] });
const refusal = (actor: { subject: string; loggedIn?: true }) => codeOf(() => requireSecondPerson(actor, 'anna', own));

it('admits a person who logged in and is not the first', () => {
  expect(refusal({ subject: 'bert', loggedIn: true })).toBeUndefined();
});

it('refuses the first, logged in or not', () => {
  expect(refusal({ subject: 'anna', loggedIn: true })).toBe('role-missing');
  expect(refusal({ subject: 'anna' })).toBe('role-missing');
});

it('refuses a system, and a token that was made without a login', () => {
  expect(refusal({ subject: 'erp' })).toBe('second-person-not-logged-in');
});
