/** Problems of approvals of transfers to another province, and of exemptions from them. */
import { exampleCodes } from '../core/example-codes.ts';
import { EXAMPLE_IDS as ids, NOTHING } from '../core/example-ids.ts';
import { PROVINCES } from '../core/identifiers/provinces.ts';
import { defineProblems } from '../core/messages/problem.ts';

export const approvalProblem = defineProblems(
  {
    'approval-missing': {
      kind: 'missing',
      en: {
        title: 'Approval not found',
        detail: 'No approval that you may see has the id {id}.',
        remedy: 'Check the id: GET /v1/approvals.',
      },
      zh: {
        title: '批准决定不存在',
        detail: '没有编号为 {id} 且您有权查看的跨省转移批准决定。',
        remedy: '请通过 GET /v1/approvals 核对编号。',
      },
    },
    'approval-exists': {
      kind: 'conflict',
      en: {
        title: 'Approval already registered',
        detail: 'The decision {number} is already registered.',
        remedy: 'Check the number of the decision; find it with GET /v1/approvals?number={number}.',
      },
      zh: {
        title: '批准决定已登记',
        detail: '批准文号 {number} 已登记。',
        remedy: '请核对批准文号；可通过 GET /v1/approvals?number={number} 查询。',
      },
    },
    'approval-of-another-province': {
      kind: 'rule',
      en: {
        title: 'Consignor of another province',
        detail:
          'The consignor belongs to {provinceCode:province}; this system registers decisions of {province:province}.',
        remedy: 'The province of origin registers its own decisions. Name a consignor of this province.',
      },
      zh: {
        title: '移出人不属于本省',
        detail: '移出人属于{provinceCode:province}，本系统只登记{province:province}作出的批准决定。',
        remedy: '批准决定由移出地省级生态环境主管部门登记；请填写本省的移出人。',
      },
    },
    'approval-within-province': {
      kind: 'rule',
      en: {
        title: 'Receiver of this province',
        detail: 'The receiver belongs to {province:province} as the consignor does, so the transfer needs no approval.',
        remedy: 'Name a receiver of another province.',
      },
      zh: {
        title: '接受人属于本省',
        detail: '接受人与移出人同属{province:province}，省内转移无须跨省转移批准。',
        remedy: '请填写其他省份的接受人。',
      },
    },
    'approval-licence-missing': {
      kind: 'rule',
      en: {
        title: 'Licence of another organisation',
        detail: 'The receiver has no licence with the id {licenceId}.',
        remedy: 'Name a licence of the receiver: GET /v1/parties/{receiverId}/licences.',
      },
      zh: {
        title: '许可证不属于接受人',
        detail: '接受人没有编号为 {licenceId} 的许可证。',
        remedy: '请填写接受人的许可证；可通过 GET /v1/parties/{receiverId}/licences 查询。',
      },
    },
    'approval-licence-insufficient': {
      kind: 'rule',
      en: {
        title: 'Licence does not cover the waste',
        detail: 'Licence {number} of the receiver does not cover {wasteCode} on {decidedOn}.',
        remedy: 'Name a licence that covers every waste code on the day of the decision.',
      },
      zh: {
        title: '许可证不覆盖该废物',
        detail: '接受人的许可证 {number} 在 {decidedOn} 不覆盖废物代码 {wasteCode}。',
        remedy: '请填写在决定作出之日覆盖全部废物代码的许可证。',
      },
    },
    'approval-method-unknown': {
      kind: 'rule',
      en: {
        title: 'Unknown treatment method',
        detail: '“{value}” is no treatment method in force on the day of the decision.',
        remedy: 'Use one of: {known:code}.',
      },
      zh: {
        title: '利用处置方式代码不存在',
        detail: '“{value}”不在决定日期有效的利用处置方式代码表中。',
        remedy: '请使用以下代码：{known:code}。',
      },
    },
    'approval-in-future': {
      kind: 'rule',
      en: {
        title: 'Decision in the future',
        detail: 'The decision is dated {decidedOn}; today is {today}.',
        remedy: 'Register a decision on or after its day.',
      },
      zh: {
        title: '决定日期晚于今天',
        detail: '决定日期为 {decidedOn}，今天是 {today}。',
        remedy: '请在决定作出后登记，并核对决定日期。',
      },
    },
    'approval-never-valid': {
      kind: 'rule',
      en: {
        title: 'Approval without validity',
        detail: 'Decided on {decidedOn}, the approval would end before {validTo}.',
        remedy: 'Give a last day of the transfer on or after the decision, and a licence that is valid then.',
      },
      zh: {
        title: '批准决定没有有效期',
        detail: '决定日期为 {decidedOn}，有效期止于 {validTo}（不含当日）。',
        remedy: '请填写不早于决定日期的拟转移截止日期，并选用届时有效的许可证。',
      },
    },
    'approval-withdrawn': {
      kind: 'conflict',
      en: {
        title: 'Approval already withdrawn',
        detail: 'Approval {id} was withdrawn from {withdrawnOn} on.',
        remedy: 'A withdrawal stays. Register a new decision with POST /v1/approvals.',
      },
      zh: {
        title: '批准决定已撤销',
        detail: '批准决定 {id} 自 {withdrawnOn} 起已撤销。',
        remedy: '撤销不予更改；重新批准的，请通过 POST /v1/approvals 登记。',
      },
    },
    'approval-withdrawal-outside': {
      kind: 'rule',
      en: {
        title: 'Withdrawal outside the validity',
        detail: 'The approval is valid from {validFrom} to before {validTo}; {withdrawnOn} is not in it.',
        remedy: 'Give the first day on which the approval is no longer valid, within its validity.',
      },
      zh: {
        title: '撤销日期不在有效期内',
        detail: '该批准决定有效期自 {validFrom} 起至 {validTo}（不含当日）止，{withdrawnOn} 不在其内。',
        remedy: '请填写有效期内停止有效的首日。',
      },
    },
    'exemption-missing': {
      kind: 'missing',
      en: {
        title: 'Exemption not found',
        detail: 'No exemption from approval has the id {id}.',
        remedy: 'Check the id: GET /v1/transfer-exemptions.',
      },
      zh: {
        title: '豁免规定不存在',
        detail: '没有编号为 {id} 的跨省转移豁免规定。',
        remedy: '请通过 GET /v1/transfer-exemptions 核对编号。',
      },
    },
    'exemption-ended': {
      kind: 'conflict',
      en: {
        title: 'Exemption already ended',
        detail: 'Exemption {id} ended on {endedOn}.',
        remedy: 'An end stays. Register a new exemption with POST /v1/transfer-exemptions.',
      },
      zh: {
        title: '豁免规定已终止',
        detail: '豁免规定 {id} 自 {endedOn} 起已终止。',
        remedy: '终止不予更改；如有新的规定，请通过 POST /v1/transfer-exemptions 登记。',
      },
    },
    'exemption-end-outside': {
      kind: 'rule',
      en: {
        title: 'End outside the validity',
        detail: 'The exemption is valid from {validFrom} on; {endedOn} is not in its validity.',
        remedy: 'Give the first day on which the exemption is no longer in force, within its validity.',
      },
      zh: {
        title: '终止日期不在有效期内',
        detail: '该豁免规定自 {validFrom} 起有效，{endedOn} 不在其有效期内。',
        remedy: '请填写有效期内停止有效的首日。',
      },
    },
    'transfer-not-approved': {
      kind: 'rule',
      en: {
        title: 'Transfer to another province not approved',
        detail:
          'No approval covers {wasteCode} from this consignor to this receiver in {province:province} on {on}, and no exemption is in force (Order 23, Art 21).',
        remedy:
          'Apply to the environmental authority of the province of origin; once it has decided, it registers the approval with POST /v1/approvals.',
      },
      zh: {
        title: '跨省转移未经批准',
        detail:
          '{on} 没有批准决定覆盖该移出人向{province:province}的该接受人转移 {wasteCode}，也没有有效的豁免规定（《危险废物转移管理办法》第二十一条）。',
        remedy: '请向移出地省级生态环境主管部门申请；作出决定后，由其通过 POST /v1/approvals 登记。',
      },
    },
    'approval-not-valid': {
      kind: 'rule',
      en: {
        title: 'Approval not valid on the day',
        detail: 'Approval {number} is valid from {validFrom} to before {validTo}, and not on {on}.',
        remedy: 'Apply for a new approval. Nothing is handed over without one (Order 23, Art 27 and 28).',
      },
      zh: {
        title: '批准决定不在有效期内',
        detail: '批准决定 {number} 有效期自 {validFrom} 起至 {validTo}（不含当日）止，{on} 不在其内。',
        remedy: '请重新申请批准；未经批准不得转移（《危险废物转移管理办法》第二十七条、第二十八条）。',
      },
    },
    'approval-quantity-exceeded': {
      kind: 'rule',
      en: {
        title: 'Approved quantity exceeded',
        detail:
          'The load of {massGrams:mass} of {wasteCode} is more than approval {number} has left: {remainingGrams:mass} of {approvedGrams:mass} ({usedGrams:mass} used).',
        remedy: 'Transfer at most what is left, or apply for a new approval (Order 23, Art 27 and 28).',
      },
      zh: {
        title: '超出批准数量',
        detail:
          '本次转移 {wasteCode} {massGrams:mass}，超出批准决定 {number} 的剩余数量：批准 {approvedGrams:mass}，已用 {usedGrams:mass}，剩余 {remainingGrams:mass}。',
        remedy: '请按剩余数量转移，或重新申请批准（《危险废物转移管理办法》第二十七条、第二十八条）。',
      },
    },
  },
  { province: PROVINCES, code: {} },
  {
    'approval-missing': { id: NOTHING, pointer: '#/params/id' },
    'approval-exists': { number: '演示环固转〔2026〕7号', pointer: '#/body/number' },
    'approval-of-another-province': { provinceCode: '44', province: '45', pointer: '#/body/consignorId' },
    'approval-within-province': { province: '45', pointer: '#/body/receiverId' },
    'approval-licence-missing': { licenceId: NOTHING, receiverId: ids.foreignRecycler, pointer: '#/body/licenceId' },
    'approval-licence-insufficient': {
      ...{ number: 'DEMO4401000001', wasteCode: '321-029-48', decidedOn: '2026-09-01' },
      pointer: '#/body/licenceId',
    },
    'approval-method-unknown': {
      ...{ value: 'R99', known: exampleCodes('treatment-methods') },
      pointer: '#/body/treatmentMethods/0',
    },
    'approval-in-future': { decidedOn: '2026-12-01', today: '2026-10-15', pointer: '#/body/decidedOn' },
    'approval-never-valid': { decidedOn: '2026-09-01', validTo: '2026-08-31', pointer: '#/body/requestedUntil' },
    'approval-withdrawn': { id: ids.approval, withdrawnOn: '2026-10-01', pointer: '#/params/id' },
    'approval-withdrawal-outside': {
      ...{ withdrawnOn: '2028-01-01', validFrom: '2026-09-01', validTo: '2027-09-01' },
      pointer: '#/body/withdrawnOn',
    },
    'exemption-missing': { id: NOTHING, pointer: '#/params/id' },
    'exemption-ended': { id: ids.exemption, endedOn: '2026-10-01', pointer: '#/params/id' },
    'exemption-end-outside': { endedOn: '2020-01-01', validFrom: '2026-01-01', pointer: '#/body/endedOn' },
    'transfer-not-approved': {
      ...{ wasteCode: '900-052-31', province: '44', on: '2026-10-14' },
      pointer: '#/document/receiver',
    },
    'approval-not-valid': {
      ...{ number: '演示环固转〔2025〕7号', validFrom: '2025-09-01', validTo: '2026-09-01', on: '2026-10-14' },
      pointer: '#/body/at',
    },
    'approval-quantity-exceeded': {
      ...{ number: '演示环固转〔2026〕7号', wasteCode: '900-052-31', massGrams: 30_000_000 },
      ...{ approvedGrams: 500_000_000, usedGrams: 480_000_000, remainingGrams: 20_000_000 },
      pointer: '#/document/lines',
    },
  },
);
