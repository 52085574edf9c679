/**
 * The table of the walk: every route there is, the scope it needs, and which records it is about. A route without a row
 * fails the walk, and so does a row without a route.
 */
import type { Scope } from '../../../../src/core/access/scopes.ts';
import type { Noun } from '../records.ts';
import { MAKING_ROWS } from './making-rows.ts';
import { OPEN_ROWS, REGISTER_ROWS } from './register-rows.ts';
import type { GuardedRow, ListRow, OneRow, Row } from './row.ts';
import { STEP_ROWS } from './step-rows.ts';

const one = (noun: Noun, scope: Scope, path: `/${string}`, more: { readonly namesBatches?: true } = {}): OneRow => ({
  ...{ kind: 'one', noun, scope, route: `GET ${path}` },
  ...more,
  url: (id: string) => path.replace(':id', id),
});

const list = (
  noun: Noun,
  scope: Scope,
  url: `/${string}`,
  filters: Readonly<Record<string, string>> = {},
): ListRow => ({
  ...{ kind: 'list', noun, scope, route: `GET ${url}`, idIn: 'id', url: `${url}?`, filters },
});

const PERIOD = 'period=2026-10';
const SITE = { siteId: 'siteId' };
const BATCH = { batchId: 'batchId' };

const READ_ROWS: readonly Row[] = [
  list('batch', 'batches:read', '/v1/batches', { ...SITE, kind: 'kind' }),
  one('batch', 'batches:read', '/v1/batches/:id'),
  one('batch', 'batches:read', '/v1/batches/:id/movements'),
  one('batch', 'batches:read', '/v1/batches/:id/corrections'),
  one('batch', 'batches:read', '/v1/batches/:id/trace', { namesBatches: true }),
  {
    ...one('batch', 'batches:read', '/v1/batches/:id/trace', { namesBatches: true }),
    url: (id: string) => `/v1/batches/${id}/trace?direction=forward`,
  },
  {
    ...list('stock', 'batches:read', '/v1/storage', { ...SITE, partyId: 'partyId' }),
    ...{ url: '/v1/storage?share=0&', idIn: 'siteId' },
  },
  one('correction', 'batches:read', '/v1/corrections/:id'),
  list('manifest', 'manifests:read', '/v1/manifests', {
    ...{ state: 'state', number: 'number' },
    ...{ originProvince: 'originProvince', destinationProvince: 'destinationProvince' },
  }),
  { ...list('duty', 'manifests:read', '/v1/duties', { partyId: 'partyId' }), idIn: 'manifestId' },
  one('manifest', 'manifests:read', '/v1/manifests/:id'),
  one('manifest', 'manifests:read', '/v1/manifests/:id/history'),
  one('manifest', 'manifests:read', '/v1/manifests/:id/photographs'),
  list('paperNumbers', 'manifests:read', '/v1/paper-numbers', { partyId: 'partyId' }),
  one('paperNumbers', 'manifests:read', '/v1/paper-numbers/:id'),
  list('approval', 'approvals:read', '/v1/approvals', {
    ...{ number: 'number', consignorId: 'consignorId', receiverId: 'receiverId' },
  }),
  one('approval', 'approvals:read', '/v1/approvals/:id'),
  list('coveredTransfer', 'approvals:read', '/v1/covered-transfers', {
    ...{ approvalId: 'approvalId', exemptionId: 'exemptionId', manifestId: 'manifestId' },
  }),
  list('run', 'recycling:read', '/v1/runs', SITE),
  one('run', 'recycling:read', '/v1/runs/:id'),
  one('run', 'recycling:read', '/v1/runs/:id/movements'),
  {
    ...one('run', 'recycling:read', '/v1/runs/:id/feeds/:feedId/corrections'),
    url: (id: string) => `/v1/runs/${id}/feeds/1/corrections`,
  },
  {
    ...one('run', 'recycling:read', '/v1/runs/:id/outputs/:outputId/corrections'),
    url: (id: string) => `/v1/runs/${id}/outputs/${id}/corrections`,
  },
  one('supply', 'recycling:read', '/v1/supplies/:id/corrections'),
  one('disposition', 'recycling:read', '/v1/dispositions/:id/corrections'),
  one('emission', 'recycling:read', '/v1/emissions/:id/corrections'),
  list('supply', 'recycling:read', '/v1/supplies', SITE),
  one('supply', 'recycling:read', '/v1/supplies/:id'),
  list('assay', 'recycling:read', '/v1/assays', BATCH),
  one('assay', 'recycling:read', '/v1/assays/:id'),
  list('dioxin', 'recycling:read', '/v1/dioxin-measurements', SITE),
  one('dioxin', 'recycling:read', '/v1/dioxin-measurements/:id'),
  list('analysis', 'recycling:read', '/v1/analyses', BATCH),
  one('analysis', 'recycling:read', '/v1/analyses/:id'),
  list('certificateConfirmation', 'recycling:read', '/v1/certificate-confirmations', {
    ...{ assayId: 'assayId', analysisId: 'analysisId', laboratoryId: 'laboratoryId' },
  }),
  one('certificateConfirmation', 'recycling:read', '/v1/certificate-confirmations/:id'),
  list('useConfirmation', 'recycling:read', '/v1/use-confirmations', { dispositionId: 'dispositionId' }),
  one('useConfirmation', 'recycling:read', '/v1/use-confirmations/:id'),
  one('file', 'files:read', '/v1/files/:id'),
  one('file', 'files:read', '/v1/files/:id/content'),
  list('disposition', 'recycling:read', '/v1/dispositions', BATCH),
  one('disposition', 'recycling:read', '/v1/dispositions/:id'),
  list('outputDelivery', 'recycling:read', '/v1/output-deliveries', { receiverId: 'receiverId' }),
  list('stockCount', 'recycling:read', '/v1/stock-counts', { ...SITE, countedOn: 'countedOn' }),
  one('stockCount', 'recycling:read', '/v1/stock-counts/:id'),
  list('stockObservation', 'recycling:read', '/v1/stock-observations', {
    ...{ ...SITE, countId: 'countId', countedOn: 'countedOn' },
  }),
  one('stockObservation', 'recycling:read', '/v1/stock-observations/:id'),
  list('stockAdjustment', 'recycling:read', '/v1/stock-adjustments', {
    ...{ ...SITE, countId: 'countId', state: 'state', aboveLimit: 'aboveLimit' },
  }),
  one('stockAdjustment', 'recycling:read', '/v1/stock-adjustments/:id'),
  list('emission', 'recycling:read', '/v1/emissions', SITE),
  one('emission', 'recycling:read', '/v1/emissions/:id'),
  list('person', 'people:read', '/v1/people', { partyId: 'partyId', state: 'state' }),
  one('person', 'people:read', '/v1/people/:id'),
  one('person', 'people:read', '/v1/people/:id/changes'),
  one('party', 'parties:read', '/v1/parties/:id/history'),
  one('party', 'parties:read', '/v1/parties/:id/vehicles'),
  one('party', 'parties:read', '/v1/parties/:id/changes'),
  one('site', 'parties:read', '/v1/sites/:id/changes'),
  {
    ...one('vehicle', 'parties:read', '/v1/parties/:id/vehicles/:vehicleId/changes'),
    url: (id: string, partyId: string) => `/v1/parties/${partyId}/vehicles/${id}/changes`,
  },
  {
    ...one('licence', 'parties:read', '/v1/parties/:id/licences/:licenceId/changes'),
    url: (id: string, partyId: string) => `/v1/parties/${partyId}/licences/${id}/changes`,
  },
  {
    ...one('vehicle', 'parties:read', '/v1/parties/:id/vehicles/:vehicleId'),
    url: (id: string, partyId: string) => `/v1/parties/${partyId}/vehicles/${id}`,
  },
  {
    ...one('party', 'recovery:read', '/v1/recovery'),
    url: (id: string) => `/v1/recovery?partyId=${id}&${PERIOD}`,
  },
  {
    ...one('party', 'recovery:read', '/v1/recovery/records'),
    url: (id: string) => `/v1/recovery/records?partyId=${id}&${PERIOD}&limit=200`,
  },
  list('assessment', 'assessments:read', '/v1/assessments', {
    ...{ partyId: 'partyId', period: 'period', method: 'method', state: 'state', overdue: 'overdue' },
  }),
  one('assessment', 'assessments:read', '/v1/assessments/:id'),
  one('assessment', 'assessments:read', '/v1/assessments/:id/history'),
  one('assessment', 'assessments:read', '/v1/assessments/:id/revisions'),
  one('assessment', 'assessments:read', '/v1/assessments/:id/check'),
  // No assessment there is certified.
  { ...one('assessment', 'assessments:read', '/v1/assessments/:id/evidence'), answers: 409 },
  { ...one('assessment', 'assessments:read', '/v1/assessments/:id/report'), answers: 409 },
  {
    ...one('party', 'recovery:read', '/v1/recovery/fractions'),
    url: (id: string) => `/v1/recovery/fractions?partyId=${id}&${PERIOD}`,
  },
  {
    ...one('party', 'recovery:read', '/v1/recovery/report'),
    url: (id: string) => `/v1/recovery/report?partyId=${id}&${PERIOD}`,
  },
  {
    ...one('party', 'recovery:read', '/v1/recovery/comparison'),
    url: (id: string) => `/v1/recovery/comparison?partyId=${id}&${PERIOD}`,
  },
  ...['evaluation', 'records'].map((rest) => ({
    ...one('party', 'recovery:read', `/v1/recovery/methods/:method/${rest}`),
    url: (id: string) => `/v1/recovery/methods/lead-recovery/${rest}?partyId=${id}&${PERIOD}`,
  })),
  {
    ...one('party', 'recovery:read', '/v1/recovery/dioxin'),
    url: (id: string) => `/v1/recovery/dioxin?partyId=${id}&year=2026`,
  },
  {
    ...one('party', 'recovery:read', '/v1/recovery/series'),
    url: (id: string) => `/v1/recovery/series?partyId=${id}&year=2026`,
  },
  {
    kind: 'figure',
    route: 'GET /v1/flows',
    scope: 'oversight:read',
    url: '/v1/flows?from=2026-10&to=2026-11&level=city',
  },
  {
    ...{ kind: 'figure', route: 'GET /v1/flows/records', scope: 'oversight:read' },
    url: '/v1/flows/records?month=2026-10&limit=200',
  },
  { kind: 'figure', route: 'GET /v1/recovery/ranking', scope: 'recovery:read', url: `/v1/recovery/ranking?${PERIOD}` },
];

export const ROWS: readonly Row[] = [...READ_ROWS, ...STEP_ROWS, ...MAKING_ROWS, ...REGISTER_ROWS, ...OPEN_ROWS];

export const isGuarded = (row: Row): row is GuardedRow => row.kind !== 'open';
export const rowsOf = <Kind extends Row['kind']>(kind: Kind) =>
  ROWS.filter((row): row is Extract<Row, { kind: Kind }> => row.kind === kind);
