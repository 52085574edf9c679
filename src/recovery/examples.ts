/** Examples of a recovery rate and of a record behind it, for the description of the API. */
import { EXAMPLE_IDS } from '../core/example-ids.ts';

const { assay, manifest, receivedBatch, recycler, stockCount } = EXAMPLE_IDS;

const RATE = { numerator: '4941', denominator: '5000', percent: '98.82', share: '0.98820' };
const ALL = { leadGrams: 1_000_000, leadGramsExact: '1000000' };
const NO_LEAD = { leadGrams: 0, leadGramsExact: '0' };

const BUDGET = {
  standardPoints: '0.5206',
  expandedPoints: '1.04',
  largest: [
    { kind: 'count' as const, assayId: null, subject: `stock-count:${stockCount}`, scale: null, sharePercent: '96.4' },
    { kind: 'scale' as const, assayId: null, subject: null, scale: 'count' as const, sharePercent: '3.6' },
  ],
};

const TARGET = {
  ...{ code: 'industry-lead', title: 'Total lead recovery of the secondary lead industry' },
  ...{ method: 'industry-lead-recovery', figure: 'productsOnly' as const, comparison: 'at_least' as const },
  limitPercent: '98.00',
};

export const METHODS_EXAMPLE = {
  items: [
    {
      ...{ id: 'industry-lead-recovery', version: 1, title: 'Total lead recovery of the secondary lead industry' },
      source: 'MIIT announcement 60 of 2016',
      boundary: 'One enterprise: from batteries at the gate to products that replace primary material',
      formula: 'productsOnly = P / available',
      figures: ['productsOnly' as const],
      parameters: ['recovery.targets'],
      ...{ validFrom: '2020-01-01', validTo: null, inForce: true },
      targets: [TARGET],
    },
  ],
};

export const RECOVERY = {
  partyId: recycler,
  period: '2026-10',
  from: '2026-09-30T16:00:00.000Z',
  to: '2026-10-31T16:00:00.000Z',
  provisional: false,
  asOf: '2026-11-02T01:00:00.000Z',
  journalIndex: 4_812,
  method: { id: 'lead-recovery', version: 4 },
  status: 'clear' as const,
  rates: {
    headline: RATE,
    productsOnly: RATE,
    conservative: RATE,
    unaccountedShare: { numerator: '1', denominator: '1000', percent: '0.10', share: '0.00100' },
    batteryShare: { numerator: '1', denominator: '1', percent: '100.00', share: '1.00000' },
    indirect: null,
  },
  uncertainty: {
    coverageFactor: 2,
    headline: BUDGET,
    productsOnly: BUDGET,
    conservative: BUDGET,
    unaccountedShare: BUDGET,
    batteryShare: BUDGET,
    indirect: null,
  },
  verdicts: [{ ...TARGET, value: RATE, verdict: 'pass' as const, undecided: null }],
  terms: [{ term: 'received' as const, ...ALL, massGrams: 1_724_138, records: 9 }],
  balance: {
    batteryLead: ALL,
    workChange: NO_LEAD,
    available: ALL,
    recovered: { leadGrams: 988_200, leadGramsExact: '988200' },
    lost: { leadGrams: 10_800, leadGramsExact: '10800' },
    underWay: NO_LEAD,
    unaccounted: { leadGrams: 1_000, leadGramsExact: '1000' },
  },
  assumedAssayShare: null,
  outsideBalance: {
    records: 0,
    found: { ...NO_LEAD, massGrams: 0 },
    missing: { ...NO_LEAD, massGrams: 0 },
  },
  notCounted: { records: 0, massGrams: 0 },
  forDisposal: { records: 0, massGrams: 0 },
  findings: [],
  controls: {
    otherFeedShareBasisPoints: 1_000,
    unaccountedShareBasisPoints: 100,
    uncertaintyShareBasisPoints: 200,
    assumedAssayShareBasisPoints: 500,
  },
};

