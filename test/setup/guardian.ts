/** Ends a server when the test run ends, also when the run was interrupted or killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Guardian = {
  /** Ends the server now, and resolves when it has ended. */
  readonly release: () => Promise<void>;
  /** Leaves it alone: it has ended by itself, and its number may become another's. */
  readonly dismiss: () => void;
};

/**
 * A shell that waits on a pipe from this process. The pipe closes when this process ends for any reason. Then the shell
 * stops the server with number `pid`, first gently, then by force. It also removes the folder of the server, if it has
 * one.
 */
export function guard(pid: number, folder = ''): Guardian {
  const script = `
    read -r word && exit
    kill -INT "$1" 2>/dev/null
    for i in $(seq 100); do kill -0 "$1" 2>/dev/null || break; sleep 0.1; done
    kill -KILL "$1" 2>/dev/null
    [ -z "$2" ] || rm -rf "$2"`;
  const shell = spawn('/bin/sh', ['-c', script, 'guardian', String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.stdin.on('error', () => undefined);
  // The pipe alone may not keep this process alive.
  shell.unref();
  return {
    release: async () => {
      if (shell.exitCode !== null) return;
      const exited = once(shell, 'exit');
      shell.ref();
      shell.stdin.end();
      await exited;
    },
    dismiss: () => void shell.stdin.end('dismissed\n'),
  };
}
