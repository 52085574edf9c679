/** Texts of the findings about batteries outside recycling sites. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const ELSEWHERE_FINDINGS = {
  LOADS_ON_THE_WAY: {
    severity: 'flag',
    en: {
      title: 'Loads on the way at the end of the period',
      detail:
        '{loads} loads for own sites, {massGrams:mass}, were handed over before the end of the period and arrived after it, or have not arrived. Only the enterprise states when they arrive, and they hold up to {leadGrams:mass} of lead, {sharePercent} % of the lead available; the rate states an uncertainty of {limitPercent} %. Compare the day of arrival with the satellite tracks of the vehicles and the weighing slips of an independent carrier.',
    },
    zh: {
      title: '期末有货物在途',
      detail:
        '发往本单位场所的 {loads} 批货物（{massGrams:mass}）在期末前已移交，期末后运抵或尚未运抵；运抵时间仅由本单位填报，其含铅量至多 {leadGrams:mass}，占可用铅量的 {sharePercent}%（回收率的不确定度为 {limitPercent}%）。请将运抵时间与运输车辆的卫星定位轨迹、独立承运人的过磅单核对。',
    },
  },
} as const satisfies NoticeEntries;
