/** The life of an assessment: every state, step and role. */
import { describe, expect, it } from 'vitest';
import { ALL_ROLES, type Role, rowOf } from '../../../src/core/access/roles.ts';
import { reachOf } from '../../../src/core/access/visibility.ts';
import {
  ALL_STEPS,
  type Assessment,
  type AssessmentState,
  type AssessmentStep,
  allowedIn,
  dueDaysOf,
  isOverdue,
  judgedBy,
  refuseDependent,
  STATES,
  STEPS,
  stateAfter,
  take,
} from '../../../src/recovery/assessments/assessment.ts';
import { dueOn } from '../../../src/recovery/assessments/service.ts';

const AT = new Date('2026-11-03T02:00:00Z');

const assessment = (changes: Partial<Assessment> = {}): Assessment => ({
  ...{ id: 'a', partyId: 'p', period: '2026-09', method: 'lead-recovery', state: 'draft', round: 0 },
  ...{ openedBy: 'manager', openedAt: AT, stateSince: AT, dueDays: null, dueOn: null },
  ...{ submittedBy: null, submittedAt: null, flags: [], reviewedBy: null, reviewedAt: null, recommendation: null },
  ...{
    decidedBy: null,
    decidedAt: null,
    outcome: null,
    objectedBy: null,
    openRevision: null,
    comparedIndex: null,
    comparedLaw: null,
  },
  ...changes,
});

/** The table of steps, written a second time: state, step, state after it. */
const LIFE: Readonly<Record<AssessmentState, Partial<Record<AssessmentStep, AssessmentState>>>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { withdraw: 'withdrawn', review: 'reviewed', return: 'returned' },
  reviewed: { send_back: 'returned', certify: 'certified', refuse: 'refused' },
  certified: { object: 'objected', confirm: 'certified', reopen: 'returned' },
  refused: { object: 'objected' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  objected: { answer: 'certified' },
  withdrawn: {},
};

/** The one role that takes each step. */
const TAKERS: Readonly<Record<AssessmentStep, Role>> = {
  ...{ submit: 'enterprise_manager', withdraw: 'enterprise_manager', object: 'enterprise_manager' },
  ...{ review: 'assessor', return: 'assessor', send_back: 'province_regulator', certify: 'province_regulator' },
  ...{ refuse: 'province_regulator', answer: 'province_regulator' },
  ...{ confirm: 'province_regulator', reopen: 'province_regulator' },
};

const bearerOf = (role: Role) => {
  const { acts } = rowOf(role);
  const whose = { party: { partyId: 'p' }, city: { division: '4501' }, partner: { division: '44' }, authority: {} };
  return { roles: [role], ...whose[acts] };
};

describe.each(STATES)('an assessment that is %s', (state) => {
  it.each(ALL_STEPS.flatMap((step) => ALL_ROLES.map((role) => [step, role] as const)))('%s by %s', (step, role) => {
    const may = reachOf(bearerOf(role), STEPS[step].scope) !== undefined;
    expect(may).toBe(TAKERS[step] === role);
    const next = LIFE[state][step];
    const of = assessment({ state, outcome: state === 'objected' ? 'certified' : null });
    if (next !== undefined) expect(stateAfter(of, step)).toBe(next);
    else expect(() => stateAfter(of, step)).toThrow('assessment-step-not-allowed');
    expect(allowedIn(state).includes(step)).toBe(next !== undefined);
  });
});

const PERSON = { subject: 'x', loggedIn: true } as const;
const taking = (step: AssessmentStep, rest: Partial<Parameters<typeof take>[1]> = {}) => ({
  ...{ step, actor: PERSON, at: AT, details: {} },
  ...rest,
});

