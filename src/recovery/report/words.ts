/** Words of a report of a recovery rate. */
import type { Codes } from '../../core/messages/field.ts';
import type { Bilingual, Language } from '../../core/messages/language.ts';
import type {
  ANSWER_FORMATS,
  Contribution,
  ReportedRecovery,
  ReportedVerdict,
  ReportFormat,
  ShownRate,
} from './report.ts';

export const REPORT_FORMAT_WORDS: Codes<ReportFormat> = {
  pdf: { en: 'PDF for printing and filing', zh: '用于打印和归档的 PDF' },
  xlsx: {
    en: 'workbook with all records, and with formulas that lead from them to the rates',
    zh: '电子表格，含全部记录及由记录计算回收率的公式',
  },
};

export const ANSWER_FORMAT_WORDS: Codes<(typeof ANSWER_FORMATS)[number]> = {
  json: { en: 'JSON', zh: 'JSON 数据' },
  xlsx: { en: 'workbook with formulas', zh: '含公式的电子表格' },
};

export const LANGUAGE_WORDS: Codes<Language> = {
  zh: { en: 'Chinese', zh: '中文' },
  en: { en: 'English', zh: '英文' },
};

export const STATUS_WORDS: Readonly<Record<ReportedRecovery['status'], Bilingual>> = {
  clear: { zh: '未发现问题', en: 'clear' },
  flagged: { zh: '需人工复核', en: 'needs a review' },
  blocked: { zh: '不得认定', en: 'blocked' },
};

export const RATE_WORDS: Readonly<Record<ShownRate, Bilingual>> = {
  headline: { zh: '铅回收率（综合口径，含副产品）', en: 'Lead recovery with by-products' },
  productsOnly: { zh: '铅回收率（仅产品口径）', en: 'Lead recovery, products only' },
  conservative: { zh: '铅回收率（保守口径）', en: 'Lead recovery, conservative' },
  unaccountedShare: { zh: '未核算铅份额', en: 'Unaccounted share' },
  batteryShare: { zh: '电池铅占投料铅的份额', en: 'Share of batteries in the lead fed' },
  indirect: { zh: '间接值（仅扣除已知损失）', en: 'Indirect value (known losses only)' },
};

export const FORMULA_WORDS: Readonly<Record<ShownRate, Bilingual>> = {
  headline: { zh: '（产品铅＋副产品铅）÷可回收铅', en: '(products + by-products) / available' },
  productsOnly: { zh: '产品铅÷可回收铅', en: 'products / available' },
  conservative: {
    zh: '（产品铅＋副产品铅－其他原料铅）÷（电池铅－在制品增加）',
    en: '(products + by-products - other feed) / (battery lead - growth of work)',
  },
  unaccountedShare: { zh: '未核算铅÷可回收铅', en: 'unaccounted / available' },
  batteryShare: { zh: '电池铅÷（电池铅＋其他原料铅）', en: 'battery lead / (battery lead + other feed)' },
  indirect: { zh: '1－（损失＋在途）÷可回收铅', en: '1 - (losses + under way) / available' },
};

export const VERDICT_WORDS: Readonly<Record<ReportedVerdict['verdict'], Bilingual>> = {
  pass: { zh: '符合', en: 'kept' },
  fail: { zh: '不符合', en: 'missed' },
  not_decidable: { zh: '无法判定', en: 'cannot be decided' },
};

export const UNDECIDED_WORDS: Readonly<Record<NonNullable<ReportedVerdict['undecided']>, Bilingual>> = {
  blocked: { zh: '存在阻断事项', en: 'a finding blocks the rate' },
  no_figure: { zh: '该指标无法计算', en: 'no figure' },
  within_uncertainty: { zh: '限值在扩展不确定度范围之内', en: 'limit within the uncertainty' },
};

export const COMPARISON_WORDS: Readonly<Record<ReportedVerdict['comparison'], Bilingual>> = {
  at_least: { zh: '不低于', en: 'at least' },
  below: { zh: '低于', en: 'below' },
};

