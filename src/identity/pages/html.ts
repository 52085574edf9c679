/** HTML that cannot be injected into: what is put between the marks is escaped, unless it is HTML of our own. */

export type Html = { readonly html: string };

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** For template strings: html`<p>${text}</p>`. Nothing (`undefined`) leaves no trace. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | undefined)[]): Html {
  const told = values.map((value) => (typeof value === 'object' ? value.html : escaped(value ?? '')));
  return { html: parts.map((part, at) => part + (told[at] ?? '')).join('') };
}
