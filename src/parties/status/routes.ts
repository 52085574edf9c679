/** HTTP: steps of the authority that change the state of organisations and licences. */

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { LicenceResponse, PartyResponse, toLicenceResponse, toPartyResponse } from '../schemas.ts';
import { requireVisibleParty } from '../service.ts';
import { LICENCE_STEPS, type LicenceStep } from './licence-state.ts';
import { PARTY_STEPS, type PartyStep } from './party-state.ts';
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

export const statusRoutes =
  (deps: RequestDeps & StatusDeps): FastifyPluginAsyncZod =>
  async (http) => {
    for (const step of PARTY_STEPS) {
      http.post(
        `/parties/:id/${step}`,
        {
          config: { scope: 'parties:write' },
          schema: {
            summary: SUMMARIES[step],
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
            return toPartyResponse(await takePartyStep(tx, deps, { actor, id: params.id, step, ...body }));
          }),
      );
    }

    http.get(
      '/parties/:id/history',
      {
        config: { scope: 'parties:read', personal: 'party' },
        schema: {
          summary: 'Read the steps of an organisation, with their reasons',
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

const licenceRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    for (const step of LICENCE_STEPS) {
      http.post(
        `/parties/:id/licences/:licenceId/${step}`,
        {
          config: { scope: 'parties:write' },
          schema: {
            summary: LICENCE_SUMMARIES[step],
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
