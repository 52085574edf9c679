/** Refusals of the library: our words on the page, its own words in the log. */
import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { logRefusals } from '../../../src/identity/oidc/refusal-adapter.ts';

it('are logged with the texts of the library and the number of the request', () => {
  const lines: unknown[] = [];
  const provider = new EventEmitter();
  logRefusals(provider, { info: (line: unknown) => lines.push(line) });
  const ctx = { response: { get: (name: string) => (name === 'x-request-id' ? 'r-1' : '') } };
  const texts = { error: 'invalid_request', error_description: 'x'.repeat(600), error_detail: 'why' };
  provider.emit('authorization.error', ctx, texts);
  provider.emit('end_session.error', ctx, { error: 'invalid_request' });
  expect(lines).toEqual([
    { requestId: 'r-1', error: 'invalid_request', description: 'x'.repeat(500), detail: 'why' },
    { requestId: 'r-1', error: 'invalid_request' },
  ]);
});
