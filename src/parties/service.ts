/** Use cases: registering who may appear on records. */
import { seesOneOf, type Visibility } from '../core/access/visibility.ts';
import type { Actor } from '../core/actor.ts';
import { dayOf } from '../core/calendar.ts';
import type { Reader, Tx } from '../platform/database/db.ts';
import type { Deps } from '../platform/deps.ts';
import { fact, record } from '../platform/journal/index.ts';
import { divisionCodesOn } from '../platform/law/index.ts';
import {
  type Contact,
  type Licence,
  type Party,
  type Places,
  refuseForeignSite,
  refuseUnknownPlace,
  type Site,
} from './party.ts';
import { partyProblem } from './problems.ts';
import type { PartyState } from './status/party-state.ts';
import {
  findParty,
  findPartyByUscc,
  findSite,
  findSiteOf,
  insertLicence,
  insertParty,
  insertSite,
  listSitesOf,
} from './store.ts';

type Registered<Noun> = Omit<Noun, 'id' | 'registeredAt'>;

/** Registered as active unless a review is to come first. */
export type PartyDraft = Omit<Registered<Party>, 'state'> & Contact & { readonly state?: PartyState };

const NO_PLACE = { latitude: null, longitude: null, storageLimitGrams: null, storageLimitDays: null };
export type SiteDraft = Omit<Registered<Site>, keyof typeof NO_PLACE> & Partial<Pick<Site, keyof typeof NO_PLACE>>;

const NO_FILE = { fileName: null, fileSha256: null };
export type LicenceDraft = Omit<Registered<Licence>, keyof typeof NO_FILE> &
  Partial<Pick<Licence, keyof typeof NO_FILE>>;

type By = { readonly actor: Actor };

const ACTIVE = { state: 'active' } as const;

/** The divisions that are known today. */
export async function placesNow(db: Reader, { clock }: Pick<Deps, 'clock'>): Promise<Places> {
  const on = dayOf(clock());
  return { on, known: await divisionCodesOn(db, on) };
}

/** @throws Problem `party-exists`, `division-unknown` */
export async function registerParty(tx: Tx, deps: Deps, { actor }: By, draft: PartyDraft): Promise<Party> {
  refuseUnknownPlace(await placesNow(tx, deps), draft.divisionCode, '#/body/divisionCode');
  const party = { ...ACTIVE, ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (!(await insertParty(tx, party))) {
    throw partyProblem('party-exists', { uscc: party.uscc, pointer: '#/body/uscc' });
  }
  await announce(tx, actor, 'party.registered', `party:${party.id}`, party);
  return party;
}

/**
 * The organisation of a code, registered from what another authority says of it when it is not known here.
 * What is known here is never overwritten.
 */
export async function adoptParty(tx: Tx, deps: Deps, by: By, draft: PartyDraft & { uscc: string }): Promise<Party> {
  const known = await findPartyByUscc(tx, draft.uscc);
  if (known) return known;
  const party = { ...ACTIVE, ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (await insertParty(tx, party)) {
    await announce(tx, by.actor, 'party.registered', `party:${party.id}`, party);
    return party;
  }
  const other = await findPartyByUscc(tx, draft.uscc);
  if (!other) throw new Error(`the organisation ${draft.uscc} was registered by another transaction and is gone`);
  return other;
}

/** @throws Problem `party-missing`, `site-outside-home`, `division-unknown` */
export async function registerSite(tx: Tx, deps: Deps, { actor }: By, draft: SiteDraft): Promise<Site> {
  const party = await requireParty(tx, draft.partyId);
  refuseForeignSite(party, draft);
  refuseUnknownPlace(await placesNow(tx, deps), draft.divisionCode, '#/body/divisionCode');
  const site: Site = { ...NO_PLACE, ...draft, id: deps.newId(), registeredAt: deps.clock() };
  await insertSite(tx, site);
  await announce(tx, actor, 'site.registered', `site:${site.id}`, site);
  return site;
}

/** @throws Problem `party-missing`, `licence-exists` */
export async function registerLicence(tx: Tx, deps: Deps, { actor }: By, draft: LicenceDraft): Promise<Licence> {
  await requireParty(tx, draft.partyId);
  const licence: Licence = { ...NO_FILE, ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (!(await insertLicence(tx, licence))) {
    throw partyProblem('licence-exists', { number: licence.number, validFrom: licence.validFrom });
  }
  await announce(tx, actor, 'licence.registered', `licence:${licence.id}`, licence);
  return licence;
}

/** @throws Problem `party-missing` */
export async function requireParty(db: Reader, id: string, pointer?: string): Promise<Party> {
  const party = await findParty(db, id);
  if (!party) throw partyProblem('party-missing', pointer === undefined ? { id } : { id, pointer });
  return party;
}

/**
 * An organisation whose inner affairs the asker may see; the register itself is open to all who may read it.
 * @throws Problem `party-missing`
 */
export async function requireSeenParty(db: Reader, visibility: Visibility, id: string): Promise<Party> {
  const party = await requireParty(db, id, '#/params/id');
  if (!seesOneOf(visibility, [party])) throw partyProblem('party-missing', { id, pointer: '#/params/id' });
  return party;
}

/** A site of the party; a site of another party does not exist. @throws Problem `site-missing` */
export async function requireSite(db: Reader, id: string, partyId: string, pointer?: string): Promise<Site> {
  const site = await findSiteOf(db, id, partyId);
  if (!site) throw partyProblem('site-missing', pointer === undefined ? { id } : { id, pointer });
  return site;
}

export { findParty, findPartyByUscc, findSite, listSitesOf };

async function announce(
  tx: Tx,
  actor: Actor,
  kind: string,
  subject: string,
  noun: Party | Site | Licence,
): Promise<void> {
  const { registeredAt: at, ...payload } = noun;
  await record(tx, [fact(kind, subject, actor, at, payload)]);
}
