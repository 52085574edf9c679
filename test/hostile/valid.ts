/** Requests as an honest client sends them: made of the examples of the description and of records that are there. */
import { EXAMPLE_IDS } from '../../src/core/example-ids.ts';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import type { Person } from '../app/isolation/actors.ts';
import type { Firm } from '../app/isolation/firm.ts';
import { reachOf } from '../app/isolation/oracle.ts';
import type { Operation } from './operations.ts';
import type { Known } from './pools.ts';
import type { Random } from './random.ts';
import { parameterValue } from './values.ts';
import type { World } from './world.ts';

/** A request before it is sent. */
export type Draft = {
  readonly operation: Operation;
  /** The bearer of the token; undefined for a request without one. */
  readonly person: Person | undefined;
  readonly method: string;
  readonly url: string;
  /** Names and values in the order in which they are sent; a name may occur twice. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | Buffer | undefined;
  /** Changes that were made to it; empty for an honest request. */
  readonly tricks: readonly string[];
};

/** The states in which a manifest waits for a step, and the party that takes it. */
const STEPS: Readonly<Record<string, readonly ['consignor' | 'carrier' | 'receiver', ...string[]]>> = {
  submit: ['consignor', 'draft'],
  'register-paper': ['consignor', 'draft'],
  backfill: ['consignor', 'offline_paper'],
  'hand-over': ['consignor', 'submitted'],
  depart: ['carrier', 'handed_over'],
  arrive: ['receiver', 'in_transit'],
  accept: ['receiver', 'arrived', 'disputed'],
  'accept-partially': ['receiver', 'arrived'],
  reject: ['receiver', 'arrived'],
  dispute: ['receiver', 'arrived'],
  close: ['consignor', 'partially_accepted', 'rejected', 'accepted'],
  cancel: ['consignor', 'draft', 'submitted'],
};

/** Nouns of `{id}`, by the part of the path before it. */
const NOUNS: readonly (readonly [prefix: string, noun: string])[] = [
  ['/v1/batches/', 'batch'],
  ['/v1/manifests/', 'manifest'],
  ['/v1/exchange/manifests/', 'manifest'],
  ['/v1/exchange/deliveries/', 'delivery'],
  ['/v1/exchange/number-clashes/', 'clash'],
  ['/v1/runs/', 'run'],
  ['/v1/supplies/', 'supply'],
  ['/v1/assays/', 'assay'],
  ['/v1/dispositions/', 'disposition'],
  ['/v1/stock-counts/', 'stockCount'],
  ['/v1/stock-observations/', 'stockObservation'],
  ['/v1/stock-adjustments/', 'stockAdjustment'],
  ['/v1/assessments/', 'assessment'],
  ['/v1/emissions/', 'emission'],
  ['/v1/corrections/', 'correction'],
  ['/v1/people/', 'person'],
  ['/v1/clients/', 'client'],
  ['/v1/imports/', 'import'],
  ['/v1/sites/', 'site'],
];

/** Steps that take an organisation or licence out of use: those of the scene stay in use. */
const ENDS = /\/v1\/parties\/\{id\}\/(licences\/\{licenceId\}\/)?\w[\w-]*$/;

