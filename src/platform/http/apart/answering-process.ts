/** Work of a process of its own: answering one request that reads much (`answer.ts`). */
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../../core/actor.ts';
import { CONNECTIONS, openForComputing } from '../../database/computing.ts';
import type { RequestDeps } from '../../deps.ts';
import { newId } from '../../ids.ts';
import { keepLawCache, type LawCache } from '../../law/index.ts';
import { createLog } from '../../operation/log.ts';
import { openPrinter, type Printer } from '../../print/index.ts';
import { answerTask } from '../../process/task.ts';
import { createHttp } from '../serving.ts';
import type { ApartAnswer } from './answer.ts';

/** Dependencies of the routes of the other process. They only read. */
export type ApartRoutesDeps = RequestDeps & { readonly law: () => Promise<LawCache>; readonly printer: Printer };

type Routes = (deps: ApartRoutesDeps) => FastifyPluginAsync;

const Input = z.object({
  ...{ databaseUrl: z.string(), module: z.string(), name: z.string(), asOf: z.date() },
  ...{ url: z.string(), language: z.string().optional(), actor: z.custom<Actor>() },
});

/** Headers of the answer that are those of its content. */
const HEADERS = ['content-type', 'content-disposition', 'retry-after'];

answerTask(async (input): Promise<ApartAnswer> => {
  const { databaseUrl, module, name, asOf, url, language, actor } = Input.parse(input);
  // The snapshot has its connections; another one reads the rest.
  const db = openForComputing(databaseUrl, 'leadloop-reading', CONNECTIONS + 1);
  const log = createLog({ level: 'silent', name: 'reading' });
  const clock = () => asOf;
  const printer = openPrinter();
  const routes = ((await import(module)) as Readonly<Record<string, Routes>>)[name];
  if (routes === undefined) throw new Error(`${module} has no ${name}`);
  const http = createHttp({ log, authenticate: async () => actor });
  const law = keepLawCache({ db, clock });
  await http.register(routes({ db, connections: CONNECTIONS, clock, newId, log, province: '', law, printer }), {
    prefix: '/v1',
  });
  const { statusCode, headers, rawPayload } = await http.inject({
    url,
    headers: { authorization: 'Bearer verified', ...(language && { 'accept-language': language }) },
  });
  await printer.close();
  const kept = HEADERS.flatMap((one) => (headers[one] === undefined ? [] : [[one, String(headers[one])]]));
  return { status: statusCode, headers: Object.fromEntries(kept), body: rawPayload };
});
