/** Reads what may cover a load, and writes the mass that counts against approvals. Contains no rule. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '../../platform/database/db.ts';
import type { Covering, Load } from './cover.ts';

const CoveringRow = z.object({
  approvals: z.array(
    z.object({
      ...{ approvalId: z.string(), number: z.string(), validFrom: z.string(), validTo: z.string() },
      ...{ withdrawnOn: z.string().nullable(), approvedGrams: z.number(), usedGrams: z.number() },
    }),
  ),
  exemptions: z.array(
    z.object({
      ...{ id: z.string(), grantedBy: z.string(), validFrom: z.string(), validTo: z.string().nullable() },
      endedOn: z.string().nullable(),
    }),
  ),
});

/**
 * Reads the approvals and exemptions of a load in one statement. `locking` locks the quantities until the transaction ends, in the
 * order of their ids, so that concurrent hand-overs see what the others use.
 */
export async function readCovering(tx: Tx, load: Load, { locking }: { readonly locking: boolean }): Promise<Covering> {
  const { consignorId, receiverId, receiverUscc, originProvince, destinationProvince, wasteCode } = load;
  const { rows } = await tx.execute(sql`
    with quantity as (
      select q.approval_id, a.number, a.valid_from, a.valid_to, q.withdrawn_on, q.approved_grams, q.used_grams
      from approval_quantities q join approvals a on a.id = q.approval_id
      where a.consignor_id = ${consignorId} and a.receiver_id = ${receiverId} and q.waste_code = ${wasteCode}
      order by q.approval_id ${locking ? sql`for no key update of q` : sql``}
    ), exempt as (
      select e.id, e.granted_by, e.valid_from, e.valid_to, ended.ended_on
      from transfer_exemptions e left join transfer_exemption_ends ended on ended.exemption_id = e.id
      where ${receiverUscc} = any (e.receivers) and ${wasteCode} = any (e.waste_codes)
        and coalesce(e.origin_province, ${originProvince}) = ${originProvince}
        and coalesce(e.destination_province, ${destinationProvince}) = ${destinationProvince}
      order by e.id
    )
    select
      coalesce((select jsonb_agg(jsonb_build_object('approvalId', approval_id, 'number', number, 'validFrom', valid_from,
        'validTo', valid_to, 'withdrawnOn', withdrawn_on, 'approvedGrams', approved_grams, 'usedGrams', used_grams))
        from quantity), '[]') as approvals,
      coalesce((select jsonb_agg(jsonb_build_object('id', id, 'grantedBy', granted_by, 'validFrom', valid_from, 'validTo', valid_to,
        'endedOn', ended_on)) from exempt), '[]') as exemptions`);
  const { approvals, exemptions } = CoveringRow.parse(rows[0]);
  return {
    approvals,
    exemptions: exemptions.map(({ endedOn, ...one }) => {
      return { ...one, ending: endedOn === null ? null : { endedOn } };
    }),
  };
}

/** The cover of a load that was handed over. */
export type CoveredLoad = Load & {
  readonly manifestId: string;
  /** One of both. */
  readonly approvalId: string | null;
  readonly exemptionId: string | null;
  readonly handedOverOn: string;
  readonly recordedAt: Date;
};

/** Records the cover of a load, and counts its mass against its approval. */
export async function insertCover(tx: Tx, load: CoveredLoad): Promise<void> {
  const { manifestId, approvalId, exemptionId, consignorId, receiverId, originProvince, destinationProvince } = load;
  const { wasteCode, massGrams, handedOverOn, recordedAt } = load;
  await tx.execute(sql`
    with used as (
      update approval_quantities set used_grams = used_grams + ${massGrams}
      where approval_id = ${approvalId}::uuid and waste_code = ${wasteCode}
    )
    insert into transfer_covers (id, approval_id, exemption_id, consignor_id, receiver_id, origin_province, destination_province,
      waste_code, handed_over_grams, counted_grams, handed_over_on, recorded_at)
    values (${manifestId}, ${approvalId}, ${exemptionId}, ${consignorId}, ${receiverId}, ${originProvince}, ${destinationProvince},
      ${wasteCode}, ${massGrams}, ${massGrams}, ${handedOverOn}, ${recordedAt.toISOString()})`);
}

const SettledRow = z.object({ approvalId: z.string(), wasteCode: z.string(), countedGrams: z.number() });
export type Settled = z.infer<typeof SettledRow>;

/**
 * Counts the accepted mass of a load in place of the mass that was handed over. Returns undefined for a load without an approval.
 */
export async function settleCover(
  tx: Tx,
  manifestId: string,
  { countedGrams, settledAt }: { readonly countedGrams: number; readonly settledAt: Date },
): Promise<Settled | undefined> {
  const { rows } = await tx.execute(sql`
    with before as (
      select id, approval_id, waste_code, counted_grams from transfer_covers where id = ${manifestId} for no key update
    ), used as (
      update approval_quantities q set used_grams = q.used_grams + ${countedGrams}::bigint - before.counted_grams
      from before where q.approval_id = before.approval_id and q.waste_code = before.waste_code
    )
    update transfer_covers c set counted_grams = ${countedGrams}, settled_at = ${settledAt.toISOString()}
    from before where c.id = before.id
    returning c.approval_id as "approvalId", c.waste_code as "wasteCode", c.counted_grams::float8 as "countedGrams"`);
  const [row] = rows;
  return row === undefined || row.approvalId === null ? undefined : SettledRow.parse(row);
}
