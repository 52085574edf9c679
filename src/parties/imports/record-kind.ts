/** Kinds of records in an import: how a row becomes a record, and when two records are duplicates. */
import { comparedForm } from '../../core/identifiers/spelling.ts';
import type { Notice } from '../../core/messages/notice.ts';
import {
  type Contact,
  type Licence,
  type Party,
  type Places,
  refuseForeignSite,
  refuseUnknownPlace,
  refuseUnknownWastes,
  type Site,
  type Without,
} from '../party.ts';
import { type Vehicle, type VehicleNoticeCode, vehicleNoticesOf } from '../vehicles/vehicle.ts';
import {
  partyNotices,
  partyWarnings,
  type RegisterWarningCode,
  siteNotices,
  siteWarnings,
} from '../warnings/warning.ts';
import type { ImportKind } from './columns.ts';
import { importProblem } from './problems.ts';

export type Registered = { readonly id: string; readonly registeredAt: Date; readonly version: number };

/** Optional fields of every row: its own id, and its organisation by code or by id. */
export type Owner = {
  readonly id?: string | undefined;
  readonly partyUscc?: string | undefined;
  readonly partyId?: string | undefined;
};

type RowOf<Noun> = Without<Noun, 'id' | 'registeredAt' | 'version' | 'partyId' | 'provinceCode' | 'warnings'> & Owner;

/** A warning about a row, which is registered nevertheless. */
export type RowNotice = Notice<RegisterWarningCode | VehicleNoticeCode>;

/** Record types by kind, with the row types of a file. */
export type Nouns = { parties: Party & Contact; sites: Site; licences: Licence; vehicles: Vehicle };
export type Rows = { [Kind in ImportKind]: RowOf<Nouns[Kind]> };

/** A row of valid form, with its line in the file. */
export type Candidate<Row> = { readonly line: number; readonly row: Row };

export type RecordKind<Row, Noun> = {
  /** Name of the kind in the journal. */
  readonly noun: 'party' | 'site' | 'licence' | 'vehicle';
  /** True when the record belongs to an organisation. */
  readonly owned: boolean;
  readonly draft: (row: Row, owner: Party | undefined, stamp: Registered) => Noun;
  /** Checks the rules for new records. @throws Problem */
  readonly refuse: (noun: Noun, places: Places) => void;
  /** Returns the new record with the codes of its warnings, if they are stored with it. */
  readonly warn: (noun: Noun, places: Places) => Noun;
  /** Lists the warnings about a new record. */
  readonly notices: (noun: Noun) => readonly RowNotice[];
  /** Returns a key that is equal for duplicates: only one of them can be registered. */
  readonly keyOf: (noun: Noun) => string;
  /** True when another record with the same key may be registered under an id of its own. */
  readonly mayRepeat: (noun: Noun) => boolean;
  /** Fields in which a row must agree with the registered record. */
  readonly compared: (noun: Noun) => Readonly<Record<string, unknown>>;
};

function idOf(owner: Party | undefined): string {
  if (owner === undefined) throw new Error('a record of an organisation was drafted without its organisation');
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

/** Fields of which another spelling is no difference. */
const SPELLED = new Set(['name', 'address', 'issuer', 'contactName', 'number', 'permitNumber']);

function inComparedForm(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const compared = ([name, value]: [string, unknown]) => {
    return [name, typeof value === 'string' && SPELLED.has(name) ? comparedForm(value) : value];
  };
  return Object.fromEntries(Object.entries(fields).map(compared));
}

/** @throws Problem `site-outside-home` */
function draftSite({ partyUscc: _, ...row }: Rows['sites'], owner: Party | undefined, stamp: Registered): Site {
  if (owner) refuseForeignSite(owner, row);
  return { ...row, ...stamp, partyId: idOf(owner) };
}

export const RECORD_KINDS: { readonly [Kind in ImportKind]: RecordKind<Rows[Kind], Nouns[Kind]> } = {
  parties: {
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
    warn: (party, places) => ({ ...party, warnings: partyWarnings(party, places) }),
    notices: partyNotices,
    // Without a code, two organisations are duplicates if all their fields agree.
    keyOf: (party) => party.uscc ?? JSON.stringify(inComparedForm(partyDetails(party))),
    mayRepeat: ({ uscc }) => uscc === null,
    // The state is not compared: only the steps of the authority change it.
    compared: (party) => inComparedForm(partyDetails(party)),
  },
  sites: {
    noun: 'site',
    owned: true,
    draft: draftSite,
    refuse: ({ divisionCode }, places) => refuseUnknownPlace(places, divisionCode, '#/row/divisionCode'),
    warn: (site, places) => ({ ...site, warnings: siteWarnings(site, places) }),
    notices: siteNotices,
    keyOf: ({ partyId, kind, name, divisionCode, address }) =>
      JSON.stringify([partyId, kind, comparedForm(name), divisionCode, comparedForm(address ?? '')]),
    mayRepeat: () => true,
    compared: ({ id: _, registeredAt: __, version: ___, warnings: ____, ...site }) => inComparedForm(site),
  },
  licences: {
    noun: 'licence',
    owned: true,
    draft: ({ partyUscc: _, ...row }, owner, stamp) => ({ ...row, ...stamp, partyId: idOf(owner) }),
    refuse: ({ wasteCodes }, { wastes }) => refuseUnknownWastes(wastes, wasteCodes, '#/row/wasteCodes'),
    warn: (licence) => licence,
    notices: () => [],
    keyOf: ({ partyId, number, validFrom }) => JSON.stringify([partyId, comparedForm(number), validFrom]),
    mayRepeat: () => false,
    compared: ({ id: _, registeredAt: __, version: ___, ...licence }) => inComparedForm(licence),
  },
  vehicles: {
    noun: 'vehicle',
    owned: true,
    draft: ({ partyUscc: _, ...row }, owner, stamp) => ({
      ...row,
      ...stamp,
      partyId: idOf(owner),
    }),
    refuse: () => undefined,
    warn: (vehicle) => vehicle,
    notices: vehicleNoticesOf,
    keyOf: ({ partyId, plate, permitNumber, permitValidFrom }) =>
      JSON.stringify([partyId, plate, comparedForm(permitNumber), permitValidFrom]),
    mayRepeat: () => false,
    compared: ({ id: _, registeredAt: __, version: ___, ...vehicle }) => inComparedForm(vehicle),
  },
};
