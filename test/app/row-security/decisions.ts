/**
 * What is decided of every table: whose rows a request sees, adds and changes. Said here by hand, in other words than the
 * policies, so that each can find the mistakes of the other. Conditions are SQL over one row, for the owner to count by.
 */
import type { Visibility } from '../../../src/core/access/visibility.ts';
import type { Asker } from '../../../src/platform/database/row-security.ts';

type Condition = (asker: Asker) => string;

export type Decision = {
  /** What tells one row from another. */
  readonly key: string;
  readonly seen: Condition;
  /** Whoever sees a row sees all of them. */
  readonly whole?: true;
  /** Rows of which a request may write the like; nobody may unless it is said. */
  readonly added?: Condition;
  /** Rows that it may change. */
  readonly changed?: Condition;
};

const whoSeesAll: Condition = ({ visibility }) => String(visibility.of === 'all');
const keeper: Condition = ({ visibility, scope }) => String(visibility.of === 'all' && scope === 'clients:write');
/** People: all for who keeps them all, its own for an organisation, and only where people are asked for. */
const ofPeople: Condition = (asker) => {
  if (asker.scope !== 'people:read' && asker.scope !== 'people:write') return 'false';
  return asker.visibility.of === 'all' ? 'true' : own(asker);
};
const registered: Condition = ({ visibility }) => String(['all', 'party', 'city'].includes(visibility.of));

const partiesOf = (division: string) => `select id from parties where left(division_code, 4) = '${division}'`;
const sitesOf = (division: string) => `select id from sites where left(division_code, 4) = '${division}'`;

/** Rows that name an organisation or a site within the visibility. */
const naming = (parties: readonly string[], sites: readonly string[] = []) => {
  return ({ of, ...visibility }: Visibility): string => {
    if (of === 'all') return 'true';
    if ('partyId' in visibility) return parties.map((column) => `${column} = '${visibility.partyId}'`).join(' or ');
    if (of !== 'city' || !('division' in visibility)) return 'false';
    return [
      ...parties.map((column) => `${column} in (${partiesOf(visibility.division)})`),
      ...sites.map((column) => `${column} in (${sitesOf(visibility.division)})`),
    ].join(' or ');
  };
};

const own: Condition = ({ visibility }) => (visibility.of === 'party' ? `party_id = '${visibility.partyId}'` : 'false');

const records = (sites: readonly string[] = []): Decision => {
  const seen = naming(['party_id'], sites);
  return { key: 'id', seen: ({ visibility }) => seen(visibility), added: own };
};
const AT_SITE = ['site_id'];

const seenBatch: Condition = ({ visibility }) => naming(['party_id'], AT_SITE)(visibility);

const seenManifest: Condition = ({ visibility }) => {
  switch (visibility.of) {
    case 'party':
      return `consignor_id = '${visibility.partyId}'
        or state <> 'draft' and '${visibility.partyId}' in (carrier_id, receiver_id)`;
    case 'city': {
      const named = naming(
        ['consignor_id', 'carrier_id', 'receiver_id'],
        ['consignor_site_id', 'receiver_site_id'],
      )(visibility);
      return `state <> 'draft' and (${named})`;
    }
    case 'province':
      return `state <> 'draft' and '${visibility.division}' in (origin_province, destination_province)`;
    default:
      return String(visibility.of === 'all');
  }
};
const ofSeenManifest: Condition = (asker) =>
  asker.visibility.of === 'all' ? 'true' : `manifest_id in (select id from manifests where ${seenManifest(asker)})`;
/** Organisations that a manifest names write on it, authorities never. */
const byNamed =
  (condition: Condition): Condition =>
  (asker) =>
    asker.visibility.of === 'party' ? condition(asker) : 'false';

/** Lines whose batches are all of the asker: a step that moves those of others is let see them first. */
const ofOwnBatches: Condition = (asker) => {
  const columns = ['batch_id', 'transit_batch_id', 'received_batch_id', 'returned_batch_id'];
  const held = columns.map(
    (column) => `(${column} is null or ${column} in (select id from batches where ${own(asker)}))`,
  );
  return `${ofSeenManifest(asker)} and ${held.join(' and ')}`;
};

const register: Decision = { key: 'id', seen: registered, whole: true, added: whoSeesAll };
const exchanged: Decision = { key: 'id', seen: whoSeesAll, whole: true };
const exchangedByAll: Decision = { ...exchanged, added: whoSeesAll, changed: whoSeesAll };
const ownKeys: Condition = ({ client }) => (client === undefined ? 'false' : `client = '${client}'`);

