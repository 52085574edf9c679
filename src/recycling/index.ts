/** Public interface of the recycling feature. */

export { ADJUSTMENT_FIGURES } from './adjustments/figure-queries.ts';
export { adjustmentProblem } from './adjustments/problems.ts';
export { analysisProblem } from './analyses/problems.ts';
export type { Assay } from './assays/assay.ts';
export { listAssaysByIds } from './assays/certificate-queries.ts';
export { type ContentRanges, rangeOfMaterial } from './assays/content-range.ts';
export { listAnalysisLaboratories, listAssayEvidence, listMadeOf } from './assays/evidence-queries.ts';
export { assayProblem } from './assays/problems.ts';
export { listDeniedBefore } from './certificates/denial-queries.ts';
export {
  type LaboratoryQualification,
  listCertificateOutcomes,
  listWithdrawnLaboratories,
} from './certificates/outcome-queries.ts';
export { certificateProblem } from './certificates/problems.ts';
export { listSharedCertificates } from './certificates/sharing-queries.ts';
export { readRecyclingDependants } from './dependant-queries.ts';
export { dioxinProblem } from './dioxin/problems.ts';
export { listDioxinBefore, sumProducts, sumRunHours } from './dioxin/queries.ts';
export { TECHNOLOGY_WORDS } from './dioxin/words.ts';
export { RECYCLING_FIELDS } from './fields.ts';
export { inventoryProblem } from './inventory/problems.ts';
export { recyclingRoutes } from './inventory/routes.ts';
export { LAW_SHAPES } from './law-schemas.ts';
export { assayedBatches, listContents, listGeneralAssays, listOwnContents } from './lead/content-queries.ts';
export { listMassElsewhere, listOwnSites } from './lead/elsewhere-queries.ts';
export { listLateMovements, listLeadMovements, listRunMovements } from './lead/movement-queries.ts';
export { listCountsOn, listEmissionsOf } from './lead/record-queries.ts';
export { readSoldOutput } from './lead/sold-queries.ts';
export { observationDaysIn } from './observations/law-schemas.ts';
export { isNear } from './observations/observation.ts';
export { observationProblem } from './observations/problems.ts';
export { listObservationsOn } from './observations/queries.ts';
export { recyclingProblem } from './problems.ts';
export { runProblem } from './runs/problems.ts';
export { sampledMassToleranceIn } from './samples/law-schemas.ts';
export { itemBooksOf, readBooks } from './stocktaking/books-service.ts';
export { judgeAdjustments } from './stocktaking/judging-service.ts';
export { type CountedItem, contentRangesIn, countedItemsIn, judgingLawIn } from './stocktaking/law-queries.ts';
export { listOpenRuns } from './stocktaking/open-run-queries.ts';
export { listRecyclers, listRecyclingSites } from './stocktaking/site-queries.ts';
export { listBatteryContents, listFractionMovements, listGeneralAnalyses } from './uses/fraction-queries.ts';
export { FRACTION_SHAPES } from './uses/law-schemas.ts';
export { useProblem } from './uses/problems.ts';
