/** Which acts are told late, and what their refusal and their warning say. */

import { describe, expect, it } from 'vitest';
import { shownInstant } from '../../../src/core/messages/instant.ts';
import { Problem } from '../../../src/core/messages/problem.ts';
import { judgedWhenTold, lateOf, warnOfLate, whenTold } from '../../../src/manifests/rules/late-entry.ts';
import { partyProblem } from '../../../src/parties/problems.ts';

const HOUR_MS = 3_600_000;
const actedAt = new Date('2026-09-10T00:00:00.000Z');
const hence = (ms: number) => new Date(actedAt.getTime() + ms);
const late = lateOf(actedAt, hence(73.5 * HOUR_MS), 72);

const LACKING = { name: '演示单位', partyId: 'p', mode: 'collection', wasteCode: '900-052-31', on: '2026-09-13' };

describe('an act', () => {
  it.each([
    [0, false],
    [-HOUR_MS, false],
    [72 * HOUR_MS, false],
    [72 * HOUR_MS + 1, true],
  ])('told %d ms after it happened is late: %s', (ms, expected) => {
    expect(lateOf(actedAt, hence(ms), 72) !== undefined).toBe(expected);
  });

  it.each([
    ['register_paper', false],
    ['backfill', false],
    ['submit', true],
    ['accept', true],
  ] as const)('%s is judged by the day of telling: %s', (step, expected) => {
    expect(judgedWhenTold(step)).toBe(expected);
  });

  it('that was told late is warned of with its hours', () => {
    const stamp = { step: 'accept', at: actedAt.toISOString() } as const;
    const facts = { hours: 73, toldAt: hence(73.5 * HOUR_MS).toISOString() };
    expect(warnOfLate(late, stamp)).toEqual([{ code: 'told-late', ...stamp, facts }]);
    expect(warnOfLate(undefined, stamp)).toEqual([]);
  });
});

describe('the judgement of the day of telling', () => {
  it('is asked of late acts alone', async () => {
    const asked: Date[] = [];
    const judge = async (at: Date) => asked.push(at);
    await whenTold(undefined, judge);
    await whenTold(late, judge);
    expect(asked).toEqual([hence(73.5 * HOUR_MS)]);
  });

  it('names both instants in its facts and in both languages, and leaves other errors alone', async () => {
    const refused = whenTold(late, async () => {
      throw partyProblem('licence-missing', LACKING);
    });
    const problem = await refused.catch((error: unknown) => error);
    if (!(problem instanceof Problem)) throw new Error('a problem is thrown');
    const instants = { actedAt: actedAt.toISOString(), toldAt: hence(73.5 * HOUR_MS).toISOString() };
    expect([problem.code, problem.facts]).toEqual(['licence-missing', { ...LACKING, ...instants }]);
    for (const language of ['en', 'zh'] as const) {
      const { detail } = problem.text(language);
      expect(detail).toContain(shownInstant(instants.actedAt, language));
      expect(detail).toContain(shownInstant(instants.toldAt, language));
      expect(partyProblem('licence-missing', LACKING).text(language).detail).not.toContain(
        shownInstant(actedAt, language),
      );
    }
    const broken = whenTold(late, () => Promise.reject(new TypeError('broken')));
    await expect(broken).rejects.toThrow(TypeError);
  });
});
