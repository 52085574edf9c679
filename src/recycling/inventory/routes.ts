import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { JudgingDeps } from '../../batches/index.ts';
import { exampleCodes } from '../../core/example-codes.ts';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { toGrams } from '../../core/mass.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import { adjustmentRoutes } from '../adjustments/routes.ts';
import { AssayResponse, RecordAssayRequest, toAssayResponse } from '../assays/schemas.ts';
import { recordAssay } from '../assays/service.ts';
import { certificateRoutes } from '../certificates/routes.ts';
import { correctionRoutes } from '../corrections/routes.ts';
import { dioxinMeasurementRoutes } from '../dioxin/routes.ts';
import { observationRoutes } from '../observations/routes.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { runRoutes } from '../runs/routes.ts';
import { withOneSampled } from '../samples/service.ts';
import { fractionRoutes } from '../uses/routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import {
  CountStockRequest,
  DisposeRequest,
  DispositionResponse,
  EmissionResponse,
  RecordEmissionRequest,
  RecordSupplyRequest,
  StockCountResponse,
  SupplyResponse,
  toDispositionResponse,
  toEmissionResponse,
  toStockCountResponse,
  toSupplyResponse,
} from './schemas.ts';
import { countStock, disposeOf, recordEmission, recordSupply } from './service.ts';

const TAGS = ['recycling'];

const LAW_MISSING = ['law-missing', { key: 'clock.future-skew' }] as const;

const SUPPLY_PROBLEMS = [
  'site-missing',
  'site-not-recycler',
  'party-not-active',
  LAW_MISSING,
  ['code-unknown', { value: 'lead', allowed: exampleCodes('supply-kinds'), pointer: '#/body/sourceKind' }],
  'supply-assay-missing',
  'supply-needs-manifest',
  ['certificate-missing', { pointer: '#/body/assay/certificateFileId' }],
  ['certificate-differs', { pointer: '#/body/assay/certificateSha256' }],
  ['party-missing', { pointer: '#/body/assay/laboratoryId' }],
  ['laboratory-not-qualified', { pointer: '#/body/assay/laboratoryId' }],
  ['laboratory-not-independent', { pointer: '#/body/assay/laboratoryId' }],
  ['instant-in-future', { pointer: '#/body/receivedAt' }],
] as const;
const ASSAY_PROBLEMS = [
  'batch-missing',
  'batch-withdrawn',
  'party-missing',
  'party-not-active',
  'assay-missing',
  'assay-exists',
  'assay-not-its-correction',
  'assay-sampled-early',
  ['run-missing', { pointer: '#/body/runId' }],
  ['code-unknown', { pointer: '#/body/material' }],
  'certificate-missing',
  'certificate-differs',
  'laboratory-not-qualified',
  'laboratory-not-independent',
  ['run-lead-exceeds-feeds', { pointer: '#/body/ppm' }],
  ['instant-in-future', { pointer: '#/body/sampledAt' }],
  LAW_MISSING,
] as const;
const DISPOSITION_PROBLEMS = [
  'batch-missing',
  ['batch-withdrawn', { id: ids.productBatch, pointer: '#/params/id' }],
  ['batch-mass-exceeded', { id: ids.productBatch, availableGrams: 12_000, requestedGrams: 112_000 }],
  [
    'batch-instant-early',
    { id: ids.productBatch, at: '2026-10-09T08:00:00.000Z', occurredAt: '2026-10-09T10:00:00.000Z' },
  ],
  'disposition-not-for-kind',
  'disposition-needs-manifest',
  ['code-unknown', { value: 'burning', allowed: exampleCodes('uses'), pointer: '#/body/use' }],
  ['party-missing', { pointer: '#/body/receiverId' }],
  'instant-in-future',
  'party-not-active',
  LAW_MISSING,
] as const;
const COUNT_PROBLEMS = [
  'site-missing',
  'party-not-active',
  LAW_MISSING,
  ['code-unknown', { value: 'cells', allowed: exampleCodes('stock-items'), pointer: '#/body/lines/0/item' }],
  ['batch-piece-mass-impossible', { pointer: '#/body/lines/0/pieces' }],
  'stock-count-exists',
  'stock-count-missing',
  'stock-count-not-its-correction',
  'stock-count-in-future',
] as const;

export const recyclingRoutes =
  (deps: RecyclingDeps & DependantsDeps & JudgingDeps & SecondPersonDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(runRoutes(deps));
    await http.register(materialRoutes(deps));
    await http.register(fractionRoutes(deps));
    await http.register(bulkRoutes(deps));
    await http.register(certificateRoutes(deps));
    await http.register(statementRoutes(deps));
    await http.register(dioxinMeasurementRoutes(deps));
    await http.register(observationRoutes(deps));
    await http.register(readingRoutes(deps));
    await http.register(adjustmentRoutes(deps));
    await http.register(correctionRoutes(deps));
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
          creates: '/supplies/:id',
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
          toSupplyResponse({ ...(await recordSupply(tx, deps, { ...by, draft })), corrections: 0 }),
        );
      },
    );

    http.post(
      '/assays',
      {
        config: {
          scope: 'recycling:write',
          problems: ASSAY_PROBLEMS,
          creates: '/assays/:id',
        },
        schema: {
          summary: 'Record an assay of lead, or correct one',
          description:
            'The lead content of a batch, of the outputs of a run, of a material of own production, of the deliveries of a supplier, or of all batteries. Recovery rates use the most exact one. A correction names the assay that it replaces and has the same subject. An assay by which a run yielded more lead than it was fed is refused, within a tolerance of the law.',
          tags: TAGS,
          body: RecordAssayRequest,
          response: { 201: AssayResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, rules: await readRules(deps), draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          withOneSampled(tx, 'assay', toAssayResponse(await recordAssay(tx, deps, command))),
        );
      },
    );

    http.post(
      '/batches/:id/dispositions',
      {
        config: {
          scope: 'recycling:write',
          problems: DISPOSITION_PROBLEMS,
          creates: '/dispositions/:id',
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
        const { use = null, receiverId = null, massGrams } = request.body;
        const given = { use, receiverId, massGrams: toGrams(massGrams) };
        const draft = { ...request.body, ...given, batchId: request.params.id };
        return once(deps, request, reply.status(201), async (tx) =>
          toDispositionResponse({ ...(await disposeOf(tx, deps, { ...by, draft })), corrections: 0 }),
        );
      },
    );
  };

/** Statements about a site: stock counts of any site, emissions of a recycler. */
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
          creates: '/stock-counts/:id',
        },
        schema: {
          summary: 'Record a stock count at the end of a day, or correct one',
          description:
            'The counted stock of an own site of any kind at the end of a day. The recovery rate of a recycler needs the counts of the last day before its period and of its last day: batteries, work in progress, own slag and dust. Products and bought feed may be counted as well: the rate does not read these lines. The closing count of a month opens the next. A correction names the count that it replaces.',
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
          problems: ['site-missing', 'site-not-recycler', 'party-not-active', LAW_MISSING, 'instant-in-future'],
          creates: '/emissions/:id',
        },
        schema: {
          summary: 'Record lead emitted to air or water',
          description:
            'Lead that left a recycling site in a measured interval. It counts as a known loss in the recovery rate of the period in which the interval ends.',
          tags: TAGS,
          body: RecordEmissionRequest,
          response: { 201: EmissionResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, rules: await readRules(deps), draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          toEmissionResponse({ ...(await recordEmission(tx, deps, command)), corrections: 0 }),
        );
      },
    );
  };
