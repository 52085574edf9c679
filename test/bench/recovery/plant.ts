/** The year of a large recycler, written straight into the tables: 2025, closed and counted at both ends. */
import pg from 'pg';
import { newId } from '../../../src/platform/ids.ts';
import type { Province } from '../province.ts';

export type Plant = { readonly partyId: string; readonly siteId: string };
export type Size = { readonly batches: number; readonly runs: number };

type Partners = { readonly supplierId: string; readonly supplierSiteId: string; readonly buyerId: string };

/** Registers the recycler with its site, one supplier and one buyer. */
export async function registerPlant(province: Province): Promise<Plant & Partners> {
  const authority = await province.token();
  const enterprise = async (name: string, kind: string) => {
    const party = { usccMissingReason: 'bench', name, divisionCode: '450100' };
    const { id: partyId } = await province.post<{ id: string }>('/v1/parties', party, authority);
    const site = { kind, name: `${name}场所`, divisionCode: '450100' };
    const { id: siteId } = await province.post<{ id: string }>(`/v1/parties/${partyId}/sites`, site, authority);
    return { partyId, siteId };
  };
  const plant = await enterprise('演示再生利用企业', 'recycler');
  const supplier = await enterprise('演示收集企业', 'collection_point');
  const { partyId: buyerId } = await enterprise('演示电池制造厂', 'collection_point');
  return { ...plant, supplierId: supplier.partyId, supplierSiteId: supplier.siteId, buyerId };
}

const LOAD_GRAMS = 30_000_000;

/**
 * Writes a year: each load is collected, dispatched, accepted and fed to a run; each run yields lead, slag and plastics, which
 * leave; the buyer confirms the lead, and the law of the year demands it. One load in a hundred is still in stock at the end. One load in ten has an assay of its own, the others the monthly one of
 * the supplier; each lead and slag batch has one. Journal entries are left out: the figures are read from the tables.
 */
