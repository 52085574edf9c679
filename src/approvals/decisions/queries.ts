/** Reads approvals that the caller may see. */
import { and, asc, eq, gt, inArray, lte, notInArray, or, type SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { afterCursor, equals } from '../../platform/database/page.ts';
import { type Page, toPage } from '../../platform/http/index.ts';
import { approvalProblem } from '../problems.ts';
import { approvalQuantities, approvals, approvalWithdrawals } from '../tables.ts';
import type { Approval } from './approval.ts';
import { type ApprovalListQuery, type ApprovalResponse, toApprovalResponse } from './schemas.ts';

type Answer = z.infer<typeof ApprovalResponse>;
type ApprovalRow = typeof approvals.$inferSelect;

/**
 * SQL condition that limits approvals to those a caller may see. Organisations see those that name them; cities, those that name
 * their organisations; partner provinces, those for transfers to or from them.
 */
function onlyVisible(visibility: Visibility): SQL | undefined {
  if (visibility.of === 'province') {
    const { division } = visibility;
    return or(eq(approvals.originProvince, division), eq(approvals.destinationProvince, division));
  }
  return whereVisible(visibility, { parties: [approvals.consignorId, approvals.receiverId] });
}

/** Reads an approval with what was used of it. @throws Problem `approval-missing` */
export async function readApproval(db: Reader, visibility: Visibility, id: string, now: Date): Promise<Answer> {
  const rows = await db
    .select()
    .from(approvals)
    .where(and(eq(approvals.id, id), onlyVisible(visibility)));
  const [approval] = await withParts(db, rows);
  if (approval === undefined) throw approvalProblem('approval-missing', { id, pointer: '#/params/id' });
  return toApprovalResponse(approval, now);
}

export async function listApprovals(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof ApprovalListQuery>,
  now: Date,
): Promise<Page<Answer>> {
  const { number, consignorId, receiverId, wasteCode, validOn, cursor, limit } = query;
  const rows = await db
    .select()
    .from(approvals)
    .where(
      and(
        onlyVisible(visibility),
        afterCursor(approvals.id, cursor),
        equals(approvals.number, number),
        equals(approvals.consignorId, consignorId),
        equals(approvals.receiverId, receiverId),
        wasteCode === undefined ? undefined : inArray(approvals.id, ofWaste(wasteCode)),
        ...(validOn === undefined ? [] : [lte(approvals.validFrom, validOn), gt(approvals.validTo, validOn)]),
        validOn === undefined ? undefined : notInArray(approvals.id, withdrawnBy(validOn)),
      ),
    )
    .orderBy(asc(approvals.id))
    .limit(limit + 1);
  const found = await withParts(db, rows);
  return toPage(
    found,
    limit,
    ({ id }) => id,
    (one) => toApprovalResponse(one, now),
  );
}

const subquery = () => new QueryBuilder({ casing: 'snake_case' });
const ofWaste = (wasteCode: string) =>
  subquery()
    .select({ id: approvalQuantities.approvalId })
    .from(approvalQuantities)
    .where(eq(approvalQuantities.wasteCode, wasteCode));
const withdrawnBy = (day: string) =>
  subquery()
    .select({ id: approvalWithdrawals.approvalId })
    .from(approvalWithdrawals)
    .where(lte(approvalWithdrawals.withdrawnOn, day));

/** Adds their quantities and withdrawals to approvals. */
async function withParts(db: Reader, rows: readonly ApprovalRow[]): Promise<Approval[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const quantities = await db
    .select()
    .from(approvalQuantities)
    .where(inArray(approvalQuantities.approvalId, ids))
    .orderBy(asc(approvalQuantities.wasteCode));
  const ends = await db.select().from(approvalWithdrawals).where(inArray(approvalWithdrawals.approvalId, ids));
  const quantitiesOf = Map.groupBy(quantities, ({ approvalId }) => approvalId);
  const endOf = new Map(ends.map(({ approvalId, ...end }) => [approvalId, end]));
  return rows.map((row) => ({
    ...row,
    quantities: (quantitiesOf.get(row.id) ?? []).map(({ wasteCode, approvedGrams, usedGrams }) => {
      return { wasteCode, approvedGrams, usedGrams };
    }),
    withdrawal: endOf.get(row.id) ?? null,
  }));
}
