/**
 * One province with competing enterprises in two cities, partners beyond its borders, and manifests in which each of them
 * has every part or none. All of it is made through the API and the use cases.
 */
import { beforeAll } from 'vitest';
import { makeKey, type TestApp, useApp } from '../fixture.ts';
import { type Actors, actorsOf } from './actors.ts';
import {
  assay,
  collect,
  employ,
  type Firm,
  type Firms,
  type Laboratory,
  mass,
  ok,
  personOf,
  produce,
  qualify,
  registerFirm,
  smelt,
  word,
} from './firm.ts';
import { type Kept, readRecords, type Secrets, secretsOf } from './records.ts';
import { approve, cancelled, type Deal, deal, fromAbroad, onPaper, photograph, receive } from './trade.ts';

export type Scene = {
  readonly app: TestApp;
  readonly firms: Firms;
  readonly actors: Actors;
  /** Site of the enterprise of the other city, in this city. */
  readonly depot: string;
  /** Qualification of the laboratory. */
  readonly qualificationId: string;
  /** Exemption from the approval of loads to another province. */
  readonly exemptionId: string;
  /** Outage in which loads travel on paper. */
  readonly outageId: string;
  readonly records: readonly Kept[];
  readonly secrets: Secrets;
};

/**
 * Call it at the top of a test file. Its result is available inside tests and hooks. The queries alone are put to the
 * test, unless the row-level security of the database stays as well.
 */
export function useScene({ rowSecurity = false }: { readonly rowSecurity?: boolean } = {}): Scene {
  const app = useApp();
  let scene: Scene | undefined;
  beforeAll(async () => {
    if (!rowSecurity) await withoutSecondWall(app);
    scene = await setScene(app);
  }, 120_000);
  const there = () => {
    if (scene === undefined) throw new Error('The scene is there inside tests and hooks only');
    return scene;
  };
  return {
    app,
    get firms() {
      return there().firms;
    },
    get actors() {
      return there().actors;
    },
    get depot() {
      return there().depot;
    },
    get qualificationId() {
      return there().qualificationId;
    },
    get exemptionId() {
      return there().exemptionId;
    },
    get outageId() {
      return there().outageId;
    },
    get records() {
      return there().records;
    },
    get secrets() {
      return there().secrets;
    },
  };
}

const OUTAGE = { system: 'national', divisionCode: '45', startedAt: '2026-01-01T08:00:00+08:00', reason: '演示' };

async function setScene(app: TestApp): Promise<Scene> {
  const firms = await registerAll(app);
  const { own, rival, far } = firms;
  const laboratory = await qualify(app, firms.laboratory);
  for (const firm of [own, rival, far]) await produce(firm, laboratory);
  for (const firm of Object.values(firms)) await employ(firm);
  await ok(app.authority.post('/v1/people', personOf(['city_regulator'], { division: '4501' })));
  const depot = await openDepot(app, far, laboratory);
  await observeAll(app);
  for (const code of ['44', '46', 'national']) await registerPartner(app, code);
  const { id: outageId } = await ok(app.authority.post('/v1/outages', OUTAGE));
  for (const { partyId } of [own, rival, far]) {
    const block = { partyId, prefix: word('预'), firstSerial: 1, lastSerial: 9, digits: 4 };
    await ok(app.authority.post('/v1/paper-numbers', block));
  }
  await tradeWithin(app, firms, depot);
  const exemptionId = await tradeAcross(app, firms);
  await assay(own, { basis: 'supplier_class', supplierId: rival.partyId });
  await ok(app.authority.post('/v1/clients', { name: '演示系统', partyId: rival.partyId, roles: ['driver'] }));
  await app.follow();
  // The planner knows nothing yet of tables that were filled a moment ago, and would read the whole of each.
  await app.database.db.$client.query('analyze');
  const records = await readRecords(app.database.db);
  const { qualificationId } = laboratory;
  return {
    app,
    firms,
    depot,
    ...{ qualificationId, exemptionId, outageId },
    actors: await actorsOf(app, firms),
    records,
    secrets: secretsOf(records),
  };
}

async function registerAll(app: TestApp): Promise<Firms> {
  return {
    own: await registerFirm(app, { name: '甲公司', division: '450100' }),
    rival: await registerFirm(app, { name: '乙公司', division: '450100' }),
    far: await registerFirm(app, { name: '丙公司', division: '450200', annualLimitGrams: 2_800_000 }),
    abroad: await registerFirm(app, { name: '丁公司', division: '440100' }),
    laboratory: await registerFirm(app, { name: '己检测中心', division: '450600' }),
    beyond: await registerFirm(app, { name: '戊公司', division: '460100' }),
  };
}

/** The queries alone are put to the test: what the database refuses by itself is proven apart. */
async function withoutSecondWall({ database }: TestApp): Promise<void> {
  const { rows } = await database.owner.$client.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relrowsecurity and relkind in ('r', 'p')",
  );
  for (const { name } of rows) await database.owner.$client.query(`alter table ${name} disable row level security`);
}

