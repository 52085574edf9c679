/** Spells in which a site was a recycler. A change of its kind begins or ends one; the site itself begins the first. */

/** A kind that a site gave up, and the instant of the change. */
type KindChange = { readonly kind: string; readonly changedAt: Date };

/** A half-open time in which a site was a recycler; `to` is null while it is one. */
export type Spell = { readonly from: Date; readonly to: Date | null };

/** Greatest mass of hazardous waste that a site may store, until a change; null without a limit, and `until` null for the present. */
type StorageLimit = { readonly grams: number | null; readonly until: Date | null };

/** A site that is or was a recycler, with its limits of storage, oldest first. */
export type RecyclingSite = {
  readonly siteId: string;
  readonly name: string;
  readonly spells: readonly Spell[];
  readonly limits: readonly StorageLimit[];
};

/** A site as registered, with the first record on it and its changes of kind, first to last. */
export type RegisteredSite = {
  readonly kind: string;
  readonly registeredAt: Date;
  /** Time of the first batch on the site; null when none is earlier than its registration. */
  readonly firstRecordAt: Date | null;
  readonly changes: readonly KindChange[];
};

/**
 * Returns the spells in which a site was a recycler. It exists from its registration, or from its first record when that is
 * earlier: a registration of today changes no period of the past, and a late one hides no stock.
 */
export function spellsOf({ kind, registeredAt, firstRecordAt, changes }: RegisteredSite): Spell[] {
  const existsFrom = firstRecordAt && firstRecordAt < registeredAt ? firstRecordAt : registeredAt;
  const kinds = [...changes.map((change) => change.kind), kind];
  const spells: Spell[] = kinds.flatMap((one, at) => {
    if (one !== RECYCLER) return [];
    return { from: changes[at - 1]?.changedAt ?? existsFrom, to: changes[at]?.changedAt ?? null };
  });
  return spells.filter(({ from, to }) => to === null || to > from);
}

const RECYCLER = 'recycler';
