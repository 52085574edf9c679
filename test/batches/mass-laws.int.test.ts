/** The laws of mass, on the database: mass neither appears nor vanishes, and no balance is negative. */
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { batchInput, type Enterprise, useApp } from '../app/fixture.ts';

const app = useApp();
let own: Enterprise;
beforeAll(async () => {
  own = await app.enterprise();
});

type Account = { readonly id: string; massGrams: number; pieces: number };
type Step =
  | { readonly do: 'generate'; readonly pieceGrams: number; readonly pieces: number }
  | { readonly do: 'split'; readonly of: number; readonly share: number; readonly pieces: number }
  | { readonly do: 'overdraw'; readonly of: number; readonly by: number }
  | { readonly do: 'merge'; readonly from: number; readonly count: number };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('generate' as const),
      pieceGrams: fc.integer({ min: 50, max: 100_000 }),
      pieces: fc.integer({ min: 1, max: 1_000 }),
    }),
    fc.record({
      do: fc.constant('split' as const),
      of: fc.nat(50),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      pieces: fc.nat(5),
    }),
    fc.record({ do: fc.constant('overdraw' as const), of: fc.nat(50), by: fc.integer({ min: 1, max: 1_000 }) }),
    fc.record({ do: fc.constant('merge' as const), from: fc.nat(50), count: fc.integer({ min: 2, max: 5 }) }),
  ),
  { minLength: 5, maxLength: 25 },
);

/** Takes a step in the API, and keeps the expected accounts. */
async function take(step: Step, accounts: Account[]): Promise<void> {
  const pick = (at: number) => accounts[at % accounts.length];
  if (step.do === 'generate' || accounts.length === 0) {
    const { pieceGrams, pieces } = step.do === 'generate' ? step : { pieceGrams: 50, pieces: 1 };
    const amount = { massGrams: pieceGrams * pieces, pieces };
    const { status, json } = await own.post('/v1/batches', batchInput(own.siteId, amount));
    expect(status).toBe(201);
    accounts.push({ id: json.id, ...amount });
  } else if (step.do === 'split') await split(pick(step.of), step, accounts);
  else if (step.do === 'overdraw') await overdraw(pick(step.of), step.by);
  else await merge([...new Set(Array.from({ length: step.count }, (_, at) => pick(step.from + at)))], accounts);
}

async function split(
  account: Account | undefined,
  { share, pieces }: { share: number; pieces: number },
  accounts: Account[],
) {
  if (account === undefined || account.massGrams === 0) return;
  const part = {
    massGrams: Math.max(1, Math.floor(account.massGrams * share)),
    pieces: Math.min(pieces, account.pieces),
  };
  const { status, json } = await own.post(`/v1/batches/${account.id}/split`, part);
  const rest = { massGrams: account.massGrams - part.massGrams, pieces: account.pieces - part.pieces };
  const apart = [part, rest].some((one) => one.massGrams > 0 !== one.pieces > 0);
  const differ = !apart && [part, rest].some((one) => contradicts(one, account));
  const code = (apart && 'batch-quantities-apart') || (differ && 'batch-piece-mass-differs') || undefined;
  expect([status, json.code]).toEqual([code ? 422 : 201, code]);
  if (code) return;
  account.massGrams -= part.massGrams;
  account.pieces -= part.pieces;
  accounts.push({ id: json.id, ...part });
}

/** Returns true when a piece weighs over five times as much or as little as one of the batch, and no battery weighs that. */
function contradicts(part: Omit<Account, 'id'>, batch: Account): boolean {
  if (part.pieces === 0) return false;
  const isFar =
    part.massGrams * batch.pieces > 5 * batch.massGrams * part.pieces ||
    batch.massGrams * part.pieces > 5 * part.massGrams * batch.pieces;
  return isFar && (part.massGrams < 50 * part.pieces || part.massGrams > 10_000_000 * part.pieces);
}

async function overdraw(account: Account | undefined, by: number) {
  if (account === undefined || account.massGrams + by > 100_000_000_000) return;
  const { json } = await own.post(`/v1/batches/${account.id}/split`, { massGrams: account.massGrams + by, pieces: 0 });
  expect(json.code).toBe('batch-mass-exceeded');
}

async function merge(parts: (Account | undefined)[], accounts: Account[]) {
  const chosen = parts.filter((part) => part !== undefined);
  const { status, json } = await own.post('/v1/batches/merge', { batchIds: chosen.map(({ id }) => id) });
  if (chosen.length < 2 || chosen.some(({ massGrams }) => massGrams === 0))
    return expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBe(201);
  const sum = (of: (account: Account) => number) => chosen.reduce((total, account) => total + of(account), 0);
  accounts.push({
    id: json.id,
    massGrams: sum((account) => account.massGrams),
    pieces: sum((account) => account.pieces),
  });
  for (const account of chosen) Object.assign(account, { massGrams: 0, pieces: 0 });
}

