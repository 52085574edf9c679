/** What stands on sites, against the limits that the law and the sites themselves have. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { dayOf } from '../../core/calendar.ts';
import { SITE_KINDS, whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { BasisPoints, type Page, placeOf, toPage } from '../../platform/http/index.ts';
import { type LawShapes, lawRowOn } from '../../platform/law/index.ts';
import { batches } from '../tables.ts';
import type { StorageQuery, StorageResponse } from './schemas.ts';
import { judgeStorage, limitGramsOf, NO_STORAGE_LAW, STORED_KINDS, type StorageLaw } from './storage.ts';

const Law = z
  .strictObject({
    massGrams: z.int().positive().max(10_000_000_000_000).nullable().default(null),
    days: z.int().positive().max(36_500).nullable().default(null),
    years: z.int().positive().max(100).nullable().default(null),
  })
  .refine((limits) => Object.values(limits).some((limit) => limit !== null), 'there is no limit in it');
const Shares = z.strictObject({ basisPoints: z.array(BasisPoints.min(1)).min(1).max(20) });

const ALERT_SHARES = 'storage.alert-shares';
const keyOf = (kind: string) => `storage.${kind.replaceAll('_', '-')}`;

/** The forms of the rules on stocks. */
export const LAW_SHAPES: LawShapes = {
  ...Object.fromEntries(SITE_KINDS.map((kind) => [keyOf(kind), Law])),
  [ALERT_SHARES]: Shares,
};

/** Limits of the law for a kind of site on a day; a kind without a row then has none. */
async function findStorageLaw(db: Reader, kind: string, on: string): Promise<StorageLaw> {
  const row = await lawRowOn(db, keyOf(kind), on, Law);
  return row?.value ?? NO_STORAGE_LAW;
}

/** The shares of a limit that are told, in basis points; none before there is a row. */
async function findToldShares(db: Reader, on: string): Promise<readonly number[]> {
  const row = await lawRowOn(db, ALERT_SHARES, on, Shares);
  return row?.value.basisPoints ?? [];
}

type Row = {
  readonly siteId: string;
  readonly partyId: string;
  readonly kind: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly storageLimitGrams: string | null;
  readonly storageLimitDays: number | null;
  readonly stockGrams: string;
  readonly batches: number;
  readonly oldestAt: Date;
};

type Asked = Omit<z.infer<typeof StorageQuery>, 'limit' | 'cursor'> & { readonly after?: string | undefined };

/** Every site with stock, in the order of ids. There are some thousands of sites, whatever stood on them before. */
async function listStocks(db: Reader, { partyId, siteId, after }: Asked, visibility: Visibility): Promise<Row[]> {
  const seen = whereVisible(visibility, { parties: [batches.partyId], sites: [batches.siteId] }) ?? sql`true`;
  const { rows } = await db.execute<Row>(sql`
    with stock as (
      select site_id, sum(mass_grams) as grams, count(*)::int as batches, min(occurred_at) as oldest_at
      from ${batches}
      where mass_grams > 0 and kind in ${[...STORED_KINDS]} and ${seen}
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
  return rows;
}

/** Sites that have reached a share of a limit on a day, as far as they are seen. */
export async function listStorage(
  db: Reader,
  { limit, cursor, ...asked }: z.infer<typeof StorageQuery>,
  { visibility, on }: { readonly visibility: Visibility; readonly on: string },
): Promise<Page<z.infer<typeof StorageResponse>>> {
  const share = asked.share ?? Math.min(...(await findToldShares(db, on)));
  const rows = await listStocks(db, { ...asked, after: placeOf(cursor, z.uuid()) }, visibility);
  const laws = new Map<string, StorageLaw>();
  for (const kind of new Set(rows.map((row) => row.kind))) laws.set(kind, await findStorageLaw(db, kind, on));
  const items = rows
    .map((row) => toItem(row, laws.get(row.kind) ?? NO_STORAGE_LAW, on))
    .filter(({ shareBasisPoints }) => shareBasisPoints >= share);
  return toPage(
    items,
    limit,
    ({ siteId }) => siteId,
    (item) => item,
  );
}

function toItem(row: Row, law: StorageLaw, on: string): z.infer<typeof StorageResponse> {
  const { storageLimitGrams, storageLimitDays, oldestAt, ...site } = row;
  const oldest = new Date(oldestAt);
  const stockGrams = Number(row.stockGrams);
  const own = { storageLimitGrams: storageLimitGrams === null ? null : Number(storageLimitGrams), storageLimitDays };
  const judged = judgeStorage({ ...own, stockGrams, oldestOn: dayOf(oldest) }, law, on);
  return { ...site, stockGrams, oldestAt: oldest.toISOString(), ...judged };
}

/** What stands on a site and what may, where its mass has a limit. */
export type SiteStock = {
  readonly stockGrams: number;
  readonly limitGrams: number;
  /** Shares of the limit that are told, in basis points. */
  readonly told: readonly number[];
};

/** The stock of one site; nothing when no limit of mass is set for it. */
export async function readSiteStock(db: Reader, siteId: string, on: string): Promise<SiteStock | undefined> {
  const { rows } = await db.execute<{ kind: string; party_id: string; own: string | null }>(
    sql`select kind, party_id, storage_limit_grams as own from sites where id = ${siteId}`,
  );
  const [site] = rows;
  if (!site) return undefined;
  const own = site.own === null ? null : Number(site.own);
  const limitGrams = limitGramsOf({ storageLimitGrams: own }, await findStorageLaw(db, site.kind, on));
  if (limitGrams === null) return undefined;
  // By the organisation, for which there is an index; one on sites would cost every batch that is recorded.
  const { rows: sums } = await db.execute<{ grams: string }>(sql`
    select coalesce(sum(mass_grams), 0) as grams from batches
    where party_id = ${site.party_id} and site_id = ${siteId} and mass_grams > 0 and kind in ${[...STORED_KINDS]}`);
  return { stockGrams: Number(sums[0]?.grams ?? 0), limitGrams, told: await findToldShares(db, on) };
}
