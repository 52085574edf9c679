/** Late entries: the steps that are late, their refusals and their warnings. */
import { describe, expect, it } from 'vitest';
import { shownInstant } from '../../../src/core/messages/instant.ts';
import { Problem } from '../../../src/core/messages/problem.ts';
import {
  judgedOnEntryDay,
  judgeEntryDay,
  lateEntryOf,
  lateEntryWarnings,
} from '../../../src/manifests/taking/late-entry.ts';
import { partyProblem } from '../../../src/parties/problems.ts';

const HOUR_MS = 3_600_000;
const actedAt = new Date('2026-09-10T00:00:00.000Z');
const later = (ms: number) => new Date(actedAt.getTime() + ms);
const late = lateEntryOf(actedAt, later(73.5 * HOUR_MS), 72);

const LACKING = { name: '演示单位', partyId: 'p', mode: 'collection', wasteCode: '900-052-31', on: '2026-09-13' };

describe('a step', () => {
  it.each([
    [0, false],
    [-HOUR_MS, false],
    [72 * HOUR_MS, false],
    [72 * HOUR_MS + 1, true],
  ])('that is entered %d ms after the act is a late entry: %s', (ms, expected) => {
    expect(lateEntryOf(actedAt, later(ms), 72) !== undefined).toBe(expected);
  });

  it.each([
    ['register_paper', false],
    ['backfill', false],
    ['submit', true],
    ['accept', true],
  ] as const)('%s is judged by the day of entry: %s', (step, expected) => {
    expect(judgedOnEntryDay(step)).toBe(expected);
  });

  it('that is entered late carries a warning with its hours', () => {
    const stamp = { step: 'accept', at: actedAt.toISOString() } as const;
    const facts = { hours: 73, enteredAt: later(73.5 * HOUR_MS).toISOString() };
    expect(lateEntryWarnings(late, stamp)).toEqual([{ code: 'late-entry', ...stamp, facts }]);
    expect(lateEntryWarnings(undefined, stamp)).toEqual([]);
  });
});

describe('the judgement on the day of entry', () => {
  it('is made of late entries alone', () => {
    const judged: Date[] = [];
    const judge = (at: Date) => judged.push(at);
    judgeEntryDay(undefined, judge);
    judgeEntryDay(late, judge);
    expect(judged).toEqual([later(73.5 * HOUR_MS)]);
  });

  it('names both instants in its facts and in both languages, and leaves other errors alone', () => {
    const refusal = (): unknown => {
      try {
        judgeEntryDay(late, () => {
          throw partyProblem('licence-missing', LACKING);
        });
      } catch (error) {
        return error;
      }
      return undefined;
    };
    const problem = refusal();
    if (!(problem instanceof Problem)) throw new Error('a problem is thrown');
    const instants = { actedAt: actedAt.toISOString(), enteredAt: later(73.5 * HOUR_MS).toISOString() };
    expect([problem.code, problem.facts]).toEqual(['licence-missing', { ...LACKING, ...instants }]);
    for (const language of ['en', 'zh'] as const) {
      const { detail } = problem.text(language);
      expect(detail).toContain(shownInstant(instants.actedAt, language));
      expect(detail).toContain(shownInstant(instants.enteredAt, language));
      expect(partyProblem('licence-missing', LACKING).text(language).detail).not.toContain(
        shownInstant(actedAt, language),
      );
    }
    const broken = () =>
      judgeEntryDay(late, () => {
        throw new TypeError('broken');
      });
    expect(broken).toThrow(TypeError);
  });
});
