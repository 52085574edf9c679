/** The sandbox of the national system: `npm start` brings it along, so that manifests get numbers to try things with. */
import { listPartnerRows, registerPartner, stopPartner } from './exchange/index.ts';
import { createNational, keepProvinces, openStore } from './national-standin/index.ts';
import { ensureKey, type KeyPair, readKey } from './platform/auth/index.ts';
import { openConnection } from './platform/database/db.ts';
import { ensureLogin, withFreshLogin } from './platform/database/service-login.ts';
import type { AppDeps } from './platform/feature.ts';
import { freePort, isFree } from './platform/process/port.ts';
import type { AtEnd } from './service.ts';

const HOST = '127.0.0.1';
const DATABASE = 'leadloop_national';
const ACTOR = { subject: 'npm start', source: 'local', roles: [], scopes: [] } as const;

export type SandboxOptions = {
  readonly deps: AppDeps;
  /** Address of the service, from which the sandbox fetches its keys. */
  readonly address: string;
  /** Address of the service's database as its owner, who makes another one on the same server for the sandbox. */
  readonly ownerUrl: string;
  readonly keysDir: string;
};

type NationalPartner = Awaited<ReturnType<typeof listPartnerRows>>[number];

const registered = async ({ db }: AppDeps): Promise<NationalPartner | undefined> =>
  (await listPartnerRows(db)).find(({ kind }) => kind === 'national');

const keyFileIn = (keysDir: string) => `${keysDir}/national-sandbox.json`;

/**
 * Starts the sandbox and registers it as the national system. Returns its address, or null when the register names
 * another national system: numbers must not come from two.
 */
export async function startSandbox(
  { deps, address, ownerUrl, keysDir }: SandboxOptions,
  atEnd: AtEnd,
): Promise<string | null> {
  const known = await registered(deps);
  if (known !== undefined && !known.sandbox) return null;
  const pool = await openStore(await ownDatabase(ownerUrl));
  atEnd('pool', () => pool.end());
  const key = await ensureKey(keyFileIn(keysDir));
  const provinces = keepProvinces(pool);
  const http = await createNational({ pool, key, provinces, clock: deps.clock }, deps.log);
  atEnd('http', () => http.close());
  const url = await http.listen({ host: HOST, port: await portFor(known) });
  await provinces.register(deps.province, address);
  await introduce(deps, { known, url, key });
  return url;
}

/**
 * Notes that the sandbox of an earlier start does not run now, so that no organisation waits for its numbers. It stays registered
 * with its messages, and goes on after the next start with it. Another national system is left as it is.
 */
export async function stopSandbox({ deps, keysDir }: Pick<SandboxOptions, 'deps' | 'keysDir'>): Promise<void> {
  const [known, key] = [await registered(deps), await readKey(keyFileIn(keysDir))];
  if (known === undefined || !known.sandbox || known.stopped) return;
  if (!known.keys.some(({ kid }) => kid === key?.kid)) return;
  await deps.db.transaction((tx) => stopPartner(tx, deps, { actor: ACTOR, code: known.code }));
}

/** The port of the last start, so that the register names one address as long as possible. */
async function portFor(known: NationalPartner | undefined): Promise<number> {
  const last = known === undefined ? 0 : Number(new URL(known.baseUrl).port);
  return last !== 0 && (await isFree(HOST, last)) ? last : freePort();
}

/** Makes the database of the sandbox when missing, with a user that owns this one alone. Returns its address. */
async function ownDatabase(ownerUrl: string): Promise<string> {
  const own = Object.assign(new URL(ownerUrl), { pathname: DATABASE }).href;
  const url = withFreshLogin(own, DATABASE);
  const client = await openConnection({ url: ownerUrl });
  try {
    await ensureLogin(client, url);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} owner ${DATABASE}`);
  } finally {
    await client.end();
  }
  await handOver(own);
  return url;
}

/** Gives the records of an earlier sandbox, which worked as the owner of the server, to its own user. */
async function handOver(url: string): Promise<void> {
  const client = await openConnection({ url });
  try {
    const { rows } = await client.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relnamespace = to_regnamespace('national') and relkind = 'r'`,
    );
    await client.query(`alter database ${DATABASE} owner to ${DATABASE}`);
    if (rows.length > 0) await client.query(`alter schema national owner to ${DATABASE}`);
    for (const { name } of rows) await client.query(`alter table ${name} owner to ${DATABASE}`);
  } finally {
    await client.end();
  }
}

type Introduction = { readonly known: NationalPartner | undefined; readonly url: string; readonly key: KeyPair };

async function introduce(deps: AppDeps, { known, url, key }: Introduction): Promise<void> {
  const { kid, publicJwk } = key;
  if (known?.baseUrl === url && !known.stopped && known.keys.some((one) => one.kid === kid)) return;
  const { x = '', y = '' } = publicJwk;
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const;
  const partner = {
    code: 'national',
    name: '国家系统模拟端（仅供试用）Sandbox of the national system',
    kind: 'national',
    baseUrl: url,
    keys: [{ kid, jwk, notBefore: '2026-01-01T00:00:00Z', notAfter: null }],
    sandbox: true,
  } as const;
  await deps.db.transaction((tx) => registerPartner(tx, deps, { ...partner, actor: ACTOR }));
}
