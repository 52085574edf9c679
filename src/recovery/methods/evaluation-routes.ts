/** Routes: the evaluation by a method, its records, and all methods side by side. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, httpProblem, languageOf, pageOf, readCursor, toPage } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { fractionLawIn } from '../fractions/law-queries.ts';
import { readFractions } from '../fractions/service.ts';
import type { LeadRecord } from '../lead-records.ts';
import { TERMS } from '../lead-recovery.ts';
import { periodOf, refuseFuturePeriod } from '../periods/period.ts';
import type { RecoveryQuery } from '../periods/schemas.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { evaluateAs } from '../question/service.ts';
import { CONTENT_TYPES, FILE_PROBLEMS, type FileDeps, sendFile, writeFile } from '../report/file-service.ts';
import { choiceOf, defaultChoice } from './choice.ts';
import { comparisonSheets } from './comparison.ts';
import { computeMethod, computeMethods, type Fractions, isMassMethod } from './computed.ts';
import {
  ComparisonQuery,
  ComparisonResponse,
  MethodEvaluationResponse,
  missingWord,
  toComparison,
  toMethodEvaluation,
} from './evaluation-schemas.ts';
import { methodLawOn } from './law-queries.ts';
import {
  MethodParams,
  MethodQuery,
  MethodRecordResponse,
  MethodRecordsQuery,
  positionOf,
  type ShownRecord,
  shownLead,
  toElements,
  toMethodRecord,
  toNextSteps,
} from './question-schemas.ts';
import { methodOf } from './registry/registry.ts';
import { requireInForce, validityOf } from './registry/validity.ts';

type MethodDeps = RequestDeps & { readonly law: () => Promise<LawCache> } & FileDeps;

const PROBLEMS = [
  ['party-missing', { pointer: '#/query/partyId' }],
  'period-in-future',
  ['law-missing', { key: 'recovery.method-validity' }],
] as const;
const OWN_PROBLEMS = [
  'method-not-in-force',
  'choice-of-other-method',
  'element-must-count',
  'element-mass-unknown',
] as const;
const TAGS = ['recovery'];

const comparisonRoutes =
  (deps: MethodDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/recovery/comparison',
      {
        config: { scope: 'recovery:read', problems: [...PROBLEMS, ...FILE_PROBLEMS] },
        schema: {
          summary: 'Compare all methods of recovery rates for an enterprise and a period',
          description:
            'Every method of GET /v1/recovery/methods on one snapshot of the same records: figures with their uncertainty, verdicts, or the reason for which a figure is missing. Definitions of 综合回收率 and 铅回收率 differ by 17 to 27 percentage points, so figures of two methods must not be held against each other’s targets. `format=xlsx` gives a workbook.',
          tags: TAGS,
          produces: ['application/json', CONTENT_TYPES.xlsx],
          querystring: ComparisonQuery,
          response: { 200: ComparisonResponse },
        },
      },
      async (request, reply) => {
        const { format, ...query } = request.query;
        const { basis, law, question } = await ask(deps, callerOf(request).visibility, query);
        const language = languageOf(request.headers['accept-language']);
        const answer = toComparison({ ...question, language }, computeMethods(basis, law));
        if (format === 'json') return answer;
        const sheets = comparisonSheets(answer.methods, (code) => missingWord(code, language), language);
        const bytes = await writeFile(deps, sheets);
        return sendFile(reply, { name: `comparison-${query.period}`, format }, bytes);
      },
    );
  };

export const methodEvaluationRoutes =
  (deps: MethodDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(comparisonRoutes(deps));
    http.get(
      '/recovery/methods/:method/evaluation',
      {
        config: { scope: 'recovery:read', problems: [...PROBLEMS, ...OWN_PROBLEMS] },
        schema: {
          summary: 'Evaluate an enterprise by one method, with terms, verdicts and the law used',
          description:
            'Figures are exact fractions; verdicts compare them before rounding, within the expanded uncertainty. Every term opens with GET /v1/recovery/methods/{method}/records. A method that is not in force on the last day of the period is refused.',
          tags: TAGS,
          params: MethodParams,
          querystring: MethodQuery,
          response: { 200: MethodEvaluationResponse },
        },
      },
      async (request) => {
        const { leaveOut, next, ...query } = request.query;
        const method = methodOf(request.params.method);
        const byMass = isMassMethod(method.id);
        const read = { fractions: byMass, sums: !byMass };
        const { basis, law, question } = await ask(deps, callerOf(request).visibility, query, read);
        requireInForce(method.id, law.validities, basis.period);
        const chosen = { leaveOut: toElements(leaveOut), next: toNextSteps(next) };
        const choice = choiceOf({ method: method.id, ...chosen }, law);
        const cache = await deps.law();
        const { records, terms } = basis.evaluation;
        return toMethodEvaluation(
          { ...question, language: languageOf(request.headers['accept-language']) },
          {
            ...{ method, validity: validityOf(method.id, law.validities) },
            computed: computeMethod(method, { ...basis, choice }),
          },
          {
            ...{ terms, leadRecords: records },
            parameters: method.parameters.map((key) => ({ key, value: cache.find(key, law.on, z.unknown()) ?? null })),
            choice: {
              leaveOut: chosen.leaveOut,
              next: Object.entries(chosen.next).map(([fraction, efficiencyPpm]) => ({ fraction, efficiencyPpm })),
            },
          },
        );
      },
    );

    http.get(
      '/recovery/methods/:method/records',
      {
        config: { scope: 'recovery:read', problems: [...PROBLEMS, 'method-not-in-force'] },
        schema: {
          summary: 'List the records behind the terms of a method',
          description:
            'Every record with its mass in the term, the share by which it counts, and the journal entries that prove it. The counted masses of the records of a term add up to the term.',
          tags: TAGS,
          params: MethodParams,
          querystring: MethodRecordsQuery,
          response: { 200: pageOf(MethodRecordResponse) },
        },
      },
      async (request) => {
        const { term, limit, cursor, ...query } = request.query;
        const after = readCursor(cursor, z.string().max(300));
        const method = methodOf(request.params.method);
        const read = { fractions: isMassMethod(method.id), sums: false };
        const { basis, law } = await ask(deps, callerOf(request).visibility, query, read);
        requireInForce(method.id, law.validities, basis.period);
        const { mass } = computeMethod(method, { ...basis, choice: defaultChoice(law) });
        const all: readonly ShownRecord[] = mass?.records ?? basis.evaluation.records.filter(isOfTerm).map(shownLead);
        const records = all.filter((record) => term === undefined || record.term === term);
        const start = after === undefined ? 0 : records.findIndex((record) => positionOf(record) === after) + 1;
        if (after !== undefined && start === 0) throw httpProblem('cursor-invalid', { pointer: '#/query/cursor' });
        return toPage(records.slice(start, start + limit + 1), limit, positionOf, toMethodRecord);
      },
    );
  };

const isOfTerm = (record: LeadRecord): record is LeadRecord & { readonly term: (typeof TERMS)[number] } =>
  TERMS.some((term) => term === record.term);

/** Records to read: those of fractions, which methods of lead do not need; those of lead one by one, or the sums that give the same figures. */
type Read = { readonly fractions: boolean; readonly sums: boolean };
const ALL: Read = { fractions: true, sums: false };

