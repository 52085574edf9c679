/** Readings of all records of a period. A process of its own answers those of a large period. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type ApartDeps, answerApart, callerOf } from '../../platform/http/index.ts';
import { periodOf, refuseFuturePeriod } from '../periods/period.ts';
import { RecoveryQuery } from '../periods/schemas.ts';
import { isLargePeriod } from '../question/service.ts';
import { type ReadingDeps, readingRoutes } from './reading-routes.ts';

const ROUTES = { module: new URL('./reading-routes.ts', import.meta.url), name: readingRoutes.name };
const Question = RecoveryQuery.strip();

export const largeReadingRoutes =
  (deps: ReadingDeps & ApartDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.addHook('preHandler', async (request, reply) => {
      const { partyId, period: text } = Question.parse(request.query);
      const period = periodOf(text);
      refuseFuturePeriod(period, deps.clock());
      if (!(await isLargePeriod(deps, callerOf(request).visibility, { partyId, period }))) return;
      return answerApart(deps, { request, reply }, ROUTES);
    });
    await http.register(readingRoutes(deps));
  };
