/** Records collections as a point does: each at once, or many together. */
import type { Collection, Sending } from '../plan/collection.ts';
import { isoOf } from '../plan/moment.ts';
import { clientOf } from '../stage/stage.ts';
import type { Play } from './play.ts';
import { BulkAnswer, Made } from './wire.ts';

export async function sendCollections(play: Play, { province, by, mode, rows, key }: Sending): Promise<void> {
  const client = clientOf(play.stage, province);
  const as = play.registry.party(province, by);
  const siteId = play.registry.site(by);
  if (mode === 'single') {
    for (const row of rows) {
      const { id } = await client.post({ path: '/v1/batches', key: row.ref, body: bodyOf(row, siteId), as }, Made);
      play.refs.publish(row.ref, id);
    }
  } else {
    const body = rows.map((row) => ({ idempotencyKey: encodeURIComponent(row.ref), batch: bodyOf(row, siteId) }));
    const { items } = await client.post({ path: '/v1/batches/bulk', key, body, as }, BulkAnswer);
    for (const [at, { ref }] of rows.entries()) {
      const item = items[at];
      if (!item?.id) throw new Error(`${ref} was refused: ${item?.problem?.detail ?? 'without an answer'}`);
      play.refs.publish(ref, item.id);
    }
  }
  play.progress.collections += rows.length;
}

function bodyOf({ origin, batteryKind, riskClass, condition, ...row }: Collection, siteId: string): object {
  const { massGrams, pieces, sourceType, supplierName, at } = row;
  const source = origin === 'collected' ? { sourceType, supplierName } : {};
  return { origin, siteId, batteryKind, riskClass, condition, massGrams, pieces, occurredAt: isoOf(at), ...source };
}
