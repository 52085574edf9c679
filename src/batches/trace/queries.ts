/**
 * Genealogy: traces the sources and destinations of the mass of a batch along its movements.
 *
 * An account counts as well mixed at every moment: mass that leaves contains each part in proportion to its mass then.
 * Shares multiply along a path; the shares of all sources, or of all destinations, add up to the whole, also as they are
 * shown.
 */
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import { asService, type RequestTx } from '../../platform/database/row-security.ts';
import { describeBatch } from '../batch.ts';
import { BATCH_KINDS, BATTERY_KINDS } from '../codes.ts';
import { BOUNDARIES, MOVEMENT_KINDS } from '../movement.ts';
import { readBatch, withCorrections } from '../queries.ts';
import type { TraceResponse } from '../schemas.ts';
import { netMovements } from '../tables.ts';
import { sharesInPpm } from './share.ts';

const DEPTH_MAX = 30;
const STEPS_MAX = 2_000;
/** Maximum number of paths followed. Batches that are split and merged repeatedly have an unlimited number of paths. */
const WALKED_MAX = 20_000;

export type Direction = 'back' | 'forward';

const StepRow = z.object({
  id: z.string(),
  kind: z.enum(MOVEMENT_KINDS),
  fromBatchId: z.string().nullable(),
  fromBoundary: z.enum(BOUNDARIES).nullable(),
  toBatchId: z.string().nullable(),
  toBoundary: z.enum(BOUNDARIES).nullable(),
  massGrams: z.coerce.number(),
  pieces: z.number(),
  evidence: z.string().nullable(),
  occurredAt: z.coerce.date(),
  recordedAt: z.coerce.date(),
  depth: z.number(),
  share: z.number(),
  walked: z.coerce.number(),
  otherKind: z.enum(BATCH_KINDS).nullable(),
  otherMaterial: z.string().nullable(),
  otherBatteryKind: z.enum(BATTERY_KINDS).nullable(),
  otherPartyId: z.string().nullable(),
  otherDivisions: z.array(z.string()).nullable(),
  otherPartyName: z.string().nullable(),
  otherSiteName: z.string().nullable(),
  nearPartyId: z.string().nullable(),
  nearDivisions: z.array(z.string()).nullable(),
});
type StepRow = z.infer<typeof StepRow>;

/**
 * Traces a batch that the caller may see. Batches of other organisations are shown with their kind, and with names only
 * where the caller may see those organisations. A movement between two others is shown as the share of the caller's batch
 * alone, because the volumes of others are their business secret.
 */
export async function traceBatch(
  db: RequestTx,
  visibility: Visibility,
  { id, direction }: { readonly id: string; readonly direction: Direction },
): Promise<z.infer<typeof TraceResponse>> {
  const batch = await readBatch(db, visibility, id);
  const walk = direction === 'back' ? backward(id) : forward(id);
  const { rows } = await asService(db, 'a trace follows mass through the hands of others', () => db.execute(walk));
  const found = z.array(StepRow).parse(rows);
  const listed = found.slice(0, STEPS_MAX);
  const shares = sharesInPpm(
    listed.map(({ share, depth, otherKind }) => ({ share, first: depth === 1, last: otherKind === null })),
  );
  const steps = listed.map((row, at) => toStep(row, shares[at] ?? 0, visibility));
  return {
    batch: await withCorrections(db, describeBatch(batch)),
    direction,
    complete: found.length <= STEPS_MAX && (found[0]?.walked ?? 0) < WALKED_MAX && !found.some(leadsOn),
    steps,
  };
}

/** Finds steps at the maximum depth that lead to another batch, which is not shown. */
const leadsOn = ({ depth, otherKind }: StepRow): boolean => depth >= DEPTH_MAX && otherKind !== null;

const backward = (id: string) => sql`
  with recursive steps as (
    select m.*, 1 as depth, (m.mass_grams / i.mass)::float8 as share
    from ${netMovements} m, lateral (${incoming(id)}) i where m.to_batch_id = ${id} and m.mass_grams > 0
    union all
    select m.*, s.depth + 1, s.share * source.part
    from steps s, lateral (
      with account as (${mixing(sql`s.from_batch_id`)})
      select came.id, came.mass_grams * exp(went.faded - came.faded) / went.held as part
      from account went join account came on came.id < went.id and came.emptied = went.emptied and not came.leaves
      where went.id = s.id
    ) source join ${netMovements} m on m.id = source.id
    where s.depth < ${DEPTH_MAX}
  ) ${shown({ far: sql`steps.from_batch_id`, near: sql`steps.to_batch_id` })}`;

