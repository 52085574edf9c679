/** Manifests that name a batch, and what they need of it. */
import { and, asc, eq, ne, or } from 'drizzle-orm';
import type { Figures } from '../../core/dependant.ts';
import { DEPENDANTS_MAX, type ReadDependants } from '../../platform/dependants.ts';
import { manifestLines, manifests } from '../tables.ts';

/** States in which a manifest promises mass that has not left its batch yet. */
const PROMISING: readonly string[] = ['submitted', 'offline_paper'];

/**
 * Reads the manifests with a line about a batch. Every manifest has copied the description of the batch; one that is past
 * its draft and not handed over also needs the mass of its line.
 */
export const readManifestDependants: ReadDependants = async (db, { kind, id }) => {
  if (kind !== 'batch') return [];
  const rows = await db
    .select({
      id: manifests.id,
      state: manifests.state,
      transitBatchId: manifestLines.transitBatchId,
      massGrams: manifestLines.massGrams,
      pieces: manifestLines.pieces,
    })
    .from(manifestLines)
    .innerJoin(manifests, eq(manifests.id, manifestLines.manifestId))
    .where(
      and(or(eq(manifestLines.batchId, id), eq(manifestLines.receivedBatchId, id)), ne(manifests.state, 'cancelled')),
    )
    .orderBy(asc(manifests.id), asc(manifestLines.line))
    .limit(DEPENDANTS_MAX);
  return [...Map.groupBy(rows, (row) => row.id)].map(([manifestId, lines]) => {
    const state = lines[0]?.state ?? 'draft';
    const promised = lines.filter(({ transitBatchId }) => PROMISING.includes(state) && transitBatchId === null);
    const keeps: Figures = promised.length === 0 ? {} : totalOf(promised);
    // A draft can be drawn up again, so it is named; the lines of the others stay as they are.
    const figures: Figures = state === 'draft' ? {} : totalOf(lines);
    return { kind: 'manifest' as const, id: manifestId, state, figures, keeps };
  });
};

function totalOf(lines: readonly { readonly massGrams: number; readonly pieces: number }[]): Figures {
  const sum = (figure: 'massGrams' | 'pieces') => lines.reduce((total, line) => total + line[figure], 0);
  return { massGrams: sum('massGrams'), pieces: sum('pieces') };
}
