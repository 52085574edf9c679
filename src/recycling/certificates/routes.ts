/** HTTP: confirmations of certificates by laboratories. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import type { RecyclingDeps } from '../rules-queries.ts';
import { certificateBulkRoutes } from './bulk-routes.ts';
import type { Certified } from './confirmation.ts';
import { ANALYSIS_CONTRADICTED } from './examples.ts';
import {
  CertificateConfirmationResponse,
  ConfirmCertificateRequest,
  toCertificateConfirmationResponse,
} from './schemas.ts';
import { confirmCertificate } from './service.ts';

const TAGS = ['recycling'];
const PROBLEMS = [
  'laboratory-not-named',
  ['laboratory-not-qualified', { pointer: '#/params/id' }],
  ['laboratory-not-independent', { pointer: '#/params/id' }],
  'second-person-dependent',
  'certificate-hash-missing',
  'sample-mark-missing',
  'certificate-confirmed-already',
  'certificate-confirmation-not-valid',
  'party-not-active',
] as const;

const RECORDS = {
  assay: {
    path: '/assays/:id/confirmations',
    missing: 'assay-missing',
    noun: 'an assay',
    about: 'The lead content and its certificate.',
  },
  analysis: {
    path: '/analyses/:id/confirmations',
    missing: 'analysis-missing',
    noun: 'an analysis',
    about: 'The content of another substance than lead and its certificate.',
  },
} as const;

export const certificateRoutes =
  (deps: RecyclingDeps & SecondPersonDeps): FastifyPluginAsyncZod =>
  async (http) => {
    const publish = (kind: Certified['kind']): void => {
      const { path, missing, noun } = RECORDS[kind];
      http.post(
        path,
        {
          config: {
            ...{ scope: 'certificates:confirm', personal: 'holding', creates: '/certificate-confirmations/:id' },
            problems: [missing, ...PROBLEMS],
            ...(kind === 'analysis' && { example: ANALYSIS_CONTRADICTED }),
          },
          schema: {
            summary: `Confirm or refuse the certificate of an ${noun}, as its laboratory`,
            description: `The laboratory that the ${noun} names in \`laboratoryId\` states the number of its certificate, the SHA-256 of its file when one is stored, the content that it found, and the material, the mark and the day of the sample that it tested. It sees what was sampled in \`sampled\` of the record. A statement that differs from the record is kept as a contradiction, with both versions. A later statement names the one that it corrects or withdraws in \`replacesId\`. A corrected ${noun} needs a confirmation of its own.`,
            tags: TAGS,
            params: IdParams,
            body: ConfirmCertificateRequest,
            response: { 201: CertificateConfirmationResponse },
          },
        },
        (request, reply) =>
          once(deps, request, reply.status(201), async (tx) => {
            const { actor } = callerOf(request);
            const command = { actor, of: { kind, id: request.params.id }, statement: request.body };
            return toCertificateConfirmationResponse(await confirmCertificate(tx, deps, command));
          }),
      );
    };
    publish('assay');
    publish('analysis');
    await http.register(certificateBulkRoutes(deps));
  };
