/** Pages of the authorisation server: authorising a device, logging out, and errors. */
import type { Configuration, ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { scopesOf } from '../../core/access/roles.ts';
import type { Language } from '../../core/messages/language.ts';
import { Problem, type ProblemText } from '../../core/messages/problem.ts';
import type { Db } from '../../platform/database/db.ts';
import { languageOf } from '../../platform/http/index.ts';
import { readHistory } from '../clients/registrant-store.ts';
import {
  deviceCodePage,
  deviceConfirmPage,
  deviceDonePage,
  deviceRefusedPage,
  type Form,
  loggedOutPage,
  logoutPage,
  refusalPage,
} from '../pages/device-page.ts';
import { faultPage, type Page } from '../pages/page.ts';
import { shownName } from '../people/person.ts';
import { findAccount, type PersonAccount, scopesOfClient } from './account-adapter.ts';
import { codeOf } from './fault.ts';
import { explanationOf, problemOf, requestIdOf, type ShownCode } from './refusal-adapter.ts';

const languageIn = (ctx: KoaContextWithOIDC): Language => languageOf(ctx.get('accept-language'));

function show(ctx: KoaContextWithOIDC, { body, headers }: Page): void {
  ctx.set({ ...headers });
  ctx.body = body;
}

function formOf(ctx: KoaContextWithOIDC, route: string): Form {
  const { session, provider } = ctx.oidc;
  const secret = session?.state?.secret;
  return {
    language: languageIn(ctx),
    action: provider.pathFor(route),
    xsrf: typeof secret === 'string' ? secret : '',
  };
}

/** Codes for the errors after which the library shows the form again. */
const CODE_FAULTS: Readonly<Record<string, ShownCode>> = {
  NotFoundError: 'device-code-wrong',
  ExpiredError: 'device-code-expired',
  AlreadyUsedError: 'device-code-used',
  SessionNotFound: 'login-lapsed',
  InvalidRequest: 'login-lapsed',
};

const STATUS: Readonly<Record<string, number>> = { 'device-code-wrong': 404, 'login-locked': 429 };

type ShownFault = { readonly code: string; readonly text: ProblemText };

function faultOf(error: Error, language: Language): ShownFault | undefined {
  if (error instanceof Problem) return { code: error.code, text: error.text(language) };
  const code = CODE_FAULTS[error.name];
  return code && { code, text: problemOf(code).text(language) };
}

/** Shows the form for the code of a device, filled in when the address contains the code (`verification_uri_complete`). */
function showCodeForm(ctx: KoaContextWithOIDC, _: string, out?: ErrorOut, error?: Error): void {
  if (isStray(ctx)) return void showStray(ctx);
  const fault = error && faultOf(error, languageIn(ctx));
  if (fault !== undefined) ctx.status = STATUS[fault.code] ?? 400;
  if (error instanceof Problem && error.kind === 'too-many') {
    ctx.set('retry-after', String(error.facts.retryAfterSeconds ?? 1));
  }
  show(ctx, codePage(ctx, { out, error, text: fault?.text }));
}

/** Returns true when a browser returns from an unknown or expired login, so without a session. */
function isStray({ oidc: { route, session } }: KoaContextWithOIDC): boolean {
  return route === 'device_resume' && session !== undefined && session.exp === undefined;
}

function showStray(ctx: KoaContextWithOIDC): void {
  // The library has begun a session for the form, and fails when it saves a session that was never stored.
  Object.assign(ctx.oidc.session ?? {}, { touched: false });
  const language = languageIn(ctx);
  ctx.status = 400;
  show(ctx, faultPage(language, problemOf('login-lapsed').text(language), 'login-lapsed'));
}

type CodeForm = {
  readonly out: ErrorOut | undefined;
  readonly error: Error | undefined;
  readonly text?: ProblemText | undefined;
};

function codePage(ctx: KoaContextWithOIDC, { out = { error: '' }, error, text }: CodeForm): Page {
  if (error?.name === 'AbortedError') return deviceRefusedPage(languageIn(ctx));
  const canRetry = error === undefined || text !== undefined || error.name === 'NoCodeError';
  if (!canRetry) return refusalOf(ctx, out, error);
  const typed = ctx.state.userCode ?? (error as { userCode?: string } | undefined)?.userCode;
  return deviceCodePage(formOf(ctx, 'code_verification'), String(typed ?? ''), text);
}

const UNNAMED = { registered: undefined, changed: undefined } as const;

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>;

/**
 * Shows the page on which a person confirms a device, with its address, its software and its code, and the facts about its
 * application. A browser without a login learns no names; it gets the page with all facts after the login.
 */
export const confirmPageFor =
  (db: Db): NonNullable<DeviceFlow['userCodeConfirmSource']> =>
  async (ctx, _, client, info, code) => {
    const device = { address: String(info.address ?? ''), software: String(info.software ?? ''), code };
    const application = client.clientName ?? client.clientId;
    const account = await accountIn(ctx, db);
    const person = account && shownName(account.person);
    const requested = String(ctx.oidc.entities.DeviceCode?.params?.scope ?? scopesOfClient(client).join(' ')).split(
      ' ',
    );
    const ofPerson = account && scopesOf(account.roles);
    const granted = scopesOfClient(client).filter(
      (one) => requested.includes(one) && ofPerson?.includes(one) !== false,
    );
    const scopes = requested.includes('openid') ? ['openid', ...granted] : granted;
    const history = account === undefined ? UNNAMED : await readHistory(db, client.clientId);
    const facts = { application, person, scopes, history };
    show(ctx, deviceConfirmPage(formOf(ctx, 'code_verification'), { ...device, ...facts }));
  };

/** Finds the person logged in within this browser, who may be another person at a shared browser. */
async function accountIn(ctx: KoaContextWithOIDC, db: Db): Promise<PersonAccount | undefined> {
  const accountId = ctx.oidc.session?.accountId;
  return accountId === undefined ? undefined : findAccount(db)(ctx, accountId);
}

/** Answers programs in JSON, with our code in addition, and browsers with a page. */
function showRefusal(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  if (ctx.accepts('json', 'html') === 'html') show(ctx, refusalOf(ctx, out, error));
  else ctx.body = { ...out, ...explanationOf({ ...out, ...detailOf(error) }) };
}

function refusalOf(ctx: KoaContextWithOIDC, { error, error_description }: ErrorOut, cause: Error): Page {
  const language = languageIn(ctx);
  if (cause.name === 'SessionNotFound')
    return faultPage(language, problemOf('login-lapsed').text(language), 'login-lapsed');
  const code = codeOf({ error, error_description, ...detailOf(cause) });
  const problem = code && { code, title: problemOf(code).text(language).title };
  return refusalPage(language, { error, problem, requestId: requestIdOf(ctx) });
}

const detailOf = (error: Error): object => ('error_detail' in error ? { error_detail: error.error_detail } : {});

function originOf(url: unknown): string | undefined {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).origin : undefined;
}