/** Makes an honest request. */
export function honest(world: World, operation: Operation, random: Random): Draft {
  const { person, record } = subjectOf(world, operation, random);
  const firm = firmOf(world, person, random);
  const values = operation.query.flatMap(({ name, schema, required }) => {
    if (!required && !random.chance(0.3)) return [];
    const value = parameterValue({ world, operation, random, partyId: firm.partyId }, name, schema);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const body = bodyOf(world, operation, { firm, random });
  const headers: [string, string][] = [];
  if (person) headers.push(['authorization', `Bearer ${person.token}`]);
  if (operation.method !== 'GET') headers.push(['idempotency-key', `honest-${random.next()}`]);
  if (operation.method === 'PATCH') headers.push(['if-match', '*']);
  if (body !== undefined) headers.push(['content-type', operation.contentType ?? 'application/json']);
  if (random.chance(0.3)) headers.push(['accept-language', random.pick(['en', 'zh-CN'])]);
  const path = pathOf(world, operation, { record, firm, random });
  const url = values.length > 0 ? `${path}?${values.join('&')}` : path;
  return { operation, person, method: operation.method, url, headers, body, tricks: [] };
}

type Subject = { readonly person: Person | undefined; readonly record: Known | undefined };

/** Chooses a caller that the scope admits, and for a step of a manifest one that waits for it. */
function subjectOf(world: World, { path, scope }: Operation, random: Random): Subject {
  if (scope === undefined)
    return { person: random.chance(0.5) ? undefined : random.pick(world.people), record: undefined };
  const admitted = world.people.filter((one) => reachOf(one, scope) !== null);
  const [party, ...states] = STEPS[path.split('/').at(-1) ?? ''] ?? [];
  if (party !== undefined && path.startsWith('/v1/manifests/')) {
    const waiting = world.pools.all('manifest').filter(({ state = '' }) => states.includes(state));
    const record = waiting.length === 0 ? undefined : random.pick(waiting.slice(-30));
    const takers = admitted.filter(({ partyId }) => partyId !== undefined && partyId === record?.[party]);
    return { person: random.pick(takers.length > 0 ? takers : admitted), record };
  }
  const traders = admitted.filter(({ partyId }) => partyId !== undefined);
  return { person: random.pick(traders.length > 0 && random.chance(0.7) ? traders : admitted), record: undefined };
}

const firmOf = ({ firms }: World, person: Person | undefined, random: Random): Firm =>
  firms.find(({ partyId }) => partyId === person?.partyId) ?? random.pick(firms);

type Choice = { readonly record?: Known | undefined; readonly firm: Firm; readonly random: Random };

function pathOf(world: World, { path, pathParameters }: Operation, { record, firm, random }: Choice): string {
  const { pools } = world;
  const nounOf = NOUNS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'party';
  const ends = path.startsWith('/v1/parties/') && ENDS.test(path) && !/(sites|licences|vehicles|history)$/.test(path);
  let owner = ends ? pools.pick(random, path.includes('{licenceId}') ? 'spareLicence' : 'spareParty') : undefined;
  const part = /\{(feed|output)Id\}/.exec(path)?.[1];
  const entry = part === undefined ? undefined : pools.pick(random, part, firm.partyId);
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (entry !== undefined) return (name === 'id' ? entry.runId : entry.id) ?? firm.partyId;
    if (name === 'licenceId')
      return (ends ? owner?.id : pools.pick(random, 'licence', firm.partyId)?.id) ?? firm.licenceId;
    if (name === 'vehicleId') return pools.pick(random, 'vehicle', firm.partyId)?.id ?? firm.partyId;
    if (name === 'id' && ends) return (path.includes('{licenceId}') ? owner?.partyId : owner?.id) ?? firm.partyId;
    if (name === 'id' && nounOf === 'party') return firm.partyId;
    if (name === 'id') return (record ?? pools.pick(random, nounOf, firm.partyId))?.id ?? firm.partyId;
    owner = undefined;
    const schema = pathParameters.find((one) => one.name === name)?.schema ?? {};
    return encodeURIComponent(
      parameterValue({ world, operation: { path }, random, partyId: firm.partyId }, name, schema) ?? 'x',
    );
  });
}

const EXAMPLE_ID = /0199f2c4-5b1e-7d30-9a44-0000000000\d\d/g;

/** The example of the body, with records that are there in the place of those that it names. */
function bodyOf(world: World, { path, bodies }: Operation, { firm, random }: Choice): string | undefined {
  if (bodies.length === 0) return path === '/v1/exchange/messages' ? '{}' : undefined;
  const { pools, firms } = world;
  const serial = 1_000 + random.below(900_000);
  const [carrier, receiver] = [random.pick(firms.slice(0, 3)), random.pick(firms.slice(0, 3))];
  const batch = () => pools.pick(random, 'batch', firm.partyId)?.id ?? '';
  const known: Readonly<Record<string, () => string>> = {
    [EXAMPLE_IDS.collector]: () => firm.partyId,
    [EXAMPLE_IDS.carrier]: () => carrier.partyId,
    [EXAMPLE_IDS.recycler]: () => receiver.partyId,
    [EXAMPLE_IDS.collectionSite]: () => firm.point,
    [EXAMPLE_IDS.recyclingSite]: () => (path === '/v1/manifests' ? receiver.works : firm.works),
  };
  const uscc = random.chance(0.5) ? firm.uscc : composeUscc('91', '450103', serial);
  return random
    .pick(bodies)
    .replaceAll(EXAMPLE_ID, (id) => (known[id] ?? batch)())
    .replaceAll(/91450100000001\w{4}/g, uscc)
    .replaceAll('GX4501000001', `GX4501${serial}`)
    .replaceAll('桂A12345', `桂C${String(serial % 100_000).padStart(5, '0')}`)
    .replaceAll('wang.fang', `wang.fang${serial}`)
    .replaceAll('"code":"44"', `"code":"${random.pick(['11', '12', '31', '32', '44'])}"`);
}
