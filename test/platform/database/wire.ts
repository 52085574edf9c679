/** A wire between the product and its database. It can swallow what is sent on open connections, as a lost route does. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestContext } from 'vitest';

/** A test that closes at its end what it opened. */
export type Closing = Pick<TestContext, 'onTestFinished'>;

/** Opens a wire to the server of an address. It closes at the end of the test. */
export async function openWire(
  { onTestFinished }: Closing,
  address: string,
): Promise<{ readonly url: string; readonly swallow: () => void }> {
  const target = new URL(address);
  const open = new Set<Socket>();
  const silent = new WeakSet<Socket>();
  const wire = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const ends = [near, far] as const;
    for (const [from, to] of [ends, ends.toReversed()] as [Socket, Socket][]) {
      open.add(from);
      from.on('data', (bytes) => !silent.has(from) && to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => !silent.has(from) && to.destroy());
    }
  });
  await once(wire.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    wire.close();
  });
  const { port } = wire.address() as AddressInfo;
  return {
    url: Object.assign(new URL(address), { hostname: '127.0.0.1', port: String(port) }).href,
    swallow: () => open.forEach((socket) => void silent.add(socket)),
  };
}
