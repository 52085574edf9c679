/** November: what was recorded wrongly is corrected. */
import { RECORD_BATCH } from '../../../src/batches/examples/batches.ts';
import { DISPOSE, FEED_RUN, OPEN_RUN, RECORD_EMISSION, RECORD_SUPPLY, YIELD } from '../../../src/recycling/examples.ts';
import { idOf } from './register-chapter.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

export async function correct(stage: Stage, story: Story): Promise<void> {
  stage.at('2026-11-02T02:00:00.000Z');
  const collector = await stage.app.client({ subject: 'manager of the collector', partyId: idOf(story, 'collector') });
  const declared = { ...RECORD_BATCH, siteId: idOf(story, 'collectionSite') };
  const { id } = await stage.make(collector, '/v1/batches', declared);
  const made = await story.send(collector, 'POST /v1/batches/{id}/corrections', { params: { id } });
  await story.send(collector, 'GET /v1/corrections/{id}', { params: { id: made.id } });
  await story.send(collector, 'GET /v1/batches/{id}/corrections', { params: { id } });
  await correctRecycling(stage, story);
}

/** Corrects a run in progress with its supply and its sale, and an emission. */
async function correctRecycling({ app, make, at }: Stage, story: Story): Promise<void> {
  const recycler = await app.client({ subject: 'smelter', partyId: idOf(story, 'recycler') });
  const siteId = idOf(story, 'recyclingSite');
  at('2026-11-02T03:00:00.000Z');
  const supply = await make(recycler, '/v1/supplies', { ...RECORD_SUPPLY, siteId });
  const run = await make(recycler, '/v1/runs', { ...OPEN_RUN, siteId });
  const line = { batchId: supply.batchId, massGrams: 160_000 };
  await make(recycler, `/v1/runs/${run.id}/feeds`, { ...FEED_RUN, lines: [line] });
  const outputs = [{ material: 'refined_lead', massGrams: 112_000 }];
  const { batches } = await make(recycler, `/v1/runs/${run.id}/outputs`, { ...YIELD, outputs });
  const product = batches[0].id;
  const sale = await make(recycler, `/v1/batches/${product}/dispositions`, { ...DISPOSE, massGrams: 60_000 });
  const emission = await make(recycler, '/v1/emissions', { ...RECORD_EMISSION, siteId });
  const { items } = (await recycler.get(`/v1/runs/${run.id}/movements`)).json;
  const records: readonly (readonly [string, Record<string, string>])[] = [
    ['/v1/runs/{id}/feeds/{feedId}', { id: run.id, feedId: items[0].id }],
    ['/v1/runs/{id}/outputs/{outputId}', { id: run.id, outputId: product }],
    ['/v1/supplies/{id}', { id: supply.id }],
    ['/v1/dispositions/{id}', { id: sale.id }],
    ['/v1/emissions/{id}', { id: emission.id }],
  ];
  for (const [path, params] of records) {
    await story.send(recycler, `POST ${path}/corrections`, { params });
    await story.send(recycler, `GET ${path}/corrections`, { params });
  }
}
