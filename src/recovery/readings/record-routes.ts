/** HTTP: the records behind the terms of a lead recovery rate. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, httpProblem, pageOf, readCursor, toPage } from '../../platform/http/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { recoveryLawOf } from '../question/law-queries.ts';
import { evaluateAs } from '../question/service.ts';
import { RecoveryRecordResponse, RecoveryRecordsQuery, toRecoveryRecordResponse } from '../schemas.ts';

const PROBLEMS = [
  ['party-missing', { pointer: '#/query/partyId' }],
  'period-in-future',
  ['law-missing', { key: 'recovery.lead-controls' }],
] as const;
const TAGS = ['recovery'];

export const recordRoutes =
  (deps: RequestDeps & { readonly law: () => Promise<LawCache> }): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/recovery/records',
      {
        config: { scope: 'recovery:read', problems: PROBLEMS },
        schema: {
          summary: 'List the records behind the terms of a lead recovery rate',
          description:
            'Every record with its mass, lead content and the journal entries that prove it. The lead of the records of a term, with their signs, adds up to the term.',
          tags: TAGS,
          querystring: RecoveryRecordsQuery,
          response: { 200: pageOf(RecoveryRecordResponse) },
        },
      },
      async (request) => {
        const { term, limit, cursor } = request.query;
        const after = readCursor(cursor, z.string().max(200));
        const { partyId } = request.query;
        const period = periodOf(request.query.period);
        const asOf = deps.clock();
        refuseFuturePeriod(period, asOf);
        const { conditions } = recoveryLawOf(await deps.law(), period);
        const asked = { partyId, period, asOf, conditions };
        const { evaluation } = await evaluateAs(deps, callerOf(request).visibility, asked, async () => undefined);
        const records = evaluation.records.filter((record) => term === undefined || record.term === term);
        const start = after === undefined ? 0 : records.findIndex(({ id }) => id === after) + 1;
        if (after !== undefined && start === 0) throw httpProblem('cursor-invalid', { pointer: '#/query/cursor' });
        return toPage(records.slice(start, start + limit + 1), limit, ({ id }) => id, toRecoveryRecordResponse);
      },
    );
  };
