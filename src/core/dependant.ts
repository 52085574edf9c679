/**
 * Records that depend on others, in one form for all features. A change of a record answers what it changes elsewhere, and is
 * refused while another record keeps what it would change.
 */

/** Kinds of records that depend on others, or that others depend on. */
export const DEPENDANT_KINDS = [
  'party',
  'site',
  'licence',
  'vehicle',
  'person',
  'client',
  'batch',
  'manifest',
  'run',
  'supply',
  'disposition',
  'emission',
  'stock_count',
  'stock_adjustment',
  'recovery_rate',
] as const;
export type DependantKind = (typeof DEPENDANT_KINDS)[number];

/** A record by its kind and id. */
export type RecordRef = { readonly kind: DependantKind; readonly id: string };

/** Figures that a record carries, by the names of the interface, such as `massGrams`. */
export type Figures = Readonly<Record<string, number>>;

/** A record that depends on another. */
export type Dependant = RecordRef & {
  /** Its state, such as `submitted`; null where it has none. */
  readonly state: string | null;
  /** Its figures that follow from the other record. */
  readonly figures: Figures;
  /**
   * The amounts that the other record must still hold for it, such as the mass that a submitted manifest promises. While it
   * is not null, the description of the other record stays as it is; it is empty when no amount is owed.
   */
  readonly keeps: Figures | null;
  /** Members of the other record that it repeats or is judged by; every member when absent. */
  readonly repeats?: readonly string[];
  /** Members of the other record that stay as they are while it exists. */
  readonly holds?: readonly string[];
};

/** Number of records of a kind that an answer leaves out. */
export type Unlisted = { readonly kind: DependantKind; readonly count: number };

/** Records of a kind that a reading counted and did not list, with what the last listed one needs of the other record. */
type LeftOut = Unlisted & { readonly [Need in 'repeats' | 'holds']?: Dependant[Need] | undefined };

/** The records that depend on another. Few are listed; what decides covers all of them. */
export type Dependants = {
  /** At most as many of a kind as an answer lists, those that keep, hold or repeat something first. */
  readonly listed: readonly Dependant[];
  readonly unlisted: readonly LeftOut[];
  /** Sum of what all of them keep, listed or not. */
  readonly kept: Figures;
};

/** Makes dependants of a list. Without more, the list is complete, and its members keep what they say. */
export const dependantsIn = (
  listed: readonly Dependant[],
  { unlisted = [], kept = keptBy(listed) }: Partial<Omit<Dependants, 'listed'>> = {},
): Dependants => ({ listed, unlisted, kept });

/** Joins dependants that were read apart, and lists each once. */
export const joinDependants = (parts: readonly Dependants[]): Dependants => ({
  listed: [...new Map(parts.flatMap(({ listed }) => listed).map((one) => [keyOf(one), one])).values()],
  unlisted: parts.flatMap(({ unlisted }) => unlisted),
  kept: addedUp(parts.map(({ kept }) => kept)),
});

const keptBy = (listed: readonly Dependant[]): Figures => addedUp(listed.map(({ keeps }) => keeps ?? {}));

function addedUp(parts: readonly Figures[]): Figures {
  const names = new Set(parts.flatMap((part) => Object.keys(part)));
  return Object.fromEntries([...names].map((name) => [name, parts.reduce((sum, part) => sum + (part[name] ?? 0), 0)]));
}

/** A record that a change affected, with its figures before and after. */
export type Affected = RecordRef & {
  readonly state: string | null;
  readonly before: Figures;
  readonly after: Figures;
};

/** Effects of a change: the records that an answer lists, and how many of each kind it leaves out. */
export type AffectedRecords = { readonly affected: readonly Affected[]; readonly unlisted: readonly Unlisted[] };

/**
 * Compares the dependants of a record before and after a change. Figures that stayed the same are left out; a record without
 * figures is still named. Those that were not listed were not compared, so they are counted whether or not they changed.
 */
export function affectedBy(before: Dependants, after: Dependants): AffectedRecords {
  const counted = Map.groupBy(after.unlisted, ({ kind }) => kind);
  return {
    affected: comparedListed(before, after),
    unlisted: [...counted].map(([kind, parts]) => ({ kind, count: countOf(parts) })),
  };
}

function comparedListed(before: Dependants, after: Dependants): Affected[] {
  const earlier = new Map(before.listed.map((one) => [keyOf(one), one]));
  return after.listed.flatMap(({ kind, id, state, figures }) => {
    const old = earlier.get(keyOf({ kind, id }))?.figures ?? {};
    const names = [...new Set([...Object.keys(old), ...Object.keys(figures)])].filter(
      (name) => old[name] !== figures[name],
    );
    if (names.length === 0 && Object.keys(figures).length > 0) return [];
    return [{ kind, id, state, before: only(old, names), after: only(figures, names) }];
  });
}

/** Returns the dependants that repeat one of the changed members, or are judged by it. */
export function repeatedBy({ listed, unlisted, kept }: Dependants, changed: readonly string[]): Dependants {
  const concerns = ({ repeats }: Pick<LeftOut, 'repeats'>) =>
    repeats === undefined || repeats.some((one) => changed.includes(one));
  return { listed: listed.filter(concerns), unlisted: unlisted.filter(concerns), kept };
}

/** Returns the changed members that dependants hold, and these dependants. Those that hold are listed before the others. */
export function heldAmong(
  { listed, unlisted }: Dependants,
  changed: readonly string[],
): { readonly members: string[]; readonly holders: Dependant[]; readonly count: number } {
  const holding = ({ holds = [] }: Pick<LeftOut, 'holds'>) => holds.some((one) => changed.includes(one));
  const holders = listed.filter(holding);
  const held = new Set(holders.flatMap(({ holds = [] }) => holds));
  const count = holders.length + countOf(unlisted.filter(holding));
  return { members: changed.filter((one) => held.has(one)), holders, count };
}

const countOf = (parts: readonly Unlisted[]): number => parts.reduce((sum, { count }) => sum + count, 0);

/** Returns what all dependants together keep of a figure. */
export const keptOf = ({ kept }: Dependants, figure: string): number => kept[figure] ?? 0;

const keyOf = ({ kind, id }: RecordRef) => `${kind}:${id}`;
const only = (figures: Figures, names: readonly string[]): Figures =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => names.includes(name)));
