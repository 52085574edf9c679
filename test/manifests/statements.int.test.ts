/** Statements of steps. A step holds the manifest's lock, so it must read the law from memory, and ask no more than it needs. */
import { expect, it } from 'vitest';
import { accepted, arrived, at, deps, numbered, send, take, trade, useManifests } from './api.ts';
import { addTrade, requestOf } from './province.ts';

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

it('a hand-over to another province needs two statements more than one within it: its approval, and what it uses', async () => {
  const within = trade;
  const across = await addTrade(deps, '44', { massGrams: 2_000_000, pieces: 120 });
  const handOver = async ({ consignor, ...route }: typeof trade) => {
    const { body } = await send(consignor, '/manifests', requestOf({ consignor, ...route }, 1_000_000, 60));
    const step = async (name: string, body_: object) => {
      const { status, body: answer } = await take(consignor, body.id, name, body_);
      expect(status, JSON.stringify(answer)).toBe(200);
    };
    await step('submit', { at: at(0) });
    await numbered(body.id);
    return (await statementsOf(() => step('hand-over', { at: at(10) }))).length;
  };
  // The first one plans its statements.
  await handOver(within);
  const [here, there] = [await handOver(within), await handOver(across)];
  expect(there - here, `${here} within the province, ${there} across its border`).toBe(2);
});

it('paper asks once for its outage, number and photographs, and a hand-over never does', async () => {
  const asksOf = async (step: string, id: string, body: object) => {
    const statements = await statementsOf(async () => {
      const { status, body: answer } = await take(trade.consignor, id, step, body);
      expect(status, JSON.stringify(answer)).toBe(200);
    });
    return statements.filter((text) => /\b(outages|paper_number\w*|manifest_photographs)\b/.test(text)).length;
  };
  const { body } = await send(trade.consignor, '/manifests', requestOf(trade, 1_000_000, 60));
  const paper = { at: at(0), number: '纸计-1', reason: '停机' };
  expect(await asksOf('register-paper', body.id, paper)).toBe(1);
  expect(await asksOf('backfill', body.id, { at: at(5), transferCompletedAt: at(4) })).toBe(1);
  expect(await asksOf('hand-over', body.id, { at: at(3) })).toBe(0);
});
