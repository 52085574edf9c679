/** Use cases: registering organisations, their sites and their licences. */
import { seesOneOf, type Visibility } from '../core/access/visibility.ts';
import type { Actor } from '../core/actor.ts';
import { dayOf } from '../core/calendar.ts';
import { lineOf } from '../core/free-text.ts';
import type { Reader, Tx } from '../platform/database/db.ts';
import type { Deps } from '../platform/deps.ts';
import { divisionCodesOn, knownWasteCodes, otherDivisionCodes } from '../platform/law/index.ts';
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
} from './party.ts';
import { partyProblem } from './problems.ts';
import { recordRegistrations } from './registration-service.ts';
import type { PartyState } from './status/party-state.ts';
import {
  findParty,
  findPartyByUscc,
  findSite,
  findSiteOf,
  insertLicence,
  insertParty,
  insertSite,
  listLicences,
  listSitesOf,
  replaceForeignParty,
} from './store.ts';
import { partyWarnings, siteWarnings } from './warnings/warning.ts';

type Registered<Noun> = Without<Noun, 'id' | 'registeredAt' | 'version' | 'warnings'>;

/** An organisation to register. Its state is `active` unless the draft says otherwise. */
export type PartyDraft = Without<Registered<Party>, 'state'> & Contact & { readonly state?: PartyState };

const NO_PLACE = { latitude: null, longitude: null, storageLimitGrams: null, storageLimitDays: null };
export type SiteDraft = Omit<Registered<Site>, keyof typeof NO_PLACE> & Partial<Pick<Site, keyof typeof NO_PLACE>>;

const NO_FILE = { fileName: null, fileSha256: null };
export type LicenceDraft = Omit<Registered<Licence>, keyof typeof NO_FILE> &
  Partial<Pick<Licence, keyof typeof NO_FILE>>;

type By = { readonly actor: Actor };

const ACTIVE = { state: 'active' } as const;
const FIRST = { version: 1 } as const;

/** Reads the divisions in force today, and those of other days. */
export async function placesNow(db: Reader, { clock }: Pick<Deps, 'clock'>): Promise<Places> {
  const on = dayOf(clock());
  const known = await divisionCodesOn(db, on);
  return { on, known, former: await otherDivisionCodes(db, on), wastes: await knownWasteCodes(db) };
}

/**
 * Registers an organisation. One of this province may be known already as one of another province, because a manifest
 * from there named it. The registration then replaces what was said of it.
 * @throws Problem `party-exists`, `division-unknown`
 */
export async function registerParty(tx: Tx, deps: Deps, { actor, ...draft }: PartyDraft & By): Promise<Party> {
  const places = await placesNow(tx, deps);
  refuseUnknownPlace(places, draft.divisionCode, '#/body/divisionCode');
  const stamp = { id: deps.newId(), registeredAt: deps.clock(), warnings: partyWarnings(draft, places) };
  const party = { ...ACTIVE, ...FIRST, ...draft, ...stamp };
  if (await insertParty(tx, party)) {
    await recordRegistrations(tx, 'party', [party], actor);
    return party;
  }
  const kept = party.provinceCode === deps.province ? await replaceForeignParty(tx, party) : undefined;
  if (kept === undefined) throw partyProblem('party-exists', { uscc: party.uscc, pointer: '#/body/uscc' });
  const replaced = { ...party, ...kept };
  await recordRegistrations(tx, 'party', [replaced], actor);
  return replaced;
}

/**
 * Returns the organisation with a code. If it is unknown here, registers it with what another authority sent, its name in
 * our spelling: what was signed stays as it is, and the register is ours. Never overwrites a registered organisation.
 */
export async function adoptParty(
  tx: Tx,
  deps: Deps,
  { actor, ...draft }: PartyDraft & { readonly uscc: string } & By,
): Promise<Party> {
  const known = await findPartyByUscc(tx, draft.uscc);
  if (known) return known;
  const name = lineOf(draft.name).replace(/[\s\u2028\u2029]+/g, ' ');
  const warnings = partyWarnings(draft, await placesNow(tx, deps));
  const party = { ...ACTIVE, ...FIRST, ...draft, name, warnings, id: deps.newId(), registeredAt: deps.clock() };
  if (await insertParty(tx, party)) {
    await recordRegistrations(tx, 'party', [party], actor);
    return party;
  }
  const other = await findPartyByUscc(tx, draft.uscc);
  if (!other) throw new Error(`the organisation ${draft.uscc} was registered by another transaction and is gone`);
  return other;
}

/** Registers a site of an organisation. @throws Problem `party-missing`, `site-outside-home`, `division-unknown` */
export async function registerSite(tx: Tx, deps: Deps, { actor, ...draft }: SiteDraft & By): Promise<Site> {
  const party = await requireParty(tx, draft.partyId);
  const places = await placesNow(tx, deps);
  refuseForeignSite(party, draft);
  refuseUnknownPlace(places, draft.divisionCode, '#/body/divisionCode');
  const placed = { ...NO_PLACE, ...draft };
  const stamp = { id: deps.newId(), registeredAt: deps.clock(), warnings: siteWarnings(placed, places) };
  const site: Site = { ...placed, ...FIRST, ...stamp };
  await insertSite(tx, site);
  await recordRegistrations(tx, 'site', [site], actor);
  return site;
}

/** Registers a licence of an organisation. @throws Problem `party-missing`, `licence-exists`, `waste-code-unknown` */
export async function registerLicence(tx: Tx, deps: Deps, { actor, ...draft }: LicenceDraft & By): Promise<Licence> {
  await requireParty(tx, draft.partyId);
  refuseUnknownWastes(await knownWasteCodes(tx), draft.wasteCodes, '#/body/wasteCodes');
  const licence: Licence = { ...NO_FILE, ...FIRST, ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (!(await insertLicence(tx, licence))) {
    throw partyProblem('licence-exists', { number: licence.number, validFrom: licence.validFrom });
  }
  await recordRegistrations(tx, 'licence', [licence], actor);
  return licence;
}

/** Returns an organisation of the register. @throws Problem `party-missing` */
export async function requireParty(db: Reader, id: string, pointer?: string): Promise<Party> {
  const party = await findParty(db, id);
  if (!party) throw partyProblem('party-missing', pointer === undefined ? { id } : { id, pointer });
  return party;
}

/**
 * Returns an organisation whose internal records the caller may see. The register itself is open to all its readers.
 * @throws Problem `party-missing`
 */
export async function requireVisibleParty(db: Reader, visibility: Visibility, id: string): Promise<Party> {
  const party = await requireParty(db, id, '#/params/id');
  if (!seesOneOf(visibility, [party])) throw partyProblem('party-missing', { id, pointer: '#/params/id' });
  return party;
}

/** Returns a site of the organisation; sites of others count as missing. @throws Problem `site-missing` */
export async function requireSite(db: Reader, id: string, partyId: string, pointer?: string): Promise<Site> {
  const site = await findSiteOf(db, id, partyId);
  if (!site) throw partyProblem('site-missing', pointer === undefined ? { id } : { id, pointer });
  return site;
}

export { findPartyByUscc, findSite, listLicences, listSitesOf };

/** Refuses waste codes that no list ever had. @throws Problem `waste-code-unknown` */
export async function refuseUnknownWasteCodes(db: Reader, codes: readonly string[], pointer: string): Promise<void> {
  refuseUnknownWastes(await knownWasteCodes(db), codes, pointer);
}
