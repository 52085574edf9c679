/** November: what is registered wrongly is changed. */
import { REGISTER_CLIENT } from '../../../src/identity/clients/examples.ts';
import { idOf } from './register-chapter.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';

export async function change({ office, make, at }: Stage, story: Story): Promise<void> {
  at('2026-11-03T02:00:00.000Z');
  const [collector, carrier] = [idOf(story, 'collector'), idOf(story, 'carrier')];
  const client = await make(office, '/v1/clients', { ...REGISTER_CLIENT, partyId: collector });
  const records: readonly (readonly [string, Record<string, string>])[] = [
    ['/v1/parties/{id}', { id: collector }],
    ['/v1/sites/{id}', { id: idOf(story, 'collectionSite') }],
    ['/v1/people/{id}', { id: idOf(story, 'person') }],
    ['/v1/clients/{id}', { id: client.id }],
    ['/v1/parties/{id}/licences/{licenceId}', { id: collector, licenceId: idOf(story, 'licence') }],
    ['/v1/parties/{id}/vehicles/{vehicleId}', { id: carrier, vehicleId: idOf(story, 'vehicle') }],
  ];
  for (const [path, params] of records) {
    const { change: made } = await story.send(office, `PATCH ${path}`, { params });
    story.real.set('0199f2c4-5b1e-7d30-9a44-000000000024', made.id);
    await story.send(office, `GET ${path}/changes`, { params });
  }
}
