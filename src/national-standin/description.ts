/** Writes openapi/national-exchange.json, the description of the stand-in: `node src/national-standin/description.ts`. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createLog } from '../platform/operation/log.ts';
import { run } from '../platform/process/lifecycle.ts';
import { keepProvinces } from './provinces.ts';
import { createNational } from './server.ts';

export const NATIONAL_FILE = fileURLToPath(new URL('../../openapi/national-exchange.json', import.meta.url));

/** The description, as text. Needs no servers: routes are registered and never called. */
export async function describeNational(): Promise<string> {
  const pool = new pg.Pool();
  const key = { kid: '', privateKey: {} as CryptoKey, publicJwk: {} };
  const deps = { pool, key, provinces: keepProvinces(pool), clock: () => new Date(0) };
  const http = await createNational(deps, createLog({ level: 'silent', name: 'openapi' }));
  const text = `${JSON.stringify(http.swagger(), null, 2)}\n`;
  await http.close();
  await pool.end();
  return text;
}

if (import.meta.main) {
  await run(async () => writeFile(NATIONAL_FILE, await describeNational()));
}
