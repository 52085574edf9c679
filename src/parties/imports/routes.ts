/** HTTP: imports of organisations, sites, licences and vehicles from CSV and XLSX files. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { canonicalHash } from '../../core/canonical.ts';
import type { Problem } from '../../core/messages/problem.ts';
import { readAs, writeAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import { callerOf, httpProblem, languageOf } from '../../platform/http/index.ts';
import { type Claim, keyOf, onceFor, recall } from '../../platform/idempotency.ts';
import {
  CSV_MARK,
  TABLE_CONTENT_TYPES,
  TABLE_FORMATS,
  type TableFormat,
  toCsvLine,
  toXlsx,
} from '../../platform/table/index.ts';
import { COLUMNS, IMPORT_KINDS, type ImportKind } from './columns.ts';
import { exampleRow } from './file/cell.ts';
import { writeHeader } from './file/header.ts';
import { createFileReader, type FileDeps, type ImportFile, type ReadFile } from './file/reading-service.ts';
import { importProblem } from './problems.ts';
import { findingsOf, reportOf } from './report.ts';
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
  'import-busy',
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

export type ImportDeps = RequestDeps & FileDeps;

export const importRoutes =
  (deps: ImportDeps): FastifyPluginAsyncZod =>
  async (http) => {
    acceptTables(http);
    const read = createFileReader(deps);
    for (const kind of IMPORT_KINDS)
      acceptKind(http, kind, (request, reply) => importFile({ ...deps, read }, request, reply, kind));

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

type ImportHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<ImportReport>;

/** Adds the address of a kind. */
function acceptKind(http: FastifyInstance, kind: ImportKind, handle: ImportHandler): void {
  http.withTypeProvider<ZodTypeProvider>().post(
    `/imports/${kind}`,
    {
      config: { scope: 'parties:write', problems: IMPORT_PROBLEMS },
      bodyLimit: FILE_LIMIT,
      schema: {
        summary: SUMMARIES[kind],
        description: DESCRIPTION,
        tags: TAGS,
        consumes: Object.values(TABLE_CONTENT_TYPES),
        querystring: ImportQuery,
        body: z.unknown().describe('The file'),
        response: { 200: ImportReport },
      },
    },
    handle,
  );
}

const SUMMARIES: Readonly<Record<ImportKind, string>> = {
  parties: 'Register organisations from a file',
  sites: 'Register sites from a file',
  licences: 'Register licences from a file',
  vehicles: 'Register vehicles from a file',
};

const DESCRIPTION =
  'CSV (UTF-8, GB18030 or UTF-16) or XLSX with the columns of the template; of a workbook the first visible sheet. Column names, states and kinds may be in English or Chinese. Rows that are already registered with the same data stay unchanged, so a file may be sent again. Try it with `dryRun=true` first: the report names every fault by sheet, line and column. Hidden rows, error values and merged quantities are faults.';

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

type Deps = RequestDeps & { readonly read: ReadFile };

async function importFile(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ImportKind,
): Promise<ImportReport> {
  const query = ImportQuery.parse(request.query);
  const file = request.body;
  if (!(file instanceof TableFile)) throw unsupported(request);
  // The mode belongs to the input: the same key with the other mode is another request.
  const input = [kind, query.mode, createHash('sha256').update(file.bytes).digest('hex')];
  const claim = { ...keyOf(request), inputHash: canonicalHash(input) };
  if (query.dryRun === 'false') {
    const stored = await readAs(deps.db, { visibility: callerOf(request).visibility, client: claim.client }, (db) =>
      recall(db, claim),
    );
    if (stored) {
      reply.header('idempotency-replayed', 'true');
      return ImportReport.parse(stored.answer);
    }
  }
  return perform(deps, { request, reply, claim, file: await deps.read(kind, file), ...query });
}

/** An import: the file, what is to be done with it, and the request to answer. */
type ImportRequest = z.infer<typeof ImportQuery> & {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly claim: Claim;
  readonly file: ImportFile;
};

async function perform(
  deps: RequestDeps,
  { request, reply, claim, file, dryRun, mode }: ImportRequest,
): Promise<ImportReport> {
  const { actor } = callerOf(request);
  const language = languageOf(request.headers['accept-language']);
  const rows = startImport(file.kind, file);
  if (dryRun === 'true') {
    const verdicts = await readAs(deps.db, callerOf(request), (db) => rows.judge(db, deps));
    return reportOf(file, findingsOf(file, verdicts), { dryRun: true, mode, applied: false, language });
  }
  if (mode === 'all') {
    return onceFor(deps, request, { claim, reply }, async (tx) => {
      const verdicts =
        file.broken.length > 0 ? await rows.judge(tx, deps) : await rows.register(tx, deps, { actor, all: true });
      const findings = findingsOf(file, verdicts);
      const refused = findings.rows.filter(({ outcome }) => outcome === 'refused').length;
      const report = reportOf(file, findings, { dryRun: false, mode, applied: refused === 0, language });
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
  const report = reportOf(file, findingsOf(file, verdicts), { dryRun: false, mode, applied: true, language });
  return onceFor(deps, request, { claim, reply }, async () => report);
}

function unsupported(request: FastifyRequest): Problem {
  return httpProblem('content-type-unsupported', {
    contentType: (request.headers['content-type'] ?? '(none)').slice(0, 100),
    accepted: Object.values(TABLE_CONTENT_TYPES).join(' / '),
  });
}
