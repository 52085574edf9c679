/** The pages on which a person lets a device in (RFC 8628), and those of logging out. */

import type { Language } from '../../core/messages/language.ts';
import type { ProblemText } from '../../core/messages/problem.ts';
import { html } from './html.ts';
import { alertOf, type Page, page } from './page.ts';
import { TEXTS } from './texts.ts';

/** A form of the authorisation server: where it goes, and the secret of the session that sent it. */
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

/** Who asks to be let in. What the device says of itself is shown as its own words. */
export type Asking = {
  /** Who is logged in and would let it in; nobody yet, when a login follows. */
  readonly inNameOf: string | undefined;
  readonly application: string;
  readonly code: string;
  readonly address: string;
  readonly software: string;
};

export function deviceConfirmPage(
  { language, action, xsrf }: Form,
  { application, code, inNameOf, ...device }: Asking,
): Page {
  const texts = TEXTS[language];
  const main = html`<p>${texts.confirmWarning}</p>
<dl>
${inNameOf === undefined ? undefined : html`<dt>${texts.inNameOf}</dt><dd>${inNameOf}</dd>`}
<dt>${texts.application}</dt><dd>${application}</dd>
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
  return said(language, TEXTS[language].doneTitle, TEXTS[language].doneWhat);
}

export function deviceRefusedPage(language: Language): Page {
  return said(language, TEXTS[language].refusedTitle, TEXTS[language].refusedWhat);
}

/** Whether to log out. `sendsTo`: origin of the application that logging out leads back to. */
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
  return said(language, TEXTS[language].loggedOutTitle, TEXTS[language].loggedOutWhat);
}

/** What an application did wrong: first what its user can do, then what its maker has to know. */
export function refusalPage(language: Language, code: string, description: string): Page {
  const texts = TEXTS[language];
  const main = html`<p>${texts.errorWhat}</p><p>${texts.errorMaker}</p><p><code>${code}</code></p><p>${description}</p>`;
  return page({ language, title: texts.errorTitle, main });
}

function said(language: Language, title: string, text: string): Page {
  return page({ language, title, main: html`<p role="status">${text}</p>` });
}
