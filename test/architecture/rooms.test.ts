/** Rooms: few files in a folder, and names that match the content of the file. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FEATURES, importsOf, roleOf } from './imports.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER_FILES_MAX = 14;
/** Tables of words, which tests of messages hold as a whole. */
const WORDS_ONLY = /(terms|fields|notices|reasons)\.ts$/;

const pathsIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));

const features = pathsIn('src')
  .filter((path) => path.split('/')[1] !== undefined && (path.split('/')[1] ?? '') in FEATURES && path.endsWith('.ts'))
  .map((path) => ({ path, text: withoutComments(readFileSync(join(ROOT, path), 'utf8')) }));

it.each(['src', 'test', 'migrations'])('holds at most 14 files in every folder of %s, next to its README', (folder) => {
  // Applied migrations stay where they are, so their number only grows.
  const files = pathsIn(folder).filter((path) => !/\/README\.md$|^migrations\/\d{4}_\w+\.sql$/.test(path));
  const counts = Map.groupBy(files, (path) => dirname(path));
  const crowded = [...counts].filter(([, found]) => found.length > FOLDER_FILES_MAX);
  expect(crowded.map(([name, found]) => `${name}: ${found.length}`)).toEqual([]);
});

it('knows features that exist, and no others', () => {
  const folders = new Set(features.map(({ path }) => path.split('/')[1]));
  expect([...folders].toSorted()).toEqual(Object.keys(FEATURES).toSorted());
});

/** Marks of the content that a suffix promises. */
const PROMISES: Readonly<Record<string, RegExp>> = {
  routes: /export const \w+[\s\S]*FastifyPluginAsync/,
  service: /\b(Tx|RequestTx|Reader|Db|[A-Z]\w*Deps|Deps)\b/,
  store: /\b(Tx|Db|Reader)\b/,
  queries: /\b(Tx|RequestTx|Db|Reader|LawCache|page|SQL|sql|ReadDependants|ReadUnfinishedBusiness|Unfinished\w*)\b/,
  schemas: /\bz\b/,
  tables: /\bpgTable\b/,
  problems: /\bdefine(Problems|Notices)\b/,
};

describe('a suffix is a promise', () => {
  it.each(Object.entries(PROMISES))('of every file of the role %s', (role, mark) => {
    const files = features.filter(({ path }) => roleOf(path) === role);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ text }) => !mark.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('keeps nouns pure: none waits for anything', () => {
    const nouns = features.filter(({ path }) => roleOf(path) === 'noun');
    expect(nouns.length).toBeGreaterThan(50);
    expect(nouns.filter(({ text }) => /\b(async|await|Promise)\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

it('gives every noun with rules a unit test that imports it', () => {
  const tested = new Set(
    pathsIn('test')
      .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.int.test.ts'))
      .flatMap((path) =>
        importsOf(readFileSync(join(ROOT, path), 'utf8')).map(({ specifier }) =>
          normalize(join(dirname(path), specifier)),
        ),
      ),
  );
  const untested = features
    .filter(({ path, text }) => roleOf(path) === 'noun' && /=>|export function/.test(text))
    .filter(({ path }) => !WORDS_ONLY.test(path) && !tested.has(path));
  expect(untested.map(({ path }) => path)).toEqual([]);
});

it('replaces no module in tests: the files of a worker share their modules, in any order', () => {
  const replacing = pathsIn('test')
    .filter((path) => path.endsWith('.ts') && path !== 'test/architecture/rooms.test.ts')
    .filter((path) => /\bvi\s*\.\s*(mock|doMock)\b/.test(readFileSync(join(ROOT, path), 'utf8')));
  expect(replacing).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
