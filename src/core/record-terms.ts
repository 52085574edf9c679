/** Words for the kinds of records, for sentences and for the description. */
import type { DependantKind } from './dependant.ts';
import type { Bilingual } from './messages/language.ts';

export const RECORD_WORDS: Readonly<Record<DependantKind, Bilingual>> = {
  party: { en: 'organisation', zh: '单位' },
  site: { en: 'site', zh: '场所' },
  licence: { en: 'licence', zh: '许可证' },
  vehicle: { en: 'vehicle', zh: '车辆' },
  person: { en: 'person', zh: '人员' },
  client: { en: 'client', zh: '客户端' },
  batch: { en: 'batch', zh: '批次' },
  manifest: { en: 'manifest', zh: '联单' },
  run: { en: 'processing run', zh: '处理批次' },
  supply: { en: 'supply', zh: '外购原料' },
  disposition: { en: 'disposition', zh: '去向' },
  emission: { en: 'emission', zh: '排放' },
  stock_count: { en: 'stock count', zh: '盘点' },
  recovery_rate: { en: 'recovery rate of a period', zh: '某期铅回收率' },
};
