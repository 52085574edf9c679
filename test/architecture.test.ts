/** The architecture, held by tables: an import that breaks it fails here, with the file that did it. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { complaint, findCycle, importsOf, roleOf } from './architecture/imports.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
type Manifest = { readonly dependencies: Readonly<Record<string, string>> };

const FILE_LINES_MAX = 300;
/** Types that `npm run openapi` writes. */
const GENERATED = 'src/client/description.ts';
const COMPOSITION_LINES_MAX = 100;

const files = ['src', 'test'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(ROOT, folder, file), 'utf8') })),
);
const sources = files
  .filter(({ path }) => path.startsWith('src/'))
  .map(({ path, text }) => ({ path: path.slice('src/'.length), text }));
const rules = sources.filter(
  ({ path }) =>
    path.startsWith('core/') || (!/^(platform|client|demo|national-standin)\//.test(path) && path.includes('/')),
);

describe('the sources', () => {
  it('import only what the tables allow', () => {
    const complaints = sources.flatMap(({ path, text }) =>
      importsOf(text).flatMap((one) => {
        const wrong = complaint(path, one);
        return wrong === undefined ? [] : [`${path} imports ${one.specifier}: ${wrong}`];
      }),
    );
    expect(complaints).toEqual([]);
  });

  it('import at run time only packages that production installs', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
    const allowed = new Set(Object.keys(manifest.dependencies));
    const strange = sources.flatMap(({ path, text }) =>
      importsOf(text)
        .filter(({ specifier, typeOnly }) => !typeOnly && !/^(\.|node:)/.test(specifier))
        .map(({ specifier }) => specifier.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? specifier)
        .filter((name) => !allowed.has(name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(strange).toEqual([]);
  });

  it('import each other in no circle', () => {
    const graph = new Map(
      files.map(({ path, text }) => [
        path,
        importsOf(text)
          .filter(({ specifier }) => specifier.startsWith('.'))
          .map(({ specifier }) => normalize(join(dirname(path), specifier))),
      ]),
    );
    expect(findCycle(graph)).toBeUndefined();
  });

  it('are short enough to be read at once', () => {
    const long = files
      .filter(({ path, text }) => path !== GENERATED && linesOf(text) > FILE_LINES_MAX)
      .map(({ path }) => path);
    expect(long).toEqual([]);
    const composition = sources.find(({ path }) => path === 'app.ts');
    expect(linesOf(composition?.text ?? '')).toBeLessThanOrEqual(COMPOSITION_LINES_MAX);
  });

  it('read the environment in one place, and hand it on to PostgreSQL in one', () => {
    expect(finding(sources, /process\.env\b/)).toEqual(['config.ts', 'platform/embedded-postgres/server.ts']);
  });

  it('take the clock as an argument in every rule and feature', () => {
    expect(finding(rules, /\bDate\.now\b|new Date\(\)|\bTemporal\.Now\b|performance\.now/)).toEqual([]);
  });

  it('draw no random numbers in rules', () => {
    expect(finding(rules, /Math\.random/)).toEqual([]);
  });

  it('are named after things and roles', () => {
    expect(
      files.map(({ path }) => path).filter((path) => /\/(utils?|helpers?|common|types|managers?|base)\b/.test(path)),
    ).toEqual([]);
  });
});

describe('the tables', () => {
  it.each([
    ['core/mass.ts', 'zod', 'pure code may not import zod'],
    ['core/mass.ts', 'node:fs', 'pure code may not import node:fs'],
    ['core/mass.ts', '../platform/database/db.ts', 'core imports nothing but core'],
    ['platform/database/db.ts', '../../batches/index.ts', 'platform knows no feature'],
    ['platform/database/db.ts', '../../config.ts', 'only entry points import top-level files'],
    ['batches/batch.ts', 'drizzle-orm', 'pure code may not import drizzle-orm'],
    ['batches/batch.ts', '../platform/database/db.ts', 'pure code may not import platform'],
    ['batches/batch.ts', './store.ts', 'noun may not import store'],
    ['batches/batch.ts', '../parties/index.ts', 'noun may not use another feature'],
    ['batches/batch.ts', '../manifests/rules.ts', 'batches may not use manifests'],
    ['batches/routes.ts', './store.ts', 'routes may not import store'],
    ['batches/recording/bulk-routes.ts', './store.ts', 'routes may not import store'],
    ['batches/routes.ts', 'drizzle-orm', 'routes may not import drizzle-orm'],
    ['batches/service.ts', 'fastify', 'service may not import fastify'],
    ['batches/service.ts', './schemas.ts', 'service may not import schemas'],
    ['batches/service.ts', './index.ts', 'service may not import index'],
    ['batches/service.ts', '../parties/service.ts', 'reach a feature through its index.ts'],
    ['batches/service.ts', '../manifests/index.ts', 'batches may not use manifests'],
    ['batches/store.ts', '../parties/index.ts', "store may use other features' types only"],
    ['batches/schemas.ts', '../platform/database/db.ts', 'of platform, schemas import http only'],
    ['batches/index.ts', './store.ts', 'index may not import store'],
    ['identity/oidc/provider-adapter.ts', './schemas.ts', 'adapter may not import schemas'],
    ['identity/login/service.ts', 'oidc-provider', 'service may not import oidc-provider'],
    ['identity/oidc/fault.ts', 'oidc-provider', 'pure code may not import oidc-provider'],
    ['identity/oidc/fault.ts', './pages-adapter.ts', 'noun may not import adapter'],
    ['manifests/taking/service.ts', '../../exchange/index.ts', 'manifests may not use exchange'],
    ['oversight/service.ts', '../batches/index.ts', 'oversight may not use batches'],
    ['demo/main.ts', '../batches/index.ts', 'the demo uses the public HTTP API only'],
    ['demo/client.ts', '../client/repeating.ts', 'the demo uses the public HTTP API only'],
    ['client/index.ts', '../core/mass.ts', 'the client uses nothing of the service'],
    ['client/index.ts', 'zod', 'the client may not import zod'],
    ['commands/clients.ts', '../client/index.ts', 'the service does not use its own client'],
    ['commands/clients.ts', '../identity/client-service.ts', 'reach a feature through its index.ts'],
    ['commands/clients.ts', '../config.ts', 'only entry points import top-level files'],
    ['demo/options.ts', '../config.ts', 'only entry points import top-level files'],
    ['config/variable.ts', '../platform/process/port.ts', 'variables know nothing of the service'],
    ['service.ts', './config/variable.ts', 'only config.ts reads the variables'],
    ['app.ts', './batches/service.ts', 'reach a feature through its index.ts'],
    ['api.ts', '../test/setup/database.ts', 'nothing outside src may be imported'],
    ['shared/text.ts', '../core/mass.ts', 'src/shared is no folder of the design'],
  ])('refuse %s importing %s: %s', (file, specifier, wrong) => {
    expect(complaint(file, { specifier, typeOnly: false })).toBe(wrong);
  });

  it.each([
    ['batches/service.ts', '../parties/index.ts'],
    ['batches/recording/service.ts', './store.ts'],
    ['batches/store.ts', '../platform/database/db.ts'],
    ['batches/store.ts', 'drizzle-orm'],
    ['batches/schemas.ts', '../platform/http/index.ts'],
    ['batches/batch.ts', './movement.ts'],
    ['manifests/rules/movements.ts', '../../batches/rules.ts'],
    ['exchange/messages/step-schemas.ts', '../../manifests/rules.ts'],
    ['batches/batch.ts', 'node:crypto'],
    ['identity/oidc/storage-adapter.ts', '../state/service.ts'],
    ['identity/oidc/provider-adapter.ts', 'oidc-provider'],
    ['app.ts', './batches/index.ts'],
    ['client/index.ts', './problem.ts'],
    ['client/index.ts', 'openapi-fetch'],
    ['demo/client.ts', '../client/index.ts'],
  ])('allow %s importing %s', (file, specifier) => {
    expect(complaint(file, { specifier, typeOnly: false })).toBeUndefined();
  });

  it('let oversight name the types of other features', () => {
    expect(complaint('oversight/flow-store.ts', { specifier: '../batches/index.ts', typeOnly: true })).toBeUndefined();
  });

  it('decide the role by the last word of the name', () => {
    expect(['a/run-service.ts', 'a/routes.ts', 'a/movement.ts', 'a/assay-queries.ts'].map(roleOf)).toEqual([
      'service',
      'routes',
      'noun',
      'queries',
    ]);
  });

  it('see every form of import', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n  type D,\n} from './c.ts';",
      "export * from './d.ts';",
      "export { e } from './e.ts';",
      "import './f.ts';",
      "const g = await import('./g.ts');",
      "export const H = 'not ./h.ts';",
    ].join('\n');
    expect(importsOf(text)).toEqual([
      { specifier: './a.ts', typeOnly: false },
      { specifier: './b.ts', typeOnly: true },
      { specifier: './c.ts', typeOnly: false },
      { specifier: './d.ts', typeOnly: false },
      { specifier: './e.ts', typeOnly: false },
      { specifier: './f.ts', typeOnly: false },
      { specifier: './g.ts', typeOnly: false },
    ]);
  });

  it('find a cycle, and nothing in a graph without one', () => {
    const straight = new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', []],
    ]);
    expect(findCycle(straight)).toBeUndefined();
    expect(findCycle(new Map([...straight, ['c', ['a']]]))).toEqual(['a', 'b', 'c', 'a']);
  });
});

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

function finding(among: readonly { path: string; text: string }[], pattern: RegExp): string[] {
  return among.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
