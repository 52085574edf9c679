import { describe, expect, it } from 'vitest';
import { contradict, refuseContradictingDraws, refuseImpossible } from '../../../src/batches/weights/piece-mass.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { codeOf, exampleBatch, PIECE_MASS, problemOf } from '../examples.ts';

const quantity = (massGrams: number, pieces: number) => ({ massGrams, pieces });

describe('the mass of a piece', () => {
  it('contradicts another when it is far apart and no battery has it', () => {
    expect(contradict(quantity(10, 1), quantity(50, 1), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(9, 1), quantity(50, 1), PIECE_MASS)).toBe(true);
    expect(contradict(quantity(24, 1), quantity(1_000_000, 60), PIECE_MASS)).toBe(true);
    expect(contradict(quantity(25, 1), quantity(1_000_000, 60), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(10_000_000, 1), quantity(16_000, 1), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(10_000_001, 1), quantity(16_000, 1), PIECE_MASS)).toBe(true);
  });

  it('is compared by whole numbers, however large they are', () => {
    expect(contradict(quantity(12_000_000_000_000, 1_000_000), quantity(60_000_000, 1), PIECE_MASS)).toBe(false);
    expect(contradict(quantity(11_999_999_999_999, 1_000_000), quantity(60_000_000, 1), PIECE_MASS)).toBe(true);
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

it.each([
  ['kilograms entered as grams', { massGrams: 20, pieces: 1 }, 'batch-piece-mass-impossible'],
  ['too many pieces', { massGrams: 1_000, pieces: 1_000_000 }, 'batch-piece-mass-impossible'],
  ['too heavy a piece', { massGrams: 20_000_000, pieces: 1 }, 'batch-piece-mass-impossible'],
  ['the lightest battery', { massGrams: 25, pieces: 1 }, undefined],
  ['the heaviest battery', { massGrams: 10_000_000, pieces: 1 }, undefined],
  ['paste, which nobody counts', { massGrams: 1, pieces: 0, condition: 'paste' }, undefined],
])('a batch of %s is judged by the mass of a piece', (_, given, code) => {
  const at = { limits: PIECE_MASS, pointer: '#/body/pieces' };
  expect(codeOf(() => refuseImpossible({ condition: 'whole', ...given }, at))).toBe(code);
});

describe('the kind of batteries', () => {
  const limits = { ...PIECE_MASS, kinds: { starter: { fromGrams: 500, toGrams: 150_000 } } };
  const at = { limits, pointer: '#/body/pieces' };
  const record = (batteryKind: string | null, massGrams: number) =>
    problemOf(() => refuseImpossible({ batteryKind, condition: 'whole', massGrams, pieces: 1 }, at));

  it('narrows the mass of a piece, and the refusal names its range', () => {
    expect([record('starter', 500), record('starter', 150_000)]).toEqual([undefined, undefined]);
    expect(record('starter', 499)?.facts).toMatchObject({ fromGrams: 500, toGrams: 150_000 });
    expect(record('starter', 150_001)?.code).toBe('batch-piece-mass-impossible');
  });

  it.each(['stationary', null, 'constructor'])('without a range of its own has that of all batteries: %s', (kind) => {
    expect([record(kind, 25), record(kind, 10_000_000)]).toEqual([undefined, undefined]);
    expect(record(kind, 24)?.facts).toMatchObject({ fromGrams: 25, toGrams: 10_000_000 });
  });

  it('decides whether a part far from its batch is one of several sizes, or an error', () => {
    const take = (batteryKind: 'starter' | 'stationary', massGrams: number, pieces: number) => {
      const batch = { ...exampleBatch({ pieces: 12 }), batteryKind, massGrams: toGrams(200_000) };
      return problemOf(() =>
        refuseContradictingDraws([batch], [quantity(massGrams, pieces)], { limits, pointerOf: () => '#/body/pieces' }),
      );
    };
    expect(take('starter', 600, 11)?.facts).toMatchObject({ fromGrams: 500, toGrams: 150_000, factor: 5 });
    expect(take('starter', 199_400, 1)?.code).toBe('batch-piece-mass-differs');
    expect(take('starter', 1_000, 2)).toBeUndefined();
    expect(take('stationary', 600, 11)).toBeUndefined();
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