async function expectBooks(accounts: readonly Account[]) {
  const { json: books } = await app.authority.get('/v1/books');
  expect(books).toMatchObject({ sumOfAccountsGrams: 0, negativeAccounts: 0, deviatingAccounts: 0 });
  for (const { id, massGrams, pieces } of accounts) {
    expect((await own.get(`/v1/batches/${id}`)).json).toMatchObject({ massGrams, pieces });
  }
}

describe('whatever is generated, split, merged and overdrawn', () => {
  it('the books add up to zero, no balance is negative, and every balance is as expected', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const accounts: Account[] = [];
        for (const step of all) await take(step, accounts);
        await expectBooks(accounts);
      }),
      { numRuns: 25 },
    );
  });

  it('the trace back of the largest batch explains all of its mass', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const accounts: Account[] = [];
        for (const step of all) await take(step, accounts);
        const largest = accounts.toSorted((a, b) => b.massGrams - a.massGrams)[0];
        if (largest === undefined || largest.massGrams === 0) return;
        const { json } = await own.get(`/v1/batches/${largest.id}/trace`);
        const sources = json.steps.filter(({ kind }: { kind: string }) => kind === 'generation');
        const explained = sources.reduce((sum: number, { sharePpm }: { sharePpm: number }) => sum + sharePpm, 0);
        expect(json.complete).toBe(true);
        expect(explained).toBe(1_000_000);
        const direct = json.steps.filter(({ depth }: { depth: number }) => depth === 1);
        expect(direct.reduce((sum: number, { sharePpm }: { sharePpm: number }) => sum + sharePpm, 0)).toBe(1_000_000);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the database itself', () => {
  const attempt = (statement: ReturnType<typeof sql>, db = app.database.db) =>
    db.execute(statement).then(
      () => 'done',
      (error: Error) => String(error.cause instanceof Error ? error.cause.message : error.message),
    );
  let batch: { id: string };
  beforeAll(async () => {
    batch = (await own.post('/v1/batches', batchInput(own.siteId, { massGrams: 100, pieces: 2 }))).json;
  });

  it('refuses to write a balance, also together with other columns', async () => {
    const refused = 'the balance of a batch is changed by movements only';
    expect(await attempt(sql`update batches set mass_grams = mass_grams + 1 where id = ${batch.id}`)).toBe(refused);
    expect(await attempt(sql`update batches set pieces = 9, material = 'x' where id = ${batch.id}`)).toBe(refused);
  });

  it('refuses a new batch with mass', async () => {
    const insert = sql`insert into batches (id, party_id, site_id, kind, material, mass_grams, occurred_at, recorded_at)
      select gen_random_uuid(), party_id, site_id, kind, material, 5, occurred_at, recorded_at from batches where id = ${batch.id}`;
    expect(await attempt(insert)).toBe('a batch begins with a balance of zero; a movement gives it mass');
  });

  it.each(['update movements set mass_grams = 1', 'delete from movements', 'truncate movements cascade'])(
    'keeps movements as they are: %s',
    async (statement) => {
      expect(await attempt(sql.raw(statement))).toBe('permission denied for table movements');
      const owner = await attempt(sql.raw(statement), app.database.owner);
      expect(owner).toMatch(/movements is append-only: \w+ refused/);
    },
  );

  it.each(['update journal_entries set kind = kind', 'delete from journal_entries', 'truncate journal_entries'])(
    'keeps the journal as it is: %s',
    async (statement) => {
      expect(await attempt(sql.raw(statement))).toBe('permission denied for table journal_entries');
      expect(await attempt(sql.raw(statement), app.database.owner)).toMatch(/is append-only: \w+ refused/);
    },
  );

  const move = (massGrams: number, pieces: number, from = 'from_batch_id', to = "'loss'") => sql`
    insert into movements (kind, ${sql.raw(from)}, to_boundary, mass_grams, pieces, occurred_at, recorded_at)
    values ('disposal', ${from === 'from_batch_id' ? batch.id : 'generation'}, ${sql.raw(to)}, ${massGrams}, ${pieces}, now(), now())`;

  it('refuses a movement of more than the balance, of a negative mass, of nothing, and without an end', async () => {
    expect(await attempt(move(101, 0))).toContain('batches_mass_not_negative');
    expect(await attempt(move(1, 3))).toContain('batches_pieces_not_negative');
    expect(await attempt(move(-1, 0))).toContain('violates check constraint');
    expect(await attempt(move(0, 0))).toContain('violates check constraint');
    expect(await attempt(move(1, 0, 'from_batch_id', 'null'))).toContain('violates check constraint');
    expect(await attempt(move(1, 0, 'from_boundary'))).toContain('violates check constraint');
    await expectBooks([{ id: batch.id, massGrams: 100, pieces: 2 }]);
  });

  it('refuses to leave mass without pieces, or pieces without mass', async () => {
    expect(await attempt(move(100, 1))).toContain('batches_pieces_end_with_mass');
    expect(await attempt(move(99, 2))).toContain('batches_mass_ends_with_pieces');
    await expectBooks([{ id: batch.id, massGrams: 100, pieces: 2 }]);
  });
});
