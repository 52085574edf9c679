/** Manifests that name a batch, an organisation, a site or a vehicle, or are covered by a licence, and what they need of it. */
import { and, asc, eq, inArray, ne, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf } from '../../core/calendar.ts';
import {
  type Dependant,
  type DependantKind,
  type Dependants,
  type Figures,
  joinDependants,
} from '../../core/dependant.ts';
import type { Reader } from '../../platform/database/db.ts';
import { DEPENDANTS_MAX, dependantsFrom, idsIn, idsOf, type ReadDependants, TOTAL } from '../../platform/dependants.ts';
import { MANIFEST_STATES, type ManifestState } from '../rules/document.ts';
import { manifests } from '../tables.ts';

/** States in which a manifest promises mass that has not left its batch yet. */
const PROMISING: readonly ManifestState[] = ['submitted', 'offline_paper'];

/**
 * Reads the manifests with a line about batches. Every manifest has copied the description of the batch; one that is past
 * its draft and not handed over also needs the mass of its line. All promises count; those manifests are listed first.
 */
async function readOfBatches(db: Reader, ids: readonly string[]): Promise<Dependants> {
  const { rows } = await db.execute(sql`
    with named as (
      select m.id, m.state, sum(l.mass_grams) as mass_grams, sum(l.pieces) as pieces,
        coalesce(sum(l.mass_grams) filter (where ${IS_PROMISED}), 0) as kept_grams,
        coalesce(sum(l.pieces) filter (where ${IS_PROMISED}), 0) as kept_pieces, bool_or(${IS_PROMISED}) as promises
      from manifest_lines l join manifests m on m.id = l.manifest_id
      where (l.batch_id in ${idsIn(ids)} or l.received_batch_id in ${idsIn(ids)}) and m.state <> 'cancelled' group by m.id
    )
    select id, state, mass_grams as "massGrams", pieces, kept_grams as "keptGrams", kept_pieces as "keptPieces", promises,
      sum(kept_grams) over () as "allGrams", sum(kept_pieces) over () as "allPieces",
      count(*) filter (where promises) over () as promising, count(*) over () as total
    from named order by promises desc, state <> 'draft', id limit ${DEPENDANTS_MAX}`);
  const found = z.array(OfBatchRow).parse(rows);
  const [all] = found;
  const kept = all ? { massGrams: all.allGrams, pieces: all.allPieces, manifests: all.promising } : {};
  return { ...dependantsFrom(found, asPromised), kept };
}

function asPromised(row: z.infer<typeof OfBatchRow>): Dependant {
  const { state, massGrams, pieces } = row;
  const keeps: Figures = row.promises ? { massGrams: row.keptGrams, pieces: row.keptPieces, manifests: 1 } : {};
  // A draft can be drawn up again, so it is named; the lines of the others stay as they are.
  return { kind: 'manifest', id: row.id, state, figures: state === 'draft' ? {} : { massGrams, pieces }, keeps };
}

const IS_PROMISED = sql`m.state in ${[...PROMISING]} and l.transit_batch_id is null`;

const OfBatchRow = z.object({
  id: z.string(),
  state: z.enum(MANIFEST_STATES),
  massGrams: z.coerce.number(),
  pieces: z.coerce.number(),
  keptGrams: z.coerce.number(),
  keptPieces: z.coerce.number(),
  promises: z.boolean(),
  allGrams: z.coerce.number(),
  allPieces: z.coerce.number(),
  promising: z.coerce.number(),
  total: z.coerce.number(),
});

/** States after the last decision: the document stays as it is, and no later step is judged by the register. */
const DECIDED: readonly ManifestState[] = ['accepted', 'partially_accepted', 'rejected', 'closed', 'cancelled'];
const UNDECIDED = and(ne(manifests.state, 'draft'), notInArray(manifests.state, [...DECIDED]));

type Named = { readonly id: string; readonly state: ManifestState; readonly total: number };
type Needs = Pick<Dependant, 'repeats' | 'holds'> & Partial<Pick<Dependant, 'figures'>>;
const dependant = ({ id, state }: Named, needs: Needs): Dependant => ({
  ...{ kind: 'manifest', id, state, figures: {}, keeps: null },
  ...needs,
});
const dependantsOf = <Row extends Named>(rows: readonly Row[], needs: (row: Row) => Needs): Dependants =>
  dependantsFrom(rows, (row) => dependant(row, needs(row)));

const CODE = ['uscc', 'usccMissingReason', 'divisionCode', 'provinceCode'];

/** Reads what depends on one registered record. */
type ReadOfRecord = (db: Reader, id: string, now: Date) => Promise<Dependants>;

/** Every submitted manifest names the organisation by code, and its number by division; an undecided one also by name. */
const readOfParty: ReadOfRecord = async (db, id) => {
  const decided = inArray(manifests.state, [...DECIDED]);
  const rows = await db
    .select({ id: manifests.id, state: manifests.state, total: TOTAL })
    .from(manifests)
    .where(and(ne(manifests.state, 'draft'), naming(id)))
    .orderBy(asc(decided), asc(manifests.id))
    .limit(DEPENDANTS_MAX);
  return dependantsOf(rows, ({ state }) => ({
    ...{ repeats: DECIDED.includes(state) ? [] : [...CODE, 'name'], holds: CODE },
  }));
};

const naming = (id: string) =>
  or(eq(manifests.consignorId, id), eq(manifests.carrierId, id), eq(manifests.receiverId, id));

