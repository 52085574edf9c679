/** Examples of analyses, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../../core/example-ids.ts';
import { SAMPLED } from '../samples/examples.ts';

const GIVEN = {
  basis: 'batch' as const,
  batchId: ids.receivedBatch,
  substance: 'water' as const,
  ppm: 112_000,
  method: '105 ℃ 烘干法',
  laboratory: '演示检测中心',
  laboratoryId: ids.laboratory,
  sampleMark: '演示样-1009',
  certificateNumber: '演示检-2026-1009',
};

export const RECORD_ANALYSIS = { ...GIVEN, sampledAt: '2026-10-07T14:00:00+08:00' };

export const ANALYSIS = {
  ...{ id: ids.analysis, partyId: ids.recycler, ...GIVEN, material: null, supplierId: null, batteryKind: null },
  ...{ certificateSha256: null, certificateFileId: null, replacesId: null, sampled: SAMPLED },
  sampledAt: '2026-10-07T06:00:00.000Z',
  recordedAt: '2026-10-07T08:00:00.000Z',
};
