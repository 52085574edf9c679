/** Use cases: a person allows an application to act in the own name, and the answer is remembered. */
import { readHistory } from '../clients/registrant-store.ts';
import { actorOfPerson, recordPersonFact } from '../people/fact-service.ts';
import { type Person, shownName } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import { findPerson } from '../people/store.ts';
import { hashOfName, keepState, type Payload, readState, type StateDeps } from '../state/service.ts';
import { type Allowed, type Asking, CONSENT_SECONDS, covers, nameOfConsent } from './consent.ts';
import { ALLOWED, FIRST_VERSION, type Login, type LoginResult, versionOf } from './login.ts';
import { lockLogin } from './service.ts';

const MODEL = 'Consent';

type Kept = Payload & Allowed;

/** Reads whether the person has allowed the application all that it asks. */
export async function isAllowed(deps: StateDeps, person: Person, asking: Asking): Promise<boolean> {
  const kept = await readState<Kept>(deps, MODEL, { id: hashOfName(MODEL, nameOfConsent(asking)) });
  return kept !== undefined && covers(kept, asking, versionOf(person));
}

/**
 * Finds the person whom an application needs the consent of, and who is still logged in.
 * @throws Problem `login-lapsed`
 */
async function findAsked(deps: StateDeps, { asks, accountId, version = FIRST_VERSION }: Login): Promise<Person> {
  const person = asks === undefined || accountId === undefined ? undefined : await findPerson(deps.db, accountId);
  if (person === undefined || version !== versionOf(person)) throw personProblem('login-lapsed');
  return person;
}

/** Finds the facts by which the person decides about an application. @throws Problem `login-lapsed` */
export async function findFacts(deps: StateDeps, login: Login) {
  const person = shownName(await findAsked(deps, login));
  return { person, history: await readHistory(deps.db, login.clientId), scopes: login.asks ?? [] };
}

/**
 * Remembers that the person allows an application exactly what the page showed, and the address that it showed. An answer for
 * a device holds for that device only.
 * @throws Problem `login-lapsed`, `person-blocked`
 */
export async function allowApplication(deps: StateDeps, login: Login): Promise<LoginResult> {
  const asked = await findAsked(deps, login);
  const { clientId, redirectUri, asks: scopes = [] } = login;
  const person = await deps.db.transaction(async (tx) => {
    const locked = await lockLogin(tx, deps, asked);
    // A device has a fact of its own.
    if (redirectUri === undefined) return locked;
    const payload = { partyId: locked.partyId, clientId, redirectUri, scopes };
    const fact = { actor: actorOfPerson(locked), person: locked, payload };
    await recordPersonFact(tx, deps, { ...fact, kind: 'person.application-allowed' });
    return locked;
  });
  if (redirectUri === undefined) return ALLOWED;
  const name = nameOfConsent({ personId: person.id, clientId, redirectUri });
  const allowed: Kept = { accountId: person.id, scopes, version: versionOf(person) };
  await keepState(deps, { model: MODEL, name, seconds: CONSENT_SECONDS }, allowed);
  return ALLOWED;
}