export const SCALE_WORDS: Readonly<Record<NonNullable<Contribution['scale']>, Bilingual>> = {
  gate: { zh: '进出厂地磅', en: 'weighbridge at the gate' },
  line: { zh: '生产线计量', en: 'scale of the production line' },
  count: { zh: '盘点估量', en: 'estimate of stock counts' },
  monitor: { zh: '废气废水监测', en: 'monitoring of air and water' },
};

export const BALANCE_WORDS: Readonly<Record<keyof ReportedRecovery['balance'], Bilingual>> = {
  batteryLead: { zh: '投入处理的电池铅', en: 'Lead of batteries that were fed' },
  workChange: { zh: '在制品铅增加', en: 'Growth of lead in process' },
  available: { zh: '可回收铅', en: 'Lead available' },
  recovered: { zh: '回收铅', en: 'Lead recovered' },
  lost: { zh: '已知损失', en: 'Known losses' },
  underWay: { zh: '在途或尚未决定', en: 'Under way or not decided' },
  unaccounted: { zh: '未核算铅', en: 'Unaccounted lead' },
};

export const SEVERITY_WORDS: Readonly<Record<string, Bilingual>> = {
  block: { zh: '阻断', en: 'Blocks' },
  flag: { zh: '提请复核', en: 'Review' },
  note: { zh: '说明', en: 'Note' },
};

