/**
 * Use cases: changing what is registered of organisations, sites, licences and vehicles. Lock order: the organisation, then
 * its record. Acts share the lock of the organisation, so an act and a change take effect in the order of their locks.
 */
import { seesOneOf, type Visibility } from '../../core/access/visibility.ts';
import { provinceOf } from '../../core/identifiers/divisions.ts';
import { plateOf } from '../../core/identifiers/plate.ts';
import { comparedForm } from '../../core/identifiers/spelling.ts';
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import { knownWasteCodes } from '../../platform/law/index.ts';
import {
  type Contact,
  type Licence,
  type Party,
  refuseForeignSite,
  refuseUnknownPlace,
  refuseUnknownWastes,
  type Site,
  withCode,
} from '../party.ts';
import { partyProblem } from '../problems.ts';
import { findSite, placesNow } from '../service.ts';
import { lockLicence } from '../status/store.ts';
import { permitOf, type Vehicle } from '../vehicles/vehicle.ts';
import { partyWarnings, siteWarnings } from '../warnings/warning.ts';
import { codeAfter, narrowedIn } from './change.ts';
import { applyChange, type ChangeDeps, type Changed, type Changing } from './recording-service.ts';
import {
  lockPartyWithContact,
  lockSite,
  lockVehicle,
  raiseVersion,
  updateLicence,
  updateParty,
  updateSite,
  updateVehicle,
  upsertContact,
} from './store.ts';

/** Members that a request gives; undefined ones stay. */
type Given<Registered> = { readonly [Name in keyof Registered]?: Registered[Name] | undefined };

/** A change of one record. `check` throws when members of the changed record contradict each other. */
export type Change<Registered> = Changing & {
  readonly id: string;
  readonly given: Given<Registered>;
  readonly check: (record: object) => void;
};

type PartyMembers = Omit<Party & Contact, 'id' | 'state' | 'registeredAt' | 'version' | 'provinceCode' | 'warnings'>;

const CONTACT: readonly string[] = ['contactName', 'contactPhone'];

