/** Loads under way when an organisation on their manifest is suspended or closed. */
import { describe, expect, it } from 'vitest';
import { manifestLaw, openManifests, takeStep } from '../../src/manifests/index.ts';
import { takePartyStep } from '../../src/parties/index.ts';
import {
  accepted,
  arrived,
  at,
  DEPART,
  deps,
  drafted,
  handedOver,
  numbered,
  submitted,
  take,
  trade,
  useManifests,
} from './api.ts';
import { actorOf, forParty, NOW, type Trade, untilOneWaits } from './province.ts';

useManifests();

const AUTHORITY = { subject: 'clerk', source: 'local', roles: [], scopes: [] } as const;
const lead = ({ id }: { readonly id: string }, step: 'suspend' | 'close') =>
  deps.db.transaction((tx) =>
    takePartyStep(
      tx,
      { ...deps, unfinishedBusiness: [openManifests] },
      { actor: AUTHORITY, id, step, reason: '演示', nevertheless: true },
    ),
  );
/** After the suspension, which the fixed clock puts at NOW. */
const later = NOW.toISOString();
const ALL = ['consignor', 'carrier', 'receiver'] as const satisfies readonly (keyof Trade)[];
const stopAll = async (step: 'suspend' | 'close') => {
  for (const role of ALL) await lead(trade[role], step);
};

describe('a load that was handed over before a suspension', () => {
  it('departs, arrives, is accepted and closed by those who are suspended', async () => {
    const id = await handedOver();
    await stopAll('suspend');
    const answers = [
      await take(trade.carrier, id, 'depart', { ...DEPART, at: later }),
      await take(trade.receiver, id, 'arrive', { at: later }),
      await take(trade.receiver, id, 'accept', { ...accepted(1_000_000, 60), at: later }),
      await take(trade.consignor, id, 'close', { at: later }),
    ];
    expect(answers.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'in_transit'],
      [200, 'arrived'],
      [200, 'accepted'],
      [200, 'closed'],
    ]);
  });

  it('is turned away, comes back and is closed', async () => {
    const id = await arrived();
    await stopAll('suspend');
    expect((await take(trade.receiver, id, 'reject', { at: later, remarks: '破损' })).status).toBe(200);
    const lines = [{ line: 1, returnedGrams: 1_000_000, returnedPieces: 60 }];
    expect((await take(trade.consignor, id, 'close', { at: later, lines })).body.state).toBe('closed');
  });

  it('is only turned away by a receiver that is closed', async () => {
    const id = await handedOver();
    await stopAll('close');
    expect((await take(trade.carrier, id, 'depart', { ...DEPART, at: later })).status).toBe(200);
    expect((await take(trade.receiver, id, 'arrive', { at: later })).status).toBe(200);
    const accept = await take(trade.receiver, id, 'accept', { ...accepted(1_000_000, 60), at: later });
    expect([accept.status, accept.body.code, accept.body.state]).toEqual([422, 'party-not-active', 'closed']);
    expect((await take(trade.receiver, id, 'reject', { at: later, remarks: '破损' })).status).toBe(200);
    const lines = [{ line: 1, returnedGrams: 1_000_000, returnedPieces: 60 }];
    expect((await take(trade.consignor, id, 'close', { at: later, lines })).status).toBe(200);
  });
});

describe('a late entry', () => {
  it('is taken of one that is suspended since, and not of one that is closed since', async () => {
    const [one, other] = [await arrived(), await arrived()];
    await lead(trade.receiver, 'suspend');
    expect((await take(trade.receiver, one, 'accept', accepted(1_000_000, 60))).status).toBe(200);
    await lead(trade.receiver, 'close');
    const { status, body } = await take(trade.receiver, other, 'accept', accepted(1_000_000, 60));
    expect([status, body.code, body.state]).toEqual([422, 'party-not-active', 'closed']);
  });

  it('of an organisation that others name is judged on the day, though it is closed since', async () => {
    const id = await submitted();
    await numbered(id);
    await lead(trade.carrier, 'close');
    expect((await take(trade.consignor, id, 'hand-over', { at: at(10) })).status).toBe(200);
    expect((await take(trade.carrier, id, 'depart', DEPART)).status).toBe(200);
  });
});

