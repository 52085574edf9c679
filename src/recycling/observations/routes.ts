/** HTTP: observed stock counts. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { exampleCodes } from '../../core/example-codes.ts';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { observationDaysIn } from './law-schemas.ts';
import { listObservations, readObservation } from './queries.ts';
import {
  ObservationListQuery,
  ObserveStockRequest,
  StockObservationResponse,
  toObservationResponse,
} from './schemas.ts';
import { observeStock } from './service.ts';

const TAGS = ['recycling'];
const READING = { scope: 'recycling:read', personal: 'holding' } as const;
const PROBLEMS = [
  'stock-count-missing',
  ['code-unknown', { value: 'cells', allowed: exampleCodes('stock-items'), pointer: '#/body/lines/0/item' }],
  ...['stock-observation-too-far', 'stock-observation-in-future'],
  ...['stock-observation-exists', 'stock-observation-not-its-correction'],
  ['law-missing', { key: 'recycling.stock-observation' }],
] as const;

export const observationRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/stock-counts/:id/observations',
      {
        config: {
          ...{ scope: 'stock:observe', personal: 'holding', creates: '/stock-observations/:id' },
          problems: PROBLEMS,
        },
        schema: {
          summary: 'Record what an authority saw for a stock count, or correct it',
          description:
            'The authority was on the site on the day of the count, or at most the days of law `recycling.stock-observation` from it (none from 2026 on), and states the mass of each item that it saw. It holds for the site and the day, so a corrected count is compared with it again. A mass beyond the tolerance of the count blocks the recovery rate. In periods that end in 2026 or later, closing stock that was not observed counts among what the enterprise could move. A correction names the observation that it replaces; without items it withdraws it.',
          tags: TAGS,
          params: IdParams,
          body: ObserveStockRequest,
          response: { 201: StockObservationResponse },
        },
      },
      async (request, reply) => {
        const law = await deps.law();
        const rules = await readRules(deps);
        const daysOn = (day: string) => observationDaysIn(law, day);
        const by = { actor: callerOf(request).actor, rules, daysOn };
        const command = { ...by, countId: request.params.id, draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          toObservationResponse(await observeStock(tx, deps, command)),
        );
      },
    );

    http.get(
      '/stock-observations',
      {
        config: READING,
        schema: {
          summary: 'List observed stock counts, corrected observations included',
          description:
            'What authorities saw for stock counts, oldest first, narrowed by site, count or day. The one that none replaces is valid. The organisation sees those of its own sites.',
          tags: TAGS,
          querystring: ObservationListQuery,
          response: { 200: pageOf(StockObservationResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => listObservations(db, callerOf(request).visibility, request.query)),
    );

    http.get(
      '/stock-observations/:id',
      {
        config: { ...READING, problems: ['stock-observation-missing'] },
        schema: {
          summary: 'Read the observation of a stock count',
          description:
            'One observation with the masses that the authority saw. A corrected one stays as it was recorded: the correction names it in `replacesId`.',
          tags: TAGS,
          params: IdParams,
          response: { 200: StockObservationResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          readObservation(db, callerOf(request).visibility, request.params.id),
        ),
    );
  };
