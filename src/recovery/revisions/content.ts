/** The content of a frozen evaluation, as it is compared. */
import { ofLead, sha256Of } from '../evidence/snapshot.ts';
import { toExactGrams } from '../lead.ts';
import type { RecordKind } from '../lead-records.ts';

type Exact = { readonly numerator: string; readonly denominator: string; readonly percent: string };

type Shown = { readonly value: Exact | null; readonly figure: string };

/** The assessed method, as it was frozen with its figures. */
type FrozenMethod = {
  readonly method: string;
  readonly version: number;
  readonly figures: readonly Shown[];
  readonly verdicts: readonly { readonly code: string; readonly verdict: string }[];
  readonly terms: readonly { readonly term: string; readonly massGramsExact: string }[];
  readonly findings: readonly { readonly code: string }[];
};

type LawRow = { readonly key: string; readonly validFrom: string; readonly value: unknown };

export type FrozenContent = {
  /** Terms in exact grams: of lead, or of the mass that a method by mass counts. */
  readonly terms: Readonly<Record<string, string>>;
  readonly rates: Readonly<Record<string, Exact | null>>;
  readonly findings: ReadonlySet<string>;
  /** Verdicts by the codes of their targets. */
  readonly verdicts: Readonly<Record<string, string>>;
  readonly version: number;
  readonly law: readonly LawRow[];
  /** Records as lines of canonical JSON. */
  readonly lines: readonly string[];
  readonly recordsSha256: string;
};

export type RecordLine = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly subject: string;
  readonly term: string;
  readonly massGrams: number;
  readonly leadGramsExact: string;
};

type Snapshot = {
  readonly assessment: { readonly method: string };
  readonly evaluation: {
    readonly method: { readonly version: number };
    readonly rates: Readonly<Record<string, Exact | null>> | null;
    readonly terms: readonly { readonly term: string; readonly leadGramsExact: string }[];
    readonly findings: readonly { readonly code: string }[];
    readonly verdicts?: FrozenMethod['verdicts'];
  };
  readonly methods?: readonly FrozenMethod[];
};

/** Reads the content of a frozen evaluation from its files: of the assessed method, and of the lead balance behind it. */
export function contentOf({
  files,
  records,
  fractions,
}: {
  readonly files: Readonly<Record<string, string>>;
  readonly records: string;
  /** Null in evaluations that were frozen before the methods by mass were. */
  readonly fractions: string | null;
}): FrozenContent {
  const { assessment, evaluation, methods = [] } = JSON.parse(files['snapshot.json'] ?? '') as Snapshot;
  const law = (JSON.parse(files['law.json'] ?? '') as LawRow[]).filter(({ key }) => decides(key, assessment.method));
  const assessed = ofLead(assessment.method) ? undefined : methods.find(({ method }) => method === assessment.method);
  const lines = [records, ...(assessed === undefined ? [] : [fractions ?? ''])].flatMap((text) =>
    text.split('\n').slice(0, -1),
  );
  const { figures = [], terms = [], findings = [] } = assessed ?? {};
  return {
    terms: {
      ...Object.fromEntries(evaluation.terms.map(({ term, leadGramsExact }) => [term, leadGramsExact])),
      ...Object.fromEntries(terms.map(({ term, massGramsExact }) => [term, massGramsExact])),
    },
    rates: { ...evaluation.rates, ...Object.fromEntries(figures.map(({ figure, value }) => [figure, value])) },
    findings: new Set([...evaluation.findings, ...findings].map(({ code }) => code)),
    verdicts: verdictsOf([...(evaluation.verdicts ?? []), ...(assessed?.verdicts ?? [])]),
    version: (assessed ?? evaluation.method).version,
    ...{ law, lines, recordsSha256: sha256Of(records) },
  };
}

const verdictsOf = (verdicts: FrozenMethod['verdicts']): Readonly<Record<string, string>> =>
  Object.fromEntries(verdicts.map(({ code, verdict }) => [code, verdict]));

/** Law that only methods by mass read. */
const OF_MASS = [
  ...['recovery.eu-targets', 'recovery.eu-elements', 'recovery.sulphur-limit', 'materials.sulphate-factors'],
  ...['recycling.battery-composition', 'recycling.material-fractions', 'recycling.use-evidence'],
];

/** Returns true for law that decides about a figure by the method; deadlines, dates and dioxin do not. */
function decides(key: string, method: string): boolean {
  if (key.startsWith('dioxin.') || key.endsWith('-deadlines') || key.endsWith('-deadline')) return false;
  return !ofLead(method) || !OF_MASS.includes(key);
}

/** Parses one line of the records, or of the fractions, whose term is their fraction. */
export function parseRecord(line: string): RecordLine {
  const { id, kind, subject, term, massGrams, leadPicograms, of, fraction } = JSON.parse(line) as RecordLine & {
    readonly leadPicograms?: string;
    readonly of?: 'fed' | 'fraction';
    readonly fraction?: string;
  };
  const leadGramsExact = leadPicograms === undefined ? '0' : toExactGrams(BigInt(leadPicograms));
  const named = of === undefined ? { id, term } : { id: `${of}:${id}`, term: fraction ?? 'dry_batteries' };
  return { ...named, kind, subject, massGrams, leadGramsExact };
}
