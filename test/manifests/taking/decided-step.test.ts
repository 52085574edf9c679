import { describe, expect, it } from 'vitest';
import type { StepRequest, UserStep } from '../../../src/manifests/rules/command.ts';
import { MANIFEST_STATES } from '../../../src/manifests/rules/document.ts';
import { MANIFEST_STEPS, nextState, STEP_NAMES } from '../../../src/manifests/rules/manifest.ts';
import { decideStep, judgedAt, lateEntryIn } from '../../../src/manifests/taking/decided-step.ts';
import { ALLOWED } from '../rules/allowed-steps.ts';
import { draft, inState, minute } from '../rules/documents.ts';
import {
  AT,
  accepting,
  active,
  changed,
  codeOf,
  commandOf,
  decide,
  home,
  KNOWN,
  kept,
  LAW,
  lacking,
  licence,
  NOW,
  numbered,
  problemOf,
  qualified,
  requestFor,
} from './decisions.ts';

const USER_STEPS = STEP_NAMES.filter((step): step is UserStep => step !== 'number');
describe('a step', () => {
  const cells = MANIFEST_STATES.flatMap((state) => USER_STEPS.map((step) => [state, step] as const));

  it.each(cells)('from %s: %s is decided for every role and side alike by the table of steps', (state, step) => {
    const document = numbered(inState(state));
    for (const role of ['consignor', 'carrier', 'receiver', 'stranger']) {
      for (const [province, side] of [
        ['45', 'origin'],
        ['44', 'destination'],
        ['43', 'none'],
      ]) {
        const act = () =>
          decide({ document, request: requestFor(step, document), by: role, known: { province: province ?? '' } });
        const { takenBy, ownedBy } = MANIFEST_STEPS[step];
        const allowed = ALLOWED.find((line) => line.startsWith(`${state} ${step} ${role} ${side} `));
        const where = `${state} ${step} ${role} ${side}`;
        if (allowed) {
          const { manifest, input } = act();
          expect(manifest.document.state, where).toBe(allowed.split(' ').at(-1));
          expect(input.at).toBe(AT);
        } else if (role !== takenBy) expect(codeOf(act), where).toBe('manifest-not-your-step');
        else if (side !== ownedBy) expect(codeOf(act), where).toBe('manifest-step-elsewhere');
        else {
          expect(nextState(state, step)).toBeUndefined();
          expect(codeOf(act), where).toBe('manifest-step-not-allowed');
        }
      }
    }
  });

  it('that is not allowed lists the paths of the steps that the caller may take, and shows them in words', () => {
    const document = inState('submitted');
    const problem = problemOf(() => decide({ document, request: requestFor('close', document) }));
    expect(problem.facts).toMatchObject({ allowed: ['hand-over', 'cancel'] });
    expect(problem.text('zh').detail).toBe('联单当前状态为“已提交”，不能办理“办结”；可办理：交付、作废。');
    const none = problemOf(() => decide({ document, request: requestFor('depart', document), by: 'carrier' }));
    expect([none.facts.allowed, none.text('zh').detail]).toEqual([
      [],
      '联单当前状态为“已提交”，不能办理“起运”；可办理：无。',
    ]);
  });

  it('keeps what the manifest had, and sets its digest, its instant and the version', () => {
    const { manifest } = decide({ document: draft, request: requestFor('submit', draft) });
    expect(manifest).toMatchObject({ consignorId: 'consignor', updatedAt: NOW, document: { version: 1 } });
    expect(manifest.digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a decision on a step', () => {
  it('is pure: it is the same each time, and leaves the manifest and the look-ups as they were', () => {
    const [before, known] = [kept(accepting.document), structuredClone(KNOWN)];
    const command = commandOf(accepting.request, 'receiver');
    const copy = structuredClone(before);
    expect(decideStep(before, command, known)).toEqual(decideStep(before, command, known));
    expect([before, known]).toEqual([copy, KNOWN]);
  });

  it.each([
    [1, undefined],
    [0, { actedAt: new Date(AT), enteredAt: NOW }],
  ])('entered an hour after the act is a late entry by a limit of %d hours: %j', (limit, late) => {
    const law = { ...LAW, lateHours: (on: string) => (on === '2026-09-01' ? limit : Number.NaN) };
    expect(lateEntryIn({ input: { at: AT }, law }, NOW)).toEqual(late);
  });

  it.each([
    ['backfill', { at: AT, transferCompletedAt: minute(50) }, null, 50],
    ['backfill', { at: AT, transferCompletedAt: null }, minute(40), 40],
    ['register_paper', { at: AT, number: '1', reason: 'x', transferCompletedAt: minute(50) }, null, 100],
    ['hand_over', { at: AT }, minute(40), 100],
  ] as const)('judges %s of %j, registered as ended at %s, at minute %d', (step, input, registered, at) => {
    const paper = { number: '纸0001', reason: '系统故障', transferCompletedAt: registered };
    expect(judgedAt({ step, input } as StepRequest, kept({ ...draft, paper }))).toEqual(new Date(minute(at)));
  });
});

describe('refusals', () => {
  it('come in their order: each shows when the one before it is mended', () => {
    const wrong = requestFor('accept', inState('arrived'), minute(700));
    const request = { ...wrong, input: { ...wrong.input, differenceKinds: ['smell'] } } as typeof wrong;
    const inTime = { ...request, input: { ...request.input, at: AT } } as typeof wrong;
    const noLicence = lacking('recycling');
    const bad = {
      document: home(inState('submitted')),
      request,
      by: 'carrier',
      known: {
        province: '44',
        parties: [changed('receiver', 'suspended', minute(-100))],
        onActDay: qualified({ receiver: [noLicence] }),
      },
      manifest: { receiverSiteId: null },
    };
    const codes: string[] = [];
    const next = (change: Partial<Parameters<typeof decide>[0]>) => {
      Object.assign(bad, change);
      codes.push(codeOf(() => decide(bad)));
    };
    next({});
    next({ by: 'receiver' });
    next({ known: { ...bad.known, province: '45' } });
    next({ document: home(inState('arrived')) });
    next({ request: inTime });
    next({ known: { ...bad.known, province: '45', parties: [active('receiver')] } });
    next({ request: accepting.request, document: { ...home(inState('arrived')), arrivedAt: minute(101) } });
    next({ document: home(inState('arrived')) });
    next({ known: { ...bad.known, parties: [active('receiver')], province: '45', onActDay: qualified() } });
    expect(codes).toEqual([
      'manifest-not-your-step',
      'manifest-step-elsewhere',
      'manifest-step-not-allowed',
      'instant-in-future',
      'party-not-active',
      'manifest-code-unknown',
      'manifest-step-too-early',
      'licence-missing',
      'manifest-receiver-site-unknown',
    ]);
  });

  it.each([
    ['submit', { at: minute(466) }, '#/body/at'],
    ['backfill', { at: AT, transferCompletedAt: minute(466) }, '#/body/transferCompletedAt'],
  ] as const)('of a future instant name its field: %s %j', (step, input, pointer) => {
    const document = inState(step === 'submit' ? 'draft' : 'offline_paper');
    const act = () => decide({ document, request: { step, input } as ReturnType<typeof requestFor> });
    expect(problemOf(act)).toMatchObject({ code: 'instant-in-future', facts: { pointer } });
  });
});

describe('organisations', () => {
  it.each([
    ['consignor', 'hand_over', 'submitted'],
    ['carrier', 'hand_over', 'submitted'],
    ['receiver', 'submit', 'draft'],
  ] as const)('that are suspended stop a transfer that begins: %s at %s', (role, step, state) => {
    const document = numbered(inState(state));
    const parties = KNOWN.parties.map((one) => (one.id === role ? changed(role, 'suspended', minute(99)) : one));
    const act = () => decide({ document, request: requestFor(step, document), known: { parties } });
    expect(problemOf(act)).toMatchObject({
      code: 'party-not-active',
      facts: { partyId: role, state: 'suspended', at: AT },
    });
    const later = KNOWN.parties.map((one) => (one.id === role ? changed(role, 'suspended', minute(101)) : one));
    expect(decide({ document, request: requestFor(step, document), known: { parties: later } }).step).toBe(step);
  });

  it('that are closed since refuse their own step for every day, and no step of others', () => {
    const document = numbered(inState('submitted'));
    const closed = (id: string) => ({
      parties: KNOWN.parties.map((one) => (one.id === id ? changed(id, 'closed', minute(150)) : one)),
    });
    const act = (id: string) => () =>
      decide({ document, request: requestFor('hand_over', document), known: closed(id) });
    expect(codeOf(act('consignor'))).toBe('party-not-active');
    expect(act('receiver')().step).toBe('hand_over');
  });

  it('end what was handed over before their suspension', () => {
    const parties = [changed('receiver', 'suspended', minute(90))];
    expect(decide({ ...accepting, known: { parties } }).step).toBe('accept');
    const before = [changed('receiver', 'suspended', minute(-1))];
    expect(codeOf(() => decide({ ...accepting, known: { parties: before } }))).toBe('party-not-active');
  });

  it('on a paper transfer are judged by the day it was completed', () => {
    const document = inState('offline_paper');
    const request = requestFor('backfill', document);
    const at = (instant: string) => ({
      parties: [changed('consignor', 'suspended', instant), ...KNOWN.parties.slice(1)],
    });
    expect(decide({ document, request, known: at(minute(60)) }).step).toBe('backfill');
    expect(codeOf(() => decide({ document, request, known: at(minute(40)) }))).toBe('party-not-active');
  });

  it('that are unknown are missing', () => {
    expect(
      codeOf(() => decide({ document: draft, request: requestFor('submit', draft), known: { parties: [] } })),
    ).toBe('party-missing');
  });
});

describe('a late entry', () => {
  const late = new Date(Date.parse(AT) + 100 * 3_600_000);
  const enteredAt = late.toISOString();
  const warning = { code: 'late-entry', step: 'accept', at: AT, facts: { hours: 100, enteredAt } };

  it('carries a warning with its hours, and the licences of both days', () => {
    const { warnings } = decide({ ...accepting, known: { now: late, onEntryDay: qualified({ on: '2026-09-05' }) } });
    expect(warnings).toEqual([warning]);
  });

  it.each([
    ['party-not-active', { parties: [changed('receiver', 'closed', minute(200))] }],
    ['licence-scale-exceeded', { onEntryDay: qualified({ receiver: [[licence('a', { annualLimitGrams: 1 })]] }) }],
  ])('is refused by the day of entry with both instants: %s', (code, known) => {
    const document = accepting.document;
    const problem = problemOf(() => decide({ ...accepting, document, known: { now: late, ...known } }));
    expect(problem.code).toBe(code);
    if (code !== 'party-not-active') expect(problem.facts).toMatchObject({ actedAt: AT, enteredAt });
  });

  it('needs the licences of its day at submission and the permit at departure', () => {
    const onEntryDay = qualified({ receiver: [lacking('recycling')] });
    const submit = { document: draft, request: requestFor('submit', draft) };
    expect(problemOf(() => decide({ ...submit, known: { now: late, onEntryDay } })).facts).toMatchObject({ enteredAt });
    const document = inState('handed_over');
    const vehicle = { plate: '桂A12345', permitValidFrom: '2026-01-01', permitValidTo: '2026-09-03' };
    const known = { now: late, vehicles: [vehicle] as never };
    const depart = { document, request: requestFor('depart', document), by: 'carrier' };
    expect(codeOf(() => decide({ ...depart, known }))).toBe('vehicle-permit-expired');
    expect(decide({ ...depart, known: { ...known, now: NOW } }).warnings).toEqual([]);
  });

  it('of a paper manifest is warned of, and judged by the day of the transfer alone', () => {
    const document = inState('offline_paper');
    const parties = [changed('consignor', 'suspended', minute(500)), ...KNOWN.parties.slice(1)];
    const { warnings } = decide({ document, request: requestFor('backfill', document), known: { now: late, parties } });
    expect(warnings.map(({ code }) => code)).toEqual(['late-entry']);
  });
});
