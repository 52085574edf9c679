/** Waits until every message and number has reached its receiver. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from '../stage/stage.ts';
import { ExchangeStatus } from '../trade/wire.ts';
import { type Agreement, compareManifests } from './agreement.ts';

const LIMIT_MS = 60_000;
const POLL_MS = 400;

/** Returns the states of the manifests once they no longer change, or after the time limit. */
export async function settle(stage: Stage, expectedManifests: number): Promise<Agreement> {
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    const quiet = await nothingWaits(stage);
    const agreement = await compareManifests(stage);
    const { manifests, disagreements } = agreement;
    const done = quiet && disagreements.length === 0 && manifests.length >= expectedManifests;
    if (done || performance.now() > deadline) return agreement;
    await sleep(POLL_MS);
  }
}

/**
 * Checks that no message and no number is under way. A parked message does not count, because only a person can send it
 * again.
 */
async function nothingWaits({ provinces }: Stage): Promise<boolean> {
  const all = await Promise.all(
    [...provinces.values()].map(({ client }) => client.get('/v1/exchange/status', ExchangeStatus)),
  );
  return all.every(({ partners, numbersWaiting }) => numbersWaiting === 0 && partners.every(({ due }) => due === 0));
}
