/** The description of the API in English: no noun has two articles. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const DESCRIPTION = fileURLToPath(new URL('../../../../openapi/leadloop.json', import.meta.url));

it('no noun has two articles', () => {
  const text = readFileSync(DESCRIPTION, 'utf8');
  expect(text.match(/\b(?:the|an?) (?:the|an?) \w+/gi) ?? []).toEqual([]);
});
