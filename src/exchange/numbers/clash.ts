/** Clashes of numbers: two statements about a number that cannot both be true. A person settles them. */

/**
 * `other_number`: the manifest has another number. `number_taken`: another manifest has the number for certain.
 * `number_claimed`: another manifest is reported with it too. `foreign_division`: the number is not of the province that
 * reports it. `not_assignable`: the manifest cannot take the number any more.
 */
export const CLASH_REASONS = [
  'other_number',
  'number_taken',
  'number_claimed',
  'foreign_division',
  'not_assignable',
] as const;
export type ClashReason = (typeof CLASH_REASONS)[number];

/** A clash is open until a person, or another number of the national system, settles it. */
export const CLASH_STATES = ['open', 'settled'] as const;

/** A statement about the number of a manifest, and what contradicts it. */
export type Clash = {
  readonly manifestId: string;
  readonly number: string;
  /** Code of the system that states the number: `national` or two digits. */
  readonly source: string;
  readonly reason: ClashReason;
  /** Number that the manifest has instead; null unless the reason is `other_number`. */
  readonly heldNumber: string | null;
  /** Manifest that has the number, or is reported with it. */
  readonly otherManifestId: string | null;
};

const REASON_OF: Readonly<Record<string, ClashReason>> = {
  'manifest-numbered-already': 'other_number',
  'manifest-number-taken': 'number_taken',
  'manifest-number-foreign': 'foreign_division',
};

/** Returns the reason of a problem of numbers. Every other problem leaves the manifest without the number. */
export function clashReasonOf(code: string): ClashReason {
  return REASON_OF[code] ?? 'not_assignable';
}

/** Returns true for a problem that contradicts the statement of a number. */
export function isClash(code: string): boolean {
  return Object.hasOwn(REASON_OF, code);
}

type Issued = { readonly manifestId: string; readonly number: string };

/** Returns the clashes between numbers that the national system states now and those it stated before. */
export function clashesAmong(stated: readonly Issued[], before: readonly Issued[]): Clash[] {
  return stated.flatMap((one): Clash[] => {
    const own = before.find(({ manifestId }) => manifestId === one.manifestId);
    if (own?.number === one.number) return [];
    if (own) return [{ ...one, ...BY_NATIONAL, reason: 'other_number', heldNumber: own.number }];
    const other = before.find(({ number }) => number === one.number);
    return other ? [{ ...one, ...BY_NATIONAL, reason: 'number_taken', otherManifestId: other.manifestId }] : [];
  });
}

const BY_NATIONAL = { source: 'national', heldNumber: null, otherManifestId: null } as const;

/** Statements that contradict the number of a manifest now. */
export type Contradiction = {
  /** Codes of the systems that state another number. */
  readonly others: readonly string[];
  /** True while another manifest is reported with the same number, and the national system has confirmed it for none. */
  readonly shared: boolean;
};

/** Returns true when the copy of a system cannot agree with the one here. A shared number is the word of provinces. */
export function contradicts({ others, shared }: Contradiction, system: string): boolean {
  return others.includes(system) || (shared && system !== BY_NATIONAL.source);
}
