/** Problems of batches and movements of mass. */
import { defineProblems } from '../core/messages/problem.ts';

export const batchProblem = defineProblems({
  'batch-missing': {
    kind: 'missing',
    en: {
      title: 'No such batch',
      detail: 'There is no batch {id} for you.',
      remedy: 'Use a batch of your own organisation.',
    },
    zh: { title: '批次不存在', detail: '没有您可见的批次 {id}。', remedy: '请使用本单位的批次。' },
  },
  'batch-class-contradicts-condition': {
    kind: 'rule',
    en: {
      title: 'Risk class and condition contradict each other',
      detail: 'Class {riskClass} means sealed and unbroken, but the condition is {condition}.',
      remedy: 'Record broken batteries, plates, paste and acid as class II.',
    },
    zh: {
      title: '风险类别与状态矛盾',
      detail: '第 {riskClass} 类指密封且未破损，而状态为 {condition}。',
      remedy: '破损电池、极板、铅膏和酸液请记为第 II 类。',
    },
  },
  'batch-mass-exceeded': {
    kind: 'rule',
    en: {
      title: 'The batch does not hold that much',
      detail: 'Batch {id} holds {availableGrams} g; {requestedGrams} g were asked for.',
      remedy: 'Take at most what the batch holds, or correct the batch first.',
    },
    zh: {
      title: '批次质量不足',
      detail: '批次 {id} 现有 {availableGrams} 克，请求 {requestedGrams} 克。',
      remedy: '请不超过批次现有质量，或先更正批次。',
    },
  },
  'batch-pieces-exceeded': {
    kind: 'rule',
    en: {
      title: 'The batch does not hold that many pieces',
      detail: 'Batch {id} holds {availablePieces} pieces; {requestedPieces} were asked for.',
      remedy: 'Take at most what the batch holds, or correct the batch first.',
    },
    zh: {
      title: '批次数量不足',
      detail: '批次 {id} 现有 {availablePieces} 件，请求 {requestedPieces} 件。',
      remedy: '请不超过批次现有数量，或先更正批次。',
    },
  },
  'batches-not-alike': {
    kind: 'rule',
    en: {
      title: 'The batches cannot be merged',
      detail: 'Batches are merged when they stand on one site and agree in {fields}.',
      remedy: 'Merge only batches that are alike.',
    },
    zh: {
      title: '批次不能合并',
      detail: '只有位于同一场所且 {fields} 相同的批次才能合并。',
      remedy: '请只合并同类批次。',
    },
  },
  'batch-too-large': {
    kind: 'rule',
    en: {
      title: 'The batch would be too large',
      detail: 'Together they have {pieces} pieces; one batch holds at most {limit}.',
      remedy: 'Merge fewer batches.',
    },
    zh: {
      title: '批次过大',
      detail: '合计 {pieces} 件，单个批次最多 {limit} 件。',
      remedy: '请减少合并的批次数量。',
    },
  },
  'batch-not-mergeable': {
    kind: 'rule',
    en: {
      title: 'The batch stays by itself',
      detail: 'Batch {id} is a {kind}; only batteries are merged.',
      remedy: 'Keep it apart: its origin and its assay belong to it. A run can be fed with many batches at once.',
    },
    zh: {
      title: '该批次须单独保留',
      detail: '批次 {id} 的类型为 {kind}，仅电池批次可以合并。',
      remedy: '请单独保留：来源与检测结果均属于该批次。一次投料可包含多个批次。',
    },
  },
  'batch-instant-early': {
    kind: 'rule',
    en: {
      title: 'Earlier than the batch',
      detail: '{at} is before batch {id} came to be, {occurredAt}.',
      remedy: 'Give the time at which it happened, not before {occurredAt}.',
    },
    zh: {
      title: '早于批次产生时间',
      detail: '{at} 早于批次 {id} 的产生时间 {occurredAt}。',
      remedy: '请填写实际发生时间，不早于 {occurredAt}。',
    },
  },
  'batch-not-stock': {
    kind: 'rule',
    en: {
      title: 'The batch is not in stock',
      detail: 'Batch {id} is a {kind} account and cannot be split or merged.',
      remedy: 'Use a batch that stands on a site.',
    },
    zh: {
      title: '批次不在库存中',
      detail: '批次 {id} 为 {kind} 账户，不能拆分或合并。',
      remedy: '请使用在场所库存中的批次。',
    },
  },
  'instant-in-future': {
    kind: 'rule',
    en: {
      title: 'The time lies in the future',
      detail: "{pointer} is {at}, later than this service's clock allows ({now}).",
      remedy: 'Check the clock of the device and send when it happened.',
    },
    zh: {
      title: '时间在未来',
      detail: '{pointer} 为 {at}，晚于本服务时钟允许的 {now}。',
      remedy: '请检查设备时钟，填写实际发生时间。',
    },
  },
});
