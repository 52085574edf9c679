/** Unit tests need no network. A listening or connecting socket fails the test, even where its error is caught. */
import { Server, Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

const opened: string[] = [];

function refuse(what: string): never {
  const { stack } = new Error(`A unit test ${what}; test it in an .int.test.ts file or with inject`);
  opened.push(stack ?? what);
  throw new Error(`A unit test ${what}`);
}

// A worker that shares its modules runs integration tests too, so the sockets come back after each file.
const { listen } = Server.prototype;
const { connect } = Socket.prototype;

beforeAll(() => {
  Server.prototype.listen = () => refuse('listens on a socket');
  Socket.prototype.connect = () => refuse('connects a socket');
});

afterAll(() => {
  Object.assign(Server.prototype, { listen });
  Object.assign(Socket.prototype, { connect });
});

afterEach(() => {
  expect(opened.splice(0)).toEqual([]);
});
