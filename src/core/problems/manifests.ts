/** What can be wrong with transfer manifests and their steps. */
import type { ProblemEntry } from './entry.ts';
import { MANIFEST_EXCHANGE_PROBLEMS } from './manifest-exchange.ts';
import { MANIFEST_STEP_PROBLEMS } from './manifest-steps.ts';

export const MANIFEST_PROBLEMS = {
  'manifest-missing': {
    kind: 'missing',
    en: {
      title: 'No such manifest',
      detail: 'There is no manifest {id} for you.',
      remedy: 'Use a manifest that names your organisation.',
    },
    zh: { title: '联单不存在', detail: '没有您可见的联单 {id}。', remedy: '请使用本单位参与的联单。' },
  },
  'manifest-party-without-code': {
    kind: 'rule',
    en: {
      title: 'The organisation has no credit code',
      detail: '{name} has no unified social credit code; on a manifest every organisation is known by it.',
      remedy: 'Have the load taken over by an organisation that has a code.',
    },
    zh: {
      title: '单位没有统一社会信用代码',
      detail: '{name} 没有统一社会信用代码；联单各方须以该代码识别。',
      remedy: '请由具有统一社会信用代码的单位办理转移。',
    },
  },
  'manifest-consignor-elsewhere': {
    kind: 'rule',
    en: {
      title: 'The load leaves from another province',
      detail: 'The consignor belongs to province {provinceCode}; this service works for {province}.',
      remedy: 'Draft the manifest in the system of the province the load leaves from.',
    },
    zh: {
      title: '移出地不在本省',
      detail: '移出人属于 {provinceCode}，本系统服务于 {province}。',
      remedy: '请在移出地省级系统填写联单。',
    },
  },
  'manifest-receiver-site-mismatch': {
    kind: 'rule',
    en: {
      title: 'The receiving site does not fit the receiver',
      detail: 'A receiver of province {provinceCode} needs a site in that province, registered here or described.',
      remedy: 'Give receiverSiteId for a registered site, or receiverSite for one of another province.',
    },
    zh: {
      title: '接受场所与接受人不符',
      detail: '{provinceCode} 的接受人需有该省的场所，须已登记或予以说明。',
      remedy: '已登记场所请填 receiverSiteId，外省场所可填 receiverSite。',
    },
  },
  'manifest-batch-elsewhere': {
    kind: 'rule',
    en: {
      title: 'The batch does not stand on the consignor’s site',
      detail: 'Batch {id} is no stock of batteries on site {siteId}.',
      remedy: 'Send batches of batteries that stand on the site the load leaves from.',
    },
    zh: {
      title: '批次不在移出场所',
      detail: '批次 {id} 不是场所 {siteId} 的电池库存。',
      remedy: '请选择位于移出场所的电池批次。',
    },
  },
  'manifest-waste-codes-differ': {
    kind: 'rule',
    en: {
      title: 'The batches are of different waste codes',
      detail: 'One manifest carries one waste code; the batches have {wasteCodes}.',
      remedy: 'Draft one manifest for each waste code (Order 23, Art 16).',
    },
    zh: {
      title: '批次废物代码不同',
      detail: '每份联单只含一种废物代码，所选批次为 {wasteCodes}。',
      remedy: '请按废物代码分别填写联单（部令第23号第十六条）。',
    },
  },
  'manifest-code-unknown': {
    kind: 'rule',
    en: {
      title: 'The code is not on the list',
      detail: '{value} is no code of {list} on that day.',
      remedy: 'Use one of {known}.',
    },
    zh: { title: '代码不在代码表中', detail: '{value} 不是当日 {list} 的代码。', remedy: '请使用以下之一：{known}。' },
  },
  'manifest-receiver-site-unknown': {
    kind: 'rule',
    en: {
      title: 'The receiver has no site here',
      detail: 'The accepted mass needs a site of the receiver in division {divisionCode}; none is registered.',
      remedy: 'Register the site {name} of the receiver, then decide again.',
    },
    zh: {
      title: '接受人在本省没有场所',
      detail: '接受的质量须计入接受人在 {divisionCode} 的场所，但尚未登记。',
      remedy: '请登记接受人的场所 {name} 后再作决定。',
    },
  },
  ...MANIFEST_STEP_PROBLEMS,
  ...MANIFEST_EXCHANGE_PROBLEMS,
} as const satisfies Record<string, ProblemEntry>;
