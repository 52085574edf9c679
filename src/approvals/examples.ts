/** Examples of approvals and exemptions, for the description of the API. */
import { EXAMPLE_IDS as ids } from '../core/example-ids.ts';
import { composeUscc } from '../core/identifiers/uscc.ts';

export const REGISTER_APPROVAL = {
  number: '演示环固转〔2026〕7号',
  consignorId: ids.recycler,
  receiverId: ids.foreignRecycler,
  licenceId: ids.foreignLicence,
  quantities: [{ wasteCode: '900-052-31', massGrams: 500_000_000 }],
  treatmentMethods: ['R4'],
  decidedOn: '2026-09-01',
  requestedUntil: '2027-08-31',
  legalBasis: '《危险废物转移管理办法》第二十六条',
  documents: [{ fileName: '批准决定.pdf', sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' }],
};

const { quantities: _, licenceId: __, ...REGISTERED } = REGISTER_APPROVAL;

export const APPROVAL = {
  id: ids.approval,
  ...REGISTERED,
  originProvince: '45',
  destinationProvince: '44',
  receiverLicence: 'DEMO4401000001',
  quantities: [
    { wasteCode: '900-052-31', approvedGrams: 500_000_000, usedGrams: 20_000_000, remainingGrams: 480_000_000 },
  ],
  validFrom: '2026-09-01',
  validTo: '2027-09-01',
  state: 'valid' as const,
  recordedAt: '2026-09-01T02:20:00.000Z',
  withdrawal: null,
};

export const WITHDRAW_APPROVAL = { withdrawnOn: '2026-12-01', reason: '接受人不再具备利用条件。' };

export const WITHDRAWN_APPROVAL = {
  ...APPROVAL,
  withdrawal: { ...WITHDRAW_APPROVAL, recordedAt: '2026-11-20T02:00:00.000Z' },
};

export const REGISTER_EXEMPTION = {
  grantedBy: '演示环固体函〔2026〕3号',
  wasteCodes: ['900-052-31'],
  receivers: [composeUscc('91', '440100', 99_998)],
  originProvince: '45',
  destinationProvince: '44',
  validFrom: '2026-01-01',
  validTo: '2028-01-01',
};

export const EXEMPTION = {
  id: ids.exemption,
  ...REGISTER_EXEMPTION,
  recordedAt: '2026-01-05T02:20:00.000Z',
  ending: null,
};

export const END_EXEMPTION = { endedOn: '2026-12-01', reason: '名单调整。' };

export const ENDED_EXEMPTION = {
  ...EXEMPTION,
  ending: { ...END_EXEMPTION, recordedAt: '2026-11-20T02:00:00.000Z' },
};

export const TRANSFER = {
  id: ids.manifest,
  approvalId: ids.approval,
  exemptionId: null,
  consignorId: ids.recycler,
  receiverId: ids.foreignRecycler,
  wasteCode: '900-052-31',
  handedOverGrams: 20_000_000,
  countedGrams: 20_000_000,
  handedOverOn: '2026-10-14',
  settledAt: null,
};
