/** The types of the client, which are generated. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { CLIENT_TYPES, describeTypes } from '../../openapi/generators/main.ts';

it('are those of the description; run "npm run openapi" when they are not', { timeout: 60_000 }, async () => {
  const types = await describeTypes();
  expect(types).toContain('"/v1/batches": {');
  expect(types === (await readFile(CLIENT_TYPES, 'utf8'))).toBe(true);
});
