/** HTTP: exemptions from the approval of transfers to another province. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { ENDED_EXEMPTION } from '../examples.ts';
import type { ApprovalDeps } from '../law-queries.ts';
import { listExemptions, readExemption } from './queries.ts';
import {
  EndExemptionRequest,
  ExemptionListQuery,
  ExemptionResponse,
  RegisterExemptionRequest,
  toExemptionResponse,
} from './schemas.ts';
import { endExemption, registerExemption } from './service.ts';

const TAGS = ['approvals'];

export const exemptionRoutes =
  (deps: ApprovalDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/transfer-exemptions',
      {
        config: {
          ...{ scope: 'approvals:write', personal: 'holding' },
          problems: ['waste-code-unknown'],
          creates: '/transfer-exemptions/:id',
        },
        schema: {
          summary: 'Register an exemption from the approval of transfers',
          description:
            'Registers a list of receivers to which waste goes without an approval: a national one (such as 环办固体函〔2023〕387号), or one that two provinces agreed on (Order 23, Art 21). It counts on the days of its validity, for hand-overs on these.',
          tags: TAGS,
          body: RegisterExemptionRequest,
          response: { 201: ExemptionResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const { actor } = callerOf(request);
          return toExemptionResponse(await registerExemption(tx, deps, { actor, ...request.body }));
        }),
    );

    http.post(
      '/transfer-exemptions/:id/end',
      {
        config: {
          ...{ scope: 'approvals:write', personal: 'holding', example: ENDED_EXEMPTION },
          problems: ['exemption-missing', 'exemption-ended', 'exemption-end-outside'],
        },
        schema: {
          summary: 'End an exemption from approval early',
          description:
            'Ends an exemption from a day on, with the reason. Loads that were handed over on days before stay covered.',
          tags: TAGS,
          params: IdParams,
          body: EndExemptionRequest,
          response: { 200: ExemptionResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(200), async (tx) => {
          const { actor } = callerOf(request);
          return toExemptionResponse(await endExemption(tx, deps, { actor, id: request.params.id, ...request.body }));
        }),
    );

    http.get(
      '/transfer-exemptions',
      {
        config: { scope: 'approvals:read', personal: 'holding' },
        schema: {
          summary: 'List exemptions from the approval of transfers',
          description:
            'Exemptions with their documents and validity, oldest first, also those that ended. They are a public register.',
          tags: TAGS,
          querystring: ExemptionListQuery,
          response: { 200: pageOf(ExemptionResponse) },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => listExemptions(db, request.query)),
    );

    http.get(
      '/transfer-exemptions/:id',
      {
        config: { scope: 'approvals:read', personal: 'holding', problems: ['exemption-missing'] },
        schema: {
          summary: 'Read an exemption from the approval of transfers',
          description:
            'One exemption with the document that grants it, its receivers and its validity. `ending` shows an early end with its reason.',
          tags: TAGS,
          params: IdParams,
          response: { 200: ExemptionResponse },
        },
      },
      (request) => readAs(deps.db, callerOf(request), (db) => readExemption(db, request.params.id)),
    );
  };
