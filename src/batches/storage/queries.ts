/** Stocks of sites compared with the limits of the law and of the sites themselves. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { dayOf } from '../../core/calendar.ts';
import { SITE_KINDS, whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { BasisPoints, fault, type Page, readCursor, toPage } from '../../platform/http/index.ts';
import { type LawCache, type LawShapes, lawRowOn } from '../../platform/law/index.ts';
import { COLLECTING_SHAPES } from '../collecting/law-schemas.ts';
import { RECORDING_SHAPES } from '../recording/law-schemas.ts';
import { batches } from '../tables.ts';
import { PIECE_MASS_SHAPES } from '../weights/law-schemas.ts';
import type { StorageQuery, StorageResponse } from './schemas.ts';
import {
  judgeStorage,
  limitGramsOf,
  NO_STORAGE_LAW,
  type SiteStock,
  STORED_KINDS,
  type StorageLaw,
  type StorageLimits,
} from './storage.ts';

const Law = z
  .strictObject({
    massGrams: z.int().positive().max(10_000_000_000_000).nullable().default(null),
    days: z.int().positive().max(36_500).nullable().default(null),
    years: z.int().positive().max(100).nullable().default(null),
  })
  .refine(
    (limits) => Object.values(limits).some((limit) => limit !== null),
    fault('at least one of massGrams, days and years is needed.', 'massGrams、days、years 至少填写一项。'),
  );
const Shares = z.strictObject({ basisPoints: z.array(BasisPoints.min(1)).min(1).max(20) });

const ALERT_SHARES = 'storage.alert-shares';
const keyOf = (kind: string) => `storage.${kind.replaceAll('_', '-')}`;

/** Schemas of the legal parameters on storage, on the mass of a piece, and on the waste that may be recorded. */
export const LAW_SHAPES: LawShapes = {
  ...Object.fromEntries(SITE_KINDS.map((kind) => [keyOf(kind), Law])),
  [ALERT_SHARES]: Shares,
  ...PIECE_MASS_SHAPES,
  ...RECORDING_SHAPES,
  ...COLLECTING_SHAPES,
};

/** Reads the limits of the law for a kind of site on a day; a kind without a row has no limit. */
async function findStorageLaw(db: Reader, kind: string, on: string): Promise<StorageLaw> {
  const row = await lawRowOn(db, keyOf(kind), on, Law);
  return row?.value ?? NO_STORAGE_LAW;
}

/** Reads the shares of a limit from which to warn, in basis points; empty before the first row of law. */
async function findAlertShares(db: Reader, on: string): Promise<readonly number[]> {
  const row = await lawRowOn(db, ALERT_SHARES, on, Shares);
  return row?.value.basisPoints ?? [];
}

const StockRow = z.object({
  siteId: z.string(),
  partyId: z.string(),
  kind: z.enum(SITE_KINDS),
  name: z.string(),
  divisionCode: z.string(),
  storageLimitGrams: z.coerce.number().nullable(),
  storageLimitDays: z.number().nullable(),
  stockGrams: z.coerce.number(),
  batches: z.number(),
  oldestAt: z.coerce.date(),
});
type StockRow = z.infer<typeof StockRow>;

type Filters = Omit<z.infer<typeof StorageQuery>, 'limit' | 'cursor'> & { readonly after?: string | undefined };

/** Lists every visible site with stock, in the order of ids; a province has some thousands of sites. */
async function listStocks(
  db: Reader,
  visibility: Visibility,
  { partyId, siteId, after }: Filters,
): Promise<StockRow[]> {
  const visible = whereVisible(visibility, { parties: [batches.partyId], sites: [batches.siteId] }) ?? sql`true`;
  const { rows } = await db.execute(sql`
    with stock as (
      select site_id, sum(mass_grams) as grams, count(*)::int as batches, min(occurred_at) as oldest_at
      from ${batches}
      where mass_grams > 0 and kind in ${[...STORED_KINDS]} and ${visible}
        and ${partyId === undefined ? sql`true` : sql`party_id = ${partyId}`}
        and ${siteId === undefined ? sql`site_id is not null` : sql`site_id = ${siteId}`}
        and ${after === undefined ? sql`true` : sql`site_id > ${after}`}
      group by site_id
    )
    select sites.id as "siteId", sites.party_id as "partyId", sites.kind, sites.name,
      sites.division_code as "divisionCode", sites.storage_limit_grams as "storageLimitGrams",
      sites.storage_limit_days as "storageLimitDays", stock.grams as "stockGrams", stock.batches,
      stock.oldest_at as "oldestAt"
    from stock join sites on sites.id = stock.site_id order by sites.id`);
  return z.array(StockRow).parse(rows);
}

