/** Metrics of partners: messages that wait for them or that they refused, and the time since which they fail. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { deliverTo } from '../../src/exchange/deliveries/sending-service.ts';
import { EXCHANGE_FIGURES } from '../../src/exchange/figure-queries.ts';
import { insertNumbers } from '../../src/exchange/numbers/store.ts';
import { newId } from '../../src/platform/ids.ts';
import { createMetrics } from '../../src/platform/operation/metrics.ts';
import { startPartner } from './fake-partner.ts';
import { entryOf, useSending } from './sending.ts';

const sending = useSending();
const { database, plan, register, deliverAll } = sending;

/** The figures of the exchange as Prometheus reads them, by name and labels, in whole minutes where they are times. */
async function figures(): Promise<Record<string, number>> {
  const text = await createMetrics(database.db, { figures: [EXCHANGE_FIGURES] }).read();
  const lines = [...text.matchAll(/^leadloop_exchange_(\S+) (\S+)$/gm)];
  return Object.fromEntries(
    lines.map(([, name = '', value]) => [name, /seconds/.test(name) ? Math.floor(Number(value) / 60) : Number(value)]),
  );
}

const away = (minutes: number) =>
  database.db.execute(sql`update exchange_partners set failing_since = now() - ${minutes} * interval '1 minute'`);

it('a message that a partner refused is parked, and one that it did not get is due', async () => {
  const partner = await register(await startPartner());
  partner.says = () => ({ outcome: 'refused', problem: { code: 'licence-missing', title: 'No', detail: 'No.' } });
  await plan(entryOf(newId(), 1));
  await deliverTo(sending.deps, '44');
  await plan(entryOf(newId(), 1));
  await database.db.execute(sql`update exchange_deliveries set created_at = now() - interval '90 minutes'`);
  expect(await figures()).toEqual({
    'deliveries{partner="44",state="due"}': 1,
    'deliveries{partner="44",state="parked"}': 1,
    'oldest_due_seconds{partner="44"}': 90,
    'failing_seconds{partner="44"}': 0,
    number_clashes: 0,
    numbers_waiting: 0,
  });
});

it('a partner fails since its first failure, until it answers', async () => {
  const partner = await register(await startPartner());
  await plan(entryOf(newId(), 1));
  partner.next((response) => response.writeHead(500).end('{}'));
  await deliverTo(sending.deps, '44');
  await away(40);
  partner.next((response) => response.writeHead(500).end('{}'));
  await database.db.execute(sql`update exchange_partners set next_attempt_at = null`);
  await deliverTo(sending.deps, '44');
  expect(await figures()).toMatchObject({ 'failing_seconds{partner="44"}': 40 });
  await deliverAll();
  expect(await figures()).toMatchObject({ 'failing_seconds{partner="44"}': 0 });
});

it('messages to a partner that is not registered, and numbers without a manifest, are seen', async () => {
  await plan(entryOf(newId(), 1));
  await database.db.transaction((tx) =>
    insertNumbers(tx, [{ manifestId: newId(), number: '20264502000001' }], new Date()),
  );
  expect(await figures()).toMatchObject({ 'deliveries{partner="44",state="due"}': 1, numbers_waiting: 1 });
});
