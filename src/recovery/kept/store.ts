/** Reads and writes kept figures, and which organisations the journal has touched. Contains no rule. */
import { type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../platform/database/db.ts';
import { type Answers, type FigureKey, type KeptFigure, NO_FIGURE_KINDS, TOUCHES } from './figure.ts';
import { recoveryFigures, recoveryTouches } from './tables.ts';

/** Entries that the subscription has not seen yet, up to which a reading looks at them itself. */
const TAIL_MAX = 5_000;

const UUID = '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$';

/**
 * SQL for the organisations that entries touch: that of the actor and that of the payload; consignor and receiver of a
 * manifest; the owner of a site, a batch or a disposition; those whose certificates a
 * sample states too, or a laboratory confirmed.
 * @param entries rows of `place`, `subject`, `actor` and `payload`
 */
const touchedBy = (entries: SQL): SQL => sql`
  select e.place, one.party from ${entries} e cross join lateral (
    select e.actor ->> 'partyId' as party
    union all select e.payload ->> 'partyId'
    union all select unnest(array[m.consignor_id::text, m.receiver_id::text]) from manifests m
      where e.subject like 'manifest:%' and m.id = substring(e.subject from 10)::uuid
    union all select s.party_id::text from sites s
      where e.subject like 'site:%' and s.id = substring(e.subject from 6)::uuid
    union all select b.party_id::text from batches b
      where e.subject like 'batch:%' and b.id = substring(e.subject from 7)::uuid
    union all select d.party_id::text from dispositions d
      where e.subject like 'disposition:%' and d.id = substring(e.subject from 13)::uuid
    union all select c.party_id::text from certificate_confirmations c
      where e.subject like 'qualification:%' and c.laboratory_id = (e.payload ->> 'partyId')::uuid
    union all select sharing.party_id::text from certificate_confirmations c
      cross join lateral certificate_parties(coalesce(c.assay_id, c.analysis_id)) sharing(party_id)
      where e.subject like 'qualification:%' and c.laboratory_id = (e.payload ->> 'partyId')::uuid
    union all select sharing::text from certificate_parties(split_part(e.subject, ':', 2)::uuid) sharing
      where e.subject ~ '^(assay|analysis):'
    union all select substring(e.subject from 7) where e.subject like 'party:%'
  ) one where one.party ~ ${UUID}`;

/** Finds a figure that is current. A reading of journal entries that the subscription has not seen completes the answer. */
export async function findCurrent<Answer>(
  db: Db,
  { partyId, name, basis }: FigureKey,
): Promise<KeptFigure<Answer> | undefined> {
  const { rows } = await db.execute<{ index: string; at: string; value: Answers<Answer> }>(sql`
    with kept as (
      select f.journal_index, f.computed_at, f.value from recovery_figures f
        left join recovery_touches t on t.party_id = f.party_id
      where f.party_id = ${partyId} and f.name = ${name} and f.basis = ${basis}
        and coalesce(t.journal_index, 0) <= f.journal_index
    ), followed as (
      select coalesce((select s.sequence from journal_seals s join journal_subscriptions one on one.position = s.index
        where one.name = ${TOUCHES}), 0) as sequence
    ), unseen as materialized (
      select e.sequence as place, e.subject, e.actor, e.payload from journal_entries e
      where e.sequence > (select sequence from followed) and exists (select from kept)
        and e.kind not in (select jsonb_array_elements_text(${JSON.stringify(NO_FIGURE_KINDS)}::jsonb)) limit ${TAIL_MAX + 1}
    )
    select kept.journal_index as index, kept.computed_at as at, kept.value from kept
    where (select count(*) from unseen) <= ${TAIL_MAX}
      and not exists (select from unseen left join journal_seals s on s.sequence = unseen.place
        where coalesce(s.index > kept.journal_index, true)
          and exists (select from (${touchedBy(sql`(select unseen.*)`)}) touched where touched.party = ${partyId}))`);
  const [row] = rows;
  return row && { journalIndex: Number(row.index), computedAt: new Date(row.at), answers: row.value };
}

/** Keeps a figure. One that was computed with more of the journal stays. */
export async function keep(db: Db, { partyId, name, basis }: FigureKey, figure: KeptFigure<unknown>): Promise<void> {
  const { journalIndex, computedAt, answers } = figure;
  const stored = { basis, journalIndex, computedAt, value: answers };
  await db
    .insert(recoveryFigures)
    .values({ partyId, name, ...stored })
    .onConflictDoUpdate({
      target: [recoveryFigures.partyId, recoveryFigures.name],
      set: stored,
      setWhere: sql`${recoveryFigures.basis} <> ${basis} or ${recoveryFigures.journalIndex} <= ${journalIndex}`,
    });
}

type Touching = {
  readonly index: number;
  readonly subject: string;
  readonly actor: unknown;
  readonly payload: unknown;
};

/** Inserts which organisations entries touch. */
export async function insertTouches(tx: Tx, entries: readonly Touching[]): Promise<void> {
  const rows = JSON.stringify(
    entries.map(({ index, subject, actor, payload }) => ({ place: index, subject, actor, payload })),
  );
  await tx.execute(sql`
    insert into ${recoveryTouches} (party_id, journal_index)
    select touched.party::uuid, max(touched.place) from (${touchedBy(sql`(
      select * from jsonb_to_recordset(${rows}::jsonb) as f(place bigint, subject text, actor jsonb, payload jsonb))`)}) touched
    join parties p on p.id = touched.party::uuid group by touched.party order by touched.party
    on conflict (party_id) do update set journal_index = greatest(recovery_touches.journal_index, excluded.journal_index)`);
}
