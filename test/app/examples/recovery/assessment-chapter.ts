/** November: the recycler submits October, an expert reviews it, and the province decides. */
import { collectWork } from '../../../../src/app.ts';
import { EXAMPLE_IDS } from '../../../../src/core/example-ids.ts';
import {
  DECIDE_ASSESSMENT,
  OPEN_ASSESSMENT,
  REVIEW_ASSESSMENT,
} from '../../../../src/recovery/assessments/examples.ts';
import { on, plantOf, TONNE } from '../../../recovery/plant.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../story.ts';

export async function assess({ app, make, at }: Stage, story: Story): Promise<void> {
  const { send } = story;
  at('2026-11-03T02:00:00.000Z');
  const partyId = await produce(app);
  await app.follow();
  const manager = await app.client({ subject: 'smelter', partyId, loggedIn: true });
  const expert = await app.client({ subject: 'expert', roles: ['assessor'], loggedIn: true });
  const office = await app.client({ subject: 'decider', roles: ['province_regulator'], loggedIn: true });
  const first = { id: (await send(manager, 'POST /v1/assessments')).id };
  const params = first;
  await send(manager, 'GET /v1/assessments/{id}/check', { params });
  await send(manager, 'POST /v1/assessments/{id}/submit', { params });
  await send(expert, 'POST /v1/assessments/{id}/return', { params });
  await make(manager, `/v1/assessments/${first.id}/submit`, {});
  await send(expert, 'POST /v1/assessments/{id}/review', { params });
  await send(office, 'POST /v1/assessments/{id}/send-back', { params });
  await make(manager, `/v1/assessments/${first.id}/submit`, {});
  await make(expert, `/v1/assessments/${first.id}/review`, REVIEW_ASSESSMENT);
  await send(office, 'POST /v1/assessments/{id}/refuse', { params });
  const { id: second } = await make(manager, '/v1/assessments', OPEN_ASSESSMENT);
  await send(manager, 'POST /v1/assessments/{id}/withdraw', { params: { id: second } });
  await certify({ app, make }, story, { manager, expert, office });
}

type People = Readonly<Record<'manager' | 'expert' | 'office', Awaited<ReturnType<Stage['app']['client']>>>>;

async function certify({ app, make }: Pick<Stage, 'app' | 'make'>, story: Story, { manager, expert, office }: People) {
  const { real, send } = story;
  const { id } = await make(manager, '/v1/assessments', OPEN_ASSESSMENT);
  real.set(EXAMPLE_IDS.assessment, id);
  const params = { id };
  await make(manager, `/v1/assessments/${id}/submit`, DECIDE_ASSESSMENT);
  await make(expert, `/v1/assessments/${id}/review`, REVIEW_ASSESSMENT);
  await send(office, 'POST /v1/assessments/{id}/certify', { params });
  const { id: other } = await make(manager, '/v1/assessments', {
    ...OPEN_ASSESSMENT,
    method: 'industry-lead-recovery',
  });
  await make(manager, `/v1/assessments/${other}/submit`, DECIDE_ASSESSMENT);
  await make(expert, `/v1/assessments/${other}/review`, REVIEW_ASSESSMENT);
  await make(office, `/v1/assessments/${other}/certify`, DECIDE_ASSESSMENT);
  await send(manager, 'GET /v1/assessments/{id}/evidence', { params });
  await send(manager, 'GET /v1/assessments/{id}/report', { params });
  await send(manager, 'POST /v1/assessments/{id}/object', { params });
  // Another person answers an objection than the one who decided.
  const answering = await app.client({ subject: 'answering office', roles: ['province_regulator'], loggedIn: true });
  await send(answering, 'POST /v1/assessments/{id}/answer', { params });
  await revise(app, { make, manager }, id);
  await send(office, 'POST /v1/assessments/{id}/confirm', { params });
  await send(office, 'POST /v1/assessments/{id}/reopen', { params: { id: other } });
  await revise(app, { make, manager }, id);
  await send(manager, 'GET /v1/assessments/{id}/revisions', { params });
  await send(manager, 'GET /v1/assessments');
  await send(manager, 'GET /v1/assessments/{id}', { params });
  await send(manager, 'GET /v1/assessments/{id}/history', { params });
}

/** A smelter with a whole month of records. */
async function produce(app: Stage['app']): Promise<string> {
  const plant = plantOf(app);
  const point = await plant.enterprise('collection_point', ['collection']);
  const who = await plant.enterprise('recycler', ['recycling', 'collection', 'transport']);
  const received = await plant.deliver({ who: point }, { who }, { tonnes: 100, day: 3 });
  const own = await plant.collect({ who }, 1, on(5));
  await plant.assay(who, own, 580_000, { certificateFileId: null });
  await plant.smelt(who, { [received]: 100, [own]: 1 }, 58);
  await plant.countBoth(who, [{ item: 'refined_lead', massGrams: 58 * TONNE, leadPpm: 1_000_000 }]);
  return who.partyId;
}

/** Records an emission of the assessed month, and lets the worker compare the certified figure. */
async function revise(
  app: Stage['app'],
  { make, manager }: Pick<Stage, 'make'> & Pick<People, 'manager'>,
  id: string,
): Promise<void> {
  const { partyId } = (await manager.get(`/v1/assessments/${id}`)).json;
  const { items } = (await manager.get(`/v1/parties/${partyId}/sites`)).json;
  const measured = { method: 'CEMS', monitoringPoint: 'DA001', occurredAt: '2026-10-05T08:00:00+08:00' };
  await make(manager, '/v1/emissions', { ...measured, siteId: items[0].id, medium: 'air', leadGrams: 5_000 });
  await app.follow();
  const sweep = collectWork(app.deps).sweeps.find(({ name }) => name === 'revisions');
  await sweep?.pass();
}
