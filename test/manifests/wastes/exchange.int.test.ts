/** A load of residues across the border: the other province replays its steps, with the same digest and equal books. */
import { beforeEach, expect, it } from 'vitest';
import { moveMass } from '../../../src/batches/index.ts';
import { toGrams } from '../../../src/core/mass.ts';
import { Step } from '../../../src/exchange/messages/step-schemas.ts';
import { type LawDeps, manifestLaw } from '../../../src/manifests/law/queries.ts';
import { assignNumber } from '../../../src/manifests/numbering/service.ts';
import { applyStep } from '../../../src/manifests/replaying/service.ts';
import type { ApplyStep, StepRequest } from '../../../src/manifests/rules/command.ts';
import { lockManifest } from '../../../src/manifests/store.ts';
import { takeStep } from '../../../src/manifests/taking/service.ts';
import type { Party } from '../../../src/parties/index.ts';
import type { ServiceDeps } from '../../../src/platform/deps.ts';
import { newId } from '../../../src/platform/ids.ts';
import { useDatabase } from '../../setup/database.ts';
import * as province from '../province.ts';

const databases = { here: useDatabase(), there: useDatabase() };
type Deps = ServiceDeps & LawDeps;
let [here, there] = [{} as Deps, {} as Deps];
let trade: province.Trade;
let theirReceiver: Party;

const at = (n: number) => new Date(Date.UTC(2026, 8, 10, 0, n)).toISOString();

/** A batch of separators, which have the waste code of batteries. */
async function separators(): Promise<string> {
  const id = newId();
  const when = { occurredAt: new Date('2026-09-01T00:00:00.000Z'), recordedAt: new Date('2026-09-01T00:00:00.000Z') };
  const nothing = { batteryKind: null, riskClass: null, condition: null, sourceType: null, supplierName: null };
  const account = { id, partyId: trade.consignor.id, siteId: trade.site.id, kind: 'residue', evidence: null } as const;
  const brought = { kind: 'supply', from: { boundary: 'supply' }, to: { batchId: id }, evidence: null } as const;
  await here.db.transaction((tx) =>
    moveMass(
      tx,
      [{ ...account, ...nothing, ...when, material: '900-052-31' }],
      [{ ...brought, massGrams: toGrams(3_000_000), pieces: 0, ...when }],
    ),
  );
  return id;
}

beforeEach(async () => {
  province.clock.now = province.NOW;
  here = province.depsOf(databases.here.db, '45');
  there = province.depsOf(databases.there.db, '44');
  const added = await province.addTrade(here, '44', { massGrams: 2_000_000, pieces: 120 });
  await province.addLicence(here, added.carrier, 'transport');
  trade = added;
  trade = { ...added, batchId: await separators() };
  const { uscc, name } = trade.receiver;
  theirReceiver = await province.addParty(there, '44', { uscc, name });
  await province.addSite(there, theirReceiver, 'recycler');
  await province.addLicence(there, theirReceiver, 'recycling');
});

async function step(deps: Deps, party: Party, id: string, request: StepRequest) {
  const by = { actor: province.actorOf(party), law: await manifestLaw(deps) };
  return province.forParty(deps, party, (tx) => takeStep(tx, deps, { ...request, ...by, id, ifVersion: null }));
}

/** Sends the steps of a side, in the form of messages. */
async function send(from: Deps, to: Deps, id: string) {
  const side = from.province === '45' ? 'origin' : 'destination';
  const actor = { subject: from.province, source: `partner:${from.province}`, roles: [], scopes: [] } as const;
  for (const sent of await province.stepsSentBy(from.db, id, side)) {
    const message = Step.parse(JSON.parse(JSON.stringify(sent)));
    const law = await manifestLaw(to);
    await to.db.transaction((tx) => applyStep(tx, to, { ...message, actor, law } as ApplyStep));
  }
}

it('is the same document in both provinces, other waste at the receiver, and a residue again when it comes back', async () => {
  const { document } = await province.draftOne(here, trade, 1_000_000, 0);
  const { id } = document;
  await step(here, trade.consignor, id, { step: 'submit', input: { at: at(0) } });
  const national = { subject: 'national', source: 'national', roles: [], scopes: [] } as const;
  await here.db.transaction((tx) =>
    assignNumber(tx, here, { actor: national, id, number: '20264501009001', at: at(1) }),
  );
  await step(here, trade.consignor, id, { step: 'hand_over', input: { at: at(10) } });
  const departure = {
    plates: ['桂A12345'],
    permitNumber: null,
    driver: null,
    from: '南宁',
    via: null,
    protections: [],
  };
  await step(here, trade.carrier, id, { step: 'depart', input: { at: at(12), ...departure } });
  await send(here, there, id);
  await step(there, theirReceiver, id, { step: 'arrive', input: { at: at(20) } });
  const amounts = { acceptedGrams: 700_000, acceptedPieces: 0, refusedGrams: 300_000, refusedPieces: 0 };
  const decided = await step(there, theirReceiver, id, {
    step: 'accept_partially',
    input: {
      at: at(30),
      lines: [{ line: 1, ...amounts, treatmentMethod: 'R4' }],
      differenceKinds: ['form'],
      remarks: null,
    },
  });
  await send(there, here, id);
  const lines = [{ line: 1, returnedGrams: 300_000, returnedPieces: 0 }];
  const closed = await step(here, trade.consignor, id, { step: 'close', input: { at: at(40), lines, remarks: null } });
  await send(here, there, id);

  const theirs = await there.db.transaction((tx) => lockManifest(tx, id));
  expect([theirs?.digest, theirs?.document.lines]).toEqual([closed.digest, closed.document.lines]);
  expect(closed.document.lines[0]).toMatchObject({ batteryKind: null, condition: null, pieces: 0 });
  const balance = (deps: Deps, batchId: string | null | undefined) => province.balanceOf(deps.db, batchId);
  expect(await balance(here, closed.accounts[0]?.returnedBatchId)).toMatchObject({
    kind: 'residue',
    massGrams: 300_000,
  });
  expect(await balance(there, decided.accounts[0]?.receivedBatchId)).toMatchObject({ massGrams: 700_000, pieces: 0 });
  const evidence = `manifest:${id}`;
  const elsewhere = [
    await province.boundary(here.db, 'elsewhere', evidence),
    await province.boundary(there.db, 'elsewhere', evidence),
  ];
  expect(elsewhere.map(({ massGrams }) => massGrams)).toEqual([700_000, -700_000]);
});
