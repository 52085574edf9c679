/**
 * Genealogy: where the mass of a batch came from, and where it went, along the graph of movements.
 *
 * An account is taken as well mixed. Back: each movement into it explains what left it by its share of all that had come
 * in until then. Forward: each movement out of it carries its share of what was left of it and of what came in later.
 * Shares multiply along the way; those of one source or one destination add up to the whole.
 */
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Sight, sees } from '../core/access.ts';
import type { Reader } from '../platform/db.ts';
import { readBatch } from './queries.ts';
import { type TraceResponse, toBatchResponse } from './schemas.ts';

const DEPTH_MAX = 30;
const STEPS_MAX = 2_000;
/** Ways through the graph that are followed. Lots that are split and merged again and again have no end of them. */
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
  other_party_name: string | null;
  other_site_name: string | null;
};

/**
 * The trace of a batch the asker may see. Batches of other parties further along are shown with their mass and kind,
 * without the names behind them unless the asker may see those too.
 */
export async function traceBatch(
  db: Reader,
  id: string,
  direction: Direction,
  sight: Sight,
): Promise<z.infer<typeof TraceResponse>> {
  const batch = await readBatch(db, id, sight);
  const { rows } = await db.execute<StepRow>(direction === 'back' ? backward(id) : forward(id));
  const steps = rows.slice(0, STEPS_MAX).map((row) => toStep(row, sight));
  return {
    batch: toBatchResponse(batch),
    direction,
    complete: rows.length <= STEPS_MAX && Number(rows[0]?.walked ?? 0) < WALKED_MAX && !rows.some(leadsOn),
    steps,
  };
}

/** Whether a step at the greatest depth comes from or goes to another batch, of which nothing is shown. */
const leadsOn = ({ depth, other_kind }: StepRow): boolean => depth >= DEPTH_MAX && other_kind !== null;

const backward = (id: string) => sql`
  with recursive steps as (
    select m.*, 1 as depth, m.mass_grams / i.mass as share
    from movements m, lateral (${incoming(sql`m.to_batch_id`)}) i
    where m.to_batch_id = ${id} and m.mass_grams > 0
    union all
    select m.*, s.depth + 1, s.share * m.mass_grams / i.mass
    from steps s join movements m on m.to_batch_id = s.from_batch_id,
      lateral (${incoming(sql`m.to_batch_id`)} and id < s.id) i
    where s.depth < ${DEPTH_MAX} and m.mass_grams > 0 and m.id < s.id
  ) ${shown(sql`steps.from_batch_id`)}`;

const forward = (id: string) => sql`
  with recursive steps as (
    select m.*, 1 as depth, m.mass_grams / i.mass as share
    from movements m, lateral (${incoming(sql`m.from_batch_id`)}) i
    where m.from_batch_id = ${id} and m.mass_grams > 0
    union all
    select m.*, s.depth + 1, s.share * m.mass_grams / (i.mass - o.mass)
    from steps s join movements m on m.from_batch_id = s.to_batch_id,
      lateral (${incoming(sql`m.from_batch_id`)}) i,
      lateral (${gone(sql`m.from_batch_id`)} and id < s.id) o
    where s.depth < ${DEPTH_MAX} and m.mass_grams > 0 and m.id > s.id
  ) ${shown(sql`steps.to_batch_id`)}`;

/** All that ever came into an account, in grams. */
const incoming = (account: ReturnType<typeof sql>) => sql`
  select sum(mass_grams)::numeric as mass from movements where to_batch_id = ${account}`;

/** All that has left an account, in grams. */
const gone = (account: ReturnType<typeof sql>) => sql`
  select coalesce(sum(mass_grams), 0)::numeric as mass from movements where from_batch_id = ${account}`;

const shown = (far: ReturnType<typeof sql>) => sql`
  , walked as (select id, depth, share from steps limit ${WALKED_MAX})
  , reached as (select id, min(depth) as depth, sum(share)::float8 as share from walked group by id)
  select steps.*, reached.depth, reached.share, (select count(*) from walked) as walked, b.kind as other_kind, b.material as other_material,
    b.battery_kind as other_battery_kind, b.party_id as other_party_id, p.name as other_party_name,
    t.name as other_site_name
  from reached join movements steps on steps.id = reached.id left join batches b on b.id = ${far} left join parties p on p.id = b.party_id
    left join sites t on t.id = b.site_id
  order by reached.depth, steps.id limit ${STEPS_MAX + 1}`;

function toStep(row: StepRow, sight: Sight): z.infer<typeof TraceResponse>['steps'][number] {
  const named = sees(sight, [row.other_party_id]);
  return {
    id: String(row.id),
    kind: row.kind,
    fromBatchId: row.from_batch_id,
    fromBoundary: row.from_boundary,
    toBatchId: row.to_batch_id,
    toBoundary: row.to_boundary,
    massGrams: Number(row.mass_grams),
    pieces: row.pieces,
    evidence: row.evidence,
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
