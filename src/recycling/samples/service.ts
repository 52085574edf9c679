/** Use case: showing what was sampled to those who may see the record of a sample, its laboratory included. */
import type { Tx } from '../../platform/database/db.ts';
import { asServiceInAny } from '../../platform/database/row-security.ts';
import type { Sampled, SampleKind } from './sampled.ts';
import { findSampled } from './store.ts';

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

function sampledOf(found: ReadonlyMap<string, Sampled>, id: string): Sampled {
  const sampled = found.get(id);
  if (sampled === undefined) throw new Error('a record that was read has a sample');
  return sampled;
}
