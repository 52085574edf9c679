import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, matchesPassword } from '../../../src/identity/passwords/argon2-adapter.ts';

describe('the hash of a password', () => {
  it('is Argon2id with its cost and a salt of its own', async () => {
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

  it('is compared at the cost that it names, and matches no other password', async () => {
    const cheap = argon2Sync('argon2id', {
      ...{ message: 'old password', nonce: Buffer.alloc(16, 1), memory: 64, passes: 1, parallelism: 1, tagLength: 32 },
    });
    const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
    const stored = `$argon2id$v=19$m=64,t=1,p=1$${encode(Buffer.alloc(16, 1))}$${encode(cheap)}`;
    expect(await matchesPassword(stored, 'old password')).toBe(true);
    expect(await matchesPassword(stored, 'old passwort')).toBe(false);
    expect(await matchesPassword(null, 'old password')).toBe(false);
    expect(await matchesPassword('$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA', 'x')).toBe(false);
  });

  it('matches the same characters typed on another keyboard', async () => {
    const stored = await hashPassword('ｆｕｌｌ　ｗｉｄｔｈ');
    expect(await matchesPassword(stored, 'full width')).toBe(true);
  });
});
