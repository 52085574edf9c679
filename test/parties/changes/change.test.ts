import { describe, expect, it } from 'vitest';
import { CHANGEABLE, type RegisteredKind, reservedAmong } from '../../../src/core/access/changeable.ts';
import { type Dependant, dependantsIn, heldAmong, repeatedBy } from '../../../src/core/dependant.ts';
import { Problem } from '../../../src/core/messages/problem.ts';
import { codeAfter, differences, narrowedIn, refuseHeld, refuseReserved } from '../../../src/parties/changes/change.ts';
import { MEMBER_WORDS } from '../../../src/parties/changes/terms.ts';
import type { Licence } from '../../../src/parties/party.ts';

const problemOf = (act: () => unknown): Problem => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

const depends = (needs: Partial<Dependant>): Dependant => ({
  ...{ kind: 'manifest', id: 'm', state: 'in_transit', figures: {}, keeps: null },
  ...needs,
});

describe('the members of a change', () => {
  it('are those that differ, with the values of before and after, lists compared by their content', () => {
    const before = { name: '甲', wasteCodes: ['900-052-31'], fileName: null, partyId: 'p', validTo: '2030-01-01' };
    const after = { ...before, wasteCodes: ['900-052-31'], validTo: '2031-01-01', partyId: 'q' };
    expect(differences('licence', before, after)).toEqual({
      ...{ names: ['validTo'], before: { validTo: '2030-01-01' }, after: { validTo: '2031-01-01' } },
    });
    expect(differences('party', { address: null }, { address: null }).names).toEqual([]);
  });

  it.each([
    [{}, '甲', null],
    [{ uscc: '乙' }, '乙', null],
    [{ uscc: undefined, usccMissingReason: '自然人' }, null, '自然人'],
    [{ uscc: null, usccMissingReason: '自然人' }, null, '自然人'],
    [{ uscc: null }, null, null],
  ])('replace a code by a reason and a reason by a code: %j', (given, uscc, usccMissingReason) => {
    expect(codeAfter({ uscc: '甲', usccMissingReason: null }, given)).toEqual({ uscc, usccMissingReason });
  });

  it('have words in both languages for every record', () => {
    const kinds = ['party', 'site', 'licence', 'vehicle'] as const satisfies readonly RegisteredKind[];
    const members = kinds.flatMap((kind) => Object.keys(CHANGEABLE[kind]));
    expect(members.filter((member) => MEMBER_WORDS[member] === undefined)).toEqual([]);
  });
});

describe('an organisation', () => {
  it('changes its contact and the description of its vehicles, and the authority everything', () => {
    const own = (kind: RegisteredKind) =>
      Object.keys(CHANGEABLE[kind]).filter((member) => reservedAmong(kind, [member], 'own').length === 0);
    expect(own('party')).toEqual(['contactName', 'contactPhone']);
    expect(own('vehicle')).toEqual(['plateColor', 'trailer', 'permitNumber']);
    expect([own('site'), own('licence'), own('client')]).toEqual([[], [], []]);
    expect(reservedAmong('licence', Object.keys(CHANGEABLE.licence), 'all')).toEqual([]);
  });

  it('is refused the reserved members by name, and other reaches change nothing', () => {
    const { code, facts } = problemOf(() => refuseReserved('party', ['contactName', 'name'], 'own'));
    expect([code, facts.members, facts.pointer]).toEqual(['change-reserved', ['name'], '#/body/name']);
    expect(reservedAmong('party', ['contactName'], 'city')).toEqual(['contactName']);
    expect(reservedAmong('party', ['contactName'], undefined)).toEqual(['contactName']);
  });
});

describe('dependants', () => {
  const holding = depends({ holds: ['uscc', 'divisionCode'], repeats: ['uscc', 'name'] });

  it('refuse a change of what they hold, by name', () => {
    const { code, facts, kind } = problemOf(() =>
      refuseHeld('party', ['name', 'uscc'], dependantsIn([holding, depends({})])),
    );
    expect([code, kind, facts.members, facts.ids, facts.count]).toEqual([
      'change-held',
      'conflict',
      ['uscc'],
      ['m'],
      1,
    ]);
    expect(() => refuseHeld('party', ['name'], dependantsIn([holding]))).not.toThrow();
    expect(heldAmong(dependantsIn([depends({})]), ['name'])).toEqual({ members: [], holders: [], count: 0 });
  });

  it('are affected by a change of what they repeat, or of anything when they do not say', () => {
    const both = dependantsIn([holding, depends({ id: 'n' })]);
    expect(repeatedBy(both, ['name']).listed.map(({ id }) => id)).toEqual(['m', 'n']);
    expect(repeatedBy(both, ['address']).listed.map(({ id }) => id)).toEqual(['n']);
  });
});

describe('a licence', () => {
  const licence: Licence = {
    ...{ id: 'l', partyId: 'p', number: 'GX-1', mode: 'recycling', wasteCodes: ['900-052-31', '384-004-31'] },
    ...{ annualLimitGrams: null, validFrom: '2026-01-01', validTo: '2027-01-01', issuer: '演示' },
    ...{ fileName: null, fileSha256: null, registeredAt: new Date(0), version: 1 },
  };
  const used = dependantsIn([], { kept: { annualLimitGrams: 400 } });
  const narrowed = (changes: Partial<Licence>) =>
    narrowedIn(licence, { ...licence, ...changes }, Object.keys(changes), used).join();

  it.each([
    ['a scale of what a year has accepted', { annualLimitGrams: 400 }, ''],
    ['a scale below it', { annualLimitGrams: 399 }, 'annualLimitGrams'],
    ['a later end', { validTo: '2028-01-01' }, ''],
    ['an earlier end', { validTo: '2026-12-31' }, 'validTo'],
    ['an earlier start', { validFrom: '2025-01-01' }, ''],
    ['a later start', { validFrom: '2026-01-02' }, 'validFrom'],
    ['more codes', { wasteCodes: [...licence.wasteCodes, '900-044-49'] }, ''],
    ['another code', { wasteCodes: ['900-052-31', '900-044-49'] }, 'wasteCodes'],
    ['another mode', { mode: 'collection' as const }, 'mode'],
    ['another number', { number: 'GX-2' }, ''],
  ])('with %s covers less in “%j”', (_, changes, expected) => {
    expect(narrowed(changes)).toBe(expected);
  });
});
