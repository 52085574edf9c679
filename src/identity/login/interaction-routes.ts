/** The login pages: `/oidc/interaction/{uid}`, to which the authorisation server redirects a browser. */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { Problem } from '../../core/messages/problem.ts';
import { addressOf, httpProblem, languageOf, STATUS } from '../../platform/http/index.ts';
import type { LocalIssuer } from '../local-issuer-service.ts';
import { codePage, enrolmentPage, recoveryPage } from '../pages/code-page.ts';
import { consentPage } from '../pages/consent-page.ts';
import { type LoginView, loginPage, newPasswordPage } from '../pages/login-page.ts';
import { faultPage, type Page } from '../pages/page.ts';
import { PASSWORD_MAX } from '../passwords/password.ts';
import { personProblem } from '../people/problems.ts';
import { allowApplication, findFacts } from './consent-service.ts';
import { DEVICE_SECONDS, type DeviceCookie } from './device.ts';
import {
  type Done,
  findFirstLogin,
  findOpenCode,
  finishEnrolment,
  type InteractionDeps,
  type LoginStep,
  type OpenCode,
  submitCode,
  submitCredentials,
  submitNewPassword,
} from './interaction-service.ts';
import { CANCELLED, type Login, type LoginResult, loggedInAs } from './login.ts';

/** Maximum size of a form with two short fields. */
const FORM_BYTES = 4_096;

// A longer text cannot be a password, so it is not hashed.
const Password = z.string().max(PASSWORD_MAX).default('');
const LoginForm = z.object({ login: z.string().max(64).default(''), password: Password });
const CodeForm = z.object({ code: z.string().max(40).default('') });
const NewPasswordForm = z.object({ password: Password, repeated: Password });

export type InteractionOptions = InteractionDeps & {
  readonly server: Pick<LocalIssuer['server'], 'findLogin' | 'endLogin'>;
  /** Path of the issuer. */
  readonly prefix: string;
  /** True when browsers reach the issuer by https. */
  readonly secure: boolean;
};

/**
 * A login belongs to the browser with its cookies. Other sites cannot submit forms with them (SameSite), and their path
 * belongs to this login only. So the forms need no further secret.
 */
export const interactionRoutes =
  (options: InteractionOptions): FastifyPluginAsync =>
  async (http) => {
    const { server, prefix } = options;
    readForms(http);
    answerWithPages(http);
    const route = {
      config: { public: true, credentials: true },
      schema: { hide: true },
      bodyLimit: FORM_BYTES,
    } as const;

    const begin = async (request: FastifyRequest, reply: FastifyReply) => {
      const login = await server.findLogin(request.raw, reply.raw);
      if (!request.url.split('?')[0]?.startsWith(`${prefix}/interaction/${login.uid}`))
        throw personProblem('login-lapsed');
      return { login, view: viewOf(request, login, prefix) };
    };
    /** Begins a step of a login; a page that asks for consent takes none. */
    const beginLogin: Steps['begin'] = async (request, reply) => {
      const begun = await begin(request, reply);
      if (begun.login.asks !== undefined) throw personProblem('login-lapsed');
      return begun;
    };
    const end = async (request: FastifyRequest, reply: FastifyReply, result: LoginResult) =>
      reply.header('cache-control', 'no-store').redirect(await server.endLogin(request.raw, reply.raw, result), 303);

    const complete = (request: FastifyRequest, reply: FastifyReply, { done, by, device }: Done) =>
      end(request, reply.header('set-cookie', keptDevice(device, options)), loggedInAs(done, by));
    // Each step has a page of its own, so that reloading it or going back to it does not send a password again.
    const goOn = (request: FastifyRequest, reply: FastifyReply, step: LoginStep, { path }: LoginView) =>
      'done' in step
        ? complete(request, reply, step)
        : reply.header('cache-control', 'no-store').redirect(`${path}/${step.next}`, 303);

    http.get('/:uid', route, async (request, reply) => {
      const { login, view } = await begin(request, reply);
      return show(
        reply,
        login.asks === undefined ? loginPage(view) : consentPage({ ...view, ...(await findFacts(options, login)) }),
      );
    });

    http.post('/:uid', route, async (request, reply) => {
      const { login, view } = await beginLogin(request, reply);
      const form = LoginForm.safeParse(request.body);
      const typed = form.success ? form.data : { login: '', password: '' };
      const from = { address: addressOf(request), cookies: request.headers.cookie };
      let step: LoginStep;
      try {
        step = await submitCredentials(options, login, { ...typed, ...from });
      } catch (error) {
        return showAgain(request, reply, error, (fault) => loginPage({ ...view, ...fault, login: typed.login }));
      }
      return goOn(request, reply, step, view);
    });

    passwordRoutes({ http, options, begin: beginLogin, goOn, route });
    codeRoutes({ http, options, begin: beginLogin, complete, route });

    http.post('/:uid/consent', route, async (request, reply) => {
      const { login } = await begin(request, reply);
      return end(request, reply, await allowApplication(options, login));
    });

    http.post('/:uid/abort', route, async (request, reply) => {
      await begin(request, reply);
      return end(request, reply, CANCELLED);
    });
  };

