import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from '../../../src/identity/pages/html.ts';

it('any text put into HTML stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { html: made } = html`<a title="${text}">${text}</a>`;
      expect(
        made
          .replace(/^<a title="/, '')
          .replace(/<\/a>$/, '')
          .split('">')[0],
      ).not.toMatch(/[<>"']/);
    }),
  );
  expect(html`<p>${html`<b>${'<'}</b>`}${undefined}</p>`.html).toBe('<p><b>&lt;</b></p>');
});
