/** Wire shapes of the evaluation by a method: figures, terms, rows, verdicts and findings. */
import { z } from 'zod';
import type { Codes } from '../../core/messages/field.ts';
import type { Language } from '../../core/messages/language.ts';
import { Id, InstantOut, named, namedCodes } from '../../platform/http/index.ts';
import { COMPARISON, METHOD_EVALUATION } from '../examples.ts';
import { RECORD_TERM_WORDS } from '../fields.ts';
import { FractionOut, toFraction } from '../figure-schemas.ts';
import { divideHalfEven } from '../fraction.ts';
import { toExactGrams, toWholeGrams } from '../lead.ts';
import { TERMS, type Terms } from '../lead-recovery.ts';
import type { Period } from '../periods/period.ts';
import { RecoveryQuery } from '../periods/schemas.ts';
import { FindingsOut, StatusOut, toFindings, toStatus } from '../question/finding-schemas.ts';
import type { ReportedMethod } from '../report/report.ts';
import { AnswerFormat } from '../report/schemas.ts';
import { BudgetOut, toBudget } from '../uncertainty/schemas.ts';
import { type Computed, type ComputedMethod, MISSING, type Shown } from './computed.ts';
import { MASS_TERM_WORDS, MASS_TERMS } from './formulas/mass-term.ts';
import { FIGURE_WORDS } from './registry/method-words.ts';
import { isInForce } from './registry/validity.ts';
import { FigureCode, MethodCode, toTarget, VerdictOut } from './schemas.ts';

export const MethodTermCode = namedCodes(
  'RecoveryMethodTerm',
  'Term of a method: of the lead balance, or of the rates by mass',
  [...TERMS, ...MASS_TERMS],
  { ...RECORD_TERM_WORDS, ...MASS_TERM_WORDS },
);

const MISSING_WORDS: Codes<(typeof MISSING)[number]> = {
  not_in_force: { en: 'the method is not in force', zh: '该方法不在有效期内' },
  lead_not_computable: { en: 'the lead recovery cannot be computed', zh: '铅回收率无法计算' },
  fractions_not_read: { en: 'the fractions of the period are not read', zh: '未读取本期各组分记录' },
  nothing_fed: { en: 'nothing was fed', zh: '无投料' },
  no_slag: { en: 'no slag was discarded, or its lead is not known', zh: '无弃渣，或弃渣含铅量未知' },
};
const MissingCode = namedCodes('RecoveryFigureMissing', 'Reason for which a figure is missing', MISSING, MISSING_WORDS);

/** Returns the words for the reason for which a figure is missing. */
export const missingWord = (code: (typeof MISSING)[number], language: Language): string =>
  MISSING_WORDS[code][language];

export const ComparisonQuery = z.strictObject({ ...RecoveryQuery.shape, format: AnswerFormat });

const FigureOut = named(
  'RecoveryMethodFigure',
  'Figure of a method: exact, with its uncertainty, or the reason for which it is missing.',
  z.object({
    figure: FigureCode.describe('Which figure it is'),
    title: z.string().describe('In the language of the request'),
    value: FractionOut.nullable().describe('The exact figure; null when it is missing'),
    uncertainty: BudgetOut.nullable().describe('Its uncertainty; null when it is missing'),
    missing: MissingCode.nullable().describe('Null for a figure that has a value'),
  }),
);

const ByMethod = z.object({
  method: MethodCode.describe('The method'),
  version: z.int().describe('Grows when figures change'),
  title: z.string().describe('In the language of the request'),
  inForce: z.boolean().describe('True when the method is in force on the last day of the period'),
  validFrom: z.string().describe('First day on which the method is in force'),
  validTo: z.string().nullable().describe('Last day; null without an end'),
  status: StatusOut,
  coverageFactor: z.number().describe('Factor of the expanded uncertainties; 2 stands for about 95 %'),
  figures: z.array(FigureOut).describe('Every figure that the method defines'),
  verdicts: z
    .array(VerdictOut)
    .describe('Verdicts on the targets of the method in force on the last day of the period'),
  findings: FindingsOut,
});

