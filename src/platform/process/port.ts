/** TCP ports of this machine. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartupError } from './startup-error.ts';

/** Returns a TCP port of 127.0.0.1 that is free at this moment. */
export function freePort(): Promise<number> {
  return listenOnce('127.0.0.1', 0);
}

/** Checks that a port is free at this moment. */
export async function isFree(host: string, port: number): Promise<boolean> {
  try {
    await listenOnce(host, port);
    return true;
  } catch {
    return false;
  }
}

/**
 * Checks before anything is written that a service will be able to listen.
 * @throws StartupError that names the variable to correct
 */
export async function requireFreePort(host: string, port: number, variable: string): Promise<void> {
  try {
    await listenOnce(host, port);
  } catch (error) {
    throw portError(error, { host, port, variable });
  }
}

/** Returns the sentence for a port that cannot be had, or the error itself when it is about something else. */
export function portError(
  error: unknown,
  { host, port, variable }: { readonly host: string; readonly port: number; readonly variable: string },
): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartupError({
      en: `Port ${port} of ${host} is in use by another program; stop that one or choose another port with ${variable}.`,
      zh: `${host} 的端口 ${port} 已被其他程序占用；请停止该程序，或用 ${variable} 指定其他端口。`,
    });
  }
  if (typeof code !== 'string') return error;
  return new StartupError({
    en: `Cannot listen on ${host}, port ${port} (${code}); correct LEADLOOP_HOST or ${variable}.`,
    zh: `无法监听 ${host} 的端口 ${port}（${code}）；请更正 LEADLOOP_HOST 或 ${variable}。`,
  });
}

async function listenOnce(host: string, port: number): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return address.port;
}
