/** Routes: the evidence of a certified assessment. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { reachOf } from '../../core/access/visibility.ts';
import { listFilesByHash } from '../../files/index.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { assessmentProblem } from '../assessments/problems.ts';
import { findAssessment } from '../assessments/queries.ts';
import { certificatesIn, evidenceOf } from './package-service.ts';
import { findCertified } from './queries.ts';

type FileDeps = RequestDeps & { readonly fileStore: FileStore };

export const evidenceRoutes =
  (deps: FileDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/assessments/:id/evidence',
      {
        config: { scope: 'assessments:read', problems: ['assessment-missing', 'assessment-not-certified'] },
        schema: {
          summary: 'Download the evidence of a certified assessment',
          description:
            'A ZIP archive of what was certified: evaluation, records, law, method, grounds of the findings, certificates with their SHA-256, and a signed manifest. Readers of files (`files:read`) also get the stored certificates that they may see. The enterprise, and authorities who read the journal, also get the journal entries of the records. `docs/examples/verify-evidence.mjs` checks it without database or network.',
          tags: ['recovery'],
          produces: ['application/zip'],
          params: IdParams,
          querystring: z.strictObject({
            round: z.coerce
              .number()
              .int()
              .min(1)
              .max(1_000_000)
              .optional()
              .describe('Round whose certification is wanted; the latest one when absent'),
          }),
          response: { 200: z.string().describe('The archive') },
        },
      },
      (request, reply) => sendEvidence(deps, request, reply, { ...request.params, ...request.query }),
    );
  };

async function sendEvidence(
  deps: FileDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { id, round }: { readonly id: string; readonly round?: number | undefined },
) {
  const { actor, visibility } = callerOf(request);
  const certified = await readAs(deps.db, { visibility }, async (tx) => {
    await findAssessment(tx, visibility, id);
    const found = await findCertified(tx, id, round);
    const hashes = found && actor.scopes.includes('files:read') ? certificatesIn(found) : [];
    return found && { ...found, certificates: await listFilesByHash(tx, visibility, hashes) };
  });
  if (certified === undefined) throw assessmentProblem('assessment-not-certified', { id });
  const reads = actor.scopes.includes('journal:read') && reachOf(actor, 'journal:read') === 'all';
  const archive = await evidenceOf(deps, certified, {
    ...{ viewer: { visibility }, withJournal: reads || visibility.of === 'party' },
    certificates: certified.certificates,
  });
  return reply
    .type('application/zip')
    .header('content-disposition', `attachment; filename="assessment-${id}.zip"`)
    .send(archive);
}
