/**
 * Every record of a scene as the tables hold it: its owners, and every word and number in it that only they may
 * see. They are read without the API, so that mistakes of the API cannot hide them.
 */
import type { Scope } from '../../../src/core/access/scopes.ts';
import type { Db } from '../../../src/platform/database/db.ts';
import { type Bearer, type Named, sees } from './oracle.ts';

const NOUNS = [
  'batch',
  'manifest',
  'duty',
  'approval',
  'coveredTransfer',
  'paperNumbers',
  'run',
  'supply',
  'assay',
  'analysis',
  'dioxin',
  'useConfirmation',
  'certificateConfirmation',
  'disposition',
  'outputDelivery',
  'stockCount',
  'stockObservation',
  'stockAdjustment',
  'emission',
  'correction',
  'party',
  'site',
  'licence',
  'vehicle',
  'person',
  'stock',
  'file',
  'assessment',
] as const;
export type Noun = (typeof NOUNS)[number];

/**
 * The scopes by which records are read. A bearer that sees a record with one of them may see its values: the scopes of
 * the routes keep a role from records of its own organisation.
 */
const READING: readonly Scope[] = [
  'batches:read',
  'manifests:read',
  'approvals:read',
  'recycling:read',
  'parties:read',
  'recovery:read',
  'people:read',
  'files:read',
  'assessments:read',
];

export type Kept = Named & {
  readonly noun: Noun;
  readonly id: string;
  /** Values by which lists are filtered. */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly secrets: readonly string[];
};

type Row = {
  id: string;
  parties: string[];
  divisions: string[];
  provinces: string[] | null;
  draft_of: string | null;
  held_by: string | null;
  fields: Record<string, string | null>;
  secrets: (string | null)[];
};

const OWNED = (table: string, site: boolean) => `select t.id, array[t.party_id] as parties,
  array_remove(array[p.division_code${site ? ', s.division_code' : ''}], null) as divisions
  from ${table} t join parties p on p.id = t.party_id ${site ? 'left join sites s on s.id = t.site_id' : ''}`;

/** Samples, which the laboratory that they name sees as well; its city does not. */
const SAMPLED = (table: string) => `select t.id, array_remove(array[t.party_id, t.laboratory_id], null) as parties,
  array[p.division_code] as divisions from ${table} t join parties p on p.id = t.party_id`;

/** The manifest whose load a file shows. */
const PHOTOGRAPHED =
  "file_records r join manifests m on m.id = r.record_id and r.record_kind = 'manifest' and r.file_id = t.id";

/** The supplier and the mass of what was sampled, which the laboratory sees. */
const SAMPLED_BATCH = `array(select one.secret from batches b cross join lateral (values (b.supplier_name),
  ((select sum(m.mass_grams)::text from movements m where m.to_batch_id = b.id))) one(secret) where b.id = t.batch_id)`;

const MOVED = 'select coalesce(array_agg(m.mass_grams::text), array[]::text[]) from movements m where t.id';

