/** Words of the report, in both languages. */
import type { Bilingual, Language } from '../../core/messages/language.ts';

const text = (en: string, zh: string): Bilingual => ({ en, zh });

export const HEADS = {
  books: [
    text('Province', '省份'),
    text('Journal entries', '日志条目'),
    text('Accounts', '账户'),
    text('Movements', '物料流转'),
    text('Sum of accounts', '账户合计'),
    text('Negative accounts', '负值账户'),
  ],
  states: [text('State', '状态'), text('Manifests', '联单数')],
  terms: [text('Term', '项目'), text('Lead', '铅'), text('Records', '记录数')],
  flows: [text('From', '移出地'), text('To', '接受地'), text('Mass', '重量'), text('Manifests', '联单数')],
} as const;

/** Words for the mass of each boundary account, by its direction. */
export const EDGES: Readonly<Record<string, readonly [from: Bilingual, to: Bilingual]>> = {
  generation: [
    text('was generated as waste', '产生的废物'),
    text('was returned to its places of origin', '退回产生单位'),
  ],
  elsewhere: [text('came from the other province', '由另一省转入'), text('went to the other province', '转往另一省')],
  supply: [text('was bought as feed and reagents', '外购原料和试剂'), text('was returned to suppliers', '退回供货方')],
  adjustment: [text('was gained in weighing', '称重差异增加'), text('was lost in weighing', '称重差异减少')],
  loss: [
    text('was gained without a known source', '来源不明的增加'),
    text('left as water, gas and disposed residues', '以水分、废气和处置残渣形式流失'),
  ],
  sale: [text('came back from buyers', '由购买方退回'), text('was sold or given to use', '销售或综合利用')],
};

const STATES: Readonly<Record<string, string>> = {
  draft: '草稿',
  offline_paper: '纸质待补录',
  submitted: '已提交',
  handed_over: '已交付',
  in_transit: '运输中',
  arrived: '已运抵',
  disputed: '差异处理中',
  accepted: '已接受',
  partially_accepted: '部分接受',
  rejected: '已拒收',
  closed: '已办结',
  cancelled: '已作废',
};

export const TERM_NAMES: Readonly<Record<string, Bilingual>> = {
  received: text('Lead received with accepted manifests', '凭联单接受的废铅蓄电池'),
  opening_stock: text('Lead batteries in stock at the beginning', '期初废铅蓄电池库存'),
  closing_stock: text('Lead batteries in stock at the end', '期末废铅蓄电池库存'),
  forwarded: text('Lead batteries sent on unprocessed', '未处理转出的废铅蓄电池'),
  other_feed: text('Lead in other feed', '电池以外的原料'),
  opening_work: text('Lead at work at the beginning', '期初在制品'),
  closing_work: text('Lead at work at the end', '期末在制品'),
  products: text('Lead in finished products', '产品'),
  by_products: text('Lead in by-products with proof of use', '有利用凭证的副产品'),
  loss_slag: text('Lead lost: slag', '损失：炉渣'),
  loss_sludge: text('Lead lost: sludge', '损失：污泥'),
  loss_separators: text('Lead lost: separators', '损失：隔板'),
  loss_dust: text('Lead lost: dust', '损失：烟尘'),
  loss_air: text('Lead lost: air', '损失：废气'),
  loss_water: text('Lead lost: water', '损失：废水'),
  loss_other: text('Lead lost: other', '损失：其他'),
};

export const RATES = {
  headline: text('Lead recovery', '铅回收率（综合口径）'),
  productsOnly: text('Finished products only', '铅回收率（仅产品口径）'),
  conservative: text('Other feed counted as fully recovered', '铅回收率（保守口径）'),
  unaccountedShare: text('Unaccounted', '未平衡份额'),
  verdict: text('Result of the controls', '核查结果'),
} as const;

const STATUSES: Readonly<Record<string, string>> = { clear: '未见异常', flagged: '需核查', blocked: '不予认定' };

/** Returns the word for a state of a manifest. */
export const stateWord = (state: string, language: Language): string =>
  language === 'zh' ? (STATES[state] ?? state) : state.replaceAll('_', ' ');

/** Returns the word for the status of a rate. */
export const statusWord = (status: string, language: Language): string =>
  language === 'zh' ? (STATUSES[status] ?? status) : status;

