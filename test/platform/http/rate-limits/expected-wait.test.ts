import { describe, expect, it } from 'vitest';
import { expectWait } from '../../../../src/platform/http/rate-limits/expected-wait.ts';

/** A process whose clock the test moves. */
function watched() {
  let now = 0;
  const wait = expectWait(() => now);
  return {
    ms: wait.ms,
    enter: (count: number) => {
      for (let at = 0; at < count; at++) wait.enter();
    },
    /** Answers `count` requests, spread evenly over `ms` milliseconds. */
    answer: (count: number, ms: number) => {
      for (let at = 0; at < count; at++) {
        now += ms / count;
        wait.leave();
      }
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('the expected wait', () => {
  it('is the number in flight divided by the pace of answers', () => {
    const { enter, answer, ms } = watched();
    enter(500);
    expect(ms()).toBe(0);
    answer(100, 250);
    expect(ms()).toBeCloseTo(1_000, 6);
    enter(100);
    expect(ms()).toBeCloseTo(1_250, 6);
  });

  it('is 0 while few are in flight, however slow they are', () => {
    const { enter, answer, pass, ms } = watched();
    enter(127);
    pass(60_000);
    answer(1, 1);
    expect(ms()).toBe(0);
  });

  it('takes no pace from a process that gets few requests', () => {
    const { enter, answer, ms } = watched();
    for (let second = 0; second < 10; second++) {
      enter(3);
      answer(3, 1_000);
    }
    enter(300);
    expect(ms()).toBe(0);
  });

  it('counts from the moment at which the process became busy, not from its last rest', () => {
    const { enter, answer, pass, ms } = watched();
    enter(200);
    answer(200, 200);
    pass(3_600_000);
    enter(400);
    answer(100, 250);
    expect(ms()).toBeCloseTo(300 / (0.8 * 1 + 0.2 * 0.4), 6);
  });

  it('forgets a slow time within seconds, because those that are never refused show the new pace', () => {
    const { enter, answer, ms } = watched();
    enter(128);
    for (let at = 0; at < 20; at++) {
      answer(1, 1_000);
      enter(1);
    }
    expect(ms()).toBeGreaterThan(60_000);
    for (let at = 0; at < 20; at++) {
      answer(50, 250);
      enter(50);
    }
    expect(ms()).toBeLessThan(1_000);
  });

  it('counts answers that come in groups', () => {
    const { enter, answer, ms } = watched();
    for (let at = 0; at < 8; at++) {
      enter(256);
      answer(1, 128);
      answer(255, 0);
    }
    enter(256);
    expect(ms()).toBeCloseTo(128, 6);
  });
});
