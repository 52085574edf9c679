/** HTTP: steps of the authority that change the state of organisations and licences. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { ListedProblem } from '../../core/messages/problem.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, languageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { LICENCE_AFTER, PARTY } from '../examples/register.ts';
import { LicenceResponse, PartyResponse, toLicenceResponse, toPartyResponse } from '../schemas.ts';
import { requireVisibleParty } from '../service.ts';
import { LICENCE_LEADS_TO, LICENCE_STEP_LEADS_TO, LICENCE_STEPS, type LicenceStep } from './licence-state.ts';
import { LEADS_TO, PARTY_STEP_LEADS_TO, PARTY_STEPS, type PartyStep } from './party-state.ts';
import { readPartyHistory } from './queries.ts';
import {
  LicenceParams,
  LicenceStepRequest,
  PartyCloseRequest,
  PartyHistoryResponse,
  PartyStepRequest,
  PartyStopRequest,
} from './schemas.ts';
import { type StatusDeps, takeLicenceStep, takePartyStep } from './service.ts';

const TAGS = ['parties'];

const BODIES: Record<PartyStep, z.ZodType<{ reason: string | null; nevertheless?: boolean }>> = {
  submit: PartyStepRequest,
  approve: PartyStepRequest,
  'send-back': PartyStopRequest,
  suspend: PartyStopRequest,
  resume: PartyStepRequest,
  close: PartyCloseRequest,
};

const SUMMARIES: Record<PartyStep, string> = {
  submit: 'Put a registered organisation under review',
  approve: 'Approve an organisation under review; it may act from now on',
  'send-back': 'Return an organisation under review, with a reason; submit it again when the fault is corrected',
  suspend: 'Suspend an active organisation; it may finish what it began, and starts nothing new until it is resumed',
  resume: 'Resume a suspended organisation; it may act from now on',
  close: 'Close an organisation permanently, once it has no unfinished business',
};

const DESCRIPTIONS: Record<PartyStep, string> = {
  submit: '`registered` becomes `under_review`. The organisation may not act yet.',
  approve:
    '`under_review` becomes `active`. From now on the organisation may record batches and take part in manifests.',
  'send-back': '`under_review` becomes `registered` again. The organisation reads the reason in its history.',
  suspend:
    '`active` becomes `suspended`. Loads that are on the way may be finished; new batches and manifests are refused.',
  resume: '`suspended` becomes `active` again. From now on new batches and manifests are possible.',
  close:
    '`closed` is final. Unfinished manifests or stock refuse the step, unless `nevertheless` is true and the reason says why.',
};

/** Problems of a step, with the facts that a caller who repeats the step meets. */
const partyProblemsOf = (step: PartyStep): ListedProblem[] => {
  const state = PARTY_STEP_LEADS_TO[step];
  const refused = { step, state, allowed: Object.keys(LEADS_TO[state]) };
  const common: ListedProblem[] = ['party-missing', ['party-step-not-allowed', refused]];
  return step === 'close' ? [...common, 'party-has-open-work'] : common;
};

export const statusRoutes =
  (deps: RequestDeps & StatusDeps): FastifyPluginAsyncZod =>
  async (http) => {
    for (const step of PARTY_STEPS) {
      http.post(
        `/parties/:id/${step}`,
        {
          config: {
            scope: 'parties:write',
            problems: partyProblemsOf(step),
            example: { ...PARTY, state: PARTY_STEP_LEADS_TO[step], version: 2 },
          },
          schema: {
            summary: SUMMARIES[step],
            description: DESCRIPTIONS[step],
            tags: TAGS,
            params: IdParams,
            body: BODIES[step],
            response: { 200: PartyResponse },
          },
        },
        (request, reply) =>
          once(deps, request, reply.status(200), async (tx) => {
            const { actor } = callerOf(request);
            const { params, body } = request;
            const party = await takePartyStep(tx, deps, { actor, id: params.id, step, ...body });
            return toPartyResponse(party, languageOf(request.headers['accept-language']));
          }),
      );
    }

    http.get(
      '/parties/:id/history',
      {
        config: { scope: 'parties:read', personal: 'party', problems: ['party-missing'] },
        schema: {
          summary: 'Read the steps of an organisation, with their reasons',
          description:
            'Every change of the state, first to last. Only the organisation and its authorities may read it.',
          tags: TAGS,
          params: IdParams,
          response: { 200: PartyHistoryResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await requireVisibleParty(db, callerOf(request).visibility, request.params.id);
          return readPartyHistory(db, id);
        }),
    );

    await http.register(licenceRoutes(deps));
  };

const LICENCE_SUMMARIES: Record<LicenceStep, string> = {
  suspend: 'Suspend a licence from a day on',
  reinstate: 'Reinstate a suspended licence from a day on',
  revoke: 'Revoke a licence permanently from a day on',
};

const LICENCE_DESCRIPTIONS: Record<LicenceStep, string> = {
  suspend:
    'A valid licence is suspended from `effectiveOn` on, today if left out. While it is suspended, it covers no step of a manifest that happens on those days; steps before them stay valid. `reinstate` ends the suspension. The organisation reads the reason.',
  reinstate:
    'A suspended licence is valid again from `effectiveOn` on, today if left out. The days of the suspension stay uncovered, and the term of the licence does not become longer. The day must not lie before the day of the suspension.',
  revoke:
    'A valid or suspended licence is revoked from `effectiveOn` on, today if left out. No step undoes it: a new licence must be registered. Steps of manifests that happened before that day stay covered. The organisation reads the reason.',
};

const licenceProblemsOf = (step: LicenceStep): ListedProblem[] => {
  const state = LICENCE_STEP_LEADS_TO[step];
  const refused = { step, state, allowed: Object.keys(LICENCE_LEADS_TO[state]) };
  return ['licence-unknown', ['licence-step-not-allowed', refused], ['licence-step-too-early', { step }]];
};

const licenceRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    for (const step of LICENCE_STEPS) {
      http.post(
        `/parties/:id/licences/:licenceId/${step}`,
        {
          config: { scope: 'parties:write', problems: licenceProblemsOf(step), example: LICENCE_AFTER[step] },
          schema: {
            summary: LICENCE_SUMMARIES[step],
            description: LICENCE_DESCRIPTIONS[step],
            tags: TAGS,
            params: LicenceParams,
            body: LicenceStepRequest,
            response: { 200: LicenceResponse },
          },
        },
        (request, reply) =>
          once(deps, request, reply.status(200), async (tx) => {
            const { id: partyId, licenceId: id } = request.params;
            const command = { actor: callerOf(request).actor, partyId, id, step, ...request.body };
            const { licence, changes } = await takeLicenceStep(tx, deps, command);
            return toLicenceResponse(licence, changes);
          }),
      );
    }
  };
