/** The contract of the store of files, for both places of its bytes. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  FileCutOff,
  type FileStore,
  FileStoreOutage,
  FileTooLarge,
  openFileStore,
} from '../../../src/platform/file-store/index.ts';
import { sha256Of } from '../../files/sample.ts';
import { KEY, type S3Server, startS3 } from './s3-server.ts';

let folder: string;
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-store-'));
  s3.objects.clear();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const LIMIT = 50_000_000;
const bucket = (changes: object = {}) => ({
  ...{ url: s3.url, region: KEY.region, keyId: KEY.id, keySecret: KEY.secret, timeoutMs: 5_000 },
  ...changes,
});
const pathOf = (sha256: string) => join(folder, 'stored', sha256.slice(0, 2), sha256);
const nameOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

/** The two forms, each with the means to look at its bytes and to harm them. */
const FORMS = {
  folder: {
    open: () => openFileStore({ folder }),
    read: (sha256: string): Promise<Buffer | undefined> => readFile(pathOf(sha256)).catch(() => undefined),
    write: (sha256: string, bytes: Buffer) => writeFile(pathOf(sha256), bytes),
    count: async () =>
      (await readdir(join(folder, 'stored'), { recursive: true })).filter((one) => one.includes('/')).length,
  },
  bucket: {
    open: () => openFileStore({ folder, bucket: bucket() }),
    read: async (sha256: string): Promise<Buffer | undefined> => s3.objects.get(nameOf(sha256)),
    write: async (sha256: string, bytes: Buffer) => void s3.objects.set(nameOf(sha256), bytes),
    count: async () => s3.objects.size,
  },
};

const leftIn = () => readdir(join(folder, 'incoming')).catch(() => []);

async function keep(store: FileStore, bytes: Buffer): Promise<string> {
  const incoming = await store.receive(Readable.from([bytes]), LIMIT);
  try {
    await store.keep(incoming);
    return incoming.sha256;
  } finally {
    await incoming.discard();
  }
}

async function find(store: FileStore, sha256: string): Promise<Buffer | string> {
  const found = await store.find(sha256);
  return found.state === 'whole' ? buffer(found.bytes) : found.state;
}

describe.each(Object.entries(FORMS))('the store in a %s', (_, form) => {
  it('keeps bytes under their hash, and gives them back', async () => {
    const store = form.open();
    for (const bytes of [Buffer.from('%PDF-1.7'), randomBytes(3_000_000)]) {
      const sha256 = await keep(store, bytes);
      expect(sha256).toBe(sha256Of(bytes));
      expect((await form.read(sha256))?.equals(bytes)).toBe(true);
      expect(await find(store, sha256)).toEqual(bytes);
    }
    expect(await leftIn()).toEqual([]);
  });

  it('keeps the same bytes once, also when they come fifty times at once', async () => {
    const store = form.open();
    const bytes = randomBytes(100_000);
    const kept = await Promise.all(Array.from({ length: 50 }, () => keep(store, bytes)));
    expect(new Set(kept)).toEqual(new Set([sha256Of(bytes)]));
    expect(await form.count()).toBe(1);
    expect(await find(store, sha256Of(bytes))).toEqual(bytes);
    expect(await leftIn()).toEqual([]);
  });

  it('gives out no byte of what was changed, cut off or removed, and is repaired by the same bytes', async () => {
    const store = form.open();
    const bytes = Buffer.from('the certificate');
    const sha256 = await keep(store, bytes);
    for (const harm of [Buffer.from('the certificatf'), Buffer.from('the cert'), Buffer.alloc(0)]) {
      await form.write(sha256, harm);
      expect(await find(store, sha256)).toBe('changed');
      await keep(store, bytes);
      expect(await find(store, sha256)).toEqual(bytes);
    }
    await store.remove(sha256);
    expect(await find(store, sha256)).toBe('gone');
    expect(await form.read(sha256)).toBeUndefined();
    await store.remove(sha256);
    expect(await leftIn()).toEqual([]);
  });

  it('stops at the limit, and when the sender breaks off, and keeps nothing', async () => {
    const store = form.open();
    const long = Readable.from(
      (function* () {
        for (;;) yield randomBytes(600);
      })(),
    );
    await expect(store.receive(long, 1_000)).rejects.toBeInstanceOf(FileTooLarge);
    expect(long.destroyed).toBe(false);
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(600);
        throw new Error('the connection is reset');
      })(),
    );
    await expect(store.receive(broken, 1_000)).rejects.toBeInstanceOf(FileCutOff);
    expect(await leftIn()).toEqual([]);
  });
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Does work, and returns the maximum of bytes that buffers held meanwhile. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  const held = () => process.memoryUsage().arrayBuffers;
  const before = held();
  let peak = before;
  const looking = setInterval(() => {
    peak = Math.max(peak, held());
  }, 2);
  await work();
  clearInterval(looking);
  return peak - before;
}

