import { describe, expect, it } from 'vitest';
import {
  judgesPaper,
  keptWarnings,
  type PaperFindings,
  paperWarnings,
  refuseForeignPaper,
} from '../../../src/manifests/numbering/paper.ts';
import type { Warning } from '../../../src/manifests/rules/warning.ts';

const AT = '2026-10-07T01:00:00.000Z';
const stamp = { step: 'backfill', at: '2026-10-09T01:00:00.000Z' } as const;
const inOrder: PaperFindings = {
  ...{ number: '纸-1', transferredAt: new Date(AT), inOutage: true, reserved: 'own', photographed: true },
};
const judged = (changes: Partial<PaperFindings>, step: 'register_paper' | 'backfill' = 'backfill', photos = true) =>
  paperWarnings({ ...inOrder, ...changes }, { ...stamp, step, divisionCode: '450100', withPhotographs: photos });
const codesOf = (warnings: readonly Warning[]) => warnings.map(({ code }) => code);

describe('a form on paper', () => {
  it('is judged when it is registered and when it is entered', () => {
    expect([judgesPaper('register_paper'), judgesPaper('backfill'), judgesPaper('hand_over')]).toEqual([
      ...[true, true, false],
    ]);
  });

  it('has no mark when it is in order, and neither has another load', () => {
    expect(judged({})).toEqual([]);
    expect(paperWarnings(null, { ...stamp, divisionCode: '450100', withPhotographs: true })).toEqual([]);
  });

  it('is marked outside an outage, with the time and place of the transfer', () => {
    const facts = { transferredAt: AT, divisionCode: '450100' };
    expect(judged({ inOutage: false })).toEqual([{ ...stamp, code: 'paper-outside-outage', facts }]);
  });

  it('is marked under a number that is not reserved for its consignor', () => {
    for (const reserved of ['none', 'other'] as const) {
      expect(judged({ reserved })).toEqual([
        { ...stamp, code: 'paper-number-not-reserved', facts: { number: '纸-1' } },
      ]);
    }
  });

  it('is marked when it is entered without photographs, while the law wants them', () => {
    expect(codesOf(judged({ photographed: false }))).toEqual(['paper-without-photographs']);
    expect(judged({ photographed: false }, 'register_paper')).toEqual([]);
    expect(judged({ photographed: false }, 'backfill', false)).toEqual([]);
  });

  it('is refused at its registration under a number of another organisation', () => {
    const foreign: PaperFindings = { ...inOrder, reserved: 'other' };
    const refused = expect.objectContaining({ code: 'manifest-paper-of-another' });
    expect(() => refuseForeignPaper('register_paper', foreign)).toThrow(refused);
    expect(() => refuseForeignPaper('backfill', foreign)).not.toThrow();
    expect(() => refuseForeignPaper('register_paper', { ...inOrder, reserved: 'none' })).not.toThrow();
    expect(() => refuseForeignPaper('register_paper', null)).not.toThrow();
  });

  it('is judged again by its backfill, which leaves other warnings', () => {
    const of = (code: Warning['code']): Warning => ({ code, step: 'register_paper', at: AT, facts: {} });
    const all = [of('paper-outside-outage'), of('paper-number-not-reserved'), of('late-entry')];
    expect(codesOf(keptWarnings(all, 'backfill'))).toEqual(['late-entry']);
    expect(keptWarnings(all, 'hand_over')).toEqual(all);
  });
});