/** Returns a record with the given members in place of its own. */
function withGiven<Registered extends object>(record: Registered, given: object): Registered {
  return { ...record, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

/**
 * Locks an organisation that the caller may change.
 * @throws Problem `party-missing`, also for another organisation
 */
async function lockVisible(tx: Tx, visibility: Visibility, id: string): Promise<Party & Contact> {
  const party = await lockPartyWithContact(tx, id);
  if (!party || !seesOneOf(visibility, [party])) throw partyProblem('party-missing', { id, pointer: '#/params/id' });
  return party;
}

/**
 * Changes what is registered of an organisation.
 * @throws Problem `party-missing`, `party-exists`, `division-unknown`, and as `applyChange`
 */
export async function changeParty(
  tx: Tx,
  deps: ChangeDeps,
  { id, given, check, ...changing }: Change<PartyMembers>,
): Promise<Changed<Party & Contact>> {
  const before = await lockVisible(tx, changing.visibility, id);
  const merged = { ...withGiven(before, given), ...codeAfter(before, given) };
  check(merged);
  const coded = withCode({ ...merged, provinceCode: provinceOf(merged.divisionCode) });
  const isDoubtful = coded.uscc !== before.uscc || coded.divisionCode !== before.divisionCode;
  const after = isDoubtful ? { ...coded, warnings: partyWarnings(coded, await placesNow(tx, deps)) } : coded;
  return applyChange(tx, deps, changing, {
    ...{ kind: 'party', partyId: id, before, after },
    holdable: (names) => (after.provinceCode === before.provinceCode ? names : [...names, 'provinceCode']),
    judge: async (names) => {
      if (!names.includes('divisionCode')) return;
      refuseUnknownPlace(await placesNow(tx, deps), after.divisionCode, '#/body/divisionCode');
    },
    write: async (names) => {
      if (names.some((name) => CONTACT.includes(name))) await upsertContact(tx, after);
      if (names.every((name) => CONTACT.includes(name))) {
        await asServiceInAny(tx, 'the version of an organisation rises with its contact', () => raiseVersion(tx, id));
      } else if (!(await updateParty(tx, after))) {
        throw partyProblem('party-exists', { uscc: after.uscc, pointer: '#/body/uscc' });
      }
    },
  });
}

/**
 * Changes what is registered of a site.
 * @throws Problem `site-missing`, `site-outside-home`, `division-unknown`, and as `applyChange`
 */
export async function changeSite(
  tx: Tx,
  deps: ChangeDeps,
  { id, given, check, ...changing }: Change<Site>,
): Promise<Changed<Site>> {
  const missing = () => partyProblem('site-missing', { id, pointer: '#/params/id' });
  const found = await findSite(tx, id);
  const party = found && (await lockPartyWithContact(tx, found.partyId));
  const before = party && (await lockSite(tx, id));
  if (!before || !seesOneOf(changing.visibility, [party])) throw missing();
  const merged = withGiven(before, given);
  check(merged);
  const isMoved = (['divisionCode', 'latitude', 'longitude'] as const).some((name) => merged[name] !== before[name]);
  const after = isMoved ? { ...merged, warnings: siteWarnings(merged, await placesNow(tx, deps)) } : merged;
  return applyChange(tx, deps, changing, {
    ...{ kind: 'site', partyId: before.partyId, before, after },
    judge: async (names) => {
      if (!names.includes('divisionCode')) return;
      refuseForeignSite(party, after);
      refuseUnknownPlace(await placesNow(tx, deps), after.divisionCode, '#/body/divisionCode');
    },
    write: () => updateSite(tx, after),
  });
}

/** A change of a record that is found under its organisation. */
type OwnedChange<Registered> = Change<Registered> & { readonly partyId: string };

/**
 * Changes what is registered of a licence. One under which loads were accepted may only cover more than before.
 * @throws Problem `party-missing`, `licence-unknown`, `licence-exists`, `waste-code-unknown`, and as `applyChange`
 */
export async function changeLicence(
  tx: Tx,
  deps: ChangeDeps,
  { id, partyId, given, check, ...changing }: OwnedChange<Licence>,
): Promise<Changed<Licence>> {
  await lockVisible(tx, changing.visibility, partyId);
  const before = await lockLicence(tx, id, partyId);
  if (!before) throw partyProblem('licence-unknown', { id, pointer: '#/params/licenceId' });
  const merged = withGiven<Licence>(before, given);
  check(merged);
  const renamed = comparedForm(merged.number) !== comparedForm(before.number) || merged.validFrom !== before.validFrom;
  const after = renamed ? { ...merged, doublesId: null } : merged;
  return applyChange<Licence>(tx, deps, changing, {
    ...{ kind: 'licence', partyId, before, after },
    holdable: (names, dependants) => narrowedIn(before, after, names, dependants),
    judge: async (names) => {
      if (names.includes('wasteCodes')) {
        refuseUnknownWastes(await knownWasteCodes(tx), after.wasteCodes, '#/body/wasteCodes');
      }
    },
    write: async () => {
      if (await updateLicence(tx, after)) return;
      const { number, validFrom } = after;
      throw partyProblem('licence-exists', { number, validFrom, pointer: '#/body/number' });
    },
  });
}

/**
 * Changes what is registered of a vehicle and its permit.
 * @throws Problem `vehicle-missing`, `vehicle-exists`, and as `applyChange`
 */
export async function changeVehicle(
  tx: Tx,
  deps: ChangeDeps,
  { id, partyId, given, check, ...changing }: OwnedChange<Vehicle>,
): Promise<Changed<Vehicle>> {
  const missing = () => partyProblem('vehicle-missing', { id, pointer: '#/params/vehicleId' });
  const party = await lockPartyWithContact(tx, partyId);
  if (!party || !seesOneOf(changing.visibility, [party])) throw missing();
  const before = await lockVehicle(tx, id, partyId);
  if (!before) throw missing();
  const merged = withGiven(before, given);
  check(merged);
  const written = { ...merged, plate: plateOf(merged.plate) };
  const after = permitOf(written) === permitOf(before) ? written : { ...written, doublesId: null };
  return applyChange(tx, deps, changing, {
    ...{ kind: 'vehicle', partyId, before, after },
    write: async () => {
      if (await updateVehicle(tx, after)) return;
      const { plate, permitNumber, permitValidFrom } = after;
      throw partyProblem('vehicle-exists', { plate, permitNumber, permitValidFrom, pointer: '#/body/plate' });
    },
  });
}
