/** Texts of the findings about assays as evidence. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const ASSAY_FINDINGS = {
  ASSAYS_WITHOUT_CERTIFICATE: {
    severity: 'flag',
    en: {
      title: 'Assays without a certificate',
      detail:
        '{assays} assays have no certificate, or one without a number. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them. Record corrections with the certificates.',
    },
    zh: {
      title: '检测结果缺少检测报告',
      detail:
        '{assays} 项检测结果没有检测报告或检测报告编号，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。请补充检测报告后更正检测记录。',
    },
  },
  ASSAYS_CERTIFICATE_NOT_STORED: {
    severity: 'flag',
    en: {
      title: 'Certificates named but not stored',
      detail:
        '{assays} assays name a certificate, and its file is not stored. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them. Upload the certificates and record corrections with them.',
    },
    zh: {
      title: '检测报告未上传',
      detail:
        '{assays} 项检测结果仅填写检测报告编号，未上传检测报告文件，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。请上传检测报告后更正检测记录。',
    },
  },
  ASSAYS_OF_OWN_LABORATORY: {
    severity: 'flag',
    en: {
      title: 'Assays of the own laboratory alone',
      detail:
        'The enterprise itself made {assays} assays. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them alone.',
    },
    zh: {
      title: '仅由本单位检测',
      detail:
        '{assays} 项检测由企业自行完成，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%，未经外部机构检测。',
    },
  },
  ASSAYS_OF_UNKNOWN_LABORATORY: {
    severity: 'flag',
    en: {
      title: 'Laboratories not stated as external',
      detail:
        'It is not stated that an external laboratory made {assays} assays (laboratoryKind). {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them.',
    },
    zh: {
      title: '检测机构性质未说明',
      detail:
        '{assays} 项检测未说明由外部机构完成（laboratoryKind），涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。',
    },
  },
  ASSAYS_NOT_CONFIRMED: {
    severity: 'flag',
    en: {
      title: 'Certificates not confirmed by their laboratory',
      detail:
        'No registered independent laboratory has confirmed the certificates of {assays} assays. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them. Name the laboratory (laboratoryId) and have it confirm them.',
    },
    zh: {
      title: '检测结果未经检测机构确认',
      detail:
        '{assays} 项检测结果未经已登记的外部检测机构确认，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。请填写检测机构编号（laboratoryId）并由检测机构确认。',
    },
  },
  ASSAYS_OF_DELIVERED_SAMPLES: {
    severity: 'flag',
    en: {
      title: 'Samples not taken by the laboratory',
      detail:
        'The laboratory did not take the samples of {assays} assays from the batch itself, or does not state that it did. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them. Have the laboratory take the samples on the site and state the mass and the manifest of the batch.',
    },
    zh: {
      title: '样品非检测机构自行采集',
      detail:
        '{assays} 项检测结果的样品由委托方送检，或检测机构未说明为其自行采集，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。请由检测机构到场采样，并填写所采批次的重量和联单编号。',
    },
  },
  ASSAYS_COVER_MORE: {
    severity: 'flag',
    en: {
      title: 'Samples used for more than laboratories saw',
      detail:
        'The contents of {classes} suppliers or materials in their months are used for {massGrams:mass}. {unseenGrams:mass} of that is beyond what independent laboratories saw when they took the samples. What was not seen, and contents that differ from the mean of what was seen, could move {leadGrams:mass} of lead in favour of the enterprise, {sharePercent} % of the lead available, and the rate states an uncertainty of {limitPercent} %. Have the laboratory take samples from each load, or from all of a material, and state the mass and the manifest that it saw.',
    },
    zh: {
      title: '同类检测结果适用重量超出采样重量',
      detail:
        '{classes} 个供货方或物料当月的同类检测结果适用于 {massGrams:mass}，其中 {unseenGrams:mass} 超出独立检测机构采样时所见重量。未经采样的部分以及与所采样品加权平均含铅量不一致的部分，可能使铅量产生 {leadGrams:mass} 的有利偏差，占可用铅量的 {sharePercent}%（回收率的不确定度为 {limitPercent}%）。请由检测机构逐车采样，自产物料全部采样，并填写所见重量和联单编号。',
    },
  },
  ASSAYS_SHARE_CERTIFICATE: {
    severity: 'flag',
    en: {
      title: 'One certificate for several samples',
      detail:
        'The certificates of {assays} assays have the number of the certificate of another sample of the same laboratory, of this or another enterprise, or the file of another enterprise. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them. A certificate covers one sample; a class of a supplier has one record. Record corrections with the certificates of these samples.',
    },
    zh: {
      title: '一份检测报告用于多个样品',
      detail:
        '{assays} 项检测结果的检测报告编号与同一检测机构其他样品（含其他企业样品）的检测报告编号相同，或检测报告文件与其他企业的相同，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。一份检测报告只对应一个样品，供货方同类货物只登记一次。请按各样品的检测报告更正检测记录。',
    },
  },
  ASSAYS_CONTRADICTED: {
    severity: 'block',
    en: {
      title: 'Laboratory contradicts its certificate',
      detail:
        'The laboratory states another content or certificate than {assays} assays or their earlier versions, or did not issue their certificates. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them. GET /v1/certificate-confirmations shows both versions.',
    },
    zh: {
      title: '检测结果与检测机构确认不符',
      detail:
        '{assays} 项检测结果或其更正前的结果与检测机构确认的内容不符，或检测机构否认出具报告，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。两方内容可通过 GET /v1/certificate-confirmations 查询。',
    },
  },
  ASSAYS_IMPLAUSIBLE: {
    severity: 'flag',
    en: {
      title: 'Implausible lead contents',
      detail:
        '{assays} assays lie outside the plausible contents of their materials. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them.',
    },
    zh: {
      title: '含铅量超出合理范围',
      detail:
        '{assays} 项检测结果超出相应物料的含铅量合理范围，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。',
    },
  },
  ASSAYS_SAMPLED_EARLY: {
    severity: 'flag',
    en: {
      title: 'Sampled before it was there',
      detail:
        '{assays} assays were sampled before their batch was loaded or made. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them.',
    },
    zh: {
      title: '采样早于批次形成时间',
      detail:
        '{assays} 项检测的采样时间早于批次装运或产出时间，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。',
    },
  },
  ASSAYS_REPLACED: {
    severity: 'flag',
    en: {
      title: 'Corrected assays',
      detail:
        '{assays} assays replace earlier ones. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on the corrections.',
    },
    zh: {
      title: '检测记录经更正',
      detail: '{assays} 项检测记录为更正记录，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。',
    },
  },
  ASSAYS_RECORDED_LATE: {
    severity: 'flag',
    en: {
      title: 'Assays recorded late',
      detail:
        '{assays} assays were recorded after the month in which they count was closed. {massGrams:mass}, {sharePercent} % of the mass with an assay, relies on them.',
    },
    zh: {
      title: '检测结果逾期登记',
      detail:
        '{assays} 项检测结果在所计月份结账后方予登记，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。',
    },
  },
  ASSAYS_REPLACED_LATE: {
    severity: 'flag',
    en: {
      title: 'Assays corrected late',
      detail:
        '{assays} assays were corrected after the month in which they count was closed, so the figure of that month changed. They concern {massGrams:mass}, {sharePercent} % of the mass with an assay.',
    },
    zh: {
      title: '检测记录逾期更正',
      detail:
        '{assays} 项检测记录在所计月份结账后更正，该月数据随之改变，涉及 {massGrams:mass}，占有检测结果重量的 {sharePercent}%。',
    },
  },
  CLASS_SAMPLES_SCATTER: {
    severity: 'flag',
    en: {
      title: 'Samples of a supplier scatter',
      detail:
        'Samples of deliveries of one supplier in a month scatter by up to {scatterPercent} percentage points (standard deviation). Their stated uncertainty is {statedPercent}. {massGrams:mass} relies on them, with the greater of both.',
    },
    zh: {
      title: '供货方同类货物检测结果离散',
      detail:
        '同一供货方当月同类货物检测结果的标准偏差最大为 {scatterPercent} 个百分点，大于规定的标准不确定度 {statedPercent} 个百分点，涉及 {massGrams:mass}，不确定度按两者中较大值计算。',
    },
  },
  WEAK_EVIDENCE_MATTERS: {
    severity: 'flag',
    en: {
      title: 'Weak evidence could change the rate',
      detail:
        'Lead contents with weak evidence, or declared with a stock count alone, and by-products whose use only their receivers confirm, could change the lead by {leadGrams:mass} in favour of the enterprise within what is plausible: {sharePercent} % of the lead available, with a limit of {limitPercent} %. Record assays of an external laboratory with their certificates.',
    },
    zh: {
      title: '依据不充分的含铅量可能影响回收率',
      detail:
        '依据不充分或仅由盘点申报的含铅量，以及仅由接收方确认用途的副产物，在合理范围内可能使铅量产生 {leadGrams:mass} 的有利偏差，占可用铅量的 {sharePercent}%，超过限值 {limitPercent}%。请补充外部机构的检测结果并上传检测报告。',
    },
  },
} as const satisfies NoticeEntries;
