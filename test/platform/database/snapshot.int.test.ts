import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { asService, readSpreadAs } from '../../../src/platform/database/row-security.ts';
import { readEach, readSnapshot } from '../../../src/platform/database/snapshot.ts';
import { useApp } from '../../app/fixture.ts';

const app = useApp();

it('reads one snapshot on several connections at the same time, and in turns when they are busy', async () => {
  const count = sql`select pg_backend_pid() as process, (select count(*)::integer from parties) as parties, pg_sleep(0.05)`;
  await app.enterprise();
  const read = await readSnapshot(app.deps.db, 2, async (reader) => {
    const found = () => reader.execute<{ process: number; parties: number }>(count).then(({ rows }) => rows[0]);
    const before = await found();
    await app.enterprise();
    return [before, ...(await readEach(reader, [found, found, found, found]))];
  });
  expect(new Set(read.map((one) => one?.parties)).size).toBe(1);
  expect(new Set(read.map((one) => one?.process)).size).toBe(2);
});

it('writes nothing, and passes on the error of a statement while others go on', async () => {
  const failed = readSnapshot(app.deps.db, 2, async (reader) => {
    const found = await Promise.allSettled([reader.execute(sql`delete from parties`), reader.execute(sql`select 1`)]);
    return found.map(({ status }) => status);
  });
  expect(await failed).toEqual(['rejected', 'fulfilled']);
});

it('reads under row-level security on every connection, and never as the service', async () => {
  const { partyId } = await app.enterprise();
  const mine = sql`select pg_backend_pid() as process, current_user as role, pg_sleep(0.05),
    current_setting('leadloop.parties') as parties, (select count(*)::integer from party_contacts) as contacts`;
  const read = await readSpreadAs(app.deps.db, { visibility: { of: 'party', partyId } }, 2, async (tx) => {
    const found = () => tx.execute<Record<string, unknown>>(mine).then(({ rows }) => rows[0]);
    const all = await readEach(tx, [found, found, found]);
    await expect(asService(tx, 'a test', async () => undefined)).rejects.toThrow('not under row-level security');
    return all;
  });
  expect(new Set(read.map((one) => one?.process)).size).toBe(2);
  const seen = { role: 'leadloop_request', parties: `{${partyId}}`, contacts: 1 };
  for (const one of read) expect(one).toMatchObject(seen);
});
