/** Names of the fields of requests about flows and the journal. */
import type { Fields } from '../core/messages/field.ts';

export const OVERSIGHT_FIELDS: Fields = {
  'flows.from': { en: 'first month', zh: '起始月份' },
  'flows.to': { en: 'month after the last', zh: '截止月份（不含）' },
  level: {
    en: 'level of places',
    zh: '统计层级',
    codes: { province: { en: 'province', zh: '省' }, city: { en: 'city', zh: '市' } },
  },
  month: { en: 'month', zh: '月份' },
  'records.from': { en: 'place of origin', zh: '移出地代码' },
  'records.to': { en: 'place of destination', zh: '接受地代码' },
  after: { en: 'index of the last known entry', zh: '已读取的最后序号' },
  subject: { en: 'subject of the entries', zh: '日志对象' },
};
