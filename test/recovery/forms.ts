/** The two forms in which an evaluation reads records: each of them, and the sums of those that count alike. */
import { expect } from 'vitest';
import type { Evaluation } from '../../src/recovery/evaluation.ts';
import { isProvisional, periodOf } from '../../src/recovery/periods/period.ts';
import { recoveryLawOf } from '../../src/recovery/question/law-queries.ts';
import { toRecoveryAnswers } from '../../src/recovery/schemas.ts';
import { evaluate } from '../../src/recovery/service.ts';
import type { TestApp } from '../app/fixture.ts';

/** Evaluates a period in both forms, expects one answer in both languages, and returns the records of each. */
export async function inBothForms(app: Pick<TestApp, 'deps' | 'clock'>, partyId: string, text: string) {
  const period = periodOf(text);
  const asOf = app.clock.now;
  const { conditions, ...law } = recoveryLawOf(await app.deps.law(), period);
  const provisional = isProvisional(period, asOf);
  const readAs = (sums: boolean): Promise<Evaluation> =>
    app.deps.db.transaction((tx) => evaluate(tx, partyId, period, { ...conditions, provisional, sums }));
  const read = { ...law, asOf, controls: conditions.controls, provisional, journalIndex: 0 };
  const [each, sums] = [await readAs(false), await readAs(true)];
  expect(toRecoveryAnswers(partyId, period, sums, read)).toEqual(toRecoveryAnswers(partyId, period, each, read));
  return { each: each.records, sums: sums.records };
}