export async function fillYear(
  province: Pick<Province, 'databaseUrl'>,
  plant: Plant & Partners,
  { batches, runs }: Size,
): Promise<void> {
  const client = new pg.Client(province.databaseUrl);
  await client.connect();
  const at = (n: string, of: number) => `timestamptz '2025-01-01 08:00+08' + interval '360 days' * ${n} / ${of}`;
  const fed = Math.floor(batches * 0.99);
  const { partyId, siteId, supplierId, supplierSiteId, buyerId } = plant;
  try {
    await client.query('begin');
    // The rows are those that the service would leave; its triggers would add each mass a second time.
    await client.query('set local session_replication_role = replica');
    await client.query(`create temp table load on commit drop as
      select n, uuidv7() as collected, uuidv7() as moving, uuidv7() as received, uuidv7() as manifest,
        ${at('n', batches)} as at, ((n - 1)::bigint * ${runs} / ${fed})::int as run from generate_series(1, ${batches}) n`);
    await client.query(`create temp table smelting on commit drop as
      select run as n, uuidv7() as run, uuidv7() as lead, uuidv7() as slag, uuidv7() as plastics, uuidv7() as sold, uuidv7() as disposed, uuidv7() as used,
        ${at('run', runs)} + interval '1 day' as at, count(*) as loads
      from load where n <= ${fed} group by load.run`);
    const battery = `'battery', '900-052-31', 'starter', 'I', 'whole'`;
    await client.query(`insert into batches (id, party_id, site_id, kind, material, battery_kind, risk_class, condition, source_type,
        evidence, mass_grams, pieces, occurred_at, recorded_at)
      select collected, '${supplierId}'::uuid, '${supplierSiteId}'::uuid, ${battery}, 'repair-shop', null, 0, 0, at - interval '9 hours', at from load
      union all select moving, '${supplierId}', null, 'transit', '900-052-31', 'starter', 'I', 'whole', null, 'manifest:' || manifest, 0, 0, at - interval '3 hours', at from load
      union all select received, '${partyId}', '${siteId}', ${battery}, null, 'manifest:' || manifest,
        case when n > ${fed} then ${LOAD_GRAMS} else 0 end, case when n > ${fed} then 2000 else 0 end, at, at from load`);
    await client.query(`insert into batches (id, party_id, site_id, kind, material, evidence, mass_grams, pieces, occurred_at, recorded_at)
      select run, '${partyId}'::uuid, null::uuid, 'process', 'work_in_progress', null, 0, 0, at, at from smelting
      union all select lead, '${partyId}', '${siteId}', 'product', 'refined_lead', 'run:' || run, 0, 0, at, at from smelting
      union all select slag, '${partyId}', '${siteId}', 'residue', '321-016-48', 'run:' || run, 0, 0, at, at from smelting
      union all select plastics, '${partyId}', '${siteId}', 'by_product', 'plastics_light', 'run:' || run, 0, 0, at, at from smelting`);
    const move = (
      kind: string,
      from: string,
      to: string,
      grams: string,
      when: string,
      evidence: string,
      of = 'load',
      pieces = '2000',
    ) => `
      select '${kind}', ${from}, ${to}, ${grams}, ${pieces}, ${evidence}, ${when}, ${when} from ${of}`;
    const made = `loads * ${LOAD_GRAMS}::bigint`;
    const yielded = [0.574, 0.2, 0.08].map((share) => `(${made} * ${share})::bigint`).join(' + ');
    const yields = (batch: string, share: number) =>
      move(
        'output',
        'run, null',
        `${batch}, null`,
        `(${made} * ${share})::bigint`,
        `at + interval '9 hours'`,
        `'run:' || run`,
        'smelting',
        '0',
      );
    const leaves = (kind: string, batch: string, share: number, boundary: string, done: string) =>
      move(
        kind,
        `${batch}, null`,
        `null, '${boundary}'`,
        `(${made} * ${share})::bigint`,
        `at + interval '20 hours'`,
        `'disposition:' || ${done}`,
        'smelting',
        '0',
      );
    await client.query(`insert into movements (kind, from_batch_id, from_boundary, to_batch_id, to_boundary, mass_grams, pieces, evidence, occurred_at, recorded_at)
      ${move('generation', `null::uuid, 'generation'`, 'collected, null', String(LOAD_GRAMS), `at - interval '9 hours'`, 'null')}
      union all ${move('dispatch', 'collected, null', 'moving, null', String(LOAD_GRAMS), `at - interval '3 hours'`, `'manifest:' || manifest`)}
      union all ${move('arrival', 'moving, null', 'received, null', String(LOAD_GRAMS), 'at', `'manifest:' || manifest`)}
      union all ${move('feed', 'received, null', 's.run, null', String(LOAD_GRAMS), 's.at', `'run:' || s.run`, `load join smelting s on s.n = load.run and load.n <= ${fed}`)}
      union all ${yields('lead', 0.574)} union all ${yields('slag', 0.2)} union all ${yields('plastics', 0.08)}
      union all ${move('process_difference', 'run, null', `null, 'loss'`, `${made} - (${yielded})`, `at + interval '10 hours'`, `'run:' || run`, 'smelting', 'loads * 2000')}
      union all ${leaves('sale', 'lead', 0.574, 'sale', 'sold')} union all ${leaves('disposal', 'slag', 0.2, 'loss', 'disposed')} union all ${leaves('sale', 'plastics', 0.08, 'sale', 'used')}`);
    const disposition = (id: string, batch: string, kind: string, share: number, receiver = 'null') => `
      select ${id}, '${partyId}'::uuid, ${batch}, '${kind}', (${made} * ${share})::bigint, '演示接收单位', '演示合同', at + interval '20 hours', at + interval '20 hours', ${receiver}::uuid from smelting`;
    await client.query(`insert into dispositions (id, party_id, batch_id, kind, mass_grams, receiver_name, contract_number, occurred_at, recorded_at, receiver_id)
      ${disposition('sold', 'lead', 'sale', 0.574, `'${buyerId}'`)} union all ${disposition('disposed', 'slag', 'disposal', 0.2)}
      union all ${disposition('used', 'plastics', 'use', 0.08)}`);
    await client.query(`insert into use_confirmations (id, disposition_id, party_id, confirmed_by_id, number, use, use_fate, mass_grams, confirmed_on, recorded_at)
      select uuidv7(), sold, '${partyId}', '${buyerId}', '演示收-' || n, 'raw-material', 'material', (${made} * 0.574)::bigint,
        (at + interval '2 days')::date, at + interval '2 days' from smelting`);
    await client.query(`insert into law_values (key, valid_from, valid_to, value, source, confidence)
      select key, '2025-01-01', '2026-01-01', value, source, confidence from law_values
      where key = 'recovery.unconfirmed-sales' and valid_to is null`);
    await client.query(`insert into runs (id, party_id, site_id, process, started_at, closed_at, fed_grams, yielded_grams, lost_grams, recorded_at)
      select run, '${partyId}', '${siteId}', 'integrated', at, at + interval '10 hours', ${made}, ${yielded}, ${made} - (${yielded}), at from smelting`);
    await client.query(`insert into run_outputs (batch_id, run_id, material, role, loss, mass_grams, occurred_at)
      select lead, run, 'refined_lead', 'product', null, (${made} * 0.574)::bigint, at from smelting
      union all select slag, run, 'slag', 'residue', 'slag', (${made} * 0.2)::bigint, at from smelting
      union all select plastics, run, 'plastics_light', 'by_product', 'other', (${made} * 0.08)::bigint, at from smelting`);
    await client.query(`insert into manifests (id, document, digest, state, version, number, origin_province, destination_province, consignor_id, carrier_id,
        receiver_id, consignor_site_id, receiver_site_id, handed_over_at, decided_at, created_at, updated_at, number_confirmed,
        confirmation_due_on, late)
      select manifest, jsonb_build_object('id', manifest, 'version', 6, 'state', 'closed', 'wasteCode', '900-052-31', 'number', null,
          'arrivedAt', to_json(at - interval '1 hour'), 'closedAt', to_json(at),
          'lines', jsonb_build_array(jsonb_build_object('line', 1, 'treatmentMethod', 'R4', 'massGrams', ${LOAD_GRAMS}))),
        repeat('0', 64), 'closed', 6, null, '45', '45', '${supplierId}', '${supplierId}', '${partyId}', '${supplierSiteId}', '${siteId}',
        at - interval '3 hours', at, at - interval '4 hours', at, false,
        (at + interval '20 days')::date, false from load`);
    await client.query(`insert into manifest_lines (manifest_id, line, batch_id, transit_batch_id, received_batch_id, battery_kind, risk_class, condition,
        mass_grams, pieces, accepted_grams, accepted_pieces, refused_grams, refused_pieces, returned_grams, returned_pieces)
      select manifest, 1, collected, moving, received, 'starter', 'I', 'whole', ${LOAD_GRAMS}, 2000, ${LOAD_GRAMS}, 2000, 0, 0, 0, 0 from load`);
    const assay = (basis: string, batch: string, supplier: string, ppm: string, when: string, of: string) => `
      select uuidv7(), '${partyId}'::uuid, '${basis}', ${batch}, ${supplier}, 'lead', ${ppm}, true, 0, 'XRF', '演示检测中心', '演示-${of.slice(0, 4)}-${batch.slice(0, 4)}-' || n, ${when}, ${when} from ${of}`;
    await client.query(`insert into assays (id, party_id, basis, batch_id, supplier_id, substance, ppm, wet_basis, moisture_ppm, method, laboratory,
        certificate_number, sampled_at, recorded_at)
      ${assay('supplier_class', 'null::uuid', `'${supplierId}'::uuid`, '580000 + (n * 137) % 2000', `timestamptz '2025-01-01 07:00+08' + interval '1 month' * n`, 'generate_series(0, 11) n')}
      union all ${assay('batch', 'received', 'null', '580000 + (n * 131) % 2000', 'at', 'load where n % 10 = 0')}
      union all ${assay('batch', 'lead', 'null', '999900', `at + interval '9 hours'`, 'smelting')}
      union all ${assay('batch', 'slag', 'null', '20000 + (n % 1000)::int', `at + interval '9 hours'`, 'smelting')}`);
    for (const [day, lines] of [
      ['2024-12-31', []],
      [
        '2025-12-31',
        [
          {
            item: 'batteries',
            term: 'battery_stock',
            massGrams: (batches - fed) * LOAD_GRAMS,
            pieces: (batches - fed) * 2_000,
            leadPpm: 580_000,
          },
        ],
      ],
    ] as const) {
      await client.query(
        `insert into stock_counts (id, party_id, site_id, counted_on, counted_by, lines, recorded_at) values ($1, $2, $3, $4, '演示盘点人', $5, $6)`,
        [newId(), partyId, siteId, day, JSON.stringify(lines), `${day}T23:00:00+08:00`],
      );
    }
    // The site was a recycler throughout the year.
    await client.query(
      `update sites set registered_at = '2020-01-01T00:00:00Z' where party_id in ('${partyId}', '${supplierId}')`,
    );
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