/** Reads everything that the methods compute from, on one snapshot. */
async function ask(
  deps: MethodDeps,
  visibility: Visibility,
  query: z.infer<typeof RecoveryQuery>,
  { fractions: withFractions, sums } = ALL,
) {
  const { partyId } = query;
  const period = periodOf(query.period);
  const asOf = deps.clock();
  refuseFuturePeriod(period, asOf);
  const cache = await deps.law();
  const law = methodLawOn(cache, period.closedOn);
  const { conditions, uncertainties } = recoveryLawOf(cache, period);
  const asked = { partyId, period, asOf, conditions: { ...conditions, sums } };
  const fractionLaw = fractionLawIn(cache, period);
  const {
    evaluation,
    provisional,
    journalIndex,
    more: read,
  } = await evaluateAs(deps, visibility, asked, async (tx, { evaluation: { records: leadRecords } }) =>
    withFractions ? readFractions(tx, partyId, period, { law: fractionLaw, leadRecords }) : null,
  );
  const fractions = read && booksOf(read);
  return {
    law,
    basis: { ...{ period, evaluation, fractions, uncertainties }, targets: law.targets },
    question: { ...{ partyId, period, provisional, asOf, journalIndex }, coverageFactor: uncertainties.coverageFactor },
  };
}

const booksOf = ({ records, ...read }: Awaited<ReturnType<typeof readFractions>>): Fractions => ({
  ...read,
  fractions: records,
});
