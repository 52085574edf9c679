/** What the worker does for the exchange: follows the journal, sends on wake-ups, and sweeps up what was missed. */
import { z } from 'zod';
import { TOLD_AS } from '../manifests/index.ts';
import type { SealedEntry, Subscription } from '../platform/journal/index.ts';
import type { Sweep } from '../platform/process/background.ts';
import type { Handlers } from '../platform/queue/queue.ts';
import { deliverTo, wakeDuePartners } from './deliveries/sending-service.ts';
import { planDeliveries } from './deliveries/service.ts';
import type { StepEntry } from './messages/message.ts';
import { assignNumbers } from './numbers/service.ts';
import type { ExchangeDeps } from './partners/service.ts';

/** Writes what is to be told, then wakes the sending. */
export function exchangeSubscriptions(deps: ExchangeDeps): Subscription[] {
  let planned = 0;
  return [
    {
      name: 'exchange.deliveries',
      apply: async (tx, entries) => {
        planned = await planDeliveries(tx, deps, entries.flatMap(toStepEntry));
      },
      afterwards: async () => {
        if (planned > 0) await wakeDuePartners(deps);
      },
    },
  ];
}

export function exchangeHandlers(deps: ExchangeDeps): Handlers {
  return {
    deliver: async (partner) => {
      await deliverTo(deps, partner);
      await assignNumbers(deps);
    },
  };
}

/**
 * Finds partners whose wake-up was lost or whose pause is over, and numbers that could not be put before. Both answer 0:
 * what they find is done elsewhere or later, so there is nothing to look for again at once.
 */
export function exchangeSweeps(deps: ExchangeDeps): Sweep[] {
  const everyMs = deps.exchange.sweepMs;
  return [
    { name: 'exchange.deliveries', everyMs, pass: () => wakeDuePartners(deps).then(() => 0) },
    { name: 'exchange.numbers', everyMs, pass: () => assignNumbers(deps).then(() => 0) },
  ];
}

const TOLD_KINDS = new Set(Object.values(TOLD_AS).map((told) => `manifest.${told}`));

/** What the distribution needs to know. The rest is told as it is: the counterpart judges it. */
const Told = z.object({
  manifestId: z.string(),
  version: z.int().min(0),
  step: z.string(),
  input: z.record(z.string(), z.unknown()),
  document: z.looseObject({ originProvince: z.string(), destinationProvince: z.string() }),
  digest: z.string(),
});

/** A step that others are told. Drafts and papers have version 0 and stay here. */
function toStepEntry(entry: SealedEntry): StepEntry[] {
  const { index, kind, version, subject, occurredAt, actor } = entry;
  if (!TOLD_KINDS.has(kind)) return [];
  // Throws on what cannot be told: the subscription stands still and says so, instead of losing a step for good.
  const payload = Told.parse(entry.payload);
  return payload.version === 0 ? [] : [{ index, kind, version, subject, occurredAt, source: actor.source, payload }];
}
