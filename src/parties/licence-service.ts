/** Use cases: finding the licences that permit an activity on a day. */
import type { Tx } from '../platform/database/db.ts';
import { covers, type Licence, type LicenceMode } from './party.ts';
import { partyProblem } from './problems.ts';
import { requireParty } from './service.ts';
import { licenceStateOn } from './status/licence-state.ts';
import { listLicenceChanges, lockLicences } from './status/store.ts';
import { listLicences } from './store.ts';

/** An activity that needs a licence, on the day of the act. */
export type Needed = {
  readonly mode: LicenceMode;
  readonly wasteCode: string;
  readonly on: string;
  readonly pointer?: string;
};

/**
 * Returns the licences that cover a waste code in a mode on a day and are valid on it, oldest first. They are locked:
 * a suspension waits until the transaction ends. With `counting`, licences with an annual scale are locked exclusively,
 * so that concurrent acts count against them one after the other.
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
  if (!first) throw partyProblem('licence-missing', { ...(await holderOf(tx, partyId)), ...needed });
  const isCounted = ({ annualLimitGrams }: Licence) => counting && annualLimitGrams !== null;
  await lockLicences(tx, idsOf(covering.filter(isCounted)), 'no key update');
  await lockLicences(tx, idsOf(covering.filter((one) => !isCounted(one))), 'share');
  const changes = await listLicenceChanges(tx, idsOf(covering));
  const stateOf = ({ id }: Licence) =>
    licenceStateOn(
      changes.filter(({ licenceId }) => licenceId === id),
      on,
    );
  const [oldest, ...others] = covering.filter((one) => stateOf(one) === 'valid');
  if (!oldest) {
    const { number } = first;
    const holder = await holderOf(tx, partyId);
    throw partyProblem('licence-suspended', { ...holder, number, state: stateOf(first), ...needed });
  }
  return [oldest, ...others];
}

/** Returns the oldest of these licences, where any of them will do. @throws Problem `licence-missing`, `licence-suspended` */
export async function requireLicence(tx: Tx, partyId: string, needed: Needed): Promise<Licence> {
  const [oldest] = await requireLicences(tx, partyId, needed);
  return oldest;
}

const idsOf = (some: readonly Licence[]) => some.map(({ id }) => id);

async function holderOf(tx: Tx, partyId: string) {
  const { name } = await requireParty(tx, partyId);
  return { partyId, name };
}
