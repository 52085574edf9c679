/** Background work of the exchange: follows the journal, sends on wake-ups, and sweeps for lost wake-ups. */
import { z } from 'zod';
import { STEP_ENTRIES } from '../manifests/index.ts';
import type { SealedEntry, Subscription } from '../platform/journal/index.ts';
import type { Sweep } from '../platform/process/background.ts';
import type { Handlers } from '../platform/queue/queue.ts';
import { deliverTo, wakeDuePartners } from './deliveries/sending-service.ts';
import { planDeliveries } from './deliveries/service.ts';
import type { StepEntry } from './messages/message.ts';
import { assignNumbers } from './numbers/service.ts';
import type { ExchangeDeps } from './partners/service.ts';

/** Plans a delivery for every step that concerns a partner, then wakes the sending. */
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
 * Finds partners whose wake-up was lost or whose pause is over, and numbers that could not be assigned before. Both
 * passes return 0: their findings are handled by other jobs, so an immediate second pass would find nothing new.
 */
export function exchangeSweeps(deps: ExchangeDeps): Sweep[] {
  const everyMs = deps.exchange.sweepMs;
  return [
    { name: 'exchange.deliveries', everyMs, pass: () => wakeDuePartners(deps).then(() => 0) },
    { name: 'exchange.numbers', everyMs, pass: () => assignNumbers(deps).then(() => 0) },
  ];
}

/** The part of a step that decides about recipients. The rest is sent unchanged, and the counterpart checks it. */
const Distributed = z.object({
  manifestId: z.string(),
  version: z.int().min(0),
  step: z.string(),
  input: z.record(z.string(), z.unknown()),
  document: z.looseObject({ originProvince: z.string(), destinationProvince: z.string() }),
  digest: z.string(),
});

/** Selects the steps that are sent to others. Drafts and papers have version 0 and stay here. */
function toStepEntry(entry: SealedEntry): StepEntry[] {
  const { index, kind, version, subject, occurredAt, actor } = entry;
  const step = STEP_ENTRIES.find((known) => known === kind);
  if (!step) return [];
  // Throws on a malformed step: the subscription stops with an error instead of losing the step.
  const payload = Distributed.parse(entry.payload);
  return payload.version === 0
    ? []
    : [{ index, kind: step, version, subject, occurredAt, source: actor.source, payload }];
}
