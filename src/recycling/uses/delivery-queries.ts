/** Deliveries that the caller may see: what was sold or given for use to a registered receiver, which confirms it. */
import { and, asc, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { whereVisible } from '../../parties/index.ts';
import { afterCursor, equals } from '../../platform/database/page.ts';
import { asServiceInAny, type RequestTx } from '../../platform/database/row-security.ts';
import { type Page, toPage } from '../../platform/http/index.ts';
import { dispositions } from '../tables.ts';
import { type DeliveryListQuery, type DeliveryResponse, toDeliveryResponse } from './delivery-schemas.ts';

/** SQL for the mass that left after corrections. */
const LEFT = sql<string>`(
  select coalesce(sum(case when m.from_batch_id = dispositions.batch_id then m.mass_grams else -m.mass_grams end), 0)
  from movements m where m.evidence = 'disposition:' || dispositions.id::text)`;

/** SQL for the mass that the receiver itself confirmed. */
const CONFIRMED = sql<string>`(
  select coalesce(sum(c.mass_grams), 0) from use_confirmations c
  where c.disposition_id = dispositions.id and c.confirmed_by_id = dispositions.receiver_id
    and not exists (select from use_confirmations later where later.replaces_id = c.id))`;

/** Lists deliveries to a receiver, oldest first, at the mass that the books have now. */
export function listDeliveries(
  tx: RequestTx,
  visibility: Visibility,
  query: z.infer<typeof DeliveryListQuery>,
): Promise<Page<z.infer<typeof DeliveryResponse>>> {
  const state = query.state && openIf(query.state === 'open');
  const where = and(
    whereVisible(visibility, { parties: [dispositions.partyId, dispositions.receiverId] }),
    isNotNull(dispositions.receiverId),
    inArray(dispositions.kind, ['sale', 'use']),
    ...[equals(dispositions.receiverId, query.receiverId), state, afterCursor(dispositions.id, query.cursor)],
  );
  return asServiceInAny(tx, 'a receiver sees what another party delivered to it', async () => {
    const rows = await tx
      .select({
        ...{ id: dispositions.id, partyId: dispositions.partyId, receiverId: dispositions.receiverId },
        ...{ kind: dispositions.kind, occurredAt: dispositions.occurredAt },
        ...{ massGrams: LEFT, confirmedGrams: CONFIRMED },
        material: sql<string | null>`(select b.material from batches b where b.id = dispositions.batch_id)`,
      })
      .from(dispositions)
      .where(where)
      .orderBy(asc(dispositions.id))
      .limit(query.limit + 1);
    return toPage(rows, query.limit, ({ id }) => id, toDeliveryResponse);
  });
}

/** A delivery is open while its receiver confirmed nothing of it. */
const openIf = (isOpen: boolean): SQL => (isOpen ? sql`(${CONFIRMED} = 0 and ${LEFT} > 0)` : sql`${CONFIRMED} > 0`);
