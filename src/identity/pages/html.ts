/** HTML without injection: every value is escaped, unless it is itself `Html`. */

export type Html = { readonly html: string };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** Makes HTML of a template string: html`<p>${text}</p>`. An undefined value becomes an empty string. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | undefined)[]): Html {
  const texts = values.map((value) => (typeof value === 'object' ? value.html : escaped(value ?? '')));
  return { html: parts.map((part, at) => part + (texts[at] ?? '')).join('') };
}
