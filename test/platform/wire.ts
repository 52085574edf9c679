/** A connection to a server that a test can cut and mend. Call it in a test. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { freePort } from '../../src/platform/process/port.ts';

/** Returns the address of the near end. While cut, new connections to it are refused. */
export async function startWire(target: URL) {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  const mend = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = async () => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await mend();
  onTestFinished(() => (server.listening ? cut() : undefined));
  return { url: Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(port) }).href, cut, mend };
}
