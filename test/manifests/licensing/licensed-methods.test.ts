import { describe, expect, it } from 'vitest';
import { codeNames } from '../../../src/core/messages/code-names.ts';
import { refuseUnlicensedMethod, unlicensedMethods } from '../../../src/manifests/licensing/licensed-methods.ts';
import { problemOf } from '../taking/decisions.ts';

const SITES = [
  { kind: 'recycler', mode: 'recycling', methods: ['R4', 'R6'] },
  { kind: 'disposer', mode: 'recycling', methods: ['D1', 'R4'] },
  { kind: 'transfer_point', mode: 'collection', methods: ['R4'] },
] as const;
const lines = [
  { line: 1, treatmentMethod: 'R4' },
  { line: 2, treatmentMethod: null },
  { line: 3, treatmentMethod: 'D1' },
];
const unfit = (mode: string, siteKind: string | null) =>
  unlicensedMethods(lines, { mode, siteKind }, { sites: SITES }).map(({ line, fitting }) => [line, ...fitting]);

describe('treatment methods under a licence', () => {
  it.each([
    ['recycling', 'recycler', [[3, 'R4', 'R6']]],
    ['recycling', 'disposer', []],
    ['recycling', null, []],
    ['collection', 'transfer_point', [[3, 'R4']]],
    ['collection', null, [[3, 'R4']]],
    ['recycling', 'generator', []],
  ] as const)('for %s at %s leave out the lines %j', (mode, siteKind, found) => {
    expect(unfit(mode, siteKind)).toEqual(found);
  });

  it('are refused by the first line that does not fit', () => {
    const found = unlicensedMethods(lines, { mode: 'recycling', siteKind: 'recycler' }, { sites: SITES });
    const how = { lines, known: codeNames([{ code: 'R4' }, { code: 'R6' }, { code: 'D1' }]) };
    const { code, facts } = problemOf(() => refuseUnlicensedMethod(found, { mode: 'recycling' }, how));
    expect([code, facts]).toEqual([
      'manifest-method-unlicensed',
      {
        ...{ line: 3, method: 'D1', fitting: ['R4', 'R6'], mode: 'recycling' },
        pointer: '#/body/lines/2/treatmentMethod',
      },
    ]);
    expect(() => refuseUnlicensedMethod([], { mode: 'recycling' }, how)).not.toThrow();
  });
});
