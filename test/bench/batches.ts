/** Measures the recording of batches: the reference through pg alone, then the service over HTTP. */
import { prepareRow } from '../../src/batches/recording/service.ts';
import { insertRecordings, type RecordingRow } from '../../src/batches/recording/store.ts';
import { RecordBatchRequest } from '../../src/batches/schemas.ts';
import type { Actor } from '../../src/core/actor.ts';
import { canonicalHash } from '../../src/core/canonical.ts';
import { codeNames } from '../../src/core/messages/code-names.ts';
import { type Db, openDatabase } from '../../src/platform/database/db.ts';
import { newId } from '../../src/platform/ids.ts';
import { measureLoad } from './load.ts';
import { type Figure, measureCalls } from './measure.ts';
import type { Province } from './province.ts';

export type Site = { readonly partyId: string; readonly siteId: string };

export async function registerSite(province: Province): Promise<Site> {
  const authority = await province.token();
  const party = { usccMissingReason: 'bench', name: '演示收集单位', divisionCode: '450100' };
  const { id: partyId } = await province.post<{ id: string }>('/v1/parties', party, authority);
  const site = { kind: 'collection_point', name: '演示网点', divisionCode: '450100' };
  const { id: siteId } = await province.post<{ id: string }>(`/v1/parties/${partyId}/sites`, site, authority);
  return { partyId, siteId };
}

const declarationOf = ({ siteId }: Site) => ({
  origin: 'collected',
  siteId,
  batteryKind: 'starter',
  riskClass: 'I',
  condition: 'whole',
  massGrams: 16_000 + Math.floor(Math.random() * 100_000),
  pieces: 1 + Math.floor(Math.random() * 8),
  sourceType: 'repair-shop',
  supplierName: '演示汽修店',
  occurredAt: '2026-10-05T08:30:00+08:00',
});

/** Prepares the rows that the service would write, before the measurement starts. */
function makeRows(site: Site, count: number): RecordingRow[] {
  const actor: Actor = { subject: 'bench', partyId: site.partyId, source: 'local', roles: [], scopes: [] };
  return Array.from({ length: count }, () => {
    const body = declarationOf(site);
    const claim = { client: `${site.partyId}/bench`, key: newId(), inputHash: canonicalHash(body) };
    const command = { actor, claim, declaration: RecordBatchRequest.parse(body) };
    return prepareRow({ clock: () => new Date(), newId }, command, LIMITS);
  });
}

const LIMITS = {
  ...{ skewSeconds: 300, lateHours: 72, sourceTypes: codeNames([{ code: 'repair-shop' }]) },
  recordedWastes: ['900-052-31'],
  pieceMass: { fromGrams: 25, toGrams: 10_000_000, factor: 5, kinds: {} },
  collecting: () => ({ effect: 'warned', offlineMinutes: 15, sites: [], exemptions: [] }) as const,
};
const CONNECTIONS = 8;
const SET = 100;

/** Measures the same rows through pg without HTTP: one prepared call per record, or one statement per 100 records. */
export async function measureReference(
  province: Province,
  site: Site,
  { seconds, set }: { readonly seconds: number; readonly set: 'one' | 'hundred' },
): Promise<Figure> {
  const db = openDatabase({ url: province.databaseUrl, poolMax: CONNECTIONS, applicationName: 'bench' });
  const size = set === 'one' ? 1 : SET;
  const stock = makeRows(site, seconds * (set === 'one' ? 8_000 : 24_000));
  try {
    return await measureCalls(
      set === 'one' ? 'reference: one prepared call per record' : 'reference: one set-based statement per 100',
      { lanes: CONNECTIONS, seconds },
      () => recordNext(db, stock, size),
    );
  } finally {
    await db.$client.end();
  }
}

async function recordNext(db: Db, stock: RecordingRow[], size: number): Promise<number> {
  const rows = stock.splice(-size);
  if (rows.length < size) throw new Error('the stock of prepared rows ran out');
  const outcomes = await insertRecordings(db, rows);
  if (outcomes.some(({ kind }) => kind !== 'recorded')) throw new Error('a row was not recorded');
  return size;
}

export async function measureSingles(
  province: Province,
  site: Site,
  clients: number,
  seconds: number,
): Promise<Figure> {
  const token = await province.token(site.partyId);
  const load = { url: province.url, token, clients, seconds, recordsEach: 1, next: writeNext(site) };
  return measureLoad({ name: 'POST /v1/batches', ...load });
}

/** Makes the next single write. */
export const writeNext = (site: Site) => () =>
  ({ method: 'POST', path: '/v1/batches', body: JSON.stringify(declarationOf(site)) }) as const;

export async function measureArrays(province: Province, site: Site, clients: number, seconds: number): Promise<Figure> {
  const token = await province.token(site.partyId);
  const body = JSON.stringify(Array.from({ length: SET }, () => ({ batch: declarationOf(site) })));
  const next = () => ({ method: 'POST', path: '/v1/batches/bulk', body }) as const;
  const name = 'POST /v1/batches/bulk, 100 each';
  return measureLoad({ name, url: province.url, token, clients, seconds, recordsEach: SET, next });
}

export async function measureReading(
  province: Province,
  site: Site,
  clients: number,
  seconds: number,
): Promise<Figure> {
  const token = await province.token(site.partyId);
  const batch = await province.post<{ id: string }>('/v1/batches', declarationOf(site), token);
  const next = () => ({ method: 'GET', path: `/v1/batches/${batch.id}` }) as const;
  return measureLoad({
    name: 'GET /v1/batches/{id}',
    url: province.url,
    token,
    clients,
    seconds,
    recordsEach: 1,
    next,
  });
}
