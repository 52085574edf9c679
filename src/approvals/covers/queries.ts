/** Lists the loads that left the province under approvals and exemptions. */
import { eq, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import type { Reader } from '../../platform/database/db.ts';
import { equals, page } from '../../platform/database/page.ts';
import type { Page } from '../../platform/http/index.ts';
import { transferCovers } from '../tables.ts';
import { type CoveredTransferQuery, type CoveredTransferResponse, toCoveredTransfer } from './schemas.ts';

export function listCoveredTransfers(
  db: Reader,
  visibility: Visibility,
  query: z.infer<typeof CoveredTransferQuery>,
): Promise<Page<z.infer<typeof CoveredTransferResponse>>> {
  const where = [
    visibility.of === 'province'
      ? or(
          eq(transferCovers.originProvince, visibility.division),
          eq(transferCovers.destinationProvince, visibility.division),
        )
      : whereVisible(visibility, { parties: [transferCovers.consignorId, transferCovers.receiverId] }),
    equals(transferCovers.approvalId, query.approvalId),
    equals(transferCovers.exemptionId, query.exemptionId),
    equals(transferCovers.id, query.manifestId),
  ];
  return page(db, transferCovers, {
    query,
    where,
    toItem: ({ originProvince: _, destinationProvince: __, recordedAt: ___, ...one }) => toCoveredTransfer(one),
  });
}
