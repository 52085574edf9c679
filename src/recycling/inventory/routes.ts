import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Visibility } from '../../core/access/visibility.ts';
import { toGrams } from '../../core/mass.ts';
import type { Reader } from '../../platform/database/db.ts';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, type Page, type PageQuery, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { AssayResponse, RecordAssayRequest, toAssayResponse } from '../assays/schemas.ts';
import { recordAssay } from '../assays/service.ts';
import { listAssays, listDispositions, listEmissions, listStockCounts, listSupplies } from '../queries.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { runRoutes } from '../runs/routes.ts';
import {
  BatchListQuery,
  CountStockRequest,
  DisposeRequest,
  DispositionResponse,
  EmissionResponse,
  RecordEmissionRequest,
  RecordSupplyRequest,
  SiteListQuery,
  StockCountListQuery,
  StockCountResponse,
  SupplyResponse,
  toDispositionResponse,
  toEmissionResponse,
  toStockCountResponse,
  toSupplyResponse,
} from './schemas.ts';
import { countStock, disposeOf, recordEmission, recordSupply } from './service.ts';

const TAGS = ['recycling'];

export const recyclingRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(runRoutes(deps));
    await http.register(materialRoutes(deps));
    await http.register(statementRoutes(deps));
    await http.register(readingRoutes(deps));
  };

/** Supplies, assays and dispositions. */
const materialRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/supplies',
      {
        config: { scope: 'recycling:write' },
        schema: {
          summary: 'Record bought feed or reagents',
          tags: TAGS,
          body: RecordSupplyRequest,
          response: { 201: SupplyResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        const draft = { ...request.body, massGrams: toGrams(request.body.massGrams) };
        return once(deps, request, reply.status(201), async (tx) =>
          toSupplyResponse(await recordSupply(tx, deps, { ...by, draft })),
        );
      },
    );

    http.post(
      '/assays',
      {
        config: { scope: 'recycling:write' },
        schema: {
          summary: 'Record an assay of lead, or correct one',
          tags: TAGS,
          body: RecordAssayRequest,
          response: { 201: AssayResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, rules: await readRules(deps), draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          toAssayResponse(await recordAssay(tx, deps, command)),
        );
      },
    );

    http.post(
      '/batches/:id/dispositions',
      {
        config: { scope: 'recycling:write' },
        schema: {
          summary: 'Record a sale, use or disposal of mass of a product, by-product or residue',
          tags: TAGS,
          params: IdParams,
          body: DisposeRequest,
          response: { 201: DispositionResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        const draft = { ...request.body, batchId: request.params.id, massGrams: toGrams(request.body.massGrams) };
        return once(deps, request, reply.status(201), async (tx) =>
          toDispositionResponse(await disposeOf(tx, deps, { ...by, draft })),
        );
      },
    );
  };

/** Statements of a recycler about its site: stock counts and emissions. */
const statementRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/stock-counts',
      {
        config: { scope: 'recycling:write', personal: 'holding' },
        schema: {
          summary: 'Record a stock count at the end of a day, or correct one',
          tags: TAGS,
          body: CountStockRequest,
          response: { 201: StockCountResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, rules: await readRules(deps), draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          toStockCountResponse(await countStock(tx, deps, command)),
        );
      },
    );

    http.post(
      '/emissions',
      {
        config: { scope: 'recycling:write' },
        schema: {
          summary: 'Record lead emitted to air or water',
          tags: TAGS,
          body: RecordEmissionRequest,
          response: { 201: EmissionResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, rules: await readRules(deps), draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          toEmissionResponse(await recordEmission(tx, deps, command)),
        );
      },
    );
  };

const readingRoutes =
  (deps: RecyclingDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const list = <Query extends typeof PageQuery, Item extends z.ZodType>(
      [path, summary]: readonly [string, string],
      [query, item]: readonly [Query, Item],
      read: (db: Reader, visibility: Visibility, query: z.infer<Query>) => Promise<Page<z.infer<Item>>>,
    ): void => {
      const schema = { summary, tags: TAGS, querystring: query, response: { 200: pageOf(item) } };
      http.get(path, { config: { scope: 'recycling:read', personal: 'holding' }, schema }, (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          read(db, callerOf(request).visibility, query.parse(request.query) as z.infer<Query>),
        ),
      );
    };
    list(['/supplies', 'List bought feed'], [SiteListQuery, SupplyResponse], listSupplies);
    list(['/assays', 'List assays, corrected ones included'], [BatchListQuery, AssayResponse], listAssays);
    list(['/dispositions', 'List sales, uses and disposals'], [BatchListQuery, DispositionResponse], listDispositions);
    list(['/stock-counts', 'List stock counts'], [StockCountListQuery, StockCountResponse], listStockCounts);
    list(['/emissions', 'List emissions of lead'], [SiteListQuery, EmissionResponse], listEmissions);
  };
