/** HTTP: exports of registers as files, in the form that an import accepts. */
import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../../core/messages/language.ts';
import { readAs, writeAs } from '../../../platform/database/row-security.ts';
import type { RequestDeps } from '../../../platform/deps.ts';
import { callerOf, languageOf } from '../../../platform/http/index.ts';
import { purposeOf } from '../../../platform/personal-data.ts';
import { CSV_MARK, TABLE_CONTENT_TYPES, toCsvLine, toXlsx } from '../../../platform/table/index.ts';
import { EXPORTS } from '../../examples/files.ts';
import { type Column, EXPORT_COLUMNS, type ExportKind } from '../columns.ts';
import { writeRow } from '../file/cell.ts';
import { writeHeader } from '../file/header.ts';
import { importProblem } from '../problems.ts';
import { asCsv, asFile } from '../routes.ts';
import { ExportParams, TableQuery } from '../schemas.ts';
import { recordExport } from '../service.ts';
import { exportPages } from './queries.ts';

/** Maximum of rows in a workbook, which is made in memory. A CSV file is streamed and has no maximum. */
const WORKBOOK_ROWS_MAX = 50_000;

export const exportRoutes =
  (deps: RequestDeps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/exports/:kind',
      {
        config: {
          scope: 'parties:write',
          problems: ['export-too-large', 'purpose-unreadable'],
          examples: { answers: { 200: asCsv(EXPORTS) } },
        },
        schema: {
          summary: 'Export the whole register of a kind as a file',
          description:
            'In the form that an import accepts. With `Accept-Language: zh`, column names, states and kinds are in Chinese. `party-steps` and `licence-steps` are the histories of organisations and licences, which cannot be imported. Personal data are included only for an authority with `personal:read` that gives its purpose in the header `Personal-Data-Purpose`. The journal records every export with its purpose.',
          tags: ['parties'],
          produces: Object.values(TABLE_CONTENT_TYPES),
          params: ExportParams,
          querystring: TableQuery,
          response: { 200: z.string().describe('The table') },
        },
      },
      async (request, reply) => {
        const { kind } = request.params;
        const { format } = request.query;
        const purpose = purposeOf(request) ?? null;
        const columns = EXPORT_COLUMNS[kind].filter(({ personal }) => personal !== true || purpose !== null);
        const form = { kind, columns, language: languageOf(request.headers['accept-language']) };
        const pages = exportPages((read) => readAs(deps.db, callerOf(request), read), kind);
        // The file is made before the export is recorded: a failed export is not recorded as taken.
        const body = format === 'csv' ? Readable.from(csvLines(pages, form)) : await workbook(pages, form);
        await writeAs(deps.db, callerOf(request), (tx) =>
          recordExport(tx, deps, { actor: callerOf(request).actor, kind, format, purpose }),
        );
        return asFile(reply, kind, format).send(body);
      },
    );
  };

type Pages = ReturnType<typeof exportPages>;
type ExportForm = { readonly kind: ExportKind; readonly columns: readonly Column[]; readonly language: Language };

async function* csvLines(pages: Pages, { columns, language }: ExportForm): AsyncGenerator<string> {
  yield CSV_MARK + toCsvLine(writeHeader(columns, language));
  for await (const page of pages) yield page.map((row) => toCsvLine(writeRow(columns, row, language))).join('');
}

async function workbook(pages: Pages, { kind, columns, language }: ExportForm): Promise<Buffer> {
  const rows = [writeHeader(columns, language)];
  for await (const page of pages) {
    for (const row of page) rows.push(writeRow(columns, row, language));
    if (rows.length > WORKBOOK_ROWS_MAX) {
      throw importProblem('export-too-large', { rowsMax: WORKBOOK_ROWS_MAX, pointer: '#/query/format' });
    }
  }
  return toXlsx(kind, rows);
}
