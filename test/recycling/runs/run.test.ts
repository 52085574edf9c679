import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGrams } from '../../../src/core/mass.ts';
import { close, feed, heldGrams, open, yieldMass } from '../../../src/recycling/runs/run.ts';
import { codeOf, problemOf } from '../../batches/examples.ts';

const START = new Date('2026-10-05T00:00:00.000Z');
const LATER = new Date('2026-10-06T00:00:00.000Z');
const LIMIT = 2_000;
const NONE = toGrams(0);

const OPENED = open({
  id: 'run',
  partyId: 'party',
  siteId: 'site',
  process: 'smelting',
  startedAt: START,
  recordedAt: START,
});

describe('a run', () => {
  it('opens with an empty account', () => {
    expect([heldGrams(OPENED), OPENED.closedAt]).toEqual([0, null]);
  });

  it('gains exactly the mass that it lacks for an output', () => {
    const fed = feed(OPENED, toGrams(1_000), LATER);
    expect(yieldMass(fed, toGrams(1_000), LATER, LIMIT).gainGrams).toBe(0);
    const { run, gainGrams } = yieldMass(fed, toGrams(1_200), LATER, LIMIT);
    expect([gainGrams, heldGrams(run)]).toEqual([200, 0]);
  });

  it('is refused one gram over the limit of all its gains together', () => {
    const fed = feed(OPENED, toGrams(1_000), LATER);
    expect(codeOf(() => yieldMass(fed, toGrams(1_201), LATER, LIMIT))).toBe('run-gain-implausible');
    const { run } = yieldMass(fed, toGrams(1_150), LATER, LIMIT);
    expect(codeOf(() => yieldMass(run, toGrams(51), LATER, LIMIT))).toBe('run-gain-implausible');
    expect(codeOf(() => close(run, toGrams(51), LATER, LIMIT))).toBe('run-gain-implausible');
    expect(codeOf(() => yieldMass(run, toGrams(50), LATER, LIMIT))).toBeUndefined();
  });

  it('is refused in the words of its reader', () => {
    const closed = close(OPENED, NONE, LATER, LIMIT).run;
    expect(problemOf(() => feed(closed, toGrams(1), LATER))?.text('zh').detail).toBe(
      '处理批次 run 已于 2026-10-06 08:00（北京时间）结束。',
    );
  });

  it('takes nothing before it started and nothing after it was closed', () => {
    const early = new Date(START.getTime() - 1);
    const { run: closed } = close(OPENED, NONE, LATER, LIMIT);
    const mass = toGrams(1);
    for (const [run, at, code] of [
      [OPENED, early, 'run-instant-early'],
      [closed, LATER, 'run-closed'],
    ] as const) {
      expect(codeOf(() => feed(run, mass, at))).toBe(code);
      expect(codeOf(() => yieldMass(run, mass, at, LIMIT))).toBe(code);
      expect(codeOf(() => close(run, NONE, at, LIMIT))).toBe(code);
    }
    expect(codeOf(() => feed(OPENED, mass, START))).toBeUndefined();
  });

  it('never holds less than nothing, and nothing when it is closed, whatever was done to it', () => {
    const grams = fc.integer({ min: 1, max: 1_000_000_000 }).map(toGrams);
    const steps = fc.array(fc.record({ kind: fc.constantFrom('feed', 'yield'), grams }), { maxLength: 20 });
    fc.assert(
      fc.property(steps, grams, (taken, carried) => {
        let run = OPENED;
        for (const step of taken) {
          const next = () =>
            step.kind === 'feed' ? feed(run, step.grams, LATER) : yieldMass(run, step.grams, LATER, LIMIT).run;
          if (codeOf(next) === undefined) run = next();
          expect(heldGrams(run)).toBeGreaterThanOrEqual(0);
          expect(run.gainedGrams * 10_000).toBeLessThanOrEqual(run.fedGrams * LIMIT);
        }
        const end = () => close(run, carried, LATER, LIMIT);
        if (codeOf(end) !== undefined) return;
        const { run: closed, gainGrams, lostGrams } = end();
        expect(heldGrams(closed)).toBe(0);
        expect(Math.min(gainGrams, lostGrams)).toBe(0);
        expect(closed.fedGrams + closed.gainedGrams).toBe(closed.yieldedGrams + closed.carriedGrams + closed.lostGrams);
      }),
    );
  });
});
