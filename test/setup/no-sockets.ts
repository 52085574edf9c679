/** Unit tests need no network. A listening or connecting socket fails the test, even where its error is caught. */
import { Server, Socket } from 'node:net';
import { afterEach, expect } from 'vitest';

const opened: string[] = [];

function refuse(what: string): never {
  const { stack } = new Error(`A unit test ${what}; test it in an .int.test.ts file or with inject`);
  opened.push(stack ?? what);
  throw new Error(`A unit test ${what}`);
}

Server.prototype.listen = () => refuse('listens on a socket');
Socket.prototype.connect = () => refuse('connects a socket');

afterEach(() => {
  expect(opened.splice(0)).toEqual([]);
});
