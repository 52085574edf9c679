import { expect, it } from 'vitest';
import { passes } from '../../../src/platform/database/outage.ts';

const coded = (code: string, cause?: unknown) => Object.assign(new Error('x', { cause }), { code });

it.each(['08006', '40001', '40P01', '53300', '57P01', '57014', '55P03', 'ECONNREFUSED', 'ECONNRESET'])(
  '%s passes',
  (code) => {
    expect(passes(coded(code))).toBe(true);
    expect(passes(new Error('Failed query', { cause: coded(code) }))).toBe(true);
  },
);

it.each(['23505', '23514', '22003', '42P01', '55000', 'ERR_ASSERTION'])('%s does not pass', (code) =>
  expect(passes(coded(code))).toBe(false),
);

it('a connection lost without a code passes', () => {
  expect(passes(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(passes(new Error('Client has encountered a connection error and is not queryable'))).toBe(true);
  expect(passes(new Error('timeout exceeded when trying to connect'))).toBe(true);
});

it('a value that is not an error, or an error that causes itself, does not hang', () => {
  const circle: Error = new Error('a');
  circle.cause = circle;
  expect([circle, 'text', undefined, null].map(passes)).toEqual([false, false, false, false]);
});
