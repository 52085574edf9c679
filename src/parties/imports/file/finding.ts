/** Findings about a file, as the process that reads it writes them: one object a line. */
import type { ImportKind } from '../columns.ts';
import type { Candidate, Rows } from '../record-kind.ts';
import type { Fault } from '../report.ts';
import type { Header } from './header.ts';

export type Finding =
  | { readonly problem: { readonly code: string; readonly facts: Record<string, unknown> } }
  | { readonly header: Omit<Header, 'places'> & { readonly fields: readonly (string | null)[] } }
  | { readonly candidates: readonly Candidate<Rows[ImportKind]>[] }
  | { readonly faults: readonly Fault[] }
  | { readonly broken: readonly number[] }
  | { readonly faultsTotal: number };
