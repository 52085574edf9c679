/** Examples of files in the description of the API. */
import { EXAMPLE_IDS as ids } from '../core/example-ids.ts';

export const EXAMPLE_SHA256 = '8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4';
export const OTHER_SHA256 = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

export const FILE = {
  id: ids.file,
  sha256: EXAMPLE_SHA256,
  sizeBytes: 182_044,
  mediaType: 'application/pdf',
  name: '检测报告 演示检-2026-1008.pdf',
  partyId: ids.recycler,
  uploadedBy: ids.person,
  records: [],
  recordedAt: '2026-10-07T08:00:00.000Z',
  retainedUntil: '2036-10-07',
};
