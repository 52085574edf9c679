/** Use case: packing the evidence of a certified figure into one archive. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { canonicalJson } from '../../core/canonical.ts';
import type { Viewer } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { type PackedFile, pack } from './archive-adapter.ts';
import { journalLines } from './service.ts';
import { JOURNAL_PATH, type PublicKey, RECORDS_PATH } from './snapshot.ts';

type Certified = {
  readonly files: Readonly<Record<string, string>>;
  readonly records: Buffer;
  readonly manifest: string;
  readonly signature: string;
  readonly publicKey: PublicKey;
  readonly journalIndex: number;
};

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const recordsIn = ({ records }: Certified): AsyncIterable<Uint8Array> => Readable.from([records]).pipe(createGunzip());

/** Reads the subjects of the records, line by line. */
async function subjectsIn(certified: Certified): Promise<string[]> {
  const subjects = new Set<string>();
  let rest = '';
  const decoder = new TextDecoder();
  for await (const part of recordsIn(certified)) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) subjects.add((JSON.parse(line) as { subject: string }).subject);
  }
  return [...subjects];
}

/** Packs the files in the order of their paths. The journal is left out for a reader who may not read it. */
export async function evidenceOf(
  deps: Pick<RequestDeps, 'db'>,
  viewer: Viewer,
  certified: Certified,
  withJournal: boolean,
): Promise<Readable> {
  const { files, manifest, signature, publicKey, journalIndex } = certified;
  const texts = {
    ...files,
    'manifest.json': manifest,
    'manifest.jws': signature,
    'key.json': canonicalJson(publicKey),
  };
  const packed: PackedFile[] = [
    ...Object.entries(texts).map(([path, text]) => ({ path, content: once(text) })),
    { path: RECORDS_PATH, content: recordsIn(certified) },
  ];
  if (withJournal) {
    const content = journalLines(deps, viewer, await subjectsIn(certified), journalIndex);
    packed.push({ path: JOURNAL_PATH, content });
  }
  return Readable.from(pack(packed.toSorted((a, b) => (a.path < b.path ? -1 : 1))));
}
