/** Use case: packing the evidence of a certified figure into one archive. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { canonicalJson } from '../../core/canonical.ts';
import { Problem } from '../../core/messages/problem.ts';
import { openBytes } from '../../files/index.ts';
import { unsecured, type Viewer } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import type { FileStore } from '../../platform/file-store/index.ts';
import { type PackedFile, pack } from './archive-adapter.ts';
import {
  type Chains,
  chainCollector,
  type FractionLine,
  firstChainCollector,
  type Naming,
  namingOf,
} from './chains.ts';
import { GROUNDS_PATH, groundsIn } from './grounds.ts';
import { journalLines } from './service.ts';
import { CERTIFICATES_FOLDER, FRACTIONS_PATH, isFirstFormat, type PublicKey, RECORDS_PATH } from './snapshot.ts';

type Certified = {
  readonly files: Readonly<Record<string, string>>;
  readonly records: Buffer;
  readonly fractions: Buffer | null;
  readonly manifest: string;
  readonly signature: string;
  readonly publicKey: PublicKey;
  readonly journalIndex: number;
};

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const unpacked = (packed: Buffer): AsyncIterable<Uint8Array> => Readable.from([packed]).pipe(createGunzip());

/** Reads the chains that the records name, line by line. */
async function chainsIn({ files, manifest, records, fractions }: Certified): Promise<Chains> {
  const collector = isFirstFormat(manifest) ? firstChainCollector() : chainCollector(groundsIn(files[GROUNDS_PATH]));
  for await (const line of linesOf(records)) collector.add(JSON.parse(line) as Naming);
  if (fractions !== null) {
    for await (const line of linesOf(fractions)) collector.add(namingOf(JSON.parse(line) as FractionLine));
  }
  return collector.chains();
}

async function* linesOf(packed: Buffer): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const part of unpacked(packed)) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Bytes of certificates in one archive. Those beyond are left out; their hashes are in it. */
const CERTIFICATES_MAX_BYTES = 1_000_000_000;

/** Opens certificates one after the other. One that is damaged or gone is noted and left out. */
async function* certificateFiles(deps: PackageDeps, seen: readonly StoredFile[]): AsyncGenerator<PackedFile> {
  const db = unsecured(deps.db, 'damage of bytes is noted for all organisations that have them');
  let left = CERTIFICATES_MAX_BYTES;
  for (const file of seen) {
    if (file.sizeBytes > left) continue;
    const opened = await openBytes(db, deps, file).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'file-damaged') return undefined;
      throw error;
    });
    if (opened === undefined) continue;
    left -= file.sizeBytes;
    yield { path: `${CERTIFICATES_FOLDER}${file.sha256}`, content: opened.bytes };
  }
}

/** Lists the SHA-256 of the certificates that were certified with a figure. */
export const certificatesIn = ({ files }: Pick<Certified, 'files'>): string[] => [
  ...new Set(
    (JSON.parse(files['certificates.json'] ?? '[]') as { readonly certificateSha256: string | null }[]).flatMap(
      ({ certificateSha256 }) => certificateSha256 ?? [],
    ),
  ),
];

type StoredFile = Parameters<typeof openBytes>[2];
type PackageDeps = Pick<RequestDeps, 'db' | 'log'> & { readonly fileStore: FileStore };

type Reading = {
  readonly viewer: Viewer;
  /** True for a reader who may read the journal. */
  readonly withJournal: boolean;
  /** The files of certificates that the reader may read. */
  readonly certificates: readonly StoredFile[];
};

/** Packs the files in the order of their paths, and certificates after them. What the reader may not read is left out. */
export async function evidenceOf(
  deps: PackageDeps,
  certified: Certified,
  { viewer, withJournal, certificates }: Reading,
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
    { path: RECORDS_PATH, content: unpacked(certified.records) },
    ...(certified.fractions === null ? [] : [{ path: FRACTIONS_PATH, content: unpacked(certified.fractions) }]),
  ];
  if (withJournal) {
    for (const { path, subjects } of await chainsIn(certified)) {
      const content = journalLines(deps, viewer, { subjects, required: false }, journalIndex);
      packed.push({ path, content });
    }
  }
  const sorted = packed.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const byHash = certificates.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  return Readable.from(pack(both(sorted, certificateFiles(deps, byHash))));
}

async function* both(first: readonly PackedFile[], then: AsyncIterable<PackedFile>): AsyncGenerator<PackedFile> {
  yield* first;
  yield* then;
}
