/** Texts of the findings about feed other than batteries. */
import type { NoticeEntries } from '../../core/messages/notice.ts';

export const FEED_FINDINGS = {
  FEED_WITHOUT_CONTENT: {
    severity: 'flag',
    en: {
      title: 'Much feed without lead',
      detail:
        '{massGrams:mass} of feed other than batteries has no assay or almost no lead by it: {sharePercent} % of all mass fed, with a limit of {limitPercent} %. Any lead in it raises the rate. Compare invoices, weighing records and stock, and record assays.',
    },
    zh: {
      title: '不含铅原料用量偏大',
      detail:
        '电池以外的原料中有 {massGrams:mass} 未经检测，或检测结果几乎不含铅，占投料总重量的 {sharePercent}%，超过限值 {limitPercent}%；其中如含铅，将抬高回收率。请核对发票、过磅记录和库存，并补充检测结果。',
    },
  },
  RESIDUES_WITHOUT_MANIFEST: {
    severity: 'flag',
    en: {
      title: 'Hazardous residues left without a manifest',
      detail:
        '{massGrams:mass} of residues with a hazardous waste code left by a record of this organisation alone. Send hazardous residues on manifests (POST /v1/manifests), on which the receiver states what came.',
    },
    zh: {
      title: '危险废物残余物未附联单转移',
      detail:
        '{massGrams:mass} 属于危险废物的残余物仅凭本单位记录转移，未附联单。危险废物残余物应通过联单（POST /v1/manifests）转移，由接受人确认接受情况。',
    },
  },
  EMISSIONS_HIGH: {
    severity: 'flag',
    en: {
      title: 'Much lead in emissions',
      detail:
        'Emissions to air and water state {leadGrams:mass} of lead, {sharePercent} % of the lead fed, with a limit of {limitPercent} %. A works emits less. Compare the monitoring reports and the method of each emission.',
    },
    zh: {
      title: '排放铅量偏大',
      detail:
        '废气和废水排放记录的铅量合计 {leadGrams:mass}，占投入铅量的 {sharePercent}%，超过限值 {limitPercent}%，明显高于正常排放水平。请核对监测报告和各项排放量的核算方法。',
    },
  },
  LOADS_WAITING: {
    severity: 'flag',
    en: {
      title: 'Loads that wait long for a decision',
      detail:
        'At the count of {countedOn}, {loads} loads, {massGrams:mass}, had arrived before the period or more than {storedDays} days before and were not decided, or were refused and had not gone back. Let a person who is independent of the enterprise see them on the site.',
    },
    zh: {
      title: '货物运抵后久未处理',
      detail:
        '{countedOn} 盘点时，有 {loads} 批货物（{massGrams:mass}）在评价期开始前或 {storedDays} 天以前已运抵，尚未作出接受决定，或被拒收后尚未退回。请由独立于本单位的人员现场核对实物。',
    },
  },
  STOCK_OLD: {
    severity: 'flag',
    en: {
      title: 'Batteries long in stock',
      detail:
        '{massGrams:mass} of batteries in the closing stock came more than {storedDays} days before the end of the period. Let a person who is independent of the enterprise see them on the site.',
    },
    zh: {
      title: '电池久存未处理',
      detail:
        '期末库存中有 {massGrams:mass} 电池进厂距期末已超过 {storedDays} 天。请由独立于本单位的人员现场核对实物。',
    },
  },
  STOCK_LEVEL_HIGH: {
    severity: 'flag',
    en: {
      title: 'Much stock at the end of the period',
      detail:
        'The closing stock of batteries and work in process is {heldGrams:mass}, and that of products {productGrams:mass}. One of them is {sharePercent} % of what a year processes at the pace of the period, with a limit of {limitPercent} %. Let a person who is independent of the enterprise see it on the site.',
    },
    zh: {
      title: '期末库存偏大',
      detail:
        '期末电池和在制品库存为 {heldGrams:mass}，产品库存为 {productGrams:mass}；按评价期的生产进度折算，其中一项相当于全年处理量或产量的 {sharePercent}%，超过限值 {limitPercent}%。请由独立于本单位的人员现场核对实物。',
    },
  },
  TOLERANCES_TOGETHER: {
    severity: 'flag',
    en: {
      title: 'Tolerances together beyond the uncertainty',
      detail:
        'Each of these needs no review alone. Together they could move {leadGrams:mass} of lead in favour of the enterprise, {sharePercent} % of the lead available, and the rate states an uncertainty of {limitPercent} %: weak evidence {weakGrams:mass}, counts beyond the books {countsGrams:mass}, open runs {openGrams:mass}, mass that no independent organisation weighed {unconfirmedGrams:mass}, loads at the gate without a decision {gateGrams:mass}, loads on the way {wayGrams:mass}, stock that no authority saw {unobservedGrams:mass}, contents of classes beyond what laboratories saw {uncoveredGrams:mass}, sold output that no independent receiver confirmed {salesGrams:mass}.',
    },
    zh: {
      title: '各项容许偏差合计超过不确定度',
      detail:
        '下列各项单独均无须复核，合计可能使铅量产生 {leadGrams:mass} 的有利偏差，占可用铅量的 {sharePercent}%，超过回收率的不确定度 {limitPercent}%：依据不充分的含铅量 {weakGrams:mass}，盘点与账面差异 {countsGrams:mass}，进行中的处理批次 {openGrams:mass}，未经独立单位计量的重量 {unconfirmedGrams:mass}，已运抵尚未作出接受决定的货物 {gateGrams:mass}，期末在途货物 {wayGrams:mass}，未经监盘的期末库存 {unobservedGrams:mass}，同类货物检测结果超出检测机构采样重量的部分 {uncoveredGrams:mass}，未经独立接收方确认的出厂产品 {salesGrams:mass}。',
    },
  },
  WASTE_WITHOUT_MANIFEST: {
    severity: 'flag',
    en: {
      title: 'Hazardous waste fed without a manifest',
      detail:
        '{massGrams:mass} of bought feed is hazardous waste by its waste code and came without a manifest. Only the enterprise says what it was.',
    },
    zh: {
      title: '未附联单的危险废物已投料',
      detail: '外购原料中有 {massGrams:mass} 按废物代码属于危险废物，进厂时未附联单；其种类和含铅量仅由本单位申报。',
    },
  },
} as const satisfies NoticeEntries;
