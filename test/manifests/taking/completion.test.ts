import { describe, expect, it } from 'vitest';
import { codeNames } from '../../../src/core/messages/code-names.ts';
import type { ManifestLaw } from '../../../src/manifests/law/manifest-law.ts';
import type { StepRequest, UserStep } from '../../../src/manifests/rules/command.ts';
import type { ManifestDocument } from '../../../src/manifests/rules/document.ts';
import { completeStep, refuseUnknownCode } from '../../../src/manifests/taking/completion.ts';
import type { Known } from '../../../src/manifests/taking/known.ts';
import { draft, HALF, inputOf, inState, minute } from '../rules/documents.ts';
import { AT, codeOf, KNOWN, kept, LAW, lacking, problemOf, qualified, requestFor } from './decisions.ts';

type Change = { readonly input?: object; readonly known?: Partial<Known>; readonly law?: Partial<ManifestLaw> };

/** Completes the request for a step. Unless a test changes it, the request is valid. */
function complete(step: UserStep, document: ManifestDocument, { input = {}, known = {}, law = {} }: Change = {}) {
  const request = requestFor(step, document);
  const changed = { ...request, input: { ...request.input, ...input } } as StepRequest;
  return completeStep(kept(document), changed, { ...KNOWN, ...known }, { ...LAW, ...law });
}

const LICENCES = { receiverLicence: '证a', transportMode: 'hazardous' };
const paper = inState('offline_paper');
const arrived = inState('arrived');

describe('a step', () => {
  it.each<[UserStep, ManifestDocument]>([
    ['register_paper', draft],
    ['hand_over', inState('submitted')],
    ['depart', inState('handed_over')],
    ['arrive', inState('in_transit')],
    ['dispute', arrived],
    ['close', inState('rejected')],
    ['cancel', draft],
  ])('that needs nothing more travels as it was requested: %s', (step, document) => {
    expect(complete(step, document)).toEqual(requestFor(step, document));
  });

  it.each<[UserStep, ManifestDocument, object]>([
    ['submit', draft, { at: AT, ...LICENCES }],
    ['backfill', paper, { at: AT, transferCompletedAt: minute(50), ...LICENCES }],
  ])('by which a transfer begins carries the licences of the day: %s', (step, document, input) => {
    expect(complete(step, document)).toEqual({ step, input });
    const known = { onActDay: qualified({ receiver: [lacking('recycling')] }) };
    expect(codeOf(() => complete(step, document, { known }))).toBe('licence-missing');
    expect(() => complete(step, document, { known: { onActDay: null } })).toThrow('no licences were looked up');
  });
});

describe('the end of a paper transfer', () => {
  const registered = (transferCompletedAt: string | null): ManifestDocument => ({
    ...paper,
    paper: { number: '纸0001', reason: '系统故障', transferCompletedAt },
  });

  it.each([
    ['as it is backfilled', minute(50), minute(40), minute(50)],
    ['as it was registered, when it is not backfilled', null, minute(40), minute(40)],
  ])('counts %s', (_, given, known, transferCompletedAt) => {
    const taken = complete('backfill', registered(known), { input: { transferCompletedAt: given } });
    expect(taken.input).toMatchObject({ transferCompletedAt });
  });

  it('must be known', () => {
    const act = () => complete('backfill', registered(null), { input: { transferCompletedAt: null } });
    expect(problemOf(act)).toMatchObject({
      code: 'manifest-completion-missing',
      facts: { pointer: '#/body/transferCompletedAt' },
    });
  });
});

