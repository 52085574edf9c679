/** Reads what is known about forms on paper: which loads go under their numbers, and the outages. Contains no rule. */
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/database/db.ts';
import type { PaperFindings } from './paper.ts';

/** A manifest that is to go under the number of a form. */
type PaperQuery = { readonly id: string; readonly consignorId: string; readonly number: string };

/**
 * Locks the number of a form for its consignor until the transaction ends. Returns true when another load of that consignor, which was
 * not cancelled, has it on paper or as its national number.
 */
export async function isOnOtherPaper(tx: Tx, { id, consignorId, number }: PaperQuery): Promise<boolean> {
  const key = sql`manifest_key(${number})`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`paper:${consignorId}:`} || ${key}, 0))`);
  const { rows } = await tx.execute<{ found: boolean }>(sql`
    with named as (
      select id, consignor_id, state from manifests where number = ${key}
      union all
      select id, consignor_id, state from manifests
      where manifest_key(document -> 'paper' ->> 'number') = ${key} and document -> 'paper' ->> 'number' is not null
    )
    select exists (select from named where consignor_id = ${consignorId} and id <> ${id} and state <> 'cancelled') as found`);
  return rows[0]?.found ?? false;
}

type Transfer = {
  readonly id: string;
  readonly consignorId: string;
  /** Division of the site of the consignor. */
  readonly divisionCode: string;
  readonly number: string;
  /** Time of the step; the registration on paper counts instead once it is recorded. */
  readonly at: string;
  readonly completedAt: string | null;
};

type Found = { readonly transferredAt: string; readonly holder: string | null } & Pick<
  PaperFindings,
  'inOutage' | 'photographed'
>;

/** Reads when a load went on paper, if a declared outage covers that time and place, the holder of its number, and its photographs. */
export async function readPaperFindings(tx: Tx, transfer: Transfer): Promise<PaperFindings> {
  const { id, consignorId, divisionCode, number, at, completedAt } = transfer;
  const { rows } = await tx.execute<Found>(sql`
    with transfer as (
      select least(${completedAt}::timestamptz, coalesce((
        select min(occurred_at) from journal_entries
        where subject = ${`manifest:${id}`} and kind = 'manifest.paper_registered'), ${at}::timestamptz)) as at
    )
    select transfer.at as "transferredAt", exists (
      select from outages left join outage_ends on outage_ends.outage_id = outages.id
      where starts_with(${divisionCode}, outages.division_code) and outages.started_at <= transfer.at
        and (outage_ends.ended_at is null or transfer.at < outage_ends.ended_at)) as "inOutage",
      paper_number_holder(${number}) as holder,
      exists (select from manifest_photographs where manifest_id = ${id}) as photographed
    from transfer`);
  const [found] = rows;
  if (found === undefined) throw new Error('the findings about paper are one row');
  const { transferredAt, holder, inOutage, photographed } = found;
  const reserved = holder === null ? 'none' : holder === consignorId ? 'own' : 'other';
  return { number, transferredAt: new Date(transferredAt), inOutage, reserved, photographed };
}
