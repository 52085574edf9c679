/** HTTP: one route per step of a manifest. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Deps } from '../../platform/deps.ts';
import { IdParams } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency.ts';
import type { StepRequest } from '../rules/command.ts';
import { insightOf } from '../rules/warning.ts';
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
  ManifestResponse,
  RegisterPaperRequest,
  RejectRequest,
  StepHeaders,
  SubmitRequest,
  toManifestResponse,
  versionOf,
} from '../schemas.ts';
import { takeStep } from './service.ts';

/** The steps of the organisations on a manifest, each once per idempotency key. */
export const stepRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(beginningRoutes(deps));
    await http.register(transferRoutes(deps));
    await http.register(decisionRoutes(deps));
    await http.register(endingRoutes(deps));
  };

/** Submitting, and paper for when the system is down. */
const beginningRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post('/manifests/:id/submit', route('Submit a draft', SubmitRequest), (request, reply) =>
      takeOnce(deps, request, reply, { step: 'submit', input: { at: atOf(deps, request.body) } }),
    );

    http.post(
      '/manifests/:id/register-paper',
      route('Register that the transfer runs on paper', RegisterPaperRequest),
      (request, reply) => {
        const { at: _, transferCompletedAt, ...paper } = request.body;
        const input = { ...paper, at: atOf(deps, request.body), transferCompletedAt: iso(transferCompletedAt) };
        return takeOnce(deps, request, reply, { step: 'register_paper', input });
      },
    );

    http.post('/manifests/:id/backfill', route('Back-fill a paper manifest', BackfillRequest), (request, reply) => {
      const input = { at: atOf(deps, request.body), transferCompletedAt: iso(request.body.transferCompletedAt) };
      return takeOnce(deps, request, reply, { step: 'backfill', input });
    });
  };

/** From the consignor over the carrier to the receiver. */
const transferRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post(
      '/manifests/:id/hand-over',
      route('Hand the load over to the carrier', HandOverRequest),
      (request, reply) =>
        takeOnce(deps, request, reply, { step: 'hand_over', input: { at: atOf(deps, request.body) } }),
    );

    http.post(
      '/manifests/:id/depart',
      route('Depart with the load', DepartRequest, 'manifests:carry'),
      (request, reply) => {
        const input = { ...request.body, at: atOf(deps, request.body) };
        return takeOnce(deps, request, reply, { step: 'depart', input });
      },
    );

    http.post('/manifests/:id/arrive', route('Confirm that the load has arrived', ArriveRequest), (request, reply) =>
      takeOnce(deps, request, reply, { step: 'arrive', input: { at: atOf(deps, request.body) } }),
    );
  };

/** What the receiver decides. */
const decisionRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post('/manifests/:id/accept', route('Accept the load', AcceptRequest), (request, reply) => {
      const lines = request.body.lines.map((line) => ({ ...line, ...NOTHING_REFUSED }));
      const input = { ...request.body, lines, at: atOf(deps, request.body) };
      return takeOnce(deps, request, reply, { step: 'accept', input });
    });

    http.post(
      '/manifests/:id/accept-partially',
      route('Accept a part of the load and refuse the rest', AcceptPartiallyRequest),
      (request, reply) => {
        const input = { ...request.body, at: atOf(deps, request.body) };
        return takeOnce(deps, request, reply, { step: 'accept_partially', input });
      },
    );

    http.post('/manifests/:id/reject', route('Refuse the load', RejectRequest), (request, reply) => {
      const lines = request.body.lines?.map((line) => ({ ...line, ...NOTHING_ACCEPTED })) ?? null;
      const input = { ...request.body, lines, at: atOf(deps, request.body) };
      return takeOnce(deps, request, reply, { step: 'reject', input });
    });

    http.post('/manifests/:id/dispute', route('Dispute the load before deciding', DisputeRequest), (request, reply) => {
      const input = { ...request.body, at: atOf(deps, request.body) };
      return takeOnce(deps, request, reply, { step: 'dispute', input });
    });
  };

/** What the consignor ends. */
const endingRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.post('/manifests/:id/close', route('Close a decided manifest', CloseRequest), (request, reply) => {
      const input = { ...request.body, at: atOf(deps, request.body) };
      return takeOnce(deps, request, reply, { step: 'close', input });
    });

    http.post(
      '/manifests/:id/cancel',
      route('Cancel before the load is handed over', CancelRequest),
      (request, reply) => {
        const input = { ...request.body, at: atOf(deps, request.body) };
        return takeOnce(deps, request, reply, { step: 'cancel', input });
      },
    );
  };

const NOTHING_REFUSED = { refusedGrams: 0, refusedPieces: 0 };
const NOTHING_ACCEPTED = { acceptedGrams: 0, acceptedPieces: 0, treatmentMethod: null };

const atOf = ({ clock }: Deps, { at }: { readonly at?: Date | undefined }): string => (at ?? clock()).toISOString();
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The schema of a step's route. */
const route = <Body extends z.ZodType>(
  summary: string,
  body: Body,
  scope: 'manifests:write' | 'manifests:carry' = 'manifests:write',
) =>
  ({
    config: { scope, personal: 'manifest' },
    schema: {
      summary,
      tags: ['manifests'],
      params: IdParams,
      headers: StepHeaders,
      body,
      response: { 200: ManifestResponse },
    },
  }) as const;

/** What the requests of all steps have in common. */
type StepOf = {
  readonly params: { readonly id: string };
  readonly headers: { readonly 'if-match'?: string | undefined };
};

/** Takes a step once per idempotency key and answers the manifest after it. */
function takeOnce(deps: Deps, request: FastifyRequest & StepOf, reply: FastifyReply, taken: StepRequest) {
  const ifVersion = versionOf(request.headers['if-match']);
  const { actor } = request;
  return once(deps, request, reply.status(200), async (tx) => {
    const manifest = await takeStep(tx, deps, { ...taken, actor, id: request.params.id, ifVersion });
    return toManifestResponse(manifest, insightOf(actor, manifest));
  });
}
