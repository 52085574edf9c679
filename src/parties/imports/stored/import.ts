/** Imports of many rows, which are stored and run in the background. */
import type { Actor } from '../../../core/actor.ts';
import type { ImportKind } from '../columns.ts';
import type { Header } from '../file/header.ts';
import type { CheckedFile, Findings } from '../report.ts';

/** `waiting`: no row is judged yet. `failed`: it was stopped after several attempts; what it registered stays. */
export const IMPORT_STATES = ['waiting', 'running', 'finished', 'failed'] as const;
type ImportState = (typeof IMPORT_STATES)[number];

/** Rows of a file up to which an import is answered at once. */
export const AT_ONCE_MAX = 2_000;

/** Rows that are judged or registered in one transaction. */
export const PART_ROWS = 500;

/** Failed attempts in a row, after which an import is stopped. */
export const ATTEMPTS_MAX = 5;

/** A header as it is stored: fields in the place of columns. */
export type StoredHeader = Omit<Header, 'places'> & { readonly fields: readonly (string | null)[] };

/** Faults of the form of rows, found when the file was read. */
export type FormFindings = Pick<CheckedFile, 'faults' | 'faultsTotal' | 'broken'>;

/** Verdicts on the rows of one part. The release before stored no warnings. */
export type PartFindings = Pick<Findings, 'rows' | 'faults'> & Partial<Pick<Findings, 'warnings'>>;

export type StoredImport = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly mode: 'all' | 'rows';
  readonly dryRun: boolean;
  readonly actor: Actor;
  readonly header: StoredHeader;
  readonly form: FormFindings;
  readonly rowsTotal: number;
  readonly state: ImportState;
  readonly applied: boolean;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};
