/** HTTP: imports of organisations, sites, licences and vehicles from CSV and XLSX files. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { canonicalHash } from '../../core/canonical.ts';
import type { Problem } from '../../core/messages/problem.ts';
import { readAs, writeAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, httpProblem, languageOf } from '../../platform/http/index.ts';
import { type Claim, keyOf, onceFor, recall } from '../../platform/idempotency.ts';
import {
  CSV_MARK,
  columnLetters,
  readTable,
  TABLE_CONTENT_TYPES,
  TABLE_FORMATS,
  type Table,
  type TableFormat,
  tableProblem,
  toCsvLine,
  toXlsx,
} from '../../platform/table/index.ts';
import { exampleRow } from './cell.ts';
import { COLUMNS, type ImportKind } from './columns.ts';
import { type Header, readHeader, refuseHeader, writeHeader } from './header.ts';
import { importProblem } from './problems.ts';
import { refusedIn, reportOf } from './report.ts';
import { checkFile, type ImportFile } from './row-schemas.ts';
import { ImportParams, ImportQuery, ImportReport, TableQuery } from './schemas.ts';
import { startImport } from './service.ts';
import type { Verdict } from './verdict.ts';

const TAGS = ['parties'];

const IMPORT_PROBLEMS = [
  'table-unreadable',
  'table-too-large',
  'table-has-formulas',
  'table-header-wrong',
  'import-refused',
  'import-overtaken',
];

/** Maximum size of a file, in bytes. */
const FILE_LIMIT = 16 * 1024 * 1024;

/** Rows of one transaction in mode `rows`. */
const PART_ROWS = 500;

/** A request body that is a file. */
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
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    acceptTables(http);
    http.post(
      '/imports/:kind',
      {
        config: { scope: 'parties:write', problems: IMPORT_PROBLEMS },
        bodyLimit: FILE_LIMIT,
        schema: {
          summary: 'Register organisations, sites, licences or vehicles from a file',
          description:
            'CSV (UTF-8 or GB18030) or XLSX with the columns of the template. Column names, states and kinds may be in English or Chinese. Rows that are already registered with the same data stay unchanged, so a file may be sent again. Try it with `dryRun=true` first: the report names every fault by line and column.',
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
          summary: 'Download an empty table with one example row',
          description:
            'The columns of a record kind, named in the language of `Accept-Language`. Replace the example row by your own.',
          tags: TAGS,
          produces: Object.values(TABLE_CONTENT_TYPES),
          params: ImportParams,
          querystring: TableQuery,
          response: { 200: z.string().describe('The table') },
        },
      },
      async ({ params: { kind }, query: { format }, headers }, reply) => {
        const language = languageOf(headers['accept-language']);
        const rows = [writeHeader(COLUMNS[kind], language), exampleRow(COLUMNS[kind], language)];
        return asFile(reply, `${kind}-template`, format).send(
          format === 'csv' ? CSV_MARK + rows.map(toCsvLine).join('') : await toXlsx(kind, rows),
        );
      },
    );
  };

/** Sets the headers of an answer that is a file. */
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

async function importFile(deps: RequestDeps, request: FastifyRequest, reply: FastifyReply): Promise<ImportReport> {
  const { kind } = ImportParams.parse(request.params);
  const query = ImportQuery.parse(request.query);
  const file = request.body;
  if (!(file instanceof TableFile)) throw unsupported(request);
  // The mode belongs to the input: the same key with the other mode is another request.
  const input = [kind, query.mode, createHash('sha256').update(file.bytes).digest('hex')];
  const claim = { ...keyOf(request), inputHash: canonicalHash(input) };
  const language = languageOf(request.headers['accept-language']);
  if (query.dryRun === 'false' && query.mode === 'rows') {
    const stored = await readAs(deps.db, { visibility: callerOf(request).visibility, client: claim.client }, (db) =>
      recall(db, claim),
    );
    if (stored) {
      reply.header('idempotency-replayed', 'true');
      return ImportReport.parse(stored.answer);
    }
  }
  const table = await readTable(file.bytes, file.format, file.charset);
  const checked = checkFile(kind, { header: headerOf(kind, table), rows: table.rows, language });
  return perform(deps, { request, reply, claim, file: checked, ...query });
}

/** An import: the file, what is to be done with it, and the request to answer. */
type ImportRequest = z.infer<typeof ImportQuery> & {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly claim: Claim;
  readonly file: ImportFile<ImportKind>;
};

async function perform(
  deps: RequestDeps,
  { request, reply, claim, file, dryRun, mode }: ImportRequest,
): Promise<ImportReport> {
  const { actor } = callerOf(request);
  const rows = startImport(file.kind, file);
  if (dryRun === 'true') {
    const verdicts = await readAs(deps.db, callerOf(request), (db) => rows.judge(db, deps));
    return reportOf(file, verdicts, { dryRun: true, mode, applied: false });
  }
  if (mode === 'all') {
    return onceFor(deps, request, { claim, reply }, async (tx) => {
      const verdicts =
        file.broken.size > 0 ? await rows.judge(tx, deps) : await rows.register(tx, deps, { actor, all: true });
      const refused = refusedIn(file, verdicts);
      const report = reportOf(file, verdicts, { dryRun: false, mode, applied: refused === 0 });
      if (refused > 0) throw importProblem('import-refused', { refused, rows: report.counts.rows, report });
      return report;
    });
  }
  const verdicts: Verdict[] = [];
  while (rows.left() > 0) {
    // Each part is a transaction: after a crash, its rows are found unchanged when the file is sent again.
    const part = { actor, all: false, rows: PART_ROWS };
    verdicts.push(...(await writeAs(deps.db, callerOf(request), (tx) => rows.register(tx, deps, part))));
  }
  const report = reportOf(file, verdicts, { dryRun: false, mode, applied: true });
  return onceFor(deps, request, { claim, reply }, async () => report);
}

/** Reads the header of a file. @throws Problem `table-header-wrong`, `table-unreadable` */
function headerOf(kind: ImportKind, { header: { line, cells }, encoding }: Table): Header {
  const header = readHeader(
    kind,
    cells.map(({ text }, at) => ({ text, letters: columnLetters(at + 1) })),
  );
  // Almost all bytes are valid GB18030. Only a Chinese header proves that the guess is right.
  if (encoding === 'gb18030' && !header.chinese) {
    throw tableProblem('table-unreadable', {
      reason: 'header-not-chinese',
      pointer: '#/body',
    });
  }
  refuseHeader(header, line);
  return header;
}

function unsupported(request: FastifyRequest): Problem {
  return httpProblem('content-type-unsupported', {
    contentType: (request.headers['content-type'] ?? '(none)').slice(0, 100),
    accepted: Object.values(TABLE_CONTENT_TYPES).join(' / '),
  });
}
