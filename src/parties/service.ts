/** Use cases: registering who may appear on records. */
import type { Actor } from '../core/actor.ts';
import { Problem } from '../core/problem.ts';
import type { Reader, Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { record } from '../platform/journal/index.ts';
import { covers, type Licence, type LicenceMode, type Party, refuseForeignSite, type Site } from './party.ts';
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
} from './store.ts';

type Registered<Noun> = Omit<Noun, 'id' | 'registeredAt'>;
type By = { readonly actor: Actor };

/** @throws Problem `party-exists` */
export async function registerParty(tx: Tx, deps: Deps, { actor }: By, draft: Registered<Party>): Promise<Party> {
  const party = { ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (!(await insertParty(tx, party))) {
    throw new Problem('party-exists', { uscc: party.uscc, pointer: '#/body/uscc' });
  }
  await announce(tx, actor, 'party.registered', `party:${party.id}`, party);
  return party;
}

/**
 * The organisation of a code, registered from what another authority says of it when it is not known here.
 * What is known here is never overwritten.
 */
export async function adoptParty(
  tx: Tx,
  deps: Deps,
  by: By,
  draft: Registered<Party> & { uscc: string },
): Promise<Party> {
  const known = await findPartyByUscc(tx, draft.uscc);
  if (known) return known;
  const party = { ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (await insertParty(tx, party)) {
    await announce(tx, by.actor, 'party.registered', `party:${party.id}`, party);
    return party;
  }
  const other = await findPartyByUscc(tx, draft.uscc);
  if (!other) throw new Error(`the organisation ${draft.uscc} was registered by another transaction and is gone`);
  return other;
}

/** @throws Problem `party-missing`, `site-outside-home` */
export async function registerSite(tx: Tx, deps: Deps, { actor }: By, draft: Registered<Site>): Promise<Site> {
  const party = await requireParty(tx, draft.partyId);
  refuseForeignSite(party, draft);
  const site = { ...draft, id: deps.newId(), registeredAt: deps.clock() };
  await insertSite(tx, site);
  await announce(tx, actor, 'site.registered', `site:${site.id}`, site);
  return site;
}

/** @throws Problem `party-missing`, `licence-exists` */
export async function registerLicence(tx: Tx, deps: Deps, { actor }: By, draft: Registered<Licence>): Promise<Licence> {
  await requireParty(tx, draft.partyId);
  const licence = { ...draft, id: deps.newId(), registeredAt: deps.clock() };
  if (!(await insertLicence(tx, licence))) {
    throw new Problem('licence-exists', { number: licence.number, validFrom: licence.validFrom });
  }
  await announce(tx, actor, 'licence.registered', `licence:${licence.id}`, licence);
  return licence;
}

/** @throws Problem `party-missing` */
export async function requireParty(db: Reader, id: string, pointer?: string): Promise<Party> {
  const party = await findParty(db, id);
  if (!party) throw new Problem('party-missing', pointer === undefined ? { id } : { id, pointer });
  return party;
}

/** A site of the party; a site of another party does not exist. @throws Problem `site-missing` */
export async function requireSite(db: Reader, id: string, partyId: string, pointer?: string): Promise<Site> {
  const site = await findSiteOf(db, id, partyId);
  if (!site) throw new Problem('site-missing', pointer === undefined ? { id } : { id, pointer });
  return site;
}

/** A licence that covers a waste code in a mode on a day. @throws Problem `licence-missing` */
export async function requireLicence(
  db: Reader,
  partyId: string,
  needed: { readonly mode: LicenceMode; readonly wasteCode: string; readonly on: string; readonly pointer?: string },
): Promise<Licence> {
  const { mode, wasteCode, on } = needed;
  const licence = (await listLicences(db, partyId)).find((one) => covers(one, mode, wasteCode, on));
  if (!licence) throw new Problem('licence-missing', { partyId, ...needed });
  return licence;
}

export { findParty, findPartyByUscc, findSite, listSitesOf };

async function announce(
  tx: Tx,
  actor: Actor,
  kind: string,
  subject: string,
  noun: Party | Site | Licence,
): Promise<void> {
  const at = noun.registeredAt;
  const { registeredAt: _, ...payload } = noun;
  await record(tx, [{ kind, subject, actor, occurredAt: at, recordedAt: at, version: 1, payload }]);
}
