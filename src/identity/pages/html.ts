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

/** Makes HTML of a template string: html`<p>${text}</p>`. An undefined value becomes an empty string, a list its parts. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[] | undefined)[]
): Html {
  const texts = values.map((value) => {
    if (typeof value !== 'object') return escaped(value ?? '');
    return 'html' in value ? value.html : value.map((one) => one.html).join('\n');
  });
  return { html: parts.map((part, at) => part + (texts[at] ?? '')).join('') };
}
