/** Use cases: enrolling a second factor, and checking its codes. */
import { decrypt, encrypt } from '../keys/encryption.ts';
import { byCode } from '../login/lock-out.ts';
import { countAttempt, lockLogin, recordLockOut } from '../login/service.ts';
import { clearFailedAttempts } from '../login/store.ts';
import { actorOfPerson, recordPersonFact } from '../people/fact-service.ts';
import type { Person } from '../people/person.ts';
import { personProblem } from '../people/problems.ts';
import type { StateDeps } from '../state/service.ts';
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  type SecondFactor,
  secretNameOf,
  type TypedCode,
  typedCode,
} from './second-factor.ts';
import { findSecondFactor, insertSecondFactor, useRecoveryCode, useStep } from './store.ts';
import { stepOfCode } from './totp-adapter.ts';

/** A code as typed by a person. `device`: name of the browser, if the person has logged in there before. */
export type Attempt = { readonly person: Person; readonly typed: string; readonly device: string | undefined };

/**
 * Stores the secret that an application confirmed by a code.
 * @returns the recovery codes, which are shown this once
 * @throws Problem `login-code-wrong`, `login-locked`, `person-blocked`; `login-lapsed` when the person has enrolled or the login
 * has ended in the meantime
 */
export async function enrol(
  deps: StateDeps,
  { person, typed, device, secret }: Attempt & { readonly secret: string },
): Promise<string[]> {
  const counter = byCode(person.id, device);
  await countAttempt(deps, counter);
  const now = deps.clock();
  const code = typedCode(typed);
  const step = code && 'digits' in code ? stepOfCode(secret, code.digits, now) : undefined;
  if (step === undefined) throw personProblem('login-code-wrong');
  const recoveryCodes = newRecoveryCodes();
  const factor: SecondFactor = {
    ...{ personId: person.id, lastStep: step, enrolledAt: now },
    encrypted: encrypt(secret, secretNameOf(person.id), deps.encryptionKey),
    recoveryHashes: recoveryCodes.map((one) => hashOfRecoveryCode(person.id, one)),
  };
  await deps.db.transaction(async (tx) => {
    await lockLogin(tx, deps, person);
    if (!(await insertSecondFactor(tx, factor))) throw personProblem('login-lapsed');
    const fact = { actor: actorOfPerson(person), person, payload: { partyId: person.partyId } };
    await recordPersonFact(tx, deps, { ...fact, kind: 'person.second-factor-enrolled' });
  });
  await clearFailedAttempts(deps.db, counter);
  return recoveryCodes;
}

/**
 * Checks a code of the application, or a recovery code. Each is accepted once.
 * @throws Problem `login-code-wrong`, `login-locked`
 */
export async function checkCode(deps: StateDeps, { person, typed, device }: Attempt): Promise<void> {
  const counter = byCode(person.id, device);
  const failures = await countAttempt(deps, counter);
  const factor = await findSecondFactor(deps.db, person.id);
  if (factor === undefined || !(await isAccepted(deps, { person, factor, code: typedCode(typed) }))) {
    if (failures === counter.max) await recordLockOut(deps, person, { kind: 'person.code-locked', failures });
    throw personProblem('login-code-wrong');
  }
  await clearFailedAttempts(deps.db, counter);
}

type Check = { readonly person: Person; readonly factor: SecondFactor; readonly code: TypedCode };

async function isAccepted(deps: StateDeps, { person, factor, code }: Check): Promise<boolean> {
  if (code === undefined) return false;
  if ('recovery' in code) return takeRecoveryCode(deps, person, code.recovery);
  const secret = decrypt(factor.encrypted, secretNameOf(person.id), deps.encryptionKey);
  const step = secret === undefined ? undefined : stepOfCode(secret, code.digits, deps.clock());
  return step !== undefined && useStep(deps.db, person.id, step);
}

function takeRecoveryCode(deps: StateDeps, person: Person, code: string): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    await lockLogin(tx, deps, person);
    if (!(await useRecoveryCode(tx, person.id, hashOfRecoveryCode(person.id, code)))) return false;
    const fact = { actor: actorOfPerson(person), person, payload: { partyId: person.partyId } };
    await recordPersonFact(tx, deps, { ...fact, kind: 'person.recovery-code-used' });
    return true;
  });
}
