/** The commands of the README and of docs/api.md, typed letter by letter against one fresh start. */
import { execFile, spawn } from 'node:child_process';
import { chmod, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { composeUscc } from '../src/core/identifiers/uscc.ts';
import { freePort } from '../src/platform/process/port.ts';
import { openBrowser } from './identity/browser.ts';
import { type Entry, shellEnvironment, startEntry } from './setup/entry-point.ts';
import { makeDataFolder } from './setup/postgres-server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PATIENCE_MS = 120_000;

let folder: string;
let env: Record<string, string>;
let entry: Entry;
let url: string;
/** A token of the province office. */
let office: string;

beforeAll(async () => {
  folder = await makeDataFolder('readme');
  // As root, PostgreSQL runs under another account, which must be able to enter.
  await chmod(folder, 0o755);
  env = { LEADLOOP_DATA_DIR: join(folder, 'data'), LEADLOOP_PORT: '0' };
  entry = startEntry('local', env, ['--json']);
  const [line] = await entry.waitForOutput(/^\{.*\}\n/);
  ({ url, token: office } = JSON.parse(line) as { url: string; token: string });
}, PATIENCE_MS);

afterAll(async () => {
  entry.kill('SIGINT');
  expect(await entry.ended).toBe(0);
  await rm(folder, { recursive: true, force: true });
}, PATIENCE_MS);

const shell = () => ({ cwd: ROOT, env: { ...shellEnvironment, ...env } });

async function blockIn(readme: string, name: string): Promise<string> {
  const text = await readFile(join(ROOT, readme), 'utf8');
  const [, block = ''] = text.split(`<!-- ${name} -->`)[1]?.split('```sh\n') ?? [];
  return block.split('```')[0]?.trim() ?? '';
}

const STATES = ['submitted', 'handed_over', 'in_transit', 'arrived', 'accepted', 'closed'];

it(
  'leads from a fresh start to a first batch and a first manifest that is closed, as often as it is typed',
  async () => {
    const blocks = await Promise.all(['first batch', 'first manifest'].map((name) => blockIn('README.md', name)));
    expect(
      await Promise.all(['first batch', 'first manifest'].map((name) => blockIn('README.zh-CN.md', name))),
    ).toEqual(blocks);
    const typed = blocks.join('\necho\n').replaceAll('http://127.0.0.1:8450', url);
    const type = async () => {
      const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', typed], shell());
      const [recorded = '', listed = '', ...manifest] = stdout.replace('}{', '}\n{').trim().split('\n');
      return { recorded: JSON.parse(recorded), listed: JSON.parse(listed).items, manifest };
    };
    const first = await type();
    expect(first.recorded).toMatchObject({ kind: 'battery', massGrams: 198_400, pieces: 12 });
    expect(first.listed).toEqual([expect.objectContaining({ massGrams: 198_400 })]);
    expect(first.manifest).toEqual(['桂演示001', ...STATES]);
    const again = await type();
    expect(again.recorded).toEqual(first.recorded);
    expect(again.manifest).toEqual(first.manifest);
  },
  PATIENCE_MS,
);

it(
  'leads to an organisation, a token and a batch over the API, and to a client that obtains its own token',
  async () => {
    const [records, client] = await Promise.all(
      ['first records', 'first client'].map((name) => blockIn('docs/api.md', name)),
    );
    const [add = '', obtain = ''] = client?.replaceAll('http://127.0.0.1:8450', url).split('\n') ?? [];
    const typed = [records, 'echo', add, 'echo "$PARTY"'].join('\n');
    const given = { ...shell().env, OFFICE: office, A: `${url}/v1` };
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', typed], { ...shell(), env: given });
    const [batch = '', registered = '', party = ''] = /^(.*)\n([\s\S]*)\n(.+)\n$/.exec(stdout)?.slice(1) ?? [];
    expect(JSON.parse(batch)).toMatchObject({ massGrams: 198_400, pieces: 12, partyId: party });
    const { id, secret } = JSON.parse(registered);
    const asked = obtain.replace('<id>', id).replace('<secret>', secret);
    const token = await promisify(execFile)('bash', ['-c', asked], shell());
    expect(decodeJwt(JSON.parse(token.stdout).access_token)).toMatchObject({ party_id: party });
  },
  PATIENCE_MS,
);

async function loginsIn(page: string): Promise<string> {
  const text = await readFile(join(ROOT, page), 'utf8');
  const [, block = ''] = /<!-- logins -->\s+```sh\n([\s\S]*?)```/.exec(text) ?? [];
  return block;
}

const withoutComments = (block: string): string => block.replaceAll(/^# .*$/gm, '');

it('shows the same logins in both languages', async () => {
  const [en, zh] = await Promise.all(['docs/api.md', 'docs/api.zh-CN.md'].map(loginsIn));
  expect(en).toContain('login-handheld.mjs');
  expect(withoutComments(zh ?? '')).toBe(withoutComments(en ?? ''));
});

it(
  'leads a machine, a person and a handheld to tokens',
  async () => {
    const uscc = composeUscc('91', '450100', 2);
    const add = `npm run -s leadloop -- parties add --uscc ${uscc} --name 演示 --division 450100 --field id`;
    const { stdout: party } = await promisify(execFile)('bash', ['-c', add], shell());
    const block = (await loginsIn('docs/api.md')).replaceAll('http://127.0.0.1:8450', url);
    const typed = block.replaceAll('8480', String(await freePort()));
    const bash = spawn('bash', ['-euo', 'pipefail', '-c', typed], {
      cwd: ROOT,
      env: { ...shell().env, PARTY: party.trim() },
    });
    let [output, failed] = ['', ''];
    bash.stdout.on('data', (text) => (output += text));
    bash.stderr.on('data', (text) => (failed += text));
    const ended = new Promise((resolve) => bash.on('exit', resolve));
    const waitForOutput = async (pattern: RegExp): Promise<string> => {
      await expect.poll(() => pattern.test(output) || bash.exitCode !== null, { timeout: 30_000 }).toBe(true);
      const [, found] = pattern.exec(output) ?? [];
      if (found === undefined) throw new Error(failed);
      return found;
    };

    const machine = JSON.parse(await waitForOutput(/^(\{.*\})$/m));
    expect(decodeJwt(machine.access_token)).toMatchObject({ party_id: party.trim(), roles: ['enterprise_manager'] });

    const password = await waitForOutput(/^((?:\w{4}-){3}\w{4})$/m);
    const browser = openBrowser(url);
    const login = await browser.visit(await waitForOutput(/^(http.*\/auth\?.*)$/m));
    const choosing = await browser.submit(login, { login: 'wang.wu', password });
    const chosen = 'four words in a row';
    const back = await browser.submit(choosing, { password: chosen, repeated: chosen });
    expect(await (await fetch(back.url)).text()).toBe('Logged in.');
    const person = JSON.parse(await waitForOutput(/^(\{.*id_token.*\})$/m));
    expect(decodeJwt(person.id_token)).toMatchObject({ name: '王五', roles: ['driver'] });

    const comparing = await browser.submit(await browser.visit(await waitForOutput(/^[A-Z-]{9} (http.*)$/m)), {});
    expect((await browser.submit(comparing, { confirm: 'yes' })).text).toContain('The device is authorised');
    expect(JSON.parse(await waitForOutput(/^(\{"items".*\})$/m))).toEqual({ items: [], nextCursor: null });
    expect(await ended, failed).toBe(0);
  },
  PATIENCE_MS,
);
