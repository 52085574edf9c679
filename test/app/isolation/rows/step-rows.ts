/** Rows of routes that change one record by its id. */

import { RUN_AT } from '../firm.ts';
import type { Noun } from '../records.ts';
import type { Route, Row, StepRow } from './row.ts';

/** The id of nothing. */
export const NOBODY = '01999999-0000-7000-8000-0000000000aa';

/** Never the version of anything, so that a step is refused only where the manifest is there. */
const OTHER_VERSION = { 'if-match': '"999999"' };

const LINE = { line: 1, acceptedGrams: 1, acceptedPieces: 1, treatmentMethod: 'R4' };
const REFUSED = { refusedGrams: 1, refusedPieces: 1 };

const MANIFEST_STEPS: Readonly<Record<string, object>> = {
  submit: {},
  'register-paper': { number: '1', reason: '演示' },
  backfill: {},
  'hand-over': {},
  arrive: {},
  accept: { lines: [LINE] },
  'accept-partially': { lines: [{ ...LINE, ...REFUSED }] },
  reject: {},
  dispute: {},
  close: {},
  cancel: {},
};

const manifestStep = (step: string, body: object, scope: StepRow['scope']): StepRow => ({
  ...{ kind: 'step', noun: 'manifest', scope, route: `POST /v1/manifests/:id/${step}` as Route },
  ...{ url: (id) => `/v1/manifests/${id}/${step}`, body, headers: OTHER_VERSION, missing: 'manifest-missing' },
});

/** More than any batch or run holds. */
const TOO_MUCH = 99_000_000_000;

const step = (noun: Noun, route: Route, rest: Pick<StepRow, 'scope' | 'body' | 'missing' | 'only'>): StepRow => ({
  ...{ kind: 'step', noun, route, url: (id) => (route.split(' ')[1] ?? '').replace(':id', id), ...rest },
});

const PERSON = { scope: 'people:write', missing: 'person-missing' } as const;
const REASON = { reason: '演示' };
const RUN = { scope: 'recycling:write', missing: 'run-missing' } as const;

/** Corrections of records of a recycler; none is of that version. */
const correction = (noun: Noun, path: string, missing: string, body: object): StepRow => ({
  ...step(noun, `POST ${path}/corrections` as Route, {
    ...{ scope: 'recycling:write', missing, body: { ...REASON, ...body } },
  }),
  url: (id) => `${path.replace(':id', id).replace(':feedId', '1').replace(':outputId', NOBODY)}/corrections`,
  headers: OTHER_VERSION,
});

/** Changes of registered data; no record is of that version. */
const change = (noun: Noun, path: string, missing: string, scope: StepRow['scope'] = 'parties:change'): StepRow => ({
  ...step(noun, `PATCH ${path}` as Route, { scope, missing, body: REASON }),
  url: (id, partyId) =>
    noun === 'licence' || noun === 'vehicle'
      ? path.replace(':id', partyId).replace(/:\w+Id/, id)
      : path.replace(':id', id),
  headers: OTHER_VERSION,
});

