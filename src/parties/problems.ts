/** Problems of organisations, sites, licences and vehicles. */
import { EXAMPLE_IDS, NOTHING } from '../core/example-ids.ts';
import { PROVINCES } from '../core/identifiers/provinces.ts';
import { composeUscc } from '../core/identifiers/uscc.ts';
import { defineProblems } from '../core/messages/problem.ts';
import { PARTY_TERMS } from './terms.ts';

const { collector, recycler } = EXAMPLE_IDS;

export const partyProblem = defineProblems(
  {
    'party-missing': {
      kind: 'missing',
      en: {
        title: 'Organisation not found',
        detail: 'No organisation has the id {id}.',
        remedy: 'Search by name or by unified social credit code, or ask the authority to register the organisation.',
      },
      zh: {
        title: '单位不存在',
        detail: '没有编号为 {id} 的单位。',
        remedy: '请按单位名称或统一社会信用代码查询，或请主管部门登记该单位。',
      },
    },
    'party-exists': {
      kind: 'conflict',
      en: {
        title: 'Organisation already registered',
        detail: 'An organisation with the unified social credit code {uscc} is already registered.',
        remedy: 'Use the registered organisation: GET /v1/parties?uscc={uscc}.',
      },
      zh: {
        title: '单位已登记',
        detail: '统一社会信用代码为 {uscc} 的单位已登记。',
        remedy: '请直接使用已登记的单位：GET /v1/parties?uscc={uscc}。',
      },
    },
    'site-missing': {
      kind: 'missing',
      en: {
        title: 'Site not found',
        detail: 'No site has the id {id}, or the site belongs to another organisation.',
        remedy: 'Choose a site of the organisation: GET /v1/sites. Only the authority registers sites.',
      },
      zh: {
        title: '场所不存在',
        detail: '没有编号为 {id} 的场所，或该场所不属于该单位。',
        remedy: '请选用该单位已登记的场所（GET /v1/sites）；场所由主管部门登记。',
      },
    },
    'division-unknown': {
      kind: 'rule',
      en: {
        title: 'Unknown division code',
        detail: 'Division code {divisionCode} is not on the list (GB/T 2260) of {on}, nor is its city.',
        remedy: 'Enter a city (4 digits, such as 4501) or one of its counties (6 digits): GET /v1/codes/divisions.',
      },
      zh: {
        title: '行政区划代码不存在',
        detail:
          '{on} 适用的行政区划代码表（GB/T 2260）中，没有“行政区划代码”（divisionCode）{divisionCode} 所属的设区市。',
        remedy: '请填写设区市（4 位，如 4501）或其所辖县级行政区（6 位）的代码，可查询 GET /v1/codes/divisions。',
      },
    },
    'waste-code-unknown': {
      kind: 'rule',
      en: {
        title: 'Unknown waste code',
        detail: 'No national list of hazardous waste has these codes: {codes}.',
        remedy: 'Compare the codes with the licence: GET /v1/codes/waste-codes. Ask the operator to load a newer list.',
      },
      zh: {
        title: '废物代码不存在',
        detail: '历次《国家危险废物名录》均无下列废物代码：{codes}。',
        remedy: '请对照许可证核对（可查询 GET /v1/codes/waste-codes）；名录已更新的，请运维人员导入。',
      },
    },
    'site-outside-home': {
      kind: 'rule',
      en: {
        title: 'Site in another province',
        detail: 'The site lies in division {divisionCode}. The organisation belongs to {provinceCode:province}.',
        remedy: 'Register the site with the authority of the province where it lies.',
      },
      zh: {
        title: '场所位于外省',
        detail: '场所的行政区划代码为 {divisionCode}，而单位属于{provinceCode:province}。',
        remedy: '请向场所所在省份的主管部门登记。',
      },
    },
    'vehicle-missing': {
      kind: 'missing',
      en: {
        title: 'Vehicle not found',
        detail: 'The organisation has no vehicle with the id {id}.',
        remedy: 'Choose one of the vehicles that are registered for the organisation.',
      },
      zh: {
        title: '车辆不存在',
        detail: '该单位没有编号为 {id} 的车辆。',
        remedy: '请从该单位已登记的车辆中选择。',
      },
    },
    'licence-exists': {
      kind: 'conflict',
      en: {
        title: 'Licence already registered',
        detail: 'The organisation already has licence {number}, valid from {validFrom}.',
        remedy: 'Use the registered licence. A renewed licence has another start of validity.',
      },
      zh: {
        title: '许可证已登记',
        detail: '该单位已登记编号为 {number}、有效期自 {validFrom} 起的许可证。',
        remedy: '请直接使用已登记的许可证；换发的许可证请填写新的有效期起始日期。',
      },
    },
    'licence-missing': {
      kind: 'rule',
      en: {
        title: 'No licence covers this activity',
        detail: 'On {on} the organisation “{name}” had no valid licence for {mode:licence-mode} of {wasteCode}.',
        remedy: 'Choose a licensed organisation, or ask the authority to register its licence.',
      },
      zh: {
        title: '无有效许可证',
        detail: '单位“{name}”在 {on} 没有经营范围含 {wasteCode} 的有效危险废物经营许可证（{mode:licence-mode}）。',
        remedy: '请选择持有相应许可证的单位，或请主管部门登记其许可证。',
      },
    },
    'party-not-active': {
      kind: 'rule',
      en: {
        title: 'Organisation not active',
        detail: 'The organisation “{name}” was {state:party-state} at {at:time} and may not do this.',
        remedy:
          'Ask the authority to approve or resume the organisation, or choose another one. Loads already under way can still be completed.',
      },
      zh: {
        title: '单位未处于“正常”状态',
        detail: '单位“{name}”在 {at:time}处于“{state:party-state}”状态，不能办理该业务。',
        remedy: '请主管部门核准或恢复该单位，或选择其他单位。正常期间已交付的货物，其联单仍可办结。',
      },
    },
    'party-step-not-allowed': {
      kind: 'conflict',
      en: {
        title: 'Step not possible in this state',
        detail: 'The organisation is {state:party-state}. The step “{step:party-step}” is not possible in this state.',
        remedy: 'Possible steps: {allowed:party-step}.',
      },
      zh: {
        title: '单位当前状态不能办理该步骤',
        detail: '单位当前状态为“{state:party-state}”，不能办理“{step:party-step}”。',
        remedy: '可办理：{allowed:party-step}。',
      },
    },
    'party-has-open-work': {
      kind: 'conflict',
      en: {
        title: 'Unfinished business',
        detail:
          'The organisation “{name}” has {manifests} unfinished manifests, and {batches} batches with a total of {massGrams:mass}.',
        remedy:
          'Finish its manifests and move its stock to another organisation. To close it nevertheless, send nevertheless: true and a reason.',
      },
      zh: {
        title: '单位尚有未办结事项',
        detail: '单位“{name}”尚有 {manifests} 份未办结的联单和 {batches} 个有余量的批次（共 {massGrams:mass}）。',
        remedy:
          '请先办结联单，并将库存转移至其他单位；确需注销的，请填写“原因”（reason），并将“有未办结事项仍予注销”（nevertheless）设为 true。',
      },
    },
    'licence-unknown': {
      kind: 'missing',
      en: {
        title: 'Licence not found',
        detail: 'The organisation has no licence with the id {id}.',
        remedy: 'Choose one of the licences that are registered for the organisation.',
      },
      zh: {
        title: '许可证不存在',
        detail: '该单位没有编号为 {id} 的许可证。',
        remedy: '请从该单位已登记的许可证中选择。',
      },
    },
    'licence-step-not-allowed': {
      kind: 'conflict',
      en: {
        title: 'Step not possible in this state',
        detail: 'The licence is {state:licence-state}. The step “{step:licence-step}” is not possible in this state.',
        remedy: 'Possible steps: {allowed:licence-step}.',
      },
      zh: {
        title: '许可证当前状态不能办理该步骤',
        detail: '许可证当前状态为“{state:licence-state}”，不能办理“{step:licence-step}”。',
        remedy: '可办理：{allowed:licence-step}。',
      },
    },
    'licence-step-too-early': {
      kind: 'rule',
      en: {
        title: 'Effective date too early',
        detail:
          'The step “{step:licence-step}” takes effect on {effectiveOn}. The previous step, or the validity of the licence, took effect on {after}.',
        remedy: 'Enter {after} or a later day as effectiveOn.',
      },
      zh: {
        title: '生效日期过早',
        detail:
          '“{step:licence-step}”的生效日期（effectiveOn）为 {effectiveOn}，早于上一步骤的生效日期或许可证有效期起始日期 {after}。',
        remedy: '生效日期请填写 {after} 或之后的日期。',
      },
    },
    'licence-suspended': {
      kind: 'rule',
      en: {
        title: 'Licence suspended or revoked',
        detail: 'Licence {number} of the organisation “{name}” was {state:licence-state} on {on}.',
        remedy:
          'Choose an organisation with a valid licence, or ask the authority to reinstate or replace the licence.',
      },
      zh: {
        title: '许可证已被暂扣或吊销',
        detail: '单位“{name}”的许可证 {number} 在 {on} 处于“{state:licence-state}”状态。',
        remedy: '请选择持有有效许可证的单位，或请主管部门恢复、换发该许可证。',
      },
    },
    'vehicle-exists': {
      kind: 'conflict',
      en: {
        title: 'Vehicle already registered',
        detail: 'Vehicle {plate} is already registered with permit {permitNumber}, valid from {permitValidFrom}.',
        remedy: 'Use the registered vehicle. A renewed permit has another start of validity.',
      },
      zh: {
        title: '车辆已登记',
        detail: '车辆 {plate} 已登记道路运输证 {permitNumber}（有效期自 {permitValidFrom} 起）。',
        remedy: '请直接使用已登记的车辆；换发的道路运输证请填写新的有效期起始日期。',
      },
    },
    'vehicle-permit-expired': {
      kind: 'rule',
      en: {
        title: 'No valid transport permit',
        detail: 'Vehicle {plate} is registered, but has no transport permit that is valid on {on}.',
        remedy: 'Use another vehicle, or ask the authority to register the renewed permit.',
      },
      zh: {
        title: '车辆道路运输证无效或已过期',
        detail: '车辆 {plate} 已登记，但在 {on} 没有有效的道路运输证。',
        remedy: '请使用其他车辆，或请主管部门登记换发的道路运输证。',
      },
    },
  },
  { ...PARTY_TERMS, province: PROVINCES },
  {
    'party-missing': { id: NOTHING },
    'party-exists': { uscc: composeUscc('91', '450100', 101), pointer: '#/body/uscc' },
    'site-missing': { id: NOTHING },
    'division-unknown': { divisionCode: '459999', on: '2026-10-05', pointer: '#/body/divisionCode' },
    'waste-code-unknown': { codes: ['999-999-99'], pointer: '#/body/wasteCodes' },
    'site-outside-home': { divisionCode: '440103', provinceCode: '45', pointer: '#/body/divisionCode' },
    'vehicle-missing': { id: NOTHING, pointer: '#/params/vehicleId' },
    'licence-exists': { number: 'GX4501000001', validFrom: '2026-01-01' },
    'licence-missing': {
      ...{
        partyId: recycler,
        name: '演示再生铅有限公司',
        mode: 'recycling',
        wasteCode: '900-052-31',
        on: '2026-10-07',
      },
    },
    'party-not-active': {
      ...{ partyId: collector, name: '演示收集有限公司', state: 'suspended', at: '2026-10-05T00:30:00.000Z' },
    },
    'party-step-not-allowed': { step: 'approve', state: 'active', allowed: ['suspend', 'close'] },
    'party-has-open-work': {
      ...{ partyId: collector, name: '演示收集有限公司', manifests: 2, batches: 5, massGrams: 820_400 },
    },
    'licence-unknown': { id: NOTHING, pointer: '#/params/licenceId' },
    'licence-step-not-allowed': { step: 'suspend', state: 'suspended', allowed: ['reinstate', 'revoke'] },
    'licence-step-too-early': {
      step: 'suspend',
      effectiveOn: '2025-12-31',
      after: '2026-01-01',
      pointer: '#/body/effectiveOn',
    },
    'licence-suspended': {
      ...{ partyId: recycler, name: '演示再生铅有限公司', number: 'GX4501000003', state: 'suspended' },
      ...{ mode: 'recycling', wasteCode: '900-052-31', on: '2026-10-07' },
    },
    'vehicle-exists': {
      plate: '桂A12345',
      permitNumber: '桂交运管许可南字450100000001号',
      permitValidFrom: '2026-01-01',
    },
    'vehicle-permit-expired': { plate: '桂A12345', on: '2031-01-01', pointer: '#/body/plates/0' },
  },
);
