/** November: a count has found less than the books have, and a second person confirms the adjustment. */
import { EXAMPLE_IDS } from '../../../src/core/example-ids.ts';
import { COUNT_STOCK } from '../../../src/recycling/examples.ts';
import { batchInput } from '../fixture.ts';
import { idOf } from './register-chapter.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

export async function adjust({ app, make, at }: Stage, story: Story): Promise<void> {
  const { real, send } = story;
  const [partyId, siteId] = [idOf(story, 'recycler'), idOf(story, 'recyclingSite')];
  const [recycler, second] = [
    await app.client({ subject: 'smelter', partyId, loggedIn: true }),
    await app.client({ subject: 'second person', partyId, loggedIn: true }),
  ];
  at('2026-11-02T04:00:00.000Z');
  const declared = { massGrams: 198_390, pieces: 12, occurredAt: '2026-10-13T10:00:00+08:00' };
  const batch = await make(recycler, '/v1/batches', batchInput(siteId, declared));
  const before = real.get(EXAMPLE_IDS.receivedBatch);
  real.set(EXAMPLE_IDS.receivedBatch, batch.id);
  const lines = [{ item: 'batteries', massGrams: 150_000, pieces: 9, leadPpm: 580_000 }];
  const proposals: string[] = [];
  for (const countedOn of ['2026-10-13', '2026-10-14']) {
    const count = await make(recycler, '/v1/stock-counts', { ...COUNT_STOCK, siteId, countedOn, lines });
    const made = await send(recycler, 'POST /v1/stock-counts/{id}/adjustments', { params: { id: count.id } });
    proposals.push(made.id);
  }
  const [booked = '', rejected = ''] = proposals;
  await send(second, 'POST /v1/stock-adjustments/{id}/reject', { params: { id: rejected } });
  await send(second, 'POST /v1/stock-adjustments/{id}/confirm', { params: { id: booked } });
  await send(recycler, 'GET /v1/stock-adjustments');
  await send(recycler, 'GET /v1/stock-adjustments/{id}', { params: { id: booked } });
  if (before !== undefined) real.set(EXAMPLE_IDS.receivedBatch, before);
}
