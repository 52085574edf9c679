/** Flows are made from the journal entries that manifests write; the two features share nothing else. */

import { expect, it } from 'vitest';
import { flowSubscription } from '../../src/oversight/index.ts';
import { listFlowRecords, readFlows } from '../../src/oversight/queries.ts';
import { advance, record, sealedUpTo, subscribe } from '../../src/platform/journal/index.ts';
import { accepted, arrived, at, deps, take, trade, useManifests } from '../manifests/api.ts';
import { NOW } from '../manifests/province.ts';
import { sealAll } from '../setup/sealing.ts';

useManifests();

async function follow(): Promise<void> {
  await sealAll(deps.db);
  await subscribe(deps.db, flowSubscription.name);
  while ((await advance(deps.db, flowSubscription)) > 0);
}

it('accepted mass is counted as the manifest says, refused mass is not', async () => {
  const [whole, part] = [await arrived(), await arrived()];
  expect((await take(trade.receiver, whole, 'accept', accepted(999_000, 60))).status).toBe(200);
  const line = { line: 1, acceptedGrams: 400_000, acceptedPieces: 24, treatmentMethod: 'R4' };
  const refusal = { refusedGrams: 600_000, refusedPieces: 36 };
  const partly = { at: at(30), remarks: '破损', lines: [{ ...line, ...refusal }] };
  expect((await take(trade.receiver, part, 'accept-partially', partly)).status).toBe(200);
  await follow();
  const { items } = await readFlows(deps.db, { of: 'all' }, { from: '2026-09', to: '2026-10', level: 'province' });
  expect(items).toMatchObject([
    { month: '2026-09', from: '45', to: '45', massGrams: 1_399_000, pieces: 84, manifests: 2 },
  ]);
  const records = await listFlowRecords(deps.db, { of: 'all' }, { month: '2026-09', limit: 10 });
  expect(records.items.map(({ manifestId, massGrams }) => [manifestId, massGrams])).toEqual([
    [whole, 999_000],
    [part, 400_000],
  ]);
});

it('an acceptance that cannot be read stops the figures rather than be left out', async () => {
  await follow();
  const before = await sealedUpTo(deps.db);
  const fact = { kind: 'manifest.accepted', subject: 'manifest:unreadable', version: 1, payload: { manifestId: 'x' } };
  const actor = { subject: 'nobody', source: 'local' } as const;
  await deps.db.transaction((tx) => record(tx, [{ ...fact, actor, occurredAt: NOW, recordedAt: NOW }]));
  await expect(follow()).rejects.toThrow(`journal entry ${before + 1} (manifest.accepted, version 1)`);
});
