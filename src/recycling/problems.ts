/** Problems of recycling: runs, assays, counts of stock. */
import { defineProblems } from '../core/messages/problem.ts';

export const recyclingProblem = defineProblems({
  'run-missing': {
    kind: 'missing',
    en: {
      title: 'No such run',
      detail: 'There is no run {id} for you.',
      remedy: 'Use a run of your own organisation.',
    },
    zh: { title: '加工批次不存在', detail: '没有您可见的加工批次 {id}。', remedy: '请使用本单位的加工批次。' },
  },
  'run-closed': {
    kind: 'conflict',
    en: {
      title: 'The run is closed',
      detail: 'Run {id} was closed at {closedAt}.',
      remedy: 'Open another run; what was left over stands on the site as work in progress.',
    },
    zh: {
      title: '加工批次已关闭',
      detail: '加工批次 {id} 已于 {closedAt} 关闭。',
      remedy: '请另开加工批次；剩余物料已作为在制品留在场所。',
    },
  },
  'run-instant-early': {
    kind: 'rule',
    en: {
      title: 'Earlier than the run',
      detail: '{at} is before the run started, {startedAt}.',
      remedy: 'Correct the instant, or record it with the run it belongs to.',
    },
    zh: {
      title: '早于加工批次开始时间',
      detail: '{at} 早于加工批次开始时间 {startedAt}。',
      remedy: '请更正时间，或记入相应的加工批次。',
    },
  },
  'run-gain-implausible': {
    kind: 'rule',
    en: {
      title: 'The run would give out more than it can have',
      detail:
        'With this, run {runId} would have gained {gainedGrams} g over the {fedGrams} g that were fed; at most {limitGrams} g are plausible.',
      remedy:
        'Record and feed what is missing first: batteries, bought feed, soda and other reagents; or correct the mass.',
    },
    zh: {
      title: '产出超过合理范围',
      detail: '按此记录，加工批次 {runId} 相对投料 {fedGrams} 克将增重 {gainedGrams} 克，合理上限为 {limitGrams} 克。',
      remedy: '请先登记并投入缺少的物料（废电池、外购料、纯碱等试剂），或更正质量。',
    },
  },
  'site-not-recycler': {
    kind: 'rule',
    en: { title: 'Not a recycling site', detail: 'Site {id} is a {kind}.', remedy: 'Name a site of kind recycler.' },
    zh: { title: '不是再生利用场所', detail: '场所 {id} 的类型为 {kind}。', remedy: '请填写类型为 recycler 的场所。' },
  },
  'batch-not-feedable': {
    kind: 'rule',
    en: {
      title: 'The batch cannot be fed',
      detail: 'Batch {id} is a {kind} account.',
      remedy: 'Feed what stands on the site: batteries, bought feed, intermediates, residues, products.',
    },
    zh: {
      title: '批次不能投料',
      detail: '批次 {id} 为 {kind} 账户。',
      remedy: '请投入场所库存中的物料：废电池、外购料、中间物料、残渣、产品。',
    },
  },
  'batch-on-other-site': {
    kind: 'rule',
    en: {
      title: 'The batch stands elsewhere',
      detail: 'Batch {id} stands on site {siteId}, the run is on site {runSiteId}.',
      remedy: 'Feed it where it stands, or move it by a manifest first.',
    },
    zh: {
      title: '批次位于其他场所',
      detail: '批次 {id} 位于场所 {siteId}，加工批次位于场所 {runSiteId}。',
      remedy: '请在其所在场所投料，或先凭联单转移。',
    },
  },
  'supply-assay-missing': {
    kind: 'rule',
    en: {
      title: 'Lead content missing',
      detail: 'Feed of kind {sourceKind} bears lead and came without an assay.',
      remedy: 'Send the assay with the supply.',
    },
    zh: {
      title: '缺少含铅量',
      detail: '{sourceKind} 为含铅物料，未附化验结果。',
      remedy: '请随外购料一并提交化验结果。',
    },
  },
  'assay-missing': {
    kind: 'missing',
    en: {
      title: 'No such assay',
      detail: 'There is no assay {id} for you.',
      remedy: 'Name an assay of your own organisation.',
    },
    zh: { title: '化验记录不存在', detail: '没有您可见的化验记录 {id}。', remedy: '请填写本单位的化验记录。' },
  },
  'assay-exists': {
    kind: 'conflict',
    en: {
      title: 'There is an assay already',
      detail: 'Another assay stands in this place already.',
      remedy: 'To correct it, name the valid assay in replacesId.',
    },
    zh: {
      title: '化验记录已存在',
      detail: '该位置已有化验记录。',
      remedy: '如需更正，请在 replacesId 中填写当前有效的化验记录。',
    },
  },
  'assay-not-its-correction': {
    kind: 'rule',
    en: {
      title: 'Not a correction of that assay',
      detail: 'Assay {replacesId} is of something else.',
      remedy: 'Name the assay of the same batch, supplier class or default.',
    },
    zh: {
      title: '不是对该化验记录的更正',
      detail: '化验记录 {replacesId} 的对象不同。',
      remedy: '请填写同一批次、供货类别或默认值的化验记录。',
    },
  },
  'disposition-not-for-kind': {
    kind: 'rule',
    en: {
      title: 'Not for this kind of batch',
      detail: 'Batch {batchId} is a {batchKind}; a {disposition} is for: {allowed}.',
      remedy: 'Use another kind of disposition, or move batteries by a manifest.',
    },
    zh: {
      title: '该类批次不适用',
      detail: '批次 {batchId} 为 {batchKind}；{disposition} 适用于：{allowed}。',
      remedy: '请使用其他处置类型；废电池请凭联单转移。',
    },
  },
  'stock-count-exists': {
    kind: 'conflict',
    en: {
      title: 'There is a count already',
      detail: 'The stock of site {siteId} on {countedOn} was counted already.',
      remedy: 'To correct it, name the valid count in replacesId.',
    },
    zh: {
      title: '盘点记录已存在',
      detail: '场所 {siteId} 在 {countedOn} 已有盘点记录。',
      remedy: '如需更正，请在 replacesId 中填写当前有效的盘点记录。',
    },
  },
  'stock-count-missing': {
    kind: 'missing',
    en: {
      title: 'No such count',
      detail: 'There is no count of stock {id} for you.',
      remedy: 'Name a count of your own organisation.',
    },
    zh: { title: '盘点记录不存在', detail: '没有您可见的盘点记录 {id}。', remedy: '请填写本单位的盘点记录。' },
  },
  'stock-count-not-its-correction': {
    kind: 'rule',
    en: {
      title: 'Not a correction of that count',
      detail: 'Count {replacesId} is of another site or day.',
      remedy: 'Name the count of the same site and day.',
    },
    zh: {
      title: '不是对该盘点记录的更正',
      detail: '盘点记录 {replacesId} 属于其他场所或日期。',
      remedy: '请填写同一场所、同一日期的盘点记录。',
    },
  },
  'stock-count-in-future': {
    kind: 'rule',
    en: {
      title: 'The day has not come',
      detail: '{countedOn} is after today, {today}.',
      remedy: 'Record the count when the day has come.',
    },
    zh: { title: '日期未到', detail: '{countedOn} 晚于今日 {today}。', remedy: '请在该日到来后再登记盘点。' },
  },
});
