import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Batch,
  describeBatch,
  refuseContradiction,
  refuseFuture,
  refuseNotInStock,
  refuseOverdraft,
  refuseOverdraws,
  refuseUnknownSource,
} from '../../src/batches/batch.ts';
import { CONDITIONS } from '../../src/batches/codes.ts';
import { toGrams } from '../../src/core/mass.ts';
import { codeNames } from '../../src/core/messages/code-names.ts';
import { codeOf, exampleBatch, problemOf } from './examples.ts';

const batch = exampleBatch();

describe('a draw on a batch', () => {
  it.each([
    ['all of it', 1_000, 10, undefined],
    ['nothing', 0, 0, undefined],
    ['one gram too much', 1_001, 10, 'batch-mass-exceeded'],
    ['one piece too many', 1_000, 11, 'batch-pieces-exceeded'],
    ['too much of both', 1_001, 11, 'batch-mass-exceeded'],
  ])('of %s: %d g and %d pieces', (_, massGrams, pieces, code) => {
    expect(codeOf(() => refuseOverdraft(batch, { massGrams, pieces }, '#/body'))).toBe(code);
  });

  it('names the field at fault, the balance and the draw', () => {
    const mass = problemOf(() => refuseOverdraft(batch, { massGrams: 1_200, pieces: 1 }, '#/body/lines/3'));
    expect(mass?.facts).toEqual({
      ...{ id: 'batch', availableGrams: 1_000, requestedGrams: 1_200, pointer: '#/body/lines/3/massGrams' },
    });
    expect(mass?.text('zh').detail).toBe('批次 batch 现有 1 千克，本次需 1.2 千克。');
    const pieces = problemOf(() => refuseOverdraft(batch, { massGrams: 1, pieces: 12 }, '#/body'));
    expect(pieces?.facts).toMatchObject({ availablePieces: 10, requestedPieces: 12, pointer: '#/body/pieces' });
  });
});

describe('mass and pieces of a batch', () => {
  const draw = (of: Partial<Batch>, massGrams: number, pieces: number) =>
    codeOf(() => refuseOverdraft(exampleBatch(of), { massGrams, pieces }, '#/body'));

  it.each<[string, Partial<Batch>, number, number, string | undefined]>([
    ['all mass without the pieces', {}, 1_000, 0, 'batch-quantities-apart'],
    ['all pieces without the mass', {}, 1, 10, 'batch-quantities-apart'],
    ['mass alone', {}, 1, 0, 'batch-quantities-apart'],
    ['pieces alone', {}, 0, 1, 'batch-quantities-apart'],
    ['a part of both', {}, 999, 9, undefined],
    ['all of both', {}, 1_000, 10, undefined],
    ['a part of what was recorded without pieces', { pieces: 0 }, 500, 0, 'batch-quantities-apart'],
    ['all of what was recorded without pieces', { pieces: 0 }, 1_000, 0, undefined],
    ['paste by its mass', { condition: 'paste', pieces: 0 }, 500, 0, undefined],
    ['all mass of paste that has pieces', { condition: 'paste' }, 1_000, 9, 'batch-quantities-apart'],
    ['a product by its mass', { kind: 'product', condition: null, pieces: 0 }, 500, 0, undefined],
  ])('end together: %s', (_, of, massGrams, pieces, code) => expect(draw(of, massGrams, pieces)).toBe(code));

  it('say what would be left, and how to go on', () => {
    const problem = problemOf(() => refuseOverdraft(batch, { massGrams: 1_000, pieces: 0 }, '#/body/lines/2'));
    expect(problem?.facts).toEqual({
      ...{ id: 'batch', massGrams: 1_000, pieces: 0, restGrams: 0, restPieces: 10, pointer: '#/body/lines/2/pieces' },
    });
    expect(problem?.text('zh').detail).toContain('取用 1 千克、0 只，余量为 0 千克、10 只');
  });

  it('are never apart in what is left, whatever is drawn', () => {
    const amounts = fc.record({ massGrams: fc.nat(6), pieces: fc.nat(4) });
    const model = ({ massGrams, pieces }: { massGrams: number; pieces: number }) => massGrams > 0 === pieces > 0;
    fc.assert(
      fc.property(amounts.filter(model), amounts, (held, taken) => {
        const rest = { massGrams: held.massGrams - taken.massGrams, pieces: held.pieces - taken.pieces };
        const possible = rest.massGrams >= 0 && rest.pieces >= 0 && model(rest) && model(taken);
        const of = { massGrams: toGrams(held.massGrams), pieces: held.pieces };
        expect(draw(of, taken.massGrams, taken.pieces) === undefined).toBe(possible);
      }),
    );
  });
});

