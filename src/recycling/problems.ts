/** Problems of recycling: runs, assays, dispositions and stock counts. */
import { EXAMPLE_IDS as ids, NOTHING } from '../core/example-ids.ts';
import { defineProblems } from '../core/messages/problem.ts';
import { RECYCLING_TERMS } from './terms.ts';

export const recyclingProblem = defineProblems(
  {
    'run-missing': {
      kind: 'missing',
      en: {
        title: 'Processing run not found',
        detail: 'No processing run {id} is visible to you.',
        remedy: 'Check the id. Use a run of your own organisation.',
      },
      zh: {
        title: '处理批次不存在',
        detail: '没有您可查看的处理批次 {id}。',
        remedy: '请核对处理批次编号，并使用本单位的处理批次。',
      },
    },
    'run-closed': {
      kind: 'conflict',
      en: {
        title: 'Processing run closed',
        detail: 'Run {id} was closed at {closedAt:time}.',
        remedy: 'Open another run. Work in progress that was carried over is a batch in stock on the site.',
      },
      zh: {
        title: '处理批次已结束',
        detail: '处理批次 {id} 已于 {closedAt:time}结束。',
        remedy: '请另开处理批次；结转的在制品已作为批次计入场所库存。',
      },
    },
    'run-instant-early': {
      kind: 'rule',
      en: {
        title: 'Earlier than the processing run',
        detail: 'The time given, {at:time}, is earlier than the start of the run ({startedAt:time}).',
        remedy: 'Correct the time, or record it with the run that it belongs to.',
      },
      zh: {
        title: '早于处理批次开始时间',
        detail: '所填时间 {at:time}早于处理批次开始时间 {startedAt:time}。',
        remedy: '请更正时间，或记入相应的处理批次。',
      },
    },
    'run-gain-implausible': {
      kind: 'rule',
      en: {
        title: 'Output exceeds what the run can yield',
        detail:
          'With this record, run {runId} would have gained {gainedGrams:mass} over the {fedGrams:mass} fed; at most {limitGrams:mass} is plausible.',
        remedy:
          'Check the mass and its unit (grams). First record and feed what is missing, such as batteries, bought feed or reagents.',
      },
      zh: {
        title: '产出超过合理范围',
        detail:
          '按此记录，处理批次 {runId} 投料 {fedGrams:mass}，产出将比投料多 {gainedGrams:mass}，合理上限为 {limitGrams:mass}。',
        remedy: '请核对重量（填报单位为克）；缺少的物料（废铅蓄电池、外购原料、纯碱等试剂）请先登记并投料。',
      },
    },
    'site-not-recycler': {
      kind: 'rule',
      en: {
        title: 'Not a recycling site',
        detail: 'Site {id} is a {kind:siteKind}.',
        remedy: 'Give a site of your organisation whose kind is recycler.',
      },
      zh: {
        title: '不是再生利用场所',
        detail: '编号为 {id} 的场所类型为“{kind:siteKind}”。',
        remedy: '请填写本单位类型为“再生利用单位”（recycler）的场所。',
      },
    },
    'batch-not-feedable': {
      kind: 'rule',
      en: {
        title: 'Batch cannot be fed',
        detail: 'Batch {id} is of kind “{kind:batchKind}” and is not in stock on a site.',
        remedy: 'Feed batches in stock on the site: batteries, bought feed, intermediates, residues or products.',
      },
      zh: {
        title: '批次不能投料',
        detail: '批次 {id} 为“{kind:batchKind}”批次，不属于场所库存。',
        remedy: '请投入场所库存中的物料：废铅蓄电池、外购原料、中间物料、残渣或产品。',
      },
    },
    'batch-on-other-site': {
      kind: 'rule',
      en: {
        title: 'Batch on another site',
        detail: 'Batch {id} is on site {siteId}; the run is on site {runSiteId}.',
        remedy: 'Feed the batch to a run on its own site, or first transfer it with a manifest.',
      },
      zh: {
        title: '批次位于其他场所',
        detail: '批次 {id} 所在场所的编号为 {siteId}，处理批次所在场所的编号为 {runSiteId}。',
        remedy: '请在批次所在场所投料，或先凭转移联单转移。',
      },
    },
    'supply-assay-missing': {
      kind: 'rule',
      en: {
        title: 'Lead content missing',
        detail: 'Bought feed of kind “{sourceKind:supplyKind}” contains lead; its assay is missing.',
        remedy: 'Send the assay together with the supply (field assay).',
      },
      zh: {
        title: '缺少含铅量检测结果',
        detail: '外购原料“{sourceKind:supplyKind}”含铅，但未填写检测结果。',
        remedy: '请随外购原料一并填写“检测结果”（assay）。',
      },
    },
    'supply-missing': {
      kind: 'missing',
      en: {
        title: 'Supply not found',
        detail: 'No supply {id} is visible to you.',
        remedy: 'Check the id. List your own records: GET /v1/supplies.',
      },
      zh: {
        title: '外购原料记录不存在',
        detail: '没有您可查看的外购原料记录 {id}。',
        remedy: '请核对外购原料记录编号；本单位的记录可通过 GET /v1/supplies 查询。',
      },
    },
    'assay-missing': {
      kind: 'missing',
      en: {
        title: 'Assay not found',
        detail: 'No assay {id} is visible to you.',
        remedy: 'Check the id. Use an assay of your own organisation.',
      },
      zh: {
        title: '检测记录不存在',
        detail: '没有您可查看的检测记录 {id}。',
        remedy: '请核对检测记录编号，并使用本单位的检测记录。',
      },
    },
    'disposition-not-for-kind': {
      kind: 'rule',
      en: {
        title: 'Disposition not allowed for this batch',
        detail:
          'Batch {batchId} is of kind “{batchKind:batchKind}”; “{disposition:disposition}” is for: {allowed:outputRole}.',
        remedy: 'Choose another kind of disposition. Batteries leave with a transfer manifest only.',
      },
      zh: {
        title: '该批次不适用此去向',
        detail:
          '批次 {batchId} 为“{batchKind:batchKind}”批次；“{disposition:disposition}”仅适用于：{allowed:outputRole}。',
        remedy: '请选择其他去向；废铅蓄电池只能凭转移联单转移。',
      },
    },
    'disposition-missing': {
      kind: 'missing',
      en: {
        title: 'Disposition not found',
        detail: 'No disposition {id} is visible to you.',
        remedy: 'Check the id. List your own records: GET /v1/dispositions.',
      },
      zh: {
        title: '去向记录不存在',
        detail: '没有您可查看的去向记录 {id}。',
        remedy: '请核对去向记录编号；本单位的记录可通过 GET /v1/dispositions 查询。',
      },
    },
    'emission-missing': {
      kind: 'missing',
      en: {
        title: 'Emission not found',
        detail: 'No emission {id} is visible to you.',
        remedy: 'Check the id. List your own records: GET /v1/emissions.',
      },
      zh: {
        title: '排放记录不存在',
        detail: '没有您可查看的排放记录 {id}。',
        remedy: '请核对排放记录编号；本单位的记录可通过 GET /v1/emissions 查询。',
      },
    },
    'stock-count-exists': {
      kind: 'conflict',
      en: {
        title: 'Stock count already recorded',
        detail: 'The stock of site {siteId} on {countedOn} has already been counted.',
        remedy: 'To correct it, give the id of the valid stock count in replacesId.',
      },
      zh: {
        title: '盘点记录已存在',
        detail: '编号为 {siteId} 的场所在 {countedOn} 已有盘点记录。',
        remedy: '如需更正，请在“被更正记录编号”（replacesId）中填写当前有效的盘点记录编号。',
      },
    },
    'stock-count-missing': {
      kind: 'missing',
      en: {
        title: 'Stock count not found',
        detail: 'No stock count {id} is visible to you.',
        remedy: 'Check the id. Use a stock count of your own organisation.',
      },
      zh: {
        title: '盘点记录不存在',
        detail: '没有您可查看的盘点记录 {id}。',
        remedy: '请核对盘点记录编号，并使用本单位的盘点记录。',
      },
    },
    'stock-count-not-its-correction': {
      kind: 'rule',
      en: {
        title: 'Correction of a different stock count',
        detail: 'Stock count {replacesId} is of another site or day.',
        remedy: 'In replacesId, give the stock count of the same site and day.',
      },
      zh: {
        title: '与所更正的盘点记录不符',
        detail: '盘点记录 {replacesId} 属于其他场所或日期。',
        remedy: '请在“被更正记录编号”（replacesId）中填写同一场所、同一日期的盘点记录编号。',
      },
    },
    'stock-count-in-future': {
      kind: 'rule',
      en: {
        title: 'Day of the stock count in the future',
        detail: 'The day given, {countedOn}, is after today ({today}).',
        remedy: 'Record the stock count on that day or later.',
      },
      zh: {
        title: '盘点日期晚于今日',
        detail: '所填日期 {countedOn} 晚于今日 {today}。',
        remedy: '请在该日或之后登记盘点。',
      },
    },
  },
  RECYCLING_TERMS,
  {
    'run-missing': { id: NOTHING, pointer: '#/params/id' },
    'run-closed': { id: ids.run, closedAt: '2026-10-10T00:00:00.000Z' },
    'run-instant-early': { at: '2026-10-07T23:00:00.000Z', startedAt: '2026-10-08T00:00:00.000Z', pointer: '#/body' },
    'run-gain-implausible': {
      runId: ids.run,
      fedGrams: 198_390,
      gainedGrams: 81_610,
      limitGrams: 39_678,
      pointer: '#/body',
    },
    'site-not-recycler': { id: ids.collectionSite, kind: 'collection_point', pointer: '#/body/siteId' },
    'batch-not-feedable': { id: ids.transitBatch, kind: 'transit', pointer: '#/body/lines/0/batchId' },
    'batch-on-other-site': {
      id: ids.batch,
      siteId: ids.collectionSite,
      runSiteId: ids.recyclingSite,
      pointer: '#/body/lines/0/batchId',
    },
    'supply-assay-missing': { sourceKind: 'crude_lead', pointer: '#/body/assay' },
    ...{ 'supply-missing': { id: NOTHING }, 'assay-missing': { id: NOTHING }, 'stock-count-missing': { id: NOTHING } },
    'disposition-not-for-kind': {
      batchId: ids.batch,
      batchKind: 'battery',
      disposition: 'sale',
      allowed: ['product', 'by_product'],
      pointer: '#/body/kind',
    },
    ...{ 'disposition-missing': { id: NOTHING }, 'emission-missing': { id: NOTHING } },
    'stock-count-exists': { siteId: ids.recyclingSite, countedOn: '2026-10-31', pointer: '#/body/replacesId' },
    'stock-count-not-its-correction': { replacesId: ids.stockCount, pointer: '#/body/replacesId' },
    'stock-count-in-future': { countedOn: '2026-11-30', today: '2026-11-01', pointer: '#/body/countedOn' },
  },
);
