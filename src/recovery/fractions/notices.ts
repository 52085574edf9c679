/** Texts of the findings about fractions of batteries. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const FRACTION_FINDINGS = {
  CONFIRMATION_WITHOUT_FILE: {
    severity: 'flag',
    en: {
      title: 'Confirmation of use without its file',
      detail:
        '{massGrams:mass} in {records} deliveries are confirmed by a number alone. Upload the confirmation and record it with its file.',
    },
    zh: {
      title: '利用确认缺少证明文件',
      detail: '{records} 笔去向、共 {massGrams:mass}物料仅填写了利用确认编号。请上传证明文件并登记利用确认。',
    },
  },
  CONFIRMED_LATER: {
    severity: 'note',
    en: {
      title: 'Use confirmed after the period',
      detail: '{records} confirmations were recorded after the end of the period and changed it.',
    },
    zh: { title: '期末之后确认利用', detail: '{records} 份利用确认在期间结束之后登记，并已计入本期。' },
  },
  USES_NOT_CONFIRMED: {
    severity: 'flag',
    en: {
      title: 'Used mass that no independent receiver confirmed',
      detail:
        '{massGrams:mass} in {records} deliveries count as used, and no independent registered receiver confirmed it on or before the last day of the period. It is {sharePercent} percentage points of the rate, which states an uncertainty of {limitPercent} percentage points. Name the registered receiver (receiverId) when mass leaves, and let it confirm what it used (GET /v1/output-deliveries lists it).',
    },
    zh: {
      title: '综合利用未经独立接收方确认',
      detail:
        '{records} 批、共 {massGrams:mass}物料计为已利用，但期末前未经已登记的独立接收方确认。该部分占回收率 {sharePercent} 个百分点（回收率的不确定度为 {limitPercent} 个百分点）。出厂时请填写已登记的接收方（receiverId），并由其确认利用量（可通过 GET /v1/output-deliveries 查询待确认的记录）。',
    },
  },
  ANALYSES_NOT_CONFIRMED: {
    severity: 'flag',
    en: {
      title: 'Analyses not confirmed by their laboratory',
      detail:
        'No registered independent laboratory has confirmed {records} analyses. The mass that relies on weak analyses is {sharePercent} % of the dry mass of the batteries fed, with a limit of {limitPercent} %.',
    },
    zh: {
      title: '成分检测结果未经检测机构确认',
      detail:
        '{records} 项成分检测结果未经已登记的外部检测机构确认；依据不充分的检测结果所涉重量占投料电池干重的 {sharePercent}%，限值为 {limitPercent}%。',
    },
  },
  ANALYSES_OF_DELIVERED_SAMPLES: {
    severity: 'flag',
    en: {
      title: 'Analyses of delivered samples',
      detail:
        'The laboratory did not take the samples of {records} analyses itself, or does not state that it did. The mass that relies on weak analyses is {sharePercent} % of the dry mass of the batteries fed, with a limit of {limitPercent} %.',
    },
    zh: {
      title: '成分检测样品非检测机构自行采集',
      detail:
        '{records} 项成分检测结果的样品由委托方送检，或检测机构未说明为其自行采集；依据不充分的检测结果所涉重量占投料电池干重的 {sharePercent}%，限值为 {limitPercent}%。',
    },
  },
  ANALYSES_OF_OWN_LABORATORY: {
    severity: 'flag',
    en: {
      title: 'Analyses of the own laboratory',
      detail:
        '{records} analyses come from a laboratory of the enterprise. The mass that relies on weak analyses is {sharePercent} % of the dry mass of the batteries fed, with a limit of {limitPercent} %.',
    },
    zh: {
      title: '成分检测结果由本单位检测机构出具',
      detail:
        '{records} 项成分检测结果由本单位检测机构出具；依据不充分的检测结果所涉重量占投料电池干重的 {sharePercent}%，限值为 {limitPercent}%。',
    },
  },
  ANALYSES_SHARE_CERTIFICATE: {
    severity: 'flag',
    en: {
      title: 'One certificate for several samples that were analysed',
      detail:
        'The certificates of {records} analyses have no number, the number of the certificate of another sample of the same laboratory, of this or another enterprise, or the file of another enterprise. The mass that relies on them, and on analyses that are not confirmed, is {sharePercent} % of the dry mass of the batteries fed, with a limit of {limitPercent} %. Record corrections with the certificates of these samples.',
    },
    zh: {
      title: '一份检测报告用于多个成分检测样品',
      detail:
        '{records} 项成分检测结果没有检测报告编号，或其编号与同一检测机构其他样品（含其他企业样品）的检测报告编号相同，或检测报告文件与其他企业的相同，连同未经确认的检测结果，涉及的重量占投料电池干重的 {sharePercent}%，限值为 {limitPercent}%。请按各样品的检测报告更正成分检测记录。',
    },
  },
  ANALYSES_CONTRADICTED: {
    severity: 'block',
    en: {
      title: 'Laboratory contradicts the certificate of an analysis',
      detail:
        'The laboratory states another content or certificate than {records} analyses or their earlier versions, or did not issue their certificates. GET /v1/certificate-confirmations shows both versions.',
    },
    zh: {
      title: '成分检测结果与检测机构确认不符',
      detail:
        '{records} 项成分检测结果或其更正前的结果与检测机构确认的内容不符，或检测机构否认出具报告。两方内容可通过 GET /v1/certificate-confirmations 查询。',
    },
  },
  COMPOSITION_IMPLAUSIBLE: {
    severity: 'block',
    en: {
      title: 'Composition of batteries implausible',
      detail: 'Water or sulphur of {massGrams:mass} of batteries in {records} records exceeds what batteries can hold.',
    },
    zh: {
      title: '电池组成不合理',
      detail: '{records} 条记录、共 {massGrams:mass}电池的水分或总硫超出合理范围。',
    },
  },
} as const satisfies NoticeEntries;
