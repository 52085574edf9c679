/** The pages that the authorisation server shows by itself: letting devices in, logging out, what cannot go on. */
import type { Configuration, ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import type { Language } from '../../core/messages/language.ts';
import { Problem, type ProblemText } from '../../core/messages/problem.ts';
import { languageOf } from '../../platform/http/index.ts';
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
import type { findAccount } from './account-service.ts';
import { codeOf } from './fault.ts';
import { explained, problemCalled, type ShownCode } from './refusal-service.ts';

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

/** What the library throws when the form is to be shown once more. */
const CODE_FAULTS: Readonly<Record<string, ShownCode>> = {
  NotFoundError: 'device-code-wrong',
  ExpiredError: 'device-code-expired',
  AlreadyUsedError: 'device-code-used',
  SessionNotFound: 'login-lapsed',
  InvalidRequest: 'login-lapsed',
};

const STATUS: Readonly<Record<string, number>> = { 'device-code-wrong': 404, 'login-locked': 429 };

type Told = { readonly code: string; readonly text: ProblemText };

function faultOf(error: Error, language: Language): Told | undefined {
  if (error instanceof Problem) return { code: error.code, text: error.text(language) };
  const code = CODE_FAULTS[error.name];
  return code && { code, text: problemCalled(code).text(language) };
}

/** The form for the code, with the code already in it where the device led here with it (`verification_uri_complete`). */
function showCodeForm(ctx: KoaContextWithOIDC, _: string, out?: ErrorOut, error?: Error): void {
  if (isStray(ctx)) return void showStray(ctx);
  const told = error && faultOf(error, languageIn(ctx));
  if (told !== undefined) ctx.status = STATUS[told.code] ?? 400;
  if (error instanceof Problem && error.kind === 'too-many') {
    ctx.set('retry-after', String(error.facts.retryAfterSeconds ?? 1));
  }
  show(ctx, codePage(ctx, { out, error, text: told?.text }));
}

/** Whether somebody comes back from a login that was never begun, or is long over: there is no session to go on with. */
function isStray({ oidc: { route, session } }: KoaContextWithOIDC): boolean {
  return route === 'device_resume' && session !== undefined && session.exp === undefined;
}

function showStray(ctx: KoaContextWithOIDC): void {
  // The library has begun a session for the form; saving what was never saved before would make it fail.
  Object.assign(ctx.oidc.session ?? {}, { touched: false });
  const language = languageIn(ctx);
  ctx.status = 400;
  show(ctx, faultPage(language, problemCalled('login-lapsed').text(language), 'login-lapsed'));
}

type Shown = {
  readonly out: ErrorOut | undefined;
  readonly error: Error | undefined;
  readonly text?: ProblemText | undefined;
};

function codePage(ctx: KoaContextWithOIDC, { out = { error: '' }, error, text }: Shown): Page {
  if (error?.name === 'AbortedError') return deviceRefusedPage(languageIn(ctx));
  const isMendable = error === undefined || text !== undefined || error.name === 'NoCodeError';
  if (!isMendable) return refusalOf(ctx, out, error);
  const typed = ctx.state.userCode ?? (error as { userCode?: string } | undefined)?.userCode;
  return deviceCodePage(formOf(ctx, 'code_verification'), String(typed ?? ''), text);
}

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>;
type FindAccount = ReturnType<typeof findAccount>;

/** Whether this is the device: told with whom it would act for, and with what it says of itself. */
export const confirming =
  (find: FindAccount): NonNullable<DeviceFlow['userCodeConfirmSource']> =>
  async (ctx, _, client, device, code) => {
    const asking = { address: String(device.address ?? ''), software: String(device.software ?? ''), code };
    const application = client.clientName ?? client.clientId;
    const inNameOf = await inNameOfWhom(ctx, find);
    show(ctx, deviceConfirmPage(formOf(ctx, 'code_verification'), { ...asking, application, inNameOf }));
  };

/** At a browser that several people use, somebody else may still be logged in. */
async function inNameOfWhom(ctx: KoaContextWithOIDC, find: FindAccount): Promise<string | undefined> {
  const accountId = ctx.oidc.session?.accountId;
  const account = accountId === undefined ? undefined : await find(ctx, accountId);
  return account && `${account.person.personName} (${account.person.login})`;
}

/** JSON for machines, with our code; a page for people. */
function showRefusal(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  if (ctx.accepts('json', 'html') === 'html') show(ctx, refusalOf(ctx, out, error));
  else ctx.body = { ...out, ...explained({ ...out, ...detailOf(error) }) };
}

function refusalOf(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): Page {
  const language = languageIn(ctx);
  if (error.name === 'SessionNotFound')
    return faultPage(language, problemCalled('login-lapsed').text(language), 'login-lapsed');
  const code = codeOf({ ...out, ...detailOf(error) });
  const said = code && problemCalled(code).text(language).title;
  return refusalPage(language, code ?? out.error, [said, out.error_description].filter(Boolean).join(' · '));
}

const detailOf = (error: Error): object => ('error_detail' in error ? { error_detail: error.error_detail } : {});

function originOf(url: unknown): string | undefined {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).origin : undefined;
}

/** What a device says of itself, so that a person can tell whether it is the one in the hand. */
const deviceInfo = (ctx: KoaContextWithOIDC) => ({
  address: ctx.ip,
  software: ctx.get('user-agent').slice(0, 200),
});

/** Query of the page for codes that says that a device was let in. */
const DONE = 'done';

/** Shows that a device was let in, where that is asked for. @returns whether it is */
export function showsDone(ctx: KoaContextWithOIDC): boolean {
  if (ctx.method !== 'GET' || !(DONE in ctx.query)) return false;
  show(ctx, deviceDonePage(languageIn(ctx)));
  return true;
}

/** Shown by the library, in its places. */
export const PAGES = {
  deviceFlow: {
    deviceInfo,
    userCodeInputSource: showCodeForm,
    // A page of its own, which says the same when it is looked at once more.
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
