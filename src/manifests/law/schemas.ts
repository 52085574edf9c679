/** Shapes of the rules on manifests, and on the scale of licences. */
import { z } from 'zod';
import { CONDITIONS, RISK_CLASSES } from '../../batches/rules.ts';
import { SITE_KINDS } from '../../parties/rules.ts';
import { BasisPoints, fault, LawWasteCode, ListedCode } from '../../platform/http/index.ts';
import type { LawShapes } from '../../platform/law/index.ts';
import { RECEIVING_MODES } from '../licensing/receiving-site.ts';

export const Days = z.strictObject({ workingDays: z.int().min(1).max(1_000) });
export const Threshold = z.strictObject({
  shareBasisPoints: BasisPoints,
  floorGrams: z.int().min(0).max(100_000_000_000),
});
export const PiecesLimit = z.strictObject({
  shareBasisPoints: BasisPoints,
  floorPieces: z.int().min(0).max(10_000_000),
  undeclaredPieces: z.int().min(0).max(10_000_000),
});
export const Exemption = z.strictObject({
  wasteCodes: z.array(LawWasteCode).max(200),
  conditions: z.array(z.string().min(1).max(60)).max(20),
  riskClasses: z.array(z.string().min(1).max(60)).max(20),
});
export const WasteForms = z.strictObject({
  materials: z
    .array(z.strictObject({ material: ListedCode, wasteCode: LawWasteCode, condition: z.enum(CONDITIONS).nullable() }))
    .max(200),
});
export const TreatmentMethods = z.strictObject({
  wastes: z.array(z.strictObject({ wasteCode: LawWasteCode, methods: z.array(ListedCode).min(1).max(100) })).max(200),
});
export const PackagingOfClasses = z.strictObject({
  classes: z
    .array(z.strictObject({ riskClass: z.enum(RISK_CLASSES), packaging: z.array(ListedCode).min(1).max(100) }))
    .max(RISK_CLASSES.length),
});
export const AnnualScale = z
  .strictObject({ warnBasisPoints: BasisPoints.min(1), blockBasisPoints: BasisPoints.min(1) })
  .refine(
    (scale) => scale.warnBasisPoints <= scale.blockBasisPoints,
    fault('warnBasisPoints must not be above blockBasisPoints.', 'warnBasisPoints 不得大于 blockBasisPoints。'),
  );
export const EarlyWarning = z.strictObject({ basisPoints: z.array(BasisPoints.min(1)).max(20) });

const SiteKind = z.enum(SITE_KINDS);
const Mode = z.enum(RECEIVING_MODES);

export const Receiving = z.strictObject({
  sites: z.array(z.strictObject({ kind: SiteKind, modes: z.array(Mode).max(2) })).max(SITE_KINDS.length),
  warned: z.array(SiteKind).max(SITE_KINDS.length),
});
export const LicensedMethods = z.strictObject({
  effect: z.enum(['warned', 'refused']),
  sites: z
    .array(z.strictObject({ kind: SiteKind, mode: Mode, methods: z.array(ListedCode).min(1).max(100) }))
    .max(2 * SITE_KINDS.length),
});

export const PaperBlocks = z.strictObject({ maxNumbers: z.int().min(1).max(10_000) });
export const PaperPhotographs = z.strictObject({ required: z.boolean(), maxPerManifest: z.int().min(1).max(1_000) });

export const CONFIRMATION = 'manifests.confirmation-deadline';
export const BACKFILL = 'manifests.paper-backfill-deadline';
export const DEADLINE_NOTICE = 'manifests.deadline-notice';
export const THRESHOLD = 'manifests.discrepancy-threshold';
export const WEIGHING = 'manifests.weighing-limit';
export const PIECES = 'manifests.pieces-limit';
export const EXEMPTION = 'manifests.unbroken-transport-exemption';
export const WASTE_FORMS = 'manifests.waste-forms';
export const TREATMENTS = 'manifests.treatment-methods';
export const RECEIVING = 'licences.receiving';
export const LICENSED_METHODS = 'licences.treatment-methods';
export const CLASS_PACKAGING = 'manifests.class-packaging';
export const SCALE = 'licences.annual-scale';
export const PAPER_BLOCKS = 'manifests.paper-blocks';
export const PHOTOGRAPHS = 'manifests.paper-photographs';
export const EARLY = 'licences.scale-early-warning';

/** The shape of each rule by its key. */
export const LAW_SHAPES: LawShapes = {
  [CONFIRMATION]: Days,
  [BACKFILL]: Days,
  [DEADLINE_NOTICE]: Days,
  [THRESHOLD]: Threshold,
  [WEIGHING]: Threshold,
  [PIECES]: PiecesLimit,
  [EXEMPTION]: Exemption,
  [WASTE_FORMS]: WasteForms,
  [TREATMENTS]: TreatmentMethods,
  [RECEIVING]: Receiving,
  [LICENSED_METHODS]: LicensedMethods,
  [CLASS_PACKAGING]: PackagingOfClasses,
  [SCALE]: AnnualScale,
  [EARLY]: EarlyWarning,
  [PAPER_BLOCKS]: PaperBlocks,
  [PHOTOGRAPHS]: PaperPhotographs,
};
