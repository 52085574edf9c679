/**
 * Object storage for tests: a real HTTP server that keeps objects in memory. It checks the signature (AWS Signature Version 4),
 * the hash and the length of every request with code of its own.
 */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const KEY = { id: 'AKTEST', secret: 'test/secret+key', region: 'cn-south-1' } as const;
const BUCKET = '/leadloop/';

export type S3Server = {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  /** The next requests are answered with this status instead. */
  readonly fail: (status: number, times: number) => void;
  readonly requests: () => number;
  readonly stop: () => Promise<void>;
};

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

type Signed = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

/** Returns the signature that a request must have. */
export function signatureOf(
  { method = '', url = '', headers }: Signed,
  names: string,
  { scope, secret = KEY.secret }: { readonly scope: string; readonly secret?: string },
): string {
  const signed = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const request = [method, url, '', signed.join(''), names, headers['x-amz-content-sha256']].join('\n');
  const [day = '', region = '', service = ''] = scope.split('/');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

/** Returns the error code of a request that is not signed as it must be. */
function complaint(request: IncomingMessage): string | undefined {
  const [, id, scope = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  if (id !== KEY.id) return 'InvalidAccessKeyId';
  if (scope.split('/').slice(1).join('/') !== `${KEY.region}/s3/aws4_request`) return 'AuthorizationHeaderMalformed';
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name)))
    return 'AccessDenied';
  return signature === signatureOf(request, names, { scope }) ? undefined : 'SignatureDoesNotMatch';
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function startS3(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let failing = { status: 0, times: 0 };
  let requests = 0;
  const refuse = (response: ServerResponse, status: number, code: string) =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
  const server = createServer(async (request, response) => {
    requests += 1;
    const body = await bodyOf(request);
    if (failing.times > 0) {
      failing = { ...failing, times: failing.times - 1 };
      return refuse(response, failing.status, 'SlowDown');
    }
    const wrong = complaint(request);
    if (wrong !== undefined) return refuse(response, 403, wrong);
    if (request.headers['x-amz-content-sha256'] !== sha256(body)) {
      return refuse(response, 400, 'XAmzContentSHA256Mismatch');
    }
    const path = request.url ?? '';
    if (!path.startsWith(BUCKET)) return refuse(response, 404, 'NoSuchBucket');
    const name = path.slice(BUCKET.length);
    if (request.method === 'PUT') {
      if (request.headers['content-length'] === undefined) return refuse(response, 411, 'MissingContentLength');
      objects.set(name, body);
      return response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      objects.delete(name);
      return response.writeHead(204).end();
    }
    const found = objects.get(name);
    if (found === undefined) return refuse(response, 404, 'NoSuchKey');
    return response.writeHead(200, { 'content-length': found.length }).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${BUCKET.slice(0, -1)}`,
    objects,
    fail: (status, times) => {
      failing = { status, times };
    },
    requests: () => requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
