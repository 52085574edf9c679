/** Packs files into a ZIP archive without compression, so that each byte of a file is one byte of the archive. */
import { Zip, ZipPassThrough } from 'fflate';

export type PackedFile = { readonly path: string; readonly content: AsyncIterable<string | Uint8Array> };

/** The one date of all files, so that equal files make equal archives. The library takes local time. */
const DATE = new Date(1980, 0, 1);

/** Packs files in their order. Only one part of a file is in memory at a time. */
export async function* pack(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    ready.push(part);
  });
  const taken = () => {
    const parts = ready;
    ready = [];
    return parts;
  };
  for await (const { path, content } of files) {
    const file = new ZipPassThrough(path);
    file.mtime = DATE;
    zip.add(file);
    for await (const part of content) {
      file.push(typeof part === 'string' ? Buffer.from(part) : part, false);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
