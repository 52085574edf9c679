/** Use case: reading what the open runs of an enterprise held at one end of a period. */
import type { Reader } from '../../platform/database/db.ts';
import { listOpenRuns, listRunMovements } from '../../recycling/index.ts';
import { type AppliedContent, type LeadRecord, NO_CONTENT } from '../lead-records.ts';
import { type ContentPart, dividedRecord, onlyContent } from '../terms/origin.ts';
import { type End, isImplausible, lacksContent, type RunMovement, recordOfRun } from './open-run.ts';

/** An open run with the records of its content. */
export type RunStock = {
  readonly runId: string;
  readonly siteId: string;
  readonly heldGrams: number;
  readonly records: readonly LeadRecord[];
  /** Feeds and outputs whose lead content is unknown. */
  readonly unknown: number;
  readonly implausible: boolean;
};

type Reading = {
  readonly partyId: string;
  readonly end: End;
  /** First instant after the end. */
  readonly at: Date;
  readonly uncertaintyBasisPoints: number;
  readonly contentsOf: ReadContents;
  readonly madeContentsOf: ReadMade;
};

/** Reads the contents with which batteries came, with their shares by mass. */
export type ReadContents = (
  batchIds: readonly string[],
) => Promise<ReadonlyMap<string, { readonly parts: readonly ContentPart[] }>>;

/** Reads the contents of batches other than batteries. */
export type ReadMade = (batchIds: readonly string[]) => Promise<ReadonlyMap<string, AppliedContent>>;

/** Reads the open runs with mass, and the lead that their feeds and outputs leave in them. */
export async function readOpenRuns(
  db: Reader,
  { partyId, end, at, uncertaintyBasisPoints, contentsOf, madeContentsOf }: Reading,
): Promise<RunStock[]> {
  const runs = await listOpenRuns(db, { partyId, at });
  if (runs.length === 0) return [];
  const moved = await listRunMovements(
    db,
    runs.map(({ runId }) => runId),
    at,
  );
  const ofRuns = Map.groupBy(moved.flatMap(runMovement), ({ evidence }) => evidence);
  const idsOf = (battery: boolean) =>
    [...ofRuns.values()]
      .flat()
      .flatMap(({ batchKind, batchId }) => ((batchKind === 'battery') === battery ? batchId : []));
  const came = await contentsOf(idsOf(true));
  const made = await madeContentsOf(idsOf(false));
  return runs.map(({ runId, siteId, heldGrams }) => {
    const known = (ofRuns.get(`run:${runId}`) ?? []).map((movement) => {
      const parts = came.get(movement.batchId)?.parts ?? onlyContent(made.get(movement.batchId) ?? NO_CONTENT);
      return { movement, parts };
    });
    const records = known.flatMap(({ movement, parts }) =>
      dividedRecord(recordOfRun(runId, movement, NO_CONTENT, end), parts),
    );
    return {
      ...{ runId, siteId, heldGrams, records },
      unknown: known.filter(({ movement, parts }) => parts.some(({ content }) => lacksContent(movement, content)))
        .length,
      implausible: isImplausible(records, heldGrams, uncertaintyBasisPoints),
    };
  });
}

type Moved = Awaited<ReturnType<typeof listRunMovements>>[number];

/** Narrows a movement to a feed or an output. */
function runMovement(moved: Moved): (Moved & Pick<RunMovement, 'kind'>)[] {
  const { kind } = moved;
  return kind === 'feed' || kind === 'output' ? [{ ...moved, kind }] : [];
}
