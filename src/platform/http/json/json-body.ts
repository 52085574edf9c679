/** Reads JSON bodies strictly: UTF-8, limited depth, unique names, no poisoned prototypes. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../../core/messages/problem.ts';
import { httpProblem } from '../problems.ts';
import type { Reason } from '../reasons.ts';
import { needsBody } from './absent-body.ts';
import { findRepeated, isMisread, namesIn } from './json-names.ts';

/** Maximum body of a bulk route, in bytes. */
export const BULK_BODY_LIMIT = 2 * 1024 * 1024;

/** Maximum depth of a body. The deepest document of the API needs five levels. */
export const DEPTH_MAX = 32;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Makes `application/json` the only content type, read strictly. */
export function acceptOnlyJson(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  acceptText(http, 'application/json', readJson);
}

/**
 * Adds a content type in UTF-8, as JSON is by definition (RFC 8259, section 8.1). A body that declares another encoding
 * is refused: read as UTF-8, its names and figures could change.
 */
export function acceptText(http: FastifyInstance, type: string, read: (body: Buffer) => unknown): void {
  http.addContentTypeParser(type, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const contentType = request.headers['content-type'] ?? '';
    if (contentType !== type && !isUtf8(contentType)) {
      throw httpProblem('content-type-unsupported', { contentType: contentType.slice(0, 100), accepted: type });
    }
    if (body.length > 0 || needsBody(request)) return read(body);
    return request.routeOptions.config.bodyOptional === true ? {} : undefined;
  });
}

const isUtf8 = (contentType: string): boolean =>
  [...contentType.matchAll(/;\s*charset\s*=\s*"?([^";\s]*)/gi)].every(([, name = '']) =>
    /^(utf-?8|us-ascii)$/i.test(name),
  );

/**
 * Parses a JSON text.
 * @throws Problem `body-unreadable` when it is empty, not UTF-8, nested too deeply, not JSON, or poisons a prototype;
 *   `body-name-repeated` when an object contains a name twice
 */
export function readJson(body: Buffer): unknown {
  if (body.length === 0) throw unreadable('empty');
  const { depth, members } = shapeOf(body);
  if (depth > DEPTH_MAX) throw unreadable('too-deep');
  const text = decode(body);
  const value = parse(text);
  // The parser silently keeps the last of two values of one name.
  if (namesIn(value) !== members || isMisread(text, value)) throw ambiguous(text);
  return value;
}

/**
 * Returns the problem of a text with suspect names: a repeated name, or one that V8 confuses with another
 * (nodejs/node#63785).
 */
function ambiguous(text: string): Problem {
  const repeated = findRepeated(text);
  return repeated === undefined ? unreadable('name-escaped') : httpProblem('body-name-repeated', repeated);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, POISON.test(text) ? refusePoison : undefined);
  } catch (error) {
    throw error instanceof Problem ? error : unreadable('syntax', error);
  }
}

/**
 * Matches names that reach a prototype, also with escaped letters. Only a text that could contain one is parsed the
 * slow way.
 */
const POISON = /__proto__|constructor|\\u00[5-7]/;

function refusePoison(key: string, value: unknown): unknown {
  const poisoned =
    key === '__proto__' || (key === 'constructor' && value instanceof Object && Object.hasOwn(value, 'prototype'));
  if (poisoned) throw unreadable('name-refused');
  return value;
}

function decode(body: Buffer): string {
  try {
    return UTF8.decode(body);
  } catch (error) {
    throw unreadable('not-utf-8', error);
  }
}

function unreadable(reason: Reason, cause?: unknown): Problem {
  return httpProblem('body-unreadable', { reason, depthMax: DEPTH_MAX, pointer: '#/body' }, cause);
}

const [QUOTE, BACKSLASH, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\:[]{}');

/**
 * Returns the depth of a JSON text and the number of its members, which is the number of its colons. It counts bytes
 * before anything is parsed, because a parser would already have allocated the memory.
 */
function shapeOf(body: Buffer): { depth: number; members: number } {
  let level = 0;
  let depth = 0;
  let members = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (quoted) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === COLON) members++;
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth = Math.max(depth, ++level);
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) level--;
  }
  return { depth, members };
}
