/** Background work of revisions: compares certified figures when the journal touches their organisation. */
import type { ServiceDeps } from '../../platform/deps.ts';
import type { LawCache } from '../../platform/law/index.ts';
import type { Sweep } from '../../platform/process/background.ts';
import { findAssessment } from '../assessments/queries.ts';
import { assessedLawOf, methodsOf, readFreezing, toFrozen } from '../evidence/queries.ts';
import { evaluateWhole } from '../evidence/reading-service.ts';
import { periodOf } from '../periods/period.ts';
import { compareCertified, listTouched } from './service.ts';

const SWEEP_MS = 30_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const ALL = { of: 'all' } as const;

type SweepDeps = ServiceDeps & { readonly law: () => Promise<LawCache> };

export const revisionSweeps = (deps: SweepDeps): Sweep[] => [
  { name: 'revisions', everyMs: SWEEP_MS, pass: () => compareTouched(deps) },
];

/** Compares every figure that needs it. One that cannot be computed is tried again by the next pass. */
async function compareTouched(deps: SweepDeps): Promise<number> {
  let found = 0;
  for (let after: string | undefined = FIRST; after !== undefined; ) {
    const touched = await listTouched(deps.db, after);
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

async function compareOne(deps: SweepDeps, id: string) {
  const frozen = await freezeNow(deps, id);
  return deps.db.transaction((tx) => compareCertified(tx, deps, id, frozen));
}

/** Freezes the evaluation as the records and the law are now. */
async function freezeNow(deps: SweepDeps, id: string) {
  const asOf = deps.clock();
  const { partyId, period: text } = await findAssessment(deps.db, ALL, id);
  const period = periodOf(text);
  const law = assessedLawOf(await deps.law(), period);
  const { conditions, fractionLaw } = law;
  const asked = { partyId, period, asOf, conditions, fractionLaw };
  const { more, ...read } = await evaluateWhole(deps, ALL, asked, (tx, { evaluation }) =>
    readFreezing(tx, ALL, id, { evaluation, day: period.closedOn }),
  );
  const whole = { ...read, ...more, law, period, asOf };
  return toFrozen({ ...whole, methods: methodsOf(whole) });
}
