/** An HTTP server that answers as a script says, and keeps what it was sent. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach } from 'vitest';

/** Answers one request. */
export type Scene = (response: ServerResponse, request: Received) => void;

type Received = {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Milliseconds since the start of the process. */
  readonly at: number;
};

type Scripted = { readonly baseUrl: string; readonly received: readonly Received[] };

const started: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.close()));
});

/** Starts a server that answers the requests with the scenes in their order; the last scene answers all further ones. */
export async function serve(...scenes: readonly [Scene, ...Scene[]]): Promise<Scripted> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const one = { method, url, headers, body: await text(request), at: performance.now() };
    received.push(one);
    scenes[Math.min(received.length, scenes.length) - 1]?.(response, one);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  started.push({
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

type Answer = { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

/** Answers with JSON. */
export const json =
  (body: unknown, { status = 200, headers = {} }: Answer = {}): Scene =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** Answers with a problem of the service. */
export const problem =
  (status: number, code: string, { headers = {}, ...facts }: Answer & Readonly<Record<string, unknown>> = {}): Scene =>
  (response) => {
    const body = {
      type: `/problems/${code}`,
      title: 'T',
      status,
      detail: 'It is so.',
      code,
      remedy: 'Do so.',
      ...facts,
    };
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers }).end(JSON.stringify(body));
  };

/** Ends the connection without an answer. */
export const lose: Scene = (response) => void response.socket?.destroy();

/** Ends the connection in the middle of the answer. */
export const breakOff: Scene = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"items":[');
  setTimeout(() => response.socket?.destroy(), 10);
};

/** Never answers. */
export const stall: Scene = () => undefined;
