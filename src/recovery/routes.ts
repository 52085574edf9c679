import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Visibility } from '../core/access/visibility.ts';
import type { RequestDeps } from '../platform/deps.ts';
import type { FileStore } from '../platform/file-store/index.ts';
import { callerOf, languageOf } from '../platform/http/index.ts';
import type { LawCache } from '../platform/law/index.ts';
import { openPrinter } from '../platform/print/index.ts';
import type { RunTask } from '../platform/process/task.ts';
import type { SecondPersonDeps } from '../platform/second-person.ts';
import { assessmentRoutes } from './assessments/routes.ts';
import { dioxinRoutes } from './dioxin/routes.ts';
import type { EvidenceDeps } from './evidence/service.ts';
import { basisOf } from './kept/figure.ts';
import { computeApart, keptFigure } from './kept/service.ts';
import { METHOD } from './lead-recovery.ts';
import { methodRoutes } from './methods/routes.ts';
import { isProvisional, periodOf, refuseFuturePeriod } from './periods/period.ts';
import { RecoveryQuery } from './periods/schemas.ts';
import { recoveryLawOf } from './question/law-queries.ts';
import { evaluateAs, isLargePeriod } from './question/service.ts';
import { largeReadingRoutes } from './readings/large-routes.ts';
import { certifiedReportRoutes } from './report/certified-routes.ts';
import { RecoveryResponse, toRecoveryAnswers } from './schemas.ts';
import { seriesRoutes } from './series/routes.ts';

export type RecoveryDeps = RequestDeps &
  SecondPersonDeps &
  EvidenceDeps & { readonly law: () => Promise<LawCache>; readonly runTask: RunTask; readonly fileStore: FileStore };

const PROBLEMS = [
  ['party-missing', { pointer: '#/query/partyId' }],
  'period-in-future',
  ['law-missing', { key: 'recovery.lead-controls' }],
] as const;
const TAGS = ['recovery'];

export const recoveryRoutes =
  (deps: RecoveryDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const printer = openPrinter();
    http.addHook('onClose', () => printer.close());
    await http.register(methodRoutes(deps));
    await http.register(certifiedReportRoutes({ ...deps, printer }));
    await http.register(largeReadingRoutes({ ...deps, printer }));
    await http.register(
      seriesRoutes({ ...deps, printer, rateOf: (visibility, query) => keptRate(deps, visibility, query) }),
    );
    await http.register(dioxinRoutes(deps));
    await http.register(assessmentRoutes(deps));
    http.get(
      '/recovery',
      {
        config: { scope: 'recovery:read', problems: PROBLEMS },
        schema: {
          summary: 'Read the lead recovery rate of an enterprise in a period, with its terms',
          description:
            'Computed from the records of the period, and kept until the organisation records something or the law changes: `asOf` and `journalIndex` say what had been recorded. Stock counts are held against the books, and open runs count from their feeds and outputs. A period that is in progress is provisional, and a year is the sum of its months. Rates are null while a stock count at either end or a lead content of batteries or products is missing; `findings` says which. Every term can be opened with GET /v1/recovery/records.',
          tags: TAGS,
          querystring: RecoveryQuery,
          response: { 200: RecoveryResponse },
        },
      },
      async (request) => {
        const { answers, computedAt, journalIndex } = await keptRate(deps, callerOf(request).visibility, request.query);
        const answer = answers[languageOf(request.headers['accept-language'])];
        return { ...answer, asOf: computedAt.toISOString(), journalIndex };
      },
    );
  };

type Query = z.infer<typeof RecoveryQuery>;

/** Gives the kept rate of a period, or computes it: a large one in a process of its own. */
async function keptRate(deps: RecoveryDeps, visibility: Visibility, query: Query) {
  const { partyId } = query;
  const period = periodOf(query.period);
  const asOf = deps.clock();
  refuseFuturePeriod(period, asOf);
  const { fingerprint } = await deps.law();
  const isLarge = await isLargePeriod(deps, visibility, { partyId, period });
  const basis = basisOf(METHOD, fingerprint, isProvisional(period, asOf));
  const key = { partyId, name: `${METHOD.id}/${period.period}`, basis };
  return keptFigure<z.infer<typeof RecoveryResponse>>(deps.db, key, async () => {
    if (isLarge) return computeApart(deps, { partyId, period: period.period, asOf });
    const { evaluation, period: asked, ...read } = await evaluateFor(deps, { of: 'all' }, query);
    const answers = toRecoveryAnswers(partyId, asked, evaluation, read);
    return { journalIndex: read.journalIndex, computedAt: read.asOf, answers };
  });
}

async function evaluateFor(deps: RecoveryDeps, visibility: Visibility, query: Query) {
  const period = periodOf(query.period);
  const asOf = deps.clock();
  refuseFuturePeriod(period, asOf);
  const { conditions, uncertainties, targets } = recoveryLawOf(await deps.law(), period);
  const asked = { partyId: query.partyId, period, asOf, conditions: { ...conditions, sums: true } };
  const { provisional, journalIndex, evaluation } = await evaluateAs(deps, visibility, asked, async () => undefined);
  const { controls } = conditions;
  return { provisional, journalIndex, evaluation, period, controls, uncertainties, targets, asOf };
}
