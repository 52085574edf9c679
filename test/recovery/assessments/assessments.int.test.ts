/** Assessments over the API: the life of one, independence, deadlines and lists. */
import { describe, expect, it } from 'vitest';
import { ok } from '../plant.ts';
import { PERIOD, REVIEW, useProcedure } from './procedure.ts';

const { app, people, smelter, open, step, reach } = useProcedure();

const codeOf = async (answering: ReturnType<typeof step>) => {
  const { status, json } = await answering;
  return [status, json.code];
};

describe('an assessment', () => {
  it('goes from draft over review to its certification, and its history has every reason', async () => {
    const of = await smelter({ flagged: true });
    const id = await open(of);
    const check = await ok(of.manager.get(`/v1/assessments/${id}/check`));
    expect([check.status, check.findings.map(({ code }: { code: string }) => code)]).toEqual([
      'flagged',
      expect.arrayContaining(['BATTERIES_WITHOUT_MANIFEST']),
    ]);
    expect(check.missingCertificates.length).toBe(1);
    const submitted = await ok(step(of.manager, id, 'submit'));
    expect(submitted).toMatchObject({ state: 'submitted', round: 1, dueOn: '2026-12-01', overdue: false });
    const flags: string[] = submitted.flags;
    expect(flags).toContain('BATTERIES_WITHOUT_MANIFEST');
    expect(await codeOf(step(people.expert, id, 'review', REVIEW))).toEqual([422, 'assessment-flag-unexplained']);
    const flagReasons = flags.map((code) => ({ code, reason: '已核对登记' }));
    const reviewed = await ok(step(people.expert, id, 'review', { ...REVIEW, flagReasons }));
    expect(reviewed).toMatchObject({ state: 'reviewed', reviewedBy: 'expert', dueOn: '2026-11-17' });
    const certified = await ok(step(people.office, id, 'certify'));
    expect(certified).toMatchObject({
      state: 'certified',
      outcome: 'certified',
      decidedBy: 'office',
      dueOn: '2026-11-10',
    });
    expect(await ok(of.manager.get(`/v1/assessments/${id}`))).toEqual(certified);
    const { items } = await ok(of.manager.get(`/v1/assessments/${id}/history`));
    expect(items.map((one: { step: string }) => one.step)).toEqual(['open', 'submit', 'review', 'certify']);
    expect(items[2]).toMatchObject({ reason: REVIEW.reason, flagReasons, recommendation: 'certify' });
    await app.follow();
    const journal = await ok(app.authority.get(`/v1/journal/subjects/assessment:${id}`));
    expect(journal.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['assessment.opened', 'assessment.submitted', 'assessment.reviewed', 'assessment.certified'],
    ]);
  });

  it('is refused for a period in progress, with a finding that blocks, and a second time', async () => {
    const of = await smelter();
    const post = (period: string) => codeOf(of.manager.post('/v1/assessments', { period }));
    expect(await post('2026-11')).toEqual([422, 'assessment-period-open']);
    expect(await post('2026-Q4')).toEqual([422, 'assessment-period-open']);
    const { json } = await of.manager.post('/v1/assessments', { period: '2026-08' });
    expect(await codeOf(step(of.manager, json.id, 'submit'))).toEqual([422, 'assessment-blocked']);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => of.manager.post('/v1/assessments', { period: PERIOD })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)]);
  });

  it('is returned for a new round, and a new round needs a new review', async () => {
    const of = await smelter();
    const id = await reach(of, 'submit');
    await ok(step(people.expert, id, 'return'));
    expect(await codeOf(step(people.expert, id, 'review', REVIEW))).toEqual([409, 'assessment-step-not-allowed']);
    await ok(step(of.manager, id, 'submit'));
    await ok(step(people.expert, id, 'review', REVIEW));
    expect(await ok(step(people.office, id, 'send-back'))).toMatchObject({ state: 'returned', round: 1 + 1 });
    const again = await ok(step(of.manager, id, 'submit'));
    expect(again).toMatchObject({ state: 'submitted', round: 3, reviewedBy: null, recommendation: null });
  });

  it('is decided by no person who was its expert in an earlier round', async () => {
    const of = await smelter();
    const id = await reach(of, 'submit');
    const both = await app.client({ subject: 'both', roles: ['assessor', 'province_regulator'], loggedIn: true });
    await ok(step(both, id, 'return'));
    await ok(step(of.manager, id, 'submit'));
    await ok(step(people.expert, id, 'review', REVIEW));
    expect(await codeOf(step(both, id, 'certify'))).toEqual([403, 'assessment-not-independent']);
    expect(await ok(step(people.office, id, 'certify'))).toMatchObject({ state: 'certified' });
  });

  it('is objected to once, in time, and the answer decides', async () => {
    const of = await smelter();
    const id = await reach(of, 'certify');
    expect(await ok(step(of.manager, id, 'object'))).toMatchObject({ state: 'objected', dueOn: '2026-11-17' });
    const answer = { upheld: false, reason: '维持' };
    expect(await codeOf(step(people.office, id, 'answer', answer))).toEqual([403, 'assessment-not-independent']);
    const answered = await ok(step(people.otherOffice, id, 'answer', answer));
    expect(answered).toMatchObject({ state: 'certified', outcome: 'certified' });
    expect(await codeOf(step(of.manager, id, 'object'))).toEqual([409, 'assessment-objection-exists']);
    const other = await smelter();
    const late = await reach(other, 'certify');
    const before = app.clock.now;
    app.clock.now = new Date('2026-11-10T16:00:00.000Z');
    expect(await codeOf(step(other.manager, late, 'object'))).toEqual([422, 'assessment-objection-late']);
    app.clock.now = before;
  });

  it('that was refused makes room for another, and an objection to it comes too late then', async () => {
    const of = await smelter();
    const id = await reach(of, 'review');
    await ok(step(people.office, id, 'refuse'));
    await open(of);
    expect(await codeOf(step(of.manager, id, 'object'))).toEqual([409, 'assessment-exists']);
  });
});

