/** Bypasses of row-level security: each is listed here with its reason, and there is no other way around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/^(demo|national-standin)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

/** Work that lawfully reaches beyond the visibility of a request. */
const BYPASSES = {
  'batches/trace/queries.ts': ["asOwner 'a trace follows mass through the hands of others'"],
  'identity/people/service.ts': ['asOwnerInAny LOG_OUT', 'asOwnerInAny LOG_OUT', 'asOwnerInAny LOG_OUT'],
  'manifests/draft-service.ts': ["asOwner 'a draft needs the status of its carrier and receiver'"],
  'manifests/taking/service.ts': [
    "includeParties 'a step moves mass between the parties of a manifest, and needs their status'",
  ],
  // The definition of asOwnerInAny.
  'platform/database/row-security.ts': ['asOwner reason'],
  'platform/journal/record.ts': ["asOwnerInAny 'the journal is one for all'"],
};

/** Handlers of requests that query the database as the owner. */
const WITHOUT_ROW_SECURITY = {
  // One prepared statement for batches of many organisations, which joins each site to its organisation.
  'batches/recording/service.ts': ['deps.db'],
  // Stocks of sites are read outside of requests, for everybody who records there.
  'batches/recording/routes.ts': ['deps.db'],
};

it('every bypass is known, with its reason', () => {
  const found = sources.flatMap(({ path, text }) => {
    const uses = [
      ...text.matchAll(/\b(?:await|=>|return) (asOwner|asOwnerInAny|includeParties)\(\s*\w+,\s*('[^']*'|\w+)/g),
    ];
    const calls = [...text.matchAll(/(?<!function )\b(?:asOwner|asOwnerInAny|includeParties)\(/g)];
    expect(uses.length, path).toBe(calls.length);
    return uses.length === 0 ? [] : [[path, uses.map(([, name, reason]) => `${name} ${reason}`)]];
  });
  expect(Object.fromEntries(found)).toEqual(BYPASSES);
});

it('routes hand the database on to a visibility, and to nothing else', () => {
  const secured = /\b(?:readAs|writeAs)\(\s*deps\.db,|\b(?:once|onceFor)\(\s*deps,/g;
  const found = sources
    .filter(
      ({ path }) => /routes\.ts$/.test(path) || path in WITHOUT_ROW_SECURITY || path === 'platform/personal-data.ts',
    )
    .flatMap(({ path, text }) => {
      const bare = text.replaceAll(secured, '').match(/\bdeps\.db\b|\bdb\.transaction\b|\{ db \}/g);
      return bare === null ? [] : [[path, [...bare]]];
    });
  expect(Object.fromEntries(found)).toEqual(WITHOUT_ROW_SECURITY);
});

it('only row-level security and the pool take connections of their own', () => {
  const taking = sources.filter(({ text }) => /\$client\.(connect|query)\b/.test(text)).map(({ path }) => path);
  expect(taking.toSorted()).toEqual(['platform/database/db.ts', 'platform/database/row-security.ts']);
});
