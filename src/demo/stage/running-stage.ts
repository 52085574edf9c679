/** A stage of running systems, such as those of docker compose. */
import { createClient } from '../client.ts';
import type { Options } from '../options.ts';
import { GUANGDONG, GUANGXI, type Province } from '../plan/place.ts';
import { noToken, tokensOf } from '../token.ts';
import { ready } from './own-stage.ts';
import { createPace } from './pace.ts';
import { PATIENCE_MS, type Seat, type Stage } from './stage.ts';

export async function joinStage(against: NonNullable<Options['against']>, keyPrefix: string): Promise<Stage> {
  const { urls, keys, inside } = against;
  const provinces = new Map<Province, Seat>();
  for (const [province, name] of [
    [GUANGXI, 'guangxi'],
    [GUANGDONG, 'guangdong'],
  ] as const) {
    const [url, folder] = [urls[name], keys[name]];
    if (url === undefined || folder === undefined) continue;
    await ready(url);
    const { token, tokenFor } = await tokensOf(folder);
    const client = createClient({ baseUrl: url, token, keyPrefix, patienceMs: PATIENCE_MS });
    provinces.set(province, { client, url, inside: inside[name] ?? url, tokenFor });
  }
  const url = urls.national ?? '';
  await ready(url);
  const client = createClient({ baseUrl: url, token: noToken, keyPrefix, patienceMs: PATIENCE_MS });
  return {
    provinces,
    national: { client, url, inside: inside.national ?? url },
    // These systems have clocks of their own, so nothing waits for the month.
    pace: createPace(),
    hasMonthClock: false,
    outage: null,
    restarts: () => 0,
    hopeless: new Promise<never>(() => undefined),
    stop: async () => undefined,
  };
}
