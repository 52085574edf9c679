/** Routes that read all records of a period: its records, its methods, its fractions and its report. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { fractionRoutes } from '../fractions/routes.ts';
import { methodEvaluationRoutes } from '../methods/evaluation-routes.ts';
import { reportRoutes } from '../report/routes.ts';
import { recordRoutes } from './record-routes.ts';

export type ReadingDeps = Parameters<typeof methodEvaluationRoutes>[0];

export const readingRoutes =
  (deps: ReadingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(recordRoutes(deps));
    await http.register(methodEvaluationRoutes(deps));
    await http.register(reportRoutes(deps));
    await http.register(fractionRoutes(deps));
  };
