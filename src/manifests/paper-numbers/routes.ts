/** HTTP: numbers reserved for forms on paper. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, pageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { RESERVED_PAPER_NUMBERS } from '../examples/paper-numbers.ts';
import { type LawDeps, manifestLaw } from '../law/queries.ts';
import { onlyVisible } from '../queries.ts';
import type { PaperNumberBlock } from './block.ts';
import { listBlocks, readBlock } from './queries.ts';
import {
  PaperNumbersQuery,
  PaperNumbersResponse,
  PaperNumbersWithUses,
  ReservePaperNumbersRequest,
  toPaperNumbersResponse,
} from './schemas.ts';
import { reservePaperNumbers } from './service.ts';

const TAGS = ['manifests'];

const toUnused = (block: PaperNumberBlock) => ({ ...toPaperNumbersResponse(block, 0), uses: [] });

export const paperNumberRoutes =
  (deps: RequestDeps & LawDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/paper-numbers',
      {
        config: {
          ...{ scope: 'outages:write', example: { ...RESERVED_PAPER_NUMBERS, uses: [] } },
          problems: [
            ['party-missing', { pointer: '#/body/partyId' }],
            ['party-not-active', { pointer: '#/body/partyId' }],
            ...(['paper-block-elsewhere', 'paper-block-too-large', 'paper-numbers-reserved'] as const),
            ['law-missing', { key: 'manifests.paper-blocks' }],
          ],
          creates: '/paper-numbers/:id',
        },
        schema: {
          summary: 'Reserve numbers of forms on paper',
          description:
            'Reserves a block of numbers for the forms of an organisation: a prefix, and serials of some digits. No number is in two blocks, however it is spelt. A reserved number covers one load of its organisation; no other one may use it, and paper under a number of no block is marked (`paper-number-not-reserved`).',
          tags: TAGS,
          body: ReservePaperNumbersRequest,
          response: { 201: PaperNumbersWithUses },
        },
      },
      async (request, reply) => {
        const by = { actor: callerOf(request).actor, law: await manifestLaw(deps) };
        return once(deps, request, reply.status(201), async (tx) =>
          toUnused(await reservePaperNumbers(tx, deps, { ...by, ...request.body })),
        );
      },
    );

    http.get(
      '/paper-numbers',
      {
        config: { scope: 'manifests:read' },
        schema: {
          summary: 'List numbers reserved for forms on paper',
          description:
            'Blocks of numbers of the own organisation, for authorities those of their area, oldest first. `used` counts the numbers under which a load goes.',
          tags: TAGS,
          querystring: PaperNumbersQuery,
          response: { 200: pageOf(PaperNumbersResponse) },
        },
      },
      (request) => {
        const { visibility } = callerOf(request);
        const reading = { visibility, seen: onlyVisible(visibility) };
        return readAs(deps.db, callerOf(request), (db) => listBlocks(db, reading, request.query));
      },
    );

    http.get(
      '/paper-numbers/:id',
      {
        config: { scope: 'manifests:read', problems: ['paper-block-missing'] },
        schema: {
          summary: 'Read numbers reserved for forms on paper',
          description:
            'One block of numbers. `uses` names the manifest of each used number, as far as the caller may see it.',
          tags: TAGS,
          params: IdParams,
          response: { 200: PaperNumbersWithUses },
        },
      },
      (request) => {
        const { visibility } = callerOf(request);
        const reading = { visibility, seen: onlyVisible(visibility) };
        return readAs(deps.db, callerOf(request), (db) => readBlock(db, reading, request.params.id));
      },
    );
  };
