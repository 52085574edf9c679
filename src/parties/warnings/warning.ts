/** Warnings about doubtful codes and places: the record is registered, and its warnings are stored with it. */
import { DIVISION_PREFIX, fullDivisionCode, isPlace, provinceOf } from '../../core/identifiers/divisions.ts';
import { isOutside } from '../../core/identifiers/province-bounds.ts';
import { checkUscc } from '../../core/identifiers/uscc.ts';
import type { Language } from '../../core/messages/language.ts';
import { type Notice, titlesOf } from '../../core/messages/notice.ts';
import type { Party, Places, Site } from '../party.ts';
import { registerNotice } from './problems.ts';

export type RegisterWarningCode = keyof typeof registerNotice.entries;

const DIVISION_WARNINGS = [
  'division-unverified',
  'division-abolished',
  'division-not-listed',
] as const satisfies readonly RegisterWarningCode[];

/** Codes of the warnings about an organisation. */
export const PARTY_WARNINGS = [
  ...(['uscc-registration', 'uscc-division-unknown', 'uscc-division-differs', 'uscc-body-check-character'] as const),
  ...DIVISION_WARNINGS,
] as const satisfies readonly RegisterWarningCode[];

/** Codes of the warnings about a site. */
export const SITE_WARNINGS = [
  ...DIVISION_WARNINGS,
  'site-outside-province',
] as const satisfies readonly RegisterWarningCode[];

export type PartyWarning = (typeof PARTY_WARNINGS)[number];
export type SiteWarning = (typeof SITE_WARNINGS)[number];

/** Registering department and category of an organisation (GB 32100-2015, tables 1 and 2). */
const REGISTRATION = /^(1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[1239]|A[19]|M[19]|N[1239]|Y1)/;

/** Part of a code that the national registration authority issued. */
const NATIONAL = '100000';

/** Cities whose two parts, districts and counties, have codes of their own (GB/T 2260). */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

/** Lists the warnings about an organisation, by the divisions that are in force. */
export function partyWarnings({ uscc, divisionCode }: Pick<Party, 'uscc' | 'divisionCode'>, places: Places) {
  const found: PartyWarning[] = uscc === null ? [] : usccWarnings(uscc, divisionCode, places);
  return [...found, ...divisionWarnings(divisionCode, places)];
}

/** Lists the warnings about a site, by the divisions that are in force. */
export function siteWarnings(
  { divisionCode, latitude, longitude }: Pick<Site, 'divisionCode' | 'latitude' | 'longitude'>,
  places: Places,
): SiteWarning[] {
  const found = divisionWarnings(divisionCode, places);
  const outside =
    latitude !== null && longitude !== null && isOutside({ latitude, longitude }, provinceOf(divisionCode));
  return outside ? [...found, 'site-outside-province'] : found;
}

function usccWarnings(uscc: string, divisionCode: string, places: Places): PartyWarning[] {
  const found: PartyWarning[] = REGISTRATION.test(uscc) ? [] : ['uscc-registration'];
  const inside = uscc.slice(2, 8);
  if (!isIssuer(inside, places)) found.push('uscc-division-unknown');
  else if (!mayIssueFor(inside, divisionCode)) found.push('uscc-division-differs');
  if (checkUscc(uscc).some(({ code }) => code === 'uscc-body-check-character')) found.push('uscc-body-check-character');
  return found;
}

function isIssuer(code: string, { known, former }: Places): boolean {
  if (code === NATIONAL) return true;
  return DIVISION_PREFIX.test(code) && (known.has(code) || former.has(code) || isPlace(known, code));
}

/** Returns true when an authority of a division may have issued a code for a place: of the same city, or above it. */
function mayIssueFor(issuer: string, divisionCode: string): boolean {
  if (issuer === NATIONAL) return true;
  const isWide = issuer.endsWith('0000') || MUNICIPALITIES.has(provinceOf(issuer));
  return divisionCode.startsWith(issuer.slice(0, isWide ? 2 : 4));
}

function divisionWarnings(divisionCode: string, { known, former }: Places): (typeof DIVISION_WARNINGS)[number][] {
  const full = fullDivisionCode(divisionCode);
  if (known.has(full)) return [];
  if (former.has(full)) return ['division-abolished'];
  const city = divisionCode.slice(0, 4);
  if (!known.has(fullDivisionCode(city))) return ['division-unverified'];
  const hasCounties = known.values().some((other) => other.startsWith(city) && !other.endsWith('00'));
  return [hasCounties ? 'division-not-listed' : 'division-unverified'];
}

/** Words for the values of a filter by warning. */
export const WARNING_FILTER_TERMS = {
  ...titlesOf(registerNotice.entries),
  any: { en: 'some warning', zh: '有任一提示' },
};

/** Returns true for a code of this release; a later one may have stored others. */
export const isRegisterWarning = (code: string): code is RegisterWarningCode => code in registerNotice.entries;

type Warned = { readonly warnings?: readonly string[] };

/** Returns the stored warnings of an organisation, with what their texts show. */
export function partyNotices({ uscc, divisionCode, warnings = [] }: Party & Warned): Notice<PartyWarning>[] {
  const facts = { uscc, divisionCode, usccDivision: uscc?.slice(2, 8), registration: uscc?.slice(0, 2) };
  return noticesOf(PARTY_WARNINGS, warnings, facts);
}

/** Returns the stored warnings of a site, with what their texts show. */
export function siteNotices({
  divisionCode,
  latitude,
  longitude,
  warnings = [],
}: Site & Warned): Notice<SiteWarning>[] {
  return noticesOf(SITE_WARNINGS, warnings, { divisionCode, latitude, longitude, province: provinceOf(divisionCode) });
}

/** Leaves out codes that a later release stored. */
function noticesOf<Code extends RegisterWarningCode>(
  known: readonly Code[],
  stored: readonly string[],
  facts: Notice['facts'],
): Notice<Code>[] {
  return known
    .filter((code) => stored.includes(code))
    .map((code) => ({ code, severity: registerNotice.entries[code].severity, facts }));
}

/** Returns warnings in one language, as answers show them. */
export const warningsIn = <Code extends RegisterWarningCode>(language: Language, notices: readonly Notice<Code>[]) =>
  notices.map((notice) => {
    const { code, severity } = notice;
    return { code, severity, ...registerNotice.text(notice, language) };
  });

/** Returns the field that a warning is about. */
export function fieldOfWarning(code: string): string {
  if (code.startsWith('uscc-')) return 'uscc';
  return code === 'site-outside-province' ? 'latitude' : 'divisionCode';
}
