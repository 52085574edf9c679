import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/platform/database/db.ts';
import { record } from '../../../src/platform/journal/index.ts';
import { createMetrics } from '../../../src/platform/operation/metrics.ts';
import { useDatabase } from '../../setup/database.ts';

const database = useDatabase();

const OF_DATABASE = ['leadloop_journal_sealed_index', 'leadloop_journal_unsealed_entries'];
const valuesOf = (figures: string) =>
  OF_DATABASE.map((name) => figures.split('\n').find((line) => line.startsWith(`${name} `)));

it('shows the current figures of the database, and no figures when the database is unreachable', async () => {
  const now = new Date();
  const fact = { kind: 'test.happened', subject: 'test:1', payload: {}, occurredAt: now, recordedAt: now, version: 1 };
  await database.db.transaction((tx) => record(tx, [{ ...fact, actor: { subject: 'tester', source: 'local' } }]));
  const db = openDatabase({ url: database.url });
  const { read } = createMetrics(db, { waiting: () => Promise.reject(new Error('the queue is away')) });
  const figures = await read();
  expect(valuesOf(figures)).toEqual(['leadloop_journal_sealed_index 0', 'leadloop_journal_unsealed_entries 1']);
  expect(figures).not.toContain('leadloop_queue_waiting 0');
  await db.$client.end();
  expect(valuesOf(await read())).toEqual([undefined, undefined]);
});

it('does not wait for a database that is silent', async () => {
  const db = openDatabase({ url: database.url, poolMax: 1 });
  const taken = await db.$client.connect();
  const started = performance.now();
  expect(valuesOf(await createMetrics(db, { limitMs: 100 }).read())).toEqual([undefined, undefined]);
  expect(performance.now() - started).toBeLessThan(2_000);
  taken.release();
  await db.$client.end();
});
