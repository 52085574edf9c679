/** A worker process that takes a wake-up and never finishes. It prints a line when it has taken it. */
import { pino } from 'pino';
import { openQueue, type QueueServer } from '../../../src/platform/queue/queue.ts';

const [server = '', namespace = ''] = process.argv.slice(2);
const queue = openQueue({
  ...(JSON.parse(server) as QueueServer),
  namespace,
  log: pino({ level: 'silent' }),
});
await queue.startWorker(
  {
    deliver: (key) => {
      process.stdout.write(`${key}\n`);
      return new Promise(() => undefined);
    },
  },
  { lockMs: 1_000 },
);
