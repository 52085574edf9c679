/**
 * Organisations, their sites and their licences. Records may refer to registered organisations only. Organisations of
 * other provinces are registered when a manifest across the border names them.
 */
import { isPlace } from '../core/identifiers/divisions.ts';
import { partyProblem } from './problems.ts';
import type { PartyState } from './status/party-state.ts';

/** Kinds of site (HJ 519-2020 for collection and transfer points). */
export const SITE_KINDS = [
  'generator',
  'collection_point',
  'transfer_point',
  'recycler',
  'disposer',
  'producer',
] as const;
type SiteKind = (typeof SITE_KINDS)[number];

/** Activities that a licence permits: collection, recycling (storage, use and disposal) or transport. */
export const LICENCE_MODES = ['collection', 'recycling', 'transport'] as const;
export type LicenceMode = (typeof LICENCE_MODES)[number];

/** Unified social credit code (GB 32100-2015), or the reason why natural persons and shops have none. */
export type PartyCode =
  | { readonly uscc: string; readonly usccMissingReason: null }
  | { readonly uscc: null; readonly usccMissingReason: string };

/** The code and the reason as rows and requests have them, each on its own. */
type UncheckedCode = { readonly uscc: string | null; readonly usccMissingReason: string | null };

/**
 * Narrows the code of a row or a request, which the table and the request schema have checked.
 * @throws Error unless it has either a code or a reason
 */
export function withCode<Row extends UncheckedCode>(row: Row): Row & PartyCode {
  const { uscc, usccMissingReason } = row;
  if ((uscc === null) === (usccMissingReason === null)) {
    throw new Error('an organisation has either a code or a reason why it has none');
  }
  return row as Row & PartyCode;
}

/** `Omit` that keeps the members of a union apart. */
export type Without<Noun, Member extends PropertyKey> = Noun extends unknown ? Omit<Noun, Member> : never;

export type Party = PartyCode & {
  readonly id: string;
  readonly name: string;
  /** GB/T 2260 code of the home province, 2 digits. */
  readonly provinceCode: string;
  /** GB/T 2260 code of the city (4 digits) or county (6). */
  readonly divisionCode: string;
  readonly address: string | null;
  /** Current state. Organisations of other provinces are always active here, because their own authority decides. */
  readonly state: PartyState;
  readonly registeredAt: Date;
  /** From 1; rises with every update. */
  readonly version: number;
  /** Codes of the warnings about its code and its place. */
  readonly warnings?: readonly string[];
};

/** Contact person: personal data, not part of the public register. */
export type Contact = { readonly contactName: string | null; readonly contactPhone: string | null };

export type Site = {
  readonly id: string;
  readonly partyId: string;
  readonly kind: SiteKind;
  readonly name: string;
  readonly divisionCode: string;
  readonly address: string | null;
  /** Degrees (CGCS2000), both or neither. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /**
   * Designed capacity in whole grams, and maximum storage time in days. Null: only the legal limits of its kind apply.
   */
  readonly storageLimitGrams: number | null;
  readonly storageLimitDays: number | null;
  readonly registeredAt: Date;
  /** From 1; rises with every update. */
  readonly version: number;
  /** Codes of the warnings about its place. */
  readonly warnings?: readonly string[];
};

export type Licence = {
  readonly id: string;
  readonly partyId: string;
  readonly number: string;
  readonly mode: LicenceMode;
  readonly wasteCodes: readonly string[];
  /** Approved annual scale in grams; null if the licence sets no limit. */
  readonly annualLimitGrams: number | null;
  /** First day of validity, and the first day after its end (half-open). */
  readonly validFrom: string;
  readonly validTo: string;
  readonly issuer: string;
  /** File name and SHA-256 (lower-case hexadecimal) of the licence document, which the authority keeps; both or neither. */
  readonly fileName: string | null;
  readonly fileSha256: string | null;
  readonly registeredAt: Date;
  /** From 1; rises with every update. */
  readonly version: number;
  /** Licence registered before with the same number in another spelling, from times when both were possible. */
  readonly doublesId?: string | null;
};

/** Returns true when a licence covers a waste code in a mode on a day. Later suspensions are not considered. */
export function covers(licence: Licence, mode: LicenceMode, wasteCode: string, on: string): boolean {
  return (
    licence.mode === mode && licence.wasteCodes.includes(wasteCode) && licence.validFrom <= on && on < licence.validTo
  );
}

/**
 * Codes of divisions (GB/T 2260, six digits): `known` are in force on the day, `former` on other days only. `wastes` are all
 * waste codes that were ever in a list.
 */
export type Places = {
  readonly on: string;
  readonly known: ReadonlySet<string>;
  readonly former: ReadonlySet<string>;
  readonly wastes: ReadonlySet<string>;
};

/** @throws Problem `division-unknown` for a code whose city is not in the list of that day */
export function refuseUnknownPlace({ on, known }: Places, divisionCode: string, pointer: string): void {
  if (!isPlace(known, divisionCode)) throw partyProblem('division-unknown', { divisionCode, on, pointer });
}

/**
 * A licence of earlier years may name codes of an earlier list.
 * @throws Problem `waste-code-unknown` for codes that no list ever had
 */
export function refuseUnknownWastes(known: ReadonlySet<string>, codes: readonly string[], pointer: string): void {
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0) throw partyProblem('waste-code-unknown', { codes: unknown, pointer });
}

/** @throws Problem `site-outside-home` for a site outside the home province of its organisation */
export function refuseForeignSite(party: Party, site: Pick<Site, 'divisionCode'>): void {
  if (site.divisionCode.slice(0, 2) !== party.provinceCode) {
    throw partyProblem('site-outside-home', {
      pointer: '#/body/divisionCode',
      divisionCode: site.divisionCode,
      provinceCode: party.provinceCode,
    });
  }
}
