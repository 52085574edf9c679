/** The scanner of files: a real command, and a real service. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanWith } from '../../../src/platform/file-store/scanner.ts';

let folder: string;
let file: string;
let server: Server;
let url: string;
let answer: { status: number; body: string } | undefined;
let received: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-scan-'));
  file = join(folder, 'received.part');
  await writeFile(file, 'X5O!P%@AP');
  server = createServer(async (request, response) => {
    received = await buffer(request);
    if (answer !== undefined)
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/scan`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

const OUTAGE = { name: 'FileStoreOutage', part: 'scanner' };

describe('a command', () => {
  async function command(script: string): Promise<string> {
    const path = join(folder, 'scan.sh');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o700);
    return `${path} --stdout`;
  }
  const scan = async (script: string, timeoutMs = 5_000) =>
    scanWith({ scanner: await command(script), timeoutMs })({ path: file });

  it('gets its options and the path of the file, and says by its end whether the file is clean', async () => {
    expect(await scan(`[ "$1" = --stdout ] && [ "$(cat "$2")" = 'X5O!P%@AP' ]`)).toEqual({ infected: false });
    expect(await scan(`echo "$2: Eicar-Test-Signature FOUND"; exit 1`)).toEqual({
      infected: true,
      threat: 'Eicar-Test-Signature FOUND',
    });
    expect(await scan('exit 1')).toEqual({ infected: true, threat: 'unnamed' });
  });

  it.each([
    ['fails', 'exit 2'],
    ['is killed', 'kill -9 $$'],
    ['hangs', 'exec sleep 60'],
  ])('is an outage when it %s', async (_, script) => {
    await expect(scan(script, 500)).rejects.toMatchObject(OUTAGE);
  });

  it('is an outage when it is missing', async () => {
    const missing = scanWith({ scanner: join(folder, 'missing'), timeoutMs: 500 });
    await expect(missing({ path: file })).rejects.toMatchObject(OUTAGE);
  });
});

describe('a service', () => {
  const scan = (timeoutMs = 5_000) => scanWith({ scanner: url, timeoutMs })({ path: file });

  it('gets the bytes, and answers whether they are clean', async () => {
    answer = { status: 200, body: '{"infected": false}' };
    expect(await scan()).toEqual({ infected: false });
    expect(received.toString()).toBe('X5O!P%@AP');
    answer = { status: 200, body: JSON.stringify({ infected: true, threat: 'Eicar\n\u0007Test' }) };
    expect(await scan()).toEqual({ infected: true, threat: 'Eicar Test' });
  });

  it.each([
    ['an error', { status: 500, body: '{"infected": false}' }],
    ['something else', { status: 200, body: '{"clean": true}' }],
    ['no JSON', { status: 200, body: 'clean' }],
    ['nothing', undefined],
  ])('is an outage when it answers %s', async (_, said) => {
    answer = said;
    await expect(scan(300)).rejects.toMatchObject(OUTAGE);
  });

  it('is an outage when it is unreachable', async () => {
    const closed = scanWith({ scanner: 'http://127.0.0.1:9/scan', timeoutMs: 500 });
    await expect(closed({ path: file })).rejects.toMatchObject(OUTAGE);
  });
});
