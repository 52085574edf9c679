/** What can be wrong with a manifest's step that another authority tells. */
import type { ProblemEntry } from './entry.ts';

export const MANIFEST_EXCHANGE_PROBLEMS = {
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
} as const satisfies Record<string, ProblemEntry>;
