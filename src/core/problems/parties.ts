/** What can be wrong with organisations, sites and licences. */
import type { ProblemEntry } from './entry.ts';

export const PARTY_PROBLEMS = {
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
} as const satisfies Record<string, ProblemEntry>;