const Asked = z.object({
  partyId: Id.describe('The enterprise'),
  period: z.string().describe('Month, quarter or year of the evaluation'),
  from: InstantOut.describe('First instant of the period'),
  to: InstantOut.describe('First instant after the period'),
  provisional: z.boolean().describe('True while the period is in progress'),
  asOf: InstantOut.describe('Time of the evaluation; what was recorded later is not in it'),
  journalIndex: z.int().describe('Index of the journal up to which everything is in the evaluation'),
});

export const ComparisonResponse = named(
  'RecoveryComparison',
  'All methods side by side, for one organisation and period.',
  Asked.extend({ methods: z.array(ByMethod).describe('Every method, also those that are not in force') }),
  COMPARISON,
);

const TermOut = z.object({
  term: MethodTermCode.describe('Term of the method'),
  massGrams: z.int().describe('Mass of lead or of other matter in the term, whole grams, half to even'),
  massGramsExact: z.string().describe('The same in grams, exact decimal'),
  records: z.int().describe('Number of records behind it'),
});

const ROWS = ['lead', 'acid', 'plastics', 'steel', 'other'] as const;

const RowCode = namedCodes('EuropeanRow', 'Row of the European form for lead-acid batteries', ROWS, {
  lead: { en: 'total lead', zh: '铅合计' },
  acid: { en: 'dry H2SO4', zh: '干基硫酸' },
  plastics: { en: 'plastics', zh: '塑料' },
  steel: { en: 'steel', zh: '钢铁' },
  other: { en: 'other', zh: '其他' },
});

const RowOut = z.object({
  row: RowCode.describe('Row of the European form'),
  inputGrams: z.int().nullable().describe('Mass fed; null where no record has it'),
  outputGrams: z.int().describe('Mass that became material, whole grams, half to even'),
});

export const MethodEvaluationResponse = named(
  'RecoveryMethodEvaluation',
  'Figures of one method for an organisation and a period, with terms, verdicts and findings.',
  Asked.extend(ByMethod.shape).extend({
    source: z.string().describe('Publication that defines or demands the figures, in the language of the request'),
    boundary: z.string().describe('What is inside, and when it counts, in the language of the request'),
    formula: z.string().describe('Formula in the terms of the balance'),
    parameters: z
      .array(z.object({ key: z.string().describe('Key of the law'), value: z.unknown().describe('Value used') }))
      .describe('Dated law that was used, as of the last day of the period'),
    choice: z
      .object({
        leaveOut: z.array(z.string()).describe('Elements left out on both sides'),
        next: z
          .array(
            z.object({
              fraction: z.string().describe('Fraction that a next recycler takes'),
              efficiencyPpm: z.int().describe('Its efficiency there, as the caller states it'),
            }),
          )
          .describe('Efficiencies of the next recycler'),
      })
      .describe('Choices of the question'),
    terms: z.array(TermOut).describe('Terms of the method; open them with GET /v1/recovery/methods/{method}/records'),
    rows: z
      .array(RowOut)
      .nullable()
      .describe('Input and output by the rows of the European form; null for other methods'),
  }),
  METHOD_EVALUATION,
);

export type Question = {
  readonly partyId: string;
  readonly period: Period;
  readonly provisional: boolean;
  readonly asOf: Date;
  readonly journalIndex: number;
  readonly language: Language;
  readonly coverageFactor: number;
};

const toAsked = ({ partyId, period, provisional, asOf, journalIndex }: Question): z.infer<typeof Asked> => ({
  ...{ partyId, period: period.period, from: period.from.toISOString(), to: period.to.toISOString() },
  ...{ provisional, asOf: asOf.toISOString(), journalIndex },
});

type One = ComputedMethod;

export function toByMethod(
  { method, validity, computed }: One,
  { language, period, coverageFactor }: Pick<Question, 'language' | 'period' | 'coverageFactor'>,
): z.infer<typeof ByMethod> {
  return {
    ...{ method: method.id, version: method.version, title: method.title[language] },
    ...{ validFrom: validity.validFrom, validTo: validity.validTo, inForce: isInForce(validity, period.closedOn) },
    ...{ status: toStatus(computed.findings), coverageFactor },
    figures: computed.figures.map((figure) => toFigure(figure, language)),
    verdicts: computed.verdicts.map(({ target, value, verdict, undecided }) => ({
      ...{ ...toTarget(target, language), value: toFraction(value), verdict, undecided },
    })),
    findings: toFindings(computed.findings, language),
  };
}

