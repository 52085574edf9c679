/** Words of the year, in both languages. */
import type { Bilingual, Language } from '../../core/messages/language.ts';
import type { TrickName } from './tricks.ts';

const text = (en: string, zh: string): Bilingual => ({ en, zh });

/** Acts of the recycler in a month in which its furnace lost a tenth of the lead. */
export const TRICK_TEXTS: Readonly<Record<TrickName, Bilingual>> = {
  'without-manifest': text(
    'feeds 16 t of batteries that it bought without a manifest, so that their lead is in the products and in no accepted load',
    '将未附联单购入的 16 吨电池投料，使其中的铅计入产品，而不计入接受量',
  ),
  friend: text(
    'writes a manifest from its own site to the same site; then sends 30 t to a friend, 演示丙再生铅有限公司, which confirms 18 t, and feeds the other 12 t without a record',
    '先填写移出场所与接受场所相同的联单；再向关系单位演示丙再生铅有限公司发运 30 吨，对方仅确认接受 18 吨，其余 12 吨不作登记即投料',
  ),
  count: text(
    'counts 5 t of batteries that are not there, with a lead content of 63 % instead of the assayed 58.55 %',
    '盘点表多列 5 吨不存在的电池，含铅量填为 63%，而检测值为 58.55%',
  ),
  certificate: text(
    'replaces the certificate of a load by one that it wrote itself, with a lead content of 50 %, and names the laboratory, which does not confirm it',
    '以自行编造的检测报告更正一批货物的检测结果，含铅量填为 50%，并填写检测机构名称，但检测机构未予确认',
  ),
};

const STATUSES: Readonly<Record<string, Bilingual>> = {
  clear: text('clear', '未见异常'),
  flagged: text('flagged: an expert must explain each finding', '需核查：各事项须由专家逐项说明'),
  blocked: text('blocked: cannot be certified', '阻断：不予认定'),
};
export const statusText = (status: string, language: Language): string => STATUSES[status]?.[language] ?? status;

const SEVERITIES: Readonly<Record<string, Bilingual>> = {
  block: text('blocked', '阻断'),
  flag: text('flagged', '提示'),
  note: text('noted', '说明'),
};
export const severityText = (severity: string, language: Language): string =>
  SEVERITIES[severity]?.[language] ?? severity;

const STATES: Readonly<Record<string, Bilingual>> = {
  draft: text('not submitted', '未提交'),
  certified: text('certified', '予以认定'),
  refused: text('refused', '不予认定'),
};
export const stateText = (state: string, language: Language): string => STATES[state]?.[language] ?? state;

const VERDICTS: Readonly<Record<string, Bilingual>> = {
  pass: text('pass', '达到'),
  fail: text('fail', '未达到'),
  not_decidable: text('not decidable', '无法判定'),
};
export const verdictText = (verdict: string, language: Language): string => VERDICTS[verdict]?.[language] ?? verdict;

export type Sentences = {
  readonly title: (year: string) => string;
  readonly played: (seconds: string) => string;
  readonly skipped: string;
  readonly playing: string;
  readonly honest: (name: string) => string;
  readonly rate: (percent: string, points: string) => string;
  readonly months: (low: string, high: string, clear: number) => string;
  readonly figures: string;
  readonly limits: string;
  readonly assessed: (state: string, certified: boolean) => string;
  readonly files: string;
  readonly verifier: string;
  readonly again: (command: string) => string;
  readonly other: (name: string) => string;
  readonly tried: (period: string, what: string) => string;
  readonly hoped: (percent: string) => string;
  readonly refused: (title: string, detail: string) => string;
  readonly shown: (percent: string, status: string) => string;
  readonly year: (percent: string, status: string) => string;
  readonly notSubmitted: (title: string, detail: string) => string;
  readonly notExplained: (title: string, detail: string) => string;
};

export const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    title: (year) => `Recovery in ${year}: two recyclers, twelve months`,
    played: (seconds) => `Played in ${seconds} s, after the month and on the same clock.`,
    skipped: 'The year of two recyclers is left out, because these systems do not follow the clock of the demo.',
    playing: 'Playing a year of two recyclers …',
    honest: (name) => `${name}, which records what it does`,
    rate: (percent, points) => `  Lead recovery (铅回收率) of the year: ${percent} % ± ${points} points`,
    months: (low, high, clear) => `  Its twelve months: ${low} % to ${high} %, ${clear} of them clear`,
    figures: '  By every method in force (综合回收率 is comprehensive recovery):',
    limits: '  Held against their limits:',
    assessed: (state, certified) =>
      certified
        ? `  Assessment: submitted by its manager, reviewed by an expert, decided by the province: ${state}`
        : `  Assessment: ${state}`,
    files: '  Report, workbook with formulas, and evidence, as downloaded:',
    verifier: '  The verifier, without the service:',
    again: (command) => `  Run it again: ${command}`,
    other: (name) => `${name}, which tries four manipulations`,
    tried: (period, what) => `  ${period}: it ${what}.`,
    hoped: (percent) => `    A naive figure: ${percent} %`,
    refused: (title, detail) => `    Leadloop refused: ${title}. ${detail}`,
    shown: (percent, status) => `    Leadloop: ${percent} %, ${status}`,
    year: (percent, status) => `  The year: ${percent} %, ${status}`,
    notSubmitted: (title, detail) => `  Its assessment cannot be submitted: ${title}. ${detail}`,
    notExplained: (title, detail) => `  An expert who recommends it anyway is refused: ${title}. ${detail}`,
  },
  zh: {
    title: (year) => `${year} 年回收率：两家再生铅企业，十二个月`,
    played: (seconds) => `接当月业务之后、按同一时钟进行，用时 ${seconds} 秒。`,
    skipped: '所连接的系统不使用演示时钟，略去两家再生铅企业的全年演示。',
    playing: '正在演示两家再生铅企业的全年业务……',
    honest: (name) => `${name}：如实登记`,
    rate: (percent, points) => `  全年铅回收率：${percent}%，扩展不确定度 ${points} 个百分点`,
    months: (low, high, clear) => `  各月铅回收率：${low}% 至 ${high}%，其中 ${clear} 个月未见异常`,
    figures: '  各有效方法的结果（综合回收率与铅回收率是两个不同的指标）：',
    limits: '  与限值比较：',
    assessed: (state, certified) =>
      certified ? `  认定：企业提交、专家评审、省级主管部门决定，由三人分别办理，结果为“${state}”` : `  认定：${state}`,
    files: '  已下载的认定报告、含公式的工作簿和证据包：',
    verifier: '  脱离本系统核验的结果：',
    again: (command) => `  可再次核验：${command}`,
    other: (name) => `${name}：先后尝试四种虚报手法`,
    tried: (period, what) => `  ${period}：${what}。`,
    hoped: (percent) => `    若照此计算：${percent}%`,
    refused: (title, detail) => `    本系统不予受理：${title}。${detail}`,
    shown: (percent, status) => `    本系统结果：${percent}%，${status}`,
    year: (percent, status) => `  全年：${percent}%，${status}`,
    notSubmitted: (title, detail) => `  认定申请不能提交：${title}。${detail}`,
    notExplained: (title, detail) => `  专家仍建议认定的，不予受理：${title}。${detail}`,
  },
};
