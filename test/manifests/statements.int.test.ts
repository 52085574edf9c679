/** Statements of an acceptance. It holds the manifest's lock, so it must read the law from memory. */
import { expect, it } from 'vitest';
import { accepted, arrived, deps, take, trade, useManifests } from './api.ts';

useManifests();

/** Records the text of every statement sent to the server during some work. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const pool = deps.db.$client;
  const statements: string[] = [];
  const listening = new Map<object, () => void>();
  const listen = (client: { query: (...given: never[]) => unknown }) => {
    if (listening.has(client)) return;
    const { query } = client;
    client.query = function (this: unknown, ...given: never[]) {
      const [first] = given as readonly unknown[];
      statements.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text));
      return query.apply(client, given);
    };
    listening.set(client, () => {
      client.query = query;
    });
  };
  pool.on('acquire', listen as never);
  try {
    await work();
  } finally {
    pool.off('acquire', listen as never);
    for (const stop of listening.values()) stop();
  }
  return statements;
}

const LAW = /\b(law_values|work_calendar\w*)\b/;

it('an acceptance asks the database for no law', async () => {
  const id = await arrived();
  const statements = await statementsOf(async () => {
    const { status } = await take(trade.receiver, id, 'accept', accepted(1_000_000, 60));
    expect(status).toBe(200);
  });
  expect(statements.filter((text) => /\bmanifests\b/.test(text)).length).toBeGreaterThan(1);
  expect(statements.filter((text) => LAW.test(text))).toEqual([]);
});
