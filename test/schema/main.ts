/**
 * `npm run schema`: writes migrations/schema.sql from a database that the migrations have just made. With
 * `--freeze-baseline` it also writes the hashes of the baseline, which must never change after the first release.
 */
import { writeFile } from 'node:fs/promises';
import { openConnection } from '../../src/platform/database/db.ts';
import { migrateDatabase } from '../../src/platform/database/migrations.ts';
import { grantService } from '../../src/platform/database/service-login.ts';
import { startTestPostgres } from '../setup/postgres-server.ts';
import { BASELINE_FILE, readMigrations, SCHEMA_FILE } from './migrations.ts';
import { readSchema } from './schema.ts';

const server = await startTestPostgres();
try {
  await migrateDatabase(server.url);
  await grantService(server.url);
  const client = await openConnection({ url: server.url });
  try {
    await writeFile(SCHEMA_FILE, await readSchema(client));
  } finally {
    await client.end();
  }
} finally {
  await server.stop();
}
if (process.argv.includes('--freeze-baseline')) {
  await writeFile(BASELINE_FILE, `${JSON.stringify(await readMigrations(), null, 2)}\n`);
}
