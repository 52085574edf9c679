/** The modules that each command loads: those of its work, and none that only a serving process needs. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { ensureKey } from '../../src/platform/auth/index.ts';
import { useDatabase } from '../setup/database.ts';
import { runEntry } from '../setup/entry-point.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RECORDER = pathToFileURL(join(ROOT, 'test/commands/loaded-modules.ts')).href;
const uscc = composeUscc('91', '450100', 7);
const database = useDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-loading-'));
  await ensureKey(join(folder, 'issuer.json'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a command, and returns the dependencies and the folders of src that it loaded. */
async function loadedBy(name: string, args: readonly string[]) {
  const file = join(folder, 'loaded.json');
  const places = { DATABASE_URL: database.url, LEADLOOP_KEYS_DIR: folder, LOADED_MODULES: file };
  const { code, err } = await runEntry(name, { ...places, NODE_OPTIONS: `--import=${RECORDER}` }, args);
  expect([code, err]).toEqual([0, '']);
  const urls: string[] = JSON.parse(await readFile(file, 'utf8'));
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const found = (pattern: RegExp) => [...new Set(urls.flatMap((url) => pattern.exec(url)?.[1] ?? []))].toSorted();
  return {
    packages: found(/.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/).filter((one) => Object.hasOwn(dependencies, one)),
    rooms: found(/\/src\/([^/]+\/[^/]+)\/[^/]+/),
    folders: found(/\/src\/([^/]+)\/[^/]+/).filter((one) => !['commands', 'config', 'core', 'platform'].includes(one)),
  };
}

it.each([
  ['leadloop', ['--help'], ['zod']],
  ['leadloop', ['parties', 'add', '--help'], ['zod']],
  ['token', ['--help'], ['zod']],
  ['token', ['--authority'], ['jose', 'zod']],
] as const)('%s %j loads %j of the packages, and no feature', async (name, args, packages) => {
  expect(await loadedBy(name, args)).toMatchObject({ packages, folders: [] });
});

const WORKING = ['canonicalize', 'drizzle-orm', 'negotiator', 'pg', 'zod'];
const SIGNING = [...WORKING, 'jose'].toSorted();
/** Rooms of the authorisation server. */
const SERVING = ['identity/oidc', 'identity/pages'];
const PARTY = ['--uscc', uscc, '--name', '演示', '--division', '450100', '--field', 'id'];

it.each([
  ['leadloop', ['parties', 'add', ...PARTY], WORKING, ['parties']],
  ['token', ['--party', uscc], SIGNING, ['parties']],
  ['leadloop', ['clients', 'add', '--name', 'ERP', '--party', uscc], SIGNING, ['identity', 'parties']],
  ['leadloop', ['clients', 'list'], SIGNING, ['identity', 'parties']],
  ['leadloop', ['people', 'list'], WORKING, ['identity', 'parties']],
  ['leadloop', ['partners', 'list'], WORKING, ['exchange', 'parties']],
] as const)(
  '%s %j loads what works with the database, and nothing that serves',
  async (name, args, packages, folders) => {
    const loaded = await loadedBy(name, args);
    expect(loaded).toMatchObject({ packages, folders });
    expect(loaded.rooms.filter((room) => SERVING.includes(room))).toEqual([]);
  },
);
