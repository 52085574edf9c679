/** Two provinces with two databases: the steps of one reach the other only as messages. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LawDeps, manifestLaw } from '../../src/manifests/law/queries.ts';
import { assignNumber } from '../../src/manifests/numbering/service.ts';
import { applyStep } from '../../src/manifests/replaying/service.ts';
import type { ApplyStep, Manifest, StepRequest } from '../../src/manifests/rules/command.ts';
import { digestOf } from '../../src/manifests/rules/document.ts';
import { lockManifest } from '../../src/manifests/store.ts';
import { takeStep } from '../../src/manifests/taking/service.ts';
import type { Party } from '../../src/parties/index.ts';
import type { ServiceDeps } from '../../src/platform/deps.ts';
import { useDatabase } from '../setup/database.ts';
import {
  actorOf,
  addLicence,
  addParty,
  addSite,
  addTrade,
  balanceOf,
  boundary,
  clock,
  depsOf,
  draftOne,
  forParty,
  journalOf,
  NOW,
  stepsSentBy,
  type Trade,
} from './province.ts';

const databases = { here: useDatabase(), there: useDatabase() };
let here: ServiceDeps & LawDeps;
let there: ServiceDeps & LawDeps;
let trade: Trade;
let theirReceiver: Party;
let serial = 0;

beforeEach(async () => {
  clock.now = NOW;
  here = depsOf(databases.here.db, '45');
  there = depsOf(databases.there.db, '44');
  trade = await addTrade(here, '44', { massGrams: 2_000_000, pieces: 120 });
  const { uscc, name } = trade.receiver;
  theirReceiver = await addParty(there, '44', { uscc, name });
  await addSite(there, theirReceiver, 'recycler');
  await addLicence(there, theirReceiver, 'recycling');
});

const at = (n: number) => new Date(Date.UTC(2026, 8, 10, 0, n)).toISOString();
const national = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;

async function step(deps: ServiceDeps & LawDeps, party: Party, id: string, request: StepRequest): Promise<Manifest> {
  const by = { actor: actorOf(party), law: await manifestLaw(deps) };
  return forParty(deps, party, (tx) => takeStep(tx, deps, { ...request, ...by, id, ifVersion: null }));
}

const number = (deps: ServiceDeps, id: string, value = `2026450100${String(++serial).padStart(4, '0')}`) =>
  deps.db.transaction((tx) => assignNumber(tx, deps, { actor: national, id, number: value, at: at(1) }));

const apply = async (deps: ServiceDeps & LawDeps, sent: object, from: string) => {
  const law = await manifestLaw(deps);
  const actor = { subject: from, source: `partner:${from}`, roles: [], scopes: [] } as const;
  const wire = JSON.parse(JSON.stringify(sent)) as Omit<ApplyStep, 'actor'>;
  return deps.db.transaction((tx) => applyStep(tx, deps, { ...wire, actor, law } as ApplyStep));
};

const held = (deps: ServiceDeps, id: string) => deps.db.transaction((tx) => lockManifest(tx, id));

async function sendAll(from: ServiceDeps, to: ServiceDeps & LawDeps, id: string) {
  const side = from.province === '45' ? 'origin' : 'destination';
  const outcomes = [];
  for (const sent of await stepsSentBy(from.db, id, side)) {
    outcomes.push((await apply(to, sent, from.province)).outcome);
  }
  return outcomes;
}

const judged = (acceptedGrams: number, acceptedPieces: number, refusedGrams: number, refusedPieces: number) => ({
  at: at(30),
  lines: [
    {
      line: 1,
      acceptedGrams,
      acceptedPieces,
      refusedGrams,
      refusedPieces,
      treatmentMethod: acceptedGrams > 0 ? 'R4' : null,
    },
  ],
  differenceKinds: [],
  remarks: null,
});

const DEPART = {
  at: at(12),
  plates: ['桂A12345'],
  permitNumber: null,
  driver: null,
  from: '南宁',
  via: null,
  protections: [],
};

/** Takes the steps of a draft up to its departure, and sends them to the other province. */
async function send(massGrams = 1_000_000, pieces = 60): Promise<Manifest> {
  const { document } = await draftOne(here, trade, massGrams, pieces);
  const { id } = document;
  await step(here, trade.consignor, id, { step: 'submit', input: { at: at(0) } });
  await number(here, id);
  await step(here, trade.consignor, id, { step: 'hand_over', input: { at: at(10) } });
  const manifest = await step(here, trade.carrier, id, { step: 'depart', input: DEPART });
  await sendAll(here, there, id);
  return manifest;
}

