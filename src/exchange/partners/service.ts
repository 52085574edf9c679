/** Use cases: registering the partners of the exchange. */
import type { Actor } from '../../core/actor.ts';
import type { KeyPair } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps, ServiceDeps } from '../../platform/deps.ts';
import type { ExchangeLimits } from '../../platform/exchange-limits.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { LawCache } from '../../platform/law/index.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import { exchangeProblem } from '../problems.ts';
import { faultOfAddress } from './address-wire.ts';
import { NATIONAL, type Partner, type PartnerKey } from './partner.ts';
import { recordPartner, recordStop } from './store.ts';

/** Dependencies of sending and receiving, which serve partners and no callers: key, wake-ups and limits. */
export type ExchangeDeps = ServiceDeps & {
  readonly exchangeKey: KeyPair;
  readonly wake: Queue['wake'];
  readonly wakeAll: Queue['wakeAll'];
  readonly law: () => Promise<LawCache>;
  readonly exchange: ExchangeLimits;
};

/**
 * Registers a partner, or replaces its name, address and keys. A stopped one is sent to again.
 * Without the rules for addresses, as in a command, an address is checked when messages are sent.
 * @throws Problem `partner-code-mismatch`, `partner-address-refused`
 */
export async function registerPartner(
  tx: Tx,
  deps: Deps & { readonly exchange?: Pick<ExchangeLimits, 'partners'> },
  { actor, ...draft }: Omit<Partner, 'registeredAt' | 'stopped'> & { readonly actor: Actor },
): Promise<Partner> {
  const { code, kind, baseUrl } = draft;
  if (code === deps.province || (kind === 'national') !== (code === NATIONAL)) {
    throw exchangeProblem('partner-code-mismatch', { code, kind, pointer: '#/body/code' });
  }
  const rules = deps.exchange?.partners;
  const fault = rules && faultOfAddress(baseUrl, rules);
  if (fault) throw exchangeProblem('partner-address-refused', { baseUrl, fault, pointer: '#/body/baseUrl' });
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
