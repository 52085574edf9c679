/** Wire shapes of the uncertainty of rates. */
import { z } from 'zod';
import { Id, named, namedCodes } from '../../platform/http/index.ts';
import type { Evaluation } from '../evaluation.ts';
import type { RateName } from '../lead-recovery.ts';
import { type Budget, budgetOf, type Contribution } from './budget.ts';
import { SCALES, type Uncertainties } from './uncertainty.ts';

/** Contributions that an answer names; all others are smaller. */
const NAMED = 3;

const ScaleCode = namedCodes('Scale', 'Way in which a mass was found', SCALES, {
  gate: { en: 'weighbridge at the gate', zh: '进出厂地磅' },
  line: { en: 'scale of the production line', zh: '生产线计量' },
  count: { en: 'stock count', zh: '盘点估量' },
  monitor: { en: 'monitoring of air and water', zh: '废气废水监测' },
});

const ContributionOut = named(
  'UncertaintyContribution',
  'Source of uncertainty that records share, with its part in the variance of the rate.',
  z.object({
    kind: z
      .enum(['assay', 'count', 'scale', 'assumption'])
      .describe(
        'assay: a content by an assay; count: one declared with a stock count; scale: the weighing; assumption: a share that was assumed',
      ),
    assayId: Id.nullable().describe('The assay; null for another kind'),
    subject: z
      .string()
      .nullable()
      .describe(
        'Subject of the stock count in the journal; what a share was assumed of: water, sulphur or a material; null for another kind',
      ),
    scale: ScaleCode.nullable().describe('Null for another kind'),
    sharePercent: z.string().describe('Part in the variance, per cent, to 0.1'),
  }),
);

export const BudgetOut = named(
  'UncertaintyBudget',
  'Uncertainty of a rate by the GUM (JCGM 100, JJF 1059.1), in percentage points.',
  z.object({
    standardPoints: z.string().describe('Combined standard uncertainty, percentage points, to 0.0001'),
    expandedPoints: z
      .string()
      .describe('Expanded uncertainty, percentage points, to 0.01: the standard one times `coverageFactor`'),
    largest: z.array(ContributionOut).max(NAMED).describe('The largest contributions, the largest first'),
  }),
);

export const UncertaintyOut = z
  .object({
    coverageFactor: z.number().describe('Factor of the expanded uncertainty; 2 stands for about 95 %'),
    headline: BudgetOut.nullable().describe('Uncertainty of the rate `headline`'),
    productsOnly: BudgetOut.nullable().describe('Uncertainty of the rate `productsOnly`'),
    conservative: BudgetOut.nullable().describe('Uncertainty of the rate `conservative`'),
    unaccountedShare: BudgetOut.nullable().describe('Uncertainty of `unaccountedShare`'),
    batteryShare: BudgetOut.nullable().describe('Uncertainty of `batteryShare`'),
    indirect: BudgetOut.nullable().describe('Uncertainty of `indirect`'),
  })
  .nullable()
  .describe(
    'Uncertainty of each rate, from its assays, scales and counts (law recovery.uncertainties); null without rates',
  );

export function toUncertainty(
  { records, terms, rates }: Evaluation,
  law: Uncertainties,
): z.infer<typeof UncertaintyOut> {
  if (rates === null) return null;
  const of = (rate: RateName) => toBudget(budgetOf(rate, records, terms, law));
  return {
    coverageFactor: law.coverageFactor,
    headline: of('headline'),
    productsOnly: of('productsOnly'),
    conservative: of('conservative'),
    unaccountedShare: of('unaccountedShare'),
    batteryShare: of('batteryShare'),
    indirect: of('indirect'),
  };
}

export const toBudget = (budget: Budget | null): z.infer<typeof BudgetOut> | null =>
  budget && {
    standardPoints: (100 * budget.standard).toFixed(4),
    expandedPoints: (100 * budget.expanded).toFixed(2),
    largest: budget.contributions.slice(0, NAMED).map(toContribution),
  };

const toContribution = ({ source, share }: Contribution): z.infer<typeof ContributionOut> => ({
  kind: source.kind,
  assayId: source.kind === 'assay' ? source.assayId : null,
  subject: source.kind === 'count' || source.kind === 'assumption' ? source.subject : null,
  scale: source.kind === 'scale' ? source.scale : null,
  sharePercent: (100 * share).toFixed(1),
});
