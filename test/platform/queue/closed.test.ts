/** Troubles of the queue server after the queue was closed. */
import pino from 'pino';
import { expect, it } from 'vitest';
import type { Backend, BackendContext } from '../../../src/platform/queue/backend.ts';
import { openQueue, type QueueServer } from '../../../src/platform/queue/queue.ts';

it('are reported until then, and not when the server ends the sessions that are left', async () => {
  const errors: string[] = [];
  const onError = (error: Error, about: string) => void errors.push(`${about}: ${error.message}`);
  const contexts: BackendContext[] = [];
  const open = (_: QueueServer, context: BackendContext): Backend => {
    contexts.push(context);
    const refuse = () => Promise.reject(new Error('no worker asks this'));
    return {
      send: async () => undefined,
      close: async () => undefined,
      ...{ countWaiting: refuse, probe: refuse, consume: refuse },
    };
  };
  const queue = openQueue({ postgresUrl: 'postgres://127.0.0.1/none', log: pino({ level: 'silent' }), onError }, open);
  const [context] = contexts;
  context?.onTrouble(new Error('the connection is lost'));
  await queue.close();
  context?.onTrouble(new Error('terminating connection due to administrator command'));
  expect(errors).toEqual(['connection: the connection is lost']);
});
