/** A process with the shutdown steps of its first argument. It prints `ready` when it listens for signals. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { run, startLifecycle } from '../../../src/platform/process/lifecycle.ts';
import { StartupError } from '../../../src/platform/process/startup-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const steps: Readonly<Record<string, () => Promise<void>>> = {
  slow: () => sleep(150),
  broken: () => Promise.reject(new Error('the step is broken')),
  thrown: () => {
    throw new Error('the step is broken');
  },
  endless: () => new Promise(() => undefined),
};

await run(async () => {
  const [plan = ''] = process.argv.slice(2);
  if (plan === 'refuse')
    throw new StartupError({ en: 'The port 8080 is taken; set PORT to another one.', zh: '端口 8080 已被占用。' });
  if (plan === 'bug') throw new TypeError('undefined is not a function');
  const lifecycle = startLifecycle(pino({ level: 'silent' }));
  for (const name of plan.split(',')) {
    lifecycle.onShutdown({
      name,
      limitMs: 400,
      stop: async () => {
        say(`${name} begins`);
        await steps[name]?.();
        say(`${name} ended`);
      },
    });
  }
  setInterval(() => undefined, 60_000);
  say('ready');
});
