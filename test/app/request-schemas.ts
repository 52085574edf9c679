/** The schemas of every request of the API, found by registering the routes; nothing is called, so nothing is needed. */
import { z } from 'zod';
import { BATCH_ROW } from '../../src/batches/recording/bulk-schemas.ts';
import { FEATURES } from '../../src/features.ts';
import { openDatabase } from '../../src/platform/database/db.ts';
import type { AppDeps } from '../../src/platform/feature.ts';
import { openFileStore } from '../../src/platform/file-store/index.ts';
import { rowSchemaOf } from '../../src/platform/http/index.ts';
import { createHttp } from '../../src/platform/http/serving.ts';
import { createLog } from '../../src/platform/operation/log.ts';
import { CERTIFICATE_ROW } from '../../src/recycling/certificates/bulk-schemas.ts';
import { ANALYSIS_ROW, ASSAY_ROW, DISPOSITION_ROW, USE_ROW } from '../../src/recycling/inventory/bulk-schemas.ts';

const PARTS = ['body', 'querystring', 'params', 'headers'] as const;

/** Rows of bulk requests, which are read one by one. */
const ROWS = [
  row('/v1/batches/bulk', rowSchemaOf(BATCH_ROW)),
  row('/v1/assays/bulk', rowSchemaOf(ASSAY_ROW)),
  row('/v1/analyses/bulk', rowSchemaOf(ANALYSIS_ROW)),
  row('/v1/dispositions/bulk', rowSchemaOf(DISPOSITION_ROW)),
  row('/v1/use-confirmations/bulk', rowSchemaOf(USE_ROW)),
  row('/v1/certificate-confirmations/bulk', rowSchemaOf(CERTIFICATE_ROW)),
];

function row(url: string, schema: z.ZodType): RequestPart {
  return { what: `row of POST ${url}`, url, part: 'body', schema };
}

/** A part of a request. `what` names it, such as `POST /v1/batches body`. */
export type RequestPart = {
  readonly what: string;
  readonly url: string;
  readonly part: (typeof PARTS)[number];
  readonly schema: z.ZodType;
};

export async function requestSchemas(): Promise<RequestPart[]> {
  const log = createLog({ level: 'silent', name: 'schemas' });
  const db = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
  const unused = () => Promise.reject(new Error('no route is called'));
  const deps: AppDeps = {
    ...{ db, log, clock: () => new Date(0), newId: () => '', province: '45' },
    ...{ law: unused, wake: unused, wakeAll: unused, runTask: unused, publicUrl: '' },
    exchangeKey: { kid: '', privateKey: {} as AppDeps['exchangeKey']['privateKey'], publicJwk: {} },
    fileStore: openFileStore({ folder: '' }),
    files: { timeMs: 60_000, memoryMb: 160, parallel: 2 },
    exchange: { timeoutMs: 0, sweepMs: 0, retryMaxMs: 0 },
  };
  const http = createHttp({ authenticate: unused, log });
  const found: RequestPart[] = [];
  http.addHook('onRoute', ({ method, url, schema = {} }) => {
    for (const part of PARTS) {
      const own: unknown = schema[part];
      if (method !== 'HEAD' && own instanceof z.ZodType)
        found.push({ what: `${method} ${url} ${part}`, url, part, schema: own });
    }
  });
  for (const { routes } of FEATURES) if (routes) await http.register(routes(deps), { prefix: '/v1' });
  await http.ready();
  await http.close();
  await db.$client.end();
  return [...found, ...ROWS];
}
