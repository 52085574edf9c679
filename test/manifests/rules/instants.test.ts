import { describe, expect, it } from 'vitest';
import type { Posting } from '../../../src/batches/ledger/ledger.ts';
import type { UserStep } from '../../../src/manifests/rules/command.ts';
import type { ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { afterPrevious, irregularWarnings, onStock } from '../../../src/manifests/rules/instants.ts';
import type { ManifestStep } from '../../../src/manifests/rules/step.ts';
import { codeOf, decide, home, ID, kept, ledgersAt, numbered, problemOf, requestFor } from '../taking/decisions.ts';
import { draft, inState, minute } from './documents.ts';

const SKEW = 300;
/** The previous step, the hand-over, is dated to minute 2. */
const handedOver = inState('handed_over');
const departing = (n: number, recorded: number) =>
  afterPrevious(
    requestFor('depart', handedOver, minute(n)),
    kept(handedOver, { updatedAt: new Date(minute(recorded)) }),
    SKEW,
  ).input.at;

describe('a step after one whose clock was ahead', () => {
  it('is taken at the instant of that step, from its record on', () => {
    expect(departing(-1, -2)).toBe(minute(2));
    expect(departing(-2, -2)).toBe(minute(2));
    expect(departing(3, -2)).toBe(minute(3));
  });

  it('stays too early, where it is before that record and the tolerance', () => {
    expect(departing(-4, -2)).toBe(minute(-4));
    expect(
      codeOf(() =>
        decide({ document: handedOver, request: requestFor('depart', handedOver, minute(-4)), by: 'carrier' }),
      ),
    ).toBe('manifest-step-too-early');
  });

  it('keeps its instant where no clock was ahead', () => {
    expect(departing(1, 2)).toBe(minute(1));
    expect(afterPrevious(requestFor('submit', draft), kept(draft), SKEW).input.at).toBe(minute(100));
  });
});

describe('a step before the stock of the lines', () => {
  const paper = inState('offline_paper');
  const settle = (step: UserStep, document: ManifestDocument, ledgers = ledgersAt(-600)) =>
    onStock(requestFor(step, document), kept(document), { ledgers, skewSeconds: SKEW });

  it.each<[UserStep, ManifestDocument, number, string]>([
    ['submit', draft, 101, '#/body/at'],
    ['register_paper', draft, 101, '#/body/at'],
    ['hand_over', inState('submitted'), 101, '#/body/at'],
    ['backfill', paper, 101, '#/body/at'],
    ['backfill', paper, 51, '#/body/transferCompletedAt'],
  ])('is refused: %s of %#', (step, document, n, pointer) => {
    const facts = { pointer, occurredAt: minute(n) };
    expect(problemOf(() => settle(step, document, ledgersAt(n)))).toMatchObject({ code: 'batch-instant-early', facts });
  });

  it('may be the instant of the stock itself', () => {
    expect(settle('submit', draft, ledgersAt(100)).input.at).toBe(minute(100));
    expect(settle('backfill', paper, ledgersAt(50)).step).toBe('backfill');
  });

  it('is taken at the instant of stock whose clock was ahead', () => {
    const ahead = new Map(
      [...ledgersAt(104)].map(([id, postings]): [string, Posting[]] => [
        id,
        postings.map((one) => ({ ...one, recordedAt: new Date(minute(100)) })),
      ]),
    );
    expect(settle('submit', draft, ahead).input.at).toBe(minute(104));
    const document = home(numbered(inState('submitted')));
    const request = requestFor('hand_over', document);
    expect(
      decide({ document, request, known: { ledgers: ahead } }).movements.map(({ occurredAt }) => occurredAt),
    ).toEqual(document.lines.map(() => new Date(minute(104))));
  });

  it('counts what the lines take from a batch together, on the day on which the youngest part is there', () => {
    const both = (n: number): Posting => ({
      ...{ massGrams: 1_000_000, pieces: 60 },
      ...{ occurredAt: new Date(minute(n)), recordedAt: new Date(minute(n)) },
    });
    const ledgers = new Map([...ledgersAt(-600), [ID(11), [both(0), both(101)]]]);
    expect(codeOf(() => settle('hand_over', inState('submitted'), ledgers))).toBe('batch-instant-early');
  });

  it('leaves the steps of others alone', () => {
    expect(settle('arrive', inState('in_transit'), ledgersAt(999)).input.at).toBe(minute(100));
  });
});

describe('a step dated before the national number', () => {
  const issued = (paper: ManifestDocument['paper'] = null) => ({ ...handedOver, paper, numberedAt: minute(200) });
  const codes = (n: number, document = issued(), step: ManifestStep = 'depart') =>
    irregularWarnings(document, { step, at: minute(n) }, SKEW).map(({ code, facts }) => [code, facts.numberedAt]);

  it('is marked, beyond the tolerance of clocks, also when the load is already on its way', () => {
    expect(codes(194)).toEqual([['before-number', minute(200)]]);
    expect(codes(194, issued(), 'hand_over')).toHaveLength(1);
    expect(codes(195)).toEqual([]);
  });

  it('is in order on paper, without a number, and before the hand-over', () => {
    expect(codes(1, issued({ number: '纸1', reason: '故障', transferCompletedAt: null }))).toEqual([]);
    expect(codes(1, { ...issued(), numberedAt: null as unknown as string })).toEqual([]);
    expect(codes(1, issued(), 'cancel')).toEqual([]);
  });

  it('carries the mark in what is recorded', () => {
    const document = home({ ...numbered(inState('submitted')), numberedAt: minute(155) });
    const { warnings, manifest } = decide({ document, request: requestFor('hand_over', document) });
    expect(warnings).toMatchObject([{ code: 'before-number', step: 'hand_over', facts: { numberedAt: minute(155) } }]);
    expect(manifest.warnings).toEqual(warnings);
  });
});

describe('a step against the stated completion of a transfer on paper', () => {
  const paper = { number: '纸1', reason: '故障', transferCompletedAt: minute(200) };
  const marked = (n: number, step: ManifestStep, document: ManifestDocument = { ...handedOver, paper }) =>
    irregularWarnings(document, { step, at: minute(n) }, SKEW);

  it.each<ManifestStep>(['hand_over', 'depart', 'arrive', 'dispute', 'accept', 'accept_partially', 'reject'])(
    'is marked when %s of the transfer is dated after it, beyond the tolerance of clocks',
    (step) => {
      const facts = { stepAt: minute(206), completedAt: minute(200) };
      expect(marked(206, step)).toEqual([{ code: 'against-completion', step, at: minute(206), facts }]);
      expect(marked(205, step)).toEqual([]);
      expect(marked(1, step)).toEqual([]);
    },
  );

  it('is marked when the closing is dated before it: closing follows all', () => {
    expect(marked(194, 'close')).toMatchObject([{ code: 'against-completion', step: 'close' }]);
    expect(marked(195, 'close')).toEqual([]);
    expect(marked(999, 'close')).toEqual([]);
  });

  it('needs a stated completion, and a step of the load', () => {
    expect(marked(999, 'accept', { ...handedOver, paper: { ...paper, transferCompletedAt: null } })).toEqual([]);
    expect(marked(999, 'accept', { ...handedOver, paper: null, numberedAt: null })).toEqual([]);
    expect(marked(999, 'backfill')).toEqual([]);
    expect(marked(999, 'number')).toEqual([]);
  });

  it('carries the mark in what is recorded', () => {
    const document = home({ ...inState('in_transit'), paper: { ...paper, transferCompletedAt: minute(50) } });
    const decided = decide({ document, request: requestFor('arrive', document), by: 'receiver' });
    expect(decided.warnings).toMatchObject([{ code: 'against-completion', step: 'arrive', at: minute(100) }]);
    expect(decided.manifest.warnings).toEqual(decided.warnings);
  });
});