describe('a round', () => {
  it('begins with a submission, which forgets the people and decisions of before', () => {
    const before = assessment({
      ...{ state: 'returned', round: 1, reviewedBy: 'e', reviewedAt: AT, recommendation: 'certify', objectedBy: 'm' },
      ...{ decidedBy: 'd', decidedAt: AT, outcome: 'refused' },
    });
    expect(take(before, taking('submit', { flags: ['A'] }))).toMatchObject({
      ...{ state: 'submitted', round: 2, submittedBy: 'x', flags: ['A'], reviewedBy: null, recommendation: null },
      ...{ decidedBy: null, outcome: null, objectedBy: null },
    });
  });

  it('needs a person for submission and objection, not a system', () => {
    const system = { subject: 'x' };
    expect(() => take(assessment(), taking('submit', { actor: system }))).toThrow('assessment-person-needed');
    const decided = assessment({ state: 'certified', outcome: 'certified' });
    expect(() => take(decided, taking('object', { actor: system }))).toThrow('assessment-person-needed');
  });

  it('needs a reason for each flag before an expert recommends to certify, and none to refuse', () => {
    const submitted = assessment({ state: 'submitted', round: 1, flags: ['A', 'B'] });
    const review = (details: Parameters<typeof take>[1]['details']) => take(submitted, taking('review', { details }));
    const reason = (code: string) => ({ code, reason: '演示' });
    expect(() => review({ recommendation: 'certify', flagReasons: [reason('A')] })).toThrow('flag-unexplained');
    expect(review({ recommendation: 'certify', flagReasons: [reason('B'), reason('A')] })).toMatchObject({
      ...{ state: 'reviewed', reviewedBy: 'x', recommendation: 'certify' },
    });
    expect(review({ recommendation: 'refuse' }).recommendation).toBe('refuse');
  });

  it('is certified on the recommendation of the expert alone', () => {
    const refusing = assessment({ state: 'reviewed', round: 1, recommendation: 'refuse' });
    expect(() => take(refusing, taking('certify'))).toThrow('assessment-not-recommended');
    expect(take({ ...refusing, recommendation: 'certify' }, taking('certify'))).toMatchObject({
      ...{ state: 'certified', decidedBy: 'x', outcome: 'certified' },
    });
  });

  it('has one objection, until its day, whose answer confirms the decision or returns the assessment', () => {
    const decided = assessment({ state: 'refused', outcome: 'refused', dueOn: '2026-11-03' });
    const objected = take(decided, taking('object'));
    expect(objected).toMatchObject({ state: 'objected', objectedBy: 'x', outcome: 'refused' });
    expect(take(objected, taking('answer', { details: { upheld: false } })).state).toBe('refused');
    expect(take(objected, taking('answer', { details: { upheld: true } })).state).toBe('returned');
    expect(() => take({ ...decided, objectedBy: 'x' }, taking('object'))).toThrow('assessment-objection-exists');
    const late = taking('object', { at: new Date('2026-11-03T16:00:00Z') });
    expect(() => take(decided, late)).toThrow('assessment-objection-late');
  });
});

describe('a revision', () => {
  const certified = assessment({
    state: 'certified',
    round: 1,
    outcome: 'certified',
    openRevision: 3,
    comparedIndex: 9,
  });

  it.each(['confirm', 'reopen'] as const)('is open and named when a step decides it: %s', (step) => {
    const deciding = (revision?: number) => taking(step, { details: revision === undefined ? {} : { revision } });
    expect(take(certified, deciding(3))).toMatchObject({ openRevision: null, outcome: 'certified', comparedIndex: 9 });
    for (const other of [2, 4, undefined]) {
      expect(() => take(certified, deciding(other))).toThrow('assessment-revision-replaced');
    }
    expect(() => take({ ...certified, openRevision: null }, deciding(3))).toThrow('assessment-revision-missing');
  });

  it('stays open during an objection, and ends with an answer that returns the assessment or a new round', () => {
    const objected = take(certified, taking('object'));
    expect(objected.openRevision).toBe(3);
    expect(take(objected, taking('answer', { details: { upheld: false } })).openRevision).toBe(3);
    const returned = take(objected, taking('answer', { details: { upheld: true } }));
    expect(returned).toMatchObject({ openRevision: null, comparedIndex: null, comparedLaw: null });
    expect(take({ ...returned, comparedIndex: 9 }, taking('submit'))).toMatchObject({ comparedIndex: null });
  });
});

