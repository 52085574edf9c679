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
import { importAnswers, importFiles, importProblemFacts, TEMPLATES } from '../examples/files.ts';
import { COLUMNS, IMPORT_KINDS, type ImportKind } from './columns.ts';
import { exampleRow } from './file/cell.ts';
import { writeHeader } from './file/header.ts';
import { createFileReader, type FileDeps, type ImportFile, type ReadFile } from './file/reading-service.ts';
import { importProblem } from './problems.ts';
import { findingsOf, howOf, reportOf } from './report.ts';
import {
  ImportParams,
  ImportQuery,
  ImportReport,
  StoredImportResponse,
  TableQuery,
  toStoredImportResponse,
} from './schemas.ts';
import { startImport } from './service.ts';
import { AT_ONCE_MAX, PART_ROWS } from './stored/import.ts';
import { storedImportRoutes } from './stored/routes.ts';
import { storeImport } from './stored/service.ts';
import type { Verdict } from './verdict.ts';

const TAGS = ['parties'];

const IMPORT_PROBLEMS = [
  'table-unreadable',
  'table-too-large',
  'table-has-formulas',
  'import-overtaken',
  'import-busy',
];

/** Maximum size of a file, in bytes. */
const FILE_LIMIT = 16 * 1024 * 1024;

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

type Wake = { readonly wake: (topic: string, key: string) => Promise<void> };
export type ImportDeps = RequestDeps & FileDeps & Wake;

export const importRoutes =
  (deps: ImportDeps): FastifyPluginAsyncZod =>
  async (http) => {
    acceptTables(http);
    await http.register(storedImportRoutes(deps));
    const read = createFileReader(deps);
    for (const kind of IMPORT_KINDS)
      acceptKind(http, kind, (request, reply) => importFile({ ...deps, read }, request, reply, kind));

    http.get(
      '/imports/:kind/template',
      {
        config: { scope: 'parties:write', examples: { answers: { 200: asCsv(TEMPLATES) } } },
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

type ImportHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<ImportReport | StoredImportResponse>;

/** Adds the address of a kind. */
function acceptKind(http: FastifyInstance, kind: ImportKind, handle: ImportHandler): void {
  http.withTypeProvider<ZodTypeProvider>().post(
    `/imports/${kind}`,
    {
      config: {
        scope: 'parties:write',
        problems: [...IMPORT_PROBLEMS, ...importProblemFacts(kind)],
        creates: '/imports/:id',
        examples: { body: asCsv(importFiles(kind)), answers: importAnswers(kind) },
      },
      bodyLimit: FILE_LIMIT,
      schema: {
        summary: TEXTS[kind][0],
        description: `${TEXTS[kind][1]} ${DESCRIPTION}`,
        tags: TAGS,
        consumes: Object.values(TABLE_CONTENT_TYPES),
        querystring: ImportQuery,
        body: z.unknown().describe('The file'),
        response: { 200: ImportReport, 202: StoredImportResponse },
      },
    },
    handle,
  );
}

/** The summary of each kind, and what its rows need. */
const TEXTS: Readonly<Record<ImportKind, readonly [summary: string, needs: string]>> = {
  parties: [
    'Register organisations from a file',
    'Each row is an organisation with its unified social credit code, or the reason why it has none.',
  ],
  sites: [
    'Register sites from a file',
    'Each row is a site of a registered organisation, named by its code or its id.',
  ],
  licences: [
    'Register licences from a file',
    'Each row is a hazardous waste operating licence of a registered organisation; blanks or commas separate waste codes.',
  ],
  vehicles: [
    'Register vehicles from a file',
    'Each row is a vehicle of a registered organisation with its transport permit.',
  ],
};

const DESCRIPTION =
  'The file is CSV (UTF-8, GB18030, UTF-16) or XLSX, of which the first visible sheet is read, with the columns of the template in English or Chinese. Rows that are already registered with the same data stay unchanged, so a file may be sent again. Try it with `dryRun=true` first: the report names every fault by sheet, line and column. More than 2000 rows are answered with 202 and run in the background: read the import at `Location`.';

/** Writes tables as the lines of CSV files, for the description. */
export const asCsv = (tables: Readonly<Record<string, readonly (readonly string[])[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.map(toCsvLine).join('')]));

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

type Deps = RequestDeps & Wake & { readonly read: ReadFile };

async function importFile(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  kind: ImportKind,
): Promise<ImportReport | StoredImportResponse> {
  const query = ImportQuery.parse(request.query);
  const file = request.body;
  if (!(file instanceof TableFile)) throw unsupported(request);
  // The mode belongs to the input: the same key with the other mode is another request.
  const trial = query.dryRun === 'true' ? ['trial'] : [];
  const input = [kind, query.mode, createHash('sha256').update(file.bytes).digest('hex'), ...trial];
  const claim = { ...keyOf(request), inputHash: canonicalHash(input) };
  const known = await readAs(deps.db, { visibility: callerOf(request).visibility, client: claim.client }, (db) =>
    recall(db, claim),
  );
  if (known) {
    reply.header('idempotency-replayed', 'true');
    const stored = StoredImportResponse.safeParse(known.answer);
    if (!stored.success) return ImportReport.parse(known.answer);
    reply.status(202);
    return stored.data;
  }
  const checked = await deps.read(kind, file);
  const ask = { request, reply, claim, file: checked, ...query };
  return checked.candidates.length + checked.broken.length > AT_ONCE_MAX ? store(deps, ask) : perform(deps, ask);
}

/** Stores an import of many rows, and answers before it is run. */
async function store(
  deps: RequestDeps & Wake,
  { request, reply, claim, file, dryRun, mode }: ImportRequest,
): Promise<StoredImportResponse> {
  const { actor } = callerOf(request);
  const language = languageOf(request.headers['accept-language']);
  const answer = await onceFor(deps, request, { claim, reply: reply.status(202) }, async (tx) => {
    const stored = await storeImport(tx, deps, { actor, file, mode, dryRun: dryRun === 'true' });
    return toStoredImportResponse(stored, reportOf(file, findingsOf(file, []), { ...howOf(stored), language }));
  });
  await deps.wake('import', answer.id);
  return answer;
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