const QUERIES: Record<Noun, string> = {
  batch: `select o.*, jsonb_build_object('siteId', t.site_id, 'kind', t.kind) as fields,
    array[t.id::text, t.supplier_name, t.mass_grams::text]
      || (${MOVED} in (m.from_batch_id, m.to_batch_id))
      || array(select d.id::text from dispositions d where d.batch_id = t.id) as secrets
    from batches t join (${OWNED('batches', true)}) o on o.id = t.id`,
  run: `select o.*, jsonb_build_object('siteId', t.site_id) as fields,
    array[t.id::text, 'run:' || t.id, t.fed_grams::text, t.yielded_grams::text, t.lost_grams::text] as secrets
    from runs t join (${OWNED('runs', true)}) o on o.id = t.id`,
  supply: `select o.*, jsonb_build_object('siteId', t.site_id) as fields,
    array[t.id::text, t.supplier_name, t.document_number, t.mass_grams::text] as secrets
    from supplies t join (${OWNED('supplies', true)}) o on o.id = t.id`,
  assay: `select o.*, jsonb_build_object('batchId', t.batch_id) as fields,
    array[t.id::text, t.batch_id::text, t.laboratory, t.certificate_number, t.ppm::text] || ${SAMPLED_BATCH} as secrets
    from assays t join (${SAMPLED('assays')}) o on o.id = t.id`,
  dioxin: `select o.*, jsonb_build_object('siteId', t.site_id) as fields,
    array[t.id::text, t.laboratory, t.certificate_number, t.product_grams::text] as secrets
    from dioxin_measurements t join (${OWNED('dioxin_measurements', true)}) o on o.id = t.id`,
  analysis: `select o.*, jsonb_build_object('batchId', t.batch_id) as fields,
    array[t.id::text, t.batch_id::text, t.laboratory, t.certificate_number, t.ppm::text] || ${SAMPLED_BATCH} as secrets
    from analyses t join (${SAMPLED('analyses')}) o on o.id = t.id`,
  useConfirmation: `select t.id, array[t.party_id, t.confirmed_by_id] as parties,
    array(select division_code from parties where id in (t.party_id, t.confirmed_by_id)) as divisions,
    jsonb_build_object('dispositionId', t.disposition_id) as fields,
    array[t.id::text, t.number, t.mass_grams::text] as secrets
    from use_confirmations t`,
  certificateConfirmation: `select o.*, jsonb_build_object('assayId', t.assay_id, 'analysisId', t.analysis_id,
      'laboratoryId', t.laboratory_id) as fields,
    array[t.id::text, t.certificate_number, t.ppm::text] as secrets
    from certificate_confirmations t join (${SAMPLED('certificate_confirmations')}) o on o.id = t.id`,
  disposition: `select o.*, jsonb_build_object('batchId', t.batch_id) as fields,
    array[t.id::text, t.receiver_name, t.contract_number, t.mass_grams::text] as secrets
    from dispositions t join (${OWNED('dispositions', false)}) o on o.id = t.id`,
  outputDelivery: `select t.id, array[t.party_id, t.receiver_id] as parties,
    array(select division_code from parties where id in (t.party_id, t.receiver_id)) as divisions,
    jsonb_build_object('receiverId', t.receiver_id) as fields, array[t.id::text, t.mass_grams::text] as secrets
    from dispositions t where t.receiver_id is not null and t.kind <> 'disposal'`,
  stockCount: `select o.*, jsonb_build_object('siteId', t.site_id, 'countedOn', t.counted_on) as fields,
    array[t.id::text, t.counted_by, t.lines -> 0 ->> 'massGrams'] as secrets
    from stock_counts t join (${OWNED('stock_counts', true)}) o on o.id = t.id`,
  stockObservation: `select o.*, jsonb_build_object('siteId', t.site_id, 'countId', t.count_id, 'countedOn', t.counted_on) as fields,
    array[t.id::text, t.report_number, t.lines -> 0 ->> 'massGrams', t.lines -> 0 ->> 'remarks'] as secrets
    from stock_observations t join (${OWNED('stock_observations', true)}) o on o.id = t.id`,
  stockAdjustment: `select o.*, jsonb_build_object('siteId', t.site_id, 'countId', t.count_id, 'state', t.state,
      'aboveLimit', t.above_limit::text) as fields,
    array[t.id::text, t.reason, t.counted_grams::text, t.batches -> 0 ->> 'countedGrams'] as secrets
    from stock_adjustments t join (${OWNED('stock_adjustments', true)}) o on o.id = t.id`,
  emission: `select o.*, jsonb_build_object('siteId', t.site_id) as fields,
    array[t.id::text, t.monitoring_point, t.report_number, t.lead_grams::text] as secrets
    from emissions t join (${OWNED('emissions', true)}) o on o.id = t.id`,
  correction: `select o.*, '{}'::jsonb as fields,
    array[t.id::text, t.reason, t.before ->> 'supplierName', t.after ->> 'supplierName'] as secrets
    from corrections t join (${OWNED('corrections', true)}) o on o.id = t.id`,
  manifest: `select t.id, array[t.consignor_id, t.carrier_id, t.receiver_id] as parties,
    array(select division_code from parties where id in (t.consignor_id, t.carrier_id, t.receiver_id)
      union all select division_code from sites where id in (t.consignor_site_id, t.receiver_site_id)) as divisions,
    array[t.origin_province, t.destination_province] as provinces,
    case when t.version = 0 then t.consignor_id end as draft_of,
    jsonb_build_object('state', t.state, 'number', t.number, 'originProvince', t.origin_province,
      'destinationProvince', t.destination_province, 'consignor', t.consignor_id, 'carrier', t.carrier_id,
      'receiver', t.receiver_id) as fields,
    array[t.id::text, t.number, t.digest, t.document -> 'transport' ->> 'driver', t.document ->> 'remarks',
      t.document -> 'transport' ->> 'permitNumber', t.document -> 'transport' -> 'plates' ->> 0, t.document -> 'paper' ->> 'number']
      || (select array_agg(x::text) from manifest_lines l, unnest(array[l.batch_id::text, l.transit_batch_id::text,
          l.received_batch_id::text, l.returned_batch_id::text, l.mass_grams::text, l.accepted_grams::text,
          l.refused_grams::text, l.returned_grams::text]) x where l.manifest_id = t.id) as secrets
    from manifests t`,
  // A duty has the id of its manifest.
  duty: `select t.id, array[t.consignor_id, t.carrier_id, t.receiver_id] as parties,
    array(select division_code from parties where id in (t.consignor_id, t.carrier_id, t.receiver_id)
      union all select division_code from sites where id in (t.consignor_site_id, t.receiver_site_id)) as divisions,
    array[t.origin_province, t.destination_province] as provinces,
    case when t.version = 0 then t.consignor_id end as draft_of,
    jsonb_build_object('partyId', case t.state when 'offline_paper' then t.consignor_id else t.receiver_id end) as fields,
    array[t.id::text, t.number] as secrets
    from manifests t where t.state in ('offline_paper', 'arrived', 'disputed')`,
  approval: `select t.id, array[t.consignor_id, t.receiver_id] as parties,
    array(select division_code from parties where id in (t.consignor_id, t.receiver_id)) as divisions,
    array[t.origin_province, t.destination_province] as provinces,
    jsonb_build_object('number', t.number, 'consignorId', t.consignor_id, 'receiverId', t.receiver_id) as fields,
    array[t.id::text, t.number] || array(select q.approved_grams::text from approval_quantities q where q.approval_id = t.id) as secrets
    from approvals t`,
  paperNumbers: `select t.id, array[t.party_id] as parties,
    array(select division_code from parties where id = t.party_id) as divisions,
    jsonb_build_object('partyId', t.party_id) as fields, array[t.id::text, t.prefix] as secrets
    from paper_number_blocks t`,
  coveredTransfer: `select t.id, array[t.consignor_id, t.receiver_id] as parties,
    array(select division_code from parties where id in (t.consignor_id, t.receiver_id)) as divisions,
    array[t.origin_province, t.destination_province] as provinces,
    jsonb_build_object('approvalId', t.approval_id, 'exemptionId', t.exemption_id, 'manifestId', t.id) as fields,
    array[t.approval_id::text, t.counted_grams::text] as secrets
    from transfer_covers t`,
  party: `select t.id, array[t.id] as parties, array[t.division_code] as divisions, '{}'::jsonb as fields,
    array(select unnest(array[c.contact_name, c.contact_phone]) from party_contacts c where c.party_id = t.id)
      || array(select unnest(array[v.id::text, v.plate, v.permit_number]) from vehicles v where v.party_id = t.id)
      || array(select h.reason from party_states h where h.party_id = t.id)
      || array(select unnest(array[h.reason, h.before ->> 'contactName', h.after ->> 'contactName'])
        from register_changes h where h.party_id = t.id and h.kind not in ('person', 'client'))
      || array(select w -> 'facts' ->> 'acceptedGrams' from manifests m, jsonb_array_elements(m.warnings) w
        where m.receiver_id = t.id and w ->> 'code' = 'licence-scale-reached')
      || array(select w -> 'facts' ->> 'stockGrams' from manifests m, jsonb_array_elements(m.warnings) w
        join sites s on s.id::text = w -> 'facts' ->> 'siteId' where s.party_id = t.id) as secrets
    from parties t`,
  site: `select o.*, '{}'::jsonb as fields, array[]::text[] as secrets
    from sites t join (${OWNED('sites', false)}) o on o.id = t.id`,
  licence: `select o.*, '{}'::jsonb as fields, array[]::text[] as secrets
    from licences t join (${OWNED('licences', false)}) o on o.id = t.id`,
  vehicle: `select o.*, '{}'::jsonb as fields, array[t.id::text, t.plate, t.permit_number] as secrets
    from vehicles t join (${OWNED('vehicles', false)}) o on o.id = t.id`,
  person: `select t.id, array_remove(array[t.party_id], null) as parties, array[]::text[] as divisions,
    jsonb_build_object('partyId', t.party_id, 'state', t.state) as fields,
    array[t.id::text, t.person_name, t.person_phone, t.login] as secrets
    from identity_people t`,
  // The journal names every file and its digest to authorities.
  file: `select t.id, array[t.party_id] || array(select a.laboratory_id from file_records r join assays a on a.id = r.record_id
      where r.file_id = t.id and a.laboratory_id is not null) || array(select unnest(array[m.consignor_id, m.carrier_id, m.receiver_id])
      from ${PHOTOGRAPHED}) as parties,
    o.divisions || array(select p.division_code from ${PHOTOGRAPHED} join parties p on p.id in (m.consignor_id, m.carrier_id, m.receiver_id)
      union all select s.division_code from ${PHOTOGRAPHED} join sites s on s.id in (m.consignor_site_id, m.receiver_site_id)) as divisions,
    '{}'::jsonb as fields, array[t.name] as secrets,
    case when not exists (select from file_records r where r.file_id = t.id) then t.party_id end as held_by
    from files t join (${OWNED('files', false)}) o on o.id = t.id`,
  assessment: `select o.*, jsonb_build_object('partyId', t.party_id, 'period', t.period, 'method', t.method,
      'state', t.state, 'overdue', 'false') as fields,
    array[t.id::text] || array(select s.reason from assessment_steps s where s.assessment_id = t.id) as secrets
    from assessments t join (${OWNED('assessments', false)}) o on o.id = t.id`,
  // The stock of a site, by the id of the site.
  stock: `select o.*, jsonb_build_object('siteId', t.site_id, 'partyId', t.party_id) as fields,
    array[t.grams::text] as secrets
    from (select site_id as id, site_id, party_id, sum(mass_grams) as grams from batches
      where site_id is not null and mass_grams > 0 and kind in ('battery', 'residue') group by site_id, party_id) t
    join (${OWNED('(select id, party_id, id as site_id from sites)', true)}) o on o.id = t.id`,
};

