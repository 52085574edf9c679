/** Bypasses of row-level security: each is listed here with its reason, and there is no other way around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { listPartners } from '../../src/exchange/partners/store.ts';
import type { ServiceDeps } from '../../src/platform/deps.ts';
import type { Feature, RouteDeps } from '../../src/platform/feature.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/^(demo|national-standin)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

/** Work that lawfully reaches beyond the visibility of a request. */
const BYPASSES = {
  'batches/storage/estimate-queries.ts': ["unsecured 'the stock of a site is read for everybody who records there'"],
  'batches/recording/service.ts': [
    "unsecured 'one statement records batches of many organisations, each at its own site'",
  ],
  'batches/trace/queries.ts': ["asService 'a trace follows mass through the hands of others'"],
  'codes/calendar/service.ts': ["asServiceInAny 'the work calendar is one for all'"],
  'exchange/routes.ts': ["unsecured 'a message is applied for its sender, which has no visibility'"],
  'files/routes.ts': [
    "unsecured 'the bytes of a file belong to no organisation'",
    "unsecured 'damage of bytes is noted for all organisations that have them'",
  ],
  'files/service.ts': ["asServiceInAny 'the bytes of a file belong to no organisation'"],
  'identity/clients/change-service.ts': ["asServiceInAny 'tokens with the earlier rights of a client end'"],
  'identity/passwords/giver-store.ts': ["asServiceInAny 'an account may come from another one'"],
  'identity/people/service.ts': Array(3).fill('asServiceInAny LOG_OUT'),
  'identity/revocation/service.ts': ['asServiceInAny LOG_OUT'],
  'manifests/draft-service.ts': ["asService 'a draft needs the status of its carrier and receiver'"],
  'manifests/taking/service.ts': [
    "includeParties 'a step moves mass between the parties of a manifest, and needs their status'",
  ],
  // The definition of asServiceInAny.
  'parties/changes/service.ts': ["asServiceInAny 'the version of an organisation rises with its contact'"],
  'parties/laboratories/service.ts': ["asServiceInAny 'contacts of two organisations are compared'"],
  'recycling/certificates/service.ts': ["asServiceInAny 'the journal has who recorded a sample'"],
  'recycling/samples/present-queries.ts': [
    "asServiceInAny 'a laboratory that saw a batch is compared with the record of it'",
  ],
  'recycling/samples/service.ts': ["asServiceInAny 'a laboratory sees what was sampled for a record that names it'"],
  'recycling/uses/delivery-queries.ts': ["asServiceInAny 'a receiver sees what another party delivered to it'"],
  'recycling/uses/service.ts': ["asServiceInAny 'a receiver confirms a delivery of another party'"],
  'platform/database/row-security.ts': ['asService reason'],
  'recovery/evidence/package-service.ts': ["unsecured 'damage of bytes is noted for all organisations that have them'"],
  'recovery/evidence/service.ts': [
    "asService 'the entries of a certified figure are for all who may see the figure'",
    "asService 'what is not sealed yet is told of subjects of the figure alone'",
  ],
  'platform/journal/record.ts': ["asServiceInAny 'the journal is one for all'"],
  'recovery/kept/service.ts': ["unsecured 'a kept figure is one for all who may see its organisation'"],
};

it('every bypass is known, with its reason', () => {
  const found = sources.flatMap(({ path, text }) => {
    const uses = [
      ...text.matchAll(
        /(?:\b(?:await|return)|=>?|db:) (asService|asServiceInAny|includeParties|unsecured)\(\s*[\w.]+,\s*('[^']*'|\w+)/g,
      ),
    ];
    const calls = [...text.matchAll(/(?<!function )\b(?:asService|asServiceInAny|includeParties|unsecured)\(/g)];
    expect(uses.length, path).toBe(calls.length);
    return uses.length === 0 ? [] : [[path, uses.map(([, name, reason]) => `${name} ${reason}`)]];
  });
  expect(Object.fromEntries(found)).toEqual(BYPASSES);
});

it('routes cannot query the database they get, or hand it to a store', () => {
  const queryAsRequest = (deps: RouteDeps) => {
    // @ts-expect-error The database of a route has no queries.
    void deps.db.select;
    // @ts-expect-error It begins no transaction by itself.
    void deps.db.transaction;
    // @ts-expect-error It does not show its connections.
    void deps.db.$client;
    // @ts-expect-error A store takes a reader, which has queries.
    return listPartners(deps.db);
  };
  // @ts-expect-error A feature cannot have routes that need the database as the service.
  const feature: Pick<Feature, 'routes'> = { routes: (_deps: ServiceDeps) => async () => undefined };
  expect([queryAsRequest, feature]).toHaveLength(2);
});

it('only row-level security and the pool turn it into one with queries', () => {
  const casting = sources.filter(({ text }) => /\bas (Db|Reader)\b/.test(text)).map(({ path }) => path);
  expect(casting.toSorted()).toEqual(['platform/database/db.ts', 'platform/database/row-security.ts']);
});

it('only row-level security, transactions and the pool take connections of their own', () => {
  const taking = sources
    .filter(({ text }) => /(\$client|[pP]ool(Of\(db\))?)\.(connect|query)\b/.test(text))
    .map(({ path }) => path);
  const database = taking.filter(
    (path) => !path.startsWith('national-standin/') && !path.startsWith('platform/queue/'),
  );
  expect(database.toSorted()).toEqual([
    'platform/database/db.ts',
    'platform/database/row-security.ts',
    'platform/database/snapshot.ts',
    'platform/database/transaction.ts',
  ]);
});
