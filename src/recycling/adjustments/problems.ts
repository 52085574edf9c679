/** Problems of stock adjustments. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';
import { ADJUSTMENT_TERMS } from './terms.ts';

const BATCH = { batchId: ids.receivedBatch, pointer: '#/body/batches/0/countedGrams' };

export const adjustmentProblem = defineProblems(
  {
    'stock-adjustment-missing': {
      kind: 'missing',
      en: {
        title: 'Stock adjustment not found',
        detail: 'No stock adjustment {id} is visible to you.',
        remedy: 'Check the id. List your own records: GET /v1/stock-adjustments.',
      },
      zh: {
        title: '盘点调整记录不存在',
        detail: '没有您可查看的盘点调整记录 {id}。',
        remedy: '请核对编号；本单位的记录可通过 GET /v1/stock-adjustments 查询。',
      },
    },
    'stock-count-replaced': {
      kind: 'conflict',
      en: {
        title: 'Stock count was corrected',
        detail: 'Stock count {countId} was replaced by stock count {replacedBy}.',
        remedy: 'Adjust the stock to the count that is valid now.',
      },
      zh: {
        title: '盘点已被更正',
        detail: '盘点 {countId} 已被盘点 {replacedBy} 更正。',
        remedy: '请按现行有效的盘点调整库存。',
      },
    },
    'stock-count-without-item': {
      kind: 'rule',
      en: {
        title: 'Item not counted',
        detail: 'Stock count {countId} has no line for item {item:stockItem}; it counts: {counted:stockItem}.',
        remedy: 'Choose an item of the count, or correct the count so that it has the item.',
      },
      zh: {
        title: '盘点未列该项目',
        detail: '盘点 {countId} 没有项目 {item:stockItem} 的明细，已盘点项目：{counted:stockItem}。',
        remedy: '请选择该盘点已列的项目，或先更正盘点、补列该项目。',
      },
    },
    'stock-adjustment-exists': {
      kind: 'conflict',
      en: {
        title: 'Item already adjusted to this count',
        detail:
          'Adjustment {id} changes for this stock count, of item {item:stockItem}: {quantities:adjustedQuantity}. It is {state:adjustmentState}.',
        remedy:
          'A proposal is confirmed or rejected by a second person. Mass and pieces are each adjusted once to a count. What is left of the difference is adjusted to a corrected or later count.',
      },
      zh: {
        title: '该项目已按本次盘点调整',
        detail:
          '本次盘点项目“{item:stockItem}”的{quantities:adjustedQuantity}已由调整 {id} 调整，其状态为“{state:adjustmentState}”。',
        remedy:
          '待复核的调整请由复核人确认或退回；每次盘点的重量和只数各调整一次，其余差额请在更正盘点或下次盘点后调整。',
      },
    },
    'stock-adjustment-without-difference': {
      kind: 'rule',
      en: {
        title: 'Books and count agree',
        detail:
          'Item {item:stockItem} was counted with {countedGrams:mass}, as the books had it at the time of the count.',
        remedy: 'Nothing needs to be adjusted. If the count is wrong, correct it with replacesId.',
      },
      zh: {
        title: '账面与盘点一致',
        detail: '项目 {item:stockItem} 的盘点量为 {countedGrams:mass}，与盘点时的账面量一致。',
        remedy: '无须调整；盘点有误的，请填写“被更正记录编号”（replacesId）更正盘点。',
      },
    },
    'stock-adjustment-batch-agrees': {
      kind: 'rule',
      en: {
        title: 'Batch without a difference',
        detail: 'The books had {bookGrams:mass} of batch {batchId} at the time of the count, as you counted it.',
        remedy: 'Leave the batch out, or enter what was really counted of it.',
      },
      zh: {
        title: '该批次无差额',
        detail: '批次 {batchId} 盘点时账面为 {bookGrams:mass}，与所填盘点量一致。',
        remedy: '请删去该批次，或填写其实际盘点量。',
      },
    },
    'stock-adjustment-against-difference': {
      kind: 'rule',
      en: {
        title: 'Batch differs the other way',
        detail:
          'Batch {batchId} had {bookGrams:mass} and {bookPieces} pieces in the books and was counted with {countedGrams:mass} and {countedPieces} pieces. Item as a whole: {itemBookGrams:mass} in the books, {itemCountedGrams:mass} counted.',
        remedy:
          'Name only batches whose mass differs the same way as the mass of the item, and whose pieces as its pieces. Correct a batch that was recorded wrongly with POST /v1/batches/…/corrections.',
      },
      zh: {
        title: '批次差额方向与项目不符',
        detail:
          '批次 {batchId} 账面 {bookGrams:mass}、{bookPieces} 只，所填盘点量 {countedGrams:mass}、{countedPieces} 只；该项目合计账面 {itemBookGrams:mass}，盘点 {itemCountedGrams:mass}。',
        remedy:
          '请仅填写重量与项目重量、只数与项目只数同为盘盈或同为盘亏的批次；登记有误的批次请用 POST /v1/batches/…/corrections 更正。',
      },
    },
    'stock-adjustment-exceeds-difference': {
      kind: 'rule',
      en: {
        title: 'More than the count found',
        detail:
          'The batches would change by {statedGrams:mass} and {statedPieces} pieces, but item {item:stockItem} differs by {differenceGrams:mass} and {differencePieces} pieces.',
        remedy: 'Reduce the changes to the difference of the item, or correct the count with replacesId.',
      },
      zh: {
        title: '调整量超过盘点差额',
        detail:
          '所填批次合计调整 {statedGrams:mass}、{statedPieces} 只，而项目 {item:stockItem} 的盘点差额为 {differenceGrams:mass}、{differencePieces} 只。',
        remedy: '请将调整量减至该项目的差额以内；盘点有误的，请填写“被更正记录编号”（replacesId）更正盘点。',
      },
    },
    'stock-adjustment-batch-elsewhere': {
      kind: 'rule',
      en: {
        title: 'Batch not of the counted item',
        detail: 'Batch {batchId} ({kind:batchKind}) is not counted as item {item:stockItem} on site {siteId}.',
        remedy: 'Name batches of the item that are in stock on the site of the count.',
      },
      zh: {
        title: '批次不属于盘点项目',
        detail: '批次 {batchId}（{kind:batchKind}）不属于编号为 {siteId} 的场所的盘点项目 {item:stockItem}。',
        remedy: '请填写盘点场所库存中属于该项目的批次。',
      },
    },
    'stock-adjustment-of-run': {
      kind: 'rule',
      en: {
        title: 'Content of a processing run',
        detail:
          'Account {id} is a processing run. What it holds follows from its feeds and outputs, and is not adjusted.',
        remedy:
          'Record outputs that are missing, or correct its feeds and outputs with POST /v1/runs/{id}/…/corrections. When you close the run, carriedGrams states what is left in it; the rest becomes its process difference.',
      },
      zh: {
        title: '处理批次内物料不作盘点调整',
        detail: '账户 {id} 为处理批次，其在炉（槽）量由投料和产出记录得出，不作盘点调整。',
        remedy:
          '请补录产出，或以 POST /v1/runs/{id}/…/corrections 更正投料、产出；处理批次结束时，以 carriedGrams 填报余料，其余计为工艺增减。',
      },
    },
    'stock-adjustment-batch-later': {
      kind: 'rule',
      en: {
        title: 'Batch came after the count',
        detail: 'Batch {batchId} was first in stock at {since:time}; the count is of {countedAt:time}.',
        remedy: 'Name a batch that was in stock when it was counted.',
      },
      zh: {
        title: '批次晚于盘点',
        detail: '批次 {batchId} 自 {since:time}起有库存，而盘点时点为 {countedAt:time}。',
        remedy: '请填写盘点时已在库的批次。',
      },
    },
    'stock-adjustment-moved-on': {
      kind: 'conflict',
      en: {
        title: 'Mass has left since the count',
        detail:
          'With this adjustment, batch {batchId} would lack {missingGrams:mass} and {missingPieces} pieces on a later date, because they have left it.',
        remedy: 'Adjust another batch of the item, or first correct the record by which the mass left.',
      },
      zh: {
        title: '盘点后已转出',
        detail: '按此调整，批次 {batchId} 将在其后某日短缺 {missingGrams:mass}、{missingPieces} 只，因其已转出。',
        remedy: '请调整该项目的其他批次，或先更正相应的转出记录。',
      },
    },
    'stock-adjustment-decided': {
      kind: 'conflict',
      en: {
        title: 'Adjustment already decided',
        detail: 'Stock adjustment {id} is {state:adjustmentState} since {at:time}.',
        remedy: 'Only a proposal can be confirmed or rejected. Propose the adjustment again if it is still needed.',
      },
      zh: {
        title: '该调整已办结',
        detail: '盘点调整 {id} 自 {at:time}起状态为“{state:adjustmentState}”。',
        remedy: '仅待复核的调整可以确认或退回；仍须调整的，请重新提出。',
      },
    },
    'stock-adjustment-own-proposal': {
      kind: 'forbidden',
      en: {
        title: 'Second person needed',
        detail: 'You proposed stock adjustment {id} yourself.',
        remedy: 'Let another person of your organisation confirm it, with a login of their own.',
      },
      zh: {
        title: '须由复核人办理',
        detail: '盘点调整 {id} 由您本人提出。',
        remedy: '请由本单位的其他人员以其本人账号复核。',
      },
    },
    'stock-adjustment-person-needed': {
      kind: 'forbidden',
      en: {
        title: 'Two people needed',
        detail:
          'The adjustment of item {item:stockItem} is above the limit of one person ({limitGrams:mass}, or its limit of pieces), and the token belongs to a system or was issued without a login.',
        remedy: 'Let a person who has logged in propose it, and another person confirm it.',
      },
      zh: {
        title: '须由两人办理',
        detail:
          '盘点项目 {item:stockItem} 的调整量超过单人限额（{limitGrams:mass}，只数另有限额），而当前令牌属于系统客户端，或未经人员登录取得。',
        remedy: '请由人员登录后提出，再由另一人员复核。',
      },
    },
    'stock-adjustment-limit-passed': {
      kind: 'conflict',
      en: {
        title: 'An adjustment depends on the record',
        detail:
          'Without the corrected mass, stock adjustment {id} of item {item:stockItem} to the count of {countedAt:time}, which one person booked, is above the limit of one person ({limitGrams:mass}).',
        remedy:
          'Replace the stock count (replacesId) and adjust back what was booked, with a second person; then correct the record, count again, and let two people adjust.',
      },
      zh: {
        title: '已有盘点调整以该记录为依据',
        detail:
          '扣除所更正的数量后，一人办理的盘点调整 {id}（项目 {item:stockItem}，盘点时点 {countedAt:time}）超过单人限额（{limitGrams:mass}）。',
        remedy: '请更正盘点（replacesId），由两人将原调整调回，再更正该记录，重新盘点后由两人调整。',
      },
    },
    'stock-adjustment-overtaken': {
      kind: 'conflict',
      en: {
        title: 'Stock of that time has changed',
        detail:
          'When adjustment {id} was proposed, the books had {bookGrams:mass} of item {item:stockItem} at the time of the count, against {countedGrams:mass} counted. Now they have {nowGrams:mass}, or a batch of it has changed.',
        remedy: 'Reject the proposal, and propose the difference that is left.',
      },
      zh: {
        title: '盘点时点的账面已变动',
        detail:
          '提出调整 {id} 时，项目 {item:stockItem} 在盘点时点的账面为 {bookGrams:mass}，盘点为 {countedGrams:mass}；现账面为 {nowGrams:mass}，或其中批次已有变动。',
        remedy: '请退回该调整，并按现有差额重新提出。',
      },
    },
  },
  ADJUSTMENT_TERMS,
  {
    'stock-adjustment-missing': { id: NOTHING, pointer: '#/params/id' },
    'stock-count-replaced': { countId: ids.stockCount, replacedBy: NOTHING },
    'stock-count-without-item': {
      ...{ countId: ids.stockCount, item: 'slag', counted: ['batteries', 'furnace'], pointer: '#/body/item' },
    },
    'stock-adjustment-exists': {
      ...{ id: ids.stockAdjustment, item: 'batteries', state: 'proposed', quantities: ['massGrams'] },
      pointer: '#/body/item',
    },
    'stock-adjustment-without-difference': { item: 'batteries', countedGrams: 300_000_000, pointer: '#/body/item' },
    'stock-adjustment-batch-agrees': { ...BATCH, bookGrams: 198_390 },
    'stock-adjustment-against-difference': {
      ...{ ...BATCH, bookGrams: 198_390, bookPieces: 12, countedGrams: 199_000, countedPieces: 12 },
      ...{ itemCountedGrams: 300_000_000, itemBookGrams: 302_400_000 },
    },
    'stock-adjustment-exceeds-difference': {
      ...{ item: 'batteries', differenceGrams: 1_200, differencePieces: 0, statedGrams: 2_400, statedPieces: 0 },
      pointer: '#/body/batches',
    },
    'stock-adjustment-batch-elsewhere': {
      ...{ batchId: ids.productBatch, kind: 'product', material: 'refined_lead', item: 'batteries' },
      ...{ siteId: ids.recyclingSite, pointer: '#/body/batches/0/batchId' },
    },
    'stock-adjustment-of-run': { id: ids.run, pointer: '#/body/batches/0/batchId' },
    'stock-adjustment-batch-later': {
      ...{ batchId: ids.receivedBatch, since: '2026-11-01T02:00:00.000Z', countedAt: '2026-10-31T15:59:59.999Z' },
      pointer: '#/body/batches/0/batchId',
    },
    'stock-adjustment-moved-on': { ...BATCH, missingGrams: 1_200, missingPieces: 0 },
    'stock-adjustment-decided': { id: ids.stockAdjustment, state: 'booked', at: '2026-11-02T01:00:00.000Z' },
    'stock-adjustment-own-proposal': { id: ids.stockAdjustment },
    'stock-adjustment-person-needed': { item: 'batteries', limitGrams: 1_000_000 },
    'stock-adjustment-limit-passed': {
      ...{ id: ids.stockAdjustment, item: 'batteries', countedAt: '2026-10-31T15:59:59.999Z' },
      ...{ limitGrams: 20_000, pointer: '#/body' },
    },
    'stock-adjustment-overtaken': {
      ...{ id: ids.stockAdjustment, item: 'batteries', countedGrams: 300_000_000 },
      ...{ bookGrams: 302_400_000, nowGrams: 301_000_000 },
    },
  },
);
