/** Registering from files: parties, sites, licences and vehicles in CSV or XLSX. */

import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { canonicalHash } from '../../core/canonical.ts';
import type { Problem } from '../../core/messages/problem.ts';
import { readAs, writeAs } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { httpProblem, languageOf } from '../../platform/http/index.ts';
import { type Claim, keyOf, onceFor, recall } from '../../platform/idempotency.ts';
import {
  CSV_MARK,
  readTable,
  TABLE_CONTENT_TYPES,
  TABLE_FORMATS,
  type TableFormat,
  toCsvLine,
  toXlsx,
} from '../../platform/table/index.ts';
import { type Sheet, sheetOf } from './file-routes.ts';
import { COLUMNS, writeHeader } from './form.ts';
import { importProblem } from './problems.ts';
import { ImportParams, ImportQuery, ImportReport, TableQuery } from './schemas.ts';
import type { Verdict } from './service.ts';

const TAGS = ['parties'];

/** Largest file, in bytes. */
const FILE_LIMIT = 16 * 1024 * 1024;

/** Rows that are registered in one transaction when each stands for itself. */
const PART_ROWS = 500;

/** A body that is a file. */
class TableFile {
  readonly bytes: Buffer;
  readonly format: TableFormat;
  readonly charset: string | undefined;

  constructor(bytes: Buffer, format: TableFormat, charset: string | undefined) {
    this.bytes = bytes;
    this.format = format;
    this.charset = charset;
  }
}

export const importRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    acceptTables(http);
    http.post(
      '/imports/:kind',
      {
        config: { scope: 'parties:write' },
        bodyLimit: FILE_LIMIT,
        schema: {
          summary: 'Register organisations, sites, licences or vehicles from a file',
          description:
            'CSV (UTF-8 or GB18030) or XLSX with the columns of the template, in English or Chinese. A row that is registered already with the same data is left as it is, so a file may be sent again.',
          tags: TAGS,
          consumes: Object.values(TABLE_CONTENT_TYPES),
          params: ImportParams,
          querystring: ImportQuery,
          body: z.unknown().describe('The file'),
          response: { 200: ImportReport },
        },
      },
      (request, reply) => importFile(deps, request, reply),
    );

    http.get(
      '/imports/:kind/template',
      {
        config: { scope: 'parties:write' },
        schema: {
          summary: 'An empty table to fill in, with one row as an example',
          tags: TAGS,
          produces: Object.values(TABLE_CONTENT_TYPES),
          params: ImportParams,
          querystring: TableQuery,
          response: { 200: z.string().describe('The table') },
        },
      },
      async ({ params: { kind }, query: { format }, headers }, reply) => {
        const language = languageOf(headers['accept-language']);
        const rows = [writeHeader(COLUMNS[kind], language), COLUMNS[kind].map(({ example }) => example)];
        return asFile(reply, `${kind}-template`, format).send(
          format === 'csv' ? CSV_MARK + rows.map(toCsvLine).join('') : await toXlsx(kind, rows),
        );
      },
    );
  };

/** Names the file that an answer is. */
export function asFile(reply: FastifyReply, name: string, format: TableFormat): FastifyReply {
  const charset = format === 'csv' ? '; charset=utf-8' : '';
  return reply
    .type(`${TABLE_CONTENT_TYPES[format]}${charset}`)
    .header('content-disposition', `attachment; filename="${name}.${format}"`);
}

function acceptTables(http: FastifyInstance): void {
  http.removeContentTypeParser('application/json');
  for (const format of TABLE_FORMATS) {
    http.addContentTypeParser(
      TABLE_CONTENT_TYPES[format],
      { parseAs: 'buffer' },
      async (request: FastifyRequest, body: Buffer) => {
        const [, charset] = /;\s*charset="?([\w-]+)/i.exec(request.headers['content-type'] ?? '') ?? [];
        return new TableFile(body, format, charset);
      },
    );
  }
}

async function importFile(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<ImportReport> {
  const { kind } = ImportParams.parse(request.params);
  const query = ImportQuery.parse(request.query);
  const file = request.body;
  if (!(file instanceof TableFile)) throw unsupported(request);
  // The file as it was sent, and what was asked for: the same key with the other mode is another request.
  const input = [kind, query.mode, createHash('sha256').update(file.bytes).digest('hex')];
  const claim = { ...keyOf(request), inputHash: canonicalHash(input) };
  const language = languageOf(request.headers['accept-language']);
  if (query.dryRun === 'false' && query.mode === 'rows') {
    const stored = await readAs(deps.db, { visibility: request.visibility, client: claim.client }, (db) =>
      recall(db, claim),
    );
    if (stored) {
      reply.header('idempotency-replayed', 'true');
      return ImportReport.parse(stored.answer);
    }
  }
  const sheet = sheetOf(kind, await readTable(file.bytes, file.format, file.charset), language);
  return perform(deps, { request, reply, claim, sheet, ...query });
}

type Job = z.infer<typeof ImportQuery> & {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly claim: Claim;
  readonly sheet: Sheet;
};

async function perform(deps: Deps, { request, reply, claim, sheet, dryRun, mode }: Job): Promise<ImportReport> {
  const { actor } = request;
  const run = sheet.start();
  if (dryRun === 'true') {
    return sheet.report(await readAs(deps.db, request, (db) => run.judge(db, deps)), {
      dryRun: true,
      mode,
      applied: false,
    });
  }
  if (mode === 'all') {
    return onceFor(deps, request, { claim, reply }, async (tx) => {
      const verdicts =
        sheet.broken > 0 ? await run.judge(tx, deps) : await run.register(tx, deps, { actor, all: true });
      const refused = sheet.refused(verdicts);
      const report = sheet.report(verdicts, { dryRun: false, mode, applied: refused === 0 });
      if (refused > 0) throw importProblem('import-refused', { refused, rows: report.counts.rows, report });
      return report;
    });
  }
  const verdicts: Verdict[] = [];
  while (run.left() > 0) {
    // Each part stands for itself: what a process that dies has written is found unchanged when the file comes again.
    verdicts.push(
      ...(await writeAs(deps.db, request, (tx) => run.register(tx, deps, { actor, all: false, rows: PART_ROWS }))),
    );
  }
  const report = sheet.report(verdicts, { dryRun: false, mode, applied: true });
  return onceFor(deps, request, { claim, reply }, async () => report);
}

function unsupported(request: FastifyRequest): Problem {
  return httpProblem('content-type-unsupported', {
    contentType: (request.headers['content-type'] ?? '(none)').slice(0, 100),
    accepted: Object.values(TABLE_CONTENT_TYPES).join(' / '),
  });
}
