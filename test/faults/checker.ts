/** Looks for every acknowledged record with SQL alone. Shares no code with the product, which could share its faults. */
import pg from 'pg';
import type { Acknowledged } from './trade.ts';

export type Findings = Readonly<Record<string, number>>;

async function query<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

type Copy = { readonly id: string; readonly version: number; readonly digest: string; readonly state: string };

const COPIES = 'select id, version, digest, state from manifests';
const NATIONAL_COPIES = 'select id, version, digest, state from national.manifests';

/** Counts the loads whose three copies are not the same. A draft is in its own province only. */
export async function countDisagreements(urls: ReadonlyMap<string, string>, nationalUrl: string): Promise<number> {
  const systems = await Promise.all([
    ...[...urls].map(async ([code, url]) => ({ code, copies: await query<Copy>(url, COPIES) })),
    query<Copy>(nationalUrl, NATIONAL_COPIES).then((copies) => ({ code: 'national', copies })),
  ]);
  const bySystem = systems.map(({ copies }) => new Map(copies.map((copy) => [copy.id, copy])));
  const ids = new Set(
    systems.flatMap(({ copies }) => copies.filter(({ state }) => state !== 'draft').map(({ id }) => id)),
  );
  const forms = (id: string) => new Set(bySystem.map((copies) => JSON.stringify(copies.get(id) ?? 'missing')));
  return [...ids].filter((id) => forms(id).size > 1).length;
}

/** Counts lost and doubled records of one province. */
export async function checkProvince(code: string, url: string, known: Acknowledged): Promise<Findings> {
  const batches = [...known.batches].filter(([, { province }]) => province === code);
  const ids = batches.map(([id]) => id);
  const masses = batches.map(([, { massGrams }]) => massGrams);
  const one = async (text: string, values: unknown[] = []) =>
    Number((await query(url, text, values))[0]?.count ?? Number.NaN);
  const told = 'unnest($1::uuid[], $2::bigint[]) as told (id, mass_grams)';
  const own = [...known.loads].filter(([, { origin }]) => origin === code);
  return {
    batchesAcknowledged: ids.length,
    batchesLost: await one(
      `select count(*) from ${told} where not exists (select from batches b where b.id = told.id)`,
      [ids, masses],
    ),
    batchesWithOtherMass: await one(
      `select count(*) from ${told} where told.mass_grams is distinct from (select sum(m.mass_grams) from movements m
        where m.to_batch_id = told.id and m.from_boundary = 'generation')`,
      [ids, masses],
    ),
    batchesNobodyWasTold: await one(
      `select count(*) from batches b where b.kind = 'battery' and b.evidence is null and b.id <> all ($1::uuid[])
        and exists (select from idempotency_keys k where k.resource = b.id) is false`,
      [ids],
    ),
    batchesDoubled: await one(
      `select count(*) from (select from journal_entries where kind = 'batch.collected' group by subject having count(*) > 1) twice`,
    ),
    loadsAcknowledged: own.length,
    loadsLost: await one(
      `select count(*) from unnest($1::uuid[]) told (id) where not exists (select from manifests m where m.id = told.id)`,
      [own.map(([id]) => id)],
    ),
    loadsBehind: await one(
      `select count(*) from unnest($1::uuid[], $2::text[]) told (id, state) join manifests m using (id) where m.state <> told.state`,
      [own.map(([id]) => id), own.map(([, { state }]) => state)],
    ),
    numbersTwice: await one(
      'select count(*) from (select from manifests where number is not null group by number having count(*) > 1) twice',
    ),
    chainsBroken: await one(
      `select count(*) from (select number, previous_hash, lag(number) over subject as before, lag(hash) over subject as expected
        from journal_entries window subject as (partition by subject order by number)) linked
       where number <> coalesce(before, 0) + 1 or previous_hash is distinct from expected`,
    ),
    sealsMissing: await one(
      `select count(*) from journal_entries e where not exists (select from journal_seals s where s.sequence = e.sequence)`,
    ),
    sealsApart: await one('select coalesce(max(index), 0) - count(*) as count from journal_seals'),
    booksApart: await one(
      `select count(*) from batches b where b.mass_grams <>
        (select coalesce(sum(m.mass_grams), 0) from movements m where m.to_batch_id = b.id) -
        (select coalesce(sum(m.mass_grams), 0) from movements m where m.from_batch_id = b.id)`,
    ),
  };
}
