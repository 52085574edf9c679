/** Keeps files one after the other until it is killed. Prints the hash of each when it is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { openFileStore } from '../../../src/platform/file-store/index.ts';

const [folder = ''] = process.argv.slice(2);
const store = openFileStore({ folder });

for (;;) {
  const chunks = Array.from({ length: 8 }, () => randomBytes(16_384));
  const incoming = await store.receive(Readable.from(chunks), 1_000_000);
  await store.keep(incoming);
  if (incoming.sha256 !== createHash('sha256').update(Buffer.concat(chunks)).digest('hex')) process.exit(1);
  process.stdout.write(`${incoming.sha256}\n`);
}
