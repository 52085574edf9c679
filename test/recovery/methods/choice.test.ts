import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../../src/recovery/methods/choice.ts';
import type { ElementRule } from '../../../src/recovery/methods/formulas/element.ts';
import { MASS_METHODS_SHOWN } from '../../../src/recovery/methods/registry/mass-methods.ts';
import { METHODS, methodOf } from '../../../src/recovery/methods/registry/registry.ts';
import {
  isInForce,
  requireInForce,
  type Validity,
  validityOf,
} from '../../../src/recovery/methods/registry/validity.ts';
import { periodOf } from '../../../src/recovery/periods/period.ts';

const elements = (carbon: ElementRule['rule']): ElementRule[] => [
  { code: 'carbon', rule: carbon, sulphuricAcidPpm: null },
  { code: 'sulphur', rule: 'may', sulphuricAcidPpm: 326_900 },
];
const law = (on: string, carbon: ElementRule['rule']) => ({ on, elements: elements(carbon), so4Ppm: 979_400 });
const of2029 = law('2029-12-31', 'may');
const of2030 = law('2030-12-31', 'shall');

describe('the choice of a question', () => {
  it('is of sulphur that is left out, and of next recyclers', () => {
    const chosen = choiceOf({ method: 'eu-2025-606', leaveOut: ['sulphur'], next: { slag: 500_000 } }, of2030);
    expect(chosen).toEqual({
      ...{ so4Share: { numerator: 4_897n, denominator: 5_000n }, leftOut: { numerator: 3_269n, denominator: 10_000n } },
      nextSteps: { slag: 500_000 },
    });
  });

  it.each([
    ['2029', of2029, 'element-mass-unknown'],
    ['2030', of2030, 'element-must-count'],
  ] as const)('of carbon is refused in %s, as the law of the day says', (_, of, code) => {
    const refused = { code, facts: { element: 'carbon', pointer: '#/query/leaveOut' } };
    expect(() => choiceOf({ method: 'eu-2025-606', leaveOut: ['carbon'], next: {} }, of)).toThrow(
      expect.objectContaining({ code: refused.code, facts: expect.objectContaining(refused.facts) }),
    );
  });

  it.each([
    [['sulphur'], {}, '#/query/leaveOut'],
    [[], { slag: 1 }, '#/query/next'],
  ] as const)('is refused of another method (%j, %j)', (leaveOut, next, pointer) => {
    expect(() => choiceOf({ method: 'comprehensive-recovery', leaveOut, next }, of2029)).toThrow(
      expect.objectContaining({ code: 'choice-of-other-method', facts: expect.objectContaining({ pointer }) }),
    );
    expect(choiceOf({ method: 'comprehensive-recovery', leaveOut: [], next: {} }, of2029).nextSteps).toEqual({});
  });
});

describe('a method', () => {
  const validities: Validity[] = [{ code: 'eu-2025-606', validFrom: '2025-07-24', validTo: '2031-12-31' }];

  it.each([
    ['2024', false],
    ['2025-06', false],
    ['2025-07', true],
    ['2025', true],
    ['2031', true],
    ['2032-01', false],
  ])('is judged by the last day of %s: %s', (period, inForce) => {
    const ask = () => requireInForce('eu-2025-606', validities, periodOf(period));
    if (inForce) expect(ask).not.toThrow();
    else expect(ask).toThrow(expect.objectContaining({ code: 'method-not-in-force' }));
  });

  it('that the law does not name is never in force', () => {
    expect(isInForce(validityOf('lead-recovery', validities), '2026-12-31')).toBe(false);
  });

  it('by mass is in the registry, with its source and boundary in both languages', () => {
    for (const method of MASS_METHODS_SHOWN) {
      expect(methodOf(method.id)).toBe(method);
      for (const { en, zh } of [method.title, method.source, method.boundary]) {
        expect(en.length).toBeGreaterThan(10);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
    }
    expect(METHODS).toHaveLength(5);
  });
});