/** Address and software of a device, so that a person can recognise it. */
const deviceInfo = (ctx: KoaContextWithOIDC) => ({
  address: ctx.ip,
  software: ctx.get('user-agent').slice(0, 200),
});

/** Query parameter with which the code page shows that a device was authorised. */
const DONE = 'done';

/** Shows that a device was authorised, if the query says so. @returns true when it did */
export function showsDone(ctx: KoaContextWithOIDC): boolean {
  if (ctx.method !== 'GET' || !(DONE in ctx.query)) return false;
  show(ctx, deviceDonePage(languageIn(ctx)));
  return true;
}

/** The pages, under the names of the library's configuration. */
export const PAGES = {
  deviceFlow: {
    deviceInfo,
    userCodeInputSource: showCodeForm,
    // A redirect, so that the page can be reloaded.
    successSource: (ctx) => {
      ctx.status = 303;
      ctx.redirect(`${ctx.oidc.provider.pathFor('code_verification')}?${DONE}`);
    },
  },
  rpInitiatedLogout: {
    logoutSource: (ctx) => {
      const form = formOf(ctx, 'end_session_confirm');
      show(ctx, logoutPage(form, originOf(ctx.oidc.session?.state?.postLogoutRedirectUri)));
    },
    postLogoutSuccessSource: (ctx) => show(ctx, loggedOutPage(languageIn(ctx))),
  },
  renderError: showRefusal,
} as const satisfies {
  deviceFlow: DeviceFlow;
  rpInitiatedLogout: NonNullable<Configuration['features']>['rpInitiatedLogout'];
  renderError: Configuration['renderError'];
};
