/**
 * The access of requests to every table, decided by hand: the rows they read, add and change. It is written in other words
 * than the policies, so that each can find the mistakes of the other. Conditions are SQL over one row; the owner counts by
 * them.
 */
import { type Condition, naming, ofVisibleManifest, visibleManifest } from './conditions.ts';

export type Decision = {
  /** Expression that is different in every row. */
  readonly key: string;
  readonly visible: Condition;
  /** A caller that reads one row reads all of them. */
  readonly whole?: true;
  /** Rows like those that a request may add. Without it no request may. */
  readonly added?: Condition;
  /** Rows that a request may change. */
  readonly changed?: Condition;
};

const authority: Condition = ({ visibility }) => String(visibility.of === 'all');
const keeper: Condition = ({ visibility, scope }) => String(visibility.of === 'all' && scope === 'clients:write');
/** People: all for the authority, its own for an organisation, and only with a scope for people. */
const ofPeople: Condition = (viewer) => {
  if (viewer.scope !== 'people:read' && viewer.scope !== 'people:write') return 'false';
  return viewer.visibility.of === 'all' ? 'true' : own(viewer);
};
const registered: Condition = ({ visibility }) => String(['all', 'party', 'city'].includes(visibility.of));

/** Changes of registered data: as the record, people and clients only with their scopes. */
const ofChanges: Condition = (viewer) => {
  const [people, clients] = [`kind = 'person' and (${ofPeople(viewer)})`, `kind = 'client' and ${keeper(viewer)}`];
  const register = naming(['party_id'])(viewer.visibility);
  return `(${people}) or (${clients}) or kind not in ('person', 'client') and (${register})`;
};
/** An organisation changes its contact and the description of its vehicles. */
const byChanger: Condition = (viewer) => {
  if (viewer.visibility.of === 'all')
    return `${ofChanges(viewer)} and (kind <> 'person' or ${viewer.scope === 'people:write'})`;
  if (viewer.visibility.of !== 'party') return 'false';
  const members = `array(select jsonb_object_keys(after))`;
  return `(${own(viewer)}) and (kind = 'person' and ${viewer.scope === 'people:write'}
    or kind = 'party' and ${members} <@ array['contactName', 'contactPhone']
    or kind = 'vehicle' and ${members} <@ array['plateColor', 'trailer', 'permitNumber'])`;
};
const orAuthority: Condition = (viewer) => (viewer.visibility.of === 'all' ? 'true' : own(viewer));

/** Assessments: an organisation its own, experts and the deciding office all of them. */
const byAssessor: Condition = (viewer) =>
  viewer.visibility.of === 'all'
    ? String(viewer.scope === 'assessments:review' || viewer.scope === 'assessments:decide')
    : own(viewer);

const own: Condition = ({ visibility }) => (visibility.of === 'party' ? `party_id = '${visibility.partyId}'` : 'false');

const records = (sites: readonly string[] = []): Decision => {
  const visible = naming(['party_id'], sites);
  return { key: 'id', visible: ({ visibility }) => visible(visibility), added: own };
};
const AT_SITE = ['site_id'];

const visibleBatch: Condition = ({ visibility }) => naming(['party_id'], AT_SITE)(visibility);

/** Organisations that a manifest names write on it, authorities never. */
const byNamed =
  (condition: Condition): Condition =>
  (viewer) =>
    viewer.visibility.of === 'party' ? condition(viewer) : 'false';

/** Lines whose batches all belong to the caller. A step that moves those of others includes their parties first. */
const ofOwnBatches: Condition = (viewer) => {
  const columns = ['batch_id', 'transit_batch_id', 'received_batch_id', 'returned_batch_id'];
  const held = columns.map(
    (column) => `(${column} is null or ${column} in (select id from batches where ${own(viewer)}))`,
  );
  return `${ofVisibleManifest(viewer)} and ${held.join(' and ')}`;
};
/** Entries of the journal, and their heads: all for the authority, those of its manifests for an organisation. */
const ofSubject: Condition = (viewer) =>
  viewer.visibility.of === 'all'
    ? 'true'
    : `subject in (select 'manifest:' || id from manifests where ${visibleManifest(viewer)})`;

/** Approvals, and the loads under them: those that name the organisation, or lead to the province. */
const visibleApproval: Condition = ({ visibility }) =>
  visibility.of === 'province'
    ? `'${visibility.division}' in (origin_province, destination_province)`
    : naming(['consignor_id', 'receiver_id'])(visibility);
const ofVisibleApproval: Condition = (viewer) =>
  `approval_id in (select id from approvals where ${visibleApproval(viewer)})`;
const byConsignor: Condition = ({ visibility }) =>
  visibility.of === 'party' ? `consignor_id = '${visibility.partyId}'` : 'false';
