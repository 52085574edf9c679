import { describe, expect, it } from 'vitest';
import { contradict, refuseContradictingDraws } from '../../../src/batches/weights/piece-mass.ts';
import { PIECE_MASS } from '../../manifests/taking/decisions.ts';
import { codeOf, exampleBatch } from '../examples.ts';

const quantity = (massGrams: number, pieces: number) => ({ massGrams, pieces });

describe('the mass of a piece', () => {
  it('contradicts another when it is far apart and no battery has it', () => {
    expect(contradict(quantity(10, 1), quantity(50, 1), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(9, 1), quantity(50, 1), PIECE_MASS)).toBe(true);
    expect(contradict(quantity(49, 1), quantity(1_000_000, 60), PIECE_MASS)).toBe(true);
    expect(contradict(quantity(50, 1), quantity(1_000_000, 60), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(2_000_000, 1), quantity(16_000, 1), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(2_000_001, 1), quantity(16_000, 1), PIECE_MASS)).toBe(true);
  });

  it('is compared by whole numbers, however large they are', () => {
    expect(contradict(quantity(9_000_000_000_000, 1_000_000), quantity(45_000_000, 1), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(8_999_999_999_999, 1_000_000), quantity(45_000_000, 1), PIECE_MASS)).toBe(true);
  });

  it('is not compared where mass or pieces are missing, which other rules judge', () => {
    for (const [given, expected] of [
      [quantity(1, 0), quantity(1_000, 1)],
      [quantity(0, 10), quantity(1_000, 1)],
      [quantity(1, 10), quantity(0, 0)],
    ] as const) {
      expect(contradict(given, expected, PIECE_MASS)).toBe(false);
    }
  });
});

it('each line is compared with what earlier lines left of its batch', () => {
  const batch = exampleBatch({ pieces: 4 });
  const draw = (...lines: ReturnType<typeof quantity>[]) =>
    codeOf(() =>
      refuseContradictingDraws(
        lines.map(() => batch),
        lines,
        { limits: PIECE_MASS, pointerOf: (line) => `#/body/lines/${line}/pieces` },
      ),
    );
  expect(draw(quantity(250, 1), quantity(750, 3))).toBeUndefined();
  expect(draw(quantity(250, 1), quantity(749, 1))).toBe('batch-piece-mass-differs');
});
