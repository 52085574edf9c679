import { describe, expect, it } from 'vitest';
import type { ManifestDocument, ManifestState } from '../../../src/manifests/rules/document.ts';
import { EFFECTS, orderedInstants } from '../../../src/manifests/rules/effects.ts';
import type { ManifestStep } from '../../../src/manifests/rules/step.ts';
import { draft, inputOf, inState, minute, NUMBER, walk } from './documents.ts';

const AT = minute(100);

/** Returns the members that a step sets, with their values. */
function effectOf(step: ManifestStep, document: ManifestDocument, change: object = {}): Partial<ManifestDocument> {
  const effect: (document: ManifestDocument, input: never) => Partial<ManifestDocument> = EFFECTS[step];
  return effect(document, { ...inputOf(step, document), ...change } as never);
}

const LICENCES = { receiverLicence: '粤危废第1号', transportMode: 'hazardous' } as const;
const FOUND = { significantDifference: false, differenceKinds: [], decidedAt: AT };
const TRANSPORT = {
  plates: ['桂A12345'],
  permitNumber: '450100000001',
  driver: null,
  from: '南宁',
  via: null,
  protections: [],
};
const PAPER = { number: '纸0001', reason: '系统故障', transferCompletedAt: null };

describe('a step sets its own members and no others', () => {
  it.each<[ManifestStep, ManifestState, Partial<ManifestDocument>]>([
    ['submit', 'draft', { ...LICENCES, submittedAt: AT }],
    ['register_paper', 'draft', { paper: PAPER }],
    [
      'backfill',
      'offline_paper',
      { ...LICENCES, paper: { ...PAPER, transferCompletedAt: minute(50) }, submittedAt: AT },
    ],
    ['number', 'submitted', { number: NUMBER, numberedAt: AT }],
    ['depart', 'handed_over', { transport: TRANSPORT, departedAt: AT }],
    ['arrive', 'in_transit', { arrivedAt: AT }],
    ['dispute', 'arrived', { differenceKinds: ['nature'], remarks: '需复核', disputedAt: AT }],
    ['cancel', 'submitted', { cancellationReason: null, cancelledAt: AT }],
  ])('%s of %s', (step, state, members) => {
    expect(effectOf(step, inState(state))).toEqual(members);
  });

  it.each(['accept', 'accept_partially', 'reject'] as const)('%s', (step) => {
    const { lines, ...others } = effectOf(step, inState('arrived'));
    expect(others).toEqual({ ...FOUND, remarks: step === 'accept' ? null : '破损' });
    expect(lines?.every(({ weighedGrams }) => weighedGrams !== null)).toBe(true);
  });

  it('close', () => {
    const { lines, ...others } = effectOf('close', inState('rejected'), { remarks: '已退回' });
    expect(others).toEqual({ closingRemarks: '已退回', closedAt: AT });
    expect(lines?.map(({ returnedGrams }) => returnedGrams)).toEqual([1_600_000, 70_000]);
  });
});

describe('a decision', () => {
  it.each([
    [null, '需复核'],
    ['数量不符', '数量不符'],
  ])('with the remarks %s after a dispute leaves %s', (remarks, left) => {
    expect(effectOf('accept', inState('disputed'), { remarks }).remarks).toBe(left);
  });
});

describe('the national number', () => {
  it.each(['2026450100001', '202645010000011', '2026450100000X', ''])('has 14 digits: not "%s"', (number) => {
    expect(() => effectOf('number', inState('submitted'), { number })).toThrow('manifest-number-invalid');
  });

  it('is issued once', () => {
    expect(() => effectOf('number', { ...inState('submitted'), number: NUMBER })).toThrow('manifest-numbered-already');
  });

  it('is needed to hand over, unless the load travels on paper', () => {
    expect(() => effectOf('hand_over', inState('submitted'))).toThrow('manifest-number-needed');
    expect(effectOf('hand_over', walk(['submit', 'number']))).toEqual({ handedOverAt: AT });
    expect(effectOf('hand_over', walk(['register_paper', 'backfill']))).toEqual({ handedOverAt: AT });
  });
});

describe('the instants that later steps may not precede', () => {
  const all = {
    submittedAt: minute(1),
    numberedAt: minute(2),
    handedOverAt: minute(3),
    departedAt: minute(4),
    arrivedAt: minute(5),
    disputedAt: minute(6),
    decidedAt: minute(7),
  };

  it('are all of the transfer, without that of the number', () => {
    expect(orderedInstants({ ...draft, ...all }).toSorted()).toEqual([1, 3, 4, 5, 6, 7].map(minute));
    expect(orderedInstants(draft)).toEqual([]);
  });

  it('leave out the submission of what was carried on paper', () => {
    const { paper } = inState('offline_paper');
    expect(orderedInstants({ ...draft, ...all, paper }).toSorted()).toEqual([3, 4, 5, 6, 7].map(minute));
  });
});
