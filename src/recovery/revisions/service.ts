/** Use case: comparing a certified figure with the present records. Lock order: the assessment. */
import type { Actor } from '../../core/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Deps } from '../../platform/deps.ts';
import { fact, record } from '../../platform/journal/index.ts';
import { lockAssessment } from '../assessments/store.ts';
import type { Frozen } from '../evidence/snapshot.ts';
import { findFrozen } from '../evidence/store.ts';
import { contentOf } from './content.ts';
import { compareFrozen, type Difference } from './difference.ts';
import { type Finding, findingOf, type Revision } from './revision.ts';
import { countRevisions, findLast, insertRevision, noteCompared, noteOpen } from './store.ts';

export { listTouched } from './store.ts';

const SERVICE: Actor = { subject: 'system', roles: [], source: 'local', scopes: [] };

type Comparing = {
  readonly id: string;
  /** The evaluation by the present records and law. */
  readonly frozen: Frozen;
  /** Law and methods of the comparison. */
  readonly comparedLaw: string;
  /** Last day for the decision on a revision that opens. */
  readonly dueOn: string | null;
};

/** Compares, and records a revision when figure, terms, findings or records are others than at the last comparison. */
export async function compareCertified(
  tx: Tx,
  deps: Deps,
  { id, frozen, comparedLaw, dueOn }: Comparing,
): Promise<Finding> {
  const { state, round, partyId, period, method, comparedIndex } = await lockAssessment(tx, id, undefined);
  const certified = state === 'certified' ? await findFrozen(tx, id, 'certification') : undefined;
  const { journalIndex } = frozen;
  const stale = certified === undefined || certified.round !== round || (comparedIndex ?? 0) > journalIndex;
  if (stale || certified.journalIndex > journalIndex) return 'none';
  const last = await findLast(tx, id, round);
  const difference = compareFrozen(contentOf(certified), contentOf(frozen));
  const finding = findingOf(difference, last);
  await noteCompared(tx, id, journalIndex, comparedLaw);
  if (finding === 'none') return finding;
  const number = (await countRevisions(tx, id)) + 1;
  const revision: Revision = {
    ...{ assessmentId: id, partyId, number, round, openedAt: deps.clock(), dueOn },
    ...{ sinceIndex: certified.journalIndex, journalIndex, difference },
  };
  await insertRevision(tx, revision);
  await noteOpen(tx, id, finding === 'opens' ? number : null);
  const said = { id, partyId, period, method, round, revision: number, dueOn, ...summaryOf(difference) };
  const kind = finding === 'opens' ? 'assessment.revision_opened' : 'assessment.revision_settled';
  await record(tx, [fact(kind, `assessment:${id}`, SERVICE, revision.openedAt, said)]);
  return finding;
}

/** The difference without its list of records. */
const summaryOf = ({ records: { listed: _, ...records }, ...difference }: Difference) => ({ ...difference, records });
