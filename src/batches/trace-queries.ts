/**
 * Genealogy: where the mass of a batch came from, and where it went, along the graph of movements.
 *
 * An account is taken as well mixed at every moment: what leaves it is of everything in it, by the mass of each just then.
 * Shares multiply along the way; those of one source or one destination add up to the whole.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { seesOneOf, type Visibility } from '../core/access/visibility.ts';
import type { Tx } from '../platform/database/db.ts';
import { asOwner } from '../platform/database/row-security.ts';
import { describeBatch } from './batch.ts';
import { readBatch } from './queries.ts';
import type { TraceResponse } from './schemas.ts';

const DEPTH_MAX = 30;
const STEPS_MAX = 2_000;
/** Maximum of paths followed: batches that are split and merged again and again have paths without end. */
const WALKED_MAX = 20_000;

export type Direction = 'back' | 'forward';

type StepRow = {
  id: string;
  kind: string;
  from_batch_id: string | null;
  from_boundary: string | null;
  to_batch_id: string | null;
  to_boundary: string | null;
  mass_grams: string;
  pieces: number;
  evidence: string | null;
  occurred_at: string;
  recorded_at: string;
  depth: number;
  share: number;
  walked: string;
  other_kind: string | null;
  other_material: string | null;
  other_battery_kind: string | null;
  other_party_id: string | null;
  other_divisions: readonly string[];
  other_party_name: string | null;
  other_site_name: string | null;
  near_party_id: string | null;
  near_divisions: readonly string[];
};

/**
 * The trace of a batch the asker may see. Batches of other parties further along are shown with their kind, without the
 * names behind them unless the asker may see those too. What moves between two of them is shown by the share of the
 * asker's batch in it alone: how much others make, and of what, is their business.
 */
export async function traceBatch(
  db: Tx,
  id: string,
  direction: Direction,
  visibility: Visibility,
): Promise<z.infer<typeof TraceResponse>> {
  const batch = await readBatch(db, visibility, id);
  const walk = direction === 'back' ? backward(id) : forward(id);
  const { rows } = await asOwner(db, 'a trace follows mass through the hands of others', () =>
    db.execute<StepRow>(walk),
  );
  const steps = rows.slice(0, STEPS_MAX).map((row) => toStep(row, visibility));
  return {
    batch: describeBatch(batch),
    direction,
    complete: rows.length <= STEPS_MAX && Number(rows[0]?.walked ?? 0) < WALKED_MAX && !rows.some(leadsOn),
    steps,
  };
}

/** Whether a step at the greatest depth comes from or goes to another batch, of which nothing is shown. */
const leadsOn = ({ depth, other_kind }: StepRow): boolean => depth >= DEPTH_MAX && other_kind !== null;

const backward = (id: string) => sql`
  with recursive steps as (
    select m.*, 1 as depth, (m.mass_grams / i.mass)::float8 as share
    from movements m, lateral (${incoming(id)}) i where m.to_batch_id = ${id} and m.mass_grams > 0
    union all
    select m.*, s.depth + 1, s.share * source.part
    from steps s, lateral (
      with account as (${mixing(sql`s.from_batch_id`)})
      select came.id, came.mass_grams * exp(went.faded - came.faded) / went.held as part
      from account went join account came on came.id < went.id and came.emptied = went.emptied and not came.leaves
      where went.id = s.id
    ) source join movements m on m.id = source.id
    where s.depth < ${DEPTH_MAX}
  ) ${shown({ far: sql`steps.from_batch_id`, near: sql`steps.to_batch_id` })}`;

const forward = (id: string) => sql`
  with recursive steps as (
    select m.*, 1 as depth, (m.mass_grams / i.mass)::float8 as share
    from movements m, lateral (${incoming(id)}) i where m.from_batch_id = ${id} and m.mass_grams > 0
    union all
    select m.*, s.depth + 1, s.share * goal.part
    from steps s, lateral (
      with account as (${mixing(sql`s.to_batch_id`)})
      select went.id, went.mass_grams * exp(went.faded - came.faded) / went.held as part
      from account came join account went on went.id > came.id and went.emptied = came.emptied and went.leaves
      where came.id = s.id
    ) goal join movements m on m.id = goal.id
    where s.depth < ${DEPTH_MAX}
  ) ${shown({ far: sql`steps.to_batch_id`, near: sql`steps.from_batch_id` })}`;

