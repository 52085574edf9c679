/** Reads manifests that the caller may see: one, many, and their history. */
import { and, asc, eq, gt, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Visibility } from '../core/access/visibility.ts';
import { monthPeriod } from '../core/calendar.ts';
import { whereVisible } from '../parties/index.ts';
import type { Reader } from '../platform/database/db.ts';
import { afterCursor, equals } from '../platform/database/page.ts';
import { type Flag, type Page, toPage } from '../platform/http/index.ts';
import { readSubject } from '../platform/journal/index.ts';
import { dueBefore, overdue } from './law/duty-queries.ts';
import { manifestProblem } from './problems.ts';
import type { Manifest } from './rules/command.ts';
import { type Insight, shownWarnings, type Warning } from './rules/warning.ts';
import type { HistoryResponse, ManifestListQuery } from './schemas.ts';
import { manifestLines, manifests } from './tables.ts';

/** A manifest, with the organisations whose own warnings the caller may see. */
export type VisibleManifest = { readonly manifest: Manifest; readonly insight: Insight };

/** @throws Problem `manifest-missing` */
export async function readManifest(db: Reader, visibility: Visibility, id: string): Promise<VisibleManifest> {
  const rows = await db
    .select({ row: manifests, insight: insightBy(visibility) })
    .from(manifests)
    .where(and(eq(manifests.id, id), onlyVisible(visibility)));
  const [seen] = await withAccounts(db, rows);
  if (!seen) throw manifestProblem('manifest-missing', { id });
  return seen;
}

export async function listManifests(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof ManifestListQuery> & { readonly today: string },
): Promise<Page<VisibleManifest>> {
  const rows = await db
    .select({ row: manifests, insight: insightBy(visibility) })
    .from(manifests)
    .where(and(onlyVisible(visibility), afterCursor(manifests.id, query.cursor), ...filtersOf(visibility, query)))
    .orderBy(asc(manifests.id))
    .limit(query.limit + 1);
  return toPage(
    await withAccounts(db, rows),
    query.limit,
    ({ manifest }) => manifest.document.id,
    (seen) => seen,
  );
}

/**
 * Reads the sealed journal entries of a manifest, in their order.
 * @throws Problem `manifest-missing`
 */
export async function readHistory(
  db: Reader,
  visibility: Visibility,
  id: string,
): Promise<z.infer<typeof HistoryResponse>> {
  const { insight } = await readManifest(db, visibility, id);
  const entries = await readSubject(db, `manifest:${id}`);
  return {
    items: entries.flatMap(({ index, kind, number, occurredAt, recordedAt, actor, payload, hash }) => {
      const { subject, partyId, source } = actor;
      const shown = kind === 'manifest.warned' ? shownOf(payload, insight) : payload;
      if (shown === undefined) return [];
      return {
        ...{ index, kind, number, payload: shown, hash },
        occurredAt: occurredAt.toISOString(),
        recordedAt: recordedAt.toISOString(),
        actor: partyId === undefined ? { subject, source } : { subject, partyId, source },
      };
    }),
  };
}

/**
 * Hides warnings in journal entries from callers that may not see them. Entries of earlier releases contain all
 * warnings. An entry without a visible warning is left out.
 */
function shownOf(payload: unknown, insight: Insight): unknown {
  const { warnings: all, ...rest } = payload as { readonly warnings: readonly Warning[] };
  const warnings = shownWarnings(all, insight);
  return warnings.length === 0 ? undefined : { ...rest, warnings };
}

/** Organisations of a manifest whose own warnings the caller may see. */
function insightBy(visibility: Visibility) {
  const sees = (column: PgColumn) => sql<boolean>`(${whereVisible(visibility, { parties: [column] }) ?? sql`true`})`;
  return { consignor: sees(manifests.consignorId), receiver: sees(manifests.receiverId) };
}

/**
 * SQL condition that limits manifests to those a caller may see. Organisations see manifests that name them; cities,
 * those that name their organisations or sites; partner provinces, those that cross the border to or from them. A draft
 * is visible to its consignor and to the authority of this province.
 */
