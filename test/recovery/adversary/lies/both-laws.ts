/** Tries one kind of lie under the law of before, which believes it, and under the present one. */
import type fc from 'fast-check';
import { beforeAll } from 'vitest';
import type { TestApp } from '../../../app/fixture.ts';
import type { History, Year } from '../acts.ts';
import { type AdversaryReport, openLanes, tryAdversary } from '../trial.ts';

/** Histories of a seed that are worth their time, under each law. `npm run adversary` makes many of every kind. */
type Histories = { readonly seed: number; readonly before: readonly number[]; readonly since: readonly number[] };

/** Sets the law of before for the year 2026, by key and value. */
export function useLawOfBefore(app: TestApp, values: Readonly<Record<string, object>>): void {
  beforeAll(async () => {
    for (const [key, value] of Object.entries(values)) {
      await app.database.db.execute(
        `insert into law_values (key, valid_from, valid_to, value, source, confidence)
         values ('${key}', '2026-06-01', '2027-01-01', '${JSON.stringify(value)}', '演示', 'I')`,
      );
    }
  });
}

export async function tryBothLaws(
  app: TestApp,
  lies: (year: Year) => fc.Arbitrary<History>,
  { seed, before, since }: Histories,
): Promise<Readonly<Record<'before' | 'since', AdversaryReport>>> {
  app.clock.now = new Date('2027-01-05T04:00:00.000Z');
  const earlier = await tryAdversary(app, await openLanes(app), { seed, only: before }, lies(2026));
  app.clock.now = new Date('2027-04-05T04:00:00.000Z');
  const later = await tryAdversary(app, await openLanes(app), { seed, only: since }, lies(2027));
  return { before: earlier, since: later };
}
