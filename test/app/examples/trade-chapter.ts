/** October: batches are recorded, split and merged, and manifests take every way to their end. */

import { RECORD_BATCH } from '../../../src/batches/examples/batches.ts';
import { EXAMPLE_IDS } from '../../../src/core/example-ids.ts';
import type { Client } from '../fixture.ts';
import { show } from './paper/paper-chapter.ts';
import { idOf } from './register-chapter.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

/** The parties to the manifests, as their managers. */
type Parties = Readonly<Record<'consignor' | 'carrier' | 'receiver', Client>>;

type Step = readonly [name: string, by: keyof Parties, at: string];

const SUBMIT: Step = ['submit', 'consignor', '2026-10-07T00:00:00.000Z'];
const ARRIVED: readonly Step[] = [
  SUBMIT,
  ['hand-over', 'consignor', '2026-10-07T01:00:00.000Z'],
  ['depart', 'carrier', '2026-10-07T01:20:00.000Z'],
  ['arrive', 'receiver', '2026-10-07T03:05:00.000Z'],
];
const DECIDED = '2026-10-07T03:40:00.000Z';

/** Ways of a manifest; the first is the one that goes on to recycling. */
const WAYS: readonly (readonly Step[])[] = [
  [...ARRIVED, ['accept', 'receiver', DECIDED]],
  [...ARRIVED, ['accept-partially', 'receiver', DECIDED], ['close', 'consignor', '2026-10-08T02:00:00.000Z']],
  [...ARRIVED, ['reject', 'receiver', DECIDED]],
  [...ARRIVED, ['dispute', 'receiver', DECIDED]],
  [SUBMIT, ['cancel', 'consignor', '2026-10-07T00:30:00.000Z']],
  [
    ['register-paper', 'consignor', '2026-10-07T01:00:00.000Z'],
    ['backfill', 'consignor', '2026-10-09T01:00:00.000Z'],
  ],
];

export async function trade(stage: Stage, story: Story): Promise<void> {
  stage.at('2026-10-05T00:31:12.480Z');
  const manager = (record: 'collector' | 'carrier' | 'recycler') =>
    stage.app.client({ subject: `manager of the ${record}`, partyId: idOf(story, record) });
  const [consignor, carrier, receiver] = [
    await manager('collector'),
    await manager('carrier'),
    await manager('recycler'),
  ];
  await collect(stage, story, consignor);
  const manifests: string[] = [];
  for (const way of WAYS) manifests.push(await lead(stage, story, { consignor, carrier, receiver }, way));
  const [accepted = ''] = manifests;
  await read(story, consignor, accepted);
}

async function collect({ at }: Stage, { real, send }: Story, consignor: Client): Promise<void> {
  const { id } = await send(consignor, 'POST /v1/batches');
  real.set(EXAMPLE_IDS.batch, id);
  await send(consignor, 'POST /v1/batches/bulk');
  await send(consignor, 'GET /v1/batches');
  await send(consignor, 'GET /v1/batches/{id}', { params: { id } });
  at('2026-10-06T01:00:00.214Z');
  const part = await send(consignor, 'POST /v1/batches/{id}/split', { params: { id } });
  real.set(EXAMPLE_IDS.otherBatch, part.id);
  await send(consignor, 'GET /v1/batches/{id}/movements', { params: { id } });
  await send(consignor, 'GET /v1/batches/{id}/trace', { params: { id }, query: '?direction=forward' });
  await send(consignor, 'GET /v1/storage', { query: '?share=0' });
  await send(consignor, 'POST /v1/batches/merge');
}

/** Drafts a manifest over a batch of its own, and takes its steps. */
async function lead(stage: Stage, story: Story, parties: Parties, way: readonly Step[]): Promise<string> {
  const { at, make, exchange } = stage;
  at('2026-10-06T23:58:00.000Z');
  const batch = { ...RECORD_BATCH, siteId: idOf(story, 'collectionSite') };
  story.real.set(EXAMPLE_IDS.batch, (await make(parties.consignor, '/v1/batches', batch)).id);
  const { id } = await story.send(parties.consignor, 'POST /v1/manifests');
  if (!story.real.has(EXAMPLE_IDS.manifest)) story.real.set(EXAMPLE_IDS.manifest, id);
  for (const [step, by, instant] of way) {
    if (step === 'backfill') await show(stage, story, parties.consignor, id);
    at(instant);
    if (step === 'accept') await story.send(parties[by], 'GET /v1/duties');
    const { lines } = await story.send(parties[by], `POST /v1/manifests/{id}/${step}`, { params: { id } });
    if (step === 'submit') await exchange();
    if (step === 'accept') story.real.set(EXAMPLE_IDS.receivedBatch, lines[0].receivedBatchId);
  }
  return id;
}

async function read({ send }: Story, consignor: Client, id: string): Promise<void> {
  await send(consignor, 'GET /v1/manifests');
  await send(consignor, 'GET /v1/manifests/{id}', { params: { id } });
  await send(consignor, 'GET /v1/manifests/{id}/history', { params: { id } });
}
