/**
 * Chains of the journal in the evidence: the entries that made a record, and those of what it names. These are its batch, its
 * assay, its analyses and the confirmations of its use, each kind in a file of its own. An entry is in one file only.
 */
import type { LeadRecord } from '../lead-records.ts';

const JOURNAL_PATH = 'journal.ndjson';

/** Files of entries, in the order of the archive. */
const CHAIN_PATHS = [
  'analyses.ndjson',
  'assays.ndjson',
  'batches.ndjson',
  'confirmations.ndjson',
  JOURNAL_PATH,
] as const;
export type ChainPath = (typeof CHAIN_PATHS)[number];

/** The subjects of each file, sorted. */
export type Chains = readonly {
  readonly path: ChainPath;
  readonly subjects: readonly string[];
  /** False for subjects that have no entry of their own when nothing was confirmed or corrected. */
  readonly required: boolean;
}[];

/** A record, by what it names. */
export type Naming = Pick<LeadRecord, 'subject' | 'batchId'> & {
  readonly assayId?: string | null | undefined;
  readonly analysisIds?: readonly string[] | undefined;
};

/** A record of fractions or of batteries fed, by what it names. */
export type FractionLine = Pick<LeadRecord, 'subject' | 'batchId'> & {
  readonly assayId?: string | null;
  readonly water?: { readonly assayId: string | null };
  readonly sulphuricAcid?: { readonly assayId: string | null };
};

/** Returns what a record of fractions names: its content comes from an analysis. */
export const namingOf = ({ subject, batchId, assayId, water, sulphuricAcid }: FractionLine): Naming => ({
  ...{ subject, batchId },
  analysisIds: [assayId, water?.assayId, sulphuricAcid?.assayId].flatMap((id) => id ?? []),
});

/** A sale, use or disposal is an entry of its batch; a chain of its own has what was confirmed or corrected of it. */
const isDisposition = (subject: string): boolean => subject.startsWith('disposition:');

/** Grounds of findings, by what they name: samples of classes, counts, measurements of dioxin, and qualifications. */
type NamedGrounds = {
  readonly classes: readonly { readonly samples: readonly { readonly assayId: string }[] }[];
  readonly stock: {
    readonly counts: readonly NamedCount[];
    readonly elsewhere?: readonly Pick<NamedCount, 'observation'>[];
  };
  readonly dioxin: { readonly measurements: readonly { readonly id: string }[] };
  readonly qualifications?: readonly { readonly qualificationId: string }[];
  readonly circumstances?: { readonly late?: readonly { readonly subject: string }[] };
};

/** A count, and the one that was valid when an authority saw the stock. */
type NamedCount = { readonly countId: string; readonly observation?: { readonly countId: string } | null };

/** Collects the chains that records and the grounds of findings name. */
export function chainCollector(grounds?: NamedGrounds) {
  const found = new Map<ChainPath, Set<string>>(CHAIN_PATHS.map((path) => [path, new Set()]));
  const put = (path: ChainPath, subject: string) => found.get(path)?.add(subject);
  const add = ({ subject, batchId, assayId, analysisIds = [] }: Naming): void => {
    put(isDisposition(subject) ? 'confirmations.ndjson' : JOURNAL_PATH, subject);
    if (batchId !== null) put('batches.ndjson', `batch:${batchId}`);
    if (assayId != null) put('assays.ndjson', `assay:${assayId}`);
    for (const id of analysisIds) put('analyses.ndjson', `analysis:${id}`);
  };
  const chains = (): Chains =>
    CHAIN_PATHS.map((path) => {
      const others = path === 'batches.ndjson' ? found.get(JOURNAL_PATH) : undefined;
      const subjects = [...(found.get(path) ?? [])].filter((subject) => others?.has(subject) !== true).toSorted();
      return { path, subjects, required: path !== 'confirmations.ndjson' };
    }).filter(({ path, subjects }) => path === JOURNAL_PATH || subjects.length > 0);
  for (const { assayId } of grounds?.classes.flatMap(({ samples }) => samples) ?? []) {
    put('assays.ndjson', `assay:${assayId}`);
  }
  for (const { subject } of grounds?.circumstances?.late ?? []) {
    put(isDisposition(subject) ? 'confirmations.ndjson' : JOURNAL_PATH, subject);
  }
  for (const { countId, observation } of grounds?.stock.counts ?? []) {
    put(JOURNAL_PATH, `stock-count:${countId}`);
    if (observation) put(JOURNAL_PATH, `stock-count:${observation.countId}`);
  }
  for (const { observation } of grounds?.stock.elsewhere ?? []) {
    if (observation) put(JOURNAL_PATH, `stock-count:${observation.countId}`);
  }
  for (const { id } of grounds?.dioxin.measurements ?? []) put(JOURNAL_PATH, `dioxin-measurement:${id}`);
  for (const { qualificationId } of grounds?.qualifications ?? [])
    put(JOURNAL_PATH, `qualification:${qualificationId}`);
  return { add, chains };
}

type Behind = {
  readonly evaluation: { readonly records: readonly Naming[]; readonly grounds: Omit<NamedGrounds, 'dioxin'> };
  readonly dioxin: NamedGrounds['dioxin'];
  readonly qualifications: NonNullable<NamedGrounds['qualifications']>;
  readonly fractions: {
    readonly records: readonly FractionLine[];
    readonly input: { readonly records: readonly FractionLine[] };
  };
};

/** Returns the chains behind an evaluation. */
export function chainsOf({ evaluation, fractions, dioxin, qualifications }: Behind): Chains {
  const { add, chains } = chainCollector({ ...evaluation.grounds, dioxin, qualifications });
  evaluation.records.forEach(add);
  for (const record of [...fractions.records, ...fractions.input.records]) add(namingOf(record));
  return chains();
}

/** Collects the one chain file of evidence of the first format: the subjects of the records, without assays. */
export function firstChainCollector() {
  const found = new Set<string>();
  const add = ({ subject, batchId }: Naming): void => {
    found.add(subject);
    if (isDisposition(subject) && batchId !== null) found.add(`batch:${batchId}`);
  };
  const chains = (): Chains => [{ path: JOURNAL_PATH, subjects: [...found].toSorted(), required: false }];
  return { add, chains };
}
