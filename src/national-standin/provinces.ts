/** Provinces that exchange messages with the stand-in. Their keys are fetched from their registered addresses. */
import type { JWK } from 'jose';
import type pg from 'pg';
import { z } from 'zod';
import { findProvince, saveProvince } from './store.ts';

const Keys = z.object({
  keys: z
    .array(
      z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), kid: z.string() }),
    )
    .max(20),
});

const REFETCH_MS = 1_000;
const TIMEOUT_MS = 5_000;

export type Provinces = {
  /**
   * Registers the address and fetches the keys. If the province does not answer, they are fetched with its first
   * message.
   */
  readonly register: (code: string, baseUrl: string) => Promise<{ code: string; keys: number }>;
  /** Returns the keys of a province, fetched again when `kid` is unknown; undefined when it is not registered. */
  readonly keysOf: (code: string, kid: string) => Promise<readonly JWK[] | undefined>;
};

export function keepProvinces(pool: pg.Pool): Provinces {
  const fetchedAt = new Map<string, number>();

  const refresh = async (code: string, keyAddress: string, known: readonly JWK[]): Promise<readonly JWK[]> => {
    const now = performance.now();
    // Limits fetches: a sender with invented key ids must not cause a request to a province for each of them.
    if (now - (fetchedAt.get(code) ?? Number.NEGATIVE_INFINITY) < REFETCH_MS) return known;
    fetchedAt.set(code, now);
    const keys = await fetchKeys(keyAddress);
    if (!keys) return known;
    await saveProvince(pool, { code, keyAddress, keys });
    return keys;
  };

  return {
    register: async (code, baseUrl) => {
      const keyAddress = `${baseUrl.replace(/\/+$/, '')}/v1/exchange/keys`;
      const known = (await findProvince(pool, code))?.keys ?? [];
      await saveProvince(pool, { code, keyAddress, keys: known });
      fetchedAt.delete(code);
      const keys = await refresh(code, keyAddress, known);
      return { code, keys: keys.length };
    },
    keysOf: async (code, kid) => {
      const province = await findProvince(pool, code);
      if (!province) return undefined;
      const { keys, keyAddress } = province;
      return keys.some((key) => key.kid === kid) ? keys : refresh(code, keyAddress, keys);
    },
  };
}

async function fetchKeys(address: string): Promise<JWK[] | undefined> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return Keys.parse(await response.json()).keys;
  } catch {
    return undefined;
  }
}