/** Undecided manifests describe their sites, and their licences follow from the kind. */
const readOfSite: ReadOfRecord = async (db, id) => {
  const rows = await db
    .select({ id: manifests.id, state: manifests.state, total: TOTAL })
    .from(manifests)
    .where(and(UNDECIDED, or(eq(manifests.consignorSiteId, id), eq(manifests.receiverSiteId, id))))
    .orderBy(asc(manifests.id))
    .limit(DEPENDANTS_MAX);
  const held = ['kind', 'divisionCode'];
  return dependantsOf(rows, () => ({ repeats: [...held, 'name', 'address'], holds: held }));
};

/** A vehicle is on the road from the departure to the arrival. */
const readOfVehicle: ReadOfRecord = async (db, id) => {
  const { rows } = await db.execute(sql`
    select m.id, m.state, count(*) over () as total from vehicles v join manifests m on m.carrier_id = v.party_id and m.state = 'in_transit'
      and m.document -> 'transport' -> 'plates' ? v.plate
    where v.id = ${id} order by m.id limit ${DEPENDANTS_MAX}`);
  const repeats = ['plate', 'permitNumber', 'permitValidFrom', 'permitValidTo'];
  return dependantsOf(z.array(NamedRow).parse(rows), () => ({ repeats, holds: ['plate'] }));
};

const COVER = ['mode', 'wasteCodes', 'validFrom', 'validTo'];
const SCALE = 'annualLimitGrams';

/**
 * Accepted loads hold the licence that they count against, and its scale at their mass. Undecided ones are covered by it, or
 * no longer, and must fit its scale. A renewed licence continues the count of the licence before it.
 */
const readOfLicence: ReadOfRecord = async (db, id, now) => {
  const { rows: accepted } = await db.execute(sql`
    select m.id, m.state, m.accepted_licence_id = ${id} as own, count(*) over () as total
    from licences l join licences counted on ${CONTINUED}
      join manifests m on m.accepted_licence_id = counted.id
    where l.id = ${id} order by own desc, m.id limit ${DEPENDANTS_MAX}`);
  const on = dayOf(now);
  const { rows: open } = await db.execute(sql`
    select m.id, m.state, count(*) over () as total, case when m.document ->> 'wasteCode' = any (l.waste_codes) and l.valid_from <= ${on}
        and ${on} < l.valid_to then jsonb_array_length(m.document -> 'lines') else 0 end as "coveredLines"
    from licences l join manifests m
      on case l.mode when 'transport' then m.carrier_id else m.receiver_id end = l.party_id
    where l.id = ${id} and m.state in ${OPEN} order by m.id limit ${DEPENDANTS_MAX}`);
  const { usedGrams, room } = await readScale(db, id, on);
  return joinDependants([
    { ...dependantsOf(z.array(AcceptedRow).parse(accepted), heldBy), kept: { [SCALE]: usedGrams } },
    dependantsOf(z.array(CoveredRow).parse(open), ({ coveredLines }) => ({
      ...{ repeats: [...COVER, SCALE], figures: { coveredLines, ...room } },
    })),
  ]);
};

const CONTINUED = sql`counted.party_id = l.party_id and counted.number = l.number and counted.mode = l.mode`;
const heldBy = ({ own }: z.infer<typeof AcceptedRow>) => ({
  repeats: [SCALE],
  holds: own ? [...COVER, SCALE] : [SCALE],
});

/** Reads the most that a year of the licence has accepted, and the room that its scale leaves in the present year. */
async function readScale(db: Reader, id: string, on: string): Promise<{ usedGrams: number; room: Figures }> {
  const { rows } = await db.execute(sql`
    select l.annual_limit_grams as "limitGrams", coalesce(max(years.grams), 0) as "usedGrams",
      coalesce(max(years.grams) filter (where years.year = ${Number(on.slice(0, 4))}), 0) as "nowGrams"
    from licences l left join lateral (
      select extract(year from m.decided_at at time zone 'Asia/Shanghai')::integer as year, sum(line.accepted_grams) as grams
      from licences counted join manifests m on m.accepted_licence_id = counted.id
        join manifest_lines line on line.manifest_id = m.id
      where ${CONTINUED} group by 1
    ) years on years.year >= extract(year from l.valid_from)
    where l.id = ${id} group by l.annual_limit_grams`);
  const [scale] = z.array(ScaleRow).parse(rows);
  if (scale === undefined) return { usedGrams: 0, room: {} };
  const { limitGrams, usedGrams, nowGrams } = scale;
  return { usedGrams, room: limitGrams === null ? {} : { roomGrams: limitGrams - nowGrams } };
}

const OPEN = MANIFEST_STATES.filter((state) => state !== 'draft' && !DECIDED.includes(state));
const NamedRow = z.object({ id: z.string(), state: z.enum(MANIFEST_STATES), total: z.coerce.number() });
const AcceptedRow = NamedRow.extend({ own: z.boolean() });
const ScaleRow = z.object({
  limitGrams: z.coerce.number().nullable(),
  usedGrams: z.coerce.number(),
  nowGrams: z.coerce.number(),
});
const CoveredRow = NamedRow.extend({ coveredLines: z.number() });

const READINGS: Readonly<Partial<Record<DependantKind, ReadOfRecord>>> = {
  ...{ party: readOfParty, site: readOfSite, vehicle: readOfVehicle, licence: readOfLicence },
};

/** Reads the manifests that depend on batches or on registered records. */
export const readManifestDependants: ReadDependants = async (db, records, now) => {
  const batches = idsOf('batch', records);
  const found = batches.length > 0 ? [await readOfBatches(db, batches)] : [];
  for (const { kind, id } of records) {
    const read = READINGS[kind];
    if (read) found.push(await read(db, id, now));
  }
  return joinDependants(found);
};
