/** Reading JSON bodies: UTF-8 or refused, nested only so deep, no poisoned prototypes. */
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../core/problem.ts';

/** Deepest nesting of a body. The deepest document of the API needs five levels. */
export const DEPTH_MAX = 32;

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Makes `application/json` the only content type, read strictly. */
export function acceptOnlyJson(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) =>
    readJson(body),
  );
}

/**
 * The value of a JSON text.
 * @throws Problem `body-unreadable` when it is empty, not UTF-8, nested too deeply, no JSON, or poisons a prototype
 */
export function readJson(body: Buffer): unknown {
  if (body.length === 0) throw unreadable('it is empty');
  const text = decode(body);
  try {
    return JSON.parse(text, POISON.test(text) ? refusePoison : undefined);
  } catch (error) {
    throw error instanceof Problem ? error : unreadable('syntax error', error);
  }
}

/** Names that reach a prototype, also with letters written as escapes. Only a text that could hold one is read the slow way. */
const POISON = /__proto__|constructor|\\u00[5-7]/;

function refusePoison(key: string, value: unknown): unknown {
  const poisoned =
    key === '__proto__' || (key === 'constructor' && value instanceof Object && Object.hasOwn(value, 'prototype'));
  if (poisoned) throw unreadable(`the name ${key} is not accepted`);
  return value;
}

function decode(body: Buffer): string {
  if (depthOf(body) > DEPTH_MAX) throw unreadable(`nested deeper than ${DEPTH_MAX} levels`);
  try {
    return UTF8.decode(body);
  } catch (error) {
    throw unreadable('not UTF-8', error);
  }
}

function unreadable(reason: string, cause?: unknown): Problem {
  return new Problem('body-unreadable', { reason, depthMax: DEPTH_MAX, pointer: '#/body' }, cause);
}

const [QUOTE, BACKSLASH, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/** Counted on the bytes, before anything is built from them: a parser would already have done the damage. */
function depthOf(body: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at];
    if (quoted) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth--;
  }
  return deepest;
}
