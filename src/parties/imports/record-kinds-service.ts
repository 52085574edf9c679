/** What an import must know of each kind of record: how a row becomes one, when two are the same, where it is kept. */
import type { Reader, Tx } from '../../platform/database/db.ts';
import {
  type Contact,
  type Licence,
  type Party,
  type Places,
  refuseForeignSite,
  refuseUnknownPlace,
  type Site,
} from '../party.ts';
import { plateOf, type Vehicle } from '../vehicles/vehicle.ts';
import { importProblem } from './problems.ts';
import {
  findLicencesLike,
  findPartiesLike,
  findSitesLike,
  findVehiclesLike,
  insertLicences,
  insertParties,
  insertSites,
  insertVehicles,
} from './store.ts';

export type Registered = { readonly id: string; readonly registeredAt: Date };

/** What every row may say: its own id, and whose it is, by code or by id. */
export type Owner = {
  readonly id?: string | undefined;
  readonly partyUscc?: string | undefined;
  readonly partyId?: string | undefined;
};

/** A row whose form is sound, with its line in the file. */
export type Candidate<Row> = { readonly line: number; readonly row: Row };

export type Ledger<Row, Noun> = {
  /** What the journal calls it. */
  readonly noun: string;
  /** Whether it belongs to an organisation. */
  readonly owned: boolean;
  readonly draft: (row: Row, owner: Party | undefined, stamp: Registered) => Noun;
  /** Rules that hold for what is new. @throws Problem */
  readonly refuse: (noun: Noun, places: Places) => void;
  /** Equal for two that cannot both be registered. */
  readonly keyOf: (noun: Noun) => string;
  /** Whether another of the same key may be registered, under an id of its own. */
  readonly mayRepeat: (noun: Noun) => boolean;
  /** What a row says of it. */
  readonly compared: (noun: Noun) => Readonly<Record<string, unknown>>;
  /** Everything registered that could be the same as one of these. */
  readonly findLike: (db: Reader, nouns: readonly Noun[]) => Promise<Noun[]>;
  readonly insert: (tx: Tx, nouns: readonly Noun[]) => Promise<number>;
};

type Said<Noun> = Omit<Noun, 'id' | 'registeredAt' | 'partyId' | 'provinceCode'> & Owner;

export type PartyRow = Said<Party & Contact>;
export type SiteRow = Said<Site>;
export type LicenceRow = Said<Licence>;
export type VehicleRow = Said<Vehicle>;

function idOf(owner: Party | undefined): string {
  if (owner === undefined) throw new Error('what belongs to an organisation was drafted without one');
  return owner.id;
}

function partyDetails({
  uscc,
  usccMissingReason,
  name,
  divisionCode,
  address,
  contactName,
  contactPhone,
}: Party & Contact) {
  return { uscc, usccMissingReason, name, divisionCode, address, contactName, contactPhone };
}

export const PARTY_LEDGER: Ledger<PartyRow, Party & Contact> = {
  noun: 'party',
  owned: false,
  draft: ({ partyUscc: _, partyId: __, ...row }, _owner, stamp) => ({
    ...row,
    ...stamp,
    provinceCode: row.divisionCode.slice(0, 2),
  }),
  refuse: ({ state, divisionCode }, places) => {
    refuseUnknownPlace(places, divisionCode, '#/row/divisionCode');
    if (state === 'registered' || state === 'active') return;
    throw importProblem('party-state-not-importable', { state, pointer: '#/row/state' });
  },
  // Those without a code are the same when everything said of them is.
  keyOf: (party) => party.uscc ?? JSON.stringify(partyDetails(party)),
  mayRepeat: ({ uscc }) => uscc === null,
  // The state has steps of its own and is never moved by an import.
  compared: partyDetails,
  findLike: findPartiesLike,
  insert: insertParties,
};

function siteDetails({ id: _, registeredAt: __, ...site }: Site) {
  return { ...site };
}

/** Fails for a site outside the province of its organisation. */
function draftSite({ partyUscc: _, ...row }: SiteRow, owner: Party | undefined, stamp: Registered): Site {
  if (owner) refuseForeignSite(owner, row);
  return { ...row, ...stamp, partyId: idOf(owner) };
}

export const SITE_LEDGER: Ledger<SiteRow, Site> = {
  noun: 'site',
  owned: true,
  draft: draftSite,
  refuse: ({ divisionCode }, places) => refuseUnknownPlace(places, divisionCode, '#/row/divisionCode'),
  keyOf: ({ partyId, kind, name, divisionCode, address }) =>
    JSON.stringify([partyId, kind, name, divisionCode, address]),
  mayRepeat: () => true,
  compared: siteDetails,
  findLike: findSitesLike,
  insert: insertSites,
};

export const LICENCE_LEDGER: Ledger<LicenceRow, Licence> = {
  noun: 'licence',
  owned: true,
  draft: ({ partyUscc: _, ...row }, owner, stamp) => ({ ...row, ...stamp, partyId: idOf(owner) }),
  refuse: () => undefined,
  keyOf: ({ partyId, number, validFrom }) => JSON.stringify([partyId, number, validFrom]),
  mayRepeat: () => false,
  compared: ({ id: _, registeredAt: __, ...licence }) => ({ ...licence }),
  findLike: findLicencesLike,
  insert: insertLicences,
};

export const VEHICLE_LEDGER: Ledger<VehicleRow, Vehicle> = {
  noun: 'vehicle',
  owned: true,
  draft: ({ partyUscc: _, ...row }, owner, stamp) => ({
    ...row,
    ...stamp,
    plate: plateOf(row.plate),
    partyId: idOf(owner),
  }),
  refuse: () => undefined,
  keyOf: ({ partyId, plate, permitNumber, permitValidFrom }) =>
    JSON.stringify([partyId, plate, permitNumber, permitValidFrom]),
  mayRepeat: () => false,
  compared: ({ id: _, registeredAt: __, ...vehicle }) => ({ ...vehicle }),
  findLike: findVehiclesLike,
  insert: insertVehicles,
};
