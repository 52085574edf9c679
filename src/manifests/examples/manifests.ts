/** Examples of manifests, for the description of the API. */

import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { composeUscc } from '../../core/identifiers/uscc.ts';

const { batch, carrier, collectionSite, collector, licence, manifest, receivedBatch } = EXAMPLE_IDS;
const { recycler, recyclingSite, transitBatch } = EXAMPLE_IDS;

export const DRAFT_MANIFEST = {
  carrierId: carrier,
  receiverId: recycler,
  consignorSiteId: collectionSite,
  receiverSiteId: recyclingSite,
  lines: [{ batchId: batch, massGrams: 198_400, pieces: 12, packaging: 'pallet', packages: 1 }],
};

const PARTY = { provinceCode: '45' };

export const MANIFEST = {
  id: manifest,
  version: 6,
  state: 'accepted' as const,
  number: '20264500000123',
  numbering: 'issued' as const,
  numberConfirmed: true,
  paper: null,
  originProvince: '45',
  destinationProvince: '45',
  wasteCode: '900-052-31',
  consignor: { ...PARTY, uscc: composeUscc('91', '450100', 101), name: '演示收集有限公司' },
  carrier: { ...PARTY, uscc: composeUscc('91', '450100', 102), name: '演示危货运输有限公司' },
  receiver: { ...PARTY, uscc: composeUscc('91', '450100', 103), name: '演示再生铅有限公司' },
  consignorSite: { name: '演示收集网点', divisionCode: '450100', address: '南宁市演示路 1 号' },
  receiverSite: { name: '演示再生铅厂', divisionCode: '450100', address: '南宁市演示路 9 号' },
  receiverLicence: 'GX4501000001',
  transportMode: 'hazardous' as const,
  lines: [
    {
      line: 1,
      batteryKind: 'starter',
      riskClass: 'I',
      condition: 'whole',
      packaging: 'pallet',
      packages: 1,
      massGrams: 198_400,
      pieces: 12,
      weighedGrams: 198_390,
      acceptedGrams: 198_390,
      acceptedPieces: 12,
      refusedGrams: 0,
      refusedPieces: 0,
      returnedGrams: null,
      returnedPieces: null,
      treatmentMethod: 'R4',
      batchId: batch,
      transitBatchId: transitBatch,
      receivedBatchId: receivedBatch,
      returnedBatchId: null,
    },
  ],
  transport: {
    plates: ['桂A12345'],
    permitNumber: '桂交运管许可南字450100000001号',
    driver: '演示驾驶人',
    from: '南宁市演示路 1 号',
    via: null,
    protections: ['rain', 'leakage'],
  },
  significantDifference: false,
  differenceKinds: [],
  remarks: null,
  closingRemarks: null,
  cancellationReason: null,
  submittedAt: '2026-10-07T00:00:00.000Z',
  numberedAt: '2026-10-07T00:00:01.310Z',
  handedOverAt: '2026-10-07T01:00:00.000Z',
  departedAt: '2026-10-07T01:20:00.000Z',
  arrivedAt: '2026-10-07T03:05:00.000Z',
  disputedAt: null,
  decidedAt: '2026-10-07T03:40:00.000Z',
  closedAt: null,
  cancelledAt: null,
  consignorId: collector,
  carrierId: carrier,
  receiverId: recycler,
  consignorSiteId: collectionSite,
  receiverSiteId: recyclingSite,
  digest: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  confirmationDueOn: '2026-10-13',
  late: false,
  overdue: false,
  backfillDueOn: null,
  backfilledLate: null,
  warnings: [],
  acceptedLicenceId: licence,
  createdAt: '2026-10-06T23:58:00.000Z',
  updatedAt: '2026-10-07T03:40:00.092Z',
};

export const MANIFEST_HISTORY = {
  items: [
    {
      index: 3_120,
      kind: 'manifest.handed_over',
      number: 4,
      occurredAt: '2026-10-07T01:00:00.000Z',
      recordedAt: '2026-10-07T01:00:00.087Z',
      actor: { subject: EXAMPLE_IDS.person, partyId: collector, source: 'local' },
      payload: { manifestId: manifest, version: 4, step: 'hand_over' },
      hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
};
