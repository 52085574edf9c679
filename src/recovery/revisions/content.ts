/** The content of a frozen evaluation, as it is compared. */
import { sha256Of } from '../evidence/snapshot.ts';
import { toExactGrams } from '../lead.ts';
import type { RecordKind } from '../lead-records.ts';

type Exact = { readonly numerator: string; readonly denominator: string; readonly percent: string };

export type FrozenContent = {
  readonly evaluation: {
    readonly method: { readonly version: number };
    readonly rates: Readonly<Record<string, Exact | null>> | null;
    readonly terms: readonly { readonly term: string; readonly leadGramsExact: string }[];
    readonly findings: readonly { readonly code: string }[];
  };
  readonly law: readonly { readonly key: string; readonly value: unknown }[];
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

/** Reads the content of a frozen evaluation from its files. */
export function contentOf({
  files,
  records,
}: {
  readonly files: Readonly<Record<string, string>>;
  readonly records: string;
}): FrozenContent {
  const { evaluation } = JSON.parse(files['snapshot.json'] ?? '') as Pick<FrozenContent, 'evaluation'>;
  const law = JSON.parse(files['law.json'] ?? '') as FrozenContent['law'];
  return { evaluation, law, lines: records.split('\n').slice(0, -1), recordsSha256: sha256Of(records) };
}

/** Parses one line of the records. */
export function parseRecord(line: string): RecordLine {
  const { id, kind, subject, term, massGrams, leadPicograms } = JSON.parse(line) as Omit<
    RecordLine,
    'leadGramsExact'
  > & {
    readonly leadPicograms: string;
  };
  return { id, kind, subject, term, massGrams, leadGramsExact: toExactGrams(BigInt(leadPicograms)) };
}
