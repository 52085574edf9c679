/** Troubles of the queue server after the queue was closed. */
import pino from 'pino';
import { expect, it, vi } from 'vitest';
import type { Backend, BackendContext } from '../../../src/platform/queue/backend.ts';
import { openQueue } from '../../../src/platform/queue/queue.ts';

const opened = vi.hoisted(() => ({ contexts: [] as BackendContext[] }));
vi.mock('../../../src/platform/queue/postgres-backend.ts', () => ({
  migrateQueue: () => undefined,
  openPostgresBackend: (_url: string, context: BackendContext): Partial<Backend> => {
    opened.contexts.push(context);
    return { send: async () => undefined, close: async () => undefined };
  },
}));

it('are reported until then, and not when the server ends the sessions that are left', async () => {
  const errors: string[] = [];
  const onError = (error: Error, about: string) => void errors.push(`${about}: ${error.message}`);
  const queue = openQueue({ postgresUrl: 'postgres://127.0.0.1/none', log: pino({ level: 'silent' }), onError });
  const [context] = opened.contexts;
  context?.onTrouble(new Error('the connection is lost'));
  await queue.close();
  context?.onTrouble(new Error('terminating connection due to administrator command'));
  expect(errors).toEqual(['connection: the connection is lost']);
});
