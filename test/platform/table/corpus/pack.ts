/** Makes ZIP archives in every form that writers of spreadsheets use, and in invalid forms. */
import { crc32, deflateRawSync } from 'node:zlib';

export type Packing = {
  readonly deflate?: boolean;
  /** Sizes in the 64-bit form, as some writers always use it. */
  readonly long?: boolean;
  /** Changes the fields of the directory entry of a file. */
  readonly lie?: (
    name: string,
    fields: { flags: number; method: number; packed: number; size: number; crc: number },
  ) => void;
  readonly comment?: string;
};

export type Files = ReadonlyMap<string, Buffer> | readonly (readonly [string, Buffer])[];

export function pack(files: Files, { deflate = false, long = false, lie, comment = '' }: Packing = {}): Buffer {
  const bodies: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const data = deflate ? deflateRawSync(content) : content;
    const said = {
      flags: 0x0800,
      method: deflate ? 8 : 0,
      packed: data.length,
      size: content.length,
      crc: crc32(content),
    };
    lie?.(path, said);
    const extra = long ? longSizes(said.size, said.packed, offset) : Buffer.alloc(0);
    const body = Buffer.concat([header(LOCAL, said, name.length, 0), name, data]);
    heads.push(
      header(
        CENTRAL,
        long ? { ...said, packed: FULL, size: FULL } : said,
        name.length,
        extra.length,
        long ? FULL : offset,
      ),
      name,
      extra,
    );
    bodies.push(body);
    offset += body.length;
    count += 1;
  }
  const directory = Buffer.concat(heads);
  return Buffer.concat([
    ...bodies,
    directory,
    ...(long ? [longEnd(count, directory.length, offset)] : []),
    end(count, directory.length, offset, comment, long),
  ]);
}

const [CENTRAL, LOCAL] = [0x02014b50, 0x04034b50];
const FULL = 0xffffffff;

type Said = { flags: number; method: number; packed: number; size: number; crc: number };

function header(kind: number, said: Said, nameLength: number, extraLength: number, offset = 0): Buffer {
  const central = kind === CENTRAL;
  const bytes = Buffer.alloc(central ? 46 : 30);
  bytes.writeUInt32LE(kind, 0);
  const at = central ? 6 : 4;
  bytes.writeUInt16LE(45, at);
  bytes.writeUInt16LE(said.flags, at + 2);
  bytes.writeUInt16LE(said.method, at + 4);
  bytes.writeUInt16LE(0x21, at + 8);
  bytes.writeUInt32LE(said.crc, at + 10);
  bytes.writeUInt32LE(said.packed, at + 14);
  bytes.writeUInt32LE(said.size, at + 18);
  bytes.writeUInt16LE(nameLength, at + 22);
  bytes.writeUInt16LE(extraLength, at + 24);
  if (central) bytes.writeUInt32LE(offset, 42);
  return bytes;
}

function longSizes(size: number, packed: number, offset: number): Buffer {
  const bytes = Buffer.alloc(28);
  bytes.writeUInt16LE(1, 0);
  bytes.writeUInt16LE(24, 2);
  for (const [at, value] of [size, packed, offset].entries()) bytes.writeBigUInt64LE(BigInt(value), 4 + at * 8);
  return bytes;
}

function longEnd(count: number, length: number, offset: number): Buffer {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  for (const [at, value] of [count, count, length, offset].entries())
    bytes.writeBigUInt64LE(BigInt(value), 24 + at * 8);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(offset + length), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

function end(count: number, length: number, offset: number, comment: string, long: boolean): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(long ? 0xffff : count, 8);
  bytes.writeUInt16LE(long ? 0xffff : count, 10);
  bytes.writeUInt32LE(length, 12);
  bytes.writeUInt32LE(long ? FULL : offset, 16);
  bytes.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([bytes, Buffer.from(comment)]);
}
