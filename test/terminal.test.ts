/** Texts on the terminal, in both languages. */
import { describe, expect, it } from 'vitest';
import { runLeadloop } from '../src/commands/leadloop.ts';
import { runToken } from '../src/commands/token.ts';
import { loadLocalConfig, programName } from '../src/config.ts';
import { readOptions } from '../src/demo/options.ts';
import { welcome } from '../src/local.ts';
import { failureText } from '../src/platform/process/lifecycle.ts';
import { settingsOf } from './setup/commands.ts';

const [EN, ZH] = [{ LEADLOOP_LANGUAGE: 'en' }, { LEADLOOP_LANGUAGE: 'zh' }];
const COMMANDS = [
  ...['', 'admin', 'clients', 'clients add', 'clients revoke', 'clients rotate-secret', 'keys rotate', 'people add'],
  ...['people block', 'people roles', 'parties add', 'partners add', 'codes load', 'calendar load'],
].map((words) => words.split(' ').filter(Boolean));

/** Three English words in a row, which no Chinese text has outside of usages and lists of codes. */
const ENGLISH = /(?<![-"\w])[a-z]+ [a-z]+ [a-z]+(?![\w-])/i;
const prose = (text: string) => text.split('\n').filter((line) => !/npm run|^ {2}[a-z]+( |$)|curl/.test(line));

describe('help', () => {
  it.each(COMMANDS)('of "%s %s" is in the language of the terminal', async (...words) => {
    const named = words.filter((word) => word !== undefined);
    const [en, zh] = await Promise.all([EN, ZH].map((env) => runLeadloop([...named, '--help'], settingsOf(env))));
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(prose(zh ?? '').filter((line) => ENGLISH.test(line))).toEqual([]);
    expect(zh?.match(/--[a-z]+/g)?.toSorted()).toEqual(en?.match(/--[a-z]+/g)?.toSorted());
  });

  it('names the command as it was started: through npm, or by its own name', async () => {
    expect(programName('leadloop', { npm_command: 'run' })).toBe('npm run leadloop --');
    expect(programName('leadloop', {})).toBe('leadloop');
    const inContainer = settingsOf(EN, programName('leadloop', {}));
    expect(await runLeadloop(['--help'], inContainer)).toMatch(/^leadloop <command>/);
    expect(await runLeadloop(['keys', 'rotate', '--help'], inContainer)).toMatch(/^leadloop keys rotate/);
    expect(await runToken(['--help'], settingsOf(EN, programName('token', {})))).toMatch(/^token --party/);
  });

  it('of tokens and of the demo is too', async () => {
    const [en, zh] = await Promise.all([EN, ZH].map((env) => runToken(['--help'], settingsOf(env))));
    expect(en).toMatch(/Read the sealed journal/);
    expect(zh).toMatch(/查看已定序的日志/);
    expect(prose(zh ?? '').filter((line) => ENGLISH.test(line))).toEqual([]);
    expect(readOptions(['--help'], 'zh')).toMatch(/输出报告后结束/);
    expect(readOptions(['--help'], 'en')).toMatch(/end after the report/);
  });
});

describe('outcomes of commands', () => {
  it.each([
    [['unknown'], /^There is no such command/, /^没有该命令/],
    [['clients'], /^Say which command of clients/, /^请指定 clients 的具体命令/],
    [['keys', 'rotate', 'now'], /^The command was not understood/, /^无法识别该命令/],
    [['keys', 'rotate', '--now'], /^The option --now is not known/, /^不支持选项 --now/],
    [['clients', 'add', '--name'], /^The option --name lacks its value/, /^选项 --name 缺少取值/],
  ])('%j are in both languages', async (args, en, zh) => {
    const error: unknown = await runLeadloop(args, settingsOf({})).catch((thrown: unknown) => thrown);
    expect(failureText(error, 'en')).toMatch(en);
    expect(failureText(error, 'zh')).toMatch(zh);
  });

  it('name the variables of a wrong configuration', () => {
    const load = () => loadLocalConfig({ LEADLOOP_PORT: 'x' });
    expect(load).toThrow('The configuration is not usable: LEADLOOP_PORT must be');
    try {
      load();
    } catch (error) {
      expect(failureText(error, 'zh')).toBe('配置无法使用：LEADLOOP_PORT 须为 0 至 65535 的整数。\n');
    }
  });
});

it('the welcome of npm start is in both languages, with the same addresses and token', () => {
  const ready = {
    url: 'http://it:1',
    docs: 'http://it:1/docs',
    province: '45',
    token: 'x.y.z',
    national: 'http://it:2',
    metrics: '',
    databaseUrl: '',
    pid: 1,
  };
  const [en, zh] = [welcome(ready, undefined, 'en'), welcome(ready, undefined, 'zh')];
  expect(en).toContain('Leadloop, province Guangxi (45), is ready.');
  expect(zh).toContain('Leadloop 已就绪，所属省份：广西壮族自治区（45）。');
  for (const text of [en, zh]) expect(text).toMatch(/http:\/\/it:1\/docs.*\nOFFICE=x\.y\.z\n/s);
  expect(zh).toContain('由国家系统模拟端 http://it:2 签发，不具法律效力');
  expect(welcome({ ...ready, national: null }, undefined, 'zh')).not.toContain('模拟端');
  expect(welcome({ ...ready, token: null }, 'https://id', 'zh')).toContain('仅接受 https://id 签发的令牌');
});