describe('a load across the border', () => {
  it('ends with the same digest in both provinces, and their accounts of elsewhere cancel', async () => {
    const { document } = await send();
    const { id } = document;
    await step(there, theirReceiver, id, { step: 'arrive', input: { at: at(20) } });
    const decided = await step(there, theirReceiver, id, {
      step: 'accept_partially',
      input: { ...judged(700_000, 40, 290_000, 19), differenceKinds: ['quantity'] },
    });
    expect(await sendAll(there, here, id)).toEqual(['applied', 'applied']);
    const lines = [{ line: 1, returnedGrams: 280_000, returnedPieces: 19 }];
    const closed = await step(here, trade.consignor, id, {
      step: 'close',
      input: { at: at(40), lines, remarks: null },
    });
    await sendAll(here, there, id);

    const theirs = await held(there, id);
    expect(theirs?.document).toEqual(closed.document);
    expect(theirs?.digest).toBe(digestOf(closed.document));
    expect(closed.document.version).toBe(7);

    const evidence = `manifest:${id}`;
    expect(await boundary(here.db, 'elsewhere', evidence)).toEqual({ massGrams: 700_000, pieces: 40 });
    expect(await boundary(there.db, 'elsewhere', evidence)).toEqual({ massGrams: -700_000, pieces: -40 });
    expect(await boundary(here.db, 'adjustment', evidence)).toEqual({ massGrams: 20_000, pieces: 1 });
    const [ours] = closed.accounts;
    expect(await balanceOf(here.db, ours?.transitBatchId)).toMatchObject({ kind: 'transit', massGrams: 0, pieces: 0 });
    expect(await balanceOf(here.db, ours?.returnedBatchId)).toMatchObject({
      kind: 'battery',
      siteId: trade.site.id,
      massGrams: 280_000,
      pieces: 19,
    });
    const received = decided.accounts[0]?.receivedBatchId;
    expect(await balanceOf(there.db, received)).toMatchObject({
      kind: 'battery',
      partyId: theirReceiver.id,
      massGrams: 700_000,
      pieces: 40,
    });
  });

  it('is taken over with its organisations, and the receiver is the one registered there', async () => {
    const { document } = await send();
    const theirs = await held(there, document.id);
    expect(theirs?.receiverId).toBe(theirReceiver.id);
    expect(theirs?.receiverSiteId).not.toBeNull();
    expect(theirs?.consignorSiteId).toBeNull();
    expect(theirs?.document.state).toBe('in_transit');
  });

  it('is sent once, twice and in any order with the same result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }), async (shuffle) => {
        const { document } = await draftOne(here, trade, 1_000, 1);
        const { id } = document;
        await step(here, trade.consignor, id, { step: 'submit', input: { at: at(0) } });
        await number(here, id);
        await step(here, trade.consignor, id, { step: 'hand_over', input: { at: at(10) } });
        const last = await step(here, trade.carrier, id, { step: 'depart', input: DEPART });
        const sent = await stepsSentBy(here.db, id, 'origin');
        const seen: string[] = [];
        for (const pick of shuffle) {
          seen.push((await apply(there, sent[pick % sent.length] ?? {}, '45')).outcome);
        }
        for (const one of sent) seen.push((await apply(there, one, '45')).outcome);
        expect(seen.filter((outcome) => outcome === 'applied')).toHaveLength(4);
        expect(seen).not.toContain('conflict');
        expect((await held(there, id))?.digest).toBe(last.digest);
        expect((await journalOf(there.db, id)).map(({ kind }) => kind)).toEqual([
          'manifest.submitted',
          'manifest.numbered',
          'manifest.handed_over',
          'manifest.departed',
        ]);
      }),
      { numRuns: 8 },
    );
  });

  it('waits for its predecessor and says so', async () => {
    const { document } = await send();
    const sent = await stepsSentBy(here.db, document.id, 'origin');
    const stranger = { ...sent[2], manifestId: document.id };
    expect(await apply(there, stranger, '45')).toMatchObject({ outcome: 'already' });
    const fresh = await draftOne(here, trade, 1_000, 1);
    await step(here, trade.consignor, fresh.document.id, { step: 'submit', input: { at: at(0) } });
    await number(here, fresh.document.id);
    const [, numbered] = await stepsSentBy(here.db, fresh.document.id, 'origin');
    expect(await apply(there, numbered ?? {}, '45')).toEqual({ outcome: 'waiting', digest: null });
  });

  it('keeps a contradicting step next to ours and overwrites nothing', async () => {
    const { document } = await send();
    const { id } = document;
    const sent = await stepsSentBy(here.db, id, 'origin');
    const departed = sent.at(-1) as unknown as ApplyStep;
    const other = { ...departed.document, transport: { ...DEPART, at: undefined, from: '别处' } };
    const forged = JSON.parse(JSON.stringify({ ...departed, document: other })) as ApplyStep;
    const message = { ...forged, digest: digestOf(forged.document) };
    const before = await held(there, id);
    expect(await apply(there, message, '45')).toEqual({ outcome: 'conflict', digest: before?.digest });
    expect(await apply(there, message, '45')).toMatchObject({ outcome: 'conflict' });
    expect((await held(there, id))?.document).toEqual(before?.document);
    const kinds = (await journalOf(there.db, id)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'manifest.conflicted')).toHaveLength(1);
  });

  it('does not take a step by which it comes to another document than was sent', async () => {
    const { document } = await send();
    const { id } = document;
    await step(there, theirReceiver, id, { step: 'arrive', input: { at: at(20) } });
    const [arrived] = (await stepsSentBy(there.db, id, 'destination')) as unknown as ApplyStep[];
    if (!arrived) throw new Error('the arrival was sent');
    const wrong = { ...arrived.document, remarks: '未经任何步骤' };
    const ours = digestOf(arrived.document);
    const message = { ...arrived, document: wrong, digest: digestOf(wrong) };
    expect(await apply(here, message, '44')).toEqual({ outcome: 'conflict', digest: ours });
    expect((await held(here, id))?.document.state).toBe('in_transit');
    expect(await apply(here, arrived, '44')).toEqual({ outcome: 'applied', digest: ours });
  });

  it('refuses a digest that is not that of the document, and a step of the other side', async () => {
    const { document } = await send();
    const { id } = document;
    const [submitted] = await stepsSentBy(here.db, id, 'origin');
    await expect(apply(there, { ...submitted, digest: '0'.repeat(64) }, '45')).rejects.toThrow(
      'manifest-document-contradicts',
    );
    await expect(apply(there, submitted ?? {}, '43')).rejects.toThrow('manifest-step-not-yours-to-send');
    await step(there, theirReceiver, id, { step: 'arrive', input: { at: at(20) } });
    const [arrived] = await stepsSentBy(there.db, id, 'destination');
    await expect(apply(here, arrived ?? {}, '43')).rejects.toThrow('manifest-step-not-yours-to-send');
    expect(await apply(here, arrived ?? {}, '44')).toMatchObject({ outcome: 'applied' });
  });

  it('lets each province take its own steps only', async () => {
    const { document } = await send();
    const { id } = document;
    const arrive = { step: 'arrive', input: { at: at(20) } } as const;
    await expect(step(here, trade.receiver, id, arrive)).rejects.toThrow('manifest-step-elsewhere');
    await expect(number(here, id)).rejects.toThrow('manifest-numbered-already');
  });
});