/** The sentences of the report; numbers come in as they are shown. */
export const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    title: (month) => `Trade in waste lead-acid batteries, ${month}`,
    played: (collections, seconds, requests, again) => [
      `${collections} collections and the work of the month were played in ${seconds} s`,
      `with ${requests} requests; ${again} of them were repetitions because a system was down or busy.`,
    ],
    alone: 'One province took part, so nothing crossed a province border.',
    books: 'Books',
    edge: (province) => `At the edge of the books of ${province}:`,
    manifests: 'Manifests',
    all: (count, crossing) => `${count} in all, ${crossing} of them across the province border.`,
    significant: (count) => `${count} with a difference to be explained (Order 23, Art 18).`,
    late: (count, numbers) =>
      `${count} confirmed later than five working days after arrival${numbers === '' ? '' : ` (${numbers})`}.`,
    unnumbered: 'without a number',
    agreed: (same, not) => `The same version, digest and state wherever it is held: ${same}; not: ${not}.`,
    refused: (count) =>
      `Loads across the border travel under an approval or an exemption. ${count} more were tried and not submitted:`,
    exchange: 'Exchange between the authorities',
    sent: (sent, acknowledged, retried, parked) =>
      `${sent} messages sent, ${acknowledged} acknowledged, ${retried} sent again, ${parked} parked.`,
    down: (seconds, loads, waiting) => [
      `While Guangdong was down (its process was killed, for ${seconds} s here, an hour of the month),`,
      `Guangxi sent ${loads} loads on the road and ${waiting} messages waited; all were delivered afterwards.`,
    ],
    restarts: (count) => `${count} times a system had died and was started again.`,
    recovery: (enterprise) => `Lead recovery of ${enterprise}`,
    incomputable: 'cannot be computed',
    flows: 'Accepted mass by origin and destination',
    wrong: 'Faults',
    right: 'The books balance to the gram, and every manifest is the same in every place.',
    serving: 'The systems go on serving; Ctrl-C ends them.',
    docs: 'Description of the API',
  },
  zh: {
    title: (month) => `废铅蓄电池收集转移业务，${month}`,
    played: (collections, seconds, requests, again) => [
      `共登记 ${collections} 次收集，并办理当月全部业务，用时 ${seconds} 秒，`,
      `发出 ${requests} 次请求，其中 ${again} 次因系统停机或繁忙而重发。`,
    ],
    alone: '仅一个省参加，没有跨省转移。',
    books: '账目',
    edge: (province) => `${province}账目的边界：`,
    manifests: '联单',
    all: (count, crossing) => `共 ${count} 份，其中跨省 ${crossing} 份。`,
    significant: (count) => `${count} 份有须说明的差异（部令第23号第十八条）。`,
    late: (count, numbers) => `${count} 份在运抵五个工作日后才确认${numbers === '' ? '' : `（${numbers}）`}。`,
    unnumbered: '无编号',
    agreed: (same, not) => `各系统的版本、摘要和状态均一致的 ${same} 份，不一致的 ${not} 份。`,
    refused: (count) => `跨省转移均凭批准决定或豁免规定办理。另有 ${count} 份联单未能提交：`,
    exchange: '各主管部门之间的数据交换',
    sent: (sent, acknowledged, retried, parked) =>
      `发送报文 ${sent} 份，已确认 ${acknowledged} 份，重发 ${retried} 次，待人工处理 ${parked} 份。`,
    down: (seconds, loads, waiting) => [
      `广东停机期间（进程被强行终止，实际 ${seconds} 秒，相当于业务中的一小时），`,
      `广西有 ${loads} 车起运，${waiting} 份报文等待；恢复后已全部送达。`,
    ],
    restarts: (count) => `系统异常退出并自动重启 ${count} 次。`,
    recovery: (enterprise) => `${enterprise}的铅回收率`,
    incomputable: '无法计算',
    flows: '接受量（按移出地和接受地）',
    wrong: '存在的问题',
    right: '账目平衡至克，每份联单在各系统中均一致。',
    serving: '各系统继续运行；按 Ctrl-C 停止。',
    docs: '接口文档',
  },
};

type Sentences = {
  readonly title: (month: string) => string;
  readonly played: (collections: string, seconds: string, requests: string, again: string) => string[];
  readonly alone: string;
  readonly books: string;
  readonly edge: (province: string) => string;
  readonly manifests: string;
  readonly all: (count: string, crossing: string) => string;
  readonly significant: (count: string) => string;
  readonly late: (count: string, numbers: string) => string;
  readonly unnumbered: string;
  readonly agreed: (same: string, not: string) => string;
  readonly refused: (count: string) => string;
  readonly exchange: string;
  readonly sent: (sent: string, acknowledged: string, retried: string, parked: string) => string;
  readonly down: (seconds: string, loads: number, waiting: number) => string[];
  readonly restarts: (count: number) => string;
  readonly recovery: (enterprise: string) => string;
  readonly incomputable: string;
  readonly flows: string;
  readonly wrong: string;
  readonly right: string;
  readonly serving: string;
  readonly docs: string;
};
