/** The examples for integrators, run as they are, as processes, against a service. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { freePort } from '../../src/platform/process/port.ts';
import { useTokenServer } from '../identity/server.ts';

const EXAMPLES = fileURLToPath(new URL('../../docs/examples/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PATIENCE_MS = 120_000;
const server = useTokenServer();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-examples-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs an example in the folder of the test, with variables of its own. */
async function run(example: string, variables: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [`${EXAMPLES}${example}.ts`, ...args], {
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...variables },
    cwd: folder,
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, err, code: code as number };
}

/** Registers an organisation with a site and a client of its own. */
async function openParty(serial: number) {
  const made = async (path: string, body: object) => {
    const { status, json } = await server.it.post(path, body);
    expect(status, JSON.stringify(json)).toBe(201);
    return json;
  };
  const uscc = composeUscc('91', '450100', serial);
  const party = await made('/v1/parties', { uscc, name: '演示收集有限公司', divisionCode: '450100' });
  const place = { kind: 'collection_point', name: '演示网点', divisionCode: '450100' };
  const site = await made(`/v1/parties/${party.id}/sites`, place);
  const roles = ['enterprise_manager'];
  const client = await made('/v1/clients', { name: 'ERP', roles, partyId: party.id });
  return { site: site.id as string, client: client as { id: string; secret: string } };
}

it.each(['erp', 'handheld'])(
  'the line in the head of %s.ts names the Node.js of the project, not that of the machine',
  async (name) => {
    expect(await readFile(`${EXAMPLES}${name}.ts`, 'utf8')).toContain(` npx node docs/examples/${name}.ts`);
    const PATH = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.includes('node_modules'));
    const child = spawn('npx', ['node', '--version'], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', PATH: PATH.join(delimiter) },
    });
    const out = await text(child.stdout);
    expect(out.trim()).toBe(process.version);
  },
);

const read = async (path: string, token: string) => (await server.it.get(path, token)).json.items;

describe('the ERP', () => {
  it('records a hundred batches, once, and reads them back over pages', { timeout: PATIENCE_MS }, async () => {
    const { site, client } = await openParty(501);
    const variables = { LEADLOOP_URL: server.it.url, CLIENT_ID: client.id, CLIENT_SECRET: client.secret, SITE: site };
    const first = await run('erp', variables);
    expect(first).toEqual({ out: '100 batches, 1654950 g\n', err: '', code: 0 });
    expect(await run('erp', variables)).toEqual(first);
    const wrong = await run('erp', { ...variables, SITE: client.id });
    expect(wrong.err.match(/: site-missing: /g)).toHaveLength(100);
    expect(wrong.out).toBe('0 batches, 0 g\n');
  });

  it('ends without its secret', { timeout: PATIENCE_MS }, async () => {
    const { site, client } = await openParty(502);
    const variables = { LEADLOOP_URL: server.it.url, CLIENT_ID: client.id, CLIENT_SECRET: 'wrong', SITE: site };
    const { code, err } = await run('erp', variables);
    expect(code).toBe(1);
    expect(err).toContain('LeadloopProblem');
  });
});

describe('the handheld', () => {
  it('records without a connection, and sends each record once when the service appears', {
    timeout: PATIENCE_MS,
  }, async () => {
    const { site, client } = await openParty(503);
    const { access_token: token } = (await server.it.exchange(client)).json;
    const port = await freePort();
    const file = join(folder, 'records.json');
    const variables = { LEADLOOP_URL: `http://127.0.0.1:${port}`, TOKEN: token, SITE: site, RECORDS: file };
    for (const massGrams of [16_500, 17_100, 0, 15_900]) await run('handheld', variables, String(massGrams), '1');
    const alone = await run('handheld', variables);
    expect(alone.out).toBe('4 to send\n');
    expect(alone.err).toMatch(/got no answer within 5 s/);
    const recorded = await readFile(file, 'utf8');

    const target = Number(new URL(server.it.url).port);
    const way = createServer((socket) => {
      const onward = connect(target, '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      for (const end of [socket, onward]) end.on('error', () => undefined);
    });
    way.listen(port, '127.0.0.1');
    await once(way, 'listening');
    try {
      const sent = await run('handheld', variables);
      expect(sent.out).toBe('1 to send\n');
      expect(sent.err).toMatch(/^request-invalid: .*#\/body\/massGrams/);
      const kept = JSON.parse(await readFile(file, 'utf8'));
      expect(kept).toEqual([expect.objectContaining({ massGrams: 0 })]);
      const grams = async () => (await read('/v1/batches', token)).map((one: { massGrams: number }) => one.massGrams);
      expect(await grams()).toEqual([16_500, 17_100, 15_900]);

      await writeFile(file, recorded);
      expect((await run('handheld', variables)).out).toBe('1 to send\n');
      expect(await grams()).toEqual([16_500, 17_100, 15_900]);
    } finally {
      way.close();
    }
  });
});