/** Reads the records. The open register (names, sites, licences) is not secret. */
export async function readRecords(db: Db): Promise<Kept[]> {
  const kept: Kept[] = [];
  const { rows: registered } = await db.$client.query<{ name: string }>('select name from parties');
  const names = new Set(registered.map(({ name }) => name));
  for (const noun of NOUNS) {
    const { rows } = await db.$client.query<Row>(QUERIES[noun]);
    for (const { id, parties, divisions, provinces, draft_of: draftOf, held_by: heldBy, fields, secrets } of rows) {
      const distinctive = secrets.filter(
        (secret) => secret !== null && isDistinctive(secret) && !names.has(secret),
      ) as string[];
      kept.push({
        ...{
          noun,
          id,
          parties,
          divisions,
          provinces: provinces ?? [],
          draftOf: draftOf ?? null,
          heldBy: heldBy ?? null,
          fields,
        },
        secrets: [...new Set(distinctive)],
      });
    }
  }
  return kept;
}

/** Small numbers occur everywhere and prove nothing. */
const isDistinctive = (secret: string) => !/^\d{1,5}$/.test(secret) && secret.length > 2;

export type Secrets = {
  /** Secrets in a text that a bearer may not see. */
  readonly leakedTo: (bearer: Bearer, text: string) => string[];
};

/** A word is a secret from everyone who sees none of the records that contain it. */
export function secretsOf(records: readonly Kept[]): Secrets {
  const holders = new Map<string, Kept[]>();
  for (const record of records)
    for (const secret of record.secrets) holders.set(secret, [...(holders.get(secret) ?? []), record]);
  const kept = new Map<Bearer, ReadonlySet<string>>();
  const keptFrom = (bearer: Bearer) => {
    const known = kept.get(bearer);
    if (known) return known;
    const hidden = [...holders].filter(
      ([, found]) => !found.some((record) => READING.some((scope) => sees(bearer, scope, record))),
    );
    const secrets = new Set(hidden.map(([secret]) => secret));
    kept.set(bearer, secrets);
    return secrets;
  };
  return {
    leakedTo: (bearer, text) => {
      const secrets = keptFrom(bearer);
      return [...new Set(wordsOf(text))].filter((word) => secrets.has(word));
    },
  };
}

/** The strings and numbers of an answer, whole and in their parts. */
function wordsOf(text: string): string[] {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inner = '']) => inner);
  const words = text.split(/[\s"',:;=[\]{}()<>]+/);
  return [...strings, ...words, ...strings.flatMap((one) => one.split(/[\s:、,，。；]+/))];
}
