/**
 * Use case: the brake on guessing from many addresses. Strangers use up the attempts that all unknown addresses share; then
 * each further address gets a turn of its own, a few seconds or minutes later, which no other address can use up.
 */
import type { Db } from '../../platform/database/db.ts';
import { personProblem } from '../people/problems.ts';
import { byLogin, LOCK_OUT_MS, stepMs, turnOf, turnsOf, waitSeconds } from './lock-out.ts';
import { countFailedAttempt, findTurn, insertTurn, useTurn } from './store.ts';

type TurnDeps = { readonly db: Db; readonly clock: () => Date };

/**
 * Counts an attempt from an unknown address with those that all share, or else with the turn of the address.
 * @returns the key of the counter that counted it
 * @throws Problem `login-locked`
 */
export async function takeTurn({ db, clock }: TurnDeps, login: string, address: string): Promise<string> {
  const now = clock();
  const shared = byLogin(login);
  const counted = await countFailedAttempt(db, shared, now);
  if (typeof counted === 'number') return shared.key;
  const key = turnOf(login, address);
  if (await useTurn(db, key, now)) return key;
  const comesAt = await findTurn(db, key);
  const comesInMs =
    comesAt === undefined ? await joinQueue(db, { login, key, now }) : comesAt.getTime() - now.getTime();
  // An address that used its turn waits with all others.
  const retryAfterSeconds = comesInMs > 0 ? Math.ceil(comesInMs / 1_000) : waitSeconds(shared, counted, now);
  throw personProblem('login-locked', { retryAfterSeconds });
}

type Asked = { readonly login: string; readonly key: string; readonly now: Date };

/** Keeps a turn for an address. @returns the time until it comes, in milliseconds, at most `LOCK_OUT_MS` */
async function joinQueue(db: Db, { login, key, now }: Asked): Promise<number> {
  const turns = turnsOf(login);
  const before = await countFailedAttempt(db, turns, now);
  const waitMs = typeof before === 'number' ? before * stepMs(turns) : LOCK_OUT_MS;
  await insertTurn(db, key, new Date(now.getTime() + waitMs));
  return waitMs;
}
