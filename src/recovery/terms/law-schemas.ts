/** Schemas of the legal parameters on terms of the lead balance. */
import { z } from 'zod';
import { BasisPoints, ListedCode, MassGramsOrNone } from '../../platform/http/index.ts';

/** `count`: their lead is available, and a person must review the rate. `block`: a rate with them must not be approved. */
const WithoutManifest = z.strictObject({ treatment: z.enum(['count', 'block']) });
const WeighingTolerance = z.strictObject({ shareBasisPoints: BasisPoints, floorGrams: MassGramsOrNone });
const EvidenceLimits = z.strictObject({
  unconfirmedShareBasisPoints: BasisPoints,
  unconfirmedFloorGrams: MassGramsOrNone,
  expandedUncertaintyBasisPoints: BasisPoints,
});
const FeedEvidenceShape = z.strictObject({
  contentPpm: z.int().min(0).max(1_000_000),
  shareBasisPoints: BasisPoints,
  bulkKinds: z.array(ListedCode).max(100),
  otherShareBasisPoints: BasisPoints,
});
const HeldStock = z.strictObject({ days: z.int().min(1).max(3_660), yearShareBasisPoints: BasisPoints });
const GateReview = z.strictObject({ days: z.int().min(1).max(366) });
const EmissionReview = z.strictObject({ shareBasisPoints: BasisPoints });
const Severity = z.enum(['note', 'flag', 'block']);
const ResidueShape = z.strictObject({ use: Severity, disposal: Severity });
const StockObservation = z.strictObject({ growth: z.enum(['believed', 'observed']) });
const UnobservedStock = z.strictObject({ scope: z.enum(['growth', 'closing']) });
const LateRecords = z.strictObject({ graceDays: z.int().min(0).max(366).nullable() });
const UnobservedItems = z.strictObject({ items: z.enum(['balance', 'all']) });
const UnobservedSites = z.strictObject({ sites: z.enum(['recyclers', 'all']) });
const UnconfirmedSales = z.strictObject({
  sales: z.enum(['believed', 'confirmed']),
  massToleranceBasisPoints: BasisPoints,
  transitDays: z.int().min(0).max(366),
});
const SaleReceipts = z.strictObject({ receipts: z.enum(['transit', 'period']) });
const GateLoads = z.strictObject({ scope: z.enum(['growth', 'closing']) });
export const UnconfirmedUses = z.strictObject({ uses: z.enum(['believed', 'confirmed']) });
const LoadsOnTheWay = z.strictObject({ loads: z.enum(['believed', 'counted']) });
const UnconfirmedSites = z.strictObject({ sites: z.enum(['recyclers', 'all']) });
/** R is recovery; an index of the database relies on it. */
const DisposalMethods = z.strictObject({ firstLetters: z.array(z.string().regex(/^[A-QS-Z]$/)).max(26) });

const WITHOUT_MANIFEST = 'recovery.batteries-without-manifest';
const WEIGHING = 'recovery.weighing-difference';
const EVIDENCE_LIMITS = 'recovery.evidence-limits';
const FEED_EVIDENCE = 'recovery.feed-evidence';
const STOCK_REVIEW = 'recovery.stock-review';
const STOCK_OBSERVATION = 'recovery.stock-observation';
const UNOBSERVED_STOCK = 'recovery.unobserved-stock';
const UNOBSERVED_ITEMS = 'recovery.unobserved-items';
const UNOBSERVED_SITES = 'recovery.unobserved-sites';
const UNCONFIRMED_SALES = 'recovery.unconfirmed-sales';
const SALE_RECEIPTS = 'recovery.sale-receipts';
const GATE_LOADS = 'recovery.gate-loads';
export const UNCONFIRMED_USES = 'recovery.unconfirmed-uses';
const LOADS_ON_THE_WAY = 'recovery.loads-on-the-way';
const UNCONFIRMED_SITES = 'recovery.unconfirmed-sites';
const LATE_RECORDS = 'recovery.late-records';
const GATE_REVIEW = 'recovery.gate-review';
const EMISSION_REVIEW = 'recovery.emission-review';
const RESIDUES = 'recovery.residues-without-manifest';
const DISPOSAL_METHODS = 'recovery.disposal-methods';

export const TERM_SHAPES = {
  [WITHOUT_MANIFEST]: WithoutManifest,
  [WEIGHING]: WeighingTolerance,
  [FEED_EVIDENCE]: FeedEvidenceShape,
  [STOCK_REVIEW]: HeldStock,
  [STOCK_OBSERVATION]: StockObservation,
  [UNOBSERVED_STOCK]: UnobservedStock,
  [UNOBSERVED_ITEMS]: UnobservedItems,
  [UNOBSERVED_SITES]: UnobservedSites,
  [UNCONFIRMED_SALES]: UnconfirmedSales,
  [SALE_RECEIPTS]: SaleReceipts,
  [GATE_LOADS]: GateLoads,
  [UNCONFIRMED_USES]: UnconfirmedUses,
  [LOADS_ON_THE_WAY]: LoadsOnTheWay,
  [UNCONFIRMED_SITES]: UnconfirmedSites,
  [LATE_RECORDS]: LateRecords,
  [GATE_REVIEW]: GateReview,
  [EMISSION_REVIEW]: EmissionReview,
  [RESIDUES]: ResidueShape,
  [DISPOSAL_METHODS]: DisposalMethods,
};

export const EVIDENCE_SHAPES = { [EVIDENCE_LIMITS]: EvidenceLimits };

/** Reads one legal parameter for a day that the caller has chosen. */
type Read = <Value>(key: string, schema: z.ZodType<Value>) => Value;

/** Reads the rules on terms. @throws Problem `law-missing` */
export const termRulesFrom = (read: Read) => ({
  withoutManifest: read(WITHOUT_MANIFEST, WithoutManifest).treatment,
  weighing: read(WEIGHING, WeighingTolerance),
  feedEvidence: read(FEED_EVIDENCE, FeedEvidenceShape),
  stockReview: read(STOCK_REVIEW, HeldStock),
  stockObservation: {
    ...read(STOCK_OBSERVATION, StockObservation),
    ...read(UNOBSERVED_STOCK, UnobservedStock),
    ...read(UNOBSERVED_ITEMS, UnobservedItems),
    ...read(UNOBSERVED_SITES, UnobservedSites),
  },
  unconfirmedSales: { ...read(UNCONFIRMED_SALES, UnconfirmedSales), ...read(SALE_RECEIPTS, SaleReceipts) },
  gateLoads: read(GATE_LOADS, GateLoads),
  loadsOnTheWay: read(LOADS_ON_THE_WAY, LoadsOnTheWay),
  unconfirmedSites: read(UNCONFIRMED_SITES, UnconfirmedSites),
  lateRecords: read(LATE_RECORDS, LateRecords),
  gateReview: read(GATE_REVIEW, GateReview),
  emissionReview: read(EMISSION_REVIEW, EmissionReview),
  residues: read(RESIDUES, ResidueShape),
  evidenceLimits: read(EVIDENCE_LIMITS, EvidenceLimits),
  disposalMethods: read(DISPOSAL_METHODS, DisposalMethods).firstLetters,
});
