/** One certificate that two organisations state many times: what is noted of it grows with the certificates, not with pairs of records. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { listSharedCertificates } from '../../../src/recycling/index.ts';
import { type Enterprise, useApp } from '../../app/fixture.ts';

const app = useApp();
const RECORDS = 200;
let one: Enterprise;
let other: Enterprise;

beforeAll(async () => {
  [one, other] = [await app.enterprise(), await app.enterprise()];
});

const execute = async (statement: ReturnType<typeof sql>) => (await app.database.db.execute(statement)).rows;

/** Inserts assays of an enterprise one by one. Each states the number and the file of the statement, `at` among them. */
async function state({ partyId }: Enterprise, certificate: string): Promise<string[]> {
  await execute(
    sql.raw(`do $$ begin for at in 1..${RECORDS} loop
      insert into assays (id, party_id, basis, substance, ppm, wet_basis, moisture_ppm, method, laboratory, certificate_number,
          certificate_sha256, sampled_at, recorded_at)
        select uuidv7(), '${partyId}', 'declared_default', 'lead', 600000, true, 0, 'XRF', '某检测中心', ${certificate}, now(), now();
    end loop; end $$`),
  );
  const rows = await execute(sql`select id from assays where party_id = ${partyId} order by id desc limit ${RECORDS}`);
  return rows.map(({ id }) => String(id));
}

const noted = async () => Number((await execute(sql`select count(*) as count from shared_certificates`))[0]?.count);

it.each([
  ['one file', 1, (turn: number, who: number) => `'${turn}-${who}-' || at, repeat('${turn}', 64)`],
  ['one number', 1, (turn: number) => `'检-${turn}', null`],
  ['as many numbers', RECORDS, (turn: number) => `'检-${turn}-' || at, null`],
] as const)(
  '%s of two enterprises: one row for each certificate and enterprise',
  async (_, certificates, certificate) => {
    for (const [turn, both] of [
      [one, other],
      [other, one],
    ].entries()) {
      const before = await noted();
      const ids: string[] = [];
      for (const [who, enterprise] of both.entries()) ids.push(...(await state(enterprise, certificate(turn, who))));
      expect((await noted()) - before).toBe(2 * certificates);
      expect((await listSharedCertificates(app.deps.db, 'assay', ids)).size).toBe(2 * RECORDS);
    }
  },
);
