/** Use case: showing what was sampled to those who may see the record of a sample, its laboratory included. */
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Sampled, SampleKind } from './sampled.ts';
import { findManifestNumbers, findSampled } from './store.ts';

/** Adds to records that the caller may see what was sampled for them. */
export async function withSampled<Record extends { readonly id: string }>(
  tx: Tx,
  kind: SampleKind,
  records: readonly Record[],
): Promise<(Record & { readonly sampled: Sampled })[]> {
  const ids = records.map(({ id }) => id);
  const found = await asServiceInAny(tx, 'a laboratory sees what was sampled for a record that names it', () =>
    findSampled(tx, kind, ids),
  );
  return records.map((record) => ({ ...record, sampled: sampledOf(found, record.id) }));
}

/** Adds to a record that the caller may see what was sampled for it. */
export async function withOneSampled<Record extends { readonly id: string }>(
  tx: Tx,
  kind: SampleKind,
  record: Record,
): Promise<Record & { readonly sampled: Sampled }> {
  const [one] = await withSampled(tx, kind, [record]);
  if (one === undefined) throw new Error('one record has one sample');
  return one;
}

/** Reads the numbers of the manifests with which a sampled batch came; of a class of a supplier only the one that was seen. */
export function readManifestNumbers(
  tx: Tx,
  of: { readonly kind: SampleKind; readonly id: string },
  seenNumber: string | null,
): Promise<string[]> {
  return asServiceInAny(tx, 'a laboratory that saw a manifest is compared with those of the batch', () =>
    findManifestNumbers(tx, of, seenNumber),
  );
}

function sampledOf(found: ReadonlyMap<string, Sampled>, id: string): Sampled {
  const sampled = found.get(id);
  if (sampled === undefined) throw new Error('a record that was read has a sample');
  return sampled;
}
