/** Use cases: registering qualifications, and requiring that an organisation is an external laboratory. */
import type { Actor } from '../../core/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Party } from '../party.ts';
import { requireParty } from '../service.ts';
import { samePhone, shareStem } from './kinship.ts';
import { laboratoryProblem } from './problems.ts';
import { isQualified, type Qualification } from './qualification.ts';
import { insertQualification, listPhones, listQualifications } from './store.ts';

type Draft = Omit<Qualification, 'id' | 'registeredAt'>;

/** Registers a qualification of a laboratory. @throws Problem `party-missing`, `qualification-exists` */
export async function registerQualification(
  tx: Tx,
  deps: Deps,
  { actor, ...draft }: Draft & { readonly actor: Actor },
): Promise<Qualification> {
  await requireParty(tx, draft.partyId, '#/params/id');
  const qualification: Qualification = { ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (!(await insertQualification(tx, qualification))) {
    const { number, validFrom } = qualification;
    throw laboratoryProblem('qualification-exists', { number, validFrom, pointer: '#/body/number' });
  }
  const { registeredAt, ...payload } = qualification;
  const subject = `qualification:${qualification.id}`;
  await record(tx, [fact('qualification.registered', subject, actor, registeredAt, payload)]);
  return qualification;
}

/** A laboratory that an organisation names, and the day of the sample. */
type Needed = {
  readonly laboratoryId: string;
  readonly partyId: string;
  readonly on: string;
  readonly pointer: string;
};

/**
 * Returns the laboratory when it is an external one of the organisation on that day.
 * @throws Problem `party-missing`, `laboratory-not-qualified`, `laboratory-not-independent`
 */
export async function requireLaboratory(tx: Tx, { laboratoryId, partyId, on, pointer }: Needed): Promise<Party> {
  const laboratory = await requireParty(tx, laboratoryId, pointer);
  const { name, uscc } = laboratory;
  if (!isQualified(await listQualifications(tx, laboratoryId), on)) {
    throw laboratoryProblem('laboratory-not-qualified', { name, on, pointer });
  }
  const dependent =
    laboratoryId === partyId ||
    uscc === null ||
    (await isKin(tx, await requireParty(tx, partyId, pointer), laboratory));
  if (dependent) throw laboratoryProblem('laboratory-not-independent', { name, laboratoryId, pointer });
  return laboratory;
}

/** Finds out whether two organisations share the stem of their names, or a telephone number of their contacts or their people. */
async function isKin(tx: Tx, one: Party, other: Party): Promise<boolean> {
  if (shareStem(one.name, other.name)) return true;
  const [ones, others] = await asServiceInAny(tx, 'contacts of two organisations are compared', async () => [
    await listPhones(tx, one.id),
    await listPhones(tx, other.id),
  ]);
  return (ones ?? []).some((phone) => (others ?? []).some((another) => samePhone(phone, another)));
}
