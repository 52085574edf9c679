/** Exact ratios of integers for expected values, written for the tests alone: no code of the product is used here. */

export type Ratio = readonly [over: bigint, under: bigint];

/** Reads a decimal such as `30576.5`, or an integer. */
export function ratio(text: string | number): Ratio {
  const [, sign = '', whole = '0', rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text)) ?? [];
  return [BigInt(`${sign}${whole}${rest}`), 10n ** BigInt(rest.length)];
}

type Given = Ratio | string | number;
const read = (given: Given): Ratio => (typeof given === 'object' ? given : ratio(given));

export const sum = (...all: Given[]): Ratio =>
  all.map(read).reduce(([a, b], [c, d]): Ratio => [a * d + c * b, b * d], [0n, 1n]);
export const product = (...all: Given[]): Ratio =>
  all.map(read).reduce(([a, b], [c, d]): Ratio => [a * c, b * d], [1n, 1n]);
export const less = (from: Given, take: Given): Ratio => sum(from, product(-1, take));
export function quotient(top: Given, bottom: Given): Ratio {
  const [[a, b], [c, d]] = [read(top), read(bottom)];
  return c < 0n ? [-a * d, b * -c] : [a * d, b * c];
}
export const least = (one: Given, other: Given): Ratio => (less(one, other)[0] < 0n ? read(one) : read(other));

/** Rounds to decimal places; a half goes to the even neighbour. */
export function rounded(value: Given, places: number): string {
  const [top, bottom] = product(value, 10 ** places);
  const below = top / bottom - (top % bottom < 0n ? 1n : 0n);
  const twice = 2n * (top - below * bottom);
  const up = twice > bottom || (twice === bottom && below % 2n !== 0n);
  const digits = String(up ? below + 1n : below).padStart(places + 1, '0');
  return `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
}
export const percent = (value: Given): string => rounded(product(value, 100), 2);

/** True for the same number, whatever its terms. */
export const equal = ([a, b]: Ratio, { numerator, denominator }: { numerator: bigint; denominator: bigint }): boolean =>
  a * denominator === numerator * b;
