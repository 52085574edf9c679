import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JOURNAL_SCOPES, mayReadKind } from '../../../src/core/access/journal-scopes.ts';
import { ALL_ROLES, type Role, scopesOf } from '../../../src/core/access/roles.ts';

const readerAs = (...roles: Role[]) => ({ roles, scopes: scopesOf(roles) });
const nounsFor = (actor: Parameters<typeof mayReadKind>[0]) =>
  Object.keys(JOURNAL_SCOPES).filter((noun) => mayReadKind(actor, `${noun}.recorded`));

describe('an entry of the journal', () => {
  it('is shown to the national reader about manifests, approvals, the register and the law only', () => {
    expect(nounsFor(readerAs('national_reader'))).toEqual([
      'approval',
      'deadline',
      'division',
      'exemption',
      'law',
      'licence',
      'manifest',
      'outage',
      'paper-number',
      'party',
      'qualification',
      'register',
      'site',
      'vehicle',
      'waste-code',
    ]);
  });

  it('is shown to the auditor about everything', () => {
    expect(nounsFor(readerAs('auditor'))).toEqual(Object.keys(JOURNAL_SCOPES));
  });

  it('is shown to the province regulator, except about people and clients', () => {
    const hidden = Object.keys(JOURNAL_SCOPES).filter(
      (noun) => !nounsFor(readerAs('province_regulator')).includes(noun),
    );
    expect(hidden).toEqual(['client', 'person']);
  });

  it('needs the scope in the token too, not in the role alone', () => {
    const narrow = { roles: ['auditor'] as const, scopes: ['journal:read'] };
    expect(nounsFor(narrow)).toEqual(['division', 'law', 'waste-code']);
  });

  it('needs a role that gives the scope, not the token alone', () => {
    const scopes = scopesOf(ALL_ROLES);
    expect(mayReadKind({ roles: ['national_reader'], scopes }, 'assay.recorded')).toBe(false);
  });

  it.each(['future.recorded', 'toString.recorded', 'manifest', ''])(
    'of the unknown kind "%s" is never shown',
    (kind) => {
      expect(mayReadKind(readerAs('auditor', 'province_regulator', 'administrator'), kind)).toBe(false);
    },
  );
});

const SRC = join(import.meta.dirname, '../../../src');

/** Nouns of the kinds that the source names where it makes entries. */
function writtenNouns(): Set<string> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const kinds = files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    return [
      ...text.matchAll(/(?:[fF]act\(\s*(?:\w+,\s*)?|kind(?::|\s=)\s)(?:\w+\s[^'`]*\?\s)?['`]([a-z-]+)\.[a-z$_{-]/g),
    ];
  });
  return new Set(kinds.map(([, noun = '']) => noun));
}

it('has a scope for every kind that the source writes', () => {
  const written = writtenNouns();
  expect(written.size).toBeGreaterThan(10);
  expect([...written].filter((noun) => !Object.hasOwn(JOURNAL_SCOPES, noun))).toEqual([]);
});
