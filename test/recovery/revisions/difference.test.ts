/** The difference between frozen evaluations, and what it asks for. */
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/core/canonical.ts';
import { contentOf, type FrozenContent } from '../../../src/recovery/revisions/content.ts';
import { compareFrozen, isSame } from '../../../src/recovery/revisions/difference.ts';
import { findingOf, REVISION_STATES, stateOf } from '../../../src/recovery/revisions/revision.ts';

type Line = { readonly id: string; readonly term?: string; readonly massGrams?: number };

const RATE = { numerator: '9', denominator: '10', percent: '90.00' };

function content(
  lines: readonly Line[],
  { law = 1, version = 1, codes = ['A'], rate = RATE as typeof RATE | null, lead = '5' } = {},
): FrozenContent {
  const record = (line: Line) => ({
    ...{ kind: 'feed', subject: `run:${line.id}`, term: 'received', massGrams: 7, leadPicograms: '1500000000000' },
    ...line,
  });
  return contentOf({
    files: {
      'snapshot.json': canonicalJson({
        assessment: { method: 'lead-recovery' },
        evaluation: {
          ...{ method: { version }, rates: rate && { headline: { ...rate, share: '0.9' } } },
          terms: [
            { term: 'received', leadGramsExact: lead },
            { term: 'products', leadGramsExact: '3' },
          ],
          findings: codes.map((code) => ({ code })),
        },
      }),
      'law.json': canonicalJson([{ key: 'k', validFrom: '2020-01-01', value: law }]),
    },
    records: lines.map((line) => `${canonicalJson(record(line))}\n`).join(''),
    fractions: null,
  });
}

const BEFORE = content([{ id: 'a' }, { id: 'b' }]);

describe('a difference', () => {
  it('is empty between equal contents, in any order of the records', () => {
    const difference = compareFrozen(BEFORE, content([{ id: 'b' }, { id: 'a' }]));
    expect(isSame(difference)).toBe(true);
    expect(difference).toMatchObject({ terms: [], rates: [], lawKeys: [], methodVersions: null });
  });

  it('has both values of each term and rate, findings, and records by what happened to them', () => {
    const after = content([{ id: 'b', massGrams: 9 }, { id: 'c' }], { lead: '6', rate: null, codes: ['B'] });
    const difference = compareFrozen(BEFORE, after);
    expect(isSame(difference)).toBe(false);
    expect(difference).toMatchObject({
      terms: [{ term: 'received', before: '5', after: '6' }],
      rates: [{ rate: 'headline', before: RATE, after: null }],
      findings: { appeared: ['B'], disappeared: ['A'] },
      records: {
        counts: { added: 1, removed: 1, changed: 1 },
        listed: [
          { change: 'removed', id: 'a', subject: 'run:a', after: null },
          { change: 'changed', id: 'b', before: { massGrams: 7, leadGramsExact: '1.5' }, after: { massGrams: 9 } },
          { change: 'added', id: 'c', before: null, after: { term: 'received', massGrams: 7 } },
        ],
      },
    });
  });

  it('counts all records and lists 100 of them', () => {
    const many = Array.from({ length: 250 }, (_, at) => ({ id: `n${at}` }));
    const { records } = compareFrozen(BEFORE, content([{ id: 'a' }, { id: 'b' }, ...many]));
    expect(records.counts).toEqual({ added: 250, removed: 0, changed: 0 });
    expect(records.listed).toHaveLength(100);
  });

  it('names other law with both values, and another version of the method', () => {
    const difference = compareFrozen(BEFORE, content([{ id: 'a' }, { id: 'b' }], { law: 2, version: 3 }));
    const [before, after] = [1, 2].map((value) => ({ validFrom: '2020-01-01', value }));
    expect(difference).toMatchObject({ law: [{ key: 'k', before, after }], methodVersions: { before: 1, after: 3 } });
    expect(isSame(difference)).toBe(false);
    const lawAlone = compareFrozen(BEFORE, content([{ id: 'a' }, { id: 'b' }], { law: 2 }));
    expect(isSame(lawAlone)).toBe(false);
  });
});

describe('a comparison', () => {
  const NONE = compareFrozen(BEFORE, BEFORE);
  const ONE = compareFrozen(BEFORE, content([{ id: 'a' }]));
  const OTHER = compareFrozen(BEFORE, content([{ id: 'b' }]));
  const last = (difference: typeof NONE) => ({ difference });

  it('opens a revision for another difference than the last one, and settles it when the difference is gone', () => {
    expect(findingOf(NONE, undefined)).toBe('none');
    expect(findingOf(ONE, undefined)).toBe('opens');
    expect(findingOf(ONE, last(ONE))).toBe('none');
    expect(findingOf(OTHER, last(ONE))).toBe('opens');
    expect(findingOf(NONE, last(ONE))).toBe('settles');
    expect(findingOf(NONE, last(NONE))).toBe('none');
    expect(findingOf(ONE, last(NONE))).toBe('opens');
  });

  it('leaves every revision in one state', () => {
    const decided = [
      { revision: 1, state: 'confirmed' as const },
      { revision: 2, state: 'reopened' as const },
    ];
    const states = [1, 2, 3, 4].map((number) => stateOf({ number, difference: ONE }, 4, decided));
    const settled = stateOf({ number: 5, difference: NONE }, null, decided);
    expect(states).toEqual(['confirmed', 'reopened', 'replaced', 'open']);
    expect(new Set([...states, settled])).toEqual(new Set(REVISION_STATES));
  });
});
