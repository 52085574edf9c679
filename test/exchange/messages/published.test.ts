import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { describeExchange, MESSAGES_FILE } from '../../../src/openapi.ts';

it('the published schemas of messages are those of the code; "npm run openapi" writes them', async () => {
  expect(await readFile(MESSAGES_FILE, 'utf8')).toBe(describeExchange());
});
