/** HTTP: qualifications by which organisations are laboratories. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, PageQuery, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { requireParty } from '../service.ts';
import { listQualificationsOf, readQualificationOf } from './queries.ts';
import {
  QualificationParams,
  QualificationResponse,
  RegisterQualificationRequest,
  toQualificationResponse,
} from './schemas.ts';
import { registerQualification } from './service.ts';
import { withdrawalRoutes } from './withdrawal-routes.ts';

const TAGS = ['parties'];

export const laboratoryRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/parties/:id/qualifications',
      {
        config: {
          scope: 'parties:write',
          problems: ['party-missing', 'qualification-exists'],
          creates: '/parties/:partyId/qualifications/:id',
        },
        schema: {
          summary: 'Register a qualification by which an organisation is a laboratory',
          description:
            'Adds a CMA or CNAS qualification with its number and validity. From then on assays and analyses of samples within its validity may name the laboratory, and it confirms their certificates.',
          tags: TAGS,
          params: IdParams,
          body: RegisterQualificationRequest,
          response: { 201: QualificationResponse },
        },
      },
      (request, reply) =>
        once(deps, request, reply.status(201), async (tx) => {
          const { actor } = callerOf(request);
          const { params, body } = request;
          return toQualificationResponse(await registerQualification(tx, deps, { actor, ...body, partyId: params.id }));
        }),
    );

    await http.register(withdrawalRoutes(deps));

    http.get(
      '/parties/:id/qualifications',
      {
        config: { scope: 'parties:read', personal: 'party', problems: ['party-missing'] },
        schema: {
          summary: 'List the qualifications of a laboratory',
          description:
            'CMA and CNAS qualifications of one organisation with their validity, oldest first. An organisation without one is no laboratory.',
          tags: TAGS,
          params: IdParams,
          querystring: PageQuery,
          response: { 200: pageOf(QualificationResponse) },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await requireParty(db, request.params.id, '#/params/id');
          return listQualificationsOf(db, id, request.query);
        }),
    );

    http.get(
      '/parties/:id/qualifications/:qualificationId',
      {
        config: { scope: 'parties:read', personal: 'party', problems: ['party-missing', 'qualification-missing'] },
        schema: {
          summary: 'Read a qualification of a laboratory',
          description:
            'One CMA or CNAS qualification with its number and validity. A renewed one is an entry of its own with another id.',
          tags: TAGS,
          params: QualificationParams,
          response: { 200: QualificationResponse },
        },
      },
      (request) =>
        readAs(deps.db, callerOf(request), async (db) => {
          const { id } = await requireParty(db, request.params.id, '#/params/id');
          return readQualificationOf(db, id, request.params.qualificationId);
        }),
    );
  };
