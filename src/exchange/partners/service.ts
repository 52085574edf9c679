/** Use cases: registering the partners of the exchange. */
import type { Actor } from '../../core/actor.ts';
import type { KeyPair } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps, OwnerDeps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import { exchangeProblem } from '../problems.ts';
import { NATIONAL, type Partner, type PartnerKey } from './partner.ts';
import { recordPartner, recordStop } from './store.ts';

/** Dependencies of sending and receiving, which serve partners and no callers: key, wake-ups and limits. */
export type ExchangeDeps = OwnerDeps & {
  readonly exchangeKey: KeyPair;
  readonly wake: Queue['wake'];
  readonly wakeAll: Queue['wakeAll'];
  readonly exchange: { readonly timeoutMs: number; readonly sweepMs: number; readonly retryMaxMs: number };
};

/**
 * Registers a partner, or replaces its name, address and keys. A stopped one is sent to again.
 * @throws Problem `partner-code-mismatch`
 */
export async function registerPartner(
  tx: Tx,
  deps: Deps,
  { actor, ...draft }: Omit<Partner, 'registeredAt' | 'stopped'> & { readonly actor: Actor },
): Promise<Partner> {
  const { code, kind } = draft;
  if (code === deps.province || (kind === 'national') !== (code === NATIONAL)) {
    throw exchangeProblem('partner-code-mismatch', { code, kind, pointer: '#/body/code' });
  }
  const payload = { ...draft, keys: draft.keys.map(inUtc) };
  const at = deps.clock();
  const partner: Partner = { ...payload, stopped: false, registeredAt: at };
  await recordPartner(tx, partner);
  await record(tx, [fact('partner.registered', `partner:${code}`, actor, at, payload)]);
  return partner;
}

/**
 * Notes that a sandbox does not run. It stays registered, and what is due for it waits until it is registered again.
 */
export async function stopPartner(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  { actor, code }: { readonly actor: Actor; readonly code: string },
): Promise<void> {
  await recordStop(tx, code);
  await record(tx, [fact('partner.stopped', `partner:${code}`, actor, deps.clock(), { code })]);
}

function inUtc(key: PartnerKey): PartnerKey {
  const { notBefore, notAfter } = key;
  return {
    ...key,
    notBefore: new Date(notBefore).toISOString(),
    notAfter: notAfter === null ? null : new Date(notAfter).toISOString(),
  };
}
