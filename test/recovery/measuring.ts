/** Measurements of dioxin, for tests of figures of a year. */
import type { Enterprise } from '../app/fixture.ts';
import { ok } from './plant.ts';

/** Records a measurement of dioxin: 60 000 m³/h for 7 200 h. */
export function measure(who: Enterprise, day: string, changes: object) {
  const sample = {
    ...{ femtogramsPerCubicMetre: 450_000, oxygenBasisPoints: 1_450, cubicMetresPerHour: 60_000 },
    ...{ celsius: 82, moistureBasisPoints: 610, loadBasisPoints: 9_200 },
  };
  return ok(
    who.post('/v1/dioxin-measurements', {
      ...{ siteId: who.siteId, outlet: 'DA003', furnace: '侧吹炉', pvcSeparated: true },
      ...{ laboratory: '演示检测中心', cmaNumber: '演示', method: 'HJ 77.2-2008', teqScheme: 'i_tef' },
      ...{ nonDetectRule: 'half_limit', samples: [sample, sample, sample] },
      ...{ operatingHours: 7_200, productGrams: 36_000_000_000 },
      ...{ startedAt: `${day}T08:00:00+08:00`, sampledAt: `${day}T16:00:00+08:00`, ...changes },
    }),
  );
}