const toFigure = ({ figure, value, budget, missing }: Shown, language: Language): z.infer<typeof FigureOut> => ({
  ...{ figure, title: FIGURE_WORDS[figure][language], missing },
  ...{ value: toFraction(value), uncertainty: value === null ? null : toBudget(budget) },
});

export const toComparison = (question: Question, methods: readonly One[]): z.infer<typeof ComparisonResponse> => ({
  ...toAsked(question),
  methods: methods.map((one) => toByMethod(one, question)),
});

/** Makes a method of a report from that of an answer. */
export const toReported = (
  { method, version, title, inForce, status, figures, verdicts, findings }: ShownMethod,
  language: Language,
): ReportedMethod => ({
  ...{ method, version, title, inForce, status, verdicts, findings },
  figures: figures.map(({ title: name, value, uncertainty, missing }) => ({
    ...{ title: name, value, uncertainty },
    missing: missing === null ? null : missingWord(missing, language),
  })),
});

type ShownMethod = Omit<ReportedMethod, 'figures'> & {
  readonly figures: readonly (Omit<ReportedMethod['figures'][number], 'missing'> & {
    readonly missing: (typeof MISSING)[number] | null;
  })[];
};

type Detail = {
  readonly terms: Terms;
  readonly leadRecords: readonly { readonly term: string; readonly summed?: number | undefined }[];
  readonly parameters: z.infer<typeof MethodEvaluationResponse>['parameters'];
  readonly choice: z.infer<typeof MethodEvaluationResponse>['choice'];
};

export function toMethodEvaluation(
  question: Question,
  one: One,
  { parameters, choice, ...detail }: Detail,
): z.infer<typeof MethodEvaluationResponse> {
  const { source, boundary, formula } = one.method;
  const { language } = question;
  return {
    ...{ ...toAsked(question), ...toByMethod(one, question) },
    ...{ source: source[language], boundary: boundary[language], formula, parameters, choice },
    terms: toTerms(one.computed, detail),
    rows: one.method.id.startsWith('eu-') ? toRows(one.computed) : null,
  };
}

/** Makes the terms of a method: of the lead balance, or by mass. */
export function toTerms({ mass }: Computed, { terms, leadRecords }: Omit<Detail, 'parameters' | 'choice'>) {
  const counts = mass === null ? countsOf(leadRecords, ({ summed = 1 }) => summed) : countsOf(mass.records, () => 1);
  const shown = (term: z.infer<typeof MethodTermCode>, picograms: bigint) => ({
    ...{ term, massGrams: Number(toWholeGrams(picograms)), massGramsExact: toExactGrams(picograms) },
    records: counts.get(term) ?? 0,
  });
  return mass === null
    ? TERMS.map((term) => shown(term, terms[term]))
    : MASS_TERMS.map((term) => shown(term, mass.sums[term]));
}

function countsOf<Item extends { readonly term: string }>(items: readonly Item[], of: (item: Item) => number) {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item.term, (counts.get(item.term) ?? 0) + of(item));
  return counts;
}

/** Makes the rows of the form. No record has the plastics, steel and other matter of the batteries that were fed. */
function toRows({ mass }: Computed): z.infer<typeof RowOut>[] | null {
  if (mass === null || mass.parts === null) return null;
  const { parts, sums } = mass;
  const grams = (picograms: bigint) => Number(toWholeGrams(picograms));
  const roundedOf = ({ numerator, denominator }: typeof parts.lead) =>
    Number(divideHalfEven(numerator, denominator * 1_000_000_000_000n));
  return [
    { row: 'lead', inputGrams: grams(sums.battery_lead), outputGrams: roundedOf(parts.lead) },
    { row: 'acid', inputGrams: grams(sums.sulphur_fed), outputGrams: roundedOf(parts.acid) },
    { row: 'plastics', inputGrams: null, outputGrams: grams(sums.plastics + sums.separators) },
    { row: 'steel', inputGrams: null, outputGrams: grams(sums.steel) },
    { row: 'other', inputGrams: null, outputGrams: grams(sums.other_fractions) + roundedOf(parts.shared) },
  ];
}