/** Headings and labels. */
export const WORDS = {
  certifiedTitle: { zh: '铅回收率认定报告', en: 'Report on certified lead recovery' },
  certifiedByMassTitle: { zh: '回收率认定报告', en: 'Report on certified recovery' },
  title: { zh: '铅回收率评价报告', en: 'Report on lead recovery' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  uscc: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  period: { zh: '评价期间', en: 'Period' },
  method: { zh: '评价方法', en: 'Method' },
  version: { zh: '第 {n} 版', en: 'version {n}' },
  asOf: { zh: '数据截至', en: 'As of' },
  beijing: { zh: '（北京时间）', en: ' (Beijing time)' },
  journal: { zh: '日志序号', en: 'Journal index' },
  hash: { zh: '数据摘要（SHA-256）', en: 'Hash of the data (SHA-256)' },
  provisional: { zh: '期间尚未结束，数据为暂定值', en: 'The period is in progress; the figures are provisional' },
  none: { zh: '无法计算', en: 'not computable' },
  uncertaintyOf: {
    zh: '扩展不确定度 ±{points} 个百分点（k = {k}）',
    en: 'expanded uncertainty ±{points} percentage points (k = {k})',
  },
  flow: { zh: '铅流向', en: 'Flow of lead' },
  flowNote: { zh: '单位：吨铅。高度与数量成正比。', en: 'Tonnes of lead. Heights are in proportion.' },
  workUsed: { zh: '在制品减少', en: 'Work in progress used' },
  workGrown: { zh: '在制品增加', en: 'Growth of work in progress' },
  surplus: { zh: '平衡差额', en: 'Surplus of the balance' },
  otherLosses: { zh: '其余损失', en: 'Remaining losses' },
  rates: { zh: '回收率', en: 'Rates' },
  rate: { zh: '指标', en: 'Rate' },
  formula: { zh: '计算式', en: 'Formula' },
  value: { zh: '数值（%）', en: 'Value (%)' },
  expanded: { zh: '扩展不确定度（百分点）', en: 'U (points)' },
  ratesNote: {
    zh: '修约按 GB/T 8170，仅用于显示；判定采用未修约值。',
    en: 'Rounded by GB/T 8170 for display; verdicts use the exact value.',
  },
  terms: { zh: '平衡项目', en: 'Terms of the balance' },
  term: { zh: '项目', en: 'Term' },
  mass: { zh: '质量（t）', en: 'Mass (t)' },
  lead: { zh: '铅量（t）', en: 'Lead (t)' },
  records: { zh: '记录数', en: 'Records' },
  termsNote: { zh: '铅量为零且无记录的项目未列出。', en: 'Terms without lead and records are left out.' },
  balance: { zh: '铅平衡', en: 'Balance of lead' },
  contributions: { zh: '不确定度主要来源', en: 'Largest contributions to the uncertainty' },
  source: { zh: '来源', en: 'Source' },
  share: { zh: '占方差（%）', en: 'Share of variance (%)' },
  contributionsNote: {
    zh: '按 JJF 1059.1（GUM）评定，针对综合口径；来源相同的误差合并计算。',
    en: 'By GUM (JCGM 100), of the rate with by-products; errors of one source are added.',
  },
  countSource: { zh: '盘点申报含铅量', en: 'lead content declared with a stock count' },
  assaySource: { zh: '检测报告', en: 'assay' },
  verdicts: { zh: '目标判定', en: 'Verdicts on targets' },
  target: { zh: '目标', en: 'Target' },
  limit: { zh: '限值', en: 'Limit' },
  verdict: { zh: '判定', en: 'Verdict' },
  findings: { zh: '审查事项', en: 'Findings' },
  flagReason: { zh: '专家说明：{reason}', en: 'Reason of the expert: {reason}' },
  noFindings: { zh: '未发现需要说明的事项。', en: 'Nothing to report.' },
  evidence: { zh: '检测依据索引', en: 'Index of assays' },
  laboratory: { zh: '检测机构', en: 'Laboratory' },
  certificate: { zh: '报告编号', en: 'Certificate' },
  content: { zh: '含铅（%）', en: 'Lead (%)' },
  usedFor: { zh: '适用质量（t）', en: 'Used for (t)' },
  sha: { zh: '文件摘要（SHA-256）', en: 'SHA-256 of the file' },
  noCertificate: { zh: '无', en: 'none' },
  evidenceNote: { zh: '另有 {n} 项检测未列出，见电子表格。', en: '{n} more assays are in the workbook.' },
  basis: { zh: '数据依据', en: 'Data behind the report' },
  recordKinds: { zh: '记录', en: 'Records' },
  counts: { zh: '盘点', en: 'Stock counts' },
  status: { zh: '状态', en: 'Status' },
  code: { zh: '代码', en: 'Code' },
  kind: { zh: '类别', en: 'Kind' },
  subject: { zh: '日志主题', en: 'Journal subject' },
  material: { zh: '物料', en: 'Material' },
  massGrams: { zh: '质量（g）', en: 'Mass (g)' },
  sign: { zh: '符号', en: 'Sign' },
  ppm: { zh: '含铅（ppm）', en: 'Lead (ppm)' },
  moisturePpm: { zh: '水分（ppm）', en: 'Water (ppm)' },
  leadGrams: { zh: '铅量（g）', en: 'Lead (g)' },
  contentBasis: { zh: '含铅依据', en: 'Basis of the content' },
  occurredAt: { zh: '发生时间（UTC）', en: 'Time (UTC)' },
  sampledAt: { zh: '取样时间（UTC）', en: 'Sampled (UTC)' },
  analysis: { zh: '检测方法', en: 'Method' },
  exactShare: { zh: '数值（未修约）', en: 'Value (not rounded)' },
  numerator: { zh: '分子（精确）', en: 'Numerator (exact)' },
  denominator: { zh: '分母（精确）', en: 'Denominator (exact)' },
  sum: { zh: '合计', en: 'Sum' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  inProgress: { zh: '暂定', en: 'Provisional' },
  month: { zh: '月份', en: 'Month' },
  place: { zh: '名次', en: 'Place' },
  series: { zh: '逐月回收率', en: 'Series' },
  ranking: { zh: '企业排名', en: 'Ranking' },
  comparison: { zh: '方法比较', en: 'Methods' },
  versionHead: { zh: '版本', en: 'Version' },
  inForce: { zh: '有效', en: 'In force' },
  missing: { zh: '缺失原因', en: 'Missing because' },
  undecided: { zh: '无法判定的原因', en: 'Not decided because' },
  severity: { zh: '程度', en: 'Severity' },
  detail: { zh: '内容', en: 'Detail' },
  omitted: { zh: '未列入的企业数', en: 'Enterprises left out' },
  summarySheet: { zh: '汇总', en: 'Summary' },
  recordSheet: { zh: '记录', en: 'Records' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Fills the places of a text. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
