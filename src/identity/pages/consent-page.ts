/** Page on which a person allows an application to act in the own name, and the facts by which to decide. */
import { SCOPE_TERMS } from '../../core/access/scope-terms.ts';
import { isScope, SCOPES } from '../../core/access/scopes.ts';
import { shownInstant } from '../../core/messages/instant.ts';
import type { Language } from '../../core/messages/language.ts';
import type { ClientHistory, Registering } from '../clients/client.ts';
import { type Html, html } from './html.ts';
import { cancelForm, type LoginView } from './login-page.ts';
import { alertOf, type Page, page } from './page.ts';
import { TEXTS } from './texts.ts';

/** Facts about an application that asks a person. */
export type ApplicationFacts = {
  readonly history: ClientHistory;
  /** Codes of the scopes that it asks for. */
  readonly scopes: readonly string[];
};

export type ConsentView = LoginView & ApplicationFacts & { readonly person: string };

export function consentPage(view: ConsentView): Page {
  const { language, path, application, person, sendsTo, fault } = view;
  const texts = TEXTS[language];
  const main = html`<p>${texts.consentWarning}</p>
${alertOf(fault)}
<dl>
<dt>${texts.person}</dt><dd>${person}</dd>
<dt>${texts.application}</dt><dd>${application}</dd>
${sendsTo === undefined ? undefined : html`<dt>${texts.sendsTo}</dt><dd><strong>${new URL(sendsTo).host}</strong></dd>`}
${factsOf(view, language)}
</dl>
<form method="post" action="${`${path}/consent`}"><button class="main" type="submit">${texts.allow}</button></form>
${cancelForm(view, texts.refuseApplication)}`;
  return page({ language, title: texts.consentTitle, main, sendsTo });
}

/** Shows by whom and when an application was registered and changed, and in words what it may do. */
export function factsOf({ history: { registered, changed }, scopes }: ApplicationFacts, language: Language): Html {
  const texts = TEXTS[language];
  return html`<dt>${texts.registered}</dt><dd>${shown(registered, language) ?? texts.unknown}</dd>
${changed === undefined ? undefined : html`<dt>${texts.changed}</dt><dd>${shown(changed, language)}</dd>`}
<dt>${texts.mayDo}</dt><dd><ul>${scopes.map((scope) => html`<li>${wordsOf(scope, language)}</li>`)}</ul></dd>`;
}

const shown = (step: Registering | undefined, language: Language): string | undefined =>
  step && `${shownInstant(step.at, language)}, ${step.by}`;

function wordsOf(scope: string, language: Language): string {
  if (scope === 'openid') return TEXTS[language].mayKnowYou;
  if (!isScope(scope)) return scope;
  return language === 'zh' ? SCOPE_TERMS[scope] : SCOPES[scope];
}
