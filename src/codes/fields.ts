/** Names of the fields of requests about code tables. */
import type { Codes, Fields } from '../core/messages/field.ts';
import type { CodeKind } from './code.ts';

const KIND_WORDS: Codes<CodeKind> = {
  divisions: { en: 'divisions', zh: '行政区划' },
  'waste-codes': { en: 'waste codes', zh: '废物代码' },
  hazards: { en: 'hazards', zh: '危险特性' },
  forms: { en: 'forms of waste', zh: '废物形态' },
  'treatment-methods': { en: 'methods of recovery and disposal', zh: '利用处置方式' },
  packaging: { en: 'packaging', zh: '包装方式' },
  'discrepancy-kinds': { en: 'kinds of difference', zh: '差异类型' },
  'plate-colors': { en: 'colours of plates', zh: '号牌颜色' },
  'source-types': { en: 'types of source', zh: '来源类型' },
  'battery-kinds': { en: 'battery kinds', zh: '电池类型' },
  'battery-groups': { en: 'battery groups', zh: '电池组别' },
  'risk-classes': { en: 'risk classes', zh: '风险类别' },
  processes: { en: 'processes of recycling', zh: '处理工序' },
  materials: { en: 'materials of recycling', zh: '再生利用物料' },
  'supply-kinds': { en: 'kinds of bought feed', zh: '外购原料种类' },
  'stock-items': { en: 'items of a stock count', zh: '盘点项目' },
  'adjustment-reasons': { en: 'reasons of stock adjustments', zh: '盘点调整原因' },
  uses: { en: 'uses of by-products', zh: '副产品用途' },
};

export const CODE_FIELDS: Fields = {
  'codes.kind': { en: 'code table', zh: '代码表', codes: KIND_WORDS },
  on: { en: 'day', zh: '日期' },
  'calendar.number': { en: 'number of the notice', zh: '发文字号' },
  'calendar.title': { en: 'title of the notice', zh: '通知标题' },
  'calendar.issuedOn': { en: 'day of issue', zh: '印发日期' },
  daysOff: { en: 'days off', zh: '休息日' },
  workingWeekendDays: { en: 'working weekend days', zh: '调休上班日' },
  replacesVersion: { en: 'version that is replaced', zh: '替代版本' },
};
