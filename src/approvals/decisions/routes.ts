/** HTTP: approvals of transfers to another province. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { WITHDRAWN_APPROVAL } from '../examples.ts';
import { type ApprovalDeps, approvalLaw } from '../law-queries.ts';
import { listApprovals, readApproval } from './queries.ts';
import {
  ApprovalListQuery,
  ApprovalResponse,
  RegisterApprovalRequest,
  toApprovalResponse,
  WithdrawApprovalRequest,
} from './schemas.ts';
import { registerApproval, withdrawApproval } from './service.ts';

const TAGS = ['approvals'];
const PROBLEMS = [
  ['party-missing', { pointer: '#/body/consignorId' }],
  ...['approval-exists', 'approval-of-another-province', 'approval-within-province'],
  ...['approval-licence-missing', 'approval-licence-insufficient'],
  ...['approval-in-future', 'approval-never-valid', 'approval-method-unknown'],
  ['law-missing', { key: 'approvals.validity' }],
] as const;

export const decisionRoutes =
  (deps: ApprovalDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/approvals',
      {
        config: { scope: 'approvals:write', personal: 'holding', problems: PROBLEMS, creates: '/approvals/:id' },
        schema: {
          summary: 'Register the decision on transfers to another province',
          description:
            'The authority of the province of origin registers its decision (Order 23, Art 26): parties, waste codes with their quantities, treatment methods, and the licence of the receiver. It is valid from its day on, for at most the months of law `approvals.validity`, and no longer than was applied for or the licence is valid (Art 27). Loads to another province are submitted and handed over under it only.',
          tags: TAGS,
          body: RegisterApprovalRequest,
          response: { 201: ApprovalResponse },
        },
      },
      async (request, reply) => {
        const law = await approvalLaw(deps);
        const { actor } = callerOf(request);
        return once(deps, request, reply.status(201), async (tx) => {
          const approval = await registerApproval(tx, deps, { actor, law, ...request.body });
          return toApprovalResponse(approval, deps.clock());
        });
      },
    );

    http.post(
      '/approvals/:id/withdraw',
      {
        config: {
          ...{ scope: 'approvals:write', personal: 'holding', example: WITHDRAWN_APPROVAL },
          problems: ['approval-missing', 'approval-withdrawn', 'approval-withdrawal-outside'],
        },
        schema: {
          summary: 'End an approval early',
          description:
            'Withdraws an approval from a day on, with the reason. Loads that were handed over on days before stay covered; from that day on nothing is handed over under it.',
          tags: TAGS,
          params: IdParams,
          body: WithdrawApprovalRequest,
          response: { 200: ApprovalResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(200), async (tx) => {
          const { actor, visibility } = callerOf(request);
          await withdrawApproval(tx, deps, { actor, id: request.params.id, ...request.body });
          return readApproval(tx, visibility, request.params.id, deps.clock());
        }),
    );

    http.get(
      '/approvals',
      {
        config: { scope: 'approvals:read', personal: 'holding' },
        schema: {
          summary: 'List approvals of transfers to another province',
          description:
            'Approvals with their validity, their quantities and what was used of these, oldest first. An organisation sees those that name it as consignor or receiver. `validOn` leaves those that are valid on a day.',
          tags: TAGS,
          querystring: ApprovalListQuery,
          response: { 200: pageOf(ApprovalResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          listApprovals(db, callerOf(request).visibility, request.query, deps.clock()),
        ),
    );

    http.get(
      '/approvals/:id',
      {
        config: { scope: 'approvals:read', personal: 'holding', problems: ['approval-missing'] },
        schema: {
          summary: 'Read an approval of transfers to another province',
          description:
            'One approval with its validity, its quantities and what is left of these. GET /v1/covered-transfers?approvalId={id} lists the loads.',
          tags: TAGS,
          params: IdParams,
          response: { 200: ApprovalResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          readApproval(db, callerOf(request).visibility, request.params.id, deps.clock()),
        ),
    );
  };
