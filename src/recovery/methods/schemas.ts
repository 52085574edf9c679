/** Wire shapes of methods, targets and verdicts. */
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { Day, named, namedCodes } from '../../platform/http/index.ts';
import type { Evaluation } from '../evaluation.ts';
import { METHODS_EXAMPLE } from '../examples.ts';
import { FractionOut, toFraction } from '../figure-schemas.ts';
import { decimalOf } from '../fraction.ts';
import { budgetOf } from '../uncertainty/budget.ts';
import type { Uncertainties } from '../uncertainty/uncertainty.ts';
import type { Method } from './registry/method.ts';
import { FIGURE_WORDS, METHOD_IDS, METHOD_WORDS, type MethodId } from './registry/method-words.ts';
import { isInForce, type Validity, validityOf } from './registry/validity.ts';
import {
  COMPARISONS,
  FIGURES,
  LEAD_FIGURES,
  measuredOf,
  slagLeadOf,
  type Target,
  UNDECIDED,
  VERDICTS,
  verdictOn,
} from './verdict.ts';

export const FigureCode = namedCodes(
  'RecoveryFigure',
  'Figure that a method defines and a target limits',
  FIGURES,
  FIGURE_WORDS,
);

export const MethodCode = namedCodes(
  'RecoveryMethodId',
  'Method of a recovery rate, of GET /v1/recovery/methods',
  METHOD_IDS,
  METHOD_WORDS,
);

const ComparisonCode = namedCodes('TargetComparison', 'Way in which a figure keeps a target', COMPARISONS, {
  at_least: { en: 'at least the limit', zh: '不低于限值' },
  below: { en: 'below the limit', zh: '低于限值' },
});

const VerdictCode = namedCodes('RecoveryVerdict', 'Verdict on a target', VERDICTS, {
  pass: { en: 'kept', zh: '符合' },
  fail: { en: 'missed', zh: '不符合' },
  not_decidable: { en: 'cannot be decided', zh: '无法判定' },
});

const UndecidedCode = namedCodes('RecoveryUndecided', 'Reason for which a target cannot be decided', UNDECIDED, {
  blocked: { en: 'a finding blocks the rate', zh: '存在阻断事项' },
  no_figure: { en: 'the figure cannot be computed', zh: '该指标无法计算' },
  within_uncertainty: { en: 'the limit lies within the expanded uncertainty', zh: '限值在扩展不确定度范围之内' },
});

const TargetOut = named(
  'RecoveryTarget',
  'Limit of a figure, in force on a day (law recovery.targets).',
  z.object({
    code: z.string().describe('Entry of the law recovery.targets, such as industry-lead-2016'),
    title: z.string().describe('In the language of the request'),
    method: z.string().describe('Method that defines the figure'),
    figure: FigureCode.describe('The figure that it limits'),
    comparison: ComparisonCode.describe('How the figure is compared, before it is rounded'),
    limitPercent: z.string().describe('The limit, per cent'),
  }),
);

export const VerdictOut = named(
  'RecoveryVerdictOnTarget',
  'Verdict on a target: the exact figure with its expanded uncertainty against the limit.',
  TargetOut.extend({
    value: FractionOut.nullable().describe('The figure; null when it cannot be computed'),
    verdict: VerdictCode.describe('Whether the figure keeps the target'),
    undecided: UndecidedCode.nullable().describe('Null for a target that is decided'),
  }),
);

export const MethodListQuery = z.strictObject({
  on: Day.optional().describe('Day of which the targets are shown; today if left out'),
});

export const MethodListResponse = named(
  'RecoveryMethods',
  'Methods of recovery rates that this service computes, with the targets of a day.',
  z.object({
    items: z
      .array(
        z.object({
          id: z.string().describe('Name of the method'),
          version: z.int().describe('Grows when figures change'),
          title: z.string().describe('In the language of the request'),
          source: z
            .string()
            .describe('Publication that defines or demands the figures, in the language of the request'),
          boundary: z.string().describe('What is inside, and when it counts, in the language of the request'),
          formula: z.string().describe('Formula in the terms of the balance'),
          figures: z.array(FigureCode).describe('Figures that the method defines'),
          parameters: z.array(z.string()).describe('Keys of the dated law that the method reads'),
          validFrom: z.string().describe('First day on which the method is in force (law recovery.method-validity)'),
          validTo: z.string().nullable().describe('Last day; null without an end'),
          inForce: z.boolean().describe('True when the method is in force on that day'),
          targets: z.array(TargetOut).describe('Limits of its figures on that day'),
        }),
      )
      .describe('Every method'),
  }),
  METHODS_EXAMPLE,
);

export const toTarget = (target: Target, language: Language): z.infer<typeof TargetOut> => {
  const { code, method, figure, comparison, limitBasisPoints } = target;
  const limitPercent = decimalOf({ numerator: BigInt(limitBasisPoints), denominator: 100n }, 2);
  return { code, title: target[language], method, figure, comparison, limitPercent };
};

type MethodLaw = {
  readonly on: string;
  readonly targets: readonly Target[];
  readonly validities: readonly Validity[];
};

function toValidity(id: MethodId, validities: readonly Validity[], on: string) {
  const validity = validityOf(id, validities);
  return { validFrom: validity.validFrom, validTo: validity.validTo, inForce: isInForce(validity, on) };
}

export const toMethods = (
  methods: readonly Method[],
  { on, targets, validities }: MethodLaw,
  language: Language,
): z.infer<typeof MethodListResponse> => ({
  items: methods.map(({ id, version, title, source, boundary, formula, figures, parameters }) => ({
    ...{ id, version, title: title[language], source: source[language], boundary: boundary[language], formula },
    ...{ figures: [...figures], parameters: [...parameters], ...toValidity(id, validities, on) },
    targets: targets.filter(({ method }) => method === id).map((target) => toTarget(target, language)),
  })),
});

type Judging = {
  readonly targets: readonly Target[];
  readonly uncertainties: Uncertainties;
  readonly language: Language;
};

/** Makes the verdicts on all targets of the period. */
export function toVerdicts(
  { records, terms, rates, findings }: Evaluation,
  { targets, uncertainties, language }: Judging,
): z.infer<typeof VerdictOut>[] {
  const known = {
    ...{ rates, slagLead: slagLeadOf(records, uncertainties) },
    budgets: (rate: 'headline' | 'productsOnly' | 'conservative') => budgetOf(rate, records, terms, uncertainties),
  };
  return targets.flatMap((target) => {
    const figure = LEAD_FIGURES.find((one) => one === target.figure);
    if (figure === undefined) return [];
    const { value, verdict, undecided } = verdictOn(target, measuredOf(figure, known), findings);
    return { ...toTarget(target, language), value: toFraction(value), verdict, undecided };
  });
}
