/**
 * Reasons of the expert for flags. A reason is for every flag of its code, or for those with the facts that it names, such as the
 * item or the outlet. So several flags of one code can have a reason each.
 */

/** A flag of an evaluation. */
export type Flag = { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

/** A fact of a flag, as the finding states it. */
type NamedFact = { readonly name: string; readonly value: string };

/** A written reason for which flags are no obstacle. Without facts it is for all flags of the code. */
export type FlagReason = {
  readonly code: string;
  readonly reason: string;
  readonly facts?: readonly NamedFact[] | undefined;
};

const isAbout = ({ code, facts = [] }: FlagReason, flag: Flag): boolean =>
  code === flag.code && facts.every(({ name, value }) => textOf(flag.facts[name]) === value);

const textOf = (fact: unknown): string => (typeof fact === 'object' ? JSON.stringify(fact) : String(fact));

/** Returns the reason for a flag: of several, the one that names most facts. */
export function reasonFor<Reason extends FlagReason>(flag: Flag, reasons: readonly Reason[]): Reason | undefined {
  const about = reasons.filter((reason) => isAbout(reason, flag));
  return about.toSorted((a, b) => (b.facts?.length ?? 0) - (a.facts?.length ?? 0))[0];
}

/** Returns the flags without a reason. */
export const unexplained = (flags: readonly Flag[], reasons: readonly FlagReason[]): Flag[] =>
  flags.filter((flag) => reasonFor(flag, reasons) === undefined);

/** Returns the codes of flags, and names each by the facts in which it differs from others of the code, such as `item=slag`. */
export const namesOf = (some: readonly Flag[], flags: readonly Flag[]) => ({
  findings: [...new Set(some.map(({ code }) => code))],
  occurrences: some.map((flag) => nameOf(flag, flags)),
});

function nameOf(flag: Flag, flags: readonly Flag[]): string {
  const alike = flags.filter(({ code }) => code === flag.code);
  const names = Object.keys(flag.facts).filter(
    (name) => new Set(alike.map(({ facts }) => textOf(facts[name]))).size > 1,
  );
  return [flag.code, ...names.map((name) => `${name}=${textOf(flag.facts[name])}`)].join(' ');
}