describe('independence', () => {
  const submitted = assessment({ submittedBy: 'm', reviewedBy: 'e' });
  const account = (subject: string, givers: string[] = []) => ({
    subject,
    passwordGivers: givers.map((giver) => ({ subject: giver, isSystem: false })),
  });

  it('judges the submitter in a review, submitter and expert in a decision, and no person in a step of the enterprise', () => {
    expect(judgedBy(submitted, 'review', [])).toEqual(['m']);
    for (const step of ['certify', 'refuse', 'send_back', 'answer', 'confirm', 'reopen'] as const) {
      expect(judgedBy(submitted, step, ['e'])).toEqual(['m', 'e']);
    }
    expect(judgedBy(submitted, 'object', ['e'])).toEqual([]);
  });

  it('judges experts of earlier rounds in a decision, and the decision in the answer to an objection', () => {
    expect(judgedBy(submitted, 'certify', ['f', 'e'])).toEqual(['m', 'e', 'f']);
    expect(judgedBy(submitted, 'review', ['f'])).toEqual(['m']);
    const decided = { ...submitted, decidedBy: 'd' };
    expect(judgedBy(decided, 'answer', ['e'])).toEqual(['m', 'e', 'd']);
    expect(judgedBy(decided, 'confirm', ['e'])).toEqual(['m', 'e']);
  });

  it.each([
    ['the same person', { ...PERSON, subject: 'm' }, account('m'), 'assessment-not-independent'],
    ['a person of an organisation', { ...PERSON, partyId: 'p' }, account('x'), 'assessment-not-independent'],
    ['a system', { subject: 'x' }, account('x'), 'second-person-not-logged-in'],
    ['an account that the submitter gave', PERSON, account('x', ['m']), 'second-person-dependent'],
    ['two accounts of one giver', PERSON, account('x', ['g']), 'second-person-dependent'],
  ])('refuses %s', (_, actor, own, code) => {
    expect(() => refuseDependent(submitted, actor, own, [account('m', ['g'])])).toThrow(code);
  });

  it('admits another person with an account of another hand', () => {
    expect(() => refuseDependent(submitted, PERSON, account('x'), [account('m', ['g']), account('e')])).not.toThrow();
  });
});

describe('deadlines', () => {
  const LAW = { reviewDays: 20, decisionDays: 10, resubmissionDays: 15, objectionDays: 5, answerDays: 7 };
  const calendar = { years: new Set([2026]), exceptions: new Map([['2026-11-07', true]]) };

  it('belong to the states that wait for a step, in working days of the law', () => {
    expect(Object.fromEntries(STATES.map((state) => [state, dueDaysOf(state, LAW)]))).toEqual({
      ...{ draft: null, withdrawn: null, submitted: 20, reviewed: 10, returned: 15 },
      ...{ certified: 5, refused: 5, objected: 7 },
    });
    expect(dueOn(AT, 5, calendar)).toBe('2026-11-09');
    expect(dueOn(AT, null, calendar)).toBeNull();
    expect(dueOn(new Date('2026-12-30T02:00:00Z'), 5, calendar)).toBeNull();
  });

  it('make an assessment overdue after their last day in China, but a decision never', () => {
    const late = (state: AssessmentState, now: string) => isOverdue({ state, dueOn: '2026-11-09' }, new Date(now));
    expect(late('submitted', '2026-11-09T15:59:59Z')).toBe(false);
    expect(late('submitted', '2026-11-09T16:00:00Z')).toBe(true);
    expect(late('certified', '2026-12-09T16:00:00Z')).toBe(false);
    expect(isOverdue({ state: 'submitted', dueOn: null }, AT)).toBe(false);
  });
});