export const STEP_ROWS: readonly Row[] = [
  change('party', '/v1/parties/:id', 'party-missing'),
  change('person', '/v1/people/:id', 'person-missing', 'people:write'),
  change('site', '/v1/sites/:id', 'site-missing'),
  change('licence', '/v1/parties/:id/licences/:licenceId', 'party-missing'),
  change('vehicle', '/v1/parties/:id/vehicles/:vehicleId', 'vehicle-missing'),
  ...Object.entries(MANIFEST_STEPS).map(([name, body]) => manifestStep(name, body, 'manifests:write')),
  manifestStep('depart', { plates: ['桂A12345'], from: '演示地' }, 'manifests:carry'),
  step('manifest', 'POST /v1/manifests/:id/photographs', {
    // No organisation has a file with the id of a manifest.
    ...{
      scope: 'manifests:write',
      missing: 'manifest-missing',
      body: { fileIds: ['0199f2c4-5b1e-7d30-9a44-0000000000ff'] },
    },
  }),
  step('batch', 'POST /v1/batches/:id/split', {
    ...{ scope: 'batches:write', missing: 'batch-missing', body: { massGrams: TOO_MUCH, pieces: 0 } },
  }),
  {
    ...step('batch', 'POST /v1/batches/:id/corrections', {
      ...{ scope: 'batches:write', missing: 'batch-missing', body: { ...REASON, massGrams: TOO_MUCH } },
    }),
    headers: OTHER_VERSION,
  },
  step('batch', 'POST /v1/batches/:id/dispositions', {
    scope: 'recycling:write',
    missing: 'batch-missing',
    body: { kind: 'disposal', massGrams: TOO_MUCH, receiverName: '演示', occurredAt: RUN_AT },
  }),
  step('disposition', 'POST /v1/dispositions/:id/confirmations', {
    scope: 'recycling:write',
    missing: 'disposition-missing',
    body: { number: '演示', use: 'burning', massGrams: TOO_MUCH, confirmedOn: '2026-10-14' },
  }),
  // Withdraws nothing.
  ...(['assay', 'analysis'] as const).map((noun) =>
    step(noun, `POST /v1/${noun === 'assay' ? 'assays' : 'analyses'}/:id/confirmations` as Route, {
      ...{ scope: 'certificates:confirm', missing: `${noun}-missing`, body: { answer: 'withdrawn' } },
    }),
  ),
  step('run', 'POST /v1/runs/:id/feeds', {
    ...RUN,
    body: { fedAt: RUN_AT, lines: [{ batchId: NOBODY, massGrams: 1 }] },
  }),
  step('run', 'POST /v1/runs/:id/outputs', {
    ...RUN,
    body: { yieldedAt: RUN_AT, outputs: [{ material: 'nothing', massGrams: 1 }] },
  }),
  correction('run', '/v1/runs/:id/feeds/:feedId', 'run-missing', { massGrams: 1 }),
  correction('run', '/v1/runs/:id/outputs/:outputId', 'run-missing', { massGrams: 1 }),
  correction('supply', '/v1/supplies/:id', 'supply-missing', { massGrams: 1 }),
  correction('disposition', '/v1/dispositions/:id', 'disposition-missing', { massGrams: 1 }),
  correction('emission', '/v1/emissions/:id', 'emission-missing', { leadGrams: 1 }),
  step('stockCount', 'POST /v1/stock-counts/:id/adjustments', {
    ...{ scope: 'recycling:write', missing: 'stock-count-missing' },
    body: {
      ...{ item: 'nothing', reasonCode: 'weighing', ...REASON },
      batches: [{ batchId: NOBODY, countedGrams: 1 }],
    },
  }),
  ...['confirm', 'reject'].map((name) =>
    step('stockAdjustment', `POST /v1/stock-adjustments/:id/${name}` as Route, {
      ...{ scope: 'recycling:confirm', missing: 'stock-adjustment-missing', body: REASON, only: { state: 'booked' } },
    }),
  ),
  // A withdrawn assessment takes no step.
  ...['submit', 'withdraw', 'object'].map((name) =>
    step('assessment', `POST /v1/assessments/:id/${name}` as Route, {
      ...{ scope: 'assessments:write', missing: 'assessment-missing', body: REASON, only: { state: 'withdrawn' } },
    }),
  ),
  // No person there has a login name, so none can get a password.
  step('person', 'POST /v1/people/:id/password', { ...PERSON, body: {} }),
  step('person', 'POST /v1/people/:id/roles', { ...PERSON, body: { ...REASON, roles: ['driver', 'auditor'] } }),
  step('person', 'POST /v1/people/:id/block', { ...PERSON, body: REASON, only: { state: 'blocked' } }),
  step('person', 'POST /v1/people/:id/unblock', { ...PERSON, body: REASON, only: { state: 'active' } }),
  // No person there logs in, so none has a second factor.
  step('person', 'POST /v1/people/:id/second-factor-reset', { ...PERSON, body: REASON }),
  step('run', 'POST /v1/runs/:id/close', { ...RUN, body: { closedAt: RUN_AT, carriedGrams: TOO_MUCH } }),
];