/** All that ever came into an account, in grams. */
const incoming = (account: string) => sql`
  select sum(mass_grams)::numeric as mass from movements where to_batch_id = ${account}`;

/**
 * The movements of an account in their order. `held` is what it held before each, in grams. Of what came in at one
 * movement and is still there at a later one, `exp(faded there - faded here)` is left, and nothing when the account was
 * `emptied` between them.
 */
const mixing = (account: ReturnType<typeof sql>) => sql`
  select id, mass_grams, leaves, held, coalesce(sum(ln(kept)) filter (where kept > 0) over prior, 0) as faded,
    count(*) filter (where kept = 0) over prior as emptied
  from (
    select *, case when leaves then 1 - mass_grams / held else 1 end as kept from (
      select id, mass_grams::float8, from_batch_id is not distinct from ${account} as leaves,
        greatest(mass_grams, sum(case when to_batch_id = ${account} then mass_grams else -mass_grams end) over
          (order by id rows between unbounded preceding and 1 preceding))::float8 as held
      from movements where (to_batch_id = ${account} or from_batch_id = ${account}) and mass_grams > 0
    ) weighed
  ) lessened window prior as (order by id rows between unbounded preceding and 1 preceding)`;

const shown = ({ far, near }: Record<'far' | 'near', SQL>) => sql`
  , walked as (select id, depth, share from steps limit ${WALKED_MAX})
  , reached as (select id, min(depth) as depth, sum(share)::float8 as share from walked group by id)
  , ends as not materialized (
    select b.id, b.kind, b.material, b.battery_kind, b.party_id, p.name as party_name, t.name as site_name,
      array_remove(array[p.division_code, t.division_code], null) as divisions
    from batches b join parties p on p.id = b.party_id left join sites t on t.id = b.site_id
  )
  select steps.*, reached.depth, reached.share, (select count(*) from walked) as walked, other.kind as other_kind,
    other.material as other_material, other.battery_kind as other_battery_kind, other.party_id as other_party_id,
    other.divisions as other_divisions, other.party_name as other_party_name, other.site_name as other_site_name,
    nearby.party_id as near_party_id, nearby.divisions as near_divisions
  from reached join movements steps on steps.id = reached.id left join ends other on other.id = ${far}
    left join ends nearby on nearby.id = ${near}
  order by reached.depth, steps.id limit ${STEPS_MAX + 1}`;

const sees = (visibility: Visibility, id: string | null, divisions: readonly string[]): boolean =>
  id !== null &&
  seesOneOf(
    visibility,
    divisions.map((divisionCode) => ({ id, divisionCode })),
  );

function toStep(row: StepRow, visibility: Visibility): z.infer<typeof TraceResponse>['steps'][number] {
  const named = sees(visibility, row.other_party_id, row.other_divisions);
  const touched = named || sees(visibility, row.near_party_id, row.near_divisions);
  return {
    id: String(row.id),
    kind: row.kind,
    fromBatchId: row.from_batch_id,
    fromBoundary: row.from_boundary,
    toBatchId: row.to_batch_id,
    toBoundary: row.to_boundary,
    massGrams: touched ? Number(row.mass_grams) : null,
    pieces: touched ? row.pieces : null,
    evidence: touched ? row.evidence : null,
    occurredAt: new Date(row.occurred_at).toISOString(),
    recordedAt: new Date(row.recorded_at).toISOString(),
    depth: row.depth,
    sharePpm: Math.round(row.share * 1_000_000),
    otherEnd:
      row.other_kind === null
        ? null
        : {
            kind: row.other_kind,
            material: row.other_material ?? '',
            batteryKind: row.other_battery_kind,
            partyName: named ? row.other_party_name : null,
            siteName: named ? row.other_site_name : null,
          },
  };
}
