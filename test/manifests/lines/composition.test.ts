import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositionsOf, type Joined, type Share } from '../../../src/manifests/lines/composition.ts';

const joined = (childId: string, parentId: string, massGrams: number): Joined => ({ childId, parentId, massGrams });
const shown = ({ numerator, denominator }: Share) => `${numerator}/${denominator}`;
const of = (id: string, edges: readonly Joined[]) =>
  Object.fromEntries([...(compositionsOf([id], edges).get(id) ?? [])].map(([from, one]) => [from, shown(one)]));

describe('the composition of a batch', () => {
  it('is itself without parents, and its parents in proportion to their masses', () => {
    expect(of('a', [])).toEqual({ a: '1/1' });
    expect(of('m', [joined('m', 'a', 60), joined('m', 'b', 40)])).toEqual({ a: '3/5', b: '2/5' });
  });

  it('goes through splits, returns and several merges, with parts that meet again', () => {
    const edges = [
      ...[joined('m', 'a', 60), joined('m', 'b', 40)],
      ...[joined('split', 'm', 50), joined('transit', 'split', 50), joined('back', 'transit', 20)],
      ...[joined('n', 'back', 20), joined('n', 'a', 20), joined('n', 'c', 10)],
    ];
    expect(of('n', edges)).toEqual({ a: '16/25', b: '4/25', c: '1/5' });
  });

  it('keeps shares that add up to one, and ends for any graph', () => {
    const edge = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(10 ** 9));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 60 }), (drawn) => {
        const edges = drawn.filter(([a, b]) => a > b).map(([a, b, grams]) => joined(`${a}`, `${b}`, grams));
        for (const shares of compositionsOf(['12', '11', '5'], edges).values()) {
          const sum = [...shares.values()].reduce(
            (all, one) => all + Number(one.numerator) / Number(one.denominator),
            0,
          );
          expect(sum).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('of a ladder that splits and merges a hundred times is found at once', () => {
    const edges = Array.from({ length: 100 }, (_, at) => [
      ...[joined(`l${at}`, `m${at}`, 1), joined(`r${at}`, `m${at}`, 2)],
      ...[joined(`m${at + 1}`, `l${at}`, 1), joined(`m${at + 1}`, `r${at}`, 2)],
    ]).flat();
    expect(of('m100', [...edges, joined('m0', 'a', 1), joined('m0', 'b', 2)])).toEqual({ a: '1/3', b: '2/3' });
  });

  it('counts parts alike when corrections left nothing of them', () => {
    expect(of('m', [joined('m', 'a', 0), joined('m', 'b', 0)])).toEqual({ a: '1/2', b: '1/2' });
  });
});
