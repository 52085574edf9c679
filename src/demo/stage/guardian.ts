/** Stops everything that the demo has started, also when the demo itself is killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Guardian = {
  readonly watch: (pid: number | undefined) => void;
  readonly forget: (pid: number | undefined) => void;
  /** Stops the guardian, which stops every process that it still watches. */
  readonly release: () => Promise<void>;
};

/**
 * A shell that reads process numbers from a pipe: started (`+ 4711`) and ended (`- 4711`). The pipe closes when the
 * demo ends for any reason. Then the shell stops the remaining processes, first gently, then by force. It also stops
 * database servers that a killed process has left in the folder, and removes the folder on request.
 */
const SCRIPT = `
  alive=""
  while read -r what pid; do
    rest=""
    for one in $alive; do [ "$one" = "$pid" ] || rest="$rest $one"; done
    alive="$rest"
    [ "$what" = "+" ] && alive="$alive $pid"
  done
  [ -n "$alive" ] && kill -TERM $alive 2>/dev/null
  for i in $(seq 300); do
    left=""
    for one in $alive; do kill -0 "$one" 2>/dev/null && left="$left $one"; done
    [ -z "$left" ] && break
    sleep 0.1
  done
  [ -n "$left" ] && kill -KILL $left 2>/dev/null
  for file in "$1"/*/postgres/data/postmaster.pid; do
    [ -f "$file" ] || continue
    read -r server < "$file"
    tr '\\0' ' ' < "/proc/$server/cmdline" 2>/dev/null | grep -q "$1" || continue
    kill -INT "$server" 2>/dev/null
    for i in $(seq 100); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
    kill -QUIT "$server" 2>/dev/null
  done
  [ "$2" = remove ] && rm -rf "$1"
  exit 0`;

export function startGuardian(folder: string, afterwards: 'remove' | 'keep'): Guardian {
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'leadloop-demo-guardian', folder, afterwards], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.once('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  const write = (what: '+' | '-', pid: number | undefined) => {
    if (pid !== undefined) shell.stdin.write(`${what} ${pid}\n`);
  };
  return {
    watch: (pid) => write('+', pid),
    forget: (pid) => write('-', pid),
    release: async () => {
      if (shell.exitCode !== null) return;
      const exited = once(shell, 'exit');
      shell.ref();
      shell.stdin.end();
      await exited;
    },
  };
}
