/** HTTP: uploading files, and reading them with their content. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../core/calendar.ts';
import { canonicalHash } from '../core/canonical.ts';
import { readAs, unsecured } from '../platform/database/row-security.ts';
import type { RequestDeps } from '../platform/deps.ts';
import {
  FileCutOff,
  type FileStore,
  FileStoreOutage,
  FileTooLarge,
  type Incoming,
} from '../platform/file-store/index.ts';
import { callerOf, httpProblem, IdParams } from '../platform/http/index.ts';
import { keyOf, onceFor, recall } from '../platform/idempotency.ts';
import type { LawCache } from '../platform/law/index.ts';
import { dispositionOf } from './file.ts';
import { fileProblem } from './problems.ts';
import { readFile } from './queries.ts';
import { fileRulesIn } from './receiving/law-schemas.ts';
import { declaredType, MEDIA_TYPES } from './receiving/media-type.ts';
import { limitOf, refuseOther, sha256In } from './receiving/receipt.ts';
import { ContentHeaders, FileResponse, toFileResponse, UploadHeaders, UploadQuery } from './schemas.ts';
import { keepBytes, openBytes, recordFile } from './service.ts';

const TAGS = ['files'];

/** Limit that the description shows; the law has one for each type. */
const BODY_LIMIT = 20 * 1024 * 1024;

export type FileDeps = RequestDeps & { readonly fileStore: FileStore; readonly law: () => Promise<LawCache> };

const UPLOAD_PROBLEMS = [
  ...['file-type-not-accepted', 'file-empty', 'file-incomplete', 'file-digest-differs', 'file-content-differs'],
  ...['file-infected', 'file-scanner-unreachable', 'file-store-unreachable', 'party-not-active'],
  ['law-missing', { key: 'files.media-types' }],
] as const;

export const fileRoutes =
  (deps: FileDeps): FastifyPluginAsyncZod =>
  async (http) => {
    await http.register(uploadRoutes(deps));
    await http.register(readingRoutes(deps));
  };

const uploadRoutes =
  (deps: FileDeps): FastifyPluginAsyncZod =>
  async (http) => {
    // The body stays a stream: the use case reads it once, into a temporary file.
    http.removeAllContentTypeParsers();
    http.addContentTypeParser('*', (_, body, done) => done(null, body));
    http.post(
      '/files',
      {
        config: { scope: 'files:write', problems: UPLOAD_PROBLEMS, creates: '/files/:id' },
        bodyLimit: BODY_LIMIT,
        schema: {
          summary: 'Upload a file',
          description:
            'The body is the file. Its type must be accepted by the law of the day (`files.media-types`), and its first bytes must agree with it. An organisation has each content once: the same content again is answered with the file of before. The file is visible to the own organisation alone until it is attached to a record.',
          tags: TAGS,
          consumes: [...MEDIA_TYPES],
          querystring: UploadQuery,
          headers: UploadHeaders,
          body: z.unknown().describe('The file'),
          response: { 201: FileResponse },
        },
      },
      (request, reply) => upload(deps, request, reply, request.query.name),
    );
  };

async function upload(deps: FileDeps, request: FastifyRequest, reply: FastifyReply, name: string) {
  const key = keyOf(request);
  const rules = fileRulesIn(await deps.law(), dayOf(deps.clock()));
  const mediaType = declaredType(request.headers['content-type']);
  const incoming = await receive(deps, request, limitOf(rules, mediaType));
  try {
    const { sha256 } = incoming;
    refuseOther(incoming, { mediaType, sha256: sha256In(String(request.headers['content-digest'] ?? '')) });
    const claim = { ...key, inputHash: canonicalHash(['file', sha256, mediaType, name]) };
    const { visibility } = callerOf(request);
    const known = await readAs(deps.db, { visibility, client: claim.client }, (db) => recall(db, claim));
    const db = unsecured(deps.db, 'the bytes of a file belong to no organisation');
    if (known === undefined) await keepBytes(db, deps, incoming);
    return await onceFor(deps, request, { claim, reply: reply.status(201) }, (tx) =>
      record(deps, tx, request, { rules, upload: { sha256, sizeBytes: incoming.sizeBytes, mediaType, name } }),
    );
  } finally {
    await incoming.discard();
  }
}

type Recording = Omit<Parameters<typeof recordFile>[2], 'actor'>;

async function record(deps: FileDeps, tx: Parameters<typeof recordFile>[0], request: FastifyRequest, what: Recording) {
  const { actor, visibility } = callerOf(request);
  const { id } = await recordFile(tx, deps, { actor, ...what });
  return toFileResponse(await readFile(tx, visibility, id));
}

/** @throws Problem `body-too-large`, `file-incomplete`, `file-store-unreachable` */
async function receive(
  { fileStore }: FileDeps,
  { raw, body, headers }: FastifyRequest,
  limitBytes: number,
): Promise<Incoming> {
  const tooLarge = () => httpProblem('body-too-large', { limitBytes, pointer: '#/body' });
  if (Number(headers['content-length'] ?? 0) > limitBytes) throw tooLarge();
  try {
    return await fileStore.receive(body instanceof Readable ? body : raw, limitBytes);
  } catch (error) {
    if (error instanceof FileTooLarge) throw tooLarge();
    if (error instanceof FileCutOff) throw fileProblem('file-incomplete', { pointer: '#/body' }, error);
    if (error instanceof FileStoreOutage) throw fileProblem('file-store-unreachable', {}, error);
    throw error;
  }
}

const readingRoutes =
  (deps: FileDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/files/:id',
      {
        config: { scope: 'files:read', problems: ['file-missing'] },
        schema: {
          summary: 'Read a file without its content',
          description:
            'Its name, size, type, SHA-256 and retention, and the records to which it belongs. It is visible to the organisation that uploaded it, and to everyone who may see one of these records.',
          tags: TAGS,
          params: IdParams,
          response: { 200: FileResponse },
        },
      },
      async (request) => toFileResponse(await read(deps, request, request.params.id)),
    );

    http.get(
      '/files/:id/content',
      {
        config: { scope: 'files:read', problems: ['file-missing', 'file-damaged', 'file-store-unreachable'] },
        schema: {
          summary: 'Download the content of a file',
          description:
            'The bytes as they were uploaded, compared with their SHA-256 before the first is sent. `ETag` is the SHA-256; with `If-None-Match` the same content is answered with 304. Browsers save the file and show none of it.',
          tags: TAGS,
          produces: [...MEDIA_TYPES],
          params: IdParams,
          headers: ContentHeaders,
          response: { 200: z.string().describe('The content') },
        },
      },
      (request, reply) => sendContent(deps, request, reply, request.params.id),
    );
  };

/** Sends the bytes under headers with which a browser saves them and runs none of them. */
async function sendContent(deps: FileDeps, request: FastifyRequest, reply: FastifyReply, id: string) {
  const file = await read(deps, request, id);
  const tag = `"${file.sha256}"`;
  const held = (request.headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (held.includes(tag) || held.includes('*')) return reply.header('etag', tag).status(304).send();
  const db = unsecured(deps.db, 'damage of bytes is noted for all organisations that have them');
  const { bytes, sizeBytes } = await openBytes(db, deps, file);
  return reply
    .type(file.mediaType)
    .header('etag', tag)
    .header('content-length', sizeBytes)
    .header('content-disposition', dispositionOf(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes);
}

const read = (deps: FileDeps, request: FastifyRequest, id: string) =>
  readAs(deps.db, callerOf(request), (db) => readFile(db, callerOf(request).visibility, id));
