/** Entries of a manifest that are gone from the journal: each reader says so instead of showing the rest as the whole. */
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { arrived, deps, send, trade, useManifests } from '../manifests/api.ts';
import { sealAll } from '../setup/sealing.ts';

const database = useManifests();

/** Deletes entries as the owner who turns the triggers off. */
async function lose(id: string, condition: string): Promise<void> {
  await database.owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from journal_entries where subject = ${`manifest:${id}`} and ${sql.raw(condition)}`);
  });
}

const READERS = [
  ['the history of the manifest, for the consignor', () => trade.consignor, (id: string) => `/manifests/${id}/history`],
  ['the history of the manifest, for the receiver', () => trade.receiver, (id: string) => `/manifests/${id}/history`],
  ['its entries in the journal', () => ({ id: 'authority' }), (id: string) => `/journal/subjects/manifest:${id}`],
] as const;
const LOST = [
  ['one in the middle', 'number = 2'],
  ['the first', 'number = 1'],
  ['the last', 'number = (select max(number) from journal_heads h where h.subject = journal_entries.subject)'],
  ['all', 'true'],
] as const;

describe.each(READERS)('%s', (_, reader, pathOf) => {
  it('shows all entries, also while the last ones wait for their places', async () => {
    const id = await arrived();
    await send(reader(), pathOf(id));
    await sealAll(deps.db);
    const { status, body } = await send(reader(), pathOf(id));
    expect(status).toBe(200);
    expect(body.items.map(({ number }: { number: number }) => number)).toEqual(
      body.items.map((_entry: object, place: number) => place + 1),
    );
    expect(body.items.length).toBeGreaterThan(3);
  });

  it.each(LOST)('is refused by name when %s is gone', async (_lost, condition) => {
    const id = await arrived();
    await sealAll(deps.db);
    await lose(id, condition);
    const { status, body } = await send(reader(), pathOf(id));
    expect([status, body.code]).toEqual([500, 'journal-broken']);
    expect(body.detail).toMatch(/the subject lacks an entry at this place or before it|该序号处或之前缺少该对象的条目/);
  });
});

it('an organisation that is not named on the manifest learns nothing of its gap', async () => {
  const id = await arrived();
  await sealAll(deps.db);
  await lose(id, 'true');
  const other = { id: '01990000-0000-7000-8000-000000000001' };
  expect((await send(other, `/manifests/${id}/history`)).status).toBe(404);
});
