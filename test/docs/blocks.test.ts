/** Shell blocks of the pages: a test types each of them, or it is listed here as one that only a person can type. */
import { describe, expect, it } from 'vitest';
import { type Page, read, readPages } from './pages.ts';

/** Tests that type the block after a marker, such as `<!-- first batch -->`. */
const TYPED: Readonly<Record<string, string>> = {
  'first batch': 'test/readme.int.test.ts',
  'first manifest': 'test/readme.int.test.ts',
  'first records': 'test/readme.int.test.ts',
  'first client': 'test/readme.int.test.ts',
  logins: 'test/readme.int.test.ts',
};

/** First commands of the other blocks, and why no test types them. A change of one is typed before it lands. */
const BY_HAND: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'installs into the folder of the running test',
  'npm ci && npm run demo -- --once': 'installs too, and takes minutes',
  'npm ci && npm test': 'is the run of the tests itself',
  'npm ci': 'installs, and changes the settings of git',
  'for name in DB SERVICE REDIS NATIONAL; do echo "LEADLOOP_${name}_PASSWORD=$(openssl rand -hex 16)"; done > .env && chmod 600 .env':
    'needs a container engine',
  'for name in SERVICE REDIS NATIONAL; do echo "LEADLOOP_${name}_PASSWORD=$(openssl rand -hex 16)"; done >> .env':
    'needs a container engine',
  'docker compose --profile demo up --detach --wait': 'needs a container engine',
  "docker image inspect --format '{{index .RepoDigests 0}}' postgres:18": 'needs a container engine and a registry',
  'echo "LEADLOOP_DOMAIN=leadloop.example.org" >> .env': 'needs a container engine and a domain',
  'docker compose exec -T postgres pg_dump --username=leadloop --dbname=leadloop --format=custom > leadloop.dump':
    'needs a container engine',
  'openssl enc -d -aes-256-cbc -pbkdf2 -in keys.tar.enc | docker compose run --rm --no-deps -T api tar -C /var/lib/leadloop -xf -':
    'needs a container engine',
  'find stored -type f | while read -r f; do echo "$(basename "$f")  $f"; done | sha256sum --check --quiet':
    'needs a folder of files in production',
  'export COMPOSE_FILE=docker-compose.yml': 'needs a container engine',
};

type Block = { readonly page: string; readonly marker: string | undefined; readonly commands: readonly string[] };

/** Returns the shell blocks of a page, without comments and empty lines. */
function blocksOf({ path, text }: Page): Block[] {
  const blocks = text.matchAll(/(?:<!-- ([\w ]+) -->\s+)?```sh\n([\s\S]*?)```/g);
  return [...blocks].map(([, marker, commands = '']) => ({
    page: path,
    marker,
    commands: commands
      .split('\n')
      .map((line) => line.replace(/(^|\s+)# .*$/, ''))
      .filter(Boolean),
  }));
}

const pages = readPages();
const blocks = pages.flatMap(blocksOf);
const isTyped = ({ marker }: Block) => marker !== undefined && Object.hasOwn(TYPED, marker);

describe('the shell blocks of the pages', () => {
  it('are typed by a test, or listed as typed by hand', () => {
    expect(blocks.filter(isTyped).length).toBeGreaterThan(5);
    const unknown = blocks.filter((block) => !isTyped(block) && !Object.hasOwn(BY_HAND, block.commands[0] ?? ''));
    expect(unknown.map(({ page, commands }) => `${page}: ${commands[0]}`)).toEqual([]);
  });

  it.each(Object.entries(TYPED))('that are marked "%s" are named in %s', (marker, test) => {
    expect(blocks.filter((block) => block.marker === marker).map(({ page }) => page)).toHaveLength(2);
    expect(read(test)).toMatch(new RegExp(`['" ]${marker}['" ]`));
  });

  it('are still there when they are listed', () => {
    const firsts = new Set(blocks.map(({ commands }) => commands[0]));
    expect(Object.keys(BY_HAND).filter((first) => !firsts.has(first))).toEqual([]);
  });

  it('name the project in every line, where a line deletes volumes', () => {
    const deleting = blocks.filter(({ commands }) => commands.some((line) => line.includes('--volumes')));
    expect(deleting).toHaveLength(2);
    const lines = deleting.flatMap(({ commands }) => commands.filter((line) => line.includes('docker compose')));
    expect(lines.filter((line) => !line.includes('docker compose --project-name drill '))).toEqual([]);
  });

  it('are the same in both languages', () => {
    const chinese = pages.filter((page) => page.chinese && blocksOf(page).length > 0);
    expect(chinese.length).toBeGreaterThan(2);
    for (const page of chinese) {
      const path = page.path.replace('.zh-CN.md', '.md');
      const english = pages.find((one) => one.path === path);
      const commands = (one: Page | undefined) => one && blocksOf(one).map((block) => block.commands);
      expect(commands(page), page.path).toEqual(commands(english));
    }
  });
});

it('the containers have no password that is written in the repository', () => {
  const compose = read('docker-compose.yml');
  const written = [...compose.matchAll(/(?:PASSWORD|AUTH|SECRET)\w*:\s*(\S+)|\w+:\/\/\w*:(.+?)@/g)].map(
    ([, value, inUrl]) => value ?? inUrl,
  );
  expect(written.length).toBeGreaterThan(6);
  // The key of a bucket comes from its operator, and is not needed without one.
  const ours = written.filter((value) => !value?.includes('LEADLOOP_FILES_KEY_SECRET'));
  for (const value of ours) expect(value).toMatch(/^"?\$\{LEADLOOP_\w+_PASSWORD:\?/);
});
