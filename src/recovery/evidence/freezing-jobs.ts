/** Freezes the evaluation of an assessment for background work and for a process of its own. */
import type { Visibility } from '../../core/access/visibility.ts';
import { readAs } from '../../platform/database/row-security.ts';
import type { RequestDeps } from '../../platform/deps.ts';
import type { LawCache } from '../../platform/law/index.ts';
import { findAssessment } from '../assessments/queries.ts';
import { periodOf } from '../periods/period.ts';
import { chainsOf } from './chains.ts';
import type { FrozenApart } from './freezing-service.ts';
import { assessedLawOf, findingsOf, methodsOf, readFreezing, toFrozen } from './queries.ts';
import { evaluateWhole } from './reading-service.ts';

/** Freezes the evaluation as the records and the law are now. */
export async function freezeNow(
  deps: Pick<RequestDeps, 'db' | 'connections' | 'clock'>,
  cache: LawCache,
  visibility: Visibility,
  id: string,
): Promise<FrozenApart> {
  const asOf = deps.clock();
  const found = await readAs(deps.db, { visibility }, (tx) => findAssessment(tx, visibility, id));
  const { partyId, period: text } = found;
  const period = periodOf(text);
  const law = assessedLawOf(cache, period);
  const { conditions, fractionLaw, months } = law;
  const asked = { partyId, period, asOf, conditions, fractionLaw, months };
  const { more, ...read } = await evaluateWhole(deps, visibility, asked, (tx, found) =>
    readFreezing(tx, visibility, id, { ...found, day: period.closedOn }),
  );
  const whole = { ...read, ...more, law, period, asOf };
  const methods = methodsOf(whole);
  const findings = findingsOf(methods, found).map(({ code, severity }) => ({ code, severity }));
  return { findings, frozen: toFrozen({ ...whole, methods }), chains: chainsOf(whole) };
}