describe('a load that was not handed over before a suspension', () => {
  it.each(ALL)('is not handed over when the %s is suspended, and can be cancelled', async (role) => {
    const id = await submitted();
    await lead(trade[role], 'suspend');
    const { status, body } = await take(trade.consignor, id, 'hand-over', { at: later });
    expect([status, body.code]).toEqual([422, 'party-not-active']);
    expect((await take(trade.consignor, id, 'cancel', { at: later })).body.state).toBe('cancelled');
  });
});

describe('a transfer that ran on paper before a suspension', () => {
  const paper = (transferCompletedAt: string) => ({ number: '纸0001', reason: '系统故障', transferCompletedAt });

  it.each([
    [at(50), 200],
    [later, 422],
  ])('and was done at %s is re-entered after it with %d', async (doneAt, status) => {
    const id = await drafted();
    const registered = await take(trade.consignor, id, 'register-paper', { at: at(0), ...paper(at(50)) });
    expect(registered.status, JSON.stringify(registered.body)).toBe(200);
    await stopAll('suspend');
    const answer = await take(trade.consignor, id, 'backfill', { at: later, transferCompletedAt: doneAt });
    expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  });
});

describe('the manifests in the way of closing', () => {
  const open = async () =>
    Promise.all(ALL.map(async (role) => (await openManifests(deps.db, trade[role].id)).manifests));

  it('are those on which a step of the organisation is still to come', async () => {
    await drafted();
    expect(await open()).toEqual([0, 0, 0]);
    const id = await arrived();
    expect(await open()).toEqual([1, 0, 1]);
    await take(trade.receiver, id, 'accept', accepted(1_000_000, 60));
    expect(await open()).toEqual([1, 0, 0]);
    await take(trade.consignor, id, 'close', { at: at(40) });
    expect(await open()).toEqual([0, 0, 0]);
  });
});

describe('a step and a suspension at once', () => {
  const suspend = { actor: AUTHORITY, step: 'suspend', reason: '演示' } as const;
  /** Holds the first transaction open until the second waits for it. */
  async function overlap<Second>(
    first: (hold: () => Promise<void>) => Promise<unknown>,
    second: () => Promise<Second>,
  ): Promise<Second> {
    const done = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const holding = first(() => {
      done.resolve();
      return gate.promise;
    });
    await done.promise;
    const waiting = second();
    await untilOneWaits(deps.db);
    gate.resolve();
    await holding;
    return waiting;
  }

  it.each(ALL)('of the %s: the step that comes second is judged by the suspension', async (role) => {
    const id = await submitted();
    const { status, body } = await overlap(
      (hold) =>
        deps.db.transaction(async (tx) => {
          await takePartyStep(tx, { ...deps, unfinishedBusiness: [] }, { ...suspend, id: trade[role].id });
          await hold();
        }),
      () => take(trade.consignor, id, 'hand-over', { at: later }),
    );
    expect([status, body.code]).toEqual([422, 'party-not-active']);
  });

  it('of the receiver: the suspension that comes second finds the load begun', async () => {
    const id = await submitted();
    await numbered(id);
    const by = { actor: actorOf(trade.consignor), law: await manifestLaw(deps) };
    const command = { ...by, id, ifVersion: null } as const;
    await overlap(
      (hold) =>
        forParty(deps, trade.consignor, async (tx) => {
          await takeStep(tx, deps, { ...command, step: 'hand_over', input: { at: at(10) } });
          await hold();
        }),
      () => lead(trade.receiver, 'suspend'),
    );
    expect((await take(trade.carrier, id, 'depart', { ...DEPART, at: later })).status).toBe(200);
    expect((await take(trade.receiver, id, 'arrive', { at: later })).status).toBe(200);
    const accept = await take(trade.receiver, id, 'accept', { ...accepted(1_000_000, 60), at: later });
    expect([accept.status, accept.body.state]).toEqual([200, 'accepted']);
  });
});
