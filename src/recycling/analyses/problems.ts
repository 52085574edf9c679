/** Problems of analyses. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const analysisProblem = defineProblems(
  {
    'analysis-missing': {
      kind: 'missing',
      en: {
        title: 'Analysis not found',
        detail: 'No analysis {id} is visible to you.',
        remedy: 'Check the id. List your own records: GET /v1/analyses.',
      },
      zh: {
        title: '成分检测记录不存在',
        detail: '没有您可查看的成分检测记录 {id}。',
        remedy: '请核对成分检测记录编号；本单位的记录可通过 GET /v1/analyses 查询。',
      },
    },
    'analysis-exists': {
      kind: 'conflict',
      en: {
        title: 'Analysis already recorded',
        detail: 'A valid analysis of the same substance is already recorded for this batch, or this one was corrected.',
        remedy: 'To correct it, give the id of the valid analysis in replacesId.',
      },
      zh: {
        title: '成分检测记录已存在',
        detail: '该批次同一物质已有有效的成分检测记录，或所填记录已被更正。',
        remedy: '如需更正，请在“被更正记录编号”（replacesId）中填写当前有效的成分检测记录编号。',
      },
    },
    'analysis-not-its-correction': {
      kind: 'rule',
      en: {
        title: 'Correction of a different analysis',
        detail: 'Analysis {replacesId} is of another substance, batch, material or supplier.',
        remedy: 'In replacesId, give the analysis of the same substance and the same subject.',
      },
      zh: {
        title: '与所更正的成分检测记录不符',
        detail: '成分检测记录 {replacesId} 针对其他物质、批次、物料或供货方。',
        remedy: '请在“被更正记录编号”（replacesId）中填写同一物质、同一对象的成分检测记录编号。',
      },
    },
  },
  {},
  {
    'analysis-missing': { id: NOTHING },
    'analysis-exists': { batchId: ids.receivedBatch, pointer: '#/body/replacesId' },
    'analysis-not-its-correction': { replacesId: ids.analysis, pointer: '#/body/replacesId' },
  },
);