/** A hand-over of the consignor uses the quantity. */
const used: Condition = (viewer) =>
  viewer.visibility.of === 'all' ? 'true' : `approval_id in (select id from approvals where ${byConsignor(viewer)})`;

const register: Decision = { key: 'id', visible: registered, whole: true, added: authority };
const exchanged: Decision = { key: 'id', visible: authority, whole: true };
const exchangedByAll: Decision = { ...exchanged, added: authority, changed: authority };
const ownKeys: Condition = ({ client }) => (client === undefined ? 'false' : `client = '${client}'`);

/** Files: its own for an organisation; those that belong to a record that the caller sees. */
const visibleFile: Condition = (viewer) => {
  const attached = `id in (select file_id from file_records where ${visibleFileRecord(viewer)})`;
  return viewer.visibility.of === 'party' ? `party_id = '${viewer.visibility.partyId}' or ${attached}` : attached;
};

/** Samples: of its organisation, and for the laboratory that they name. */
const namingLaboratory: Condition = ({ visibility }) =>
  visibility.of === 'party' ? `'${visibility.partyId}' in (party_id, laboratory_id)` : naming(['party_id'])(visibility);
const samples: Decision = { key: 'id', visible: namingLaboratory, added: own };
const certificatesOf = (partyId: string) =>
  `record_id in (select id from assays where laboratory_id = '${partyId}' union select id from analyses where laboratory_id = '${partyId}')`;
/** Photographs of a load are for all who see its manifest in this province. */
const ofSeenManifest: Condition = (viewer) =>
  viewer.visibility.of === 'province'
    ? 'false'
    : `record_kind = 'manifest' and record_id in (select id from manifests where ${visibleManifest(viewer)})`;
const visibleFileRecord: Condition = (viewer) => {
  const { visibility } = viewer;
  if (visibility.of !== 'party') {
    return `record_kind <> 'manifest' and (${naming(['party_id'])(visibility)}) or ${ofSeenManifest(viewer)}`;
  }
  return `party_id = '${visibility.partyId}' or ${certificatesOf(visibility.partyId)} or ${ofSeenManifest(viewer)}`;
};

