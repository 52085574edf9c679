/** An organisation whose stock is adjusted over the API. */
import { beforeAll } from 'vitest';
import { batchInput, type Client, type Enterprise, useApp } from '../../app/fixture.ts';

export const AT = '2026-09-10T08:00:00+08:00';
const COUNTED_ON = '2026-09-30';
export const COUNTED_AT = '2026-09-30T15:59:59.999Z';
export const BALANCED = { sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 };
const SAID = { item: 'batteries', reasonCode: 'entry', reason: '移库时漏登' };

export const counted = (batchId: string, countedGrams: number, countedPieces: number | null = null) => ({
  ...{ batchId, countedGrams, countedPieces },
});

const ok = async (sending: ReturnType<Client['post']>) => {
  const { status, json, text } = await sending;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return json;
};

/** Call it at the top of a test file. */
export function useCounting() {
  const app = useApp();
  const who = { serial: 0 } as { own: Enterprise; second: Client; other: Enterprise; serial: number };
  const post = (path: string, body: object, by: Client = who.own) => ok(by.post(`/v1${path}`, { ...body }));
  const get = async (path: string, by: Client = who.own) => (await by.get(`/v1${path}`)).json;
  const books = async () => (await app.authority.get('/v1/books')).json;

  const batch = (massGrams: number, pieces: number, at = AT) =>
    post('/batches', batchInput(who.own.siteId, { massGrams, pieces, occurredAt: at }));
  type Line = Record<string, unknown>;
  const count = (lines: readonly Line[], more: object = {}) =>
    post('/stock-counts', {
      ...{ siteId: who.own.siteId, countedOn: COUNTED_ON, countedBy: '演示员' },
      ...{ lines: lines.map((line) => ({ item: 'batteries', leadPpm: 600_000, ...line })), ...more },
    });
  const adjust = (countId: string, batches: readonly object[], more: object = {}, by: Client = who.own) =>
    by.post(`/v1/stock-counts/${countId}/adjustments`, { ...SAID, batches, ...more });
  const decide = (id: string, step: 'confirm' | 'reject', by: Client, headers?: Record<string, string>) =>
    by.post(`/v1/stock-adjustments/${id}/${step}`, { reason: '已复点' }, headers);

  /** Registers a fresh organisation, a recycler by default, with two managers who logged in. */
  async function settle(kind = 'recycler'): Promise<void> {
    const enterprise = await app.enterprise({ kind });
    who.serial += 1;
    const loggedIn = { partyId: enterprise.partyId, loggedIn: true } as const;
    who.own = { ...enterprise, ...(await app.client({ ...loggedIn, subject: `first-${who.serial}` })) };
    who.second = await app.client({ ...loggedIn, subject: `second-${who.serial}` });
    await app.authority.post(`/v1/parties/${who.own.partyId}/licences`, {
      ...{ number: `演示证${who.serial}`, mode: 'recycling', wasteCodes: ['900-052-31'], issuer: '演示厅' },
      ...{ validFrom: '2026-01-01', validTo: '2027-01-01' },
    });
  }

  /** Returns every balance of a batch by date, made from its movements. */
  async function balances(id: string): Promise<number[]> {
    type Moved = { readonly massGrams: number; readonly toBatchId: string | null; readonly occurredAt: string };
    const moved: Moved[] = (await get(`/batches/${id}/movements?limit=200`)).items;
    const signed = ({ massGrams, toBatchId }: Moved) => (toBatchId === id ? massGrams : -massGrams);
    const dates = [...Map.groupBy(moved, ({ occurredAt }) => Date.parse(occurredAt))].toSorted(([a], [b]) => a - b);
    let held = 0;
    return dates.map(([, together]) => {
      held += together.reduce((sum, one) => sum + signed(one), 0);
      return held;
    });
  }

  beforeAll(async () => {
    await settle();
    who.other = await app.enterprise({ kind: 'recycler' });
  });
  return { app, who, post, get, books, batch, count, adjust, decide, settle, balances };
}
