/** Login pages without a server: their words in both languages, and what they show before anything fails. */
import { describe, expect, it } from 'vitest';
import { consentPage } from '../../../src/identity/pages/consent-page.ts';
import {
  deviceCodePage,
  deviceConfirmPage,
  deviceDonePage,
  deviceRefusedPage,
  loggedOutPage,
  logoutPage,
  refusalPage,
} from '../../../src/identity/pages/device-page.ts';
import { type LoginView, loginPage, newPasswordPage } from '../../../src/identity/pages/login-page.ts';
import { OAUTH_ERRORS } from '../../../src/identity/pages/oauth-errors.ts';
import { faultPage } from '../../../src/identity/pages/page.ts';
import { PRODUCT, TEXTS } from '../../../src/identity/pages/texts.ts';

const view = (language: 'en' | 'zh'): LoginView => ({
  ...{ language, path: '/oidc/interaction/1', application: '监管平台', sendsTo: undefined },
});
const form = { language: 'zh', action: '/oidc/device', xsrf: 'x' } as const;
const history = { registered: { at: new Date('2026-10-05T00:30:00Z'), by: '李四光 (li.siguang)' }, changed: undefined };
const facts = { history, scopes: ['openid', 'people:write'] };
const device = { application: '手持终端', code: 'BBBB-BBBB', address: '', software: '', person: undefined, ...facts };

describe('every login page', () => {
  it.each([
    ['login', loginPage(view('zh'))],
    ['new password', newPasswordPage(view('zh'))],
    ['code of a device', deviceCodePage(form, '', undefined)],
    ['confirmation of a device', deviceConfirmPage(form, device)],
    ['authorised device', deviceDonePage('zh')],
    ['consent', consentPage({ ...view('zh'), ...facts, person: '王小明' })],
    ['refused device', deviceRefusedPage('zh')],
    ['logout', logoutPage(form, undefined)],
    ['end of a logout', loggedOutPage('zh')],
    ['fault of an application', refusalPage('zh', { error: 'invalid_redirect_uri', requestId: 'r-1' })],
    ['fault', faultPage('zh', { title: '标题', detail: '说明', remedy: '办法' }, 'login-lapsed')],
  ])('%s names the product and runs nothing', (_, { body, headers }) => {
    expect(body).toContain(`<header>${PRODUCT}</header>`);
    expect(body).not.toContain('<script');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('the page for a new password', () => {
  it.each([
    ['en', 'At least 10 characters, 5 of them different'],
    ['zh', '密码至少 10 个字符，至少含 5 种不同字符'],
  ] as const)('shows the rule before anything is typed (%s)', (language, rule) => {
    const { body } = newPasswordPage(view(language));
    expect(body).toContain(rule);
    expect(body).not.toContain('role="alert"');
  });
});

it('texts show the same facts in both languages, and none is empty', () => {
  const holesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [name, text] of Object.entries(TEXTS.en)) {
    const chinese = TEXTS.zh[name as keyof typeof TEXTS.zh];
    expect(holesOf(chinese), name).toEqual(holesOf(text));
    expect(chinese).toMatch(/\p{Script=Han}/u);
  }
});

describe('the error page', () => {
  it.each(Object.keys(OAUTH_ERRORS))('has words for %s in both languages', (error) => {
    const shown = { error, requestId: 'r-1' };
    expect(refusalPage('en', shown).body).toContain(OAUTH_ERRORS[error]?.en);
    expect(OAUTH_ERRORS[error]?.en).not.toMatch(/\p{Script=Han}/u);
    const { body } = refusalPage('zh', shown);
    expect(body).toContain(OAUTH_ERRORS[error]?.zh);
    expect(OAUTH_ERRORS[error]?.zh).toMatch(/\p{Script=Han}/u);
    expect(body).toContain('<dt>请求编号</dt><dd>r-1</dd>');
  });

  it('has a general sentence for an unknown error, and does not blame the application for ours', () => {
    const { body } = refusalPage('zh', { error: 'made_up', requestId: 'r-1' });
    expect(body).toContain('<code>made_up</code>');
    expect(body).toContain('无法处理该请求。');
    expect(body).toContain('应用发出的请求有误');
    expect(refusalPage('zh', { error: 'server_error', requestId: 'r-1' }).body).not.toContain('应用发出的请求有误');
  });

  it('shows the code and the title of a known problem', () => {
    const problem = { code: 'redirect-uri-wrong', title: 'redirect_uri 不一致' };
    const { body } = refusalPage('zh', { error: 'invalid_redirect_uri', problem, requestId: 'r-1' });
    expect(body).toContain('<code>redirect-uri-wrong</code> redirect_uri 不一致');
  });
});
