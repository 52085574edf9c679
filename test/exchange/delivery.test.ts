import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, briefPauseMs, firstBatch, pauseMs } from '../../src/exchange/deliveries/delivery.ts';
import { recipientsOf, type StepEntry } from '../../src/exchange/messages/message.ts';

describe('the pause after failures', () => {
  it.each([
    [1, 500],
    [2, 1_000],
    [3, 2_000],
    [10, 256_000],
    [11, 512_000],
    [12, 900_000],
    [1_000, 900_000],
  ])('after %d is at most %d ms', (failures, longest) => {
    expect(pauseMs(failures, 900_000, 1)).toBe(longest);
  });

  it('lies anywhere from nothing to the longest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const pause = pauseMs(failures, 900_000, chance);
          expect(pause).toBe(Math.round(chance * pauseMs(failures, 900_000, 1)));
        },
      ),
    );
  });

  it('is half a minute at most while the partner is not reached, or only a predecessor is missing', () => {
    expect(briefPauseMs(20, 900_000, 1)).toBe(30_000);
    expect(briefPauseMs(20, 5_000, 1)).toBe(5_000);
    expect(briefPauseMs(2, 900_000, 1)).toBe(1_000);
  });
});

describe('one request', () => {
  const sized = (bytes: number) => ({ message: 'x'.repeat(bytes) });

  it('holds no more messages than allowed', () => {
    const batch = firstBatch(
      Array.from({ length: 7 }, () => sized(1)),
      { messages: 3, bytes: 1_000_000 },
    );
    expect(batch).toHaveLength(3);
  });

  it('holds no more bytes than allowed, but always one message', () => {
    expect(firstBatch([sized(600), sized(600), sized(600)], { messages: 9, bytes: 4_000 })).toHaveLength(2);
    expect(firstBatch([sized(99_999), sized(1)], { messages: 9, bytes: 4_000 })).toHaveLength(1);
  });

  it('holds everything when it fits, and nothing when there is nothing', () => {
    expect(firstBatch([sized(1), sized(1)], { messages: 2, bytes: 4_000 })).toHaveLength(2);
    expect(firstBatch([], { messages: 2, bytes: 4_000 })).toEqual([]);
  });
});

describe('agreement', () => {
  const own = { version: 3, digestOf: (version: number) => ['-', 'a', 'b', 'c'][version] };
  const settled = { due: 0, parked: 0, contradicts: false };

  it.each([
    ['the same digest of the version we hold', { version: 3, digest: 'c', ...settled }, true],
    ['another digest', { version: 3, digest: 'x', ...settled }, false],
    ['another digest of an earlier version', { version: 2, digest: 'x', ...settled }, false],
    ['an earlier version', { version: 2, digest: 'b', ...settled }, 'pending'],
    ['messages on their way', { version: 3, digest: 'c', ...settled, due: 1 }, 'pending'],
    ['a parked message', { version: 3, digest: 'c', ...settled, parked: 1 }, false],
    ['a clash about the number', { version: 3, digest: 'c', ...settled, contradicts: true }, false],
    ['a version we do not have', { version: 4, digest: 'd', ...settled }, 'pending'],
    ['nothing', { version: null, digest: null, ...settled }, 'pending'],
  ] as const)('with %s is %j -> %s', (_, standing, agreed) => {
    expect(agreement(own, standing)).toBe(agreed);
  });
});

describe('the recipients of a step', () => {
  const entry = (source: string, destinationProvince: string): StepEntry => ({
    index: 1,
    kind: 'manifest.submitted',
    version: 1,
    subject: 'manifest:m',
    occurredAt: new Date(0),
    source,
    payload: {
      manifestId: 'm',
      version: 1,
      step: 'submit',
      input: {},
      document: { originProvince: '45', destinationProvince },
      digest: '',
    },
  });

  it.each([
    ['local', '44', '45', ['national', '44']],
    ['local', '44', '44', ['national', '45']],
    ['local', '45', '45', ['national']],
    ['national', '44', '45', ['national', '44']],
    ['partner:44', '44', '45', []],
    ['partner:45', '44', '44', []],
  ])('taken by %s on a load to %s, sent by %s: %j', (source, destination, province, recipients) => {
    expect(recipientsOf(entry(source, destination), province)).toEqual(recipients);
  });
});