describe('a decision', () => {
  it.each([
    ['nothing', {}, []],
    ['the kinds that the receiver declares', { differenceKinds: ['nature'] }, ['nature']],
    ['a quantity below the threshold', { lines: weighed(1_579_999) }, ['quantity']],
    ['no quantity at the threshold', { lines: weighed(1_580_000) }, []],
  ])('finds %s', (_, input, differenceKinds) => {
    expect(complete('accept_partially', arrived, { input }).input).toMatchObject({ differenceKinds });
  });

  it('is significant with a kind of difference, and whenever a part is refused', () => {
    const judged = (step: 'accept' | 'reject', input: object) =>
      (complete(step, arrived, { input }).input as { significantDifference: boolean }).significantDifference;
    expect(judged('accept', {})).toBe(false);
    expect(judged('accept', { differenceKinds: ['nature'] })).toBe(true);
    expect(judged('reject', {})).toBe(true);
  });

  it('keeps the kinds of the dispute before it', () => {
    const disputed = { ...inState('disputed'), differenceKinds: ['nature'] };
    expect(complete('accept', disputed).input).toMatchObject({
      differenceKinds: ['nature'],
      significantDifference: true,
    });
  });

  it.each<[UserStep, object, string]>([
    ['dispute', { differenceKinds: [], remarks: null }, 'manifest-reason-missing'],
    ['reject', { remarks: null }, 'manifest-reason-missing'],
    ['accept_partially', { remarks: null }, 'manifest-reason-missing'],
  ])('of %s without a kind of difference or remarks is refused', (step, input, code) => {
    expect(codeOf(() => complete(step, arrived, { input }))).toBe(code);
    expect(codeOf(() => complete('close', inState('rejected'), { input: { lines: back(0) } }))).toBe(
      'manifest-return-unexplained',
    );
  });

  it.each<[UserStep, ManifestDocument, string, object, string]>([
    ['accept', arrived, 'manifest-code-unknown', { lines: method('R99') }, '#/body/lines/0/treatmentMethod'],
    ['accept', arrived, 'manifest-code-unknown', { differenceKinds: ['nature', 'x'] }, '#/body/differenceKinds/1'],
    ['accept', arrived, 'manifest-weighing-implausible', { lines: weighed(1_920_001) }, '#/body/lines/0'],
    ['dispute', arrived, 'manifest-code-unknown', { differenceKinds: ['x'] }, '#/body/differenceKinds/0'],
    ['close', inState('rejected'), 'manifest-weighing-implausible', { lines: back(1_920_001) }, '#/body/lines/0'],
  ])('or a return is refused: %s of %# with %s', (step, document, code, input, pointer) => {
    expect(problemOf(() => complete(step, document, { input }))).toMatchObject({ code, facts: { pointer } });
  });

  it('may be at the limit of the weighing, and name a line that the step refuses later', () => {
    expect(complete('accept', arrived, { input: { lines: weighed(1_920_000), remarks: '称重差异' } }).step).toBe(
      'accept',
    );
    expect(
      complete('close', inState('rejected'), { input: { lines: back(1_920_000), remarks: '称重差异' } }).step,
    ).toBe('close');
    const unknown = [{ ...HALF[0], line: 9, acceptedGrams: 9_000_000 }];
    expect(complete('accept', arrived, { input: { lines: unknown } }).step).toBe('accept');
  });

  it('is judged by the law on the day of the act', () => {
    const days: string[] = [];
    const note =
      <Value>(value: Value) =>
      (...args: string[]) => {
        days.push(args.at(-1) ?? '');
        return value;
      };
    const { codes, discrepancyThreshold, weighingLimit, piecesLimit } = LAW;
    complete('accept', arrived, {
      law: {
        codes: (list, on) => note(codes(list, on))(on),
        discrepancyThreshold: (on) => note(discrepancyThreshold(on))(on),
        weighingLimit: (on) => note(weighingLimit(on))(on),
        piecesLimit: (on) => note(piecesLimit(on))(on),
      },
    });
    expect([days.length, ...new Set(days)]).toEqual([5, '2026-09-01']);
  });
});

describe('a rejection without lines', () => {
  it('refuses every line as it was sent', () => {
    const { lines } = inputOf('reject', arrived);
    expect(complete('reject', arrived, { input: { lines: null } }).input).toMatchObject({ lines });
  });
});

describe('a code', () => {
  const list = 'packaging';
  const refuse = (value: string) =>
    refuseUnknownCode(value, { list, known: codeNames([{ code: 'drum', zh: '桶', en: 'Drum' }]), pointer: '#/p' });

  it('of the list is taken, and every other is refused with the list', () => {
    expect(refuse('drum')).toBeUndefined();
    const facts = { value: 'box', list, known: ['drum'], pointer: '#/p' };
    expect(problemOf(() => refuse('box'))).toMatchObject({ code: 'manifest-code-unknown', facts });
    expect(problemOf(() => refuse('box'))?.text('zh').remedy).toBe('请使用以下代码之一：drum（桶）。');
  });
});

function weighed(acceptedGrams: number) {
  return HALF.map((one) => (one.line === 1 ? { ...one, acceptedGrams } : one));
}

function method(treatmentMethod: string) {
  return HALF.map((one) => (one.line === 1 ? { ...one, treatmentMethod } : one));
}

function back(returnedGrams: number) {
  return [{ line: 1, returnedGrams, returnedPieces: 100 }];
}
