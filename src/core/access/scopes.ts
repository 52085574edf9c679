/** Actions that a token may allow. The scope names the action; the party in the token limits the records. */
export const SCOPES = {
  'parties:read': 'Read organisations, sites and licences',
  'parties:write':
    'Register organisations, sites and licences of this province, and organisations of others that trade with them',
  'parties:change':
    'Change registered data of organisations, sites, licences and vehicles: all for the authority, contacts and descriptions for the own organisation',
  'calendar:write': 'Load the work calendar of a year from its notice',
  'batches:read': 'Read batches, movements and traces that the caller may see',
  'batches:write': 'Record batches and movements of the own organisation',
  'manifests:read': 'Read manifests that the caller may see',
  'manifests:write': 'Draft manifests and take the steps of consignor and receiver for the own organisation',
  'manifests:carry': 'Take the steps of the carrier for the own organisation',
  'outages:write': 'Declare outages of systems and their ends, and reserve numbers of forms on paper for organisations',
  'approvals:read': 'Read approvals of transfers to other provinces that the caller may see, and exemptions from them',
  'approvals:write': 'Register approvals of transfers to other provinces and exemptions from them, and end them',
  'recycling:read': 'Read processing runs, assays and stock counts that the caller may see',
  'recycling:write': 'Record processing runs, assays and stock counts of the own organisation',
  'recycling:confirm': 'Confirm or reject stock adjustments that another person of the own organisation proposed',
  'certificates:confirm':
    'Confirm certificates of assays and analyses that name the own organisation as the laboratory',
  'stock:observe': 'Record what the authority saw on a site for a stock count',
  'files:read': 'Read files of the own organisation, and those that belong to records that the caller may see',
  'files:write': 'Upload files of the own organisation',
  'recovery:read': 'Read recovery rates with the records behind them',
  'assessments:read': 'Read assessments of recovery rates that the caller may see, with their evidence',
  'assessments:write': 'Submit assessments of the own organisation, and object to decisions on them',
  'assessments:review': 'Review submitted assessments as an independent expert',
  'assessments:decide': 'Certify or refuse reviewed assessments, and answer objections',
  'oversight:read': 'Read flows, and the records behind them',
  'books:read': 'Read the books of the province, which show that all mass is accounted for',
  'journal:read': 'Read the sealed journal',
  'personal:read': 'Read personal data in clear, each time with a purpose that the journal keeps',
  'exchange:read': 'Read partners, deliveries and received messages',
  'exchange:write': 'Register partners and resend parked deliveries',
  'clients:write': 'Register clients, change their secrets, revoke them',
  'people:read': 'Read the people who log in and are named',
  'people:write': 'Register people, change their roles, block and unblock them, give them initial passwords',
} as const;

export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[];

export const isScope = (name: string): name is Scope => Object.hasOwn(SCOPES, name);
