/** HTTP: loads that left the province under approvals and exemptions. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import { callerOf, pageOf } from '../../platform/http/index.ts';
import type { ApprovalDeps } from '../law-queries.ts';
import { listCoveredTransfers } from './queries.ts';
import { CoveredTransferQuery, CoveredTransferResponse } from './schemas.ts';

export const coverRoutes =
  (deps: ApprovalDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/covered-transfers',
      {
        config: { scope: 'approvals:read' },
        schema: {
          summary: 'List loads that left the province, with their approval or exemption',
          description:
            'Every load that was handed over for another province, with the approval that its mass counts against or the exemption under which it travels. `approvalId` lists what an approval was used for; the sum of countedGrams of a waste code is its usedGrams.',
          tags: ['approvals'],
          querystring: CoveredTransferQuery,
          response: { 200: pageOf(CoveredTransferResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), (db) =>
          listCoveredTransfers(db, callerOf(request).visibility, request.query),
        ),
    );
  };
