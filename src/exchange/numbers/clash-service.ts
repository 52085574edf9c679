/** Use cases: recording clashes of numbers, and settling them. */
import type { Actor } from '../../core/actor.ts';
import type { Problem } from '../../core/messages/problem.ts';
import { type Applied, listNumbered } from '../../manifests/index.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { exchangeProblem } from '../problems.ts';
import { type Clash, clashReasonOf, isClash } from './clash.ts';
import {
  endClash,
  insertClash,
  listClaimsOf,
  listContradictionsOf,
  listResolvedClashes,
  lockClash,
} from './clash-store.ts';

const MACHINERY: Actor = { subject: 'exchange', source: 'local', roles: [], scopes: [] };

/** Records clashes with their journal entries. A known one changes nothing. */
export async function recordClashes(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  clashes: readonly Clash[],
): Promise<void> {
  for (const clash of clashes) {
    const id = deps.newId();
    const noticedAt = deps.clock();
    if (!(await insertClash(tx, { ...clash, id, noticedAt }))) continue;
    await record(tx, [fact('number.clashed', `number-clash:${id}`, MACHINERY, noticedAt, { clashId: id, ...clash })]);
  }
}

/** Records that several manifests have the number that one of them was just reported or given with. */
export async function recordSharedNumber(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  stated: Pick<Clash, 'manifestId' | 'number' | 'source'>,
): Promise<void> {
  const others = (await listNumbered(tx, stated.number)).filter(({ id }) => id !== stated.manifestId);
  const reason = 'number_claimed' as const;
  const clashes = others.map(({ id }) => ({ ...stated, reason, heldNumber: null, otherManifestId: id }));
  await recordClashes(tx, deps, clashes);
}

/** Records a number that was refused, so that a person sees what the partner claims. */
export async function recordRefusedNumber(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  refused: { readonly manifestId: string | null; readonly source: string; readonly problem: Problem },
): Promise<void> {
  const { manifestId, source, problem } = refused;
  const { code, facts } = problem;
  if (manifestId === null || !isClash(code) || typeof facts.number !== 'string') return;
  const clash = { manifestId, number: facts.number, source, reason: clashReasonOf(code) };
  const [other] = clash.reason === 'number_taken' ? await listNumbered(tx, clash.number) : [];
  await recordClashes(tx, deps, [{ ...clash, heldNumber: null, otherManifestId: other?.id ?? null }]);
}

type Numbered = { readonly manifestId: string; readonly number: string };

/** Ends the clashes that the number of the national system for the manifest resolves. */
export async function endResolvedClashes(tx: Tx, deps: Pick<Deps, 'clock'>, assigned: Numbered): Promise<void> {
  for (const { id, reason, heldNumber } of await listResolvedClashes(tx, assigned)) {
    const remarks =
      reason === 'other_number'
        ? `The number ${heldNumber}, which a province had reported, gave way to that of the national system.`
        : 'The national system has given another number.';
    await settle(tx, { id, actor: MACHINERY, remarks, at: deps.clock() });
  }
}

/** Ends the clashes about a number that the manifest had reported together with others, and has no more. */
export async function endWithdrawnClaims(tx: Tx, deps: Pick<Deps, 'clock'>, withdrawn: Numbered): Promise<void> {
  for (const id of await listClaimsOf(tx, withdrawn)) {
    const remarks = `The manifest ${withdrawn.manifestId} has another number now.`;
    await settle(tx, { id, actor: MACHINERY, remarks, at: deps.clock() });
  }
}

/**
 * Records that a partner states another number than the manifest has, or ends that clash when it states the same number
 * now.
 */
export async function recordStatement(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  { manifestId, source, numbers }: { manifestId: string; source: string; numbers: Applied['numbers'] },
): Promise<void> {
  if (numbers) {
    const { stated: number, held: heldNumber } = numbers;
    await recordClashes(tx, deps, [
      { manifestId, number, source, reason: 'other_number', heldNumber, otherManifestId: null },
    ]);
    return;
  }
  for (const id of await listContradictionsOf(tx, { manifestId, source })) {
    const remarks = 'The province that stated another number states the number of the manifest now.';
    await settle(tx, { id, actor: MACHINERY, remarks, at: deps.clock() });
  }
}

/**
 * Settles a clash after a person has clarified it with the other authorities.
 * @throws Problem `number-clash-missing`, `number-clash-settled`
 */
export async function settleClash(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  { actor, id, remarks }: { readonly actor: Actor; readonly id: string; readonly remarks: string },
): Promise<void> {
  const clash = await lockClash(tx, id);
  if (!clash) throw exchangeProblem('number-clash-missing', { id, pointer: '#/params/id' });
  if (clash.settledAt !== null) throw exchangeProblem('number-clash-settled', { id });
  await settle(tx, { id, actor, remarks, at: deps.clock() });
}

async function settle(
  tx: Tx,
  {
    id,
    actor,
    remarks,
    at,
  }: { readonly id: string; readonly actor: Actor; readonly remarks: string; readonly at: Date },
): Promise<void> {
  await endClash(tx, id, { settledAt: at, remarks });
  await record(tx, [fact('number.clash_settled', `number-clash:${id}`, actor, at, { clashId: id, remarks })]);
}
