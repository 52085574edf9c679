import { describe, expect, it } from 'vitest';
import { terminalLanguage } from '../../../src/core/messages/terminal.ts';

describe('the language of the terminal', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh' }, 'zh'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LC_MESSAGES: 'zh_HK', LANG: 'en_GB' }, 'zh'],
    [{ LEADLOOP_LANGUAGE: 'en', LC_ALL: 'zh_CN.UTF-8' }, 'en'],
    [{ LEADLOOP_LANGUAGE: 'zh', LC_ALL: 'C' }, 'zh'],
  ])('of %j is %s', (environment, language) => {
    expect(terminalLanguage(environment)).toBe(language);
  });
});
