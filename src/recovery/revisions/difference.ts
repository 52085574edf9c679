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
  /** Keys of law that differ, and the versions of the method where they differ. */
  readonly lawKeys: readonly string[];
  readonly methodVersions: { readonly before: number; readonly after: number } | null;
};

/** Compares what was frozen with what the records give now. */
export function compareFrozen(before: FrozenContent, after: FrozenContent): Difference {
  return {
    terms: changedMembers(leadByTerm(before), leadByTerm(after)).map(([term, ...values]) => ({
      term,
      ...pair(values),
    })),
    rates: changedMembers(before.evaluation.rates ?? {}, after.evaluation.rates ?? {}).map(([rate, ...values]) => {
      const { before: old, after: now } = pair(values);
      return { rate, before: exact(old), after: exact(now) };
    }),
    findings: comparedFindings(before, after),
    records: comparedRecords(before, after),
    lawKeys: changedMembers(valuesByKey(before), valuesByKey(after)).map(([key]) => key),
    methodVersions: comparedVersions(before, after),
  };
}

/** True when figure, terms, findings and records are the same. Law and method alone make no difference. */
export const isSame = ({ terms, rates, findings, records }: Difference): boolean =>
  terms.length + rates.length + findings.appeared.length + findings.disappeared.length === 0 &&
  records.counts.added + records.counts.removed + records.counts.changed === 0;

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

const leadByTerm = ({ evaluation }: FrozenContent) =>
  Object.fromEntries(evaluation.terms.map(({ term, leadGramsExact }) => [term, leadGramsExact]));

const valuesByKey = ({ law }: FrozenContent) => Object.fromEntries(law.map(({ key, value }) => [key, value]));

function comparedFindings(before: FrozenContent, after: FrozenContent): Difference['findings'] {
  const codesOf = ({ evaluation }: FrozenContent) => new Set(evaluation.findings.map(({ code }) => code));
  const [old, now] = [codesOf(before), codesOf(after)];
  return { appeared: [...now.difference(old)].toSorted(), disappeared: [...old.difference(now)].toSorted() };
}

function comparedVersions(before: FrozenContent, after: FrozenContent): Difference['methodVersions'] {
  const [old, now] = [before.evaluation.method.version, after.evaluation.method.version];
  return old === now ? null : { before: old, after: now };
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
