/** The Redis of the integration tests. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';

export type TestRedisAccess = {
  readonly url: string;
  /** A namespace no other test file uses. */
  readonly namespace: string;
};

export function useRedis(): TestRedisAccess {
  return { url: inject('redisUrl'), namespace: `test-${randomBytes(6).toString('hex')}` };
}