export const RECOVERY_RECORD = {
  leadGrams: 115_066,
  leadGramsExact: '115066.2',
  id: `manifest:${manifest}/1`,
  term: 'received' as const,
  kind: 'manifest_line' as const,
  subject: `manifest:${manifest}`,
  batchId: receivedBatch,
  material: '900-052-31',
  massGrams: 198_390,
  sign: 1,
  ppm: 580_000,
  moisturePpm: 0,
  basis: 'batch' as const,
  assayId: assay,
  certificate: 'confirmed' as const,
  occurredAt: '2026-10-07T03:40:00.000Z',
};

const BY_METHOD = {
  ...{ method: 'comprehensive-recovery' as const, version: 1, title: 'Comprehensive recovery of batteries' },
  ...{ inForce: true, validFrom: '2020-01-01', validTo: null, status: 'clear' as const, coverageFactor: 2 },
  figures: [
    {
      ...{ figure: 'comprehensiveWithoutAcid' as const, title: 'comprehensive recovery without acid', missing: null },
      value: { numerator: '7227', denominator: '10000', percent: '72.27', share: '0.72270' },
      uncertainty: BUDGET,
    },
  ],
  ...{ verdicts: [], findings: [] },
};
const ASKED = {
  ...{ partyId: recycler, period: '2026-10', from: RECOVERY.from, to: RECOVERY.to, provisional: false },
  ...{ asOf: RECOVERY.asOf, journalIndex: RECOVERY.journalIndex },
};

export const COMPARISON = { ...ASKED, methods: [BY_METHOD] };

export const METHOD_EVALUATION = {
  ...{ ...ASKED, ...BY_METHOD },
  source: 'Definition of this service',
  boundary: 'One enterprise: from batteries fed, without their water, to materials that others use',
  formula: 'comprehensive = ((P + Q) / available · M_b + fractions + acid + φ · slag) / dry batteries',
  parameters: [{ key: 'recovery.sulphur-limit', value: { so4Ppm: 979_400 } }],
  choice: { leaveOut: [], next: [] },
  terms: [{ term: 'plastics' as const, massGrams: 94_300, massGramsExact: '94300', records: 3 }],
  rows: null,
};

export const METHOD_RECORD = {
  ...{ id: 'movement:1', term: 'plastics' as const, kind: 'sale' as const, subject: `batch:${receivedBatch}`, sign: 1 },
  ...{ batchId: receivedBatch, material: 'light_plastics', massGrams: 95_252, basis: 'batch' as const, assayId: assay },
  ...{ countedGrams: 94_300, countedGramsExact: '94299.48', occurredAt: '2026-10-20T03:40:00.000Z' },
};

const SHOWN = {
  provisional: false,
  status: RECOVERY.status,
  rates: RECOVERY.rates,
  uncertainty: RECOVERY.uncertainty,
  balance: RECOVERY.balance,
};

export const SERIES = {
  partyId: recycler,
  ...{ year: '2026', from: '2026', to: '2026' },
  // The stock was not counted at the beginning of this month.
  items: [
    { period: '2026-01', ...SHOWN, status: 'blocked' as const, rates: null, uncertainty: null, terms: RECOVERY.terms },
  ],
};

export const RANKING = {
  period: '2026-10',
  items: [
    { place: null, partyId: recycler, name: '演示再生铅有限公司', ...SHOWN, status: 'blocked' as const, findings: [] },
  ],
  omitted: 0,
};

export const DIOXIN_RELEASES = {
  ...{ partyId: recycler, year: '2026', limitNanograms: '0.500000' },
  items: [
    {
      ...{
        measurementId: EXAMPLE_IDS.dioxin,
        siteId: EXAMPLE_IDS.recyclingSite,
        outlet: 'DA003',
        furnace: '侧吹炉 1#',
      },
      ...{ sampledAt: '2026-10-13T08:30:00.000Z', nanogramsPerCubicMetre: '0.050000' },
      ...{ referenceNanogramsPerCubicMetre: '0.050000', withinLimit: true, certificateNumber: '演示检-2026-0077' },
      ...{ measuredGrams: '0.021600000000', microgramsPerTonne: '0.360000', technologyClass: '3' },
      ...{ factorGrams: '0.003000000000', baselineClass: '3', baselineGrams: '0.003000000000' },
    },
  ],
  totals: { measuredGrams: '0.021600000000', factorGrams: '0.003000000000', baselineGrams: '0.003000000000' },
  status: 'clear' as const,
  findings: [],
};
