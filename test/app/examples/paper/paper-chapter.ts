/** The seventh of October: the national system cannot be used, so that loads travel on paper. */

import { EXAMPLE_IDS } from '../../../../src/core/example-ids.ts';
import { png, upload } from '../../../files/sample.ts';
import type { Client } from '../../fixture.ts';
import { idOf } from '../register-chapter.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../story.ts';

export async function declare({ office, at }: Stage, { real, send }: Story): Promise<void> {
  at('2026-10-07T00:40:00.000Z');
  const { id } = await send(office, 'POST /v1/outages');
  real.set(EXAMPLE_IDS.outage, id);
  const reserved = await send(office, 'POST /v1/paper-numbers');
  real.set(EXAMPLE_IDS.paperNumbers, reserved.id);
  at('2026-10-07T10:05:00.000Z');
  await send(office, 'POST /v1/outages/{id}/end', { params: { id } });
  await send(office, 'GET /v1/outages');
  await send(office, 'GET /v1/outages/{id}', { params: { id } });
}

/** The load that went on paper: what shows it, and the number of its form. */
export async function show({ app, office, at }: Stage, story: Story, by: Client, id: string): Promise<void> {
  const { real, send } = story;
  at('2026-10-09T00:50:00.000Z');
  const { json } = await upload(app, by, png('form'), { type: 'image/png', name: '纸质联单.png' });
  real.set(EXAMPLE_IDS.photographFile, json.id);
  await send(by, 'POST /v1/manifests/{id}/photographs', { params: { id } });
  await send(by, 'GET /v1/manifests/{id}/photographs', { params: { id } });
  await send(office, 'GET /v1/paper-numbers');
  await send(office, 'GET /v1/paper-numbers/{id}', { params: { id: idOf(story, 'paperNumbers') } });
}
