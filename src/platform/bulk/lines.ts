/**
 * Reads NDJSON on the routes of a plugin. Each line is decoded and parsed alone: an unreadable line refuses its own row
 * only, and no line can hide the depth of another. Blank lines are skipped.
 */
import type { FastifyInstance } from 'fastify';
import { acceptText, readJson } from '../http/index.ts';

export function acceptLines(http: FastifyInstance): void {
  acceptText(http, 'application/x-ndjson', (body) =>
    linesOf(body).map((line) => {
      try {
        return readJson(line);
      } catch (error) {
        return error;
      }
    }),
  );
}

const NEWLINE = 10;

function linesOf(body: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < body.length; ) {
    const newline = body.indexOf(NEWLINE, from);
    const to = newline === -1 ? body.length : newline;
    const line = body.subarray(from, to);
    if (!line.every((byte) => BLANKS.has(byte))) lines.push(line);
    from = to + 1;
  }
  return lines;
}

const BLANKS = new Set(Buffer.from(' \t\r'));
