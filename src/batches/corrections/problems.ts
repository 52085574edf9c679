/** Problems of corrections. */
import { EXAMPLE_IDS, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { BATCH_TERMS } from '../codes.ts';

const { batch, receivedBatch, manifest } = EXAMPLE_IDS;

export const correctionProblem = defineProblems(
  {
    'correction-missing': {
      kind: 'missing',
      en: {
        title: 'Correction not found',
        detail: 'No correction {id} is visible to you.',
        remedy: 'Check the id. The corrections of a record are listed at its address, under /corrections.',
      },
      zh: {
        title: '更正记录不存在',
        detail: '没有您可查看的更正记录 {id}。',
        remedy: '请核对编号；各记录的更正可在该记录地址下的 /corrections 查询。',
      },
    },
    'correction-changes-nothing': {
      kind: 'rule',
      en: {
        title: 'Correction without a change',
        detail: 'Every value of the correction equals the one that counts already.',
        remedy: 'Read the record and enter the values that differ from it.',
      },
      zh: {
        title: '更正内容与现有内容相同',
        detail: '所填各项与现有记录一致，无须更正。',
        remedy: '请先查询该记录，仅填写须更正的项目。',
      },
    },
    'correction-of-withdrawn': {
      kind: 'conflict',
      en: {
        title: 'Record withdrawn',
        detail:
          'The record {subject} was withdrawn: a correction has set its mass to nothing. It takes no other value.',
        remedy: 'State its right mass in grams (massGrams) in the same correction, or leave it withdrawn.',
      },
      zh: {
        title: '该记录已撤销',
        detail: '记录 {subject} 已撤销（重量已更正为零），不能更正其他内容。',
        remedy: '请在同一次更正中填写实际重量（massGrams，单位为克），或保持撤销。',
      },
    },
    'correction-elsewhere': {
      kind: 'rule',
      en: {
        title: 'The batch follows from another record',
        detail:
          'Batch {id} ({kind:batchKind}) has its mass and pieces from {evidence}, not from a declaration of its own.',
        remedy:
          'Correct the record that made it: the batch it was split or merged from with POST /v1/batches/…/corrections, a supply with POST /v1/supplies/…/corrections, an output with POST /v1/runs/…/outputs/…/corrections. What a manifest has brought was weighed by its receiver: count it with POST /v1/stock-counts and book the difference with POST /v1/stock-counts/…/adjustments. Settle with the consignor what was accepted wrongly, and state differences before you accept, with POST /v1/manifests/…/dispute.',
      },
      zh: {
        title: '该批次来自其他记录',
        detail: '批次 {id}（{kind:batchKind}）的重量和只数来自 {evidence}，并非本单位直接登记。',
        remedy:
          '请更正产生该批次的记录：拆分、合并前的批次用 POST /v1/batches/…/corrections，外购原料用 POST /v1/supplies/…/corrections，处理批次的产出用 POST /v1/runs/…/outputs/…/corrections；凭联单接受的批次以接受人称重为准：账实不符的，请用 POST /v1/stock-counts 盘点，再用 POST /v1/stock-counts/…/adjustments 调整库存；接受有误的，请与移出人核实处理，今后请在接受前用 POST /v1/manifests/…/dispute 提出差异。',
      },
    },
    'correction-description-used': {
      kind: 'conflict',
      en: {
        title: 'The description is in use',
        detail:
          'Of batch {id}, {leftGrams:mass} has left under the present description, and these manifests repeat it: {manifests}. So it keeps: {fields:field}.',
        remedy:
          'Cancel manifests that are not handed over yet, correct the batch and draft them again. Correct parts that were split off on their own.',
      },
      zh: {
        title: '批次描述已被使用',
        detail:
          '批次 {id} 已有 {leftGrams:mass}按现有描述转出，引用该描述的联单：{manifests}。以下各项不能更正：{fields:field}。',
        remedy: '联单尚未交付的，请先作废联单，更正批次后重新填写；已拆分的批次请分别更正。',
      },
    },
    'correction-description-received': {
      kind: 'conflict',
      en: {
        title: 'The description is that of a manifest',
        detail:
          'Batch {id} came, whole or in parts, with manifest {manifest}, which states its description and was accepted with it. So it keeps: {fields:field}.',
        remedy:
          'State differences before you accept, with POST /v1/manifests/…/dispute. Settle with the consignor what was accepted with a wrong description, and say so in the next manifest or run.',
      },
      zh: {
        title: '批次描述以联单为准',
        detail: '批次 {id} 全部或部分来自联单 {manifest}，其描述已随该联单接受。以下各项不能更正：{fields:field}。',
        remedy:
          '请在接受前用 POST /v1/manifests/…/dispute 提出差异；已按错误描述接受的，请与移出人核实处理，并在此后的联单或处理批次中据实填报。',
      },
    },
    'correction-below-moved': {
      kind: 'conflict',
      en: {
        title: 'Mass has moved on already',
        detail:
          'With {massGrams:mass} and {pieces} pieces, account {id} would lack {missingGrams:mass} and {missingPieces} pieces on a date on which they had left it.',
        remedy:
          'Enter at least what has left the account. If that is wrong as well, correct what it went into first: a feed or a disposition. The mass of a merged batch is corrected at the batch that was recorded; the account named here is the one that lacks it.',
      },
      zh: {
        title: '已转出数量大于更正后数量',
        detail:
          '更正为 {massGrams:mass}、{pieces} 只后，账户 {id} 在其转出日将短缺 {missingGrams:mass}、{missingPieces} 只。',
        remedy:
          '更正后的数量不得少于已转出的数量；转出记录本身有误的，请先更正投料或去向记录。合并后批次的数量，请更正合并前登记有误的批次；此处所列账户即数量不足的账户。',
      },
    },
    'correction-mass-promised': {
      kind: 'conflict',
      en: {
        title: 'A submitted manifest needs the mass',
        detail:
          'Batch {id} would hold {restGrams:mass} and {restPieces} pieces, but manifests that are submitted and not handed over name {promisedGrams:mass} and {promisedPieces} pieces of it ({count} manifests in all): {manifests}.',
        remedy: 'Cancel these manifests, correct the batch, and draft them again with the right mass.',
      },
      zh: {
        title: '已提交的联单须使用该批次',
        detail:
          '更正后批次 {id} 余 {restGrams:mass}、{restPieces} 只，而已提交、尚未交付的联单须使用 {promisedGrams:mass}、{promisedPieces} 只（共 {count} 份）：{manifests}。',
        remedy: '请先作废上述联单，更正批次后按正确数量重新填写。',
      },
    },
    'correction-piece-mass-impossible': {
      kind: 'rule',
      en: {
        title: 'Mass and pieces contradict each other',
        detail:
          'Corrected to {massGrams:mass}, batch {id} would hold {restGrams:mass} and {restPieces} pieces. A battery of less than {fromGrams:mass} or more than {toGrams:mass} is not accepted.',
        remedy: 'Check that the mass is in grams, and correct mass and pieces together.',
      },
      zh: {
        title: '重量与只数不符',
        detail:
          '更正为 {massGrams:mass}后，批次 {id} 余 {restGrams:mass}、{restPieces} 只，单只重量不在合理范围 {fromGrams:mass}至 {toGrams:mass}之内。',
        remedy: '请核对重量（填报单位为克），并同时更正重量和只数。',
      },
    },
    'correction-quantities-apart': {
      kind: 'rule',
      en: {
        title: 'Mass and pieces do not end together',
        detail:
          'Corrected to {massGrams:mass}, batch {id} would hold {restGrams:mass} and {restPieces} pieces. Batteries have both mass and pieces, or neither.',
        remedy: 'Correct mass (in grams) and pieces together.',
      },
      zh: {
        title: '重量与只数不一致',
        detail:
          '更正为 {massGrams:mass}后，批次 {id} 余 {restGrams:mass}、{restPieces} 只。电池的重量与只数须同时有余或同时为零。',
        remedy: '请同时更正重量（填报单位为克）和只数。',
      },
    },
    'correction-year-closed': {
      kind: 'conflict',
      en: {
        title: 'The year of the record is closed',
        detail: 'Records of {year} could be corrected until {closedOn}, when the year was declared.',
        remedy:
          'Record the quantity of the present year in the next stock count, and report the difference to the ecology and environment authority.',
      },
      zh: {
        title: '记录所属年度已结账',
        detail: '{year} 年度的记录可更正至 {closedOn}（年度申报截止日），现已不能更正。',
        remedy: '请在下一次盘点中登记实际数量，并将差额报告生态环境主管部门。',
      },
    },
  },
  BATCH_TERMS,
  {
    'correction-missing': { id: NOTHING, pointer: '#/params/id' },
    'correction-changes-nothing': { pointer: '#/body' },
    'correction-of-withdrawn': { subject: `batch:${batch}`, pointer: '#/body/massGrams' },
    'correction-elsewhere': { id: receivedBatch, kind: 'battery', evidence: `manifest:${manifest}` },
    'correction-description-used': {
      ...{ id: batch, fields: ['riskClass'], leftGrams: 100_000, manifests: [manifest], pointer: '#/body/riskClass' },
    },
    'correction-description-received': {
      ...{ id: receivedBatch, fields: ['riskClass'], manifest, pointer: '#/body/riskClass' },
    },
    'correction-below-moved': {
      ...{ id: batch, missingGrams: 1_600, missingPieces: 0, massGrams: 98_400, pieces: 6 },
      pointer: '#/body/massGrams',
    },
    'correction-mass-promised': {
      ...{ id: batch, promisedGrams: 198_400, promisedPieces: 12, restGrams: 98_400, restPieces: 12 },
      ...{ count: 1, manifests: [manifest], pointer: '#/body/massGrams' },
    },
    'correction-piece-mass-impossible': {
      ...{ id: batch, massGrams: 100_020, restGrams: 20, restPieces: 1, fromGrams: 25, toGrams: 10_000_000 },
      pointer: '#/body/pieces',
    },
    'correction-quantities-apart': {
      ...{ id: batch, massGrams: 198_400, restGrams: 98_400, restPieces: 0, pointer: '#/body/pieces' },
    },
    'correction-year-closed': { year: 2025, closedOn: '2026-03-31' },
  },
);
