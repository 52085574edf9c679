/** The pages on which a person logs in, and chooses a password in place of the first one. */

import type { Language } from '../../core/messages/language.ts';
import type { ProblemText } from '../../core/messages/problem.ts';
import { DIFFERENT_MIN, PASSWORD_MAX, PASSWORD_MIN } from '../people/password.ts';
import { type Html, html } from './html.ts';
import { alertOf, type Page, page } from './page.ts';
import { TEXTS } from './texts.ts';

/** One login: where its forms go, for which application, and what went wrong the time before. */
export type LoginView = {
  readonly language: Language;
  /** Path of the login, under which its forms are sent. */
  readonly path: string;
  readonly application: string;
  /** Origin of the application, to which a finished login leads. */
  readonly sendsTo: string | undefined;
  readonly fault?: ProblemText | undefined;
  /** What was typed as login name, or who chooses a password. A password is never sent back. */
  readonly login?: string | undefined;
  /** Where whoever is logged in can log out, when that is in the way. */
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

export function choicePage(view: LoginView): Page {
  const { language, path, fault, login = '', sendsTo } = view;
  const texts = TEXTS[language];
  const main = html`<p>${texts.chooseWhy}</p>
${alertOf(fault)}
<form method="post" action="${`${path}/password`}">
<label for="login">${texts.login}</label>
<input id="login" value="${login}" autocomplete="username" readonly>
<label for="password">${texts.newPassword}</label>
<input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="rule" minlength="${String(PASSWORD_MIN)}" maxlength="${String(PASSWORD_MAX)}" required autofocus>
<p id="rule">${texts.chooseRule.replace('{min}', String(PASSWORD_MIN)).replace('{different}', String(DIFFERENT_MIN))}</p>
<label for="repeated">${texts.repeatPassword}</label>
<input id="repeated" name="repeated" type="password" autocomplete="new-password" maxlength="${String(PASSWORD_MAX)}" required>
<button class="main" type="submit">${texts.setPassword}</button>
</form>
${cancelForm(view)}`;
  return page({ language, title: texts.chooseTitle, main, sendsTo });
}

const AUTOFOCUS = html` autofocus`;

function cancelForm({ language, path }: LoginView): Html {
  return html`<form method="post" action="${`${path}/abort`}"><button type="submit">${TEXTS[language].cancel}</button></form>`;
}
