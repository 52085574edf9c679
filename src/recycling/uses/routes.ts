/** HTTP: analyses of other substances than lead, and confirmations of use. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { exampleCodes } from '../../core/example-codes.ts';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { AnalysisResponse, RecordAnalysisRequest, toAnalysisResponse } from '../analyses/schemas.ts';
import { recordAnalysis } from '../analyses/service.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { withOneSampled } from '../samples/service.ts';
import { listDeliveries } from './delivery-queries.ts';
import { DeliveryListQuery, DeliveryResponse } from './delivery-schemas.ts';
import { ConfirmedUseResponse, ConfirmUseRequest, toConfirmedUseResponse } from './schemas.ts';
import { confirmUse } from './service.ts';

const TAGS = ['recycling'];
const LAW_MISSING = ['law-missing', { key: 'clock.future-skew' }] as const;

const ANALYSIS_PROBLEMS = [
  'batch-missing',
  'batch-withdrawn',
  ['code-unknown', { value: 'lead', allowed: exampleCodes('materials'), pointer: '#/body/material' }],
  'party-missing',
  'party-not-active',
  'analysis-missing',
  'analysis-exists',
  'analysis-not-its-correction',
  'certificate-missing',
  'certificate-differs',
  'laboratory-not-qualified',
  'laboratory-not-independent',
  ['instant-in-future', { pointer: '#/body/sampledAt' }],
  LAW_MISSING,
] as const;
const CONFIRMATION_PROBLEMS = [
  ['disposition-missing', { id: ids.disposition, pointer: '#/params/id' }],
  'confirmation-file-missing',
  ['code-unknown', { value: 'burning', allowed: exampleCodes('uses'), pointer: '#/body/use' }],
  'confirmation-not-for-kind',
  'receiver-not-independent',
  ['party-missing', { pointer: '#/params/id' }],
  'confirmation-unproved',
  'confirmation-early',
  'confirmation-exists',
  'confirmation-not-its-correction',
  'confirmation-exceeds-delivery',
  'party-not-active',
  LAW_MISSING,
] as const;

export const fractionRoutes =
  (deps: RecyclingDeps & DependantsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/analyses',
      {
        config: { scope: 'recycling:write', problems: ANALYSIS_PROBLEMS, creates: '/analyses/:id' },
        schema: {
          summary: 'Record an analysis of another substance than lead, or correct one',
          description:
            'Water and sulphur of batteries; water, plastics, acid or sulphate of by-products and residues. Comprehensive rates count dry and pure mass. An analysis of a batch goes before one of its material or supplier, of which the last sample before the record counts.',
          tags: TAGS,
          body: RecordAnalysisRequest,
          response: { 201: AnalysisResponse },
        },
      },
      async (request, reply) => {
        const command = { actor: callerOf(request).actor, rules: await readRules(deps), draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          withOneSampled(tx, 'analysis', toAnalysisResponse(await recordAnalysis(tx, deps, command))),
        );
      },
    );

    http.get(
      '/output-deliveries',
      {
        config: { scope: 'recycling:read' },
        schema: {
          summary: 'List sales and uses that name a registered receiver',
          description:
            'What other organisations delivered to the caller, and what it delivered itself, oldest first, at the mass that the books have now. The receiver confirms each: POST /v1/dispositions/{id}/confirmations, or many at once: POST /v1/use-confirmations/bulk. It sees nothing else of the records of the recycler.',
          tags: TAGS,
          querystring: DeliveryListQuery,
          response: { 200: pageOf(DeliveryResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (tx) => listDeliveries(tx, callerOf(request).visibility, request.query)),
    );

    http.post(
      '/dispositions/:id/confirmations',
      {
        config: {
          ...{ scope: 'recycling:write', personal: 'holding', creates: '/use-confirmations/:id' },
          problems: CONFIRMATION_PROBLEMS,
        },
        schema: {
          summary: 'Record the confirmation of a receiver that it used a delivery, or received a sale',
          description:
            'By the recycler with the uploaded file of the proof, or by the registered receiver (`receiverId`, see GET /v1/output-deliveries), which must show no sign of belonging to the enterprise. Parts are confirmed one by one, those of a use never beyond the delivery; of a sale the buyer states the mass on its own scale, the day of receipt, and a `use` in place of primary material. Recovery rates count a sale as far as its buyer confirmed it itself (law `recovery.unconfirmed-sales`), and are blocked while that contradicts the books. It counts in the period of the delivery, also when that has ended: `affected` lists the rates that change. A correction has the same number and names the confirmation that it replaces; with 0 g it withdraws it.',
          tags: TAGS,
          params: IdParams,
          body: ConfirmUseRequest,
          response: { 201: ConfirmedUseResponse },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, rules: await readRules(deps) };
        const command = { ...by, dispositionId: request.params.id, draft: request.body };
        return once(deps, request, reply.status(201), async (tx) =>
          toConfirmedUseResponse(await confirmUse(tx, deps, command)),
        );
      },
    );
  };
