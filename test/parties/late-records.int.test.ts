/** Batches and steps of the authority in any order: batches are judged by the state at their own instant. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { shownInstant } from '../../src/core/messages/instant.ts';
import { LEADS_TO, type PartyChange, type PartyState, stateAt } from '../../src/parties/status/party-state.ts';
import { openDatabase } from '../../src/platform/database/db.ts';
import { batchInput, type Enterprise, NOW, useApp } from '../app/fixture.ts';

const app = useApp();
const HOUR_MS = 3_600_000;
const hour = (n: number) => new Date(NOW.getTime() + n * HOUR_MS);
// Tokens are made by the same clock.
beforeEach(() => {
  app.clock.now = NOW;
});

async function lead(partyId: string, at: Date, step: string, body: object = {}): Promise<void> {
  app.clock.now = at;
  const answer = await app.authority.post(`/v1/parties/${partyId}/${step}`, { reason: '演示', ...body });
  expect(answer.status, answer.text).toBe(200);
}

/** Records a batch for each hour, all at hour 60, and returns the outcomes. */
async function outcomesOf(own: Enterprise, hours: readonly number[]): Promise<string[]> {
  app.clock.now = hour(60);
  const batches = hours.map((n) => ({ batch: batchInput(own.siteId, { occurredAt: hour(n).toISOString() }) }));
  const { json } = await own.post('/v1/batches/bulk', batches);
  return json.items.map(({ problem }: { problem?: { code: string; state: string } }) =>
    problem ? `${problem.code} ${problem.state}` : 'recorded',
  );
}

describe('batches that are recorded later', () => {
  it('are accepted from before a suspension or after its end, and refused from within', async () => {
    const own = await app.enterprise();
    await lead(own.partyId, hour(1), 'suspend');
    await lead(own.partyId, hour(3), 'resume');
    await lead(own.partyId, hour(5), 'suspend');
    expect(await outcomesOf(own, [-1, 0.9, 1, 2.9, 3, 4.9, 5, 9])).toEqual([
      ...['recorded', 'recorded', 'party-not-active suspended', 'party-not-active suspended'],
      ...['recorded', 'recorded', 'party-not-active suspended', 'party-not-active suspended'],
    ]);
    await lead(own.partyId, hour(7), 'resume');
    expect(await outcomesOf(own, [0, 2, 4, 6, 7])).toEqual([
      'recorded',
      'party-not-active suspended',
      'recorded',
      'party-not-active suspended',
      'recorded',
    ]);
  });

  it('are refused with the state and the instant of the act', async () => {
    const own = await app.enterprise();
    await lead(own.partyId, hour(1), 'suspend');
    app.clock.now = hour(60);
    const occurredAt = hour(2).toISOString();
    const { status, json } = await own.post('/v1/batches', batchInput(own.siteId, { occurredAt }));
    expect([status, json.code, json.state, json.at]).toEqual([422, 'party-not-active', 'suspended', occurredAt]);
  });

  it('by more than three days must be permitted on both days, and the refusal names both', async () => {
    const own = await app.enterprise();
    await lead(own.partyId, hour(1), 'suspend');
    app.clock.now = hour(73);
    const recordAt = (n: number) =>
      own.post('/v1/batches', batchInput(own.siteId, { occurredAt: hour(n).toISOString() }));
    expect((await recordAt(1)).json.code).toBe('party-not-active');
    app.clock.now = hour(72);
    expect((await recordAt(0)).status).toBe(201);
    app.clock.now = hour(72.1);
    const { status, json } = await recordAt(0);
    expect([status, json.code, json.state, json.at]).toEqual([
      ...[422, 'party-not-active', 'suspended', hour(72.1).toISOString()],
    ]);
    expect([json.actedAt, json.enteredAt]).toEqual([hour(0).toISOString(), hour(72.1).toISOString()]);
    expect(json.detail).toContain(`was suspended at ${shownInstant(hour(72.1), 'en')}`);
    expect(json.detail).toContain(`The batch of ${shownInstant(hour(0), 'en')} was recorded late`);
    await lead(own.partyId, hour(80), 'resume');
    expect((await recordAt(0)).status).toBe(201);
    const within = await recordAt(2);
    expect([within.json.code, within.json.at, within.json.enteredAt]).toEqual([
      ...['party-not-active', hour(2).toISOString(), undefined],
    ]);
  });

  it('from before the approval of the organisation are refused', async () => {
    const own = await app.enterprise();
    await app.database.db.$client.query("update parties set state = 'registered' where id = $1", [own.partyId]);
    await lead(own.partyId, hour(1), 'submit');
    await lead(own.partyId, hour(2), 'approve');
    expect(await outcomesOf(own, [0, 1.5, 2])).toEqual([
      'party-not-active registered',
      'party-not-active under_review',
      'recorded',
    ]);
  });

  it('of a closed organisation are refused, whatever their date', async () => {
    const own = await app.enterprise();
    await lead(own.partyId, hour(2), 'close');
    expect(await outcomesOf(own, [0, 3])).toEqual(['party-not-active closed', 'party-not-active closed']);
  });
});

