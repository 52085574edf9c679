/** Problems of organisations, sites, licences and vehicles. */
import { defineProblems } from '../core/messages/problem.ts';

export const partyProblem = defineProblems({
  'party-missing': {
    kind: 'missing',
    en: {
      title: 'No such organisation',
      detail: 'There is no organisation {id}.',
      remedy: 'Look it up by name or code, or ask the authority to register it.',
    },
    zh: { title: '单位不存在', detail: '不存在单位 {id}。', remedy: '请按名称或代码查找，或请主管部门登记。' },
  },
  'party-exists': {
    kind: 'conflict',
    en: {
      title: 'The organisation is registered already',
      detail: 'The code {uscc} belongs to a registered organisation.',
      remedy: 'Use the registered organisation.',
    },
    zh: { title: '单位已登记', detail: '代码 {uscc} 的单位已登记。', remedy: '请使用已登记的单位。' },
  },
  'site-missing': {
    kind: 'missing',
    en: {
      title: 'No such site',
      detail: 'Your organisation has no site {id}.',
      remedy: 'Use a site of your own organisation, or ask the authority to register it.',
    },
    zh: { title: '场所不存在', detail: '贵单位没有场所 {id}。', remedy: '请使用本单位的场所，或请主管部门登记。' },
  },
  'division-unknown': {
    kind: 'rule',
    en: {
      title: 'There is no such division',
      detail: 'The list of divisions (GB/T 2260) of {on} has no city for the code {divisionCode}.',
      remedy: 'Read GET /v1/codes/divisions and name a city (4 digits), or a county (6) of one.',
    },
    zh: {
      title: '行政区划代码不存在',
      detail: '{on} 的行政区划代码表（GB/T 2260）中没有代码 {divisionCode} 所属的地市。',
      remedy: '请查询 GET /v1/codes/divisions，填写地市（4 位）或其所属县（6 位）的代码。',
    },
  },
  'site-outside-home': {
    kind: 'rule',
    en: {
      title: 'The site lies in another province',
      detail: 'The site lies in {divisionCode}, the organisation is at home in {provinceCode}.',
      remedy: 'Register the site in the province where it lies.',
    },
    zh: {
      title: '场所位于其他省份',
      detail: '场所位于 {divisionCode}，而单位属于 {provinceCode}。',
      remedy: '请在场所所在省份登记。',
    },
  },
  'licence-exists': {
    kind: 'conflict',
    en: {
      title: 'The licence is registered already',
      detail: 'The organisation has the licence {number} from {validFrom} already.',
      remedy: 'Read the registered licence.',
    },
    zh: {
      title: '许可证已登记',
      detail: '该单位自 {validFrom} 起的许可证 {number} 已登记。',
      remedy: '请读取已登记的许可证。',
    },
  },
  'licence-missing': {
    kind: 'rule',
    en: {
      title: 'No licence covers this',
      detail: 'The organisation {partyId} has no licence of mode {mode} for {wasteCode} on {on}.',
      remedy: 'Choose a licensed organisation, or have its licence registered.',
    },
    zh: {
      title: '无有效许可证',
      detail: '单位 {partyId} 在 {on} 没有覆盖 {wasteCode} 的 {mode} 许可证。',
      remedy: '请选择持证单位，或先登记其许可证。',
    },
  },
  'party-not-active': {
    kind: 'rule',
    en: {
      title: 'The organisation is not active',
      detail: 'For an act of {at} the organisation {name} counts as {state} and may not do this.',
      remedy:
        'Ask the authority to approve or resume the organisation, or choose another one. Loads that are on the road can still be ended.',
    },
    zh: {
      title: '单位不在有效状态',
      detail: '对于 {at} 的行为，单位 {name} 按 {state} 状态判断，不得办理业务。',
      remedy: '请主管部门核准或恢复该单位，或选择其他单位。已在途的货物仍可办结。',
    },
  },
  'party-step-not-allowed': {
    kind: 'conflict',
    en: {
      title: 'The organisation cannot take this step',
      detail: 'The organisation is {state}; the step {step} does not lead from there.',
      remedy: 'Read the organisation. Steps that are possible: {allowed}.',
    },
    zh: {
      title: '单位当前状态不允许此操作',
      detail: '单位状态为 {state}，不能执行 {step}。',
      remedy: '请查看单位状态。可执行的操作：{allowed}。',
    },
  },
  'party-has-open-work': {
    kind: 'conflict',
    en: {
      title: 'The organisation has something under way',
      detail:
        'The organisation {name} has {manifests} open manifests, and {batches} batches that hold {massGrams} g altogether.',
      remedy:
        'Let it end its manifests and send away its stock, or close it nevertheless (nevertheless: true) and give the reason.',
    },
    zh: {
      title: '单位尚有未了业务',
      detail: '单位 {name} 有 {manifests} 份未办结联单，{batches} 个有存量的批次，共 {massGrams} 克。',
      remedy: '请先办结联单并清运库存；确需注销的，请填写原因并注明 nevertheless: true。',
    },
  },
  'licence-unknown': {
    kind: 'missing',
    en: {
      title: 'No such licence',
      detail: 'The organisation has no licence {id}.',
      remedy: 'Read the licences of the organisation.',
    },
    zh: { title: '许可证不存在', detail: '该单位没有许可证 {id}。', remedy: '请查看该单位的许可证。' },
  },
  'licence-step-not-allowed': {
    kind: 'conflict',
    en: {
      title: 'The licence cannot take this step',
      detail: 'The licence is {state}; the step {step} does not lead from there.',
      remedy: 'Read the licence. Steps that are possible: {allowed}.',
    },
    zh: {
      title: '许可证当前状态不允许此操作',
      detail: '许可证状态为 {state}，不能执行 {step}。',
      remedy: '请查看许可证。可执行的操作：{allowed}。',
    },
  },
  'licence-step-too-early': {
    kind: 'rule',
    en: {
      title: 'The step lies before the one it follows',
      detail:
        'The step {step} is to count from {effectiveOn}, the history of the licence begins or goes on from {after}.',
      remedy: 'Name a day that is not before {after}.',
    },
    zh: {
      title: '操作日期早于前一操作',
      detail: '操作 {step} 的生效日期为 {effectiveOn}，早于 {after}。',
      remedy: '请填写不早于 {after} 的日期。',
    },
  },
  'licence-suspended': {
    kind: 'rule',
    en: {
      title: 'The licence is not in force',
      detail: 'The licence {number} of the organisation {partyId} was {state} on {on}.',
      remedy: 'Choose a licensed organisation, or have the licence reinstated or replaced.',
    },
    zh: {
      title: '许可证已被暂停或撤销',
      detail: '单位 {partyId} 的许可证 {number} 在 {on} 的状态为 {state}。',
      remedy: '请选择持有效许可证的单位，或恢复、更换许可证。',
    },
  },
  'vehicle-exists': {
    kind: 'conflict',
    en: {
      title: 'The vehicle is registered already',
      detail: 'The vehicle {plate} has the permit {permitNumber} from {permitValidFrom} already.',
      remedy: 'Read the registered vehicle, or register the renewed permit.',
    },
    zh: {
      title: '车辆已登记',
      detail: '车辆 {plate} 自 {permitValidFrom} 起的营运证 {permitNumber} 已登记。',
      remedy: '请读取已登记的车辆，或登记换发的营运证。',
    },
  },
  'vehicle-permit-expired': {
    kind: 'rule',
    en: {
      title: 'The vehicle has no valid transport permit',
      detail: 'The vehicle {plate} is registered, but none of its permits is valid on {on}.',
      remedy: 'Use another vehicle, or have the renewed permit registered.',
    },
    zh: {
      title: '车辆营运证无效',
      detail: '车辆 {plate} 已登记，但在 {on} 没有有效的营运证。',
      remedy: '请使用其他车辆，或登记换发的营运证。',
    },
  },
});
