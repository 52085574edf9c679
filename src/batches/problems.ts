/** Problems of batches and movements of mass. */
import { EXAMPLE_IDS, NOTHING } from '../core/example-ids.ts';
import { defineProblems } from '../core/messages/problem.ts';
import { BATCH_TERMS } from './codes.ts';

const { batch, suppliedBatch, transitBatch } = EXAMPLE_IDS;

export const batchProblem = defineProblems(
  {
    'batch-missing': {
      kind: 'missing',
      en: {
        title: 'Batch not found',
        detail: 'No batch {id} is visible to you.',
        remedy: 'Check the id. Use a batch of your own organisation.',
      },
      zh: { title: '批次不存在', detail: '没有您可查看的批次 {id}。', remedy: '请核对批次编号，并使用本单位的批次。' },
    },
    'batch-withdrawn': {
      kind: 'conflict',
      en: {
        title: 'Batch withdrawn',
        detail: 'Batch {id} was withdrawn: a correction has set what it was recorded with to nothing.',
        remedy:
          'Use the batch that is right. If the withdrawal was the mistake, correct the batch, its supply or its output back to its mass first.',
      },
      zh: {
        title: '批次已撤销',
        detail: '批次 {id} 已撤销：其登记数量已更正为零。',
        remedy: '请使用正确的批次；撤销有误的，请先将该批次、外购原料或产出更正为实际数量。',
      },
    },
    'batch-class-contradicts-condition': {
      kind: 'rule',
      en: {
        title: 'Risk class and condition contradict each other',
        detail:
          'Batteries of {riskClass:riskClass} are sealed and unbroken; the condition given is “{condition:condition}”.',
        remedy: 'Record broken batteries, plates, paste and acid as class II.',
      },
      zh: {
        title: '风险类别与物料状态不符',
        detail: '{riskClass:riskClass}废铅蓄电池应为未破损的密封电池，所填物料状态为“{condition:condition}”。',
        remedy: '破损电池、极板、铅膏和酸液请填为第Ⅱ类。',
      },
    },
    'batch-not-batteries': {
      kind: 'rule',
      en: {
        title: 'The waste is not batteries',
        detail: 'Waste {wasteCode} is weighed only: it has no battery kind, risk class, condition or pieces.',
        remedy: 'Leave batteryKind, riskClass and condition out, and give 0 pieces.',
      },
      zh: {
        title: '该废物不是废铅蓄电池',
        detail: '废物代码 {wasteCode} 只计重量，不填电池类型、风险类别、物料状态和数量。',
        remedy: '请勿填写 batteryKind、riskClass、condition，数量（pieces）填 0。',
      },
    },
    'batch-mass-exceeded': {
      kind: 'rule',
      en: {
        title: 'Not enough mass in the batch',
        detail: 'Batch {id} holds {availableGrams:mass}; the request takes {requestedGrams:mass}.',
        remedy:
          'Check the mass and its unit (grams). Take no more than the batch holds and name further batches for the rest, or correct the batch first: POST /v1/batches/{id}/corrections.',
      },
      zh: {
        title: '批次余量不足',
        detail: '批次 {id} 现有 {availableGrams:mass}，本次需 {requestedGrams:mass}。',
        remedy:
          '请核对重量（填报单位为克）；填报重量不得超过批次余量，其余部分请从其他批次填报；批次登记有误的，请先更正批次：POST /v1/batches/{id}/corrections。',
      },
    },
    'batch-pieces-exceeded': {
      kind: 'rule',
      en: {
        title: 'Not enough pieces in the batch',
        detail: 'Batch {id} holds {availablePieces} pieces; the request takes {requestedPieces}.',
        remedy:
          'Check the number. Take no more than the batch holds and name further batches for the rest, or correct the batch first: POST /v1/batches/{id}/corrections.',
      },
      zh: {
        title: '批次只数不足',
        detail: '批次 {id} 现有 {availablePieces} 只，本次需 {requestedPieces} 只。',
        remedy:
          '请核对数量（只）；填报数量不得超过批次现有数量，其余部分请从其他批次填报；批次登记有误的，请先更正批次：POST /v1/batches/{id}/corrections。',
      },
    },
    'batch-pieces-missing': {
      kind: 'rule',
      en: {
        title: 'Number of pieces missing',
        detail: 'Batteries of the condition “{condition:condition}” are counted; the number of pieces given is 0.',
        remedy: 'Enter the number of batteries. Plates, paste and acid are recorded under their own condition.',
      },
      zh: {
        title: '缺少电池只数',
        detail: '物料状态为“{condition:condition}”的电池须清点只数，所填数量为 0 只。',
        remedy: '请填写电池只数；极板、铅膏和酸液请按相应的物料状态登记。',
      },
    },
    'batch-quantities-apart': {
      kind: 'rule',
      en: {
        title: 'Mass and pieces do not end together',
        detail:
          'The request takes {massGrams:mass} and {pieces} pieces from batch {id} and leaves {restGrams:mass} and {restPieces} pieces. Batteries have both mass and pieces, or neither.',
        remedy: 'Take a part of both, or all of both. Check the mass (in grams) and the number of pieces.',
      },
      zh: {
        title: '重量与只数不一致',
        detail:
          '本次从批次 {id} 取用 {massGrams:mass}、{pieces} 只，余量为 {restGrams:mass}、{restPieces} 只。电池的重量与只数须同时有余或同时为零。',
        remedy: '请同时取用部分重量和部分只数，或全部取用，并核对重量（填报单位为克）和只数。',
      },
    },
    'batch-piece-mass-differs': {
      kind: 'rule',
      en: {
        title: 'Mass and pieces contradict the batch',
        detail:
          'The request takes {massGrams:mass} and {pieces} pieces from batch {id} and leaves {restGrams:mass} and {restPieces} pieces. The batch holds {batchGrams:mass} and {batchPieces} pieces. A piece, of the part or of the rest, would weigh more than {factor} times as much or as little as in the batch. A battery of less than {fromGrams:mass} or more than {toGrams:mass} is not accepted.',
        remedy:
          'Check the mass (in grams) and the number of pieces. If the batch itself was recorded wrongly, correct it first: POST /v1/batches/{id}/corrections.',
      },
      zh: {
        title: '重量和只数与批次不符',
        detail:
          '本次从批次 {id} 取用 {massGrams:mass}、{pieces} 只，余量为 {restGrams:mass}、{restPieces} 只；该批次现有 {batchGrams:mass}、{batchPieces} 只。取用部分或余量的单只重量与批次相差超过 {factor} 倍，且不在单只电池的合理重量 {fromGrams:mass}至 {toGrams:mass}之间。',
        remedy: '请核对重量（填报单位为克）和只数；批次登记有误的，请先更正批次：POST /v1/batches/{id}/corrections。',
      },
    },
    'batch-piece-mass-impossible': {
      kind: 'rule',
      en: {
        title: 'Mass and pieces contradict each other',
        detail:
          'The request gives {massGrams:mass} for {pieces} pieces. A battery of less than {fromGrams:mass} or more than {toGrams:mass} is not accepted.',
        remedy: 'Check that the mass is in grams (20 kg are 20000), and the number of pieces.',
      },
      zh: {
        title: '重量与只数不符',
        detail: '填报 {massGrams:mass}、{pieces} 只，单只重量不在合理范围 {fromGrams:mass}至 {toGrams:mass}之内。',
        remedy: '请核对重量和只数。重量的填报单位为克，如 20 千克填 20000。',
      },
    },
    'batches-not-alike': {
      kind: 'rule',
      en: {
        title: 'Batches cannot be merged',
        detail: 'Batches that are merged hold mass and agree in: {fields:field}.',
        remedy: 'Merge only batches that agree in these fields and are not empty.',
      },
      zh: {
        title: '批次不能合并',
        detail: '合并的批次均须有余量，且以下各项须一致：{fields:field}。',
        remedy: '请只合并上述各项一致且有余量的批次。',
      },
    },
    'batches-kept-apart': {
      kind: 'rule',
      en: {
        title: 'Warranty returns are kept apart',
        detail: 'Batteries returned under warranty are not waste and are not mixed with it (HJ 519-2020).',
        remedy: 'Choose either warranty returns or waste.',
      },
      zh: {
        title: '质保退回电池须单独存放和转移',
        detail: '质保期内退回的电池不属于废铅蓄电池，不得与废物混合（HJ 519-2020）。',
        remedy: '请只选择质保退回电池，或只选择废物。',
      },
    },
    'batch-too-large': {
      kind: 'rule',
      en: {
        title: 'Merged batch too large',
        detail: 'Together the batches have {pieces} pieces; one batch holds at most {limit}.',
        remedy: 'Merge fewer batches.',
      },
      zh: {
        title: '合并后批次过大',
        detail: '合并后共 {pieces} 只，单个批次最多 {limit} 只。',
        remedy: '请减少合并的批次数量。',
      },
    },
    'batch-not-mergeable': {
      kind: 'rule',
      en: {
        title: 'Batch cannot be merged',
        detail: 'Batch {id} is of kind “{kind:batchKind}”; only batches of batteries are merged.',
        remedy:
          'Keep the batch apart, because its origin and its assay belong to it. One feed of a run may name many batches.',
      },
      zh: {
        title: '该批次不能合并',
        detail: '批次 {id} 为“{kind:batchKind}”批次，仅废铅蓄电池批次可以合并。',
        remedy: '请单独保留该批次，其来源与检测结果均以批次为准；一次投料可填写多个批次。',
      },
    },
    'batch-instant-early': {
      kind: 'rule',
      en: {
        title: 'Earlier than the batch',
        detail: 'At {at:time}, batch {id} did not hold what is taken from it. It holds it from {occurredAt:time} on.',
        remedy: 'Give the time at which it happened, {occurredAt:time} or later.',
      },
      zh: {
        title: '早于批次产生时间',
        detail: '所填时间 {at:time}，批次 {id} 尚无本次取用的数量；自 {occurredAt:time}起方有。',
        remedy: '请填写实际发生时间，不得早于 {occurredAt:time}。',
      },
    },
    'batch-not-stock': {
      kind: 'rule',
      en: {
        title: 'Batch not in stock',
        detail: 'Batch {id} is of kind “{kind:batchKind}” and is not on a site; it cannot be split or merged.',
        remedy: 'Use a batch in stock on a site.',
      },
      zh: {
        title: '批次不在库存中',
        detail: '批次 {id} 为“{kind:batchKind}”批次，不属于场所库存，不能拆分或合并。',
        remedy: '请使用场所库存中的批次。',
      },
    },
    'instant-in-future': {
      kind: 'rule',
      en: {
        title: 'Time in the future',
        detail: 'The time given, {at:time}, is later than the latest time accepted now, {now:time}.',
        remedy: 'Check the clock of the device. Give the time at which it happened, such as 2026-10-05T08:30:00+08:00.',
      },
      zh: {
        title: '时间晚于当前时间',
        detail: '所填时间 {at:time}晚于目前可接受的最晚时间 {now:time}。',
        remedy: '请检查设备时钟，并填写实际发生时间，格式如 2026-10-05T08:30:00+08:00。',
      },
    },
  },
  BATCH_TERMS,
  {
    'batch-missing': { id: NOTHING },
    'batch-withdrawn': { id: batch, pointer: '#/body/batchId' },
    'batch-class-contradicts-condition': { riskClass: 'I', condition: 'broken', pointer: '#/body/riskClass' },
    'batch-not-batteries': { wasteCode: '384-004-31', pointer: '#/body/batteryKind' },
    'batch-mass-exceeded': { id: batch, availableGrams: 98_400, requestedGrams: 198_400, pointer: '#/body/massGrams' },
    'batch-pieces-exceeded': { id: batch, availablePieces: 6, requestedPieces: 12, pointer: '#/body/pieces' },
    'batch-pieces-missing': { condition: 'whole', pointer: '#/body/pieces' },
    'batch-quantities-apart': {
      ...{ id: batch, massGrams: 98_400, pieces: 5, restGrams: 0, restPieces: 1, pointer: '#/body/pieces' },
    },
    'batch-piece-mass-differs': {
      ...{ id: batch, massGrams: 1, pieces: 5, restGrams: 98_399, restPieces: 1 },
      ...{
        batchGrams: 98_400,
        batchPieces: 6,
        fromGrams: 25,
        toGrams: 10_000_000,
        factor: 5,
        pointer: '#/body/pieces',
      },
    },
    'batch-piece-mass-impossible': {
      ...{ massGrams: 20, pieces: 1, fromGrams: 25, toGrams: 10_000_000, pointer: '#/body/pieces' },
    },
    'batches-not-alike': { fields: ['riskClass', 'condition'], pointer: '#/body/batchIds' },
    'batches-kept-apart': { pointer: '#/body/batchIds' },
    'batch-too-large': { pieces: 1_200_000, limit: 1_000_000, pointer: '#/body/batchIds' },
    'batch-not-mergeable': { id: suppliedBatch, kind: 'other_feed', pointer: '#/body/batchIds' },
    'batch-instant-early': {
      id: batch,
      at: '2026-10-04T00:30:00.000Z',
      occurredAt: '2026-10-05T00:30:00.000Z',
      pointer: '#/body/occurredAt',
    },
    'batch-not-stock': { id: transitBatch, kind: 'transit' },
    'instant-in-future': {
      at: '2026-10-06T00:30:00.000Z',
      now: '2026-10-05T00:36:12.480Z',
      pointer: '#/body/occurredAt',
    },
  },
);
