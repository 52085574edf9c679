import { beforeEach, describe, expect, it } from 'vitest';
import { type LawDeps, manifestLaw } from '../../src/manifests/law/queries.ts';
import { listAcceptedLines } from '../../src/manifests/lines/accepted-line-queries.ts';
import { assignNumber } from '../../src/manifests/numbering/service.ts';
import { readHistory } from '../../src/manifests/queries.ts';
import type { Manifest, StepRequest } from '../../src/manifests/rules/command.ts';
import { takeStep } from '../../src/manifests/taking/service.ts';
import type { Party } from '../../src/parties/index.ts';
import type { ServiceDeps } from '../../src/platform/deps.ts';
import { useDatabase } from '../setup/database.ts';
import { sealAll } from '../setup/sealing.ts';
import { actorOf, addTrade, clock, depsOf, draftOne, forParty, NOW, type Trade, untilOneWaits } from './province.ts';

const database = useDatabase();
let deps: ServiceDeps & LawDeps;
let trade: Trade;
let serial = 0;

beforeEach(async () => {
  clock.now = NOW;
  deps = depsOf(database.db, '45');
  trade = await addTrade(deps, '45', { massGrams: 2_000_000, pieces: 120 });
});

const at = (n: number) => new Date(Date.UTC(2026, 8, 10, 0, n)).toISOString();

const commandOf = async (party: Party, id: string, request: StepRequest) => ({
  ...request,
  law: await manifestLaw(deps),
  actor: actorOf(party),
  id,
  ifVersion: null,
});

async function step(party: Party, id: string, request: StepRequest): Promise<Manifest> {
  const command = await commandOf(party, id, request);
  return forParty(deps, party, (tx) => takeStep(tx, deps, command));
}

const DEPART: StepRequest = {
  step: 'depart',
  input: {
    at: at(12),
    plates: ['桂A12345'],
    permitNumber: null,
    driver: null,
    from: '南宁',
    via: null,
    protections: [],
  },
};

async function handedOver(): Promise<string> {
  const { id } = (await draftOne(deps, trade, 1_000_000, 60)).document;
  await step(trade.consignor, id, { step: 'submit', input: { at: at(0) } });
  const number = `2026450100${String(++serial).padStart(4, '0')}`;
  const actor = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await deps.db.transaction((tx) => assignNumber(tx, deps, { actor, id, number, at: at(1) }));
  await step(trade.consignor, id, { step: 'hand_over', input: { at: at(10) } });
  return id;
}

describe('a step that two take at once', () => {
  it('makes the second wait for the first, and refuses it by what the first left', async () => {
    const id = await handedOver();
    const taken = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const command = await commandOf(trade.carrier, id, DEPART);
    const first = forParty(deps, trade.carrier, async (tx) => {
      await takeStep(tx, deps, command);
      taken.resolve();
      await gate.promise;
    });
    await taken.promise;
    const second = step(trade.carrier, id, DEPART).catch((error: unknown) => error);
    await untilOneWaits(deps.db);
    gate.resolve();
    await first;
    expect(await second).toMatchObject({ code: 'manifest-step-not-allowed', facts: { state: 'in_transit' } });
  });
});

describe('what a receiver decided on', () => {
  it('is listed by the time of its decision, with the batch it became', async () => {
    const id = await handedOver();
    await step(trade.carrier, id, DEPART);
    await step(trade.receiver, id, { step: 'arrive', input: { at: at(20) } });
    const line = { line: 1, acceptedGrams: 900_000, acceptedPieces: 55, refusedGrams: 90_000, refusedPieces: 5 };
    const lines = [{ ...line, treatmentMethod: 'R4' }];
    const input = { at: at(30), lines, differenceKinds: [], remarks: '破损' };
    const { accounts } = await step(trade.receiver, id, { step: 'accept_partially', input });
    const within = (from: number, to: number) =>
      listAcceptedLines(deps.db, { receiverId: trade.receiver.id, from: new Date(at(from)), to: new Date(at(to)) });
    expect(await within(30, 31)).toEqual([
      {
        manifestId: id,
        line: 1,
        wasteCode: '900-052-31',
        consignorId: trade.consignor.id,
        receivedBatchId: accounts[0]?.receivedBatchId,
        batteryKind: 'stationary',
        treatmentMethod: 'R4',
        batchId: accounts[0]?.batchId,
        consignorSiteKind: 'transfer_point',
        acceptedGrams: 900_000,
        missingGrams: 10_000,
        refusedGrams: 90_000,
        ...{ accepted: 1, missing: 1, refused: 1 },
        decidedAt: new Date(at(30)),
      },
    ]);
    expect(await within(31, 60)).toEqual([]);
    expect(await within(0, 30)).toEqual([]);
  });
});

describe('the history', () => {
  it('shows every sealed entry of the manifest in order, to those who see it', async () => {
    const id = await handedOver();
    await sealAll(deps.db);
    const { items } = await readHistory(deps.db, { of: 'party', partyId: trade.carrier.id }, id);
    expect(items.map(({ kind }) => kind)).toEqual([
      'manifest.drafted',
      'manifest.submitted',
      'manifest.numbered',
      'manifest.handed_over',
    ]);
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    await expect(readHistory(deps.db, { of: 'party', partyId: id }, id)).rejects.toThrow('manifest-missing');
  });
});
