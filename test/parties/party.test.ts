import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/messages/problem.ts';
import {
  covers,
  type Licence,
  type Party,
  type PartyCode,
  refuseForeignSite,
  refuseUnknownPlace,
  withCode,
} from '../../src/parties/party.ts';

const LICENCE: Licence = {
  ...{ id: 'l', partyId: 'p', number: 'GX-1', mode: 'recycling', wasteCodes: ['900-052-31', '384-004-31'] },
  ...{ annualLimitGrams: null, validFrom: '2026-01-01', validTo: '2027-01-01', issuer: '演示' },
  ...{ fileName: null, fileSha256: null, registeredAt: new Date(0), version: 1 },
};

const problemOf = (act: () => unknown): Problem => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a licence', () => {
  it.each([
    ['recycling', '900-052-31', '2026-01-01', true],
    ['recycling', '384-004-31', '2026-12-31', true],
    ['recycling', '900-052-31', '2025-12-31', false],
    ['recycling', '900-052-31', '2027-01-01', false],
    ['collection', '900-052-31', '2026-06-01', false],
    ['recycling', '900-044-49', '2026-06-01', false],
  ] as const)('for recycling in 2026 covers %s of %s on %s: %s', (mode, wasteCode, on, expected) => {
    expect(covers(LICENCE, mode, wasteCode, on)).toBe(expected);
  });
});

describe('a place', () => {
  const places = {
    on: '2026-10-05',
    known: new Set(['450000', '450100', '440000']),
    former: new Set<string>(),
    wastes: new Set<string>(),
  };

  it.each(['4501', '450100', '450103', '4401'])('%s is accepted', (code) => {
    expect(() => refuseUnknownPlace(places, code, '#/body/divisionCode')).not.toThrow();
  });

  it.each(['4599', '460100'])('%s is refused', (code) => {
    const { facts } = problemOf(() => refuseUnknownPlace(places, code, '#/body/divisionCode'));
    expect(facts).toEqual({ divisionCode: code, on: '2026-10-05', pointer: '#/body/divisionCode' });
  });
});

describe('a site', () => {
  const party = { provinceCode: '45' } as Party;

  it('lies in the province of its organisation', () => {
    expect(() => refuseForeignSite(party, { divisionCode: '450100' })).not.toThrow();
    const problem = problemOf(() => refuseForeignSite(party, { divisionCode: '440100' }));
    expect([problem.code, problem.facts.provinceCode]).toEqual(['site-outside-home', '45']);
  });
});

describe('an organisation', () => {
  const code = '91450100MA00000001';

  it.each([
    { uscc: code, usccMissingReason: null },
    { uscc: null, usccMissingReason: '个体' },
  ])('has a code or a reason: %o', (row) => {
    expect(withCode(row)).toBe(row);
  });

  it.each([
    { uscc: code, usccMissingReason: '个体' },
    { uscc: null, usccMissingReason: null },
  ])('has not both and not neither: %o', (row) => {
    expect(() => withCode(row)).toThrow('a code or a reason');
  });

  it('with a code has no reason, as the compiler knows', () => {
    // @ts-expect-error A code and a reason exclude each other.
    const both: PartyCode = { uscc: code, usccMissingReason: '个体' };
    expect(() => withCode(both)).toThrow();
  });
});
