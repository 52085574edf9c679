/** Examples of dioxin measurements, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';

const SAMPLE = {
  ...{ femtogramsPerCubicMetre: 50_000, oxygenBasisPoints: 1_450, cubicMetresPerHour: 60_000 },
  ...{ celsius: 82, moistureBasisPoints: 610, loadBasisPoints: 9_200 },
};

const GIVEN = {
  siteId: ids.recyclingSite,
  ...{ outlet: 'DA003', furnace: '侧吹炉 1#', pvcSeparated: true, technologyClass: '3' as const },
  ...{ laboratory: '演示检测中心', cmaNumber: '2026演示0001', method: 'HJ 77.2-2008' },
  ...{ nonDetectRule: 'half_limit' as const, teqScheme: 'i_tef' as const },
  samples: [SAMPLE, SAMPLE, SAMPLE],
  ...{ operatingHours: 7_200, productGrams: 60_000_000_000, certificateNumber: '演示检-2026-0077' },
};

export const RECORD_DIOXIN = {
  ...GIVEN,
  startedAt: '2026-10-13T09:00:00+08:00',
  sampledAt: '2026-10-13T16:30:00+08:00',
};

export const DIOXIN = {
  ...{ id: ids.dioxin, partyId: ids.recycler, ...GIVEN, congeners: null },
  ...{ certificateSha256: null, certificateFileId: null, replacesId: null },
  startedAt: '2026-10-13T01:00:00.000Z',
  sampledAt: '2026-10-13T08:30:00.000Z',
  recordedAt: '2026-11-01T01:10:00.000Z',
};
