/** November: what was recorded wrongly is corrected. */
import { RECORD_BATCH } from '../../../src/batches/examples/batches.ts';
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
}
