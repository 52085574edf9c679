/** HTTP: confirmations of certificates by laboratories. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { callerOf, IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { SecondPersonDeps } from '../../platform/second-person.ts';
import { type RecyclingDeps, readSampledMassTolerance } from '../rules-queries.ts';
import { readPresentSamples } from '../samples/present-queries.ts';
import { certificateBulkRoutes } from './bulk-routes.ts';
import type { Certified } from './confirmation.ts';
import { ANALYSIS_CONTRADICTED } from './examples.ts';
import { showConfirmation } from './queries.ts';
import { CertificateConfirmationResponse, ConfirmCertificateRequest } from './schemas.ts';
import { confirmCertificate } from './service.ts';

const TAGS = ['recycling'];
const PROBLEMS = [
  'laboratory-not-named',
  ['laboratory-not-qualified', { pointer: '#/params/id' }],
  ['laboratory-not-independent', { pointer: '#/params/id' }],
  'second-person-dependent',
  'certificate-hash-missing',
  'sample-mark-missing',
  'seen-manifest-missing',
  'certificate-confirmed-already',
  'certificate-confirmation-not-valid',
  'party-not-active',
  ['law-missing', { key: 'recycling.sampled-mass' }],
] as const;

const RECORDS = {
  assay: {
    path: '/assays/:id/confirmations',
    missing: 'assay-missing',
    noun: 'assay',
    about: 'The lead content and its certificate.',
  },
  analysis: {
    path: '/analyses/:id/confirmations',
    missing: 'analysis-missing',
    noun: 'analysis',
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
            summary: `Confirm or refuse the certificate of ${kind === 'assay' ? 'an assay' : 'an analysis'}, as its laboratory`,
            description: `The laboratory that the ${noun} names in \`laboratoryId\` states its certificate (number, and SHA-256 of a stored file), the content that it found, and the material, the mark and the day of the sample; \`sampled\` of the record shows what was sampled. In \`sampling\` it says whether it took the sample itself, and then states the mass of the batch and the number of the manifest that it saw there; a delivered sample is weak evidence of the batch. The mass is compared within law \`recycling.sampled-mass\`, that of a class not at all, and the manifest of a class must be one of its supplier. A statement that differs from the record is kept as a contradiction, with both versions. A later statement names the one that it corrects or withdraws in \`replacesId\`, and a corrected record needs a confirmation of its own.`,
            tags: TAGS,
            params: IdParams,
            body: ConfirmCertificateRequest,
            response: { 201: CertificateConfirmationResponse },
          },
        },
        async (request, reply) => {
          const toleranceBasisPoints = await readSampledMassTolerance(deps);
          return once(deps, request, reply.status(201), async (tx) => {
            const { actor } = callerOf(request);
            const of = { kind, id: request.params.id };
            const command = { actor, of, statement: request.body, toleranceBasisPoints };
            const confirmation = await confirmCertificate(tx, { ...deps, readPresentSamples }, command);
            return showConfirmation(tx, confirmation, toleranceBasisPoints);
          });
        },
      );
    };
    publish('assay');
    publish('analysis');
    await http.register(certificateBulkRoutes(deps));
  };
