/** Texts of the findings about records of closed months. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const PERIOD_FINDINGS = {
  RECORDS_LATE: {
    severity: 'flag',
    en: {
      title: 'Records made or corrected late',
      detail:
        '{records} outputs, feeds, deliveries or batches were recorded or corrected more than {days} days after the end of their month. This changed {leadGrams:mass} of lead, {sharePercent} % of the lead available, with a limit of {limitPercent} %. Compare weighing records and the reasons of the corrections.',
    },
    zh: {
      title: '记录逾期登记或更正',
      detail:
        '{records} 项产出、投料、出厂或批次记录在所属月份结束 {days} 天后方予登记或更正，涉及铅量 {leadGrams:mass}，占可用铅量的 {sharePercent}%，限值为 {limitPercent}%。请核对过磅记录和更正理由。',
    },
  },
} as const satisfies NoticeEntries;