/** Tables with rows of organisations, each with its policies. */
export const SECURED: Readonly<Record<string, Decision>> = {
  parties: { ...register, changed: authority },
  sites: { ...register, changed: authority },
  licences: { ...register, changed: authority },
  licence_states: { ...register, key: '(licence_id, number)' },
  party_states: { ...records(), key: '(party_id, number)', added: authority },
  vehicles: { ...records(), added: authority, changed: orAuthority },
  party_contacts: { ...records(), key: 'party_id', added: orAuthority, changed: orAuthority },
  register_changes: { key: 'id', visible: ofChanges, added: byChanger },
  batches: { ...records(AT_SITE), changed: own },
  movements: {
    key: 'id',
    visible: (viewer) => {
      const batches = `select id from batches where ${visibleBatch(viewer)}`;
      return `from_batch_id in (${batches}) or to_batch_id in (${batches})`;
    },
    // The database checks the batches when mass moves: test/platform/database/row-security.int.test.ts.
    added: ({ visibility }) => String(visibility.of === 'party'),
  },
  approvals: { key: 'id', visible: visibleApproval, added: authority },
  approval_quantities: {
    ...{ key: '(approval_id, waste_code)', visible: ofVisibleApproval, added: authority, changed: used },
  },
  approval_withdrawals: { key: 'approval_id', visible: ofVisibleApproval, added: authority },
  transfer_exemptions: register,
  transfer_exemption_ends: { ...register, key: 'exemption_id' },
  paper_number_blocks: { ...records(), added: authority },
  manifest_photographs: {
    key: 'id',
    visible: ofVisibleManifest,
    added: (viewer) => `${own(viewer)} and ${ofVisibleManifest(viewer)}`,
  },
  outages: register,
  outage_ends: { ...register, key: 'outage_id' },
  transfer_covers: { key: 'id', visible: visibleApproval, added: byConsignor },
  manifests: {
    key: 'id',
    visible: visibleManifest,
    added: ({ visibility }) => (visibility.of === 'party' ? `consignor_id = '${visibility.partyId}'` : 'false'),
    changed: byNamed(visibleManifest),
  },
  manifest_lines: {
    key: '(manifest_id, line)',
    visible: ofVisibleManifest,
    added: byNamed(ofOwnBatches),
    changed: byNamed(ofOwnBatches),
  },
  manifest_steps: { key: '(manifest_id, version)', visible: ofVisibleManifest, added: byNamed(ofVisibleManifest) },
  manifest_conflicts: exchanged,
  runs: { ...records(AT_SITE), changed: own },
  run_outputs: {
    key: 'batch_id',
    visible: (viewer) => `run_id in (select id from runs where ${visibleBatch(viewer)})`,
    added: (viewer) => `run_id in (select id from runs where ${own(viewer)})`,
  },
  assessments: { ...records(), changed: byAssessor },
  assessment_snapshots: { ...records(), added: byAssessor },
  assessment_revisions: { key: '(assessment_id, number)', visible: records().visible },
  assessment_steps: { ...records(), key: '(assessment_id, number)', added: byAssessor },
  supplies: records(AT_SITE),
  assays: samples,
  analyses: samples,
  qualifications: register,
  qualification_withdrawals: { ...register, key: 'qualification_id' },
  certificate_confirmations: {
    ...samples,
    added: ({ visibility }) => (visibility.of === 'party' ? `laboratory_id = '${visibility.partyId}'` : 'false'),
  },
  files: { key: 'id', visible: visibleFile, added: own },
  file_records: { ...records(), visible: visibleFileRecord, key: '(file_id, record_kind, record_id)' },
  dispositions: records(),
  // Those of its own dispositions, and those that it made as the receiver of another one's.
  use_confirmations: {
    key: 'id',
    visible: ({ visibility }) => naming(['party_id', 'confirmed_by_id'])(visibility),
    added: ({ visibility }) => (visibility.of === 'party' ? `confirmed_by_id = '${visibility.partyId}'` : 'false'),
  },
  stock_counts: records(AT_SITE),
  // An authority adds what it saw.
  stock_observations: { ...records(AT_SITE), added: authority },
  stock_adjustments: { ...records(AT_SITE), changed: own },
  emissions: records(AT_SITE),
  dioxin_measurements: records(AT_SITE),
  corrections: records(AT_SITE),
  exchange_partners: { ...exchangedByAll, key: 'code' },
  exchange_deliveries: exchangedByAll,
  exchange_inbox: { ...exchanged, key: 'message_id' },
  exchange_number_clashes: { ...exchanged, changed: authority },
  exchange_numbers: { ...exchanged, key: 'manifest_id' },
  imports: { key: 'id', visible: authority, whole: true, added: authority },
  import_parts: { key: '(import_id, number)', visible: authority, whole: true, added: authority },
  flow_records: {
    key: '(journal_index, line)',
    visible: ({ visibility }) =>
      visibility.of === 'city' ? `'${visibility.division}' in (from_city, to_city)` : String(visibility.of === 'all'),
  },
  journal_entries: { key: 'sequence', visible: ofSubject },
  journal_heads: { key: 'subject', visible: ofSubject },
  idempotency_keys: { key: '(client, key)', visible: ownKeys, added: ownKeys, changed: ownKeys },
  identity_people: { key: 'id', visible: ofPeople, added: ofPeople, changed: ofPeople },
  identity_clients: { key: 'id', visible: keeper, whole: true, added: keeper, changed: keeper },
};

/** Tables without rows of organisations. Requests read them and write nothing. */
export const OPEN: Readonly<Record<string, string>> = {
  law_values: 'law and code lists, the same for every caller',
  divisions: 'GB/T 2260',
  waste_codes: 'the national list of hazardous waste',
  work_calendar: 'holiday notices',
  work_calendar_years: 'years of the loaded holiday notices',
  work_calendar_notices: 'holiday notices as they were loaded',
  journal_seals: 'places and hashes of entries, without their content',
};

/** Tables of the machinery alone: requests have no right to them, and no policy would show a row. */
export const CLOSED: Readonly<Record<string, string>> = {
  file_contents: 'hashes of stored bytes, whichever organisations have them',
  certificate_pairs: 'records of two organisations, of which neither sees the other one; a view for the release before',
  earlier_certificate_pairs: 'the pairs of before, which nothing reads',
  shared_certificates: 'certificates of several organisations, of which neither sees the other one',
  manifest_deadline_notices: 'last days that were recorded as near or passed, of every manifest',
  recovery_figures: 'kept figures; the route gives them to every caller who may see the organisation',
  recovery_touches: 'what the journal touched of each organisation, for kept figures',
  journal_sealer: 'progress of the sealer',
  journal_tree: 'the tree over the journal: grown by the sealer',
  journal_tree_heads: 'earlier roots of the tree',
  journal_verification: 'progress of the check of the journal',
  journal_subscriptions: 'progress of the followers of the journal',
  identity_signing_keys: 'keys that sign tokens',
  identity_attempts: 'failed logins, counted',
  identity_second_factors: 'secrets of authenticator applications, encrypted',
  identity_revocations: 'access tokens that are rejected before they expire',
  oidc_states: 'sessions, grants and refresh tokens of people',
  oidc_records: 'memory of the authorisation server about machines',
};

/** Requests read partitions through their table only. */
export const CLOSED_PARTITIONS = /^journal_entries_(default|\d{4}_\d{2})$/;