/** Lists the visible sites that have reached a share of a limit on a day. */
export async function listStorage(
  db: Reader,
  visibility: Visibility,
  { limit, cursor, ...filters }: z.infer<typeof StorageQuery>,
  on: string,
): Promise<Page<z.infer<typeof StorageResponse>>> {
  const share = filters.share ?? Math.min(...(await findAlertShares(db, on)));
  const judged = await judgeStocks(db, visibility, { ...filters, after: readCursor(cursor, z.uuid()) }, on);
  const items = judged.filter(({ shareBasisPoints }) => shareBasisPoints >= share);
  return toPage(
    items,
    limit,
    ({ siteId }) => siteId,
    (item) => item,
  );
}

/** Judges every visible site with stock by the limits of a day. */
async function judgeStocks(
  db: Reader,
  visibility: Visibility,
  filters: Filters,
  on: string,
): Promise<z.infer<typeof StorageResponse>[]> {
  const rows = await listStocks(db, visibility, filters);
  const laws = new Map<string, StorageLaw>();
  for (const kind of new Set(rows.map((row) => row.kind))) laws.set(kind, await findStorageLaw(db, kind, on));
  return rows.map((row) => toItem(row, laws.get(row.kind) ?? NO_STORAGE_LAW, on));
}

/** Counts the sites of the province that store more than their limit on a day, or for longer. */
export async function countExceeded(db: Reader, on: string): Promise<number> {
  const judged = await judgeStocks(db, { of: 'all' }, {}, on);
  return judged.filter(({ exceeded }) => exceeded).length;
}

function toItem(row: StockRow, law: StorageLaw, on: string): z.infer<typeof StorageResponse> {
  const { storageLimitGrams, storageLimitDays, oldestAt, ...site } = row;
  const stored = { storageLimitGrams, storageLimitDays, stockGrams: row.stockGrams, oldestOn: dayOf(oldestAt) };
  return { ...site, oldestAt: oldestAt.toISOString(), ...judgeStorage(stored, law, on) };
}

/** Returns the limit of mass that the law has for a kind of site on a day, and its alert shares. */
export function storageLimitsIn(law: LawCache, siteKind: string, on: string): StorageLimits {
  return {
    massGrams: law.find(keyOf(siteKind), on, Law)?.massGrams ?? null,
    alertShares: law.find(ALERT_SHARES, on, Shares)?.basisPoints ?? [],
  };
}

const SiteRow = z.object({ kind: z.string(), partyId: z.string(), storageLimitGrams: z.coerce.number().nullable() });
const SumRow = z.object({ stockGrams: z.coerce.number() });

/**
 * Reads the stock of one site; undefined when the site has no limit of mass.
 * @param lawOf returns the limits of the law for a kind of site
 */
export async function readSiteStock(
  db: Reader,
  siteId: string,
  lawOf: (siteKind: string) => StorageLimits,
): Promise<SiteStock | undefined> {
  const { rows: sites } = await db.execute(sql`
    select kind, party_id as "partyId", storage_limit_grams as "storageLimitGrams" from sites where id = ${siteId}`);
  const [site] = z.array(SiteRow).parse(sites);
  if (!site) return undefined;
  const { massGrams, alertShares } = lawOf(site.kind);
  const limitGrams = limitGramsOf(site, { massGrams });
  if (limitGrams === null) return undefined;
  // Filters by organisation too, because only it has an index: an index on sites would slow every recorded batch.
  const { rows: sums } = await db.execute(sql`
    select coalesce(sum(mass_grams), 0) as "stockGrams" from batches
    where party_id = ${site.partyId} and site_id = ${siteId} and mass_grams > 0 and kind in ${[...STORED_KINDS]}`);
  const [sum] = z.array(SumRow).parse(sums);
  return { stockGrams: sum?.stockGrams ?? 0, limitGrams, alertShares };
}