/** Tables with rows of organisations: walled. */
export const WALLED: Readonly<Record<string, Decision>> = {
  parties: { ...register, changed: whoSeesAll },
  sites: register,
  licences: { ...register, changed: whoSeesAll },
  licence_states: { ...register, key: '(licence_id, number)' },
  party_states: { ...records(), key: '(party_id, number)', added: whoSeesAll },
  vehicles: { ...records(), added: whoSeesAll },
  party_contacts: { ...records(), key: 'party_id', added: whoSeesAll },
  batches: { ...records(AT_SITE), changed: own },
  movements: {
    key: 'id',
    seen: (asker) => {
      const batches = `select id from batches where ${seenBatch(asker)}`;
      return `from_batch_id in (${batches}) or to_batch_id in (${batches})`;
    },
    // Which batches, the database looks at when mass moves: test/platform/database/row-security.int.test.ts.
    added: ({ visibility }) => String(visibility.of === 'party'),
  },
  manifests: {
    key: 'id',
    seen: seenManifest,
    added: ({ visibility }) => (visibility.of === 'party' ? `consignor_id = '${visibility.partyId}'` : 'false'),
    changed: byNamed(seenManifest),
  },
  manifest_lines: {
    key: '(manifest_id, line)',
    seen: ofSeenManifest,
    added: byNamed(ofOwnBatches),
    changed: byNamed(ofOwnBatches),
  },
  manifest_steps: { key: '(manifest_id, version)', seen: ofSeenManifest, added: byNamed(ofSeenManifest) },
  manifest_conflicts: exchanged,
  runs: { ...records(AT_SITE), changed: own },
  run_outputs: {
    key: 'batch_id',
    seen: (asker) => `run_id in (select id from runs where ${seenBatch(asker)})`,
    added: (asker) => `run_id in (select id from runs where ${own(asker)})`,
  },
  supplies: records(AT_SITE),
  assays: records(),
  dispositions: records(),
  stock_counts: records(AT_SITE),
  emissions: records(AT_SITE),
  exchange_partners: { ...exchangedByAll, key: 'code' },
  exchange_deliveries: exchangedByAll,
  exchange_inbox: { ...exchanged, key: 'message_id' },
  exchange_numbers: { ...exchanged, key: 'manifest_id' },
  flow_records: {
    key: '(journal_index, line)',
    seen: ({ visibility }) =>
      visibility.of === 'city' ? `'${visibility.division}' in (from_city, to_city)` : String(visibility.of === 'all'),
  },
  journal_entries: {
    key: 'sequence',
    seen: (asker) =>
      asker.visibility.of === 'all'
        ? 'true'
        : `subject in (select 'manifest:' || id from manifests where ${seenManifest(asker)})`,
  },
  idempotency_keys: { key: '(client, key)', seen: ownKeys, added: ownKeys, changed: ownKeys },
  identity_people: { key: 'id', seen: ofPeople, added: ofPeople, changed: ofPeople },
  identity_clients: { key: 'id', seen: keeper, whole: true, added: keeper, changed: keeper },
};

/** Tables that hold nothing of an organisation. Requests read them and write nothing. */
export const OPEN: Readonly<Record<string, string>> = {
  law_values: 'law and code lists, the same for everybody',
  divisions: 'GB/T 2260',
  waste_codes: 'the national list of hazardous waste',
  work_calendar: 'holiday notices',
  work_calendar_years: 'which holiday notices are loaded',
  journal_seals: 'places and hashes of entries, without what they say',
};

/** Tables of the machinery alone: requests have no right to them, and row-level security without a policy behind that. */
export const CLOSED: Readonly<Record<string, string>> = {
  journal_heads: 'the last entry of each subject: moved by recording, beyond the wall',
  journal_sealer: 'how far the journal is sealed',
  journal_subscriptions: 'how far followers of the journal have come',
  identity_signing_keys: 'keys that sign tokens',
  identity_attempts: 'wrong passwords, counted',
  identity_revocations: 'access tokens that are refused before they expire',
  oidc_states: 'what people are logged in with',
  oidc_records: 'what the authorisation server remembers',
};

/** Partitions are asked through their table only. */
export const CLOSED_PARTITIONS = /^journal_entries_(default|\d{4}_\d{2})$/;