/** A site of an enterprise of the other city in this city: its city sees what is stored there, and nothing else. */
async function openDepot(app: TestApp, far: Firm, laboratory: Laboratory): Promise<string> {
  const site = { kind: 'recycler', name: '丙公司仓库', divisionCode: '450100' };
  const { id } = await ok(app.authority.post(`/v1/parties/${far.partyId}/sites`, site));
  const there = { ...far, works: id, point: id };
  await produce(there, laboratory);
  return id;
}

/** The authority sees every stock that was counted. */
async function observeAll({ authority }: TestApp): Promise<void> {
  const { items } = await ok(authority.get('/v1/stock-counts?limit=200'));
  for (const { id, countedOn } of items) {
    const seen = { observedOn: countedOn, observer: '演示局', reportNumber: word('核查') };
    const lines = [{ item: 'batteries', massGrams: mass(), remarks: word('实物') }];
    await ok(authority.post(`/v1/stock-counts/${id}/observations`, { ...seen, lines }));
  }
}

async function tradeWithin(app: TestApp, { own, rival, far }: Firms, depot: string): Promise<void> {
  const full = { consignor: rival, carrier: rival, receiver: far, until: 'accept' } as const;
  await photograph(app, rival, await deal(app, { ...full, grams: 1_100_003 }));
  await deal(app, { ...full, consignor: own, to: far.point });
  // This decision reaches the scale, and its warning says what was accepted from others before.
  const sold = await deal(app, { ...full, consignor: own, to: depot, grams: 1_200_017 });
  await feedReceived(app, far, { manifestId: sold, works: depot });
  await deal(app, { ...full, carrier: own, grams: 400_009 });
  await deal(app, { ...full, consignor: far, receiver: own });
  await deal(app, { ...full, consignor: far, receiver: rival, from: depot });
  await deal(app, { ...full, consignor: far, carrier: far, until: 'depart', from: depot });
  await deal(app, { ...full, consignor: far, carrier: far, grams: 100_019 });
  await deal(app, { ...full, until: 'close' });
  await deal(app, { ...full, until: 'submit' });
  await deal(app, { ...full, consignor: own, until: 'hand-over' });
  const drafts: Omit<Deal, 'until'>[] = [
    { consignor: own, carrier: rival, receiver: far },
    { consignor: rival, carrier: own, receiver: far },
    { consignor: far, carrier: rival, receiver: own },
  ];
  for (const draft of drafts) {
    await deal(app, { ...draft, until: 'draft' });
    await onPaper(draft);
    await cancelled(draft);
  }
}

/** Recycles a load from one enterprise at another, together with batches of its own. */
async function feedReceived(app: TestApp, far: Firm, { manifestId, works }: { manifestId: string; works: string }) {
  const { lines } = await ok(app.authority.get(`/v1/manifests/${manifestId}`));
  const received = lines[0].receivedBatchId;
  await assay(far, { batchId: received });
  await smelt({ ...far, works }, [
    { batchId: received, massGrams: 900_017, pieces: 90 },
    { batchId: await collect(far, works), massGrams: 950_021, pieces: 90 },
  ]);
}

/** Sends loads over the border under approvals, one under an exemption. Returns the id of the exemption. */
async function tradeAcross(app: TestApp, { own, rival, far, abroad, beyond }: Firms): Promise<string> {
  for (const consignor of [own, rival]) await approve(app, { consignor, receiver: abroad });
  const list = { grantedBy: '演示名单', wasteCodes: ['900-052-31'], receivers: [beyond.uscc], validFrom: '2026-01-01' };
  const { id: exemptionId } = await ok(app.authority.post('/v1/transfer-exemptions', list));
  await photograph(app, own, await deal(app, { consignor: own, carrier: own, receiver: abroad, until: 'depart' }));
  await deal(app, { consignor: rival, carrier: far, receiver: abroad, until: 'depart' });
  await deal(app, { consignor: rival, carrier: own, receiver: abroad, until: 'draft' });
  await deal(app, { consignor: far, carrier: rival, receiver: beyond, until: 'depart' });
  await fromAbroad(app, { consignor: abroad, carrier: abroad, receiver: own });
  const inbound = { consignor: abroad, carrier: rival, receiver: far, grams: 200_033 };
  await receive(far, await fromAbroad(app, inbound), inbound.grams);
  return exemptionId;
}

async function registerPartner(app: TestApp, code: string): Promise<void> {
  const { kid, publicJwk } = await makeKey();
  const { kty, crv, x, y } = publicJwk as Record<string, string>;
  await ok(
    app.authority.post('/v1/exchange/partners', {
      code,
      name: `演示${code}`,
      kind: code === 'national' ? 'national' : 'province',
      baseUrl: 'http://127.0.0.1:9',
      keys: [{ kid, jwk: { kty, crv, x, y }, notBefore: '2026-01-01T00:00:00Z' }],
    }),
  );
}
