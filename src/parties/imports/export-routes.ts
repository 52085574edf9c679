/** Registers as files, in exactly the form that an import takes. */

import { Readable } from 'node:stream';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../core/messages/language.ts';
import { readAs, writeAs } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { languageOf } from '../../platform/http/index.ts';
import { purposeOf } from '../../platform/personal-data.ts';
import { CSV_MARK, TABLE_CONTENT_TYPES, toCsvLine, toXlsx } from '../../platform/table/index.ts';
import { exportPages } from './export-queries.ts';
import { type Column, EXPORT_COLUMNS, type ExportKind, writeHeader, writeRow } from './form.ts';
import { importProblem } from './problems.ts';
import { asFile } from './routes.ts';
import { ExportParams, TableQuery } from './schemas.ts';
import { recordExport } from './service.ts';

/** A workbook is made in memory; beyond this a CSV file is streamed instead. */
const WORKBOOK_ROWS_MAX = 50_000;

export const exportRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (http) => {
    http.get(
      '/exports/:kind',
      {
        config: { scope: 'parties:write' },
        schema: {
          summary: 'The whole register of a kind as a file',
          description:
            'In the form that an import takes; `party-steps` and `licence-steps` are what became of organisations and licences, which no import takes. Contacts of people are in it only for an authority with `personal:read` that says what for in the header `Personal-Data-Purpose`. Who took it, and what for, is recorded.',
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
        const wanted = { kind, columns, language: languageOf(request.headers['accept-language']) };
        const pages = exportPages((read) => readAs(deps.db, request, read), kind);
        // Made before it is recorded: what could not be given is not said to have been taken.
        const body = format === 'csv' ? Readable.from(csvLines(pages, wanted)) : await workbook(pages, wanted);
        await writeAs(deps.db, request, (tx) => recordExport(tx, deps, request, { kind, format, purpose }));
        return asFile(reply, kind, format).send(body);
      },
    );
  };

type Pages = ReturnType<typeof exportPages>;
type Wanted = { readonly kind: ExportKind; readonly columns: readonly Column[]; readonly language: Language };

async function* csvLines(pages: Pages, { columns, language }: Wanted): AsyncGenerator<string> {
  yield CSV_MARK + toCsvLine(writeHeader(columns, language));
  for await (const page of pages) yield page.map((row) => toCsvLine(writeRow(columns, row))).join('');
}

async function workbook(pages: Pages, { kind, columns, language }: Wanted): Promise<Buffer> {
  const rows = [writeHeader(columns, language)];
  for await (const page of pages) {
    for (const row of page) rows.push(writeRow(columns, row));
    if (rows.length > WORKBOOK_ROWS_MAX) {
      throw importProblem('export-too-large', { rowsMax: WORKBOOK_ROWS_MAX, pointer: '#/query/format' });
    }
  }
  return toXlsx(kind, rows);
}
