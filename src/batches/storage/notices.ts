/** Notices about stocks near their limits. */
import { defineNotices } from '../../core/messages/notice.ts';

export const storageNotice = defineNotices({
  'storage-limit-reached': {
    severity: 'flag',
    en: {
      title: 'Storage limit nearly reached or exceeded',
      detail: 'Site {siteId} holds {stockGrams:mass} of hazardous waste; its limit is {limitGrams:mass}.',
    },
    zh: {
      title: '贮存量接近或超过限值',
      detail: '编号为 {siteId} 的场所，危险废物贮存量为 {stockGrams:mass}，限值为 {limitGrams:mass}。',
    },
  },
});