/** A stream of 200 MB. */
function largeFile(): Readable {
  const chunk = randomBytes(1_000_000);
  return Readable.from(
    (function* () {
      for (let at = 0; at < 200; at++) yield Buffer.from(chunk);
    })(),
  );
}

describe('the store in a folder', () => {
  it('holds little of a large file in memory, on its way in and out', async () => {
    const store = FORMS.folder.open();
    const peak = await peakOf(async () => {
      const incoming = await store.receive(largeFile(), 1e9);
      await store.keep(incoming);
      const found = await store.find(incoming.sha256);
      if (found.state !== 'whole') throw new Error(found.state);
      let bytes = 0;
      for await (const chunk of found.bytes) bytes += chunk.length;
      expect(bytes).toBe(200_000_000);
    });
    expect(peak).toBeLessThan(150_000_000);
  });

  it('removes what a killed process left in the place of temporary files, and nothing younger', async () => {
    await keep(FORMS.folder.open(), Buffer.from('x'));
    for (const name of ['old.part', 'young.part']) await writeFile(join(folder, 'incoming', name), 'x');
    await utimes(join(folder, 'incoming', 'old.part'), new Date(0), new Date(0));
    await keep(FORMS.folder.open(), Buffer.from('y'));
    expect(await leftIn()).toEqual(['young.part']);
  });

  it('is an outage when its folder cannot be used', async () => {
    await writeFile(join(folder, 'stored'), 'a file in the place of the folder');
    await expect(keep(FORMS.folder.open(), Buffer.from('x'))).rejects.toBeInstanceOf(FileStoreOutage);
    await rm(join(folder, 'incoming'), { recursive: true });
    await writeFile(join(folder, 'incoming'), 'and of the other');
    await expect(keep(FORMS.folder.open(), Buffer.from('x'))).rejects.toBeInstanceOf(FileStoreOutage);
    await chmod(folder, 0o700);
  });
});

const OTHER_URLS: Readonly<Record<string, (url: string) => string>> = {
  other: (url) => url.replace('/leadloop', '/other'),
  closed: () => 'http://127.0.0.1:9/leadloop',
};

describe('the store in a bucket', () => {
  it('holds little of a large file in memory, on its way to the storage', async () => {
    let arrived = 0;
    const server = createServer(async (request, response) => {
      for await (const chunk of request) arrived += chunk.length;
      response.end();
    });
    const store = openFileStore({
      folder,
      bucket: bucket({ url: `${await listen(server)}/leadloop`, timeoutMs: 60_000 }),
    });
    const peak = await peakOf(async () => {
      const incoming = await store.receive(largeFile(), 1e9);
      await store.keep(incoming);
      await incoming.discard();
    });
    server.closeAllConnections();
    server.close();
    expect(arrived).toBe(200_000_000);
    expect(peak).toBeLessThan(150_000_000);
  });

  it('tries again while the storage is overloaded', async () => {
    const store = FORMS.bucket.open();
    s3.fail(503, 2);
    const bytes = randomBytes(1_000);
    expect(await find(store, await keep(store, bytes))).toEqual(bytes);
  });

  it.each([
    ['another secret', { keySecret: 'x' }],
    ['an unknown key', { keyId: 'x' }],
    ['another region', { region: 'x' }],
    ['another bucket', { url: 'other' }],
    ['no answer', { url: 'closed' }],
  ])('is an outage with %s', async (_, changes: Partial<Record<'url' | 'region' | 'keyId' | 'keySecret', string>>) => {
    const url = OTHER_URLS[changes.url ?? '']?.(s3.url) ?? s3.url;
    const store = openFileStore({ folder, bucket: bucket({ ...changes, url }) });
    await expect(keep(store, Buffer.from('x'))).rejects.toMatchObject({ name: 'FileStoreOutage', part: 'place' });
    await expect(store.find('a'.repeat(64))).rejects.toBeInstanceOf(FileStoreOutage);
    expect(s3.objects.size).toBe(0);
    expect(await leftIn()).toEqual([]);
  });

  it('is an outage when the storage hangs, after its limit', async () => {
    const server = createServer(() => undefined);
    const url = `${await listen(server)}/leadloop`;
    const store = openFileStore({ folder, bucket: bucket({ url, timeoutMs: 100 }) });
    await expect(keep(store, Buffer.from('x'))).rejects.toBeInstanceOf(FileStoreOutage);
    server.closeAllConnections();
    server.close();
  });
});
