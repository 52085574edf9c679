/** HTTP: analyses of other substances than lead, and confirmations of use. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { exampleCodes } from '../../core/example-codes.ts';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { AnalysisResponse, RecordAnalysisRequest, toAnalysisResponse } from '../analyses/schemas.ts';
import { recordAnalysis } from '../analyses/service.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import { withOneSampled } from '../samples/service.ts';
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

    http.post(
      '/dispositions/:id/confirmations',
      {
        config: {
          ...{ scope: 'recycling:write', personal: 'holding', creates: '/use-confirmations/:id' },
          problems: CONFIRMATION_PROBLEMS,
        },
        schema: {
          summary: 'Record the confirmation of a receiver that it used a delivery',
          description:
            'By the recycler with the uploaded file of the proof, or by the registered receiver (`receiverId` of the disposition). Parts are confirmed one by one, and never more than was delivered. It counts in the period of the delivery, also when that has ended: `affected` lists the rates that change. A correction has the same number and names the confirmation that it replaces; with 0 g it withdraws it.',
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
