/** HTTP: withdrawals of qualifications of laboratories. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { WITHDRAWN_QUALIFICATION } from './examples.ts';
import {
  QualificationParams,
  QualificationResponse,
  toQualificationResponse,
  WithdrawQualificationRequest,
} from './schemas.ts';
import { withdrawQualification } from './service.ts';

export const withdrawalRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/parties/:id/qualifications/:qualificationId/withdraw',
      {
        config: {
          ...{ scope: 'parties:write', personal: 'party', example: WITHDRAWN_QUALIFICATION },
          problems: [
            'party-missing',
            'qualification-missing',
            'qualification-withdrawn',
            'withdrawal-outside-validity',
          ],
        },
        schema: {
          summary: 'End a qualification of a laboratory early',
          description:
            'Withdraws a CMA or CNAS qualification from a day on, with the reason. What its laboratory confirmed on days before stays. What it confirmed from that day on no longer counts in rates, unless another qualification covers it, and it confirms no more.',
          tags: ['parties'],
          params: QualificationParams,
          body: WithdrawQualificationRequest,
          response: { 200: QualificationResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(200), async (tx) => {
          const { actor } = callerOf(request);
          const { id: partyId, qualificationId: id } = request.params;
          return toQualificationResponse(
            await withdrawQualification(tx, deps, { actor, partyId, id, ...request.body }),
          );
        }),
    );
  };
