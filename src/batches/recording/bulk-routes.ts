/**
 * Routes: many batches in one request, as a JSON array or as NDJSON, each row with its own result. One bad row never
 * refuses another, and a request that is repeated after a crash records only the missing rows.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { canonicalHash } from '../../core/canonical.ts';
import type { Language } from '../../core/messages/language.ts';
import { Problem } from '../../core/messages/problem.ts';
import {
  acceptText,
  BULK_BODY_LIMIT,
  callerOf,
  containersOf,
  describe,
  type Failed,
  faultsOf,
  httpProblem,
  languageOf,
  readJson,
} from '../../platform/http/index.ts';
import { type Claim, keyOf } from '../../platform/idempotency.ts';
import { RecordBatchRequest } from '../schemas.ts';
import type { StockEstimates } from '../storage/estimate-queries.ts';
import { toStorageWarningResponse } from '../storage/schemas.ts';
import type { StorageWarning } from '../storage/storage.ts';
import { BulkRequest, BulkResponse, BulkRow } from './bulk-schemas.ts';
import type { BatchRecorder, RecordBatch, RecordingResult } from './service.ts';

type Item = z.infer<typeof BulkResponse>['items'][number];

export const bulkRoutes =
  (recorder: BatchRecorder, stocks: StockEstimates): FastifyPluginAsyncZod =>
  async (http) => {
    acceptLines(http);
    http.post(
      '/batches/bulk',
      {
        config: { scope: 'batches:write' },
        bodyLimit: BULK_BODY_LIMIT,
        schema: {
          summary: 'Record up to 1 000 batches, each with its own result',
          description:
            'A JSON array or NDJSON of rows `{ "idempotencyKey"?, "batch": { … } }`, each batch as in POST /v1/batches. Every row is judged alone: a refused row does not stop the others. Repeated after a failure, the request records only the missing rows.',
          tags: ['batches'],
          body: BulkRequest,
          response: { 200: BulkResponse },
        },
      },
      async (request) => {
        const language = languageOf(request.headers['accept-language']);
        const claim = keyOf(request);
        const rows = request.body.map((row, at) => readRow(request, { row, at, claim }));
        const commands = rows.flatMap((row) => (row instanceof Problem ? [] : [row]));
        const results = await recorder.all(commands);
        let next = 0;
        const items = rows.map((row, at) =>
          row instanceof Problem
            ? toRefusal(at, row, { at: `#/body/${at}`, language })
            : toItem(at, results[next++], language),
        );
        const count = (outcome: Item['outcome']) => items.filter((item) => item.outcome === outcome).length;
        return {
          ...warningsOf(stocks, results, language),
          ...{ recorded: count('recorded'), replayed: count('replayed'), refused: count('refused'), items },
        };
      },
    );
  };

/** Returns the last warning of each site: it counts the mass of all rows before it. */
function warningsOf(stocks: StockEstimates, results: readonly RecordingResult[], language: Language) {
  const bySite = new Map<string, StorageWarning>();
  for (const result of results) {
    if (result instanceof Problem || result.replayed || result.batch.siteId === null) continue;
    const warning = stocks.add(result.batch.siteId, result.batch.massGrams);
    if (warning) bySite.set(result.batch.siteId, warning);
  }
  const warnings = [...bySite.values()].map((warning) => toStorageWarningResponse(warning, language));
  return warnings.length === 0 ? {} : { warnings };
}

/** Each row has its own key and hash, so an input that cannot be hashed refuses its own row only. */
type Row = { readonly row: unknown; readonly at: number; readonly claim: Pick<Claim, 'client' | 'key'> };

function readRow(request: FastifyRequest, { row, at, claim }: Row): RecordBatch | Problem {
  if (row instanceof Problem) return row;
  const envelope = BulkRow.safeParse(row, { reportInput: true });
  if (!envelope.success) {
    return invalid({ schema: BulkRow, issues: envelope.error.issues, part: `body/${at}` }, request);
  }
  const batch = RecordBatchRequest.safeParse(envelope.data.batch, { reportInput: true });
  if (!batch.success) {
    return invalid({ schema: RecordBatchRequest, issues: batch.error.issues, part: `body/${at}/batch` }, request);
  }
  const key = envelope.data.idempotencyKey ?? `${claim.key}/${at}`;
  const inputHash = canonicalHash(spelledAs(batch.data, envelope.data.batch));
  return { actor: callerOf(request).actor, claim: { client: claim.client, key, inputHash }, declaration: batch.data };
}

/** Returns a batch as it was sent, its texts in their one spelling. */
function spelledAs(read: Readonly<Record<string, unknown>>, sent: unknown): Record<string, unknown> {
  const spell = ([name, value]: [string, unknown]) => [name, typeof read[name] === 'string' ? read[name] : value];
  return Object.fromEntries(Object.entries(sent ?? {}).map(spell));
}

function invalid(failed: Failed, { headers, server, routeOptions }: FastifyRequest): Problem {
  const language = languageOf(headers['accept-language']);
  const containers = containersOf(routeOptions.url ?? '');
  const errors = faultsOf(failed, { language, fields: server.fields, containers });
  return httpProblem('request-invalid', { count: errors.length, errors });
}

function toItem(row: number, result: RecordingResult | undefined, language: Language): Item {
  if (result === undefined) throw new Error(`row ${row} has no result`);
  if (!(result instanceof Problem)) {
    return { row, outcome: result.replayed ? 'replayed' : 'recorded', id: result.batch.id };
  }
  return toRefusal(row, result, { at: `#/body/${row}/batch`, language });
}

/** @param at pointer of the part of the request that the problem takes for the whole body */
function toRefusal(row: number, problem: Problem, { at, language }: { at: string; language: Language }): Item {
  const pointer = problem.facts.pointer?.replace(/^#\/body(?=\/|$)/, at);
  const placed = pointer === undefined ? problem : problem.with({ pointer });
  return { row, outcome: 'refused', problem: describe(placed, language) };
}

/**
 * Reads NDJSON on the routes of this plugin. Each line is decoded and parsed alone: an unreadable line refuses its own row
 * only, and no line can hide the depth of another. Blank lines are skipped.
 */
function acceptLines(http: FastifyInstance): void {
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
