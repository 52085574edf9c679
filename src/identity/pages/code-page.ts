/** Pages of the second factor: the code, the enrolment of an authenticator application, and the recovery codes. */
import encodeQR from 'qr';
import { readableSecret } from '../second-factor/second-factor.ts';
import { type Html, html } from './html.ts';
import { cancelForm, type LoginView } from './login-page.ts';
import { alertOf, type Page, page } from './page.ts';
import { TEXTS, type Texts } from './texts.ts';

export function codePage(view: LoginView): Page {
  const { language, sendsTo } = view;
  const texts = TEXTS[language];
  const main = html`<p>${texts.codeWhy}</p>
${alertOf(view.fault)}
${codeForm(view, { label: texts.codeLabel, button: texts.confirmCode })}
${cancelForm(view)}`;
  return page({ language, title: texts.codeTitle, main, sendsTo });
}

/** Key of an application that is being enrolled, and the same key as the address that a QR code shows. */
export type NewKey = { readonly secret: string; readonly address: string };

export function enrolmentPage(view: LoginView, { secret, address }: NewKey): Page {
  const { language, sendsTo } = view;
  const texts = TEXTS[language];
  const main = html`<p>${texts.enrolWhy}</p>
${alertOf(view.fault)}
<div class="qr" role="img" aria-label="${texts.enrolPicture}">${{ html: encodeQR(address, 'svg') }}</div>
<p>${texts.enrolKey}<br><span class="key">${readableSecret(secret)}</span></p>
${codeForm(view, { label: texts.enrolCode, button: texts.enrolConfirm })}
${cancelForm(view)}`;
  return page({ language, title: texts.enrolTitle, main, sendsTo });
}

export function recoveryPage({ language, path, sendsTo }: LoginView, codes: readonly string[]): Page {
  const texts = TEXTS[language];
  const items = codes.map((code) => html`<li><code>${code}</code></li>`.html).join('');
  const main = html`<p>${texts.recoveryWhy}</p>
<ol>${{ html: items }}</ol>
<form method="post" action="${`${path}/enrolled`}"><button class="main" type="submit">${texts.recoveryDone}</button></form>`;
  return page({ language, title: texts.recoveryTitle, main, sendsTo });
}

type Named = { readonly label: Texts[keyof Texts]; readonly button: Texts[keyof Texts] };

function codeForm({ path }: LoginView, { label, button }: Named): Html {
  return html`<form method="post" action="${`${path}/code`}">
<label for="code">${label}</label>
<input id="code" name="code" class="code" autocomplete="one-time-code" inputmode="text" autocapitalize="none" spellcheck="false" maxlength="40" required autofocus>
<button class="main" type="submit">${button}</button>
</form>`;
}
