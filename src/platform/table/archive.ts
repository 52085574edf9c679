/**
 * Unpacks the ZIP archive of a spreadsheet, file by file and piece by piece. Unpacking stops at the limit, whatever sizes
 * the archive declares. See docs/decisions/0001.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { tooLarge, unreadable } from './limits.ts';

/** Maximum number of files in an archive, and maximum bytes of all files that are read, when unpacked. */
const ENTRIES_MAX = 2_000;
const UNPACKED_MAX = 48 * 1024 * 1024;
const PIECE = 64 * 1024;

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [END64, LOCATOR64] = [0x06064b50, 0x07064b50];
/** Values that stand for a longer number in the 64-bit form of the archive. */
const [SHORT_FULL, WORD_FULL] = [0xffff, 0xffffffff];

/** Files of an archive. Names are in lower case, because part names of workbooks ignore case. */
export type Archive = {
  readonly names: readonly string[];
  /** Yields a file in pieces; undefined for an unknown name. @throws Problem `table-unreadable`, `table-too-large` */
  readonly open: (name: string) => AsyncGenerator<Buffer> | undefined;
};

type Entry = {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly local: number;
  readonly encrypted: boolean;
};

/** Reads the directory of an archive. @throws Problem `table-unreadable`, `table-too-large` */
export function openArchive(bytes: Buffer): Archive {
  const entries = guarded(() => directoryOf(bytes));
  let left = UNPACKED_MAX;
  const spend = (amount: number) => {
    left -= amount;
    if (left < 0) throw tooLarge('unpacked');
  };
  return {
    names: [...entries.keys()],
    open: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : unpack(bytes, entry, spend);
    },
  };
}

/** Turns reads beyond the end of the file into the problem that they are. */
function guarded<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw unreadable('archive', { cause: error });
    throw error;
  }
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const { count, start } = endOf(bytes);
  if (count > ENTRIES_MAX) throw tooLarge('files');
  const entries = new Map<string, Entry>();
  let at = start;
  for (let number = 0; number < count; number++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw unreadable('archive');
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const name = nameOf(bytes.toString('utf8', at + 46, at + 46 + nameLength));
    if (entries.has(name)) throw unreadable('archive-name-repeated');
    entries.set(name, entryAt(bytes, at, at + 46 + nameLength, extraLength));
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Some writers use backslashes, or begin names with a slash. */
const nameOf = (written: string) => written.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

function endOf(bytes: Buffer): { readonly count: number; readonly start: number } {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw unreadable('archive');
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count !== SHORT_FULL && start !== WORD_FULL) return { count, start };
  if (end < 20 || bytes.readUInt32LE(end - 20) !== LOCATOR64) return { count, start };
  const end64 = longAt(bytes, end - 12);
  if (bytes.readUInt32LE(end64) !== END64) throw unreadable('archive');
  return { count: longAt(bytes, end64 + 32), start: longAt(bytes, end64 + 48) };
}

function longAt(bytes: Buffer, at: number): number {
  const value = Number(bytes.readBigUInt64LE(at));
  if (value > bytes.length * 2_000) throw unreadable('archive');
  return value;
}

function entryAt(bytes: Buffer, at: number, extra: number, extraLength: number): Entry {
  const short = {
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    local: bytes.readUInt32LE(at + 42),
  };
  const long = { ...short };
  let field = longFieldAt(bytes, extra, extra + extraLength);
  for (const name of ['size', 'packed', 'local'] as const) {
    if (short[name] !== WORD_FULL) continue;
    long[name] = longAt(bytes, field);
    field += 8;
  }
  return {
    ...long,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
  };
}

/** Finds the 64-bit sizes among the extra fields of an entry. */
function longFieldAt(bytes: Buffer, from: number, to: number): number {
  for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) === 1) return at + 4;
  }
  return to;
}

async function* unpack(bytes: Buffer, entry: Entry, spend: (amount: number) => void): AsyncGenerator<Buffer> {
  const data = guarded(() => packedOf(bytes, entry));
  let [sum, size] = [0, 0];
  for await (const piece of entry.method === 0 ? piecesOf(data) : inflate(data)) {
    spend(piece.length);
    sum = crc32(piece, sum);
    size += piece.length;
    yield piece;
  }
  if (sum !== entry.crc || size !== entry.size) throw unreadable('archive');
}

function packedOf(bytes: Buffer, { encrypted, method, packed, local }: Entry): Buffer {
  if (encrypted) throw unreadable('encrypted');
  if (method !== 0 && method !== 8) throw unreadable('archive-packing');
  if (bytes.readUInt32LE(local) !== LOCAL) throw unreadable('archive');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + packed > bytes.length) throw unreadable('archive');
  return bytes.subarray(from, from + packed);
}

function* piecesOf(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += PIECE) yield data.subarray(at, at + PIECE);
}

async function* inflate(data: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: PIECE });
  stream.end(data);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw unreadable('archive', { cause: error });
    }
    throw error;
  }
}
