/** Pages on which a person logs in, and replaces the initial password. */

import type { Language } from '../../core/messages/language.ts';
import type { ProblemText } from '../../core/messages/problem.ts';
import { DIFFERENT_MIN, PASSWORD_MAX, PASSWORD_MIN } from '../passwords/password.ts';
import { type Html, html } from './html.ts';
import { alertOf, type Page, page } from './page.ts';
import { TEXTS } from './texts.ts';

/** Values that a login page shows. */
export type LoginView = {
  readonly language: Language;
  /** Path of the login, to which its forms are sent. */
  readonly path: string;
  readonly application: string;
  /** Origin of the application, to which the browser returns after the login. */
  readonly sendsTo: string | undefined;
  /** Fault of the previous form. */
  readonly fault?: ProblemText | undefined;
  /** Login name as typed, or of the person who chooses a password. A password is never sent back. */
  readonly login?: string | undefined;
  /** Path of the logout page, when a person is already logged in within this browser. */
  readonly logoutPath?: string | undefined;
};

export function loginPage(view: LoginView): Page {
  const { language, path, fault, login = '', sendsTo, logoutPath } = view;
  const texts = TEXTS[language];
  const main = html`<p>${texts.loginFor} <strong>${view.application}</strong></p>
${alertOf(fault)}
${logoutPath === undefined ? undefined : html`<p><a href="${logoutPath}">${texts.logoutFirst}</a></p>`}
<form method="post" action="${path}">
<label for="login">${texts.login}</label>
<input id="login" name="login" value="${login}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required${login === '' ? AUTOFOCUS : undefined}>
<label for="password">${texts.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="${String(PASSWORD_MAX)}" required${login === '' ? undefined : AUTOFOCUS}>
<button class="main" type="submit">${texts.logIn}</button>
</form>
${cancelForm(view)}`;
  return page({ language, title: texts.loginTitle, main, sendsTo });
}

export function newPasswordPage(view: LoginView): Page {
  const { language, path, fault, login = '', sendsTo } = view;
  const texts = TEXTS[language];
  const main = html`<p>${texts.newPasswordWhy}</p>
${alertOf(fault)}
<form method="post" action="${`${path}/password`}">
<label for="login">${texts.login}</label>
<input id="login" value="${login}" autocomplete="username" readonly>
<label for="password">${texts.newPassword}</label>
<input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="rule" minlength="${String(PASSWORD_MIN)}" maxlength="${String(PASSWORD_MAX)}" required autofocus>
<p id="rule">${texts.passwordRule.replace('{min}', String(PASSWORD_MIN)).replace('{different}', String(DIFFERENT_MIN))}</p>
<label for="repeated">${texts.repeatPassword}</label>
<input id="repeated" name="repeated" type="password" autocomplete="new-password" maxlength="${String(PASSWORD_MAX)}" required>
<button class="main" type="submit">${texts.setPassword}</button>
</form>
${cancelForm(view)}`;
  return page({ language, title: texts.newPasswordTitle, main, sendsTo });
}

const AUTOFOCUS = html` autofocus`;

/** Makes the form that cancels a login. */
export function cancelForm({ language, path }: LoginView, label = TEXTS[language].cancel): Html {
  return html`<form method="post" action="${`${path}/abort`}"><button type="submit">${label}</button></form>`;
}
