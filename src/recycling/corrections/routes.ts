/** Routes: corrections of feeds, outputs, supplies, dispositions and emissions. */

import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import {
  CORRECTION_PROBLEMS,
  type Correcting,
  CorrectionResponse,
  type JudgingDeps,
  listCorrections,
  toCorrectionResponse,
  yearClosingIn,
} from '../../batches/index.ts';
import type { Visibility } from '../../core/access/visibility.ts';
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import type { ListedProblem } from '../../core/messages/problem.ts';
import type { Reader, Tx } from '../../platform/database/db.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { DependantsDeps } from '../../platform/dependants.ts';
import { callerOf, IdParams, PageQuery, pageOf, VersionHeaders, versionOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { readDisposition, readEmission, readRun, readSupply } from '../queries.ts';
import { type RecyclingDeps, readRules } from '../rules-queries.ts';
import {
  DISPOSITION_CORRECTION,
  EMISSION_CORRECTION,
  FEED_CORRECTION,
  OUTPUT_CORRECTION,
  SUPPLY_CORRECTION,
} from './examples.ts';
import {
  CorrectDispositionRequest,
  CorrectEmissionRequest,
  CorrectFeedRequest,
  CorrectOutputRequest,
  CorrectSupplyRequest,
  FeedParams,
  OutputParams,
} from './schemas.ts';
import { correctDisposition, correctEmission, correctFeed, correctOutput, correctSupply } from './service.ts';

type CorrectionsDeps = RecyclingDeps & DependantsDeps & JudgingDeps;
type Correction = Parameters<typeof toCorrectionResponse>[0];
type Params = { readonly id: string; readonly feedId?: string; readonly outputId?: string };

/** The two routes of a kind of record: to correct it, and to list its corrections. */
type Corrections = {
  readonly path: `/${string}`;
  readonly noun: string;
  readonly description: string;
  readonly params: z.ZodObject;
  readonly body: z.ZodType<{ readonly reason: string }>;
  readonly problems: readonly ListedProblem[];
  readonly missing: string;
  readonly example: object;
  readonly correct: (
    tx: Tx,
    deps: CorrectionsDeps,
    said: Correcting & {
      readonly params: Params;
      readonly stated: object;
      readonly rules: Awaited<ReturnType<typeof readRules>>;
    },
  ) => Promise<Correction>;
  /** Returns the subject of the corrections, after it has read the record as visible. */
  readonly subjectOf: (db: Reader, visibility: Visibility, params: Params) => Promise<string>;
};

const MOVED_ON = 'correction-below-moved';
const withdrawn = (subject: string) => ['correction-of-withdrawn', { subject, pointer: '#/body/massGrams' }] as const;
const RUN_PROBLEMS = [
  ...['run-missing', MOVED_ON, 'run-gain-implausible'],
  ['run-lead-exceeds-feeds', { pointer: '#/body/massGrams' }] as const,
];

const RECORDS: readonly Corrections[] = [
  {
    ...{ path: '/runs/:id/feeds/:feedId/corrections', noun: 'a feed', params: FeedParams, body: CorrectFeedRequest },
    description:
      'States what was really fed; 0 g withdraws the feed with its pieces. The difference goes back to the batch or comes out of it, dated as the feed. A closed run takes the difference into its loss; what it lacks counts as uptake, up to the limit of the law.',
    ...{
      problems: [
        ...RUN_PROBLEMS,
        ['batch-quantities-apart', { pointer: '#/body/pieces' }],
        ['batch-piece-mass-differs', { pointer: '#/body/pieces' }],
        'correction-quantities-apart',
        'correction-piece-mass-impossible',
        'feed-missing',
        withdrawn('run-feed:5120'),
      ],
      missing: 'run-missing',
      example: FEED_CORRECTION,
    },
    correct: (tx, deps, { params, ...said }) =>
      correctFeed(tx, deps, { ...said, id: params.id, entryId: params.feedId ?? '' }),
    subjectOf: async (db, visibility, { id, feedId }) => {
      await readRun(db, visibility, id);
      return `run-feed:${feedId}`;
    },
  },
  {
    ...{ path: '/runs/:id/outputs/:outputId/corrections', noun: 'an output', params: OutputParams },
    body: CorrectOutputRequest,
    description:
      'States what really came out. The batch of the output holds the difference, dated as the output, and must still hold what was sold of it or fed again. A closed run takes the difference into its loss, up to the uptake of the law.',
    ...{ problems: [...RUN_PROBLEMS, 'output-missing'], missing: 'run-missing', example: OUTPUT_CORRECTION },
    correct: (tx, deps, { params, ...said }) =>
      correctOutput(tx, deps, { ...said, id: params.id, entryId: params.outputId ?? '' }),
    subjectOf: async (db, visibility, { id, outputId }) => {
      await readRun(db, visibility, id);
      return `run-output:${outputId}`;
    },
  },
  {
    ...{ path: '/supplies/:id/corrections', noun: 'a supply', params: IdParams, body: CorrectSupplyRequest },
    description:
      'States what was really bought. The batch of the supply holds the difference, dated as its receipt. The supply is read with the values that count.',
    ...{
      problems: ['supply-missing', MOVED_ON, withdrawn(`supply:${ids.supply}`)],
      missing: 'supply-missing',
      example: SUPPLY_CORRECTION,
    },
    correct: (tx, deps, { params, ...said }) => correctSupply(tx, deps, { ...said, id: params.id }),
    subjectOf: async (db, visibility, { id }) => `supply:${(await readSupply(db, visibility, id)).id}`,
  },
  {
    ...{ path: '/dispositions/:id/corrections', noun: 'a sale, use or disposal', params: IdParams },
    body: CorrectDispositionRequest,
    description:
      'States what really left, to whom, or adds the confirmation of use that the receiver gave later. From then on the lead of a use counts as recovered in the period of the use.',
    problems: ['disposition-missing', MOVED_ON, withdrawn(`disposition:${ids.disposition}`)],
    ...{ missing: 'disposition-missing', example: DISPOSITION_CORRECTION },
    correct: (tx, deps, { params, ...said }) => correctDisposition(tx, deps, { ...said, id: params.id }),
    subjectOf: async (db, visibility, { id }) => `disposition:${(await readDisposition(db, visibility, id)).id}`,
  },
  {
    ...{ path: '/emissions/:id/corrections', noun: 'an emission', params: IdParams, body: CorrectEmissionRequest },
    description:
      'States what was really emitted, or the number of its report. The emission is read with the values that count, and the loss of its period follows.',
    ...{ problems: ['emission-missing'], missing: 'emission-missing', example: EMISSION_CORRECTION },
    correct: (tx, deps, { params, ...said }) => correctEmission(tx, deps, { ...said, id: params.id }),
    subjectOf: async (db, visibility, { id }) => `emission:${(await readEmission(db, visibility, id)).id}`,
  },
];

export const correctionRoutes =
  (deps: CorrectionsDeps): FastifyPluginAsyncZod =>
  async (http) => {
    for (const record of RECORDS) {
      const { path, noun, description, params, body, problems, missing, example, subjectOf } = record;
      const schema = { params, tags: ['recycling'] };
      http.post(
        path,
        {
          config: {
            ...{ scope: 'recycling:write', personal: 'holding', creates: '/corrections/:id' },
            ...{ problems: [...CORRECTION_PROBLEMS, ...problems], example },
          },
          schema: {
            ...{ ...schema, summary: `Correct ${noun} that was recorded wrongly`, description },
            ...{ headers: VersionHeaders, body, response: { 201: CorrectionResponse } },
          },
        },
        async (request, reply) => {
          const said = await readSaid(deps, request);
          return once(deps, request, reply.status(201), async (tx) =>
            toCorrectionResponse(await record.correct(tx, deps, said)),
          );
        },
      );
      http.get(
        path,
        {
          config: { scope: 'recycling:read', personal: 'holding', problems: [missing] },
          schema: {
            ...{ ...schema, summary: `List the corrections of ${noun}, first to last`, querystring: PageQuery },
            description: `Each correction of ${noun} with the values that it replaced, the reason, and what it changed elsewhere. Empty when there was none.`,
            response: { 200: pageOf(CorrectionResponse) },
          },
        },
        (request) =>
          readAs(deps.db, callerOf(request), async (db) => {
            const { visibility } = callerOf(request);
            const subject = await subjectOf(db, visibility, request.params as Params);
            return listCorrections(db, visibility, subject, request.query);
          }),
      );
    }
  };

async function readSaid(deps: CorrectionsDeps, request: FastifyRequest) {
  const { reason, ...stated } = request.body as { readonly reason: string };
  const headers = request.headers as { readonly 'if-match'?: string };
  return {
    ...{ actor: callerOf(request).actor, reason, stated, params: request.params as Params },
    ...{ ifVersion: versionOf(headers['if-match']), rules: await readRules(deps) },
    ...{ law: await deps.law(), closing: yearClosingIn(await deps.law(), deps.clock()) },
  };
}