describe('independence', () => {
  it('takes three people who logged in', async () => {
    const of = await smelter();
    const id = await open(of);
    expect(await codeOf(step(of.who, id, 'submit'))).toEqual([403, 'assessment-person-needed']);
    await ok(step(of.manager, id, 'submit'));
    const subject = `manager-${of.who.partyId}`;
    const both = await app.client({ subject, roles: ['assessor'], loggedIn: true });
    expect(await codeOf(step(both, id, 'review', REVIEW))).toEqual([403, 'assessment-not-independent']);
    const system = await app.client({ subject: 'system-expert', roles: ['assessor'] });
    expect(await codeOf(step(system, id, 'review', REVIEW))).toEqual([403, 'second-person-not-logged-in']);
    await ok(step(people.expert, id, 'review', REVIEW));
    const expertToo = await app.client({ subject: 'expert', roles: ['province_regulator'], loggedIn: true });
    expect(await codeOf(step(expertToo, id, 'certify'))).toEqual([403, 'assessment-not-independent']);
    expect((await step(people.office, id, 'certify')).status).toBe(200);
  });

  it('keeps the assessments of an enterprise from another', async () => {
    const [one, other] = [await smelter(), await smelter()];
    const id = await open(one);
    expect(await codeOf(other.manager.get(`/v1/assessments/${id}`))).toEqual([404, 'assessment-missing']);
    expect(await codeOf(step(other.manager, id, 'submit'))).toEqual([404, 'assessment-missing']);
    expect((await ok(other.manager.get('/v1/assessments'))).items).toEqual([]);
  });
});

describe('deadlines', () => {
  it('that passed show in the list of the authorities', async () => {
    const of = await smelter();
    const id = await reach(of, 'submit');
    const late = async () => {
      const { items } = await ok(people.office.get(`/v1/assessments?overdue=true&partyId=${of.who.partyId}`));
      return items.map((one: { id: string; overdue: boolean }) => [one.id, one.overdue]);
    };
    expect(await late()).toEqual([]);
    const before = app.clock.now;
    app.clock.now = new Date('2026-12-01T16:00:00.000Z');
    expect(await late()).toEqual([[id, true]]);
    const { items } = await ok(people.office.get(`/v1/assessments?overdue=false&partyId=${of.who.partyId}`));
    expect(items).toEqual([]);
    app.clock.now = before;
  });
});
