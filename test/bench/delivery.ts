/** Delivery of manifests: submitted in one province, numbered by the national stand-in, known in the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '../../src/platform/process/port.ts';
import { guard } from '../setup/guardian.ts';
import type { Figure } from './measure.ts';
import { partnerAt } from './partners.ts';
import { answering, type Province, startProvince } from './province.ts';

const NATIONAL = fileURLToPath(new URL('../../src/national-standin/main.ts', import.meta.url));
const LANES = 16;

type Named = { readonly id: string };

export async function measureDelivery(redisUrl: string, folder: string, manifests: number): Promise<Figure> {
  const [origin, destination] = [await startProvince('45', redisUrl), await startProvince('44', redisUrl)];
  const national = await startNational([origin, destination], folder);
  try {
    await introduce(origin, destination, national.url);
    await Promise.all([origin.startWorker(), destination.startWorker()]);
    const drafts = await draftManifests(origin, destination, manifests);
    return await submitAndFollow(origin, destination, drafts);
  } finally {
    await national.stop();
    await Promise.all([origin.stop(), destination.stop()]);
  }
}

async function startNational(provinces: readonly Province[], folder: string) {
  const [first] = provinces;
  if (!first) throw new Error('no province');
  const client = new pg.Client({ connectionString: first.databaseUrl });
  await client.connect();
  await client.query('create database national');
  await client.end();
  const databaseUrl = Object.assign(new URL(first.databaseUrl), { pathname: 'national' }).href;
  const port = await freePort();
  const known = provinces.flatMap(({ code, url }) => ['--province', `${code}=${url}`]);
  const args = ['--database-url', databaseUrl, '--keys', folder, '--port', String(port), ...known];
  const child = spawn(process.execPath, [NATIONAL, ...args], { stdio: 'ignore' });
  const guardian = child.pid === undefined ? undefined : guard(child.pid);
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/readyz`);
  return {
    url,
    stop: async () => {
      guardian?.dismiss();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Registers the address and the keys of the systems with each other. */
async function introduce(origin: Province, destination: Province, nationalUrl: string): Promise<void> {
  const others = [
    { at: origin, partner: await partnerAt('province', '44', destination.url) },
    { at: destination, partner: await partnerAt('province', '45', origin.url) },
    ...(await Promise.all(
      [origin, destination].map(async (at) => ({ at, partner: await partnerAt('national', 'national', nationalUrl) })),
    )),
  ];
  for (const { at, partner } of others) await at.post('/v1/exchange/partners', partner, await at.token());
}

const CONSIGNOR = { uscc: '914501000000000195', name: '演示收集有限公司', divisionCode: '450100' };
const CARRIER = { uscc: '91450800000000035Y', name: '演示运输有限公司', divisionCode: '450800' };
const RECEIVER = { uscc: '91440100000000043H', name: '演示再生铅有限公司', divisionCode: '440100' };
const LICENCE = {
  ...{ number: '4401000001', mode: 'recycling', wasteCodes: ['900-052-31'] },
  ...{ validFrom: '2024-01-01', validTo: '2029-01-01', issuer: '演示' },
};

const APPROVAL = {
  ...{ number: '演示批1', quantities: [{ wasteCode: '900-052-31', massGrams: 100_000_000_000 }] },
  ...{ treatmentMethods: ['R4'], decidedOn: '2026-09-01', requestedUntil: '2027-08-31', legalBasis: '演示' },
};

async function draftManifests(origin: Province, destination: Province, count: number): Promise<string[]> {
  const authority = await origin.token();
  const register = (body: object) => origin.post<Named>('/v1/parties', body, authority);
  const [consignor, carrier, receiver] = [await register(CONSIGNOR), await register(CARRIER), await register(RECEIVER)];
  const licence = await origin.post<Named>(`/v1/parties/${receiver.id}/licences`, LICENCE, authority);
  const between = { consignorId: consignor.id, receiverId: receiver.id, licenceId: licence.id };
  await origin.post('/v1/approvals', { ...APPROVAL, ...between }, authority);
  const site = { kind: 'transfer_point', name: '演示转运点', divisionCode: '450100' };
  const { id: siteId } = await origin.post<Named>(`/v1/parties/${consignor.id}/sites`, site, authority);
  const away = await destination.token();
  const there = await destination.post<Named>('/v1/parties', RECEIVER, away);
  const works = { kind: 'recycler', name: '演示冶炼厂', divisionCode: '440100' };
  await destination.post(`/v1/parties/${there.id}/sites`, works, away);
  await destination.post(`/v1/parties/${there.id}/licences`, LICENCE, away);
  const own = await origin.token(consignor.id);
  const lot = {
    ...{ origin: 'collected', siteId, batteryKind: 'stationary', riskClass: 'I', condition: 'whole', pieces: 60 },
    ...{ massGrams: 1_000_000, sourceType: 'repair-shop', occurredAt: '2026-10-05T08:30:00+08:00' },
  };
  return onLanes(count, async () => {
    const batch = await origin.post<Named>('/v1/batches', lot, own);
    const draft = {
      ...{ carrierId: carrier.id, receiverId: receiver.id, consignorSiteId: siteId },
      receiverSite: { name: '演示冶炼厂', divisionCode: '440100' },
      lines: [{ batchId: batch.id, massGrams: 1_000_000, pieces: 60, packaging: 'pallet', packages: 1 }],
    };
    return (await origin.post<Named>('/v1/manifests', draft, own)).id;
  });
}

async function submitAndFollow(origin: Province, destination: Province, ids: string[]): Promise<Figure> {
  const own = await origin.token(await consignorOf(origin));
  const submitted = new Map<string, number>();
  const start = performance.now();
  const following = follow(destination, submitted, ids.length);
  const waiting = [...ids];
  await onLanes(ids.length, async () => {
    const id = waiting.pop();
    if (id === undefined) throw new Error('more lanes than drafts');
    submitted.set(id, performance.now());
    await origin.post(`/v1/manifests/${id}/submit`, {}, own);
  });
  const latencies = (await following).toSorted((a, b) => a - b);
  const seconds = (performance.now() - start) / 1_000;
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  const name = 'manifests submitted in 45, numbered, known in 44';
  return {
    ...{ name, clients: LANES, recordsPerSecond: latencies.length / seconds, errors: ids.length - latencies.length },
    ...{ p50Ms: at(0.5), p99Ms: at(0.99) },
  };
}

/** Milliseconds from submission to the moment the other province holds the manifest with its number. */
async function follow(destination: Province, submitted: ReadonlyMap<string, number>, count: number): Promise<number[]> {
  const client = new pg.Client({ connectionString: destination.databaseUrl });
  await client.connect();
  const seen = new Map<string, number>();
  const giveUpAt = performance.now() + 120_000;
  while (seen.size < count && performance.now() < giveUpAt) {
    const { rows } = await client.query<{ id: string }>('select id from manifests where number is not null');
    for (const { id } of rows) if (!seen.has(id)) seen.set(id, performance.now() - (submitted.get(id) ?? 0));
    await sleep(50);
  }
  await client.end();
  return [...seen.values()];
}

async function consignorOf(origin: Province): Promise<string> {
  const answer = await fetch(`${origin.url}/v1/parties?uscc=${CONSIGNOR.uscc}`, {
    headers: { authorization: `Bearer ${await origin.token()}` },
  });
  const { items } = (await answer.json()) as { items: Named[] };
  const [first] = items;
  if (!first) throw new Error('the consignor is not registered');
  return first.id;
}

async function onLanes<Result>(count: number, work: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let left = count;
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (left-- > 0) results.push(await work());
    }),
  );
  return results;
}
