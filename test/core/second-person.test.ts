import { describe, expect, it } from 'vitest';
import { coreProblem } from '../../src/core/problems.ts';
import { refuseGivenBy, refuseOneHand, requireSecondPerson } from '../../src/core/second-person.ts';
import { codeOf, problemOf } from '../batches/examples.ts';

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

describe('accounts that came from another', () => {
  const person = (subject: string) => ({ subject, isSystem: false });
  const system = { subject: 'erp', isSystem: true };
  const account = (subject: string, ...passwordGivers: { subject: string; isSystem: boolean }[]) => ({
    ...{ subject, passwordGivers },
  });
  const refused = (rule: () => void) => {
    const problem = problemOf(rule);
    return problem && [problem.code, problem.facts.giver];
  };

  it.each([
    ['the first gave the second its password', account('a'), account('b', person('a')), 'a'],
    ['the second gave the first its password', account('a', person('b')), account('b'), 'b'],
    ['a third gave both', account('a', person('c')), account('b', person('d'), person('c')), 'c'],
    ['a system gave the second', account('a'), account('b', system), 'erp'],
    ['a system gave the first', account('a', system), account('b'), 'erp'],
    ['they have nothing in common', account('a', person('c')), account('b', person('d')), undefined],
  ])('could be one hand: %s', (_, first, second, giver) => {
    expect(refused(() => refuseOneHand(first, second))?.[1]).toBe(giver);
  });

  it('are dependent only on whom they came from, where the first may have given others', () => {
    expect(refused(() => refuseGivenBy('a', account('b', person('c'))))).toBeUndefined();
    expect(refused(() => refuseGivenBy('a', account('b', person('c'), person('a'))))).toEqual([
      ...['second-person-dependent', 'a'],
    ]);
    expect(refused(() => refuseGivenBy('a', account('b', system)))).toEqual(['second-person-dependent', 'erp']);
  });
});
