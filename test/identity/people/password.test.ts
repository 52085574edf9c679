import { argon2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../src/identity/pages/html.ts';
import {
  hashPassword,
  matchesPassword,
  newInitialPassword,
  refuseWeak,
} from '../../../src/identity/people/password.ts';

describe('a password', () => {
  it('is kept as Argon2id with its cost and a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('four words in a row'), hashPassword('four words in a row')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    const [, , , , salt = '', hash = ''] = one.split('$');
    const expected = argon2Sync('argon2id', {
      ...{ message: 'four words in a row', nonce: Buffer.from(salt, 'base64') },
      ...{ memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 },
    });
    expect(Buffer.from(hash, 'base64')).toEqual(expected);
  });

  it('is known by what was kept, at whatever cost that was made', async () => {
    const cheap = argon2Sync('argon2id', {
      ...{ message: 'old password', nonce: Buffer.alloc(16, 1), memory: 64, passes: 1, parallelism: 1, tagLength: 32 },
    });
    const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const kept = `$argon2id$v=19$m=64,t=1,p=1$${encode(Buffer.alloc(16, 1))}$${encode(cheap)}`;
    expect(await matchesPassword(kept, 'old password')).toBe(true);
    expect(await matchesPassword(kept, 'old passwort')).toBe(false);
    expect(await matchesPassword(null, 'old password')).toBe(false);
    expect(await matchesPassword('$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA', 'x')).toBe(false);
  });

  it('typed on another keyboard is the same', async () => {
    const kept = await hashPassword('ｆｕｌｌ　ｗｉｄｔｈ');
    expect(await matchesPassword(kept, 'full width')).toBe(true);
  });

  it.each(['short', 'aaaaaaaaaaaa', 'abababababab', 'x'.repeat(129), 'my name is anna.li!', 'ANNA.LI 2026 spring'])(
    '%s is too weak',
    (password) => {
      expect(() => refuseWeak(password, 'anna.li')).toThrow(expect.objectContaining({ code: 'password-weak' }));
    },
  );

  it.each(['four words in a row', '铅酸蓄电池回收利用管理平台', 'x9$kQ2!mZp'])('%s is good enough', (password) => {
    expect(() => refuseWeak(password, 'anna.li')).not.toThrow();
  });

  it('made for somebody else is good enough, and never the same', () => {
    const made = Array.from({ length: 200 }, newInitialPassword);
    expect(new Set(made).size).toBe(200);
    for (const one of made) expect(one).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){3}$/);
  });
});

it('whatever is put into HTML stays text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { html: made } = html`<a title="${text}">${text}</a>`;
      expect(
        made
          .replace(/^<a title="/, '')
          .replace(/<\/a>$/, '')
          .split('">')[0],
      ).not.toMatch(/[<>"']/);
    }),
  );
  expect(html`<p>${html`<b>${'<'}</b>`}${undefined}</p>`.html).toBe('<p><b>&lt;</b></p>');
});
