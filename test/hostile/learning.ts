/** Takes up what answers show: records that were made, their states, and places in lists. */
import type { Answer } from './sending.ts';
import type { Draft } from './valid.ts';
import type { World } from './world.ts';

/** Nouns of what a POST makes, by its path. */
const MADE: Readonly<Record<string, string>> = {
  '/v1/batches': 'batch',
  '/v1/batches/merge': 'batch',
  '/v1/batches/{id}/split': 'batch',
  '/v1/batches/{id}/corrections': 'correction',
  '/v1/batches/{id}/dispositions': 'disposition',
  '/v1/runs': 'run',
  '/v1/supplies': 'supply',
  '/v1/assays': 'assay',
  '/v1/stock-counts': 'stockCount',
  '/v1/stock-counts/{id}/adjustments': 'stockAdjustment',
  '/v1/stock-counts/{id}/observations': 'stockObservation',
  '/v1/emissions': 'emission',
  '/v1/parties': 'spareParty',
  '/v1/parties/{id}/sites': 'site',
  '/v1/parties/{id}/vehicles': 'vehicle',
  '/v1/people': 'person',
  '/v1/clients': 'client',
  '/v1/imports/parties': 'import',
};

/** Places in a list that are kept for other requests. */
const CURSORS = 50;

export async function learn(world: World, draft: Draft, { status, headers, text }: Answer): Promise<void> {
  if (status < 200 || status > 299 || text === '' || !/json/.test(headers['content-type'] ?? '')) return;
  const { operation, person, method } = draft;
  if (method !== 'POST') return learnPlace(world, operation.name, text);
  const { pools } = world;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are looked into here
  const json: any = JSON.parse(text);
  const partyId = person?.partyId;
  if (operation.path.startsWith('/v1/manifests')) return learnManifest(world, operation.path, json);
  const noun = MADE[operation.path];
  if (noun !== undefined && typeof json.id === 'string')
    pools.add(noun, { id: json.id, partyId: json.partyId ?? partyId });
  for (const { id } of Array.isArray(json.batches) ? json.batches : []) {
    if (id !== undefined) pools.add('batch', { id, partyId });
  }
}

function learnPlace({ pools }: World, name: string, text: string): void {
  const place = /"nextCursor":"([\w-]+)"/.exec(text)?.[1];
  if (place === undefined) return;
  pools.cursors.set(name, [...(pools.cursors.get(name) ?? []).slice(-CURSORS), place]);
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes are looked into here
async function learnManifest({ pools, number }: World, path: string, json: any): Promise<void> {
  const { id, state, consignorId, carrierId, receiverId } = json;
  const named = { consignor: consignorId, carrier: carrierId, receiver: receiverId };
  if (typeof id === 'string') pools.add('manifest', { id, partyId: consignorId, state, ...named });
  for (const { receivedBatchId } of json.lines ?? [])
    if (receivedBatchId) pools.add('batch', { id: receivedBatchId, partyId: receiverId });
  if (path.endsWith('/submit')) await number(id);
}
