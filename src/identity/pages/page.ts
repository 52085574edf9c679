/** Frame of the login pages: small, without scripts, and without anything from other servers. */
import { createHash } from 'node:crypto';
import type { Language } from '../../core/messages/language.ts';
import type { ProblemText } from '../../core/messages/problem.ts';
import { type Html, html } from './html.ts';
import { PRODUCT } from './texts.ts';

/** A page with its headers, which limit what a browser may do with it. */
export type Page = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 26rem; margin: 8vh auto; padding: 0 1.25rem }
header { font-weight: 600 }
h1 { font-size: 1.4rem; line-height: 1.3 }
label { display: block; margin-top: 1rem; font-weight: 600 }
input { box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .6rem; font: inherit; border: 1px solid; border-radius: .3rem }
input.code { font-family: ui-monospace, monospace; font-size: 1.4rem; letter-spacing: .15em; text-transform: uppercase }
button { margin-top: 1.5rem; padding: .7rem 1.2rem; font: inherit; border: 1px solid; border-radius: .3rem; cursor: pointer }
button.main { width: 100%; color: #fff; background: #0b5cad; border-color: #0b5cad; font-weight: 600 }
:focus-visible { outline: 3px solid #e8a200; outline-offset: 2px }
input[readonly] { border-style: dashed }
[role=alert] { padding: .75rem 1rem; border-left: .3rem solid #b3261e }
dt { font-weight: 600 }
dd { margin: 0 0 .6rem; overflow-wrap: anywhere }
.qr svg { display: block; max-width: 14rem; margin: 0 auto; background: #fff }
.key { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
.code-shown { font-family: ui-monospace, monospace; font-size: 1.4rem; letter-spacing: .15em }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Content of a page. `sendsTo`: another origin to which its forms may lead. */
export type Content = {
  readonly language: Language;
  readonly title: string;
  readonly main: Html;
  readonly sendsTo?: string | undefined;
};

/** Makes a page, with headers that allow only what the page needs. */
export function page({ language, title, main, sendsTo }: Content): Page {
  // Browsers check the whole chain of redirects of a form, and the last one returns to the application.
  const formAction = sendsTo === undefined ? "'self'" : `'self' ${sendsTo}`;
  const tag = language === 'zh' ? 'zh-CN' : 'en';
  const { html: body } = html`<!DOCTYPE html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${PRODUCT}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<header>${PRODUCT}</header>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
  return {
    body,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': tag,
      vary: 'accept-language',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'sha256-${STYLE_HASH}'`,
        `form-action ${formAction}`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    },
  };
}

/** Shows a fault, in a form that a screen reader announces at once. */
export function alertOf(fault: ProblemText | undefined): Html | undefined {
  if (fault === undefined) return undefined;
  return html`<div role="alert"><p><strong>${fault.title}</strong></p><p>${fault.detail}</p><p>${fault.remedy}</p></div>`;
}

/** Makes a page that shows a fault, without a form. */
export function faultPage(language: Language, fault: ProblemText, code: string): Page {
  const main = html`<p>${fault.detail}</p><p>${fault.remedy}</p><p><code>${code}</code></p>`;
  return page({ language, title: fault.title, main });
}
