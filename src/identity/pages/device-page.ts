/** Pages on which a person authorises a device (RFC 8628), and those of logging out. */

import type { Language } from '../../core/messages/language.ts';
import type { ProblemText } from '../../core/messages/problem.ts';
import { type ApplicationFacts, factsOf } from './consent-page.ts';
import { html } from './html.ts';
import { isOurError, wordsOfError } from './oauth-errors.ts';
import { alertOf, type Page, page } from './page.ts';
import { TEXTS } from './texts.ts';

/** A form of the authorisation server: its address, and the secret of its session against forged forms. */
export type Form = { readonly language: Language; readonly action: string; readonly xsrf: string };

export function deviceCodePage({ language, action, xsrf }: Form, code: string, fault: ProblemText | undefined): Page {
  const texts = TEXTS[language];
  const main = html`<p>${texts.deviceWhat}</p>
${alertOf(fault)}
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<label for="code">${texts.deviceCode}</label>
<input id="code" class="code" name="user_code" value="${code}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20" required autofocus>
<button class="main" type="submit">${texts.goOn}</button>
</form>`;
  return page({ language, title: texts.deviceTitle, main });
}

/** A device that waits for authorisation, with the address and software that it sent. */
export type WaitingDevice = ApplicationFacts & {
  /** The person logged in, who would authorise it; undefined when a login follows. */
  readonly person: string | undefined;
  readonly application: string;
  readonly code: string;
  readonly address: string;
  readonly software: string;
};

export function deviceConfirmPage(
  { language, action, xsrf }: Form,
  { application, code, person, ...device }: WaitingDevice,
): Page {
  const texts = TEXTS[language];
  const main = html`<p>${texts.confirmWarning}</p>
<dl>
${person === undefined ? undefined : html`<dt>${texts.person}</dt><dd>${person}</dd>`}
<dt>${texts.application}</dt><dd>${application}</dd>
${factsOf(device, language)}
<dt>${texts.code}</dt><dd class="code-shown">${code}</dd>
<dt>${texts.address}</dt><dd>${device.address || texts.unknown}</dd>
<dt>${texts.software}</dt><dd>${device.software || texts.unknown}</dd>
</dl>
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<input type="hidden" name="user_code" value="${code}">
<button class="main" type="submit" name="confirm" value="yes">${texts.confirm}</button>
<button type="submit" name="abort" value="yes">${texts.refuse}</button>
</form>`;
  return page({ language, title: texts.confirmTitle, main });
}

export function deviceDonePage(language: Language): Page {
  return messagePage(language, TEXTS[language].doneTitle, TEXTS[language].doneWhat);
}

export function deviceRefusedPage(language: Language): Page {
  return messagePage(language, TEXTS[language].refusedTitle, TEXTS[language].refusedWhat);
}

/** Shows the question whether to log out. `sendsTo`: origin of the application to which the browser then returns. */
export function logoutPage({ language, action, xsrf }: Form, sendsTo: string | undefined): Page {
  const texts = TEXTS[language];
  const main = html`<p>${texts.logoutWhat}</p>
<form method="post" action="${action}">
<input type="hidden" name="xsrf" value="${xsrf}">
<button class="main" type="submit" name="logout" value="yes" autofocus>${texts.logOut}</button>
</form>`;
  return page({ language, title: texts.logoutTitle, main, sendsTo });
}

export function loggedOutPage(language: Language): Page {
  return messagePage(language, TEXTS[language].loggedOutTitle, TEXTS[language].loggedOutWhat);
}

/** An error of the authorisation server on its page, in words of ours. */
export type ShownError = {
  /** Error of OAuth 2.0, such as `invalid_request`. */
  readonly error: string;
  /** Code of our catalogue with its title, if there is one. */
  readonly problem?: { readonly code: string; readonly title: string } | undefined;
  /** Number by which the log names the request. */
  readonly requestId: string;
};

/** Shows an error: first the advice for the user, then the details for the support. */
export function refusalPage(language: Language, { error, problem, requestId }: ShownError): Page {
  const texts = TEXTS[language];
  const [what, whom] = isOurError(error) ? [texts.errorOurs, texts.errorOperator] : [texts.errorWhat, texts.errorMaker];
  const main = html`<p>${what}</p><p>${whom}</p>
<p><code>${problem?.code ?? error}</code> ${problem?.title}</p>
<p>${wordsOfError(error, language)}</p>
<dl><dt>${texts.request}</dt><dd>${requestId}</dd></dl>`;
  return page({ language, title: texts.errorTitle, main });
}

function messagePage(language: Language, title: string, text: string): Page {
  return page({ language, title, main: html`<p role="status">${text}</p>` });
}
