/** Examples of organisations, sites, licences and vehicles, for the description of the API. */

import { EXAMPLE_IDS } from '../../core/example-ids.ts';
import { composeUscc } from '../../core/identifiers/uscc.ts';

const { carrier, collectionSite, collector, licence, person, storedImport, vehicle } = EXAMPLE_IDS;

export const REGISTER_PARTY = {
  uscc: composeUscc('91', '450100', 101),
  name: '演示收集有限公司',
  divisionCode: '450100',
  address: '南宁市演示路 1 号',
  contactName: '演示联系人',
  contactPhone: '0771-5550100',
};

export const PARTY = {
  id: collector,
  uscc: composeUscc('91', '450100', 101),
  usccMissingReason: null,
  name: '演示收集有限公司',
  provinceCode: '45',
  divisionCode: '450100',
  address: '南宁市演示路 1 号',
  state: 'active' as const,
  registeredAt: '2026-09-01T02:00:00.000Z',
  version: 1,
  warnings: [],
};

export const REGISTER_SITE = {
  kind: 'collection_point' as const,
  name: '演示收集网点',
  divisionCode: '450100',
  address: '南宁市演示路 1 号',
  latitude: 22.8154,
  longitude: 108.3275,
  storageLimitGrams: 3_000_000,
  storageLimitDays: 90,
};

export const SITE = {
  id: collectionSite,
  partyId: collector,
  ...REGISTER_SITE,
  registeredAt: '2026-09-01T02:05:00.000Z',
  version: 1,
  warnings: [],
};

export const REGISTER_WARNINGS = {
  items: [
    {
      record: 'party' as const,
      code: 'uscc-division-differs' as const,
      title: 'Social credit code of another place',
      records: 1,
    },
  ],
};

export const REGISTER_LICENCE = {
  number: 'GX4501000001',
  mode: 'collection' as const,
  wasteCodes: ['900-052-31'],
  annualLimitGrams: 30_000_000_000,
  validFrom: '2026-01-01',
  validTo: '2031-01-01',
  issuer: '演示生态环境局',
};

const ISSUED = {
  id: licence,
  partyId: collector,
  ...REGISTER_LICENCE,
  fileName: null,
  fileSha256: null,
  registeredAt: '2026-09-01T02:10:00.000Z',
  version: 1,
  doublesId: null,
};

const SUSPENDED = {
  step: 'suspend' as const,
  state: 'suspended' as const,
  effectiveOn: '2026-11-01',
  reason: '贮存场所整改。',
  recordedAt: '2026-10-28T03:00:00.000Z',
};
const REINSTATED = {
  ...{ step: 'reinstate' as const, state: 'valid' as const, effectiveOn: '2026-12-01' },
  ...{ reason: '整改完成。', recordedAt: '2026-11-27T03:00:00.000Z' },
};
const REVOKED = {
  ...{ step: 'revoke' as const, state: 'revoked' as const, effectiveOn: '2027-02-01' },
  ...{ reason: '不再符合许可条件。', recordedAt: '2027-01-28T03:00:00.000Z' },
};

export const LICENCE = { ...ISSUED, history: [SUSPENDED], version: 2 };

/** The licence as the answers to its registration and to each step show it. */
export const NEW_LICENCE = { ...ISSUED, history: [] };
export const LICENCE_AFTER = {
  suspend: LICENCE,
  reinstate: { ...ISSUED, history: [SUSPENDED, REINSTATED], version: 3 },
  revoke: { ...ISSUED, history: [SUSPENDED, REINSTATED, REVOKED], version: 4 },
};

export const REGISTER_VEHICLE = {
  plate: '桂A12345',
  plateColor: 'yellow' as const,
  permitNumber: '桂交运管许可南字450100000001号',
  permitValidFrom: '2026-01-01',
  permitValidTo: '2031-01-01',
};

export const VEHICLE = {
  id: vehicle,
  partyId: carrier,
  ...REGISTER_VEHICLE,
  trailer: false,
  registeredAt: '2026-09-01T02:15:00.000Z',
  version: 1,
  warnings: [],
};

export const PARTY_HISTORY = {
  items: [
    {
      number: 1,
      step: 'suspend' as const,
      fromState: 'active' as const,
      state: 'suspended' as const,
      reason: '未按期提交年度报告。',
      actor: person,
      at: '2026-10-20T02:00:00.000Z',
    },
  ],
};

export const IMPORT_REPORT = {
  kind: 'parties' as const,
  sheet: null,
  dryRun: false,
  mode: 'rows' as const,
  applied: true,
  counts: { rows: 2, registered: 1, unchanged: 0, refused: 1 },
  faultsTotal: 1,
  faults: [
    {
      sheet: null,
      line: 3,
      column: 3,
      letters: 'C',
      name: '单位名称',
      field: 'name',
      rule: 'invalid_type',
      detail: '缺少必填项“单位名称”列。',
      remedy: '请填写 1 至 200 个字符的文字，例如 演示再生铅有限公司。',
    },
  ],
  warningsTotal: 0,
  warnings: [],
  rows: [
    { line: 2, outcome: 'registered' as const, id: collector },
    { line: 3, outcome: 'refused' as const, id: null },
  ],
};

export const STORED_IMPORT = {
  id: storedImport,
  state: 'finished' as const,
  progress: { rows: 2, judged: 2 },
  createdAt: '2026-09-01T02:00:00.000Z',
  finishedAt: '2026-09-01T02:00:03.000Z',
  ...IMPORT_REPORT,
};
