/** Changes of registered data: what was said before, what counts now, who said so and why. Both stay in the history. */
import { changeableOf, type RegisteredKind, reservedAmong } from '../../core/access/changeable.ts';
import type { Reach } from '../../core/access/roles.ts';
import { type Affected, type Dependants, heldAmong, keptOf, type Unlisted } from '../../core/dependant.ts';
import type { Licence, Party } from '../party.ts';
import { changeProblem } from './problems.ts';

/** Values of a record by the names of the interface. */
export type Members = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type RegisterChange = {
  readonly id: string;
  readonly kind: RegisteredKind;
  /** The changed record. */
  readonly recordId: string;
  /** Its organisation; null for people and clients of authorities. */
  readonly partyId: string | null;
  /** Version of the record that the change led to. */
  readonly version: number;
  readonly reason: string;
  /** The values that were replaced, and what counts instead. */
  readonly before: Members;
  readonly after: Members;
  readonly affected: readonly Affected[];
  /** Numbers of records that `affected` leaves out; null where they were not counted. */
  readonly unlisted: readonly Unlisted[] | null;
  /** Subject of the token that changed the record. */
  readonly actor: string;
  readonly recordedAt: Date;
};

/** Returns the members of a kind that differ between two states of a record, with the values of both. */
export function differences(
  kind: RegisteredKind,
  before: object,
  after: object,
): { readonly names: readonly string[] } & Pick<RegisterChange, 'before' | 'after'> {
  const [old, next] = [before as Members, after as Members];
  const names = changeableOf(kind).filter((name) => JSON.stringify(old[name]) !== JSON.stringify(next[name]));
  const of = (values: Members): Members => Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
  return { names, before: of(old), after: of(next) };
}

/** @throws Problem `change-reserved` for members that the caller may not change */
export function refuseReserved(kind: RegisteredKind, names: readonly string[], reach: Reach | undefined): void {
  const members = reservedAmong(kind, names, reach);
  if (members.length > 0) throw changeProblem('change-reserved', { kind, members, pointer: `#/body/${members[0]}` });
}

/** Maximum of records that a refusal names. */
const NAMED_MAX = 20;

/** @throws Problem `change-held` for members that other records hold */
export function refuseHeld(kind: RegisteredKind, names: readonly string[], dependants: Dependants): void {
  const { members, holders, count } = heldAmong(dependants, names);
  if (members.length === 0) return;
  // The province follows from the division.
  const field = members[0] === 'provinceCode' ? 'divisionCode' : members[0];
  const records = holders.slice(0, NAMED_MAX).map((one) => ({ kind: one.kind, id: one.id, state: one.state }));
  throw changeProblem('change-held', {
    ...{ kind, members, count, pointer: `#/body/${field}` },
    ...{ kinds: [...new Set(holders.map((one) => one.kind))], ids: records.map(({ id }) => id), records },
  });
}

/**
 * Returns the code of an organisation after a change. It has either a code or a reason why it has none, so each of them
 * replaces the other.
 */
export function codeAfter(
  { uscc, usccMissingReason }: Pick<Party, 'uscc' | 'usccMissingReason'>,
  given: { readonly uscc?: string | null | undefined; readonly usccMissingReason?: string | null | undefined },
): { readonly uscc: string | null; readonly usccMissingReason: string | null } {
  return {
    uscc: given.uscc ?? (given.uscc === null || typeof given.usccMissingReason === 'string' ? null : uscc),
    usccMissingReason:
      given.usccMissingReason ??
      (given.usccMissingReason === null || typeof given.uscc === 'string' ? null : usccMissingReason),
  };
}

/**
 * Returns the changed members by which a licence covers less than its accepted loads need. They hold these alone: an extended
 * licence still covers them, and so does a scale of at least the mass that a year has accepted.
 */
export function narrowedIn(
  before: Licence,
  after: Licence,
  names: readonly string[],
  dependants: Dependants,
): string[] {
  const narrows: Readonly<Record<string, boolean>> = {
    mode: true,
    wasteCodes: before.wasteCodes.some((code) => !after.wasteCodes.includes(code)),
    validFrom: after.validFrom > before.validFrom,
    validTo: after.validTo < before.validTo,
    annualLimitGrams: (after.annualLimitGrams ?? Number.POSITIVE_INFINITY) < keptOf(dependants, 'annualLimitGrams'),
  };
  return names.filter((name) => narrows[name]);
}
