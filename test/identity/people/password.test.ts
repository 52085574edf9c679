import { describe, expect, it } from 'vitest';
import { newInitialPassword, refuseWeak } from '../../../src/identity/people/password.ts';

describe('a password', () => {
  it.each(['short', 'aaaaaaaaaaaa', 'abababababab', 'x'.repeat(129), 'my name is anna.li!', 'ANNA.LI 2026 spring'])(
    '%s is refused as too weak',
    (password) => {
      expect(() => refuseWeak(password, 'anna.li')).toThrow(expect.objectContaining({ code: 'password-weak' }));
    },
  );

  it.each(['four words in a row', '铅酸蓄电池回收利用管理平台', 'x9$kQ2!mZp'])('%s is accepted', (password) => {
    expect(() => refuseWeak(password, 'anna.li')).not.toThrow();
  });
});

it('initial passwords can be read aloud, and are never the same', () => {
  const made = Array.from({ length: 200 }, newInitialPassword);
  expect(new Set(made).size).toBe(200);
  for (const one of made) expect(one).toMatch(/^[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){3}$/);
});
