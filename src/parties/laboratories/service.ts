/** Use cases: registering and withdrawing qualifications, and requiring that an organisation is an external laboratory. */
import type { Actor } from '../../core/actor.ts';
import { dayOf } from '../../core/calendar.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import type { Party } from '../party.ts';
import { requireParty } from '../service.ts';
import { samePerson, samePhone, shareStem } from './kinship.ts';
import { laboratoryProblem } from './problems.ts';
import { isQualified, type Qualification, refuseWithdrawal } from './qualification.ts';
import {
  insertQualification,
  insertWithdrawal,
  listHeads,
  listPhones,
  listQualifications,
  lockQualification,
} from './store.ts';

type Draft = Omit<Qualification, 'id' | 'registeredAt' | 'withdrawal'>;

/** Registers a qualification of a laboratory. @throws Problem `party-missing`, `qualification-exists` */
export async function registerQualification(
  tx: Tx,
  deps: Deps,
  { actor, ...draft }: Draft & { readonly actor: Actor },
): Promise<Qualification> {
  await requireParty(tx, draft.partyId, '#/params/id');
  const registeredAt = deps.clock();
  const qualification: Qualification = { ...draft, id: deps.newId(), registeredAt, withdrawal: null };
  if (!(await insertQualification(tx, qualification))) {
    const { number, validFrom } = qualification;
    throw laboratoryProblem('qualification-exists', { number, validFrom, pointer: '#/body/number' });
  }
  const { registeredAt: _, withdrawal: __, ...payload } = qualification;
  const subject = `qualification:${qualification.id}`;
  await record(tx, [fact('qualification.registered', subject, actor, registeredAt, payload)]);
  return qualification;
}

type Withdrawing = {
  readonly actor: Actor;
  readonly partyId: string;
  readonly id: string;
  readonly withdrawnOn: string;
  readonly reason: string;
};

/**
 * Ends a qualification early. What its laboratory confirmed on days before stays.
 * @throws Problem `party-missing`, `qualification-missing`, `qualification-withdrawn`, `withdrawal-outside-validity`
 */
export async function withdrawQualification(
  tx: Tx,
  deps: Deps,
  { actor, partyId, id, withdrawnOn, reason }: Withdrawing,
): Promise<Qualification> {
  await requireParty(tx, partyId, '#/params/id');
  const qualification = await lockQualification(tx, partyId, id);
  if (qualification === undefined) {
    throw laboratoryProblem('qualification-missing', { id, pointer: '#/params/qualificationId' });
  }
  refuseWithdrawal(qualification, withdrawnOn);
  const recordedAt = deps.clock();
  const withdrawal = { withdrawnOn, reason, recordedAt };
  await insertWithdrawal(tx, id, withdrawal);
  const payload = { partyId, withdrawnOn, reason };
  await record(tx, [fact('qualification.withdrawn', `qualification:${id}`, actor, recordedAt, payload)]);
  return { ...qualification, withdrawal };
}

/** A laboratory that an organisation names, the instant of the sample, and the day of the act when the laboratory acts. */
type Needed = {
  readonly laboratoryId: string;
  readonly partyId: string;
  readonly sampledAt: Date;
  readonly actedOn?: string;
  readonly pointer: string;
};

/**
 * Returns the laboratory when it is an external one of the organisation on the day of the sample, and since then.
 * @throws Problem `party-missing`, `laboratory-not-qualified`, `laboratory-not-independent`
 */
export async function requireLaboratory(
  tx: Tx,
  { laboratoryId, partyId, sampledAt, actedOn = dayOf(sampledAt), pointer }: Needed,
): Promise<Party> {
  const laboratory = await requireParty(tx, laboratoryId, pointer);
  const { name, uscc } = laboratory;
  const on = dayOf(sampledAt);
  const qualifications = await listQualifications(tx, laboratoryId);
  if (!isQualified(qualifications, on, actedOn)) {
    const day = isQualified(qualifications, on) ? actedOn : on;
    throw laboratoryProblem('laboratory-not-qualified', { name, on: day, pointer });
  }
  if (uscc === null || !(await areIndependent(tx, { partyId, otherId: laboratoryId, since: sampledAt, pointer })))
    throw laboratoryProblem('laboratory-not-independent', { name, laboratoryId, pointer });
  return laboratory;
}

/** Two organisations, and the instant since which their people count. */
type Pair = {
  readonly partyId: string;
  readonly otherId: string;
  readonly since: Date;
  readonly pointer: string;
};

/** Finds out whether two organisations show no sign that one belongs to the other. @throws Problem `party-missing` */
export async function areIndependent(tx: Tx, { partyId, otherId, since, pointer }: Pair): Promise<boolean> {
  if (otherId === partyId) return false;
  const [one, other] = [await requireParty(tx, partyId, pointer), await requireParty(tx, otherId, pointer)];
  return !(await isKin(tx, one, other, since));
}

/**
 * Finds out whether two organisations share the stem of their names, a contact, a manager or a telephone number. Their people count
 * as they were since an instant: one that was changed for the act hides nothing.
 */
async function isKin(tx: Tx, one: Party, other: Party, since: Date): Promise<boolean> {
  if (shareStem(one.name, other.name)) return true;
  const [phones, otherPhones, heads, otherHeads] = await asServiceInAny(
    tx,
    'contacts of two organisations are compared',
    async () =>
      [
        await listPhones(tx, one.id, since),
        await listPhones(tx, other.id, since),
        await listHeads(tx, one.id, since),
        await listHeads(tx, other.id, since),
      ] as const,
  );
  return (
    phones.some((phone) => otherPhones.some((another) => samePhone(phone, another))) ||
    heads.some((name) => otherHeads.some((another) => samePerson(name, another)))
  );
}
