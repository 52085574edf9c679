import { expect, test } from 'vitest';
import { exitReason, saysPortTaken, saysStillInUse } from '../../../src/platform/embedded-postgres/exit-reason.ts';

test.each([
  ['FATAL:  could not write to file "pg_wal/xlogtemp.42": No space left on device', 'no disk space left'],
  ['initdb: error: could not create directory "/data/pg": Permission denied', 'may not write to /data'],
  ['FATAL:  could not open file "x": Read-only file system', 'may not write to /data'],
  ['FATAL:  database files are incompatible with server', 'another PostgreSQL version'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'not enough memory'],
])('%s: %s', (line, sentence) => {
  expect(exitReason(['LOG:  starting PostgreSQL', line, 'LOG:  database system is shut down'], '/data').en).toContain(
    sentence,
  );
});

test('an unknown reason is given in the words of the server', () => {
  expect(exitReason(['LOG:  starting', 'FATAL:  the moon is full', 'LOG:  shut down'], '/data').en).toBe(
    'PostgreSQL in /data did not start: FATAL:  the moon is full',
  );
  expect(exitReason([], '/data').en).toBe('PostgreSQL in /data did not start: it gave no reason');
  expect(exitReason(['FATAL:  the moon is full'], '/data').zh).toBe(
    '/data 中的 PostgreSQL 未能启动。系统提示：“FATAL:  the moon is full”',
  );
});

test('a taken port and sessions of a killed server are distinguished', () => {
  const taken = ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use'];
  const inUse = ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use'];
  expect([saysPortTaken(taken), saysStillInUse(taken)]).toEqual([true, false]);
  expect([saysPortTaken(inUse), saysStillInUse(inUse)]).toEqual([false, true]);
});
