import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';

const SCRIPT = fileURLToPath(new URL('lifecycle-process.ts', import.meta.url));

function start(plan: string) {
  const child = spawn(process.execPath, [SCRIPT, plan], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    output.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output.error += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  const says = (line: string) => vi.waitFor(() => expect(output.out).toContain(`${line}\n`), { timeout: 10_000 });
  const lines = () => output.out.split('\n').filter((line) => line !== '' && line !== 'ready');
  return { child, output, ended, says, lines };
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s stops one step after the other, in their order',
  async (signal) => {
    const { child, says, ended, lines } = start('slow,quick');
    await says('ready');
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(lines()).toEqual(['slow begins', 'slow ended', 'quick begins', 'quick ended']);
  },
);

test.each(['broken', 'thrown', 'endless'])('a step that is %s does not keep the next from running', async (fault) => {
  const { child, says, ended, lines } = start(`${fault},quick`);
  await says('ready');
  const at = performance.now();
  child.kill('SIGTERM');
  expect(await ended).toBe(1);
  expect(performance.now() - at).toBeLessThan(3_000);
  expect(lines()).toEqual([`${fault} begins`, 'quick begins', 'quick ended']);
});

test('a second signal exits at once', async () => {
  const { child, says, ended, lines } = start('slow,endless,quick');
  await says('ready');
  child.kill('SIGTERM');
  await says('slow begins');
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(lines()).toEqual(['slow begins']);
});

test('a reason not to start is one sentence without a stack', async () => {
  const { ended, output } = start('refuse');
  expect(await ended).toBe(1);
  expect(output).toEqual({ out: '', error: 'The port 8080 is taken; set PORT to another one.\n' });
});

test('a bug at the start keeps its stack', async () => {
  const { ended, output } = start('bug');
  expect(await ended).toBe(1);
  expect(output.error).toMatch(/TypeError: undefined is not a function\n\s+at /);
});