describe('lines that draw on batches', () => {
  const line = (massGrams: number, pieces = 0) => ({ massGrams, pieces });

  it('may empty a batch together, and not take one gram more', () => {
    const exact = [line(400, 4), line(600, 6)];
    expect(codeOf(() => refuseOverdraws([batch, batch], exact, '#/body/lines'))).toBeUndefined();
    const over = problemOf(() => refuseOverdraws([batch, batch], [line(400, 4), line(601, 6)], '#/body/lines'));
    expect(over?.facts).toMatchObject({ availableGrams: 600, pointer: '#/body/lines/1/massGrams' });
    const pieces = problemOf(() => refuseOverdraws([batch, batch], [line(1, 5), line(1, 6)], '#/body/lines'));
    expect(pieces?.facts).toMatchObject({ availablePieces: 5, pointer: '#/body/lines/1/pieces' });
  });

  it('are refused exactly when their sum for one batch is above its balance', () => {
    const draws = fc.array(fc.record({ other: fc.boolean(), massGrams: fc.integer({ min: 1, max: 700 }) }));
    // Paste is weighed and not counted.
    const counted = { condition: 'paste', pieces: 0 } as const;
    const batch = exampleBatch(counted);
    const other = exampleBatch({ ...counted, id: 'other', massGrams: toGrams(500) });
    fc.assert(
      fc.property(draws, (drawn) => {
        const batches = drawn.map((draw) => (draw.other ? other : batch));
        const sum = (of: boolean) => drawn.reduce((s, d) => s + (d.other === of ? d.massGrams : 0), 0);
        const lines = drawn.map(({ massGrams }) => line(massGrams));
        const refused = codeOf(() => refuseOverdraws(batches, lines, '#/body/lines')) !== undefined;
        expect(refused).toBe(sum(false) > 1_000 || sum(true) > 500);
      }),
    );
  });

  it('without a batch are an error of the program', () => {
    expect(() => refuseOverdraws([], [line(1)], '#/body/lines')).toThrow('a line has no batch');
  });
});

describe('a description of batteries', () => {
  it.each(CONDITIONS.map((condition) => [condition, condition === 'whole']))(
    'of class I in condition %s passes: %s',
    (condition, passes) => {
      const described = { batteryKind: 'starter', condition } as const;
      const code = codeOf(() => refuseContradiction({ ...described, riskClass: 'I' }));
      expect(code).toBe(passes ? undefined : 'batch-class-contradicts-condition');
      expect(codeOf(() => refuseContradiction({ ...described, riskClass: 'II' }))).toBeUndefined();
    },
  );

  it('is refused in the words of its reader', () => {
    const broken = { batteryKind: 'starter', riskClass: 'I', condition: 'broken' } as const;
    expect(problemOf(() => refuseContradiction(broken))?.text('zh').detail).toBe(
      '第Ⅰ类废铅蓄电池应为未破损的密封电池，所填物料状态为“破损”。',
    );
  });

  it('names a source on the list, or none', () => {
    const known = codeNames([{ code: 'repair-shop', en: 'Repair shop', zh: '维修店' }]);
    expect(codeOf(() => refuseUnknownSource('repair-shop', known))).toBeUndefined();
    expect(codeOf(() => refuseUnknownSource(null, known))).toBeUndefined();
    expect(codeOf(() => refuseUnknownSource('backyard', known))).toBe('code-unknown');
    const problem = problemOf(() => refuseUnknownSource('backyard', known));
    expect(problem?.facts.allowed).toEqual(['repair-shop']);
    expect(problem?.text('en').remedy).toBe('Use one of: repair-shop (Repair shop).');
    expect(problem?.text('zh').remedy).toBe('请使用以下代码之一：repair-shop（维修店）。');
  });
});

describe('a time', () => {
  const later = (ms: number) => new Date(batch.occurredAt.getTime() + ms);

  it('may be ahead of the clock by the skew and not a millisecond more', () => {
    expect(codeOf(() => refuseFuture(later(300_000), later(0), 300, '#/body/occurredAt'))).toBeUndefined();
    const future = problemOf(() => refuseFuture(later(300_001), later(0), 300, '#/body/occurredAt'));
    expect([future?.code, future?.facts.now]).toEqual(['instant-in-future', later(300_000).toISOString()]);
  });
});

describe('a batch', () => {
  it('is in stock on a site only', () => {
    expect(codeOf(() => refuseNotInStock(batch))).toBeUndefined();
    const road = problemOf(() => refuseNotInStock(exampleBatch({ kind: 'transit', siteId: null })));
    expect(road?.text('zh').detail).toBe('批次 batch 为“在途”批次，不属于场所库存，不能拆分或合并。');
  });

  it('is described in plain JSON with instants in UTC', () => {
    expect(describeBatch(batch)).toEqual(JSON.parse(JSON.stringify(batch)));
  });
});