export function onlyVisible(visibility: Visibility): SQL | undefined {
  const { consignorId, carrierId, receiverId, consignorSiteId, receiverSiteId } = manifests;
  const submitted = gt(manifests.version, 0);
  switch (visibility.of) {
    case 'party':
      return or(
        eq(consignorId, visibility.partyId),
        and(submitted, whereVisible(visibility, { parties: [carrierId, receiverId] })),
      );
    case 'province':
      return and(
        submitted,
        or(eq(manifests.originProvince, visibility.division), eq(manifests.destinationProvince, visibility.division)),
      );
    case 'city':
      return and(
        submitted,
        whereVisible(visibility, {
          parties: [consignorId, carrierId, receiverId],
          sites: [consignorSiteId, receiverSiteId],
        }),
      );
    default:
      return whereVisible(visibility, { parties: [] });
  }
}

/** Narrows a list to the manifests of which something is true, or to all others. */
function flagged(truth: SQL, wanted: z.infer<typeof Flag> | undefined): SQL | undefined {
  if (wanted === undefined) return undefined;
  return wanted === 'true' ? truth : sql`(${truth}) is not true`;
}

/** Narrows a list to the manifests with a warning, or to all others. */
function warned(code: Warning['code'], wanted: z.infer<typeof Flag> | undefined): SQL | undefined {
  if (wanted === undefined) return undefined;
  return sql`(${manifests.warnings} @> ${JSON.stringify([{ code }])}::jsonb) = ${wanted}`;
}

const ROLE_COLUMNS = {
  consignor: manifests.consignorId,
  carrier: manifests.carrierId,
  receiver: manifests.receiverId,
};

function filtersOf(
  visibility: Visibility,
  query: z.infer<typeof ManifestListQuery> & { readonly today: string },
): (SQL | undefined)[] {
  const { state, number, role, originProvince, destinationProvince, handedOverMonth } = query;
  const month = handedOverMonth === undefined ? undefined : monthPeriod(handedOverMonth);
  return [
    equals(manifests.state, state),
    equals(manifests.number, number),
    // A caller that is no organisation has no role of its own, so the filter leaves its list as it is.
    role === undefined || visibility.of !== 'party' ? undefined : eq(ROLE_COLUMNS[role], visibility.partyId),
    equals(manifests.originProvince, originProvince),
    equals(manifests.destinationProvince, destinationProvince),
    query.overdue === undefined ? undefined : overdue(query.overdue === 'true', query.today),
    query.dueBefore === undefined ? undefined : dueBefore(query.dueBefore),
    flagged(sql`${manifests.late}`, query.late),
    flagged(sql`(${manifests.document}->>'significantDifference')::boolean`, query.significantDifference),
    warned('before-number', query.beforeNumber),
    warned('against-completion', query.againstCompletion),
    warned('paper-outside-outage', query.outsideOutage),
    month && and(gte(manifests.handedOverAt, month.from), lt(manifests.handedOverAt, month.to)),
  ];
}

type VisibleRow = { readonly row: typeof manifests.$inferSelect; readonly insight: Insight };

async function withAccounts(db: Reader, found: readonly VisibleRow[]): Promise<VisibleManifest[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ row }) => row.id);
  const lines = await db.select().from(manifestLines).where(inArray(manifestLines.manifestId, ids));
  const byManifest = Map.groupBy(lines, ({ manifestId }) => manifestId);
  return found.map(({ row, insight }) => ({
    manifest: { ...row, accounts: byManifest.get(row.id) ?? [] },
    insight,
  }));
}

/** Returns those of some manifests that a caller may see. */
export async function listSeenManifests(
  db: Reader,
  visibility: Visibility,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: manifests.id })
    .from(manifests)
    .where(and(inArray(manifests.id, [...ids]), onlyVisible(visibility)));
  return new Set(rows.map(({ id }) => id));
}
