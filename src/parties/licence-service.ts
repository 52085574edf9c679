/** Use cases: which licence lets an organisation do something on a day. */
import type { Tx } from '../platform/database/db.ts';
import { covers, type Licence, type LicenceMode } from './party.ts';
import { partyProblem } from './problems.ts';
import { licenceStateOn } from './status/licence-state.ts';
import { holdLicences, listLicenceChanges } from './status/store.ts';
import { listLicences } from './store.ts';

/** What is to be done, on the day of the act. */
export type Needed = {
  readonly mode: LicenceMode;
  readonly wasteCode: string;
  readonly on: string;
  readonly pointer?: string;
};

/**
 * The licences that cover a waste code in a mode on a day and are neither suspended nor revoked on it, oldest first. They
 * stay so until the transaction ends: a suspension waits. With `counting` those that have an annual scale are held
 * alone, so that who counts against them at the same time waits too.
 * @throws Problem `licence-missing`, `licence-suspended`
 */
export async function requireLicences(
  tx: Tx,
  partyId: string,
  needed: Needed,
  { counting = false }: { readonly counting?: boolean } = {},
): Promise<readonly [Licence, ...Licence[]]> {
  const { mode, wasteCode, on } = needed;
  const covering = (await listLicences(tx, partyId)).filter((one) => covers(one, mode, wasteCode, on));
  const [first] = covering;
  if (!first) throw partyProblem('licence-missing', { partyId, ...needed });
  const idsOf = (alone: boolean) =>
    covering.filter((one) => (counting && one.annualLimitGrams !== null) === alone).map(({ id }) => id);
  await holdLicences(tx, idsOf(true), 'no key update');
  await holdLicences(tx, idsOf(false), 'share');
  const changes = await listLicenceChanges(
    tx,
    covering.map(({ id }) => id),
  );
  const stateOf = ({ id }: Licence) =>
    licenceStateOn(
      changes.filter(({ licenceId }) => licenceId === id),
      on,
    );
  const [oldest, ...others] = covering.filter((one) => stateOf(one) === 'valid');
  if (!oldest) {
    throw partyProblem('licence-suspended', { partyId, number: first.number, state: stateOf(first), ...needed });
  }
  return [oldest, ...others];
}

/** One of them, where it does not matter which: the oldest. @throws Problem `licence-missing`, `licence-suspended` */
export async function requireLicence(tx: Tx, partyId: string, needed: Needed): Promise<Licence> {
  const [oldest] = await requireLicences(tx, partyId, needed);
  return oldest;
}
