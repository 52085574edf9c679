/** SQL that uses tables of another feature: each file is listed with its reason, and there is no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/^(demo|national-standin)\//.test(path))
  .map((path) => ({ path, feature: path.split('/')[0] ?? '', text: readFileSync(join(SRC, path), 'utf8') }));

/** Tables without a drizzle definition: machinery writes and reads them with SQL of its own. */
const PLATFORM_TABLES = [
  'idempotency_keys',
  'journal_entries',
  'journal_heads',
  'journal_seals',
  'journal_sealer',
  'journal_subscriptions',
];

const OWNERS = new Map<string, string>([
  ...PLATFORM_TABLES.map((table) => [table, 'platform'] as const),
  ...sources.flatMap(({ feature, text }) =>
    [...text.matchAll(/pgTable\(\s*'(\w+)'/g)].map(([, table = '']) => [table, feature] as const),
  ),
]);

/** Files whose SQL names tables of another feature, and why. */
const REACHES: Readonly<Record<string, { readonly tables: readonly string[]; readonly because: string }>> = {
  'batches/corrections/dependant-queries.ts': {
    tables: ['sites'],
    because: 'a storage limit is held against the stock of its site',
  },
  'batches/recording/store.ts': {
    tables: ['licence_states', 'licences', 'parties', 'party_states', 'sites'],
    because:
      'one prepared statement records many batches: each is judged by its site, and the status and licences of its organisation',
  },
  'batches/storage/queries.ts': { tables: ['sites'], because: 'stock is held against the storage limits of its site' },
  'batches/trace/queries.ts': {
    tables: ['parties', 'sites'],
    because: 'a trace names the organisation and site of each batch',
  },
  'exchange/numbers/queries.ts': {
    tables: ['manifests'],
    because: 'a statement contradicts a manifest while that has another number',
  },
  'identity/clients/registrant-store.ts': {
    tables: ['journal_entries'],
    because: 'the journal has by whom a client was registered and changed, and the page of consent shows it',
  },
  'identity/passwords/giver-store.ts': {
    tables: ['journal_entries'],
    because: 'one statement follows the givers of initial passwords from account to account, as the journal has them',
  },
  'files/queries.ts': {
    tables: ['analyses', 'assays', 'manifests', 'parties', 'sites', 'use_confirmations'],
    because:
      'the recycler sees the file with which a receiver confirmed a use, a laboratory its certificates, and a party of a load its photographs',
  },
  'recovery/kept/store.ts': {
    tables: [
      ...['batches', 'certificate_confirmations', 'dispositions', 'manifests', 'parties', 'sites'],
      ...['journal_entries', 'journal_seals', 'journal_subscriptions'],
    ],
    because: 'a kept figure is current while no entry of the journal touches its organisation',
  },
  'manifests/lines/accepted-line-queries.ts': {
    tables: ['sites'],
    because: 'an accepted line counts on a site that recycled at the time',
  },
  'manifests/lines/dependant-queries.ts': {
    tables: ['licences', 'vehicles'],
    because: 'a manifest depends on the licence that covers it and on the vehicle that carries it',
  },
  'manifests/lines/load-queries.ts': {
    tables: ['batches', 'movements', 'sites'],
    because: 'a load is followed over the sites of its consignor',
  },
  'manifests/lines/origin-queries.ts': {
    tables: ['batches', 'movements', 'sites'],
    because: 'batteries are followed to the manifests that brought them',
  },
  'manifests/licensing/accepted-store.ts': {
    tables: ['licences'],
    because: 'the mass of a year is summed for each licence',
  },
  'manifests/numbering/paper-store.ts': {
    tables: ['journal_entries'],
    because: 'when a load went on paper is known by the entry of its registration',
  },
  'parties/laboratories/store.ts': {
    tables: ['identity_people', 'journal_entries'],
    because: 'a laboratory is independent when its people, also former managers, are not those of the organisation',
  },
  'recycling/adjustments/book-store.ts': {
    tables: ['batches', 'movements'],
    because: 'a count is held against the books of its instant',
  },
  'recycling/assays/evidence-queries.ts': {
    tables: ['batches', 'manifest_lines', 'manifests', 'movements', 'parties', 'register_changes'],
    because: 'an assay is judged by what was sampled, when it was there, and whose laboratory found it',
  },
  'recycling/assays/sampling-store.ts': {
    tables: ['batches', 'manifest_lines', 'manifests', 'movements'],
    because: 'a batch was sampled after the load that brought it was handed over',
  },
  'recycling/certificates/denial-queries.ts': {
    tables: ['manifest_lines', 'manifests', 'movements'],
    because: 'a contradiction follows a sample to the parts of its batch and the loads of its supplier',
  },
  'recycling/certificates/outcome-queries.ts': {
    tables: ['qualification_withdrawals', 'qualifications'],
    because: 'a confirmation counts when the qualification of its laboratory stood on that day',
  },
  'recycling/certificates/sharing-queries.ts': {
    tables: ['movements'],
    because: 'a certificate covers the parts that were split from its batch; a lineage is one recursive query',
  },
  'recycling/samples/store.ts': {
    tables: ['batches', 'manifest_lines', 'manifests', 'movements', 'parties'],
    because: 'a laboratory sees the material, mass and supplier of a sample',
  },
  'recycling/samples/present-queries.ts': {
    tables: ['batches', 'manifest_lines', 'manifests', 'movements'],
    because: 'a confirmation is compared with the mass, the manifests and the material of its batch as they are now',
  },
  'recycling/dioxin/queries.ts': {
    tables: ['batches'],
    because: 'the products of a site are its batches',
  },
  'recycling/dependant-queries.ts': {
    tables: ['movements', 'sites'],
    because: 'a run depends on the batches that were fed to it, and a count on the kind of its site',
  },
  'recovery/periods/dependant-queries.ts': {
    tables: ['batches', 'emissions', 'movements', 'sites'],
    because: 'a rate depends on the records of its month',
  },
  'recycling/lead/content-queries.ts': {
    tables: ['batches', 'movements'],
    because: 'a part has the content of the whole, which is followed through movements',
  },
  'recycling/lead/elsewhere-queries.ts': {
    tables: ['batches', 'manifest_lines', 'manifests', 'movements', 'sites'],
    because:
      'batteries outside the recycling sites are in no term, and are followed from the books of a site to their loads',
  },
  'recycling/lead/sold-queries.ts': {
    tables: ['batches', 'corrections', 'movements'],
    because: 'a sale has the mass that its corrections left, and the material of its batch',
  },
  'recycling/lead/movement-queries.ts': {
    tables: ['batches', 'corrections', 'movements', 'register_changes', 'sites'],
    because: 'lead is followed through movements, and batches stand on the sites of the enterprise',
  },
  'recycling/uses/delivery-queries.ts': {
    tables: ['batches', 'movements'],
    because: 'a receiver sees the material of a delivery, and the mass that its corrections left',
  },
  'recycling/uses/fraction-queries.ts': {
    tables: ['batches', 'corrections', 'manifests'],
    because: 'fractions are followed through movements, and batteries to the supplier whose manifest brought them',
  },
  'recycling/uses/store.ts': {
    tables: ['movements'],
    because: 'a delivery has the mass that its movement and their corrections left',
  },
  'recycling/runs/lead-store.ts': {
    tables: ['batches', 'movements'],
    because: 'the lead of a run is followed back through what was fed, split and merged',
  },
  'recycling/stocktaking/open-run-queries.ts': {
    tables: ['movements'],
    because: 'an open run holds what its account holds',
  },
  'recycling/adjustments/store.ts': {
    tables: ['movements'],
    because: 'an adjustment is judged by what corrections left of its movements',
  },
  'recycling/stocktaking/site-queries.ts': {
    tables: ['batches', 'parties', 'register_changes', 'sites'],
    because: 'a site counts from its registration or its first record, with the kind that it had then',
  },
  'recycling/queries.ts': {
    tables: ['batches', 'movements'],
    because: 'a run is shown with the batches it was fed and gave',
  },
};

function foreignTables({ feature, text }: { readonly feature: string; readonly text: string }): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const named = [...code.matchAll(/\b(?:from|join|into|update|using)\s+(?:only\s+)?(\w+)\b/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(named)].filter((name) => (OWNERS.get(name) ?? feature) !== feature).toSorted();
}

it('finds tables of another feature in SQL, and none in imports or comments', () => {
  const text =
    "import { a } from './parties.ts';\n/** Reads from sites. */\nsql`select 1 from batches b join sites s on true`;";
  expect(foreignTables({ feature: 'batches', text })).toEqual(['sites']);
});

it('is in the table, with its reason', () => {
  const found = sources.flatMap((source) => {
    const tables = foreignTables(source);
    return tables.length === 0 ? [] : [[source.path, tables] as const];
  });
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(REACHES).map(([path, { tables }]) => [path, [...tables].toSorted()])),
  );
});
