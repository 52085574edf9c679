/** HTTP: drafting and reading manifests. */
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { dayOf } from '../core/calendar.ts';
import { readAs } from '../platform/database/row-security.ts';
import type { RequestDeps } from '../platform/deps.ts';
import { callerOf, IdParams, languageOf, pageOf } from '../platform/http/index.ts';
import { once } from '../platform/idempotency.ts';
import { draftManifest } from './draft-service.ts';
import { DRAFTED } from './examples/states.ts';
import { listDuties } from './law/duty-queries.ts';
import { DutyListQuery, DutyResponse } from './law/duty-schemas.ts';
import { type LawDeps, manifestLaw } from './law/queries.ts';
import { outageRoutes } from './outages/routes.ts';
import { paperNumberRoutes } from './paper-numbers/routes.ts';
import { photographRoutes } from './photographs/routes.ts';
import { listManifests, onlyVisible, readHistory, readManifest, type VisibleManifest } from './queries.ts';
import { insightOf } from './rules/warning.ts';
import {
  DraftManifestRequest,
  HistoryResponse,
  ManifestListQuery,
  ManifestResponse,
  toManifestResponse,
} from './schemas.ts';
import { stepRoutes } from './taking/routes.ts';

const TAGS = ['manifests'];

const DRAFT_PROBLEMS = [
  'party-missing',
  'party-not-active',
  'site-missing',
  'batch-missing',
  ['batch-withdrawn', { pointer: '#/body/lines/0/batchId' }],
  ['batch-mass-exceeded', { pointer: '#/body/lines/0/massGrams' }],
  ['batch-pieces-exceeded', { pointer: '#/body/lines/0/pieces' }],
  ['batch-quantities-apart', { pointer: '#/body/lines/0/pieces' }],
  ['batch-piece-mass-differs', { pointer: '#/body/lines/0/pieces' }],
  'manifest-party-without-code',
  'manifest-consignor-elsewhere',
  'manifest-receiver-site-mismatch',
  'manifest-same-site',
  'manifest-batch-elsewhere',
  'manifest-batch-not-waste',
  'manifest-packaging-unfit',
  ['batches-kept-apart', { pointer: '#/body/lines' }],
  'manifest-waste-codes-differ',
  'manifest-code-unknown',
  ['law-missing', { key: 'manifests.discrepancy-threshold' }],
] as const;

const shown = ({ manifest, insight }: VisibleManifest, { headers }: FastifyRequest, today: string) =>
  toManifestResponse(manifest, insight, { language: languageOf(headers['accept-language']), today });

export const manifestRoutes =
  (deps: RequestDeps & LawDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/manifests',
      {
        config: {
          scope: 'manifests:write',
          personal: 'manifest',
          problems: DRAFT_PROBLEMS,
          creates: '/manifests/:id',
          example: DRAFTED,
          etag: true,
        },
        schema: {
          summary: 'Draft a transfer manifest',
          description:
            'Prepares a manifest for batches of one waste code on one site of your organisation, which is the consignor: batteries, residues, own paste or grids, other hazardous waste. All three organisations must be active, and the batches must hold the mass. A draft reserves nothing: mass moves when the load is handed over. Next step: submit.',
          tags: TAGS,
          body: DraftManifestRequest,
          response: { 201: ManifestResponse },
        },
      },
      async (request, reply) => {
        const { actor } = callerOf(request);
        const by = { actor, law: await manifestLaw(deps) };
        return once(deps, request, reply.status(201), async (tx) => {
          const manifest = await draftManifest(tx, deps, by, request.body);
          return shown({ manifest, insight: insightOf(actor, manifest) }, request, dayOf(deps.clock()));
        });
      },
    );

    await http.register(readingRoutes(deps));
    await http.register(stepRoutes(deps));
    await http.register(outageRoutes(deps));
    await http.register(paperNumberRoutes(deps));
    await http.register(photographRoutes(deps));
  };

const readingRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/manifests',
      {
        config: { scope: 'manifests:read', personal: 'manifest' },
        schema: {
          summary: 'List manifests that name the own organisation',
          description:
            'Manifests with all their lines, oldest first. Authorities see all of their area. Narrow the list by state, number, role, provinces or month, by what is overdue today, was decided late or differs significantly.',
          tags: TAGS,
          querystring: ManifestListQuery,
          response: { 200: pageOf(ManifestResponse) },
        },
      },
      async (request) => {
        const caller = callerOf(request);
        const today = dayOf(deps.clock());
        const { items, ...page } = await readAs(deps.db, caller, (db) =>
          listManifests(db, caller.visibility, { ...request.query, today }),
        );
        return { ...page, items: items.map((seen) => shown(seen, request, today)) };
      },
    );

    http.get(
      '/duties',
      {
        config: { scope: 'manifests:read' },
        schema: {
          summary: 'List open duties with their last days',
          description:
            'What organisations must do about manifests by a last day of law: the receiver confirms a load that arrived (Order 23, Art 18), the consignor enters a paper manifest (Art 20). Oldest manifest first; narrow the list by duty, organisation, last day and what is overdue today. Organisations see the duties of manifests that name them, authorities those of their area.',
          tags: TAGS,
          querystring: DutyListQuery,
          response: { 200: pageOf(DutyResponse) },
        },
      },
      (request) => {
        const { visibility } = callerOf(request);
        const query = { ...request.query, today: dayOf(deps.clock()) };
        return readAs(deps.db, callerOf(request), (db) => listDuties(db, onlyVisible(visibility), query));
      },
    );

    http.get(
      '/manifests/:id',
      {
        config: { scope: 'manifests:read', personal: 'manifest', problems: ['manifest-missing'], etag: true },
        schema: {
          summary: 'Read a manifest',
          description:
            'The manifest as it is now. `ETag` is its version: send it as `If-Match` with the next step, and the step is refused when the manifest has changed since.',
          tags: TAGS,
          params: IdParams,
          response: { 200: ManifestResponse },
        },
      },
      async (request) => {
        const caller = callerOf(request);
        const seen = await readAs(deps.db, caller, (db) => readManifest(db, caller.visibility, request.params.id));
        return shown(seen, request, dayOf(deps.clock()));
      },
    );

    http.get(
      '/manifests/:id/history',
      {
        config: { scope: 'manifests:read', personal: 'manifest', problems: ['manifest-missing'] },
        schema: {
          summary: 'Read the journal entries of a manifest',
          description:
            'Every step with its actor, input and hash, first to last. The hash chains each entry to the one before, so a changed entry shows.',
          tags: TAGS,
          params: IdParams,
          response: { 200: HistoryResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) => readHistory(db, callerOf(request).visibility, request.params.id)),
    );
  };
