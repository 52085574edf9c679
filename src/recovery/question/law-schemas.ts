/** Law of recovery: the schemas of its dated rows. */
import { z } from 'zod';
import { BasisPoints } from '../../platform/http/index.ts';
import { ASSAY_SHAPES } from '../assays/law-schemas.ts';
import { ASSESSMENT_SHAPES } from '../assessments/law-schemas.ts';
import { DIOXIN_SHAPES } from '../dioxin/law-schemas.ts';
import { TARGET_SHAPES } from '../methods/law-schemas.ts';
import { COUNTED_CONTENT, CountedContentShape, STOCK_TOLERANCE, ToleranceShape } from '../stock/law-schemas.ts';
import { EVIDENCE_SHAPES, TERM_SHAPES } from '../terms/law-schemas.ts';
import { UNCERTAINTY_SHAPES } from '../uncertainty/law-schemas.ts';

export const ControlsShape = z.strictObject({
  otherFeedShareBasisPoints: BasisPoints.describe('Maximum lead of other feed, as a share of all lead fed'),
  unaccountedShareBasisPoints: BasisPoints.describe('Maximum unaccounted lead, as a share of the lead available'),
  uncertaintyShareBasisPoints: BasisPoints.describe('Maximum uncertainty of the rate'),
  assumedAssayShareBasisPoints: BasisPoints.describe(
    'Maximum accepted mass with a declared default, as a share of all accepted mass',
  ),
});

export const LEAD_CONTROLS = 'recovery.lead-controls';

/** Schemas of the law of recovery. */
export const LAW_SHAPES = {
  ...{ [LEAD_CONTROLS]: ControlsShape, [STOCK_TOLERANCE]: ToleranceShape, [COUNTED_CONTENT]: CountedContentShape },
  ...ASSAY_SHAPES,
  ...TERM_SHAPES,
  ...EVIDENCE_SHAPES,
  ...UNCERTAINTY_SHAPES,
  ...TARGET_SHAPES,
  ...DIOXIN_SHAPES,
  ...ASSESSMENT_SHAPES,
};
