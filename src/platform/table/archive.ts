/**
 * Unpacks and makes the ZIP archive of a spreadsheet. Nothing is unpacked beyond the limits, whatever sizes the archive
 * declares. The spreadsheet reader gets a new archive, made from the unpacked files.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { tooLarge, unreadable } from './limits.ts';

/** Maximum number of files in an archive, and maximum bytes of all its XML when unpacked. */
const ENTRIES_MAX = 500;
const UNPACKED_MAX = 48 * 1024 * 1024;

const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];

/** Contents of files by name. Only XML is unpacked; all other files are empty. */
export type Archive = { readonly names: readonly string[]; readonly xml: ReadonlyMap<string, Buffer> };

/** Unpacks an archive within the limits. @throws Problem `table-unreadable`, `table-too-large` */
export function openArchive(bytes: Buffer): Archive {
  try {
    return unpack(bytes);
  } catch (error) {
    if (error instanceof RangeError && 'code' in error) {
      if (error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge('unpacked');
      throw unreadable('archive', { cause: error });
    }
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw unreadable('archive', { cause: error });
    }
    throw error;
  }
}

function unpack(bytes: Buffer): Archive {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw unreadable('archive');
  const count = bytes.readUInt16LE(end + 10);
  if (count > ENTRIES_MAX) throw tooLarge('files');
  let at = bytes.readUInt32LE(end + 16);
  let left = UNPACKED_MAX;
  const names: string[] = [];
  const xml = new Map<string, Buffer>();
  for (let entry = 0; entry < count; entry++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw unreadable('archive');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replace(/^\//, '');
    names.push(name);
    if (/\.(xml|rels)$/.test(name)) {
      if (xml.has(name)) throw unreadable('archive-name-repeated');
      const content = contentOf(bytes, at, left);
      left -= content.length;
      xml.set(name, content);
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { names, xml };
}

function contentOf(bytes: Buffer, central: number, left: number): Buffer {
  if ((bytes.readUInt16LE(central + 8) & 1) === 1) throw unreadable('encrypted');
  const method = bytes.readUInt16LE(central + 10);
  const packed = bytes.readUInt32LE(central + 20);
  const local = bytes.readUInt32LE(central + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) throw unreadable('archive');
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (from + packed > bytes.length) throw unreadable('archive');
  const data = bytes.subarray(from, from + packed);
  if (method === 0 && data.length <= left) return data;
  if (method === 0) throw tooLarge('unpacked');
  if (method !== 8) throw unreadable('archive-packing');
  return inflateRawSync(data, { maxOutputLength: Math.max(left, 1) });
}

/** Makes an archive of the files without compression. */
export function packArchive(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const heads: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    // Version 2.0, UTF-8 name, stored, 1 January 1980.
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(0x21, 8);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    heads.push(word(CENTRAL), Buffer.from([20, 0]), fields, tail, name);
    const body = Buffer.concat([word(LOCAL), fields, name, content]);
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, word(END), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
