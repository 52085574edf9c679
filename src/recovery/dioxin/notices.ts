/** Texts of the findings about dioxin releases. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const DIOXIN_FINDINGS = {
  DIOXIN_NOT_MEASURED: {
    severity: 'flag',
    en: {
      title: 'No dioxin measurement of the year',
      detail: 'Site {siteId} produced {bookGrams:mass} of lead in {year}, and no measurement of that year is recorded.',
    },
    zh: {
      title: '当年未监测二噁英',
      detail: '场所 {siteId} 在 {year} 年产出铅 {bookGrams:mass}，但没有当年的二噁英监测记录。',
    },
  },
  DIOXIN_PRODUCTION_DIFFERS: {
    severity: 'flag',
    en: {
      title: 'Stated production differs from the books',
      detail:
        'The measurements of site {siteId} state {statedGrams:mass} of lead for {year}; its processing runs produced {bookGrams:mass}.',
    },
    zh: {
      title: '填报产量与账面不符',
      detail: '场所 {siteId} 的二噁英监测记录填报 {year} 年产铅 {statedGrams:mass}，加工记录产出 {bookGrams:mass}。',
    },
  },
  DIOXIN_LIMIT_EXCEEDED: {
    severity: 'flag',
    en: {
      title: 'Dioxin above the limit',
      detail: 'A measurement of outlet {outlet}, sampled on {sampledOn}, is above the limit.',
    },
    zh: { title: '二噁英排放超标', detail: '排放口 {outlet} 于 {sampledOn} 采样的监测结果超过排放限值。' },
  },
  DIOXIN_HOURS_LOW: {
    severity: 'flag',
    en: {
      title: 'Fewer hours of operation than runs were open',
      detail:
        'The measurements of site {siteId} state {statedHours} hours of operation for {year}; processing runs were open for {runHours} hours.',
    },
    zh: {
      title: '填报运行时间少于加工时间',
      detail:
        '场所 {siteId} 的二噁英监测记录填报 {year} 年运行 {statedHours} 小时，加工记录显示 {runHours} 小时有处理批次进行。',
    },
  },
  DIOXIN_EXHAUST_LOW: {
    severity: 'flag',
    en: {
      title: 'Implausibly little exhaust',
      detail:
        'By flow and hours, outlet {outlet} gave off {sharePercent} % of the reference exhaust of its production, with a minimum of {limitPercent} %.',
    },
    zh: {
      title: '排气量偏低，不合理',
      detail:
        '按填报的流量和运行时间，排放口 {outlet} 的排气量仅为其产量基准排气量的 {sharePercent}%，低于 {limitPercent}%。',
    },
  },
  DIOXIN_ZERO: {
    severity: 'flag',
    en: {
      title: 'Measurement without any dioxin',
      detail:
        'All samples of outlet {outlet}, sampled on {sampledOn}, are 0. Congeners below detection count as half of their limit.',
    },
    zh: {
      title: '监测结果为零',
      detail: '排放口 {outlet} 于 {sampledOn} 采样的全部样品均为 0；未检出的同类物应按检出限的一半计。',
    },
  },
  DIOXIN_REPLACED: {
    severity: 'flag',
    en: {
      title: 'Corrected measurement',
      detail: 'The measurement of outlet {outlet}, sampled on {sampledOn}, replaces another one.',
    },
    zh: { title: '监测记录经过更正', detail: '排放口 {outlet} 于 {sampledOn} 采样的监测记录更正了先前的记录。' },
  },
  DIOXIN_HOURS_MISSING: {
    severity: 'flag',
    en: {
      title: 'Production without hours of operation',
      detail: 'Outlet {outlet} states {productGrams:mass} of lead and no hour of operation, so its release would be 0.',
    },
    zh: {
      title: '有产量而无运行时间',
      detail: '排放口 {outlet} 填报产铅 {productGrams:mass}，运行时间为 0 小时，按实测计算的排放量因而为 0。',
    },
  },
  DIOXIN_RECORDED_LATE: {
    severity: 'flag',
    en: {
      title: 'Measurement recorded late',
      detail:
        'A measurement of outlet {outlet}, sampled on {sampledOn}, was recorded on {recordedOn}, later than {days} days. It decides the release or the state before.',
    },
    zh: {
      title: '监测记录补录过晚',
      detail:
        '排放口 {outlet} 于 {sampledOn} 采样的监测记录迟至 {recordedOn} 才登记，超过 {days} 日；该记录决定排放量或改造前状态。',
    },
  },
  DIOXIN_CLASS_CONTRADICTED: {
    severity: 'flag',
    en: {
      title: 'Class without separation of PVC',
      detail:
        'Outlet {outlet} states class {technologyClass}, whose feed is free of PVC, and that PVC was not separated.',
    },
    zh: {
      title: '工艺类别与 PVC 分选情况矛盾',
      detail: '排放口 {outlet} 填报工艺类别 {technologyClass}（原料不含 PVC），但填报未分选 PVC。',
    },
  },
  DIOXIN_CERTIFICATE_NOT_STORED: {
    severity: 'flag',
    en: {
      title: 'Report of a measurement not stored',
      detail: 'The file of the report of outlet {outlet}, sampled on {sampledOn}, is not stored.',
    },
    zh: { title: '监测报告未上传', detail: '排放口 {outlet} 于 {sampledOn} 采样的监测报告文件未上传。' },
  },
} as const satisfies NoticeEntries;
