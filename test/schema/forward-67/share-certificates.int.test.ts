/** The migration 0073: organisations that share a certificate, instead of pairs of their records. */
import { randomBytes } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { migrateDatabase } from '../../../src/platform/database/migrations.ts';
import { grantService } from '../../../src/platform/database/service-login.ts';
import { execute } from '../../setup/postgres-server.ts';
import { serviceLogin } from '../../setup/servers.ts';
import { ID, useDatabaseBefore } from '../forward/database-before.ts';

const FILE = randomBytes(32).toString('hex');

/** Inserts an assay of an organisation, as every release does. */
const assay = (n: number, party: number, { number, file, laboratory = '甲检测' }: Record<string, string>) => `
  insert into assays (id, party_id, basis, substance, ppm, wet_basis, moisture_ppm, method, laboratory, certificate_number,
      certificate_sha256, sampled_at, recorded_at)
    values ('${ID(n)}', '${ID(party)}', 'declared_default', 'lead', 600000, true, 0, 'XRF', '${laboratory}',
      ${number ? `'${number}'` : 'null'}, ${file ? `'${file}'` : 'null'}, now(), now());`;

const party = (n: number) => `
  insert into parties (id, name, uscc_missing_reason, division_code, province_code, registered_at)
    values ('${ID(n)}', '演示${n}', '个体', '450100', '45', now());`;

const url = useDatabaseBefore(
  'forward-67/0073_share_certificates',
  `${[1, 2, 3].map(party).join('')}
  ${assay(11, 1, { number: '检-1', file: FILE })}${assay(12, 1, { number: '检-2', file: FILE })}
  ${assay(21, 2, { number: ' 检－1', laboratory: '甲 检测' })}${assay(22, 2, { number: '检-9', file: FILE })}
  ${assay(31, 3, { number: '检-1', laboratory: '乙检测' })}`,
);

const PAIRS = (from: string) => `select distinct record_id, other_id, party_id from ${from} order by 1, 2`;
const SHARED = 'select kind, party_id from shared_certificates order by kind, party_id';
const PAIRED = `select distinct one from paired_certificates(array(select id from parties)) one order by 1`;

it('0073_share_certificates answers as before, notes organisations, and shows pairs to the release before', async () => {
  const before = await execute(url, PAIRED);
  const pairs = await execute(url, PAIRS('certificate_pairs'));
  expect([before.length, pairs.length]).toEqual([4, 6]);
  await migrateDatabase(url);
  await grantService(url);
  expect(await execute(url, PAIRED)).toEqual(before);
  expect(await execute(url, PAIRS('earlier_certificate_pairs'))).toEqual(pairs);
  expect(await execute(url, SHARED)).toEqual(
    ['file', 'named'].flatMap((kind) => [1, 2].map((n) => ({ kind, party_id: ID(n) }))),
  );
  // The release before reads pairs with the rights of a service.
  const service = Object.assign(new URL(serviceLogin(inject('postgresUrl'))), { pathname: new URL(url).pathname }).href;
  expect(await execute(service, PAIRS('certificate_pairs'))).toEqual(pairs);
  await execute(url, assay(32, 3, { number: '检-2', laboratory: '乙检测', file: FILE }));
  expect(await execute(service, `${PAIRS(`certificate_pairs where other_id = '${ID(32)}'`)}`)).toEqual(
    [11, 12, 22].map((n) => ({ record_id: ID(n), other_id: ID(32), party_id: ID(n < 20 ? 1 : 2) })),
  );
});

it('0073_share_certificates keeps what was noted', async () => {
  await expect(execute(url, `delete from shared_certificates`)).rejects.toMatchObject({ code: '23001' });
});
