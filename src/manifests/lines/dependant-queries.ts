/** Manifests that name a batch, an organisation, a site or a vehicle, or are covered by a licence, and what they need of it. */
import { and, asc, eq, inArray, ne, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { dayOf } from '../../core/calendar.ts';
import type { Dependant, DependantKind, Figures } from '../../core/dependant.ts';
import { DEPENDANTS_MAX, type ReadDependants } from '../../platform/dependants.ts';
import { MANIFEST_STATES, type ManifestState } from '../rules/document.ts';
import { manifestLines, manifests } from '../tables.ts';

/** States in which a manifest promises mass that has not left its batch yet. */
const PROMISING: readonly string[] = ['submitted', 'offline_paper'];

/**
 * Reads the manifests with a line about a batch. Every manifest has copied the description of the batch; one that is past
 * its draft and not handed over also needs the mass of its line.
 */
const readOfBatch: ReadDependants = async (db, { id }) => {
  const rows = await db
    .select({
      id: manifests.id,
      state: manifests.state,
      transitBatchId: manifestLines.transitBatchId,
      massGrams: manifestLines.massGrams,
      pieces: manifestLines.pieces,
    })
    .from(manifestLines)
    .innerJoin(manifests, eq(manifests.id, manifestLines.manifestId))
    .where(
      and(or(eq(manifestLines.batchId, id), eq(manifestLines.receivedBatchId, id)), ne(manifests.state, 'cancelled')),
    )
    .orderBy(asc(manifests.id), asc(manifestLines.line))
    .limit(DEPENDANTS_MAX);
  return [...Map.groupBy(rows, (row) => row.id)].map(([manifestId, lines]) => {
    const state = lines[0]?.state ?? 'draft';
    const promised = lines.filter(({ transitBatchId }) => PROMISING.includes(state) && transitBatchId === null);
    const keeps: Figures = promised.length === 0 ? {} : totalOf(promised);
    // A draft can be drawn up again, so it is named; the lines of the others stay as they are.
    const figures: Figures = state === 'draft' ? {} : totalOf(lines);
    return { kind: 'manifest' as const, id: manifestId, state, figures, keeps };
  });
};

function totalOf(lines: readonly { readonly massGrams: number; readonly pieces: number }[]): Figures {
  const sum = (figure: 'massGrams' | 'pieces') => lines.reduce((total, line) => total + line[figure], 0);
  return { massGrams: sum('massGrams'), pieces: sum('pieces') };
}

/** States after the last decision: the document stays as it is, and no later step is judged by the register. */
const DECIDED: readonly ManifestState[] = ['accepted', 'partially_accepted', 'rejected', 'closed', 'cancelled'];
const UNDECIDED = and(ne(manifests.state, 'draft'), notInArray(manifests.state, [...DECIDED]));

type Named = { readonly id: string; readonly state: ManifestState };
type Needs = Pick<Dependant, 'repeats' | 'holds'> & Partial<Pick<Dependant, 'figures'>>;
const dependant = ({ id, state }: Named, needs: Needs): Dependant => ({
  ...{ kind: 'manifest', id, state, figures: {}, keeps: null },
  ...needs,
});

const CODE = ['uscc', 'usccMissingReason', 'divisionCode', 'provinceCode'];

/** Every submitted manifest names the organisation by code, and its number by division; an undecided one also by name. */
const readOfParty: ReadDependants = async (db, { id }) => {
  const decided = inArray(manifests.state, [...DECIDED]);
  const rows = await db
    .select({ id: manifests.id, state: manifests.state })
    .from(manifests)
    .where(and(ne(manifests.state, 'draft'), naming(id)))
    .orderBy(asc(decided), asc(manifests.id))
    .limit(DEPENDANTS_MAX);
  return rows.map((row) =>
    dependant(row, { repeats: DECIDED.includes(row.state) ? [] : [...CODE, 'name'], holds: CODE }),
  );
};

const naming = (id: string) =>
  or(eq(manifests.consignorId, id), eq(manifests.carrierId, id), eq(manifests.receiverId, id));

/** Undecided manifests describe their sites, and their licences follow from the kind. */
const readOfSite: ReadDependants = async (db, { id }) => {
  const rows = await db
    .select({ id: manifests.id, state: manifests.state })
    .from(manifests)
    .where(and(UNDECIDED, or(eq(manifests.consignorSiteId, id), eq(manifests.receiverSiteId, id))))
    .orderBy(asc(manifests.id))
    .limit(DEPENDANTS_MAX);
  const held = ['kind', 'divisionCode'];
  return rows.map((row) => dependant(row, { repeats: [...held, 'name', 'address'], holds: held }));
};

/** A vehicle is on the road from the departure to the arrival. */
const readOfVehicle: ReadDependants = async (db, { id }) => {
  const { rows } = await db.execute(sql`
    select m.id, m.state from vehicles v join manifests m on m.carrier_id = v.party_id and m.state = 'in_transit'
      and m.document -> 'transport' -> 'plates' ? v.plate
    where v.id = ${id} order by m.id limit ${DEPENDANTS_MAX}`);
  const repeats = ['plate', 'permitNumber', 'permitValidFrom', 'permitValidTo'];
  return z
    .array(NamedRow)
    .parse(rows)
    .map((row) => dependant(row, { repeats, holds: ['plate'] }));
};

const COVER = ['mode', 'wasteCodes', 'validFrom', 'validTo'];

/** Accepted loads hold the licence that they count against. Undecided ones are covered by it, or no longer. */
const readOfLicence: ReadDependants = async (db, { id }, now) => {
  const accepted = await db
    .select({ id: manifests.id, state: manifests.state })
    .from(manifests)
    .where(eq(manifests.acceptedLicenceId, id))
    .orderBy(asc(manifests.id))
    .limit(DEPENDANTS_MAX);
  const on = dayOf(now);
  const { rows: open } = await db.execute(sql`
    select m.id, m.state, case when m.document ->> 'wasteCode' = any (l.waste_codes) and l.valid_from <= ${on}
        and ${on} < l.valid_to then jsonb_array_length(m.document -> 'lines') else 0 end as "coveredLines"
    from licences l join manifests m
      on case l.mode when 'transport' then m.carrier_id else m.receiver_id end = l.party_id
    where l.id = ${id} and m.state in ${OPEN} order by m.id limit ${DEPENDANTS_MAX}`);
  return [
    ...accepted.map((row) => dependant(row, { repeats: [], holds: COVER })),
    ...z
      .array(CoveredRow)
      .parse(open)
      .map(({ coveredLines, ...row }) => dependant(row, { repeats: COVER, figures: { coveredLines } })),
  ];
};

const OPEN = MANIFEST_STATES.filter((state) => state !== 'draft' && !DECIDED.includes(state));
const NamedRow = z.object({ id: z.string(), state: z.enum(MANIFEST_STATES) });
const CoveredRow = NamedRow.extend({ coveredLines: z.number() });

const READINGS: Readonly<Partial<Record<DependantKind, ReadDependants>>> = {
  ...{ batch: readOfBatch, party: readOfParty, site: readOfSite, vehicle: readOfVehicle, licence: readOfLicence },
};

/** Reads the manifests that depend on a record. */
export const readManifestDependants: ReadDependants = async (db, record, now) =>
  (await READINGS[record.kind]?.(db, record, now)) ?? [];
