/** Pages of the second factor without a server. */
import { describe, expect, it } from 'vitest';
import { codePage, enrolmentPage, recoveryPage } from '../../../src/identity/pages/code-page.ts';
import type { LoginView } from '../../../src/identity/pages/login-page.ts';

const view: LoginView = { language: 'zh', path: '/oidc/interaction/1', application: '监管平台', sendsTo: undefined };
const KEY = { secret: 'ABCDEFGHIJKLMNOP', address: 'otpauth://totp/Leadloop:anna?secret=ABCDEFGHIJKLMNOP' };

describe('a page of the second factor', () => {
  it.each([
    ['code', codePage(view)],
    ['enrolment', enrolmentPage(view, KEY)],
    ['recovery codes', recoveryPage(view, ['abcd-efgh-jkmn'])],
  ])('%s is never stored, runs nothing and has no style of its own, which the browser would refuse', (_, page) => {
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).not.toMatch(/<script| style=/);
  });

  it('shows the key as a picture, and in groups that can be typed', () => {
    const { body } = enrolmentPage(view, KEY);
    expect(body).toMatch(/<svg[^>]*viewBox/);
    expect(body).toContain('ABCD EFGH IJKL MNOP');
    expect(body).toContain('action="/oidc/interaction/1/code"');
  });

  it('lists every recovery code, and goes on only by a button', () => {
    const { body } = recoveryPage(view, ['abcd-efgh-jkmn', '2345-6789-abcd']);
    expect(body.match(/<li><code>[\w-]+<\/code>/g)).toHaveLength(2);
    expect(body).toContain('<form method="post" action="/oidc/interaction/1/enrolled">');
  });

  it('escapes what a person typed', () => {
    const fault = { title: '<b>', detail: '<i>', remedy: '&' };
    expect(codePage({ ...view, fault }).body).not.toMatch(/<b>|<i>/);
  });
});
