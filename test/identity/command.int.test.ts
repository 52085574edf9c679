/** The commands of the administrator. Most run in this process; a few show that a real process prints and exits in the same way. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scopesOf } from '../../src/core/access/roles.ts';
import { composeUscc } from '../../src/core/identifiers/uscc.ts';
import { ensureKey } from '../../src/platform/auth/index.ts';
import { makeKey } from '../app/fixture.ts';
import { runCommand } from '../setup/commands.ts';
import { runEntry } from '../setup/entry-point.ts';
import { openBrowser } from './browser.ts';
import { asking, enrolOn, logInto, REDIRECT, redeem } from './people.ts';
import { assert, publicPart, useTokenServer } from './server.ts';

const server = useTokenServer();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadloop-command-'));
  await ensureKey(`${folder}/issuer.json`);
});
afterAll(() => rm(folder, { recursive: true }));

const environment = () => ({ DATABASE_URL: server.databaseUrl, LEADLOOP_KEYS_DIR: folder });

async function command(...args: string[]) {
  const { code, out, err } = await runCommand('leadloop', environment(), args);
  return { code, out, err, json: /^[{[]/.test(out) ? JSON.parse(out) : undefined };
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

it('runs as a process: registers the first administrator, who obtains a token and registers clients', async () => {
  const { code, out, err } = await runEntry('leadloop', environment(), ['admin', '--name', '省厅管理员']);
  const json = JSON.parse(out);
  expect([code, err, json.name, json.partyId]).toEqual([0, '', '省厅管理员', null]);
  const { json: granted } = await server.it.exchange(json);
  const client = { name: 'ERP', roles: ['auditor'], scopes: ['parties:read'] };
  const registered = await server.it.post('/v1/clients', client, { token: granted.access_token });
  expect(registered.status).toBe(201);
});

it('adds a client of an organisation, rotates its secret, and revokes it', async () => {
  const uscc = composeUscc('91', '450100', 79);
  await server.it.post('/v1/parties', { uscc, name: '演示企业', divisionCode: '450100' });
  const added = (await command('clients', 'add', '--name', 'ERP', '--party', uscc)).json;
  expect(added.scopes).toContain('batches:write');
  expect(added.scopes).not.toContain('oversight:read');
  const renewed = (await command('clients', 'rotate-secret', added.id, '--overlap', '0')).json;
  expect((await server.it.exchange(added)).status).toBe(401);
  expect((await server.it.exchange(renewed)).status).toBe(200);
  expect((await command('clients', 'revoke', added.id)).code).toBe(0);
  expect((await server.it.exchange(renewed)).json.code).toBe('client-revoked');
  const { json, out } = await command('clients', 'list');
  expect(json.find(({ id }: { id: string }) => id === added.id).revokedAt).not.toBeNull();
  expect(out).not.toMatch(/hash|secrets/);
});

it('registers the first administrator as a person, who logs in and registers people', async () => {
  const { code, json, err } = await command('admin', '--login', 'anna', '--name', '安娜');
  expect([code, err, json.personName, json.roles]).toEqual([0, '', '安*', ['province_regulator', 'administrator']]);
  const app = (await command('clients', 'add', '--kind', 'app', '--name', '平台', '--redirect', REDIRECT)).json;
  expect([app.kind, app.authMethod, app.secret]).toEqual(['app', 'none', undefined]);
  const { url, verifier } = asking(server.it, app.id, { scope: 'people:write' });
  const browser = openBrowser(server.it.url);
  const choosing = await logInto(browser, url, { login: 'anna', password: json.initialPassword });
  const password = 'one two three four';
  const enrolling = await browser.submit(choosing, { password, repeated: password });
  const { back } = await enrolOn(browser, enrolling);
  const code1 = back.url.searchParams.get('code') ?? '';
  const { json: granted } = await redeem(server.it, app.id, { code: code1, verifier });
  const draft = { personName: '王五', roles: ['auditor'], login: 'wang.wu' };
  expect((await server.it.post('/v1/people', draft, { token: granted.access_token })).status).toBe(201);
  const reset = (id: string) => command('people', 'second-factor-reset', id, '--reason', '手机丢失');
  expect((await reset(json.id)).code).toBe(0);
  expect((await reset(json.id)).code).toBe(1);
  const lost = await logInto(openBrowser(server.it.url), url, { login: 'anna', password });
  expect(lost.text).toContain('Set up the second factor');
});

it('adds, lists, blocks and unblocks people, and gives them passwords', async () => {
  const uscc = composeUscc('91', '450100', 80);
  await server.it.post('/v1/parties', { uscc, name: '运输企业', divisionCode: '450100' });
  const clerk = ['people', 'add', '--name', '赵六', '--role', 'enterprise_operator', '--party', uscc];
  const added = (await command(...clerk, '--login', 'zhao.liu', '--phone', '13900001111')).json;
  expect([added.personName, added.personPhone]).toEqual(['赵*', '139****1111']);
  expect(added.initialPassword).toMatch(/^\w{4}(-\w{4}){3}$/);
  const driver = (await command('people', 'add', '--name', '钱七', '--role', 'driver', '--party', uscc)).json;
  expect([driver.login, driver.initialPassword]).toEqual([null, undefined]);
  expect((await command('people', 'block', added.id, '--reason', '离职')).json.state).toBe('blocked');
  expect((await command('people', 'unblock', added.id, '--reason', '复职')).json.state).toBe('active');
  const changed = await command('people', 'roles', added.id, '--role', 'driver', '--reason', '转岗');
  expect(changed.json.roles).toEqual(['driver']);
  const renewed = (await command('people', 'password', added.id)).json;
  expect(renewed.initialPassword).not.toBe(added.initialPassword);
  const { json, out } = await command('people', 'list');
  expect(json.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([added.id, driver.id]));
  expect(out).not.toMatch(/argon2|赵六|13900001111|initialPassword/);
});

it('adds a handheld, whose tokens are bound to its key', async () => {
  const { json } = await command('clients', 'add', '--kind', 'handheld', '--name', '手持终端');
  expect([json.kind, json.dpopRequired, json.roles]).toEqual(['handheld', true, []]);
});

it('adds a client with its own keys', async () => {
  const key = await makeKey();
  const keys = await file('keys.json', { keys: [publicPart(key)] });
  const { json } = await command('clients', 'add', '--name', '国家平台', '--role', 'national_reader', '--keys', keys);
  expect(json.scopes).toEqual(scopesOf(['national_reader']));
  expect(json).not.toHaveProperty('secret');
  expect((await server.it.present(await assert(key, json.id, `${server.it.url}/oidc`))).status).toBe(200);
});

it('registers an organisation with its first site, and prints a single field with --field', async () => {
  const uscc = composeUscc('91', '450100', 4711);
  const party = ['parties', 'add', '--uscc', uscc, '--name', '演示收集点', '--division', '450100'];
  const { json } = await command(...party, '--site', 'collection_point');
  const { json: sites } = await server.it.get(`/v1/sites?partyId=${json.id}`);
  expect(sites.items).toMatchObject([{ id: json.siteId, kind: 'collection_point', divisionCode: '450100' }]);
  const again = await command(...party, '--site', 'collection_point');
  expect(again.json).toEqual(json);
  const renamed = await command('parties', 'add', '--uscc', uscc, '--name', '别的单位', '--division', '450100');
  expect([renamed.code, renamed.out]).toEqual([1, '']);
  expect(renamed.err).toContain(uscc);
  const other = ['--uscc', composeUscc('91', '450100', 4712), '--name', '另一家', '--division', '450100'];
  const { out } = await command('parties', 'add', ...other, '--field', 'id');
  expect(out).toMatch(/^[\da-f-]{36}\n$/);
});

it('registers a licence once, however often it is typed', async () => {
  const uscc = composeUscc('91', '450100', 4713);
  const { json: party } = await command('parties', 'add', '--uscc', uscc, '--name', '冶炼', '--division', '450100');
  const licence = (to: string) =>
    command(
      ...['licences', 'add', '--party', uscc, '--mode', 'recycling', '--number', '桂演示0001'],
      ...['--from', '2026-01-01', '--to', to, '--issuer', '演示厅'],
    );
  const { json } = await licence('2031-01-01');
  expect(json).toMatchObject({ partyId: party.id, mode: 'recycling', wasteCodes: ['900-052-31'] });
  expect((await licence('2031-01-01')).json).toEqual(json);
  const { json: listed } = await server.it.get(`/v1/parties/${party.id}/licences`);
  expect(listed.items).toMatchObject([{ id: json.id, number: '桂演示0001', validTo: '2031-01-01' }]);
  const changed = await licence('2032-01-01');
  expect([changed.code, changed.out]).toEqual([1, '']);
  expect((await licence('soon')).err).toContain('validTo');
});

it('makes the next signing key', async () => {
  const { json, code } = await command('keys', 'rotate');
  expect(code).toBe(0);
  const { rows } = await server.it.db.execute(sql`select kid from identity_signing_keys where kid = ${json.kid}`);
  expect(rows).toHaveLength(1);
});

it('adds and lists partners', async () => {
  const { kty, crv, x, y } = publicPart(await makeKey());
  const key = { kid: 'k', jwk: { kty, crv, x, y }, notBefore: '2026-01-01T00:00:00Z', notAfter: null };
  const partner = { code: '44', name: '广东省', kind: 'province', baseUrl: 'https://gd.test', keys: [key] };
  const added = await command('partners', 'add', await file('partner.json', partner));
  expect([added.err, added.code]).toEqual(['', 0]);
  expect((await command('partners', 'list')).json).toMatchObject([{ code: '44', name: '广东省' }]);
});

it('refuses a legal parameter that does not match its schema', async () => {
  const row = { key: 'storage.alert-shares', valid_from: '2026-11-22', value: 'rubbish', source: 't', confidence: 'V' };
  const refused = await command('codes', 'load', await file('rubbish.json', { law_values: [row] }));
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err.trim()).toMatch(
    /storage\.alert-shares from 2026-11-22 is not of the form[^\n]*nothing was loaded\.$/,
  );
});

it('loads dated codes once, and does not change an existing row', async () => {
  const row = {
    ...{ code: '900-999-49', name: '演示废物', category: 'HW49', hazards: ['T'] },
    ...{ valid_from: '2026-01-01', source: 'test', confidence: 'I' },
  };
  const codes = await file('codes.json', { waste_codes: [row] });
  expect((await command('codes', 'load', codes)).json.waste_codes).toEqual({ added: 1, ended: 0, there: 0 });
  expect((await command('codes', 'load', codes)).json.waste_codes).toEqual({ added: 0, ended: 0, there: 1 });
  const other = { ...row, code: '900-998-49' };
  const changed = await file('changed.json', { waste_codes: [other, { ...row, name: '另一名称' }] });
  const refused = await command('codes', 'load', changed);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('900-999-49 from 2026-01-01')]);
  const { rows } = await server.it.db.execute(sql`select name from waste_codes where code like '900-99%-49'`);
  expect(rows).toEqual([{ name: '演示废物' }]);
});

it('loads the work calendar of the example, which states the days in force, and corrects it by version only', async () => {
  const example = fileURLToPath(new URL('../../docs/examples/law/calendar-2026.json', import.meta.url));
  const days = async () =>
    (await server.it.db.execute(sql`select day, is_workday from work_calendar order by day`)).rows;
  const before = await days();
  const loaded = await command('calendar', 'load', example);
  expect([loaded.err, loaded.code]).toEqual(['', 0]);
  expect(loaded.json).toMatchObject({
    year: 2026,
    version: 2,
    number: '国办发明电〔2025〕7号',
    issuedOn: '2025-11-04',
  });
  expect((await command('calendar', 'load', example)).json).toEqual(loaded.json);
  expect(await days()).toEqual(before);
  const notice = JSON.parse(await readFile(example, 'utf8'));
  const other = await command('calendar', 'load', await file('other.json', { ...notice, workingWeekendDays: [] }));
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('Version 2 of the work calendar of 2026')]);
  const weekday = { ...notice, workingWeekendDays: ['2026-10-12'] };
  const wrong = await command('calendar', 'load', await file('weekday.json', weekday));
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('Saturdays or Sundays')]);
  expect(await days()).toEqual(before);
});

it.each([
  [[], 0, /npm run leadloop -- <command>/],
  [['--help'], 0, /codes load <file>/],
  [['clients', 'add', '--help'], 0, /--keys/],
  [['partners', 'add', '--help'], 0, /POST \/v1\/exchange\/partners/],
])('prints help for %j', async (args, code, text) => {
  const ran = await command(...args);
  expect(ran.code).toBe(code);
  expect(ran.out).toMatch(text);
});

it.each([
  [['unknown'], /There is no such command/],
  [['clients'], /^(?!.*people add)Say which command of clients:.*clients add.*clients list/s],
  [['codes', 'unknown'], /Say which command of codes:\n\n {2}codes load/],
  [['clients', 'revoke', 'me'], /by its id, a UUID/],
  [['clients', 'revoke', '01999999-0000-7000-8000-000000000001'], /There is no client/],
  [['people', 'add', '--name', '某人'], /Give the role of the person with --role/],
  [['people', 'add', '--name', '某人', '--role', 'driver'], /acts for an organisation/],
  [['people', 'block', '01999999-0000-7000-8000-000000000001'], /--reason/],
  [['clients', 'add', '--name', 'x', '--kind', 'app'], /redirectUris/],
  [['clients', 'add'], /Give the role of the client with --role/],
  [['parties', 'add', '--name', 'x'], /divisionCode/],
  [['clients', 'list', '--field', 'secret'], /no field secret/],
  [['clients', 'add', '--role', 'auditor'], /The required field name /],
  [['clients', 'add', '--name', 'x', '--role', 'auditor', '--scope', 'all'], /scopes/],
  [['clients', 'add', '--name', 'x', '--role', 'driver'], /acts for an organisation/],
  [['keys', 'rotate', 'now'], /not understood/],
])('refuses %j with a sentence and no stack trace', async (args, text) => {
  const ran = await command(...args);
  expect([ran.code, ran.out]).toEqual([1, '']);
  expect(ran.err).toMatch(text);
  expect(ran.err).not.toContain('    at ');
});

it('exits with code 1 and one sentence when run as a process', async () => {
  const { code, out, err } = await runEntry('leadloop', environment(), ['clients', 'revoke', 'me']);
  expect([code, out, err]).toEqual([1, '', 'Give the record by its id, a UUID; the list shows it.\n']);
});

it.each([
  [
    'postgres://nobody@127.0.0.1:1/none',
    /^The database none at 127\.0\.0\.1:1 cannot be used \(ECONNREFUSED\); .+\.\n$/,
  ],
  [() => new URL('/postgres', server.databaseUrl).href, /^[^\n]+npm run migrate[^\n]+\n$/],
])('states in one sentence why the database cannot be used', async (url, sentence) => {
  const DATABASE_URL = typeof url === 'string' ? url : url();
  const { code, out, err } = await runCommand('leadloop', { ...environment(), DATABASE_URL }, ['clients', 'list']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(sentence);
});
