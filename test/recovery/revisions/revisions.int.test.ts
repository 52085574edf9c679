/** Revisions: later records never change a certified figure, and show what they would change of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { collectWork } from '../../../src/app.ts';
import { REVISION_FIGURES } from '../../../src/recovery/index.ts';
import { PERIOD, REVIEW, type Smelter, useProcedure } from '../assessments/procedure.ts';
import { ok } from '../plant.ts';

const { app, people, smelter, step, reach } = useProcedure();
const SAID = { reason: '已核对' };
const EMISSION = { medium: 'air', method: 'CEMS', monitoringPoint: 'DA001', occurredAt: '2026-10-05T08:00:00+08:00' };

async function sweep(): Promise<void> {
  await app.follow();
  const found = collectWork(app.deps).sweeps.find(({ name }) => name === 'revisions');
  if (!found) throw new Error('no sweep of revisions');
  while ((await found.pass()) > 0);
}

const emit = async ({ who }: Smelter, leadGrams: number): Promise<string> =>
  (await ok(who.post('/v1/emissions', { ...EMISSION, siteId: who.siteId, leadGrams }))).id;
const read = (of: Smelter, id: string) => ok(of.manager.get(`/v1/assessments/${id}`));
const revisionsOf = async (of: Smelter, id: string) =>
  (await ok(of.manager.get(`/v1/assessments/${id}/revisions`))).items;

async function evidence(token: string, id: string, query = ''): Promise<Buffer> {
  const url = `/v1/assessments/${id}/evidence${query}`;
  const answer = await app.http.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.rawPayload;
}

describe('a certified figure', () => {
  let of: Smelter;
  let id: string;
  let archive: Buffer;
  let emission: string;

  beforeAll(async () => {
    of = await smelter();
    await app.follow();
    id = await reach(of, 'certify');
    archive = await evidence(of.who.token, id);
    await sweep();
  }, 120_000);

  it('has no revision while the records are the same', async () => {
    expect(await read(of, id)).toMatchObject({
      openRevision: null,
      difference: null,
      comparedIndex: expect.any(Number),
    });
    expect(await revisionsOf(of, id)).toEqual([]);
    for (const name of ['confirm', 'reopen']) {
      const { json } = await step(people.office, id, name, { ...SAID, revision: 1 });
      expect(json).toMatchObject({ status: 409, code: 'assessment-revision-missing' });
    }
  });

  it('opens a revision when a record comes later, term by term, and stays as it was', async () => {
    emission = await emit(of, 5_000);
    await sweep();
    const shown = await read(of, id);
    expect(shown).toMatchObject({ state: 'certified', openRevision: 1 });
    expect(shown.difference).toMatchObject({
      terms: [{ term: 'loss_air', before: '0', after: '5000' }],
      records: {
        counts: { added: 1, removed: 0, changed: 0 },
        listed: [{ change: 'added', id: `emission:${emission}`, subject: `emission:${emission}`, before: null }],
      },
    });
    expect(shown.difference.rates.map(({ rate }: { rate: string }) => rate)).toContain('unaccountedShare');
    expect(await revisionsOf(of, id)).toMatchObject([{ number: 1, round: 1, state: 'open' }]);
    expect(await evidence(of.who.token, id)).toEqual(archive);
    const listed = (query: string) => ok(app.authority.get(`/v1/assessments?partyId=${of.who.partyId}&${query}`));
    expect((await listed('hasRevision=true')).items).toMatchObject([{ id, difference: null }]);
    expect((await listed('hasRevision=false')).items).toEqual([]);
  });

  it('has one entry in the journal for each revision, however often it is compared', async () => {
    await sweep();
    await sweep();
    const { items } = await ok(app.authority.get(`/v1/journal/subjects/assessment:${id}`));
    const kinds = items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'assessment.revision_opened')).toHaveLength(1);
  });

  it('names the certified rate among the effects of a correction, which replaces the revision', async () => {
    const answer = await ok(
      of.who.post(
        `/v1/emissions/${emission}/corrections`,
        { reason: '抄录错误', leadGrams: 6_000 },
        { 'if-match': '*' },
      ),
    );
    expect(answer.affected).toContainEqual(
      expect.objectContaining({ kind: 'recovery_rate', id: `${of.who.partyId}/${PERIOD}`, state: 'certified' }),
    );
    expect(answer.affected).toContainEqual(
      expect.objectContaining({ kind: 'recovery_rate', id: `${of.who.partyId}/2026`, state: null }),
    );
    await sweep();
    expect((await revisionsOf(of, id)).map(({ state }: { state: string }) => state)).toEqual(['replaced', 'open']);
    const { json } = await step(people.office, id, 'confirm', { ...SAID, revision: 1 });
    expect(json).toMatchObject({ status: 409, code: 'assessment-revision-replaced' });
  });

  it('is confirmed by an independent person, and opens again only for another difference', async () => {
    const decision = { ...SAID, revision: 2 };
    expect((await step(people.expert, id, 'confirm', decision)).status).toBe(403);
    expect((await step(of.manager, id, 'confirm', decision)).status).toBe(403);
    const same = await app.client({ subject: 'expert', roles: ['province_regulator'], loggedIn: true });
    expect((await step(same, id, 'confirm', decision)).json).toMatchObject({ code: 'assessment-not-independent' });
    expect(await ok(step(people.office, id, 'confirm', decision))).toMatchObject({
      ...{ state: 'certified', outcome: 'certified', openRevision: null },
    });
    await sweep();
    expect(await read(of, id)).toMatchObject({ openRevision: null });
    const { items } = await ok(of.manager.get(`/v1/assessments/${id}/history`));
    expect(items.at(-1)).toMatchObject({ step: 'confirm', revision: 2, reason: SAID.reason });
    await emit(of, 1_000);
    await sweep();
    expect((await revisionsOf(of, id)).map(({ state }: { state: string }) => state)).toEqual([
      ...['replaced', 'confirmed', 'open'],
    ]);
  });

  it('is certified again in another round, whose evidence names the one it replaces; both stay readable', async () => {
    expect(await ok(step(people.office, id, 'reopen', { ...SAID, revision: 3 }))).toMatchObject({ state: 'returned' });
    await ok(step(of.manager, id, 'submit'));
    await ok(step(people.expert, id, 'review', REVIEW));
    await ok(step(people.office, id, 'certify'));
    await sweep();
    expect(await read(of, id)).toMatchObject({ state: 'certified', round: 2, openRevision: null });
    expect((await revisionsOf(of, id)).at(-1)).toMatchObject({ number: 3, state: 'reopened' });
    const again = await evidence(of.who.token, id);
    expect(again.equals(archive)).toBe(false);
    expect(await evidence(of.who.token, id, '?round=1')).toEqual(archive);
    expect(await evidence(of.who.token, id, '?round=2')).toEqual(again);
    const { items } = await ok(of.manager.get(`/v1/assessments/${id}/history`));
    const first = items.find(({ step: name }: { step: string }) => name === 'certify');
    expect(again.toString('latin1')).toContain(`"replaces":{"contentSha256":"${first.contentSha256}","round":1}`);
  });
});

describe('a revision', () => {
  it('is about records alone when the figures agree again', async () => {
    const of = await smelter();
    await app.follow();
    const id = await reach(of, 'certify');
    const emission = await emit(of, 5_000);
    await sweep();
    expect(await read(of, id)).toMatchObject({ openRevision: 1 });
    const body = { reason: '误报', leadGrams: 0 };
    const { status } = await of.who.post(`/v1/emissions/${emission}/corrections`, body, { 'if-match': '*' });
    expect(status).toBeLessThan(300);
    await sweep();
    const [, last] = await revisionsOf(of, id);
    expect(last).toMatchObject({ number: 2, state: 'open', difference: { terms: [], rates: [] } });
    expect(await read(of, id)).toMatchObject({ openRevision: 2 });
  }, 60_000);

  it('is what a certification answers when records changed after the submission', async () => {
    const of = await smelter();
    await app.follow();
    const id = await reach(of, 'review');
    await emit(of, 5_000);
    await app.follow();
    const answer = await ok(step(people.office, id, 'certify'));
    expect(answer).toMatchObject({
      state: 'returned',
      difference: { terms: [{ term: 'loss_air', before: '0', after: '5000' }], records: { counts: { added: 1 } } },
    });
    const { items } = await ok(of.manager.get(`/v1/assessments/${id}/history`));
    expect(items.at(-1)).toMatchObject({ changedSinceSubmission: true, difference: answer.difference });
  }, 60_000);

  it('is found for the other figures when one cannot be compared', async () => {
    const of = await smelter();
    await app.follow();
    const id = await reach(of, 'certify');
    await emit(of, 5_000);
    await app.follow();
    const law = async () => ({
      ...(await app.deps.law()),
      at: () => {
        throw new Error('no law');
      },
    });
    const broken = collectWork({ ...app.deps, law }).sweeps.find(({ name }) => name === 'revisions');
    expect(await broken?.pass()).toBe(0);
    expect(await read(of, id)).toMatchObject({ openRevision: null });
    await sweep();
    expect(await read(of, id)).toMatchObject({ openRevision: 1 });
  }, 60_000);
});

describe('a law of the certified period that is loaded later', () => {
  it('opens a revision that shows old and new value, and settles it when it goes', async () => {
    const of = await smelter();
    await app.follow();
    const id = await reach(of, 'certify');
    await sweep();
    expect(await read(of, id)).toMatchObject({ openRevision: null });
    const { $client: client } = app.database.db;
    const key = 'recovery.targets';
    const [{ value }] = (await client.query('select value from law_values where key = $1 and valid_to is null', [key]))
      .rows;
    const stricter = value.map((one: { limitBasisPoints: number; comparison: string }) =>
      one.comparison === 'at_least' ? { ...one, limitBasisPoints: 9_990 } : one,
    );
    const load = async (values: object, validFrom: string) => {
      await client.query('update law_values set valid_to = $2 where key = $1 and valid_to is null', [key, validFrom]);
      await client.query(
        "insert into law_values (key, valid_from, value, source, confidence) values ($1, $2, $3, '演示', 'I')",
        [key, validFrom, JSON.stringify(values)],
      );
      app.clock.now = new Date(app.clock.now.getTime() + 120_000);
      await sweep();
    };
    await load(stricter, '2026-10-01');
    const { openRevision, state, difference } = await read(of, id);
    expect([openRevision, state]).toEqual([1, 'certified']);
    expect(difference.law).toMatchObject([
      { key, before: { value }, after: { validFrom: '2026-10-01', value: stricter } },
    ]);
    expect(difference.verdicts.length).toBeGreaterThan(0);
    expect(difference).toMatchObject({
      terms: [],
      rates: [],
      records: { counts: { added: 0, removed: 0, changed: 0 } },
    });
    const [revision] = await revisionsOf(of, id);
    expect(revision).toMatchObject({ dueOn: '2026-12-01', overdue: false });
    const open = await figure('false');
    expect(open).toBeGreaterThan(0);
    app.clock.now = new Date('2026-12-02T02:00:00.000Z');
    expect((await revisionsOf(of, id))[0]).toMatchObject({ overdue: true });
    expect(await figure('true')).toBe(open);
    await load(value, '2026-10-15');
    expect((await revisionsOf(of, id)).map(({ state: one }: { state: string }) => one)).toEqual([
      'replaced',
      'settled',
    ]);
  });
});

async function figure(overdue: string): Promise<number | undefined> {
  const figures = await REVISION_FIGURES.read(app.database.db, app.clock.now);
  return figures.find(({ labels }) => labels.overdue === overdue)?.value;
}
