/** Problems of manifests: drafting, finding and exchanging them. */
import { defineProblems } from '../core/messages/problem.ts';

export const manifestProblem = defineProblems({
  'manifest-step-not-yours-to-send': {
    kind: 'forbidden',
    en: {
      title: 'Not yours to send',
      detail: 'The step {step} of this manifest is told by {expected}; it came from {source}.',
      remedy: 'Send only steps that your side owns.',
    },
    zh: {
      title: '无权发送此步骤',
      detail: '本联单的步骤 {step} 应由 {expected} 发送，实际来自 {source}。',
      remedy: '请仅发送本方负责的步骤。',
    },
  },
  'manifest-not-for-us': {
    kind: 'rule',
    en: {
      title: 'The manifest does not concern this province',
      detail: 'It leads from {originProvince} to {destinationProvince}; this service works for {province}.',
      remedy: 'Send it to the province of its receiver.',
    },
    zh: {
      title: '联单与本省无关',
      detail: '联单由 {originProvince} 转移至 {destinationProvince}，本系统服务于 {province}。',
      remedy: '请发送至接受地省份。',
    },
  },
  'manifest-document-contradicts': {
    kind: 'rule',
    en: {
      title: 'The message contradicts its document',
      detail: 'The {field} of the message is not that of the document it carries.',
      remedy:
        'Send the document of exactly this manifest and version, with its SHA-256 over canonical JSON (RFC 8785).',
    },
    zh: {
      title: '报文与所附联单矛盾',
      detail: '报文的 {field} 与所附联单不一致。',
      remedy: '请发送该联单该版本的文档及其规范化 JSON（RFC 8785）的 SHA-256。',
    },
  },
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
  'licence-scale-exceeded': {
    kind: 'rule',
    en: {
      title: 'The approved annual scale is exceeded',
      detail:
        'With this the receiver has accepted {acceptedGrams} g in {year}; its licence {number} allows {limitGrams} g, and no more than {blockGrams} g without a new licence.',
      remedy: 'Refuse the load, or have a licence of larger scale registered.',
    },
    zh: {
      title: '超过核准的年经营规模',
      detail:
        '加上本次，接受单位 {year} 年已接受 {acceptedGrams} 克；许可证 {number} 核准 {limitGrams} 克，未重新申领许可证不得超过 {blockGrams} 克。',
      remedy: '请拒收，或登记更大规模的许可证。',
    },
  },
});
