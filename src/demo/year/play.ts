/** Plays a year of two recyclers after the month, and reads what the service makes of it. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../core/messages/language.ts';
import { GUANGXI } from '../plan/place.ts';
import type { Stage } from '../stage/stage.ts';
import { registerAll, registerLorry } from '../trade/registry.ts';
import { assess } from './assessment.ts';
import { MONTHS, periodOf, YEAR } from './calendar.ts';
import { CARRIER, HONEST, OTHER, PLATES, YEAR_CAST } from './cast.ts';
import { openDesk } from './desk.ts';
import { readMethods, readRate, readTried, takeHome, type YearOutcome } from './outcome.ts';
import { playRecycler } from './recycler.ts';
import { TRICKS } from './tricks.ts';

type Options = { readonly language: Language; readonly folder: string | undefined };

export async function playYear(stage: Stage, { language, folder }: Options): Promise<YearOutcome> {
  const startedAt = performance.now();
  const registry = await registerAll(stage, { enterprises: YEAR_CAST, loads: [] });
  const carrierId = registry.party(GUANGXI, CARRIER.key);
  for (const plate of PLATES) await registerLorry(stage, carrierId, { province: GUANGXI, carrier: CARRIER.key, plate });
  const [honest, other] = await Promise.all([openDesk(stage, registry, HONEST), openDesk(stage, registry, OTHER)]);
  const [, attempts] = await Promise.all([playRecycler(honest, []), playRecycler(other, TRICKS)]);
  const rates = await Promise.all(MONTHS.map((month) => readRate(stage, honest.id, periodOf(month))));
  const assessed = await assess(stage, { partyId: honest.id, period: YEAR, language });
  const home = folder === undefined ? await mkdtemp(join(tmpdir(), 'leadloop-report-')) : join(folder, 'report');
  const isCertified = assessed.state === 'certified';
  const taken = isCertified
    ? await takeHome(stage, { partyId: honest.id, assessmentId: assessed.id, folder: home, language })
    : { files: [], thumbprint: '', verified: '' };
  return {
    honest: {
      ...{ name: HONEST.name, partyId: honest.id, assessed, months: rates, ...taken },
      ...{ rate: await readRate(stage, honest.id, YEAR), methods: await readMethods(stage, honest.id) },
    },
    other: {
      ...{ name: OTHER.name, partyId: other.id, rate: await readRate(stage, other.id, YEAR) },
      ...{
        assessed: await assess(stage, { partyId: other.id, period: YEAR, language }),
        tried: await readTried(stage, { partyId: other.id, attempts, language }),
      },
    },
    seconds: (performance.now() - startedAt) / 1_000,
  };
}
