/** Background work of revisions: compares certified figures when the journal touches their organisation, or the law changes. */
import { dayOf } from '../../core/calendar.ts';
import { canonicalHash } from '../../core/canonical.ts';
import type { ServiceDeps } from '../../platform/deps.ts';
import type { LawCache } from '../../platform/law/index.ts';
import type { Sweep } from '../../platform/process/background.ts';
import type { RunTask } from '../../platform/process/task.ts';
import { revisionDaysIn } from '../assessments/law-schemas.ts';
import { findAssessment } from '../assessments/queries.ts';
import { dueOn } from '../assessments/service.ts';
import { computeDueDays } from '../due-days/service.ts';
import { freezeNow } from '../evidence/freezing-jobs.ts';
import { freezeApart } from '../evidence/freezing-service.ts';
import type { Frozen } from '../evidence/snapshot.ts';
import { METHODS } from '../methods/registry/registry.ts';
import { periodOf } from '../periods/period.ts';
import { isLargePeriod } from '../question/service.ts';
import { compareCertified, listTouched } from './service.ts';

const SWEEP_MS = 30_000;
const DUE_DAYS_MS = 60_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const ALL = { of: 'all' } as const;

type SweepDeps = ServiceDeps & { readonly law: () => Promise<LawCache>; readonly runTask: RunTask };

export const revisionSweeps = (deps: SweepDeps): Sweep[] => [
  { name: 'revisions', everyMs: SWEEP_MS, pass: () => compareTouched(deps) },
  { name: 'recovery-due-days', everyMs: DUE_DAYS_MS, pass: () => computeDueDaysNow(deps) },
];

/** Computes last days that were unknown, once the work calendar of their year is loaded. */
async function computeDueDaysNow(deps: SweepDeps): Promise<number> {
  const law = await deps.law();
  return computeDueDays(deps, law, (day) => revisionDaysIn(law, day));
}

/** Compares every figure that needs it. One that cannot be computed is tried again by the next pass. */
async function compareTouched(deps: SweepDeps): Promise<number> {
  let found = 0;
  const comparedLaw = lawOf(await deps.law());
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const touched = await listTouched(deps.db, after, comparedLaw);
    for (const { id } of touched) {
      try {
        if ((await compareOne(deps, id)) !== 'none') found += 1;
      } catch (error) {
        deps.log.warn({ error, assessment: id }, 'a certified figure was not compared');
      }
    }
    after = touched.at(-1)?.id;
  }
  return found;
}

/** Names the law and the methods by which figures are computed. */
const lawOf = ({ fingerprint }: LawCache): string => canonicalHash({ fingerprint, methods: METHODS });

async function compareOne(deps: SweepDeps, id: string) {
  // The law is read once, so that what was compared is noted under the law that was used.
  const law = await deps.law();
  const frozen = await freeze(deps, law, id);
  const now = deps.clock();
  const due = dueOn(now, revisionDaysIn(law, dayOf(now)), law.calendar);
  const comparing = { id, frozen, comparedLaw: lawOf(law), dueOn: due };
  return deps.db.transaction((tx) => compareCertified(tx, deps, comparing));
}

/** Freezes the evaluation as the records and the law are now: that of a large period in a process of its own. */
async function freeze(deps: SweepDeps, law: LawCache, id: string): Promise<Frozen> {
  const { partyId, period } = await findAssessment(deps.db, ALL, id);
  const isLarge = await isLargePeriod(deps, ALL, { partyId, period: periodOf(period) });
  const { frozen } = isLarge ? await freezeApart(deps, ALL, id) : await freezeNow(deps, law, ALL, id);
  return frozen;
}
