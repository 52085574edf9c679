/** HTTP: many assays, analyses, dispositions or confirmations of use in one request, each row with its own result. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toGrams } from '../../core/mass.ts';
import { acceptLines, recordRows } from '../../platform/bulk/index.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import { BULK_BODY_LIMIT, callerOf } from '../../platform/http/index.ts';
import { toAnalysisResponse } from '../analyses/schemas.ts';
import { recordAnalysis } from '../analyses/service.ts';
import { toAssayResponse } from '../assays/schemas.ts';
import { recordAssay } from '../assays/service.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { toConfirmedUseResponse } from '../uses/schemas.ts';
import { confirmUse } from '../uses/service.ts';
import {
  ANALYSIS_ROW,
  ASSAY_ROW,
  BulkAnalysesRequest,
  BulkAnalysesResponse,
  BulkAssaysRequest,
  BulkAssaysResponse,
  BulkDispositionsRequest,
  BulkDispositionsResponse,
  BulkUsesRequest,
  BulkUsesResponse,
  DISPOSITION_ROW,
  USE_ROW,
} from './bulk-schemas.ts';
import { toDispositionResponse } from './schemas.ts';
import { disposeOf } from './service.ts';

const TAGS = ['recycling'];
const EACH =
  'Every row is recorded in a transaction of its own: a refused row does not stop the others. Repeated after a failure, the request records only the missing rows.';

export const bulkRoutes =
  (deps: RecyclingDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    acceptLines(http);
    await http.register(sampleRoutes(deps));
    await http.register(useRoutes(deps));
  };

const sampleRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/assays/bulk',
      {
        config: { scope: 'recycling:write' },
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Record up to 1 000 assays of lead, each with its own result',
          description: `A JSON array or NDJSON of rows \`{ "idempotencyKey"?, "assay": { … } }\`, each assay as in POST /v1/assays. ${EACH}`,
          tags: TAGS,
          body: BulkAssaysRequest,
          response: { 200: BulkAssaysResponse },
        },
      },
      async (request) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return recordRows(deps, request, {
          ...{ rows: request.body, form: ASSAY_ROW },
          work: async (tx, { body: draft }) => toAssayResponse(await recordAssay(tx, deps, { ...by, draft })),
        });
      },
    );

    http.post(
      '/analyses/bulk',
      {
        config: { scope: 'recycling:write' },
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Record up to 1 000 analyses, each with its own result',
          description: `A JSON array or NDJSON of rows \`{ "idempotencyKey"?, "analysis": { … } }\`, each analysis as in POST /v1/analyses. ${EACH}`,
          tags: TAGS,
          body: BulkAnalysesRequest,
          response: { 200: BulkAnalysesResponse },
        },
      },
      async (request) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return recordRows(deps, request, {
          ...{ rows: request.body, form: ANALYSIS_ROW },
          work: async (tx, { body: draft }) => toAnalysisResponse(await recordAnalysis(tx, deps, { ...by, draft })),
        });
      },
    );
  };

const useRoutes =
  (deps: RecyclingDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/dispositions/bulk',
      {
        config: { scope: 'recycling:write' },
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Record up to 1 000 sales, uses and disposals, each with its own result',
          description: `A JSON array or NDJSON of rows \`{ "idempotencyKey"?, "batchId", "disposition": { … } }\`, each disposition as in POST /v1/batches/{id}/dispositions. ${EACH}`,
          tags: TAGS,
          body: BulkDispositionsRequest,
          response: { 200: BulkDispositionsResponse },
        },
      },
      async (request) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return recordRows(deps, request, {
          ...{ rows: request.body, form: DISPOSITION_ROW },
          work: async (tx, { body, more: { batchId } }) => {
            const { use = null, receiverId = null, massGrams } = body;
            const draft = { ...body, use, receiverId, massGrams: toGrams(massGrams), batchId };
            return toDispositionResponse({ ...(await disposeOf(tx, deps, { ...by, draft })), corrections: 0 });
          },
        });
      },
    );

    http.post(
      '/use-confirmations/bulk',
      {
        config: { scope: 'recycling:write', personal: 'holding' },
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Record up to 1 000 confirmations of use, each with its own result',
          description: `A JSON array or NDJSON of rows \`{ "idempotencyKey"?, "dispositionId", "confirmation": { … } }\`, each confirmation as in POST /v1/dispositions/{id}/confirmations. ${EACH}`,
          tags: TAGS,
          body: BulkUsesRequest,
          response: { 200: BulkUsesResponse },
        },
      },
      async (request) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        return recordRows(deps, request, {
          ...{ rows: request.body, form: USE_ROW },
          work: async (tx, { body: draft, more: { dispositionId } }) =>
            toConfirmedUseResponse(await confirmUse(tx, deps, { ...by, dispositionId, draft })),
        });
      },
    );
  };