const forward = (id: string) => sql`
  with recursive steps as (
    select m.*, 1 as depth, (m.mass_grams / i.mass)::float8 as share
    from ${netMovements} m, lateral (${incoming(id)}) i where m.from_batch_id = ${id} and m.mass_grams > 0
    union all
    select m.*, s.depth + 1, s.share * goal.part
    from steps s, lateral (
      with account as (${mixing(sql`s.to_batch_id`)})
      select went.id, went.mass_grams * exp(went.faded - came.faded) / went.held as part
      from account came join account went on went.id > came.id and went.emptied = came.emptied and went.leaves
      where came.id = s.id
    ) goal join ${netMovements} m on m.id = goal.id
    where s.depth < ${DEPTH_MAX}
  ) ${shown({ far: sql`steps.to_batch_id`, near: sql`steps.from_batch_id` })}`;

/** SQL for all mass that ever entered an account, in grams. */
const incoming = (account: string) => sql`
  select sum(mass_grams)::numeric as mass from ${netMovements} came_in where to_batch_id = ${account}`;

/**
 * SQL for the movements of an account in their order. `held` is its mass before each, in grams. Of the mass that
 * entered at one movement, the share `exp(faded there - faded here)` is left at a later one. The share is 0 when the
 * account was `emptied` between them.
 */
const mixing = (account: ReturnType<typeof sql>) => sql`
  select id, mass_grams, leaves, held, coalesce(sum(ln(kept)) filter (where kept > 0) over prior, 0) as faded,
    count(*) filter (where kept = 0) over prior as emptied
  from (
    select *, case when leaves then 1 - mass_grams / held else 1 end as kept from (
      select id, mass_grams::float8, from_batch_id is not distinct from ${account} as leaves,
        greatest(mass_grams, sum(case when to_batch_id = ${account} then mass_grams else -mass_grams end) over
          (order by id rows between unbounded preceding and 1 preceding))::float8 as held
      from ${netMovements} moved where (to_batch_id = ${account} or from_batch_id = ${account}) and mass_grams > 0
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
  select steps.id, steps.kind, steps.from_batch_id as "fromBatchId", steps.from_boundary as "fromBoundary",
    steps.to_batch_id as "toBatchId", steps.to_boundary as "toBoundary", steps.mass_grams as "massGrams", steps.pieces,
    steps.evidence, steps.occurred_at as "occurredAt", steps.recorded_at as "recordedAt", reached.depth, reached.share,
    (select count(*) from walked) as walked, other.kind as "otherKind", other.material as "otherMaterial",
    other.battery_kind as "otherBatteryKind", other.party_id as "otherPartyId", other.divisions as "otherDivisions",
    other.party_name as "otherPartyName", other.site_name as "otherSiteName", nearby.party_id as "nearPartyId",
    nearby.divisions as "nearDivisions"
  from reached join ${netMovements} steps on steps.id = reached.id left join ends other on other.id = ${far}
    left join ends nearby on nearby.id = ${near}
  order by reached.depth, steps.id limit ${STEPS_MAX + 1}`;

const sees = (visibility: Visibility, id: string | null, divisions: readonly string[] | null): boolean =>
  id !== null &&
  seesOneOf(
    visibility,
    (divisions ?? []).map((divisionCode) => ({ id, divisionCode })),
  );

function toStep(
  row: StepRow,
  sharePpm: number,
  visibility: Visibility,
): z.infer<typeof TraceResponse>['steps'][number] {
  const named = sees(visibility, row.otherPartyId, row.otherDivisions);
  const touched = named || sees(visibility, row.nearPartyId, row.nearDivisions);
  const { id, kind, fromBatchId, fromBoundary, toBatchId, toBoundary, depth } = row;
  return {
    ...{ id, kind, fromBatchId, fromBoundary, toBatchId, toBoundary, depth },
    massGrams: touched ? row.massGrams : null,
    pieces: touched ? row.pieces : null,
    evidence: touched ? row.evidence : null,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    sharePpm,
    otherEnd: otherEndOf(row, named),
  };
}

function otherEndOf(row: StepRow, named: boolean): z.infer<typeof TraceResponse>['steps'][number]['otherEnd'] {
  if (row.otherKind === null) return null;
  return {
    kind: row.otherKind,
    material: row.otherMaterial ?? '',
    batteryKind: row.otherBatteryKind,
    partyName: named ? row.otherPartyName : null,
    siteName: named ? row.otherSiteName : null,
  };
}
