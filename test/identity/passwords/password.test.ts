import { describe, expect, it } from 'vitest';
import { loadCommonPasswords } from '../../../src/identity/passwords/list-adapter.ts';
import { newInitialPassword, refuseWeak } from '../../../src/identity/passwords/password.ts';

const isCommon = await loadCommonPasswords();
const refuse = (password: string) => refuseWeak(password, { names: ['anna.li'], isCommon });

describe('a password', () => {
  it.each(['short', 'aaaaaaaaaaaa', 'abababababab', 'x'.repeat(129), 'ａｂｃｄ'])(
    '%s is refused as too weak',
    (password) => {
      expect(() => refuse(password)).toThrow(expect.objectContaining({ code: 'password-weak' }));
    },
  );

  it.each(['password12', 'ＰＡＳＳＷＯＲＤ１２', 'my name is anna.li!'])(
    '%s is refused as easy to guess',
    (password) => {
      expect(() => refuse(password)).toThrow(expect.objectContaining({ code: 'password-guessable' }));
    },
  );

  it.each(['four words in a row', '铅酸蓄电池回收利用管理平台', 'x9$kQ2!mZp'])('%s is accepted', (password) => {
    expect(() => refuse(password)).not.toThrow();
  });

  it('is measured in the form that is hashed', () => {
    // One sign that NFKC writes with four characters.
    expect(() => refuse('㍿ 海阔天空鸟飞')).not.toThrow();
  });
});

it('initial passwords can be read aloud, and are never the same', () => {
  const made = Array.from({ length: 200 }, newInitialPassword);
  expect(new Set(made).size).toBe(200);
  for (const one of made) expect(one).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){3}$/);
});