type Steps = {
  readonly http: FastifyInstance;
  readonly options: InteractionOptions;
  readonly route: RouteShorthandOptions;
  readonly begin: (
    request: FastifyRequest,
    reply: FastifyReply,
  ) => Promise<{ readonly login: Login; readonly view: LoginView }>;
  readonly goOn: (
    request: FastifyRequest,
    reply: FastifyReply,
    step: LoginStep,
    view: LoginView,
  ) => Promise<FastifyReply> | FastifyReply;
  readonly complete: (request: FastifyRequest, reply: FastifyReply, done: Done) => Promise<FastifyReply>;
};

/** Pages on which a person replaces the initial password. */
function passwordRoutes({ http, options, route, begin, goOn }: Omit<Steps, 'complete'>): void {
  const withLoginName = async (login: Login, view: LoginView): Promise<LoginView> => ({
    ...view,
    login: (await findFirstLogin(options, login)).login ?? '',
  });

  http.get('/:uid/password', route, async (request, reply) => {
    const { login, view } = await begin(request, reply);
    return show(reply, newPasswordPage(await withLoginName(login, view)));
  });

  http.post('/:uid/password', route, async (request, reply) => {
    const { login, view } = await begin(request, reply);
    const form = NewPasswordForm.safeParse(request.body);
    const typed = form.success ? form.data : { password: '', repeated: '' };
    let step: LoginStep;
    try {
      step = await submitNewPassword(options, login, typed);
    } catch (error) {
      const named = await withLoginName(login, view);
      return showAgain(request, reply, error, (fault) => newPasswordPage({ ...named, ...fault }));
    }
    return goOn(request, reply, step, view);
  });
}

/** Pages of the second factor: the code, the enrolment of an application, and the recovery codes. */
function codeRoutes({ http, options, route, begin, complete }: Omit<Steps, 'goOn'>): void {
  http.get('/:uid/code', route, async (request, reply) => {
    const { login, view } = await begin(request, reply);
    return show(reply, pageOfCode(view, await findOpenCode(options, login)));
  });

  http.post('/:uid/code', route, async (request, reply) => {
    const { login, view } = await begin(request, reply);
    const form = CodeForm.safeParse(request.body);
    let step: Awaited<ReturnType<typeof submitCode>>;
    try {
      const code = form.success ? form.data.code : '';
      step = await submitCode(options, login, { code, cookies: request.headers.cookie });
    } catch (error) {
      const open = await findOpenCode(options, login);
      return showAgain(request, reply, error, (fault) => pageOfCode({ ...view, ...fault }, open));
    }
    return 'done' in step ? complete(request, reply, step) : show(reply, recoveryPage(view, step.recoveryCodes));
  });

  http.post('/:uid/enrolled', route, async (request, reply) => {
    const { login } = await begin(request, reply);
    return complete(request, reply, await finishEnrolment(options, login));
  });
}

const pageOfCode = (view: LoginView, { secret, address }: OpenCode): Page =>
  secret === null ? codePage(view) : enrolmentPage(view, { secret, address });

function keptDevice({ name, value }: DeviceCookie, { prefix, secure }: InteractionOptions): string {
  const limits = `Path=${prefix}/interaction; Max-Age=${DEVICE_SECONDS}; HttpOnly; SameSite=Lax`;
  return `${name}=${value}; ${limits}${secure ? '; Secure' : ''}`;
}

const languageIn = ({ headers }: FastifyRequest): Language => languageOf(headers['accept-language']);

function viewOf(request: FastifyRequest, login: Login, prefix: string): LoginView {
  const { uid, application, redirectUri } = login;
  return {
    ...{ language: languageIn(request), path: `${prefix}/interaction/${uid}`, application },
    sendsTo: redirectUri !== undefined && URL.canParse(redirectUri) ? new URL(redirectUri).origin : undefined,
    logoutPath: login.accountId === undefined ? undefined : `${prefix}/session/end`,
  };
}

function show(reply: FastifyReply, { body, headers }: Page): FastifyReply {
  return reply.headers({ ...headers }).send(body);
}

type Fault = Pick<LoginView, 'fault'>;

/** Shows the page again with the fault, if the person can correct it there; throws other errors. */
function showAgain(request: FastifyRequest, reply: FastifyReply, error: unknown, pageOf: (fault: Fault) => Page) {
  if (!(error instanceof Problem) || error.code === 'login-lapsed') throw error;
  setStatus(reply, error);
  return show(reply, pageOf({ fault: error.text(languageIn(request)) }));
}

function setStatus(reply: FastifyReply, { kind, code, facts }: Problem): void {
  reply.status(STATUS[kind]).header('problem-code', code);
  if (kind === 'too-many') reply.header('retry-after', String(facts.retryAfterSeconds ?? 1));
}

function readForms(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
}

/** Answers browsers with a page for every error, and programs in JSON as usual. */
export function answerWithPages(http: FastifyInstance): void {
  http.setErrorHandler((error, request, reply) => {
    if (!/text\/html/.test(request.headers.accept ?? '')) throw error;
    const language = languageIn(request);
    const problem = error instanceof Problem ? error : problemOf(error);
    if (problem.kind === 'unavailable') request.log.error({ err: error, requestId: request.id }, 'a login failed');
    setStatus(reply, problem);
    return show(reply, faultPage(language, problem.text(language), problem.code));
  });
}

function problemOf(error: unknown): Problem {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status < 500) return personProblem('login-lapsed', {}, error);
  return httpProblem('overloaded', { reason: 'login-unavailable' }, error);
}
