/** Sends drafts: most of them inside this process, some over a connection of their own, as any client could write them. */

import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import type { Http } from '../../src/platform/http/index.ts';
import type { Draft } from './valid.ts';

export type Answer = {
  /** 0: the connection ended without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it is read: decompressed. */
  readonly text: string;
};

/** Header that names a request; the service does not know it. */
export const NUMBER_HEADER = 'x-hostile-number';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

export async function inject(http: Http, { method, url, headers, body }: Draft, number: number): Promise<Answer> {
  const known = METHODS.find((one) => one === method) ?? 'GET';
  const answer = await http.inject({
    ...{ method: known, url, headers: { ...Object.fromEntries(headers), [NUMBER_HEADER]: String(number) } },
    ...(body !== undefined && { payload: body }),
  });
  const flat = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
  return read(answer.statusCode, Object.fromEntries(flat), answer.rawPayload);
}

/** Sends a draft over a connection of its own, byte by byte as it is. */
export async function overTheWire(http: Http, draft: Draft, number: number): Promise<Answer> {
  const { port } = http.server.address() as AddressInfo;
  const bytes = await exchangeBytes(port, requestBytes(draft, number));
  return bytes.length === 0 ? { status: 0, headers: {}, text: '' } : parse(bytes);
}

function requestBytes({ method, url, headers, body = '' }: Draft, number: number): Buffer {
  const names = headers.map(([name]) => name);
  const own = [
    ...(names.includes('host') ? [] : [['host', 'localhost'] as const]),
    ...(names.includes('content-length') || body.length === 0
      ? []
      : [['content-length', String(Buffer.byteLength(body))] as const]),
    ...[[NUMBER_HEADER, String(number)] as const, ['connection', 'close'] as const],
  ];
  const lines = [...headers, ...own].map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`),
    Buffer.from(body as string),
  ]);
}

const PATIENCE_MS = 20_000;

/** Resolves with all bytes of the answer; rejects when the connection is reset or silent. */
function exchangeBytes(port: number, request: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks)));
  });
}

const END = '\r\n\r\n';

function parse(bytes: Buffer): Answer {
  const end = bytes.indexOf(END);
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0);
  const rest = bytes.subarray(end + END.length);
  if (status > 0 && status < 200) return parse(rest);
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return read(status, headers, headers['transfer-encoding'] === 'chunked' ? joined(rest) : rest);
}

function joined(chunked: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < chunked.length; ) {
    const end = chunked.indexOf('\r\n', at);
    const length = Number.parseInt(chunked.subarray(at, end).toString('latin1'), 16);
    if (!(length > 0)) break;
    parts.push(chunked.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  ...{ gzip: gunzipSync, deflate: inflateSync, br: brotliDecompressSync, zstd: zstdDecompressSync },
};

function read(status: number, headers: Readonly<Record<string, string>>, bytes: Buffer): Answer {
  const decode = DECODERS[headers['content-encoding'] ?? ''];
  const body = decode && bytes.length > 0 ? decode(bytes) : bytes;
  return { status, headers, text: body.toString() };
}

/** The request as a command; `$TOKEN` is that of the caller, and a body that is no plain text comes in base64. */
export function asCurl({ method, url, headers, body, person }: Draft): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const shown = headers.map(([name, value]) => {
    const secret = person && value === `Bearer ${person.token}`;
    return secret ? `-H "${name}: Bearer $TOKEN"` : `-H ${quoted(`${name}: ${value}`)}`;
  });
  const plain = typeof body === 'string' && /^[ -~\p{Script=Han}]*$/u.test(body);
  const data = body === undefined ? '' : plain ? ` --data-raw ${quoted(body)}` : ' --data-binary @-';
  const source =
    body === undefined || plain ? '' : `printf %s ${Buffer.from(body as string).toString('base64')} | base64 -d | `;
  return `${source}curl --path-as-is -g -X ${method} ${shown.join(' ')}${data} ${quoted(`$URL${url}`)}`;
}
