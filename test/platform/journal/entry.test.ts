import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chain, fact as factOf, hashOf } from '../../../src/platform/journal/entry.ts';
import { AT, fact } from './fixture.ts';

it('hashes the canonical JSON of everything an entry says', () => {
  const canonical =
    '{"actor":{"source":"local","subject":"tester"},"kind":"test.happened","number":1,' +
    '"occurredAt":"2026-10-05T08:30:00.123Z","payload":{"a":1,"b":"铅"},"previousHash":null,' +
    '"recordedAt":"2026-10-05T08:30:00.123Z","subject":"batch:1","version":1}';
  expect(hashOf({ ...fact('batch:1', { b: '铅', a: 1 }), number: 1, previousHash: null })).toBe(
    createHash('sha256').update(canonical).digest('hex'),
  );
});

it('leaves the scopes of the moment out of the hash', () => {
  const plain = { ...fact('batch:1'), number: 1, previousHash: null };
  const actor = { ...plain.actor, scopes: ['batches:write'] };
  expect(hashOf({ ...plain, actor })).toBe(hashOf(plain));
});

it('continues each subject where it ended, whatever the order of the facts', () => {
  const head = { number: 7, hash: 'ab'.repeat(32) };
  const [first, second, other] = chain([fact('a'), fact('a'), fact('b')], new Map([['a', head]]));
  expect(first).toMatchObject({ number: 8, previousHash: head.hash });
  expect(second).toMatchObject({ number: 9, previousHash: first?.hash });
  expect(other).toMatchObject({ number: 1, previousHash: null });
});

it('changes with every part of an entry', () => {
  const entry = { ...fact('batch:1', { massGrams: 1 }), number: 2, previousHash: '00'.repeat(32) };
  const later = new Date(AT.getTime() + 1);
  const changed = [
    { kind: 'test.changed' },
    { subject: 'batch:2' },
    { actor: { subject: 'somebody', source: 'local' as const } },
    { actor: { subject: 'tester', source: 'national' as const } },
    { actor: { subject: 'tester', source: 'local' as const, partyId: 'p' } },
    { occurredAt: later },
    { recordedAt: later },
    { version: 2 },
    { payload: { massGrams: 2 } },
    { number: 3 },
    { previousHash: '01'.repeat(32) },
  ].map((change) => hashOf({ ...entry, ...change }));
  expect(new Set([hashOf(entry), ...changed]).size).toBe(12);
});

it('gives one hash to one payload, however its keys are ordered', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (payload) => {
      const reversed = Object.fromEntries(Object.entries(payload).reverse());
      const place = { number: 1, previousHash: null };
      expect(hashOf({ ...fact('s', reversed), ...place })).toBe(hashOf({ ...fact('s', payload), ...place }));
    }),
  );
});

it('dates a fact by one instant, or by when it happened and when it was recorded', () => {
  const actor = { subject: 'tester', source: 'local' } as const;
  const recordedAt = new Date('2026-10-06T00:00:00Z');
  expect(factOf('batch.split', 'batch:1', actor, AT, { a: 1 })).toEqual({
    ...{ kind: 'batch.split', subject: 'batch:1', actor, payload: { a: 1 } },
    ...{ occurredAt: AT, recordedAt: AT, version: 1 },
  });
  const late = factOf('batch.split', 'batch:1', actor, { occurredAt: AT, recordedAt }, {});
  expect(late).toMatchObject({ occurredAt: AT, recordedAt });
});
