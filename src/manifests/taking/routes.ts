/** HTTP: one route per step of a manifest. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Scope } from '../../core/access/scopes.ts';
import { dayOf } from '../../core/calendar.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, IdParams, languageOf } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import { AFTER_STEP } from '../examples/states.ts';
import { type LawDeps, manifestLaw } from '../law/queries.ts';
import type { StepRequest, StepRequests, UserStep } from '../rules/command.ts';
import { pathOf } from '../rules/manifest.ts';
import { insightOf } from '../rules/warning.ts';
import { ManifestResponse, toManifestResponse } from '../schemas.ts';
import {
  AcceptPartiallyRequest,
  AcceptRequest,
  ArriveRequest,
  BackfillRequest,
  CancelRequest,
  CloseRequest,
  DepartRequest,
  DisputeRequest,
  HandOverRequest,
  RegisterPaperRequest,
  RejectRequest,
  StepHeaders,
  SubmitRequest,
  versionOf,
} from './schemas.ts';
import { takeStep } from './service.ts';
import { problemsOf, STEP_DESCRIPTIONS } from './step-descriptions.ts';

/** A step as the API offers it. `toInput` receives the body without its instant, and the instant separately. */
type StepRoute<Step extends UserStep, Body extends z.ZodObject> = {
  readonly summary: string;
  readonly body: Body;
  readonly scope?: Scope;
  readonly toInput: (body: Omit<z.infer<Body>, 'at'>, at: string) => StepRequests[Step];
};

type AnyStepRoute = {
  readonly summary: string;
  readonly body: z.ZodObject;
  readonly scope: Scope;
  readonly toRequest: (body: Readonly<Record<string, unknown>>, at: string) => StepRequest;
};

function stepRoute<Step extends UserStep, Body extends z.ZodObject>(
  step: Step,
  { summary, body, scope = 'manifests:write', toInput }: StepRoute<Step, Body>,
): AnyStepRoute {
  const toRequest = (body: object, at: string) =>
    ({ step, input: toInput(body as Omit<z.infer<Body>, 'at'>, at) }) as unknown as StepRequest;
  return { summary, body, scope, toRequest };
}

const NOTHING_REFUSED = { refusedGrams: 0, refusedPieces: 0 };
const NOTHING_ACCEPTED = { acceptedGrams: 0, acceptedPieces: 0, treatmentMethod: null };
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Every step of users, in the order of a transfer. */
const STEP_ROUTES: Readonly<Record<UserStep, AnyStepRoute>> = {
  submit: stepRoute('submit', { summary: 'Submit a draft', body: SubmitRequest, toInput: (_, at) => ({ at }) }),
  register_paper: stepRoute('register_paper', {
    summary: 'Register that the transfer runs on paper',
    body: RegisterPaperRequest,
    toInput: ({ transferCompletedAt, ...paper }, at) => ({
      ...paper,
      at,
      transferCompletedAt: iso(transferCompletedAt),
    }),
  }),
  backfill: stepRoute('backfill', {
    summary: 'Backfill a paper manifest',
    body: BackfillRequest,
    toInput: ({ transferCompletedAt }, at) => ({ at, transferCompletedAt: iso(transferCompletedAt) }),
  }),
  hand_over: stepRoute('hand_over', {
    summary: 'Hand the load over to the carrier',
    body: HandOverRequest,
    toInput: (_, at) => ({ at }),
  }),
  depart: stepRoute('depart', {
    summary: 'Depart with the load',
    body: DepartRequest,
    scope: 'manifests:carry',
    toInput: (transport, at) => ({ ...transport, at }),
  }),
  arrive: stepRoute('arrive', {
    summary: 'Confirm that the load has arrived',
    body: ArriveRequest,
    toInput: (_, at) => ({ at }),
  }),
  accept: stepRoute('accept', {
    summary: 'Accept the load',
    body: AcceptRequest,
    toInput: ({ lines, ...rest }, at) => ({
      ...rest,
      at,
      lines: lines.map((line) => ({ ...line, ...NOTHING_REFUSED })),
    }),
  }),
  accept_partially: stepRoute('accept_partially', {
    summary: 'Accept a part of the load and reject the rest',
    body: AcceptPartiallyRequest,
    toInput: (decision, at) => ({ ...decision, at }),
  }),
  reject: stepRoute('reject', {
    summary: 'Reject the load',
    body: RejectRequest,
    toInput: ({ lines, ...rest }, at) => ({
      ...rest,
      at,
      lines: lines?.map((line) => ({ ...line, ...NOTHING_ACCEPTED })) ?? null,
    }),
  }),
  dispute: stepRoute('dispute', {
    summary: 'Dispute the load before deciding',
    body: DisputeRequest,
    toInput: (dispute, at) => ({ ...dispute, at }),
  }),
  close: stepRoute('close', {
    summary: 'Close a decided manifest',
    body: CloseRequest,
    toInput: (closing, at) => ({ ...closing, at }),
  }),
  cancel: stepRoute('cancel', {
    summary: 'Cancel before the load is handed over',
    body: CancelRequest,
    toInput: (cancellation, at) => ({ ...cancellation, at }),
  }),
};

/** Routes for the steps of the organisations on a manifest. Each request has an idempotency key. */
export const stepRoutes =
  (deps: RequestDeps & LawDeps): FastifyPluginAsyncZod =>
  async (http) => {
    for (const [step, { summary, body, scope, toRequest }] of Object.entries(STEP_ROUTES)) {
      http.post(
        `/manifests/:id/${pathOf(step as UserStep)}`,
        {
          config: {
            scope,
            personal: 'manifest',
            problems: problemsOf(step as UserStep),
            example: AFTER_STEP[step as UserStep],
            etag: true,
          },
          schema: {
            summary,
            description: STEP_DESCRIPTIONS[step as UserStep].description,
            tags: ['manifests'],
            params: IdParams,
            headers: StepHeaders,
            body,
            response: { 200: ManifestResponse },
          },
        },
        async (request, reply) => {
          const { at, ...said } = request.body as { readonly at?: Date };
          const taken = toRequest(said, (at ?? deps.clock()).toISOString());
          const { actor } = callerOf(request);
          const { params, headers } = request;
          const by = { actor, law: await manifestLaw(deps), ifVersion: versionOf(headers['if-match']) };
          return once(deps, request, reply.status(200), async (tx) => {
            const manifest = await takeStep(tx, deps, { ...taken, ...by, id: params.id });
            return toManifestResponse(manifest, insightOf(actor, manifest), {
              language: languageOf(headers['accept-language']),
              today: dayOf(deps.clock()),
            });
          });
        },
      );
    }
  };
