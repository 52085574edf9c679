/** HTTP: many statements of a laboratory on certificates in one request, each row with its own result. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { acceptLines, recordRows } from '../../platform/bulk/index.ts';
import { BULK_BODY_LIMIT, callerOf } from '../../platform/http/index.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import { type RecyclingDeps, readSampledMassTolerance } from '../rules-queries.ts';
import { readPresentSamples } from '../samples/present-queries.ts';
import { BulkCertificatesRequest, BulkCertificatesResponse, CERTIFICATE_ROW } from './bulk-schemas.ts';
import { showConfirmation } from './queries.ts';
import { confirmCertificate } from './service.ts';

export const certificateBulkRoutes =
  (deps: RecyclingDeps & SecondPersonDeps): FastifyPluginAsyncZod =>
  async (http) => {
    acceptLines(http);
    http.post(
      '/certificate-confirmations/bulk',
      {
        config: { scope: 'certificates:confirm', personal: 'holding' },
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Confirm or refuse up to 1 000 certificates, as their laboratory, each with its own result',
          description:
            'A JSON array or NDJSON of rows `{ "idempotencyKey"?, "record": "assay" | "analysis", "recordId", "confirmation": { … } }`, each statement as in POST /v1/assays/{id}/confirmations. Every row is recorded in a transaction of its own, in their order: a refused row does not stop the others. Repeated after a failure, the request records only the missing rows.',
          tags: ['recycling'],
          body: BulkCertificatesRequest,
          response: { 200: BulkCertificatesResponse },
        },
      },
      async (request) => {
        const { actor } = callerOf(request);
        const toleranceBasisPoints = await readSampledMassTolerance(deps);
        return recordRows(deps, request, {
          ...{ rows: request.body, form: CERTIFICATE_ROW },
          work: async (tx, { body: statement, more: { record: kind, recordId: id } }) => {
            const command = { actor, of: { kind, id }, statement, toleranceBasisPoints };
            const confirmation = await confirmCertificate(tx, { ...deps, readPresentSamples }, command);
            return showConfirmation(tx, confirmation, toleranceBasisPoints);
          },
        });
      },
    );
  };