describe('the national number', () => {
  it('is assigned once, repeated without effect, and no other takes its place', async () => {
    const { document } = await draftOne(here, trade, 1_000, 1);
    const { id } = document;
    await expect(number(here, id)).rejects.toThrow('manifest-missing');
    await step(here, trade.consignor, id, { step: 'submit', input: { at: at(0) } });
    expect(await number(here, id, '20264501900001')).toMatchObject({ outcome: 'applied' });
    expect(await number(here, id, '20264501900001')).toMatchObject({ outcome: 'already' });
    await expect(number(here, id, '20264501900002')).rejects.toThrow('manifest-numbered-already');
    const other = await draftOne(here, trade, 1_000, 1);
    await step(here, trade.consignor, other.document.id, { step: 'submit', input: { at: at(0) } });
    await expect(number(here, other.document.id, '20264501900001')).rejects.toThrow('manifest-number-taken');
  });

  it('waits while the receiver has the load, and comes after the decision', async () => {
    const { document } = await draftOne(here, trade, 1_000, 1);
    const { id } = document;
    const paper = { at: at(0), number: '纸0001', reason: '停电', transferCompletedAt: null };
    await step(here, trade.consignor, id, { step: 'register_paper', input: paper });
    const backfill = { at: at(50), transferCompletedAt: at(10) };
    await step(here, trade.consignor, id, { step: 'backfill', input: backfill });
    await step(here, trade.consignor, id, { step: 'hand_over', input: { at: at(10) } });
    await step(here, trade.carrier, id, { step: 'depart', input: DEPART });
    await expect(number(here, id, '20264501900003')).rejects.toThrow('manifest-step-not-allowed');
    await sendAll(here, there, id);
    await step(there, theirReceiver, id, { step: 'arrive', input: { at: at(20) } });
    await step(there, theirReceiver, id, { step: 'accept', input: judged(1_000, 1, 0, 0) });
    await sendAll(there, here, id);
    expect(await number(here, id, '20264501900003')).toMatchObject({ outcome: 'applied' });
    await sendAll(here, there, id);
    expect((await held(there, id))?.document.number).toBe('20264501900003');
    // Both provinces mark the arrival after the stated completion, whichever recorded it.
    const mark = expect.objectContaining({ code: 'against-completion', step: 'arrive' });
    for (const deps of [here, there]) expect((await held(deps, id))?.warnings).toContainEqual(mark);
  });
});
