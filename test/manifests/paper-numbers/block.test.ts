import { describe, expect, it } from 'vitest';
import {
  includesKey,
  numberAt,
  refuseLargeBlock,
  refuseOverlap,
  sizeOf,
} from '../../../src/manifests/paper-numbers/block.ts';

const BLOCK = { id: 'b', prefix: '桂A-2026-', firstSerial: 8, lastSerial: 12, digits: 4 };

describe('a block of numbers', () => {
  it('has numbers as they are printed', () => {
    expect([numberAt(BLOCK, 8), numberAt(BLOCK, 12), sizeOf(BLOCK)]).toEqual(['桂A-2026-0008', '桂A-2026-0012', 5]);
  });

  it.each([
    ['桂a-2026-0008', true],
    ['桂a-2026-0012', true],
    ['桂a-2026-0007', false],
    ['桂a-2026-0013', false],
    ['桂a-2026-10', false],
    ['桂a-2026-000a', false],
    ['桂b-2026-0008', false],
  ])('has the numbers from its first to its last serial: %s is %s', (key, expected) => {
    expect(includesKey({ ...BLOCK, prefixKey: '桂a-2026-' }, key)).toBe(expected);
  });

  it('is refused above the size of the law', () => {
    expect(() => refuseLargeBlock(BLOCK, 5)).not.toThrow();
    expect(() => refuseLargeBlock(BLOCK, 4)).toThrow(expect.objectContaining({ code: 'paper-block-too-large' }));
  });

  it('is refused when it shares a number with another one', () => {
    expect(() => refuseOverlap(undefined)).not.toThrow();
    expect(() => refuseOverlap(BLOCK)).toThrow(
      expect.objectContaining({
        code: 'paper-numbers-reserved',
        facts: expect.objectContaining({ existingId: 'b', first: '桂A-2026-0008', last: '桂A-2026-0012' }),
      }),
    );
  });
});
