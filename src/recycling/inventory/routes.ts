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

const SUPPLY_PROBLEMS = [
  'site-missing',
  'site-not-recycler',
  'party-not-active',
  'law-missing',
  'code-unknown',
  'supply-assay-missing',
  'instant-in-future',
];
const ASSAY_PROBLEMS = [
  'batch-missing',
  'party-missing',
  'assay-missing',
  'assay-exists',
  'assay-not-its-correction',
  'instant-in-future',
  'law-missing',
];
const DISPOSITION_PROBLEMS = [
  'batch-missing',
  'batch-mass-exceeded',
  'batch-instant-early',
  'disposition-not-for-kind',
  'instant-in-future',
  'party-not-active',
  'law-missing',
];
const COUNT_PROBLEMS = [
  'site-missing',
  'site-not-recycler',
  'party-not-active',
  'law-missing',
  'code-unknown',
  'stock-count-exists',
  'stock-count-missing',
  'stock-count-not-its-correction',
  'stock-count-in-future',
];

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
        config: {
          scope: 'recycling:write',
          problems: SUPPLY_PROBLEMS,
        },
        schema: {
          summary: 'Record bought feed or reagents',
          description:
            'Creates a batch of bought feed on an own recycling site. Lead-bearing kinds need an assay, because their lead counts in the recovery rate.',
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
        config: {
          scope: 'recycling:write',
          problems: ASSAY_PROBLEMS,
        },
        schema: {
          summary: 'Record an assay of lead, or correct one',
          description:
            'The lead content of a batch, of the deliveries of a supplier, or of all batteries. Recovery rates use the most exact one. A correction names the assay that it replaces and has the same subject.',
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
        config: {
          scope: 'recycling:write',
          problems: DISPOSITION_PROBLEMS,
        },
        schema: {
          summary: 'Record a sale, use or disposal of mass of a product, by-product or residue',
          description:
            'Takes the mass out of the batch and out of the books. Lead in a use counts as recovered only with the confirmation of the receiver.',
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
        config: {
          scope: 'recycling:write',
          personal: 'holding',
          problems: COUNT_PROBLEMS,
        },
        schema: {
          summary: 'Record a stock count at the end of a day, or correct one',
          description:
            'The counted stock of a site at the end of a day. A recovery rate needs the counts of the last day before its period and of its last day. A correction names the count that it replaces.',
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
        config: {
          scope: 'recycling:write',
          problems: ['site-missing', 'site-not-recycler', 'party-not-active', 'law-missing', 'instant-in-future'],
        },
        schema: {
          summary: 'Record lead emitted to air or water',
          description: 'Lead that left a recycling site in a measured interval; it counts as a known loss.',
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
      const description = 'Oldest first. Records that were corrected are listed too, and `replacesId` names them.';
      const schema = { summary, description, tags: TAGS, querystring: query, response: { 200: pageOf(item) } };
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
