/**
 * The password of the owner of a cluster. Each start sets a new one before the server listens, and only the memory of
 * that start knows it: no file, argument or variable does. Between two starts, no person or process knows the password.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { scramVerifier } from './scram-verifier.ts';
import { type Cluster, collectLines, environment, POSTGRES_USER, ServerExit } from './server.ts';

const SECRET_BYTES = 24;
const DATABASE = 'postgres';

/**
 * Gives the owner a new password and returns it. A PostgreSQL without listeners (single-user mode) sets it, so no login
 * is needed. It reads the statement from a pipe and ends with it, also when this process is killed. It recovers the data of a
 * killed server first.
 * @throws ServerExit
 */
export async function renewOwnerPassword(
  { binaries, account, dataFolder }: Cluster,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const password = randomBytes(SECRET_BYTES).toString('base64url');
  const all = { ...settings, lc_messages: 'C', exit_on_error: 'on' };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['--single', ...flags, '-D', dataFolder, DATABASE], {
    ...account,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: environment(),
  });
  const lines = collectLines([child.stderr]);
  child.once('error', (error) => lines.push(error.message));
  // A server that ends early closes the pipe; its exit code reports that.
  child.stdin.on('error', () => undefined);
  const succeeded = once(child, 'close').then(([code]) => code === 0);
  child.stdin.end(`alter role ${POSTGRES_USER} password '${scramVerifier(password)}'\n`);
  if (!(await succeeded.catch(() => false))) throw new ServerExit(lines);
  return password;
}