describe('after any history of an organisation', () => {
  it('a batch is judged by the state on its day, as the pure rule judges it', async () => {
    const step = fc.constantFrom('suspend', 'resume', 'close');
    const hours = Array.from({ length: 12 }, (_, n) => n + 0.5);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (wanted) => {
        app.clock.now = NOW;
        const own = await app.enterprise();
        const life: Pick<PartyChange, 'fromState' | 'state' | 'at'>[] = [];
        let state: PartyState = 'active';
        for (const [n, one] of wanted.entries()) {
          const steps: Partial<Record<string, PartyState>> = LEADS_TO[state];
          const next = steps[one];
          if (next === undefined) continue;
          await lead(own.partyId, hour(n), one);
          life.push({ fromState: state, state: next, at: hour(n) });
          state = next;
        }
        const expected = hours.map((n) => {
          const then = state === 'closed' ? state : stateAt({ state, changes: life as PartyChange[] }, hour(n - 2));
          return then === 'active' ? 'recorded' : `party-not-active ${then}`;
        });
        expect(
          await outcomesOf(
            own,
            hours.map((n) => n - 2),
          ),
        ).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a batch and a step of the authority at once', () => {
  const waiting = (wanted: number) => async () => {
    const { rows } = await app.database.db.$client.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.length >= wanted;
  };
  async function until(check: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 500; tries++) {
      if (await check()) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error('no session waits');
  }

  it('the batch waits for an earlier suspension, and is refused because of it', async () => {
    const own = await app.enterprise();
    const other = openDatabase({ url: app.database.url, poolMax: 1 });
    const session = await other.$client.connect();
    await session.query('begin');
    await session.query('select from parties where id = $1 for no key update', [own.partyId]);
    await session.query("update parties set state = 'suspended', state_since = $2 where id = $1", [own.partyId, NOW]);
    app.clock.now = hour(1);
    const batch = own.post('/v1/batches', batchInput(own.siteId, { occurredAt: hour(0.5).toISOString() }));
    await until(waiting(1));
    await session.query('commit');
    session.release();
    await other.$client.end();
    expect((await batch).json.code).toBe('party-not-active');
  });

  it('closing waits for an earlier batch, and finds its mass', async () => {
    const own = await app.enterprise();
    const other = openDatabase({ url: app.database.url, poolMax: 1 });
    const session = await other.$client.connect();
    const key = `first-${own.partyId}`;
    await own.post('/v1/batches', batchInput(own.siteId));
    await session.query('begin');
    await session.query(
      `insert into idempotency_keys (client, key, input_hash, created_at)
       select client, $2, input_hash, created_at from idempotency_keys where client like $1`,
      [`${own.partyId}/%`, key],
    );
    // The batch holds a shared lock on its party and waits for the key, so closing must wait for the batch.
    app.clock.now = hour(1);
    const batch = own.post('/v1/batches', batchInput(own.siteId, { massGrams: 777 }), { 'idempotency-key': key });
    await until(waiting(1));
    const close = app.authority.post(`/v1/parties/${own.partyId}/close`, { reason: '演示' });
    await until(waiting(2));
    await session.query('rollback');
    session.release();
    await other.$client.end();
    expect((await batch).status).toBe(201);
    const { status, json } = await close;
    expect([status, json.code, json.manifests, json.batches, json.massGrams]).toEqual([
      ...[409, 'party-has-open-work', 0, 2, 15_777],
    ]);
  });

  it('many batches do not delay a suspension', async () => {
    const own = await app.enterprise();
    app.clock.now = hour(1);
    let stopped = false;
    const refusals: string[] = [];
    const pour = async () => {
      while (!stopped) {
        const occurredAt = hour(1).toISOString();
        const { status, json } = await own.post('/v1/batches', batchInput(own.siteId, { occurredAt }));
        if (status !== 201) refusals.push(json.code);
      }
    };
    const pouring = Array.from({ length: 32 }, pour);
    await new Promise((done) => setTimeout(done, 300));
    expect(refusals).toEqual([]);
    await lead(own.partyId, hour(1), 'suspend');
    const { rows } = await app.database.db.$client.query('select count(*)::int as n from batches where party_id = $1', [
      own.partyId,
    ]);
    await new Promise((done) => setTimeout(done, 200));
    stopped = true;
    await Promise.all(pouring);
    const { rows: after } = await app.database.db.$client.query(
      'select count(*)::int as n from batches where party_id = $1',
      [own.partyId],
    );
    expect(after).toEqual(rows);
    expect(new Set(refusals)).toEqual(new Set(['party-not-active']));
  });
});

describe('closing', () => {
  it('is refused with unfinished business, unless it is forced with a reason, which the journal keeps', async () => {
    const own = await app.enterprise();
    await own.post('/v1/batches', batchInput(own.siteId));
    const close = (body: object) => app.authority.post(`/v1/parties/${own.partyId}/close`, { reason: '破产', ...body });
    const { json } = await close({});
    expect([json.code, json.batches, json.massGrams]).toEqual(['party-has-open-work', 1, 15_000]);
    expect((await app.authority.get(`/v1/parties/${own.partyId}`)).json.state).toBe('active');
    expect((await close({ nevertheless: true })).json.state).toBe('closed');
    await app.follow('oversight.flows');
    const { items } = (await app.authority.get(`/v1/journal/subjects/party:${own.partyId}`)).json;
    expect(items.at(-1)).toMatchObject({
      kind: 'party.closed',
      payload: { reason: '破产', open: { manifests: 0, batches: 1, massGrams: 15_000 } },
    });
  });
});
