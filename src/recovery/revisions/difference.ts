/** Differences between two frozen evaluations of the same period: term by term, rate by rate, record by record. */
import { canonicalJson } from '../../core/canonical.ts';
import type { RecordKind } from '../lead-records.ts';
import { type FrozenContent, parseRecord, type RecordLine } from './content.ts';

/** Records that a difference lists. It counts all of them. */
const LISTED_MAX = 100;

export const RECORD_CHANGES = ['added', 'removed', 'changed'] as const;
export type RecordChange = (typeof RECORD_CHANGES)[number];

type Exact = { readonly numerator: string; readonly denominator: string; readonly percent: string };

type TermDifference = { readonly term: string; readonly before: string | null; readonly after: string | null };
type VerdictDifference = { readonly target: string; readonly before: string | null; readonly after: string | null };
type LawValue = { readonly validFrom: string; readonly value: unknown };
type LawDifference = { readonly key: string; readonly before: LawValue; readonly after: LawValue | null };
type RateDifference = { readonly rate: string; readonly before: Exact | null; readonly after: Exact | null };

/** A record on both sides; null on the side that does not have it. */
type RecordDifference = {
  readonly change: RecordChange;
  readonly id: string;
  readonly kind: RecordKind;
  readonly subject: string;
  readonly before: Counted | null;
  readonly after: Counted | null;
};
type Counted = { readonly term: string; readonly massGrams: number; readonly leadGramsExact: string };

export type Difference = {
  /** Terms whose lead differs, in grams. */
  readonly terms: readonly TermDifference[];
  readonly rates: readonly RateDifference[];
  /** Codes of findings that only one side has. */
  readonly findings: { readonly appeared: readonly string[]; readonly disappeared: readonly string[] };
  readonly records: {
    readonly counts: Readonly<Record<RecordChange, number>>;
    readonly listed: readonly RecordDifference[];
    /** SHA-256 of all records after. */
    readonly sha256: string;
  };
  /** Verdicts that differ, by the codes of their targets; absent in revisions of before. */
  readonly verdicts?: readonly VerdictDifference[];
  /** Values of law that differ, and those that are in force no more; absent in revisions of before. */
  readonly law?: readonly LawDifference[];
  readonly lawKeys: readonly string[];
  /** Versions of the method where they differ. */
  readonly methodVersions: { readonly before: number; readonly after: number } | null;
};

/** Compares what was frozen with what the records and the law give now. */
export function compareFrozen(before: FrozenContent, after: FrozenContent): Difference {
  const law = comparedLaw(before, after);
  return {
    terms: changedMembers(before.terms, after.terms).map(([term, ...values]) => ({ term, ...pair(values) })),
    rates: changedMembers(before.rates, after.rates).map(([rate, ...values]) => {
      const { before: old, after: now } = pair(values);
      return { rate, before: exact(old), after: exact(now) };
    }),
    findings: {
      appeared: [...after.findings.difference(before.findings)].toSorted(),
      disappeared: [...before.findings.difference(after.findings)].toSorted(),
    },
    records: comparedRecords(before, after),
    verdicts: changedMembers(before.verdicts, after.verdicts).map(([target, ...values]) => ({
      target,
      ...pair(values),
    })),
    ...{ law, lawKeys: law.map(({ key }) => key) },
    methodVersions: before.version === after.version ? null : { before: before.version, after: after.version },
  };
}

/** True when figure, terms, findings, verdicts and records are the same, and so are the law and the method. */
export const isSame = ({
  terms,
  rates,
  findings,
  records,
  verdicts = [],
  law = [],
  methodVersions,
}: Difference): boolean =>
  terms.length + rates.length + findings.appeared.length + findings.disappeared.length === 0 &&
  records.counts.added + records.counts.removed + records.counts.changed === 0 &&
  verdicts.length + law.length === 0 &&
  methodVersions === null;

const pair = <Value>([before, after]: readonly [Value, Value]) => ({ before, after });

const exact = (value: Exact | null): Exact | null =>
  value && { numerator: value.numerator, denominator: value.denominator, percent: value.percent };

/** Lists the members whose values differ, with both values; null for a missing one. */
function changedMembers<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): [string, Value | null, Value | null][] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name): [string, Value | null, Value | null] => [name, before[name] ?? null, after[name] ?? null])
    .filter(([, old, now]) => canonicalJson(old) !== canonicalJson(now));
}

/**
 * Lists the law that was frozen and has another value now. A rule that this service did not have then is no change of law; what
 * it does to the figure shows in the terms.
 */
function comparedLaw(before: FrozenContent, after: FrozenContent): LawDifference[] {
  return before.law.flatMap(({ key, validFrom, value }) => {
    const now = after.law.find((row) => row.key === key);
    if (now !== undefined && canonicalJson(now.value) === canonicalJson(value)) return [];
    return {
      key,
      before: { validFrom, value },
      after: now === undefined ? null : { validFrom: now.validFrom, value: now.value },
    };
  });
}

/** Compares records by their lines, and parses only those that differ. */
function comparedRecords(before: FrozenContent, after: FrozenContent): Difference['records'] {
  const [old, now] = [new Set(before.lines), new Set(after.lines)];
  const byId = (lines: ReadonlySet<string>) =>
    new Map([...lines].map((line) => [parseRecord(line).id, parseRecord(line)]));
  const [lost, gained] = [byId(old.difference(now)), byId(now.difference(old))];
  const all = [...new Set([...lost.keys(), ...gained.keys()])]
    .toSorted()
    .map((id) => comparedRecord(lost.get(id), gained.get(id)));
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const { change } of all) counts[change] += 1;
  return { counts, listed: all.slice(0, LISTED_MAX), sha256: after.recordsSha256 };
}

function comparedRecord(before: RecordLine | undefined, after: RecordLine | undefined): RecordDifference {
  const { id, kind, subject } = (after ?? before) as RecordLine;
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { change, id, kind, subject, before: counted(before), after: counted(after) };
}

const counted = (record: RecordLine | undefined): Counted | null =>
  record === undefined
    ? null
    : { term: record.term, massGrams: record.massGrams, leadGramsExact: record.leadGramsExact };
